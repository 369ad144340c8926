/**
 * Laws of the uncertain parameters in the form that draws read: flat arrays, one position a parameter. Section 14 of
 * docs/model.md. `scenarios/parameters` holds the table that people read and writes it into this form.
 */
import {
  choiceQuantile,
  constantQuantile,
  uniformQuantile,
  triangularQuantile,
  generalNormalQuantile,
  truncatedNormalQuantile,
  lognormalQuantile,
  logUniformQuantile,
  generalBetaQuantile,
  discreteQuantile,
} from '../../math/quantiles.ts'
import { cutQuantile } from './lawTails.ts'

/** Laws by their code in `ParameterLaws.kinds`, with what `a`, `b` and `c` hold. */
export const lawKinds = [
  /** a: the value. */
  'constant',
  /** a, b: the ends. */
  'uniform',
  /** a, b, c: low, mode, high. */
  'triangular',
  /** a, b: mean, standard deviation. */
  'normal',
  /** a, b, c: mean, standard deviation, half-width of the range that is kept around the mean. */
  'truncatedNormal',
  /** a, b: median, standard deviation of the logarithm. */
  'lognormal',
  /** a, b, c: chances of the first, second and third form of the model, by number from 0; the fourth has what is left. */
  'choice',
  /** a, b: the ends. */
  'logUniform',
  /** a, b: the two shapes; c: position in `tables` of its ends. */
  'beta',
  /** a: position in `tables` of its values, rising, with their cumulative chances behind them; b: how many values. */
  'discrete',
  /** a: position in `tables` of what `cutTable` made of it. */
  'truncated',
] as const

export interface ParameterLaws {
  /** [parameter] position of its law in `lawKinds`. */
  readonly kinds: Uint8Array
  /** [parameter] numbers of the law; see `lawKinds`. */
  readonly a: Float64Array
  readonly b: Float64Array
  readonly c: Float64Array
  /** Of laws that three numbers do not describe; see `lawKinds`. */
  readonly tables: Float64Array
  /** [parameter x parameter] lower Cholesky factor of the correlations between the parameters' normal scores. */
  readonly correlation: Float64Array
}

/**
 * Value of parameter p at quantile u in (0, 1); it rises with u.
 *
 * @throws RangeError when the numbers make no law, for example a triangle whose mode is outside its ends, or the code
 *   is not one of `lawKinds`
 */
export function parameterValue(laws: ParameterLaws, p: number, u: number): number {
  const a = laws.a[p]
  const b = laws.b[p]
  const c = laws.c[p]
  switch (lawKinds[laws.kinds[p]]) {
    case 'constant':
      return constantQuantile(u, a)
    case 'uniform':
      return uniformQuantile(u, a, b)
    case 'triangular':
      return triangularQuantile(u, a, b, c)
    case 'normal':
      return generalNormalQuantile(u, a, b)
    case 'truncatedNormal':
      return truncatedNormalQuantile(u, a, b, a - c, a + c)
    case 'lognormal':
      return lognormalQuantile(u, a, b)
    case 'choice':
      return choiceQuantile(u, a, b, c)
    case 'logUniform':
      return logUniformQuantile(u, a, b)
    case 'beta':
      return generalBetaQuantile(u, a, b, laws.tables[c], laws.tables[c + 1])
    case 'discrete':
      return discreteQuantile(u, laws.tables, a, b)
    case 'truncated':
      return cutQuantile(u, laws.tables, a)
    default:
      throw new RangeError(`parameter ${p}: ${laws.kinds[p]} is no law; codes are 0 to ${lawKinds.length - 1}`)
  }
}

/** The same parameters, each held at the median of its law. */
export function atMedians(laws: ParameterLaws): ParameterLaws {
  return {
    ...laws,
    kinds: new Uint8Array(laws.kinds.length).fill(lawKinds.indexOf('constant')),
    a: laws.a.map((_, p) => parameterValue(laws, p, 0.5)),
  }
}
