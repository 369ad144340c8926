/** Lines of a finished study on their axes: which remain within ranges, where they are drawn, and which is nearest to a place. */
import type { FinishedAxis } from '../data/finishedStudy.ts'
import { decimalText, magnitude } from '../../words/numbers.ts'

/** Ends of what somebody keeps of an axis. */
export type Range = readonly [number, number]

/** By id of an axis. */
export type Ranges = Readonly<Record<string, Range>>

/** Least and greatest value; words have a place each. */
export function extentOf({ values, words }: FinishedAxis): Range {
  if (words !== undefined) return [0, Math.max(1, words.length - 1)]
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (!(least <= most)) return [0, 1]
  return least === most ? [least - 1, most + 1] : [least, most]
}

/** [line] 1 where it is within all ranges. A line without a value on an axis is within none of its ranges. */
export function keptLines(axes: readonly FinishedAxis[], ranges: Ranges, count: number): Uint8Array {
  const kept = new Uint8Array(count).fill(1)
  for (const { id, values } of axes) {
    const range = ranges[id]
    if (range === undefined) continue
    const [low, high] = range
    for (let n = 0; n < count; n++) if (!(values[n] >= low && values[n] <= high)) kept[n] = 0
  }
  return kept
}

/** Where a value stands along its axis, 0 to 1. */
export function shareOf(value: number, [least, most]: Range): number {
  return Math.min(1, Math.max(0, (value - least) / (most - least)))
}

/** A value as axes and lists show it: to three digits of the length of the axis, or its word. */
export function valueText(axis: FinishedAxis, value: number): string {
  if (axis.words !== undefined) return axis.words[Math.round(value)] ?? ''
  if (!Number.isFinite(value)) return 'none'
  const [least, most] = extentOf(axis)
  return decimalText(value, magnitude(most - least) - 2)
}

/** What is drawn: the place of each axis across the lines, and how long axes are. Pixels. */
export interface Frame {
  readonly tops: readonly number[]
  readonly left: number
  readonly width: number
}

/** [axis][line] place along the axis, pixels; not a number where a line has no value. */
export function placesOf(axes: readonly FinishedAxis[], { left, width }: Frame): readonly Float64Array[] {
  return axes.map((axis) => {
    const extent = extentOf(axis)
    return axis.values.map((value) => (Number.isFinite(value) ? left + width * shareOf(value, extent) : NaN))
  })
}

/** The kept line that passes nearest to a place within `reach` pixels, or undefined. */
export function nearestLine(
  { tops }: Frame,
  places: readonly Float64Array[],
  kept: Uint8Array,
  [x, y]: readonly [number, number],
  reach: number,
): number | undefined {
  const below = tops.findIndex((top) => top >= y)
  const next = below < 0 ? tops.length - 1 : below
  const before = Math.max(0, next - 1)
  const share = next === before ? 0 : (y - tops[before]) / (tops[next] - tops[before])
  let [nearest, least]: [number | undefined, number] = [undefined, reach]
  kept.forEach((isKept, n) => {
    if (isKept === 0) return
    const away = Math.abs(places[before][n] + share * (places[next][n] - places[before][n]) - x)
    if (away < least) [nearest, least] = [n, away]
  })
  return nearest
}
