/**
 * Figures of groups of numbers in one pass over arrays, to the bit those of arquero, which calls a function for each row and figure:
 * means are carried on from value to value, sums start at 0, quantiles lie between neighbours in order (which of two zeros comes first
 * is left open). NaN is no value.
 */

/** Numbers and the groups that they are in. */
export interface GroupedNumbers {
  /** [row] NaN where there is none. */
  readonly values: Float64Array
  /** [row] below `size`; left out where all are one group. */
  readonly groupOf: Uint32Array | undefined
  readonly size: number
}

/** [group] the figure; `valid` has how many values there are of each, at least one. */
export type Figure = (numbers: GroupedNumbers, valid: Float64Array, share: number) => Float64Array

/** The names of the figures that are worked out here, which arquero has for them too. */
export type FigureName = 'count' | 'valid' | 'mean' | 'average' | 'sum' | 'min' | 'max' | 'median' | 'quantile'

/** How each is worked out. */
export const figures: Readonly<Record<FigureName, Figure>> = {
  mean: means,
  average: means,
  sum: sums,
  min: least,
  max: most,
  count: (_, valid) => valid,
  valid: (_, valid) => valid,
  median: (numbers, valid) => quantiles(numbers, valid, 0.5),
  quantile: quantiles,
}

/** Whether it is one of `figures`. */
export function isFigure(name: string): name is FigureName {
  return Object.hasOwn(figures, name)
}

/** [group] how many values there are. */
export function validCounts({ values, groupOf, size }: GroupedNumbers): Float64Array {
  const counts = new Float64Array(size)
  for (let row = 0; row < values.length; row++) {
    if (values[row] === values[row]) counts[groupOf === undefined ? 0 : groupOf[row]] += 1
  }
  return counts
}

function means({ values, groupOf, size }: GroupedNumbers): Float64Array {
  const mean = new Float64Array(size)
  const counts = new Float64Array(size)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    if (Number.isNaN(value)) continue
    const group = groupOf === undefined ? 0 : groupOf[row]
    counts[group] += 1
    mean[group] += (value - mean[group]) / counts[group]
  }
  return mean
}

function sums({ values, groupOf, size }: GroupedNumbers): Float64Array {
  const sum = new Float64Array(size)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    if (!Number.isNaN(value)) sum[groupOf === undefined ? 0 : groupOf[row]] += value
  }
  return sum
}

// A comparison with NaN is false.
function least({ values, groupOf, size }: GroupedNumbers): Float64Array {
  const found = new Float64Array(size).fill(Infinity)
  for (let row = 0; row < values.length; row++) {
    const group = groupOf === undefined ? 0 : groupOf[row]
    if (values[row] < found[group]) found[group] = values[row]
  }
  return found
}

function most({ values, groupOf, size }: GroupedNumbers): Float64Array {
  const found = new Float64Array(size).fill(-Infinity)
  for (let row = 0; row < values.length; row++) {
    const group = groupOf === undefined ? 0 : groupOf[row]
    if (values[row] > found[group]) found[group] = values[row]
  }
  return found
}

/** The values of each group stand one after the other, and are put in order there. */
function quantiles({ values, groupOf, size }: GroupedNumbers, valid: Float64Array, share: number): Float64Array {
  const ends = new Float64Array(size)
  for (let group = 1; group < size; group++) ends[group] = ends[group - 1] + valid[group - 1]
  const gathered = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue
    const group = groupOf === undefined ? 0 : groupOf[row]
    gathered[ends[group]] = values[row]
    ends[group] += 1
  }
  return ends.map((end, group) => quantileOf(gathered.subarray(end - valid[group], end).toSorted(), share))
}

function quantileOf(sorted: Float64Array, share: number): number {
  if (sorted.length < 2 || share === 0) return sorted[0]
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  return below + 1 < sorted.length
    ? sorted[below] + (sorted[below + 1] - sorted[below]) * (place - below)
    : sorted[below]
}
