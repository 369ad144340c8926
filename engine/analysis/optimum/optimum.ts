/**
 * The level of a lever that peaks an outcome, as the rule that peaks parts jobs on a Laffer curve, from replicates run
 * at each of a few levels with the same draws.
 *
 * Two questions are kept apart. Where does the *mean* outcome peak, and how surely does this run know it? The interval
 * of the level answers that: the top is sought again on bootstrap samples of the replicates, and more replicates make
 * it narrow. And where does the outcome peak in *each* replicate, when parameters are what they were drawn to be?
 * `perReplicate` answers that; no number of replicates makes it narrow.
 *
 * How much it matters to hit the top is said by the levels from which it can hardly be told: those beside the highest
 * whose paired shortfall of mean outcome is within its standard error, and those within a share of the top's size.
 */
import { mean as meanOf, quantile } from '../../math/accumulate.ts'
import { meanStandardError, type Interval } from '../../math/samplingError.ts'
import type { Key } from '../../math/streams.ts'
import { resample, resampledMean } from '../resample.ts'
import { smoothTopOf, topOf, type Top, type TopShape } from './top.ts'

export interface LevelRow {
  readonly level: number
  readonly mean: number
  readonly standardError: number
  /** Mean of the highest level less this one, replicate by replicate. */
  readonly shortfall: number
  readonly shortfallStandardError: number
}

export interface Optimum {
  /** Where the mean outcome peaks, between levels by a parabola. */
  readonly top: Top
  /** Of the level at which the mean peaks: the sampling error of this run. Infinite where all samples are flat. */
  readonly interval: Interval
  readonly confidence: number
  /** Share of bootstrap samples that peak at an end of the levels, where no interior peak is found. */
  readonly atAnEnd: number
  readonly levels: readonly LevelRow[]
  /** Lowest and highest level, beside the top without a gap, whose shortfall is within one standard error of it. */
  readonly withinError: Interval
  /** The same, within `flatShare` of the size of the top. */
  readonly withinShare: Interval
  readonly flatShare: number
  readonly perReplicate: PeakDistribution
  readonly n: number
  readonly failed: number
}

/** Where single replicates peak. */
export interface PeakDistribution {
  /** Quantiles 5%, 50% and 95% of the peaking level over replicates that are not flat. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** Shares of replicates by the shape of their curve. */
  readonly shapes: Readonly<Record<TopShape, number>>
}

export interface OptimumOptions {
  readonly confidence: number
  readonly rounds: number
  readonly flatShare: number
}

export const usualOptimum: OptimumOptions = { confidence: 0.95, rounds: 400, flatShare: 0.01 }

/**
 * @param levels rising, at least three
 * @param columns [level][replicate] the outcome, turned so that more is better
 * @param status [level][replicate] 0 where the replicate is good; one that failed at any level is left out
 * @throws RangeError on fewer than three levels, levels that do not rise, or no good replicate
 */
export function optimumOf(
  levels: Float64Array,
  columns: readonly Float64Array[],
  status: readonly Uint8Array[],
  root: Key,
  options: OptimumOptions = usualOptimum,
): Optimum {
  checkLevels(levels, columns.length)
  const good = Array.from(columns[0].keys()).filter((d) => status.every((column) => column[d] === 0))
  if (good.length === 0) throw new RangeError('optimum: no replicate is good at all levels')
  const values = columns.map((column) => Float64Array.from(good, (d) => column[d]))
  const means = Float64Array.from(values, (column) => meanOf(column))
  const highest = topOf(levels, means).index
  const rows = levelRows(levels, values, highest)
  const window = windowOf(rows, highest)
  const nearly = options.flatShare * Math.abs(means[highest])
  return {
    top: smoothTopOf(levels, means, ...window),
    ...bootstrapTops(levels, values, window, root, options),
    confidence: options.confidence,
    levels: rows,
    withinError: rangeOf(
      rows,
      reachOf(rows, highest, (row) => row.shortfall <= row.shortfallStandardError),
    ),
    withinShare: rangeOf(
      rows,
      reachOf(rows, highest, (row) => row.shortfall <= nearly),
    ),
    flatShare: options.flatShare,
    perReplicate: peakDistribution(levels, values),
    n: good.length,
    failed: columns[0].length - good.length,
  }
}

