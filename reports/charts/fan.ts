/**
 * Fan charts: change of an outcome in each country against the baseline, year by year; a panel for each country, a row of
 * panels with a scale of its own for each option.
 *
 * The band holds 90% of replicates: uncertain parameters and differences between lines, not Monte Carlo error, which
 * at the usual numbers of replicates is thinner than the line.
 */
import { percentText } from '../words/numbers.ts'
import {
  type BothWidths,
  inBothWidths,
  type ChartOptions,
  type Mark,
  areaY,
  axisFx,
  axisX,
  axisY,
  dot,
  drawBelow,
  ink,
  lineY,
  pageWidth,
  pale,
  paper,
  ruleY,
  signedPercent,
  text,
  yearTicks,
} from './plot.ts'

export interface FanPoint {
  readonly option: string
  readonly country: string
  readonly year: number
  /** Shares of the baseline's mean, as in -0.25; differences where the fan says how these are written. */
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
  /** How figures are written where they are no shares of the baseline. */
  readonly format?: ((value: number) => string) | undefined
}

/** One row of panels: a scale for all of them. */
interface Row {
  readonly width: number
  /** Before the names of countries; empty for none. */
  readonly title: string
  readonly countries: readonly string[]
  readonly points: readonly FanPoint[]
  readonly format: Fan['format']
  /** Whether the countries are named above it. */
  readonly hasNames: boolean
}

const marginLeft = 58
const marginRight = 12
/** Least range of a scale: smaller changes are drawn as what they are, next to nothing. */
const leastRange = 0.02

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
export function fanSvg(fan: Fan, width: number): string {
  const rows = rowsOf(fan, width)
  return drawBelow(
    rows.map((row) => rowChart(row)),
    { label: `${fan.title} by country, change against ${fan.baseline}`, description: fanText(fan) },
  )
}

/** A row an option; for one option on a narrow page a row a country. */
function rowsOf({ countries, options, points, format }: Fan, width: number): readonly Row[] {
  if (options.length === 1 && width < pageWidth) {
    return countries.map((country) => ({
      width,
      title: '',
      countries: [country],
      points: points.filter((point) => point.country === country),
      format,
      hasNames: true,
    }))
  }
  return options.map((option, k) => ({
    width,
    title: options.length === 1 ? '' : option,
    countries,
    points: points.filter((point) => point.option === option),
    format,
    hasNames: k === 0,
  }))
}

function rowChart(row: Row): ChartOptions & { readonly width: number } {
  const { width, title, points, format, hasNames } = row
  const years = yearsOf(points)
  const marginTop = (hasNames ? 26 : 8) + (title === '' ? 4 : 18)
  const marginBottom = 24
  return {
    width,
    height: marginTop + marginBottom + (title !== '' ? 74 : width < pageWidth ? 100 : 170),
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    // A year alone stands in the middle.
    x: { domain: years.length > 1 ? [years[0], years[years.length - 1]] : [years[0] - 1, years[0] + 1] },
    y: { domain: domainOf(points, format), nice: true },
    fx: { label: null, domain: [...row.countries], padding: 0.1, axis: null },
    marks: [...rowMarks(row, years)],
  }
}

function yearsOf(points: readonly FanPoint[]): readonly number[] {
  return [...new Set(points.map(({ year }) => year))].toSorted((one, other) => one - other)
}

/** From the lowest to the highest of all bands, nothing among them. */
function domainOf(points: readonly FanPoint[], format: Fan['format']): [number, number] {
  const low = Math.min(0, ...points.map((point) => point.low))
  const high = Math.max(0, ...points.map((point) => point.high))
  const missing = format === undefined || high === low ? Math.max(0, leastRange - (high - low)) / 2 : 0
  return [low - missing, high + missing]
}

function rowMarks(
  { width, title, countries, points, format, hasNames }: Row,
  years: readonly number[],
): readonly Mark[] {
  const panels = { x: 'year', fx: 'country' } as const
  const panelWidth = (0.9 * (width - marginLeft - marginRight)) / countries.length
  const last = points.filter(({ year }) => year === years[years.length - 1])
  const hasGaps = years.some((year, t) => t > 0 && year - years[t - 1] > 1) || years.length === 1
  const name = { frameAnchor: 'top-left', dx: 6 - marginLeft, dy: -18, fontWeight: 600, fill: ink } as const
  return [
    ...(hasNames ? [axisFx({ label: null, anchor: 'top', fontWeight: 600, dy: title === '' ? 0 : -20 })] : []),
    axisY({ label: null, ticks: 4, tickFormat: format ?? tickText(domainOf(points, format)) }),
    ...yearAxis(yearTicks(years, panelWidth)),
    areaY(points, { ...panels, y1: 'low', y2: 'high', fill: pale }),
    ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
    lineY(points, { ...panels, y: 'mean', stroke: ink, strokeWidth: 2.2 }),
    ...(hasGaps ? [dot(points, { ...panels, y: 'mean', r: 3, fill: ink })] : []),
    ...endMarks(last, panels, format ?? shortPercent),
    ...(title === ''
      ? []
      : [text([{ title, country: countries[0] }], { fx: 'country', text: 'title', textAnchor: 'start', ...name })]),
  ]
}

/** Years below a panel, the outer ones inside of it, so that those of its neighbours have room. */
function yearAxis(ticks: readonly number[]): readonly Mark[] {
  const axis = { label: null, tickFormat: (year: number) => String(year) } as const
  if (ticks.length < 2) return [axisX({ ...axis, ticks: [...ticks] })]
  return [
    axisX({ ...axis, ticks: ticks.slice(0, 1), textAnchor: 'start' }),
    axisX({ ...axis, ticks: ticks.slice(1, -1) }),
    axisX({ ...axis, ticks: ticks.slice(-1), textAnchor: 'end' }),
  ]
}

/** The last mean in figures, on the side of the line where there is more room. */
function endMarks(
  last: readonly FanPoint[],
  panels: { readonly x: 'year'; readonly fx: 'country' },
  format: (value: number) => string,
): readonly Mark[] {
  const figures = {
    ...panels,
    y: 'mean',
    text: ({ mean }: FanPoint) => format(mean),
    textAnchor: 'end',
    fontWeight: 600,
    fill: ink,
    stroke: paper,
    strokeWidth: 4,
  } as const
  return [
    text(
      last.filter(({ mean }) => mean < 0),
      { ...figures, dy: -11 },
    ),
    text(
      last.filter(({ mean }) => mean >= 0),
      { ...figures, dy: 12 },
    ),
  ]
}

/** With a decimal where the change is small. */
function shortPercent(share: number): string {
  return percentText(share, Math.abs(share) < 0.0995 ? -1 : 0, true)
}

/** Ticks of an axis, with a decimal where its range is small. */
function tickText([low, high]: readonly [number, number]): (share: number) => string {
  return (share) => percentText(share, high - low < 0.05 ? -1 : 0, true)
}

/** The picture in words: the last year's means and bands. */
function fanText({ points, format = signedPercent }: Fan): string {
  const last = Math.max(...points.map(({ year }) => year))
  return points
    .filter(({ year }) => year === last)
    .map(
      ({ option, country, low, mean, high }) =>
        `${option}, ${country} in ${last}: ${format(mean)}, between ${format(low)} and ` +
        `${format(high)} in 90% of replicates`,
    )
    .join('; ')
}

/** The chart in both widths. */
export function fanSvgs(fan: Fan): BothWidths {
  return inBothWidths((width) => fanSvg(fan, width))
}
