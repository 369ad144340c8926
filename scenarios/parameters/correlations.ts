/**
 * Correlations between uncertain parameters: between the normal scores of their laws, joined by a Gaussian copula (section
 * 14 of docs/model.md). Spearman's rank correlation of the parameters is then 6/pi asin(r/2), a little below r. What a scenario
 * states is that rank correlation, whatever the laws; the table of parameters has correlations of the scores.
 */
import { parameterCount, type ParameterName, parameterIndex } from '../../engine/model/draws/parameters.ts'
import { correlations as usual } from './parameters.ts'
import type { Correlation } from './laws.ts'

/**
 * Lower Cholesky factor L [parameter x parameter] of the correlation matrix R = L L':
 * L[p,q] = (R[p,q] - sum_k L[p,k] L[q,k]) / L[q,q].
 *
 * @returns undefined where no numbers can have these correlations with each other: the matrix is not positive definite
 */
export function correlationFactor(stated: readonly Correlation[] = []): Float64Array | undefined {
  const factor = correlationMatrix(stated)
  for (let p = 0; p < parameterCount; p++) {
    for (let q = 0; q <= p; q++) {
      let rest = factor[p * parameterCount + q]
      for (let k = 0; k < q; k++) rest -= factor[p * parameterCount + k] * factor[q * parameterCount + k]
      if (p === q && !(rest > 0)) return undefined
      factor[p * parameterCount + q] = p === q ? Math.sqrt(rest) : rest / factor[q * parameterCount + q]
    }
    for (let q = p + 1; q < parameterCount; q++) factor[p * parameterCount + q] = 0
  }
  return factor
}

function correlationMatrix(stated: readonly Correlation[]): Float64Array {
  const matrix = new Float64Array(parameterCount * parameterCount)
  const set = (one: ParameterName, other: ParameterName, value: number): void => {
    matrix[parameterIndex(one) * parameterCount + parameterIndex(other)] = value
    matrix[parameterIndex(other) * parameterCount + parameterIndex(one)] = value
  }
  for (let p = 0; p < parameterCount; p++) matrix[p * parameterCount + p] = 1
  for (const [one, other, value] of usual) set(one, other, value)
  for (const {
    between: [one, other],
    value,
  } of stated)
    set(one, other, ofScores(value))
  return matrix
}

/** Correlation of normal scores whose ranks have the correlation `ranks`: 2 sin(pi ranks / 6). */
function ofScores(ranks: number): number {
  return 2 * sine((Math.PI * ranks) / 6)
}

const lastPower = 17

/** Sine of an angle up to pi/6 by its series, to the last bit or two: the language fixes no bits of its own. */
function sine(angle: number): number {
  let term = angle
  let sum = angle
  for (let power = 3; power <= lastPower; power += 2) {
    term *= (-angle * angle) / (power * (power - 1))
    sum += term
  }
  return sum
}
