/**
 * Options that do well whatever comes, in several outcomes at once. A replicate is a future: draws of all that nobody knows.
 *
 * Least regret. Regret of an option in a replicate, in one outcome, is the best of all options less its own (L. J. Savage, 1951,
 * see `compareOptions.ts`). Its 95% quantile over replicates, in parts of the largest that any option has in that outcome, can
 * be compared between outcomes; the largest of an option's parts is its worst, and the option whose worst is least is the
 * choice. The quantile and not the maximum, which grows with the number of replicates. That what is at stake in each outcome
 * counts alike is a weight like any other, and a judgement.
 *
 * Satisficing. The share of replicates in which every threshold is kept: the domain criterion of M. K. Starr, "Product design and
 * decision theory" (1963). Both as in J. D. Herman, P. M. Reed, H. B. Zeff and G. W. Characklis, "How should robustness be
 * defined for water systems planning under change?", Journal of Water Resources Planning and Management 141 (2015).
 *
 * How surely an option is the choice is the share of bootstrap samples of replicates in which it is, ties in equal parts.
 */
import { quantile } from '../../math/accumulate.ts'
import { wilsonInterval } from '../../math/samplingError.ts'
import type { Key } from '../../math/streams.ts'
import type { Chance } from '../decisions/compareOptions.ts'
import { resample } from '../resample.ts'
import { frontResamples, type Judged } from './front.ts'

const regretProbability = 0.95

export interface RegretRow {
  /** [outcome] 95% quantile of regret, in the outcome's unit. */
  readonly quantiles: readonly number[]
  /** [outcome] The largest regret in these replicates. */
  readonly greatest: readonly number[]
  /** The largest over outcomes of its quantile in parts of the largest one of any option; from 0 to 1. */
  readonly worst: number
  /** Share of resamples in which its worst is the least. */
  readonly chosen: number
}

/** A row an option. */
export function regretsOf(judged: Judged, root: Key, resamples: number = frontResamples): readonly RegretRow[] {
  const options = judged[0].length
  const regrets = judged.map(regretColumns)
  const orders = regrets.map((columns) => columns.map(fallingOrder))
  const sorted = regrets.map((columns) => columns.map((column) => column.toSorted()))
  const quantiles = sorted.map((columns) => Float64Array.from(columns, (column) => quantile(column, regretProbability)))
  const worst = worstParts(quantiles)
  const counts = new Float64Array(regrets[0][0].length)
  const chosen = new Float64Array(options)
  for (let round = 0; round < resamples; round++) {
    resample(counts, root, round, 'regret')
    const again = regrets.map((columns, k) =>
      Float64Array.from(columns, (column, o) => resampledQuantile(column, orders[k][o], counts, regretProbability)),
    )
    shareAmongBest(worstParts(again), (one, other) => one < other, chosen)
  }
  return Array.from({ length: options }, (_, o) => ({
    quantiles: quantiles.map((ofOutcome) => ofOutcome[o]),
    greatest: sorted.map((columns) => columns[o][columns[o].length - 1]),
    worst: worst[o],
    chosen: chosen[o] / resamples,
  }))
}

/** [option][replicate] what each option leaves on the table. */
function regretColumns(columns: readonly Float64Array[]): readonly Float64Array[] {
  const best = columns[0].map((_, d) => columns.reduce((most, column) => Math.max(most, column[d]), -Infinity))
  return columns.map((column) => column.map((value, d) => best[d] - value))
}

function fallingOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values, (_, d) => d).toSorted((one, other) => values[other] - values[one])
}

/**
 * The quantile of a bootstrap sample, between two ranks as that of the sample itself.
 *
 * @param order of the values, falling
 * @param counts how often each is drawn
 */
export function resampledQuantile(
  values: Float64Array,
  order: Int32Array,
  counts: Float64Array,
  probability: number,
): number {
  const drawn = counts.reduce((sum, count) => sum + count, 0)
  // Ranks from the top, of the two draws between which it lies.
  const fromTop = (1 - probability) * (drawn - 1)
  const upper = Math.floor(fromTop)
  let [passed, k] = [0, 0]
  while (passed + counts[order[k]] <= upper) passed += counts[order[k++]]
  const high = values[order[k]]
  while (k < order.length - 1 && passed + counts[order[k]] <= upper + 1) passed += counts[order[k++]]
  // Behind the last draw there may be values that are not drawn.
  return fromTop === upper ? high : high + (fromTop - upper) * (values[order[k]] - high)
}

/** [option] the largest part over outcomes; an outcome in which nothing is at stake has none. @param quantiles [outcome][option] */
function worstParts(quantiles: readonly Float64Array[]): Float64Array {
  const stakes = quantiles.map((ofOutcome) => ofOutcome.reduce((most, value) => Math.max(most, value), 0))
  return quantiles[0].map((_, o) =>
    quantiles.reduce((most, ofOutcome, k) => Math.max(most, stakes[k] > 0 ? ofOutcome[o] / stakes[k] : 0), 0),
  )
}

export interface SatisfyingRow {
  /** Share of replicates in which all thresholds are kept. */
  readonly all: Chance
  /** [threshold] in which it is. */
  readonly each: readonly number[]
  /** Share of resamples in which no option keeps all in more replicates. */
  readonly chosen: number
}

/**
 * A row an option.
 *
 * @param holds [threshold][option][replicate] 1 where it is kept, 0 where it is not
 */
export function satisfyingOf(holds: Judged, root: Key, resamples: number = frontResamples): readonly SatisfyingRow[] {
  const replicates = holds[0][0].length
  const all = holds[0].map((column, o) => column.map((_, d) => Math.min(...holds.map((columns) => columns[o][d]))))
  const counts = new Float64Array(replicates)
  const chosen = new Float64Array(all.length)
  for (let round = 0; round < resamples; round++) {
    resample(counts, root, round, 'satisfying')
    const kept = Float64Array.from(all, (column) => weighed(column, counts))
    shareAmongBest(kept, (one, other) => one > other, chosen)
  }
  return all.map((column, o) => {
    const count = sumOf(column)
    return {
      all: { value: count / replicates, ...wilsonInterval(count, replicates, 0.95) },
      each: holds.map((columns) => sumOf(columns[o]) / replicates),
      chosen: chosen[o] / resamples,
    }
  })
}

function weighed(values: Float64Array, counts: Float64Array): number {
  return values.reduce((sum, value, d) => sum + counts[d] * value, 0)
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Adds 1, in equal parts, to the options of which none is better. */
function shareAmongBest(
  values: Float64Array,
  isBetter: (one: number, other: number) => boolean,
  into: Float64Array,
): void {
  const best = values.reduce((sofar, value) => (isBetter(value, sofar) ? value : sofar))
  const tied = values.filter((value) => value === best).length
  values.forEach((value, o) => {
    if (value === best) into[o] += 1 / tied
  })
}
