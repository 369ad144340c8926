/**
 * Fan charts: change of an outcome in each country against the baseline, year by year; one panel a country and option.
 *
 * The band holds 90% of replicates: uncertain parameters and differences between lines, not Monte Carlo error, which
 * at the usual numbers of replicates is thinner than the line.
 */
import {
  type BothWidths,
  inBothWidths,
  type Mark,
  areaY,
  axisFx,
  axisX,
  axisY,
  draw,
  ink,
  lineY,
  pageWidth,
  pale,
  ruleY,
  signedPercent,
  text,
} from './plot.ts'

export interface FanPoint {
  readonly option: string
  readonly country: string
  readonly year: number
  /** Shares of the baseline's mean, as in -0.25. */
  readonly low: number
  readonly mean: number
  readonly high: number
}

export interface Fan {
  /** As in `Vehicles built`. */
  readonly title: string
  readonly baseline: string
  /** In the order of panels. */
  readonly countries: readonly string[]
  readonly options: readonly string[]
  readonly points: readonly FanPoint[]
}

/** How the panels stand: their rows and columns, and the height of each. */
interface Panels {
  readonly isNarrow: boolean
  readonly hasOptions: boolean
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Pixels, without the gap to the next. */
  readonly height: number
}

const gap = 22

/** Countries beside each other, options below each other; on a narrow page countries are below each other too. */
function panelsOf(fan: Fan, width: number): Panels {
  const { countries, options } = fan
  const hasOptions = options.length > 1
  if (width >= pageWidth) {
    return { isNarrow: false, hasOptions, rows: options, columns: countries, height: hasOptions ? 60 : 165 }
  }
  const rows = countries.flatMap((country) => options.map((option) => rowName(fan, country, option)))
  return { isNarrow: true, hasOptions, rows, columns: [''], height: 110 }
}

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
function fanSvg(fan: Fan, width: number): string {
  const panels = panelsOf(fan, width)
  const { isNarrow, rows, columns, height } = panels
  const years = yearsOf(fan)
  return draw(
    {
      width,
      height: 78 + (height + gap) * rows.length,
      marginLeft: 52,
      marginRight: 12,
      marginTop: isNarrow ? 4 : 38,
      marginBottom: 30,
      x: { domain: [years[0], years[years.length - 1]] },
      y: { percent: true },
      fx: { label: null, domain: [...columns], padding: 0.08, axis: null },
      fy: {
        label: null,
        domain: [...rows],
        axis: null,
        paddingInner: gap / (height + gap),
        paddingOuter: 24 / (height + gap),
      },
      marks: [...fanMarks(fan, panels)],
    },
    { label: `${fan.title} by country, change against ${fan.baseline}`, description: fanText(fan) },
  )
}

function yearsOf({ points }: Fan): readonly number[] {
  return [...new Set(points.map(({ year }) => year))]
}

function fanMarks(fan: Fan, { isNarrow, hasOptions, rows, columns }: Panels): readonly Mark[] {
  const data = fan.points.map((point) => ({
    ...point,
    column: isNarrow ? '' : point.country,
    row: isNarrow ? rowName(fan, point.country, point.option) : point.option,
  }))
  const panels = { x: 'year', fx: 'column', fy: 'row' } as const
  const names = rows.map((row) => ({ row, column: columns[0] }))
  const place = { frameAnchor: 'top-left', dx: 4, dy: -14, fontWeight: 600, fill: ink } as const
  return [
    ...(isNarrow ? [] : [axisFx({ label: null, anchor: 'top', fontWeight: 600, dy: hasOptions ? -16 : 0 })]),
    axisY({
      label: null,
      ticks: hasOptions ? 3 : 5,
      tickFormat: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
    }),
    axisX({
      label: null,
      ticks: yearsOf(fan).filter((_, t) => t % 4 === 2),
      tickFormat: (year: number) => String(year),
    }),
    areaY(data, { ...panels, y1: 'low', y2: 'high', fill: pale }),
    lineY(data, { ...panels, y: 'mean', stroke: ink, strokeWidth: 2.2 }),
    ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
    ...(isNarrow || hasOptions ? [text(names, { fx: 'column', fy: 'row', text: 'row', ...place })] : []),
  ]
}

function rowName({ options }: Fan, country: string, option: string): string {
  return options.length > 1 ? `${country}: ${option}` : country
}

/** The picture in words: the last year's means and bands. */
function fanText({ points }: Fan): string {
  const last = Math.max(...points.map(({ year }) => year))
  return points
    .filter(({ year }) => year === last)
    .map(
      ({ option, country, low, mean, high }) =>
        `${option}, ${country} in ${last}: ${signedPercent(mean)}, between ${signedPercent(low)} and ` +
        `${signedPercent(high)} in 90% of replicates`,
    )
    .join('; ')
}

/** The chart in both widths. */
export function fanSvgs(fan: Fan): BothWidths {
  return inBothWidths((width) => fanSvg(fan, width))
}
