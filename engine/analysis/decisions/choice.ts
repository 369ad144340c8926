/**
 * A choice between options, all computed on the same replicates with the same draws. One outcome counts, turned so that
 * more is better. A replicate that failed under any option is left out of all, and counted: regret and the best option
 * need every option.
 */

/** One option's outcome, in the outcome's own unit. */
export interface Option {
  readonly name: string
  /** [replicate] */
  readonly values: Float64Array
  /** [replicate] 0 where the replicate is good. */
  readonly status: Uint8Array
}

export interface Choice {
  readonly names: readonly string[]
  /** [option][good replicate], more is better. */
  readonly values: readonly Float64Array[]
  /** [good replicate] its number among all. */
  readonly replicates: Int32Array
  /** Replicates left out. */
  readonly failed: number
}

/**
 * @param good the direction of the outcome that counts as better
 * @throws RangeError if there is no option, or options differ in their number of replicates
 */
export function choiceOf(options: readonly Option[], good: 'up' | 'down'): Choice {
  if (options.length === 0) throw new RangeError('a choice needs at least one option; given: none')
  const count = options[0].values.length
  for (const { name, values, status } of options) {
    if (values.length === count && status.length === count) continue
    throw new RangeError(
      `the options of a choice must have the same replicates; given: ${count} of ` +
        `${options[0].name}, ${values.length} of ${name} with ${status.length} states`,
    )
  }
  const all = Int32Array.from({ length: count }, (_, d) => d)
  const replicates = all.filter((d) => options.every(({ status }) => status[d] === 0))
  const sign = good === 'up' ? 1 : -1
  return {
    names: options.map(({ name }) => name),
    values: options.map(({ values }) => Float64Array.from(replicates, (d) => sign * values[d])),
    replicates,
    failed: count - replicates.length,
  }
}

/** [replicate] the best that any option gives in it. */
export function bestOfAll({ values }: Choice): Float64Array {
  return values[0].map((_, d) => values.reduce((most, column) => Math.max(most, column[d]), -Infinity))
}
