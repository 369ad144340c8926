/**
 * Replicates as cases for discovery: the parameters that each drew, and whether it is of interest, which is to say
 * whether the option fails in it. Replicates that the engine could not compute are no cases; they are counted.
 */

export interface Cases {
  readonly parameters: readonly string[]
  /** [parameter][case] */
  readonly columns: readonly Float64Array[]
  /** [case] 1 where the case is of interest. */
  readonly ofInterest: Uint8Array
  /** Replicates left out because they failed to compute. */
  readonly leftOut: number
  /** [case] the replicate that it comes from, where several cases share one, as at the points of a sweep. */
  readonly clusters?: Int32Array
}

/** What counts as failing: an outcome below a figure, or above it. */
export type Failing = { readonly below: number } | { readonly above: number }

/**
 * @param draws [replicate x parameter] values, not uniforms
 * @param outcome [replicate] in its own unit; a paired difference serves as well
 * @param status [replicate] 0 where the replicate is good
 * @param clusters [replicate] what rows belong together, where they are not independent
 * @throws RangeError if the shapes do not fit each other
 */
export function casesOf(
  parameters: readonly string[],
  draws: Float64Array,
  outcome: Float64Array,
  status: Uint8Array,
  failing: Failing,
  clusters?: Int32Array,
): Cases {
  const width = parameters.length
  if (draws.length !== width * outcome.length || status.length !== outcome.length) {
    throw new RangeError(
      `cases: ${width} parameters of ${outcome.length} replicates are ${width * outcome.length} draws and ` +
        `${outcome.length} states; given: ${draws.length} draws, ${status.length} states`,
    )
  }
  const fails = (value: number): boolean => ('below' in failing ? value < failing.below : value > failing.above)
  const good = Array.from(outcome.keys()).filter((d) => status[d] === 0)
  return {
    parameters,
    columns: parameters.map((_, p) => Float64Array.from(good, (d) => draws[d * width + p])),
    ofInterest: Uint8Array.from(good, (d) => Number(fails(outcome[d]))),
    leftOut: outcome.length - good.length,
    ...(clusters === undefined ? {} : { clusters: Int32Array.from(good, (d) => clusters[d]) }),
  }
}

/** All cases, by number. */
export function allRows(cases: Cases): Int32Array {
  return Int32Array.from(cases.ofInterest.keys())
}

/** How many of `rows` are of interest. */
export function countOfInterest({ ofInterest }: Cases, rows: Int32Array): number {
  let count = 0
  for (let n = 0; n < rows.length; n++) count += ofInterest[rows[n]]
  return count
}
