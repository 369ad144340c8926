/**
 * The top of a curve known at a few levels: the highest point, and where it lies between two others the vertex of the
 * parabola through the three. Between levels the curve is not known; the parabola's vertex misses a smooth top by a
 * share of a step that shrinks with the square of the step.
 */
import { fittedValues, orthonormalBasis } from '../../math/orthonormal.ts'

export type TopShape = 'interior' | 'lowest level' | 'highest level' | 'flat'

export interface Top {
  /** Number of the highest level; the first of equals. */
  readonly index: number
  /** Where the curve peaks, in the unit of the levels; NaN on a flat curve. */
  readonly at: number
  readonly value: number
  readonly shape: TopShape
}

/**
 * @param levels rising
 * @param values [level]
 */
export function topOf(levels: Float64Array, values: Float64Array): Top {
  let index = 0
  for (let l = 1; l < values.length; l++) if (values[l] > values[index]) index = l
  if (values.every((value) => value === values[0])) return { index, at: NaN, value: values[0], shape: 'flat' }
  if (index === 0) return { index, at: levels[0], value: values[0], shape: 'lowest level' }
  if (index === levels.length - 1) return { index, at: levels[index], value: values[index], shape: 'highest level' }
  const { at, value } = vertex(levels, values, index, 1)
  return { index, at, value, shape: 'interior' }
}

/**
 * The same with the parabola fitted by least squares to a wider window of levels, for curves with noise of their own at
 * each level: among levels that noise does not tell apart, three would follow the noise. The highest point decides
 * instead wherever it is not inside the window, or the fit has no top there.
 *
 * @param from first level of the window, by number, and `to` the last
 */
export function smoothTopOf(levels: Float64Array, values: Float64Array, from: number, to: number): Top {
  const top = topOf(levels, values)
  if (to - from < 3 || top.shape !== 'interior' || top.index <= from || top.index >= to) return top
  const window = levels.slice(from, to + 1)
  const { at, value } = fittedVertex(window, values.slice(from, to + 1))
  return at > window[0] && at < window[window.length - 1] ? { ...top, at, value } : top
}

/** Vertex of the least-squares parabola; not a number where it has no top. */
function fittedVertex(levels: Float64Array, values: Float64Array): { readonly at: number; readonly value: number } {
  const centre = levels[levels.length >> 1]
  const x = levels.map((level) => level - centre)
  const everyone = new Float64Array(x.length).fill(1)
  const basis = orthonormalBasis([everyone, x, x.map((v) => v * v)], everyone)
  // The fitted values lie on one parabola, so three of them give it.
  const found = vertex(levels, fittedValues(basis, everyone, values), levels.length >> 1, levels.length >> 1)
  return found.bend > 0 ? found : { at: NaN, value: NaN }
}

/** Vertex of the parabola through a point and those `reach` levels away; `bend` is positive where that is a top. */
function vertex(
  levels: Float64Array,
  values: Float64Array,
  index: number,
  reach: number,
): { readonly at: number; readonly value: number; readonly bend: number } {
  const [before, after] = [index - reach, Math.min(levels.length - 1, index + reach)]
  const left = levels[index] - levels[before]
  const right = levels[after] - levels[index]
  const rise = (values[index] - values[before]) / left
  const fall = (values[index] - values[after]) / right
  // y = y_index + slope u - bend u^2 with u the distance from the middle point.
  const bend = (rise + fall) / (left + right)
  const slope = (rise * right - fall * left) / (left + right)
  const u = slope / (2 * bend)
  return { at: levels[index] + u, value: values[index] + (slope * u) / 2, bend }
}
