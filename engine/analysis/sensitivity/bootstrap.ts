/**
 * How far a statistic of independent rows may lie from its value over endless rows: percentile intervals of the
 * bootstrap (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). Resample number r
 * picks rows by the stream (root, r, bootstrap), so the same run gives the same intervals.
 *
 * Where rows are points of a low-discrepancy sequence they are spread more evenly than independent ones, and the
 * interval is if anything too wide.
 */
import { quantile } from '../../math/accumulate.ts'
import { newStream, nextUniform, startStream, type Key } from '../../math/streams.ts'
import { sensitivityPurpose } from './purposes.ts'

export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface BootstrapOptions {
  /** 500 unless given. */
  readonly resamples?: number
  /** Probability with which the interval holds the value, nominally; 0.95 unless given. */
  readonly confidence?: number
}

/** Fills `into` with the statistics of the rows picked; a row may be picked more than once. */
export type Statistic = (picks: Int32Array, into: Float64Array) => void

/**
 * Values over all rows, with their intervals.
 *
 * @param rows how many there are
 * @param count how many numbers `statistic` fills
 */
export function bootstrap(
  root: Key,
  rows: number,
  count: number,
  statistic: Statistic,
  { resamples = 500, confidence = 0.95 }: BootstrapOptions = {},
): readonly Estimate[] {
  const values = new Float64Array(count)
  statistic(
    Int32Array.from({ length: rows }, (_, row) => row),
    values,
  )
  const again = Array.from({ length: count }, () => new Float64Array(resamples))
  const picks = new Int32Array(rows)
  const numbers = new Float64Array(count)
  const stream = newStream()
  for (let resample = 0; resample < resamples; resample++) {
    startStream(stream, root, resample, sensitivityPurpose.bootstrap, 0)
    for (let row = 0; row < rows; row++) picks[row] = Math.floor(rows * nextUniform(stream))
    statistic(picks, numbers)
    for (let s = 0; s < count; s++) again[s][resample] = numbers[s]
  }
  const tail = (1 - confidence) / 2
  return again.map((sample, s) => {
    sample.sort()
    return { value: values[s], low: quantile(sample, tail), high: quantile(sample, 1 - tail) }
  })
}
