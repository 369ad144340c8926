/**
 * Futures that have been drawn one by one: each a dot on a scale, stacked where several are near each other, and each a thin line
 * through the years. The band in which nine of ten lie, their mean, and how densely they lie, grow out of them.
 */
import type { Spread } from '../../engine/analysis/spread.ts'
import { density } from './descriptive.ts'
import {
  areaY,
  axisX,
  axisY,
  dot,
  draw,
  ink,
  line,
  lineY,
  link,
  type Mark,
  marginFor,
  pageWidth,
  pale,
  paper,
  quiet,
  ruleX,
  ruleY,
  text,
  yearTicks,
} from './plot.ts'

export interface FutureDots {
  /** As in `Assembly jobs, United States, 2036, less base`. */
  readonly title: string
  readonly unit: string
  /** Of every future, in the order in which they were drawn. */
  readonly values: readonly number[]
  /** Position of the future that is shown elsewhere, marked here; -1 for none. */
  readonly shown: number
  /** Undefined while there are too few for an interval. */
  readonly spread: Spread | undefined
  /** The picture in words. */
  readonly words: string
}

interface PlacedDot {
  readonly x: number
  readonly y: number
  readonly isShown: boolean
}

const height = { wide: 210, narrow: 190 } as const
const densityPoints = 81

/** Every future as a dot, in columns of those that are near each other. @param width pixels */
export function futureDotsSvg(chart: FutureDots, width: number): string {
  const { title, unit, values, spread, words } = chart
  const [low, high] = domainOf([0, ...values])
  const tall = width < pageWidth ? height.narrow : height.wide
  const margins = { marginLeft: 24, marginRight: 24, marginTop: 34, marginBottom: 40 }
  const radius = radiusFor(values, [low, high], width - 48, tall - 74)
  const columns = Math.max(8, Math.floor((width - 48) / (2 * radius + 1)))
  const dots = stacked(chart, [low, high], columns)
  const rows = Math.max(1, Math.floor((tall - 74) / (2 * radius + 1)))
  return draw(
    {
      width,
      height: tall,
      ...margins,
      x: { domain: [low, high] },
      y: { domain: [0, rows], axis: null },
      marks: [
        axisX({ label: unit, labelAnchor: 'center', labelArrow: 'none', ticks: width < pageWidth ? 4 : 8 }),
        ruleX([0], { stroke: ink, strokeDasharray: '4 3' }),
        ...(spread === undefined ? [] : [...densityMarks(values, [low, high], columns), ...spreadMarks(spread, rows)]),
        dot(dots, {
          x: 'x',
          y: 'y',
          r: radius,
          fill: (one: PlacedDot) => (one.isShown ? paper : ink),
          stroke: ink,
          strokeWidth: (one: PlacedDot) => (one.isShown ? 2.5 : 0.8),
        }),
      ],
    },
    { label: title, description: words },
  )
}

/** Dots that a column would have, were the futures without end: a smooth line over those that it has. */
function densityMarks(
  values: readonly number[],
  [low, high]: readonly [number, number],
  columns: number,
): readonly Mark[] {
  const at = density(values)
  if (at === undefined) return []
  const places = Array.from({ length: densityPoints }, (_, k) => low + (k / (densityPoints - 1)) * (high - low))
  const dots = (values.length * (high - low)) / columns
  return [
    areaY(
      places.map((x) => ({ x, y: at(x) * dots })),
      { x: 'x', y1: 0, y2: 'y', fill: pale, clip: true },
    ),
  ]
}

/** The band of nine in ten, and the mean with how far it may be off. */
function spreadMarks({ interval: { low, high }, mean, meanReach }: Spread, top: number): readonly Mark[] {
  return [
    ruleX([low, high], { stroke: quiet, strokeWidth: 2 }),
    link([{ low, high }], { x1: 'low', x2: 'high', y1: top, y2: top, stroke: quiet, strokeWidth: 2 }),
    text([{ x: (low + high) / 2 }], { x: 'x', y: top, dy: -9, text: () => 'nine in ten', fill: quiet }),
    ruleX([mean], { stroke: ink, strokeWidth: 2, y1: 0, y2: top }),
    link([{ low: mean - meanReach, high: mean + meanReach }], {
      x1: 'low',
      x2: 'high',
      y1: top * 0.94,
      y2: top * 0.94,
      stroke: ink,
      strokeWidth: 6,
    }),
  ]
}

