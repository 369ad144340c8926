/** Laws as scenarios state them, drawn: what comes out has the law's quantiles, in every design and with correlations. */
import { array, assert, constantFrom, double, oneof, property, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sampling } from '../../../engine/math/sampling.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { tailsOf } from '../../../engine/model/draws/lawTails.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import { type ParameterLaws, parameterValue } from '../../../engine/model/draws/parameterLaws.ts'
import { parameterCount, parameterIndex, type ParameterName } from '../../../engine/model/draws/parameters.ts'
import type { DiscreteLaw, Law, TruncatedLaw, WholeLaw } from '../../../scenarios/parameters/laws.ts'
import { cuttable, flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import { parameterRows } from '../../../scenarios/parameters/parameterRows.ts'

const name: ParameterName = 'partsTheta'
const p = parameterIndex(name)
const root = rootKey('laws')
const strata = 128
const designs: readonly (readonly [string, Sampling])[] = [
  ['a Latin hypercube', { kind: 'latin-hypercube', strata }],
  ["Sobol' points", { kind: 'sobol', scramblings: 1 }],
]

const { correlation } = flattenLaws()
const lawsWith = (law: Law): ParameterLaws => flattenLaws({ [name]: law }, [], correlation)

/** [replicate] values of one parameter. */
function drawn(law: Law, sampling: Sampling, replicates: number = strata): Float64Array {
  const draws = parameterDraws(lawsWith(law), sampling, root, replicates)
  return Float64Array.from({ length: replicates }, (_, d) => draws[d * parameterCount + p])
}

function quantile(law: Law, u: number): number {
  return parameterValue(lawsWith(law), p, u)
}

const number = (min: number, max: number): Arbitrary<number> =>
  double({ min, max, noNaN: true, noDefaultInfinity: true })

/** Laws that may be cut. */
const wholeLaws: Arbitrary<WholeLaw> = oneof(
  array(number(-50, 50), { minLength: 2, maxLength: 2 }).map(([a, b]): WholeLaw => ({
    law: 'uniform',
    low: Math.min(a, b),
    high: Math.max(a, b) + 0.1,
  })),
  array(number(-9, 9), { minLength: 3, maxLength: 3 }).map((three): WholeLaw => {
    const [low, mode, high] = three.toSorted((a, b) => a - b)
    return { law: 'triangular', low, mode, high: high + 0.1 }
  }),
  array(number(0.1, 9), { minLength: 2, maxLength: 2 }).map(([mean, deviation]): WholeLaw => ({
    law: 'normal',
    mean,
    deviation,
  })),
  array(number(0.1, 2), { minLength: 2, maxLength: 2 }).map(([median, sigma]): WholeLaw => ({
    law: 'lognormal',
    median,
    sigma,
  })),
  array(number(0.01, 9), { minLength: 2, maxLength: 2 }).map(([a, b]): WholeLaw => ({
    law: 'logUniform',
    low: Math.min(a, b),
    high: Math.max(a, b) * 1.1,
  })),
  array(number(0.3, 30), { minLength: 2, maxLength: 2 }).map(([alpha, beta]): WholeLaw => ({
    law: 'beta',
    alpha,
    beta,
    low: -2,
    high: 4,
  })),
)

/** A law cut at two of its own quantiles, so that something is left. */
const cutLaws: Arbitrary<TruncatedLaw> = array(number(0.02, 0.98), { minLength: 2, maxLength: 2 }).chain(
  ([one, other]) =>
    wholeLaws.map((of): TruncatedLaw => {
      const low = quantile(of, Math.min(one, other) - 0.01)
      return { law: 'truncated', of, low, high: quantile(of, Math.max(one, other) + 0.01) }
    }),
)

const discreteLaws: Arbitrary<DiscreteLaw> = array(array(number(0.01, 9), { minLength: 2, maxLength: 2 }), {
  minLength: 1,
  maxLength: 9,
}).map((pairs): DiscreteLaw => {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
  return { law: 'discrete', values: pairs.map(([value]) => value), chances: pairs.map(([, weight]) => weight / total) }
})

describe('a law of any numbers', () => {
  test('has below its quantile the probability that was asked for', () => {
    assert(
      property(wholeLaws, number(0.001, 0.999), (law, u) => {
        const { below, above } = tailsOf(cuttable(law), quantile(law, u))
        return Math.abs(below - u) < 1e-9 && Math.abs(above - (1 - u)) < 1e-9
      }),
    )
  })

  test('that is cut is the law that is left when draws outside are thrown away', () => {
    assert(
      property(cutLaws, number(0.001, 0.999), (law, u) => {
        const of = cuttable(law.of)
        const below = (x: number): number => tailsOf(of, x).below
        const [from, to] = [below(law.low ?? -Infinity), below(law.high ?? Infinity)]
        const x = quantile(law, u)
        return Math.abs((below(x) - from) / (to - from) - u) < 1e-8 && x >= (law.low ?? x) && x <= (law.high ?? x)
      }),
    )
  })

  test.each(designs)('drawn by %s lies once in each stratum of its quantiles', (_, sampling) => {
    assert(
      property(oneof(wholeLaws, cutLaws, discreteLaws), (law: Law) => {
        const values = drawn(law, sampling).toSorted()
        const at = (n: number): number => quantile(law, n / strata)
        return values.every((value, n) => (n === 0 || value >= at(n)) && (n === strata - 1 || value <= at(n + 1)))
      }),
      { numRuns: 40 },
    )
  })

  test('drawn at random has the shares of its values', () => {
    const law: DiscreteLaw = { law: 'discrete', values: [9, 1, 4], chances: [0.2, 0.5, 0.3] }
    const values = drawn(law, { kind: 'monte-carlo' }, 4000)
    const share = (value: number): number => values.filter((one) => one === value).length / values.length
    for (const [value, chance] of [
      [1, 0.5],
      [4, 0.3],
      [9, 0.2],
    ]) {
      // Five standard errors.
      expect(Math.abs(share(value) - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / 4000))
    }
  })
})

describe('far out', () => {
  test.each([
    // The exponential tail of a normal law beyond t: median excess about ln 2 / (t + 1/t).
    [{ law: 'truncated', of: { law: 'normal', mean: 0, deviation: 1 }, low: 20 }, 20 + Math.LN2 / (20 + 1 / 20), 3],
    [{ law: 'truncated', of: { law: 'normal', mean: 0, deviation: 1 }, high: -20 }, -20 - Math.LN2 / (20 + 1 / 20), 3],
  ] as const)('%j keeps its digits', (law, median, digits) => {
    expect(quantile(law, 0.5)).toBeCloseTo(median, digits)
  })

  test('so does a lognormal law, whose logarithm is that', () => {
    const law: Law = { law: 'truncated', of: { law: 'lognormal', median: 1, sigma: 1 }, low: Math.exp(20) }
    expect(Math.log(quantile(law, 0.5))).toBeCloseTo(20 + Math.LN2 / (20 + 1 / 20), 3)
  })

  test('a cut law without any probability is no law', () => {
    expect(() => quantile({ law: 'truncated', of: { law: 'uniform', low: 0, high: 1 }, low: 2, high: 3 }, 0.5)).toThrow(
      /no probability between 2 and 3/,
    )
  })
})

describe('correlated parameters of these laws', () => {
  const other: ParameterName = 'locationTheta'
  const pairs: readonly (readonly [Law, Law])[] = [
    [
      { law: 'beta', alpha: 2, beta: 5, low: 3, high: 6 },
      { law: 'logUniform', low: 2, high: 16 },
    ],
    [
      { law: 'truncated', of: { law: 'lognormal', median: 4, sigma: 0.5 }, low: 3, high: 7 },
      { law: 'discrete', values: Array.from({ length: 400 }, (_, n) => n) },
    ],
  ]

  test.each(designs)('have the rank correlation that is stated, drawn by %s', (_, sampling) => {
    const count = 32 * strata
    for (const [one, second] of pairs) {
      const laws = flattenLaws({ [name]: one, [other]: second }, [{ between: [name, other], value: 0.6 }])
      const draws = parameterDraws(laws, sampling, root, count)
      const column = (q: number): number[] => Array.from({ length: count }, (__, d) => draws[d * parameterCount + q])
      const [ranks, others] = [ranksOf(column(p)), ranksOf(column(parameterIndex(other)))]
      const middle = (count - 1) / 2
      const product = ranks.reduce((sum, rank, d) => sum + (rank - middle) * (others[d] - middle), 0)
      expect(Math.abs((12 * product) / (count * (count * count - 1)) - 0.6)).toBeLessThan(0.02)
    }
  })
})

/** Equal values share their mean rank. */
function ranksOf(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const [first, last] = [new Map<number, number>(), new Map<number, number>()]
  sorted.forEach((value, n) => {
    if (!first.has(value)) first.set(value, n)
    last.set(value, n)
  })
  return values.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2)
}

test('are told in the table of parameters', () => {
  const textOf = (law: Law): string | undefined => parameterRows({ [name]: law }).find((row) => row.name === name)?.law
  expect(textOf({ law: 'beta', alpha: 2, beta: 5, low: 3 })).toBe('beta: alpha 2, beta 5, low 3, high 1')
  expect(textOf({ law: 'discrete', values: [3, 4], chances: [0.25, 0.75] })).toBe('discrete: 3 (0.25), 4 (0.75)')
  expect(textOf({ law: 'discrete', values: [3, 4, 5, 6, 7, 8, 9] })).toBe('discrete: 7 values, low 3, high 9')
  expect(textOf({ law: 'truncated', of: { law: 'normal', mean: 4, deviation: 1 }, low: 3 })).toBe(
    'truncated: normal (mean 4, deviation 1), low 3',
  )
})

test('can all be drawn by every kind that there is', () => {
  assert(property(constantFrom(0.001, 0.5, 0.999), cutLaws, (u, law) => Number.isFinite(quantile(law, u))))
})
