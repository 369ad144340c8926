/** Least regret and thresholds over futures that are written out. */
import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regretsOf, resampledQuantile, satisfyingOf } from '../../../engine/analysis/optimum/robust.ts'
import { quantile } from '../../../engine/math/accumulate.ts'
import { rootKey } from '../../../engine/math/streams.ts'

const root = rootKey(1)

function numbers(
  many: Iterable<number> | { readonly length: number },
  make: (value: number, d: number) => number,
): Float64Array {
  return Float64Array.from(Array.from(many as ArrayLike<number>), make)
}

/** 100 futures, of which the last ones are others. */
function futures(usual: number, others: number, count: number): Float64Array {
  return numbers({ length: 100 }, (_, d) => (d < 100 - count ? usual : others))
}

describe('regret', () => {
  test('is the best of all less the option in each future; the choice is not the best on average', () => {
    // The first gains 10 in 80 futures and loses 30 in 20; the second has 5 in all: means 2 and 5. A third has 0.
    const judged = [[futures(10, -30, 20), futures(5, 5, 0), futures(0, 0, 0)]]
    const [risky, safe, nothing] = regretsOf(judged, root)
    expect([risky, safe, nothing].map(({ quantiles, greatest }) => [quantiles[0], greatest[0]])).toEqual([
      [35, 35],
      [5, 5],
      [10, 10],
    ])
    expect([risky.worst, safe.worst, nothing.worst]).toEqual([1, 5 / 35, 10 / 35])
    expect([risky.chosen, safe.chosen, nothing.chosen]).toEqual([0, 1, 0])
  })

  test('in rare futures is left out of the quantile, and stands as the greatest', () => {
    const [rare] = regretsOf([[futures(10, -30, 3), futures(5, 5, 0)]], root)
    expect([rare.quantiles[0], rare.greatest[0]]).toEqual([0, 35])
  })

  test('of several outcomes is the worst of its parts of what is at stake, whatever their units', () => {
    const jobs = [futures(100, 100, 0), futures(60, 60, 0), futures(0, 0, 0)]
    const prices = [futures(-3, -3, 0), futures(-1, -1, 0), futures(0, 0, 0)]
    const worst = (judged: Parameters<typeof regretsOf>[0]): readonly number[] =>
      regretsOf(judged, root, 5).map((row) => row.worst)
    expect(worst([jobs, prices])).toEqual([1, 0.4, 1])
    expect(worst([jobs.map((column) => column.map((value) => 1000 * value)), prices])).toEqual([1, 0.4, 1])
    // Where nothing is at stake nothing is regretted.
    expect(worst([jobs.map(() => futures(1, 1, 0))])).toEqual([0, 0, 0])
  })

  test('of equal options is shared among them', () => {
    const rows = regretsOf([[futures(1, 1, 0), futures(1, 1, 0)]], root, 7)
    rows.forEach(({ chosen }) => expect(chosen).toBeCloseTo(0.5, 12))
  })

  test('has in a resample the quantile of the values written out as often as they are drawn', () => {
    const counts = array(integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 30 }).filter((all) =>
      all.some((n) => n > 0),
    )
    assert(
      property(counts, (drawn) => {
        // Some are equal, and none is in order.
        const values = drawn.map((_, d) => ((d * 7) % 30) >> 1)
        const out = values.flatMap((value, d) => Array<number>(drawn[d]).fill(value))
        const order = Int32Array.from(values, (_, d) => d).toSorted((one, other) => values[other] - values[one])
        const found = resampledQuantile(Float64Array.from(values), order, Float64Array.from(drawn), 0.95)
        expect(found).toBeCloseTo(quantile(Float64Array.from(out).toSorted(), 0.95), 10)
      }),
      { numRuns: 200 },
    )
  })
})

describe('thresholds', () => {
  test('are kept together in the futures in which each is, with an interval', () => {
    const one = futures(1, 0, 20)
    const other = numbers({ length: 100 }, (_, d) => (d < 30 ? 0 : 1))
    const [both, never] = satisfyingOf(
      [
        [one, one],
        [other, new Float64Array(100)],
      ],
      root,
    )
    expect([both.all.value, both.each]).toEqual([0.5, [0.8, 0.7]])
    // Wilson (1927) for 50 of 100.
    expect(both.all.low).toBeCloseTo(0.4038, 4)
    expect(both.all.high).toBeCloseTo(0.5962, 4)
    expect([never.all.value, never.chosen, both.chosen]).toEqual([0, 0, 1])
  })

  test('that two options keep nearly as often leave the choice open', () => {
    const rows = satisfyingOf([[futures(1, 0, 40), numbers({ length: 100 }, (_, d) => (d < 42 ? 0 : 1))]], root)
    expect(rows[0].chosen).toBeGreaterThan(0.4)
    expect(rows[0].chosen).toBeLessThan(0.8)
    expect(rows[0].chosen + rows[1].chosen).toBeCloseTo(1, 12)
  })
})
