/**
 * Sums over the columns of a cell (see `cellColumns`) and over origins of parts. Every year of every history goes through all
 * cells, so that the ten columns and the six origins are written out here, and nowhere else: a loop over so few costs as much
 * again as its sums.
 */
import { partsColumn } from './cellColumns.ts'

// A constant of this file's own: that of another one is read from memory each time.
const parts = partsColumn

/** target += scale * source for the columns of a cell. */
export function addColumns(source: Float64Array, from: number, scale: number, target: Float64Array, to: number): void {
  target[to] += scale * source[from]
  target[to + 1] += scale * source[from + 1]
  target[to + 2] += scale * source[from + 2]
  target[to + 3] += scale * source[from + 3]
  addOrigins(source, from + parts, scale, target, to + parts)
}

/** target += scale * source, origin by origin. */
export function addOrigins(source: Float64Array, from: number, scale: number, target: Float64Array, to: number): void {
  target[to] += scale * source[from]
  target[to + 1] += scale * source[from + 1]
  target[to + 2] += scale * source[from + 2]
  target[to + 3] += scale * source[from + 3]
  target[to + 4] += scale * source[from + 4]
  target[to + 5] += scale * source[from + 5]
}

/** target = scale * source, origin by origin. */
export function scaleOrigins(
  source: Float64Array,
  from: number,
  scale: number,
  target: Float64Array,
  to: number,
): void {
  target[to] = scale * source[from]
  target[to + 1] = scale * source[from + 1]
  target[to + 2] = scale * source[from + 2]
  target[to + 3] = scale * source[from + 3]
  target[to + 4] = scale * source[from + 4]
  target[to + 5] = scale * source[from + 5]
}

/** target = before + weight * (now - before) for the columns of the cell at `n`, exact where both are the same. */
export function blendColumns(
  before: Float64Array,
  now: Float64Array,
  weight: number,
  target: Float64Array,
  n: number,
): void {
  target[n] = before[n] + weight * (now[n] - before[n])
  target[n + 1] = before[n + 1] + weight * (now[n + 1] - before[n + 1])
  target[n + 2] = before[n + 2] + weight * (now[n + 2] - before[n + 2])
  target[n + 3] = before[n + 3] + weight * (now[n + 3] - before[n + 3])
  blendOrigins(before, now, weight, target, n + parts)
}

/** The same origin by origin, from `n` on. */
export function blendOrigins(
  before: Float64Array,
  now: Float64Array,
  weight: number,
  target: Float64Array,
  n: number,
): void {
  target[n] = before[n] + weight * (now[n] - before[n])
  target[n + 1] = before[n + 1] + weight * (now[n + 1] - before[n + 1])
  target[n + 2] = before[n + 2] + weight * (now[n + 2] - before[n + 2])
  target[n + 3] = before[n + 3] + weight * (now[n + 3] - before[n + 3])
  target[n + 4] = before[n + 4] + weight * (now[n + 4] - before[n + 4])
  target[n + 5] = before[n + 5] + weight * (now[n + 5] - before[n + 5])
}
