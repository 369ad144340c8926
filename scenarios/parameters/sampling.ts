/**
 * The design of a run as scenario files state it: how many replicates, which seed, and how parameters are drawn. Section
 * "Designs" of docs/statistics.md.
 */
import type { Sampling, TableSampling } from '../../engine/math/sampling.ts'

export const samplers = ['monte-carlo', 'latin-hypercube', 'sobol'] as const
export type Sampler = (typeof samplers)[number]

/** An outcome that must be known to within `halfWidth`, half of its Monte Carlo interval. */
export interface PrecisionTarget {
  /** Id, as in `output.US`. */
  readonly outcome: string
  /** Calendar year; the last if left out. */
  readonly year?: number | undefined
  /** Of the scenario; the last two of its difference from the baseline. The mean if left out. */
  readonly statistic?: 'mean' | 'median' | 'low' | 'high' | 'difference' | 'probabilityBetter' | undefined
  /** In the outcome's unit; a fraction for a probability. */
  readonly halfWidth: number
  /** Of the interval; 0.95 if left out. */
  readonly confidence?: number | undefined
}

/** What a target means where it does not say, and when a run looks at its precision. Numbers are judgement. */
export const precisionDefaults = { statistic: 'mean', confidence: 0.95, min: 200, max: 10_000, batch: 100 } as const

export interface DesignBlock {
  readonly replicates?: number | null | undefined
  readonly seed?: number | null | undefined
  readonly sampler?: Sampler | null | undefined
  /** Replicates of one Latin hypercube. */
  readonly strata?: number | null | undefined
  /** Independent scramblings of Sobol' points. */
  readonly scramblings?: number | null | undefined
  /** Goes on, a batch at a time, until all are known well enough, in place of a number of replicates. */
  readonly until?: readonly PrecisionTarget[] | null | undefined
  readonly min?: number | null | undefined
  readonly max?: number | null | undefined
  readonly batch?: number | null | undefined
}

/** Where nothing is written. They do not depend on the number of replicates, so that a longer run has the same first ones. */
export const samplingDefaults = { sampler: 'monte-carlo', strata: 50, scramblings: 16 } as const

/** Sampling that a few numbers describe, as a scenario or a plan states it; a table is made by the program alone. */
export type StatedSampling = Exclude<Sampling, TableSampling>

/** The design's sampling; `sampler`, as from the command line, replaces that of the file. */
export function samplingOf(design: DesignBlock, sampler?: Sampler): StatedSampling {
  const kind = sampler ?? design.sampler ?? samplingDefaults.sampler
  switch (kind) {
    case 'monte-carlo':
      return { kind }
    case 'latin-hypercube':
      return { kind, strata: design.strata ?? samplingDefaults.strata }
    case 'sobol':
      return { kind, scramblings: design.scramblings ?? samplingDefaults.scramblings }
    default:
      return kind satisfies never
  }
}

/** In words, as in "Sobol' points, 16 scramblings". */
export function samplingText(sampling: Sampling): string {
  switch (sampling.kind) {
    case 'monte-carlo':
      return 'independent draws'
    case 'latin-hypercube':
      return `Latin hypercubes of ${sampling.strata}`
    case 'sobol':
      return `Sobol' points, ${sampling.scramblings} scramblings`
    case 'table':
      return `a table of ${sampling.chance.length} rows`
    default:
      return sampling satisfies never
  }
}

/** What keeps a design from giving what it could with so many replicates; undefined where nothing does. */
export function samplingAdvice(sampling: Sampling, replicates: number): string | undefined {
  if (sampling.kind === 'latin-hypercube') return hypercubeAdvice(sampling.strata, replicates)
  if (sampling.kind === 'sobol') return sobolAdvice(sampling.scramblings, replicates)
  return undefined
}

function hypercubeAdvice(strata: number, replicates: number): string | undefined {
  if (replicates <= strata) {
    return (
      `${replicates} replicates are one Latin hypercube of ${strata}, and errors come from the differences between several: ` +
      'give more replicates or, under design, fewer strata'
    )
  }
  if (replicates % strata === 0) return undefined
  const whole = Math.ceil(replicates / strata) * strata
  return `the last Latin hypercube of ${strata} is not whole: ${whole} replicates would make it so`
}

function sobolAdvice(scramblings: number, replicates: number): string | undefined {
  if (scramblings === 1) return "errors come from the differences between scramblings of Sobol' points: give at least 2"
  let balanced = scramblings
  while (balanced < replicates) balanced *= 2
  if (balanced === replicates) return undefined
  return (
    `Sobol' points are balanced when each of the ${scramblings} scramblings has 1, 2, 4, 8 ... of them: ` +
    `${balanced} replicates would be`
  )
}
