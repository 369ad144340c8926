/**
 * Fan charts: change of an outcome in each country against the baseline, year by year; one panel a country and option.
 *
 * The band holds 90% of replicates: uncertain parameters and differences between lines, not Monte Carlo error, which
 * at the usual numbers of replicates is thinner than the line.
 */
import {
  areaY,
  axisFx,
  axisX,
  axisY,
  draw,
  ink,
  lineY,
  narrowWidth,
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

/** Countries beside each other, options below each other; on a narrow page countries are below each other too. */
export function fanSvg(fan: Fan, width: number): string {
  const { title, baseline, countries, options, points } = fan
  const isNarrow = width < pageWidth
  const rows = isNarrow
    ? countries.flatMap((country) => options.map((option) => rowName(fan, country, option)))
    : [...options]
  const panelHeight = isNarrow ? 110 : options.length > 1 ? 60 : 165
  const years = [...new Set(points.map(({ year }) => year))]
  const data = points.map((point) => ({
    ...point,
    column: isNarrow ? '' : point.country,
    row: isNarrow ? rowName(fan, point.country, point.option) : point.option,
  }))
  const panels = { x: 'year', fx: 'column', fy: 'row' } as const
  const names =
    isNarrow || options.length > 1
      ? [
          text(
            rows.map((row) => ({ row, column: isNarrow ? '' : countries[0] })),
            {
              fx: 'column',
              fy: 'row',
              text: 'row',
              frameAnchor: 'top-left',
              dx: 4,
              dy: -14,
              fontWeight: 600,
              fill: ink,
            },
          ),
        ]
      : []
  return draw(
    {
      width,
      height: 78 + (panelHeight + 22) * rows.length,
      marginLeft: 52,
      marginRight: 12,
      marginTop: isNarrow ? 4 : 38,
      marginBottom: 30,
      x: { domain: [years[0], years[years.length - 1]] },
      y: { percent: true },
      fx: { label: null, domain: isNarrow ? [''] : [...countries], padding: 0.08, axis: null },
      fy: {
        label: null,
        domain: rows,
        axis: null,
        paddingInner: 22 / (panelHeight + 22),
        paddingOuter: 24 / (panelHeight + 22),
      },
      marks: [
        ...(isNarrow
          ? []
          : [axisFx({ label: null, anchor: 'top', fontWeight: 600, dy: options.length > 1 ? -16 : 0 })]),
        axisY({
          label: null,
          ticks: options.length > 1 ? 3 : 5,
          tickFormat: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
        }),
        axisX({ label: null, ticks: years.filter((_, t) => t % 4 === 2), tickFormat: (year: number) => String(year) }),
        areaY(data, { ...panels, y1: 'low', y2: 'high', fill: pale }),
        lineY(data, { ...panels, y: 'mean', stroke: ink, strokeWidth: 2.2 }),
        ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
        ...names,
      ],
    },
    { label: `${title} by country, change against ${baseline}`, description: fanText(fan) },
  )
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

export function fanSvgs(fan: Fan): { readonly wide: string; readonly narrow: string } {
  return { wide: fanSvg(fan, pageWidth), narrow: fanSvg(fan, narrowWidth) }
}
