/**
 * What replicates draw for the uncertain parameters. Section 14 of docs/model.md. They follow from laws, design, root and
 * number of the replicate alone, so those of a finished run can be had again without running it.
 */
import { normalQuantile, normalCdf } from '../../math/normalQuantile.ts'
import { type Sampling, fillUniforms } from '../../math/sampling.ts'
import type { Key } from '../../math/streams.ts'
import { type ParameterLaws, parameterValue } from './parameterLaws.ts'
import { parameterCount } from './parameters.ts'

/** Room to draw parameters in: [parameter] uniforms of the design, and their normal scores. */
export interface ParameterScores {
  readonly uniforms: Float64Array
  readonly normals: Float64Array
}

/** Room to draw the parameters of one replicate at a time. */
export function createParameterScores(): ParameterScores {
  return { uniforms: new Float64Array(parameterCount), normals: new Float64Array(parameterCount) }
}

/** Fills `parameters` [parameter], each in its own unit, for one replicate. */
export function drawParameters(
  laws: ParameterLaws,
  sampling: Sampling,
  root: Key,
  replicate: number,
  parameters: Float64Array,
  scores: ParameterScores,
): void {
  fillUniforms(sampling, root, replicate, scores.uniforms)
  setParameters(laws, parameters, scores)
}

/** Marginal laws joined by a Gaussian copula; a parameter without correlation keeps its own uniform, and its strata. */
function setParameters(laws: ParameterLaws, parameters: Float64Array, { uniforms, normals }: ParameterScores): void {
  for (let p = 0; p < parameterCount; p++) {
    normals[p] = normalQuantile(uniforms[p])
    let correlated = 0
    let others = 0
    for (let q = 0; q <= p; q++) {
      const weight = laws.correlation[p * parameterCount + q]
      correlated += weight * normals[q]
      if (q < p) others += Math.abs(weight)
    }
    parameters[p] = parameterValue(laws, p, others === 0 ? uniforms[p] : normalCdf(correlated))
  }
}

/**
 * The parameters of some replicates of a run.
 *
 * @param root key of the run's seed
 * @param first number of the first of them
 * @returns [replicate x parameter], parameters in the order of `parameterNames`, each in its own unit
 */
export function parameterDraws(
  laws: ParameterLaws,
  sampling: Sampling,
  root: Key,
  replicates: number,
  first: number = 0,
): Float64Array {
  const values = new Float64Array(replicates * parameterCount)
  const scores = createParameterScores()
  for (let d = 0; d < replicates; d++) {
    drawParameters(
      laws,
      sampling,
      root,
      first + d,
      values.subarray(d * parameterCount, (d + 1) * parameterCount),
      scores,
    )
  }
  return values
}
