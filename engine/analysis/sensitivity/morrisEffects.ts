/**
 * Elementary effects, averaged over trajectories. The effect of a parameter is the change of the outcome over its
 * step, divided by the step: units of the outcome for the whole range of probability. Its mean `mu` says where the
 * outcome goes when the parameter rises, the mean of absolute effects `muStar` how much it matters, and their
 * deviation `sigma` how much it depends on where the other factors stand (Morris 1991; Campolongo, Cariboni and
 * Saltelli 2007, see `morrisDesign.ts`).
 *
 * Chance has no step. Its change, from one draw to another, is divided by 1/3, the mean distance of two uniform
 * numbers: a noise that is linear in one uniform then has the `muStar` of a parameter with the same slope.
 */
import { mean as meanOf, standardDeviation } from '../../math/accumulate.ts'
import { meanStandardError } from '../../math/samplingError.ts'
import { chanceName, requireOutcomes } from './factors.ts'
import { goodBlocks } from './goodBlocks.ts'
import { jackknifeError } from './jackknife.ts'
import type { MorrisDesign } from './morrisDesign.ts'

export interface MorrisFactor {
  readonly name: string
  /** Mean absolute effect, in units of the outcome. */
  readonly muStar: number
  readonly muStarStandardError: number
  /**
   * Mean effect and deviation of effects; NaN for chance and for several parameters at once, which go up and down
   * together.
   */
  readonly mu: number
  readonly muStandardError: number
  readonly sigma: number
  readonly sigmaStandardError: number
}

export interface MorrisResult {
  /** In the order of the design: chance last. */
  readonly factors: readonly MorrisFactor[]
  /** Trajectories used, and left out because a run of theirs failed. */
  readonly n: number
  readonly failed: number
}

const meanDistanceOfUniforms = 1 / 3

/** @param outcomes [row of the design] NaN where the run failed */
export function morrisEffects(design: MorrisDesign, outcomes: Float64Array): MorrisResult {
  requireOutcomes(outcomes, design)
  const { names } = design
  const { values, numbers, n, failed } = goodBlocks(outcomes, names.length + 1)
  const effects = names.map(() => new Float64Array(n))
  for (let good = 0; good < n; good++) {
    for (let step = 0; step < names.length; step++) {
      const before = good * (names.length + 1) + step
      const f = design.order[numbers[good] * names.length + step]
      const width = names[f] === chanceName ? meanDistanceOfUniforms : design.step
      const direction = design.direction[numbers[good] * names.length + f] || 1
      effects[f][good] = (direction * (values[before + 1] - values[before])) / width
    }
  }
  return { factors: names.map((name, f) => effectOf(name, effects[f], design.direction[f] !== 0)), n, failed }
}

function effectOf(name: string, effects: Float64Array, isDirected: boolean): MorrisFactor {
  const sizes = effects.map(Math.abs)
  const deviationOf = (counts: Int32Array): number => standardDeviation(effects.filter((_, n) => counts[n] > 0))
  return {
    name,
    muStar: meanOf(sizes),
    muStarStandardError: meanStandardError(sizes),
    mu: isDirected ? meanOf(effects) : NaN,
    muStandardError: isDirected ? meanStandardError(effects) : NaN,
    sigma: isDirected ? standardDeviation(effects) : NaN,
    sigmaStandardError: isDirected ? jackknifeError(effects.length, deviationOf) : NaN,
  }
}