function checkLevels(levels: Float64Array, columns: number): void {
  const rises = levels.every((level, l) => l === 0 || level > levels[l - 1])
  if (levels.length >= 3 && levels.length === columns && rises) return
  throw new RangeError(
    `optimum: at least three rising levels are needed, with a column each; given: ${[...levels].join(', ')} and ` +
      `${columns} columns`,
  )
}

function levelRows(levels: Float64Array, values: readonly Float64Array[], highest: number): readonly LevelRow[] {
  return values.map((column, l) => {
    const shortfall = column.map((value, d) => values[highest][d] - value)
    return {
      level: levels[l],
      mean: meanOf(column),
      standardError: meanStandardError(column),
      shortfall: meanOf(shortfall),
      shortfallStandardError: meanStandardError(shortfall),
    }
  })
}

/** The level's percentile interval, and how often a sample peaks at an end. */
function bootstrapTops(
  levels: Float64Array,
  values: readonly Float64Array[],
  window: readonly [number, number],
  root: Key,
  { rounds, confidence }: OptimumOptions,
): Pick<Optimum, 'interval' | 'atAnEnd'> {
  const counts = new Float64Array(values[0].length)
  const tops = Array.from({ length: rounds }, (_, round) => {
    resample(counts, root, round, 'optimum')
    return smoothTopOf(
      levels,
      Float64Array.from(values, (column) => resampledMean(column, counts)),
      ...window,
    )
  })
  const at = Float64Array.from(
    tops.filter(({ shape }) => shape !== 'flat'),
    (top) => top.at,
  ).toSorted()
  const half = (1 - confidence) / 2
  const unknown = { low: -Infinity, high: Infinity }
  return {
    interval: at.length === 0 ? unknown : { low: quantile(at, half), high: quantile(at, 1 - half) },
    atAnEnd: tops.filter(({ shape }) => shape === 'lowest level' || shape === 'highest level').length / rounds,
  }
}

/** Numbers of the lowest and highest level, beside the highest mean without a gap, for which something holds. */
function reachOf(rows: readonly LevelRow[], top: number, holds: (row: LevelRow) => boolean): readonly [number, number] {
  let [low, high] = [top, top]
  while (low > 0 && holds(rows[low - 1])) low -= 1
  while (high < rows.length - 1 && holds(rows[high + 1])) high += 1
  return [low, high]
}

function rangeOf(rows: readonly LevelRow[], [low, high]: readonly [number, number]): Interval {
  return { low: rows[low].level, high: rows[high].level }
}

/** The levels that two standard errors do not tell from the highest, and one more on either side. */
function windowOf(rows: readonly LevelRow[], top: number): readonly [number, number] {
  const [low, high] = reachOf(rows, top, (row) => row.shortfall <= 2 * row.shortfallStandardError)
  return [Math.max(0, low - 1), Math.min(rows.length - 1, high + 1)]
}

function peakDistribution(levels: Float64Array, values: readonly Float64Array[]): PeakDistribution {
  const shapes = { interior: 0, 'lowest level': 0, 'highest level': 0, flat: 0 }
  const n = values[0].length
  const peaks: number[] = []
  for (let d = 0; d < n; d++) {
    const top = topOf(
      levels,
      Float64Array.from(values, (column) => column[d]),
    )
    shapes[top.shape] += 1 / n
    if (top.shape !== 'flat') peaks.push(top.at)
  }
  const sorted = Float64Array.from(peaks).toSorted()
  return { low: quantile(sorted, 0.05), median: quantile(sorted, 0.5), high: quantile(sorted, 0.95), shapes }
}
