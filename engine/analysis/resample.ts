/**
 * Resampling of replicates: bootstrap samples (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of
 * Statistics 7, 1979) and random halves, by streams of the run's own root. The same run gives the same resamples.
 */
import { newStream, nextUniform, startStream, type Key } from '../math/streams.ts'

/** What a resample is for; no stream of the model has such a purpose. */
export const resamplePurposes = {
  halves: 1001,
  halvesAgain: 1002,
  information: 1003,
  informationFolds: 1004,
  optimum: 1005,
  front: 1006,
  regret: 1007,
  satisfying: 1008,
} as const

export type ResamplePurpose = keyof typeof resamplePurposes

/**
 * A bootstrap sample as weights: how often each replicate is drawn in as many draws, with replacement, as there are.
 *
 * @param counts [replicate] overwritten
 * @param round number of the resample
 */
export function resample(counts: Float64Array, root: Key, round: number, purpose: ResamplePurpose): void {
  const stream = newStream()
  startStream(stream, root, round, resamplePurposes[purpose], 0)
  counts.fill(0)
  for (let n = 0; n < counts.length; n++) counts[Math.floor(nextUniform(stream) * counts.length)] += 1
}

/** Mean of a column in a bootstrap sample. */
export function resampledMean(values: Float64Array, counts: Float64Array): number {
  let sum = 0
  for (let n = 0; n < values.length; n++) sum += counts[n] * values[n]
  return sum / values.length
}

/** The numbers 0 to count - 1 in random order (R. Durstenfeld, "Algorithm 235", Communications of the ACM 7, 1964). */
export function shuffled(count: number, root: Key, round: number, purpose: ResamplePurpose): Int32Array {
  const stream = newStream()
  startStream(stream, root, round, resamplePurposes[purpose], 0)
  const order = Int32Array.from({ length: count }, (_, n) => n)
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(nextUniform(stream) * (n + 1))
    const kept = order[n]
    order[n] = order[other]
    order[other] = kept
  }
  return order
}

/** Two random halves of 0 to count - 1, each rising; the first has the odd one. */
export function halves(
  count: number,
  root: Key,
  round: number,
  purpose: ResamplePurpose,
): readonly [Int32Array, Int32Array] {
  const order = shuffled(count, root, round, purpose)
  const middle = Math.ceil(count / 2)
  return [order.slice(0, middle).toSorted(), order.slice(middle).toSorted()]
}