/** Large dots while there is room for them. */
function radiusFor(values: readonly number[], domain: readonly [number, number], width: number, room: number): number {
  for (const radius of [7, 6, 5, 4, 3, 2, 1.5]) {
    const columns = Math.floor(width / (2 * radius + 1))
    const counts = new Map<number, number>()
    for (const value of values) {
      const at = columnOf(value, domain, columns)
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    if (Math.max(0, ...counts.values()) * (2 * radius + 1) <= room * 0.85) return radius
  }
  return 1
}

function stacked(
  { values, shown }: FutureDots,
  domain: readonly [number, number],
  columns: number,
): readonly PlacedDot[] {
  const [low, high] = domain
  const counts = new Map<number, number>()
  return values.map((value, k) => {
    const at = columnOf(value, domain, columns)
    const below = counts.get(at) ?? 0
    counts.set(at, below + 1)
    return { x: low + ((at + 0.5) / columns) * (high - low), y: below + 0.5, isShown: k === shown }
  })
}

function columnOf(value: number, [low, high]: readonly [number, number], columns: number): number {
  return Math.min(columns - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * columns)))
}

/** From the least to the most with a little room. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = 0.06 * (high - low) || 1
  return [low - room, high + room]
}

export interface FuturePaths {
  readonly title: string
  readonly unit: string
  readonly years: readonly number[]
  /** [future][year] */
  readonly paths: readonly (readonly number[])[]
  readonly shown: number
  /** The year that is looked at. */
  readonly year: number
  /** [year] none while there are too few futures. */
  readonly spreads: readonly Spread[]
  readonly words: string
}

/** More would be one grey. */
const mostPaths = 60

/** Every future as a line, the band in which nine of ten lie, and their mean. @param width pixels */
export function futurePathsSvg(chart: FuturePaths, width: number): string {
  const { title, unit, years, paths, shown, year, spreads, words } = chart
  const seen = paths.flatMap((values, future) =>
    future >= paths.length - mostPaths && future !== shown ? [pointsOf(values, years, future)] : [],
  )
  const [low, high] = domainOf([0, ...paths.flat()])
  const marginLeft = marginFor([low, high])
  const band = spreads.map(({ interval, mean }, t) => ({ year: years[t], ...interval, mean }))
  const own = shown < 0 ? [] : pointsOf(paths[shown], years, shown)
  return draw(
    {
      width,
      height: width < pageWidth ? 250 : 320,
      marginLeft,
      marginRight: 24,
      marginTop: 30,
      marginBottom: 30,
      x: { domain: [years[0], years[years.length - 1]] },
      y: { domain: [low, high], nice: true, grid: true },
      marks: [
        axisX({
          label: null,
          ticks: [...yearTicks(years, width - marginLeft - 24)],
          tickFormat: (one: number) => String(one),
        }),
        axisY({ label: unit, labelArrow: 'none', ticks: 5 }),
        areaY(band, { x: 'year', y1: 'low', y2: 'high', fill: pale }),
        ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
        ...(seen.length === 0
          ? []
          : [
              line(seen.flat(), {
                x: 'year',
                y: 'value',
                z: 'future',
                stroke: quiet,
                strokeWidth: 0.8,
                strokeOpacity: 0.7,
              }),
            ]),
        lineY(band, { x: 'year', y: 'mean', stroke: ink, strokeWidth: 1.4, strokeDasharray: '6 3' }),
        ruleX([year], { stroke: quiet }),
        lineY(own, { x: 'year', y: 'value', stroke: ink, strokeWidth: 2.6 }),
        dot(
          own.filter((one) => one.year === year),
          { x: 'year', y: 'value', r: 5, fill: paper, stroke: ink, strokeWidth: 2.5 },
        ),
      ],
    },
    { label: title, description: words },
  )
}

function pointsOf(values: readonly number[], years: readonly number[], future: number) {
  return values.map((value, t) => ({ year: years[t], value, future }))
}
