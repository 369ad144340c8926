import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceOf, type Choice } from '../../../engine/analysis/decisions/choice.ts'
import { compareOptions } from '../../../engine/analysis/decisions/compareOptions.ts'
import { dominances } from '../../../engine/analysis/decisions/dominance.ts'

function choose(
  columns: readonly (readonly number[])[],
  good: 'up' | 'down' = 'up',
  failed: readonly number[] = [],
): Choice {
  return choiceOf(
    columns.map((values, o) => {
      const status = new Uint8Array(values.length)
      if (o === 0) for (const d of failed) status[d] = 1
      return { name: `option ${o}`, values: Float64Array.from(values), status }
    }),
    good,
  )
}

const digit = integer({ min: 0, max: 9 })
const threeColumns = array(tuple(digit, digit, digit), { minLength: 2, maxLength: 40 }).map((rows) =>
  [0, 1, 2].map((o) => rows.map((row) => row[o])),
)

describe('options side by side', () => {
  test('share a tie for the best in equal parts', () => {
    const rows = compareOptions(
      choose([
        [1, 2, 3, 0],
        [1, 1, 3, 5],
        [1, 0, 0, 5],
      ]),
      0,
    )
    const shares = [1 / 3 + 1 + 0.5, 1 / 3 + 0.5 + 0.5, 1 / 3 + 0.5]
    expect(rows.map(({ best }) => best.value)).toEqual(shares.map((share) => share / 4))
    expect(rows[1].better.value).toBe(0.25)
  })

  test('regret what the best of all would have given more', () => {
    const [first, second] = compareOptions(
      choose([
        [1, 2, 3, 0],
        [2, 2, 1, 4],
      ]),
      0,
    )
    expect([first.expectedRegret.value, first.greatestRegret]).toEqual([1.25, 4])
    expect([second.expectedRegret.value, second.greatestRegret]).toEqual([0.5, 2])
  })

  test('turn around where less is better', () => {
    const [first, second] = compareOptions(
      choose(
        [
          [1, 2],
          [2, 4],
        ],
        'down',
      ),
      0,
    )
    expect([first.best.value, second.best.value]).toEqual([1, 0])
    expect(second.difference.value).toBe(-1.5)
  })

  test('leave out a replicate that failed under one of them', () => {
    const choice = choose(
      [
        [1, 9, 3],
        [2, 2, 2],
      ],
      'up',
      [1],
    )
    expect([...choice.replicates]).toEqual([0, 2])
    expect(choice.failed).toBe(1)
  })

  test('have chances of being best that add up to one, and differences in regret that are differences in mean', () => {
    assert(
      property(threeColumns, (columns) => {
        const rows = compareOptions(choose(columns), 0)
        expect(rows.reduce((sum, { best }) => sum + best.value, 0)).toBeCloseTo(1, 12)
        for (const { difference, expectedRegret, best } of rows) {
          expect(rows[0].expectedRegret.value - expectedRegret.value).toBeCloseTo(difference.value, 10)
          expect(best.low).toBeLessThanOrEqual(best.value)
          expect(best.high).toBeGreaterThanOrEqual(best.value)
        }
      }),
    )
  })

  test('say what is missing', () => {
    expect(() => choiceOf([], 'up')).toThrow(/at least one option; given: none/)
    expect(() => choose([[1, 2], [1]])).toThrow(/2 of option 0, 1 of option 1/)
    expect(() => compareOptions(choose([[1, 2]]), 3)).toThrow(/given: option 3/)
    expect(() => compareOptions(choose([[1], [2]], 'up', [0]), 0)).toThrow(/0 replicates/)
  })
})

describe('dominance', () => {
  const over = (columns: readonly (readonly number[])[]) => dominances(choose(columns))[0]

  test('statewise is to be at least as good in every replicate', () => {
    expect(
      over([
        [2, 3, 4],
        [2, 1, 4],
      ]),
    ).toMatchObject({ statewise: true, stochastic: true, violation: 0 })
    expect(
      over([
        [2, 3, 4],
        [2, 3, 4],
      ]),
    ).toMatchObject({ statewise: false, stochastic: false })
  })

  test('stochastic looks at the distribution and not at who is who', () => {
    expect(
      over([
        [4, 2, 3],
        [1, 3, 2],
      ]),
    ).toMatchObject({ statewise: false, stochastic: true, violation: 0 })
    expect(
      over([
        [4, 2, 3],
        [1, 3, 2],
      ]).worse.value,
    ).toBeCloseTo(1 / 3, 14)
  })

  test('fails by the largest share on the wrong side', () => {
    expect(
      over([
        [0, 0, 9, 9],
        [1, 1, 1, 1],
      ]),
    ).toMatchObject({ stochastic: false, violation: 0.5 })
  })

  test('statewise implies stochastic, and no two options dominate each other', () => {
    assert(
      property(threeColumns, (columns) => {
        const all = dominances(choose(columns))
        for (const one of all) {
          if (one.statewise) expect(one.stochastic).toBe(true)
          if (one.stochastic) expect(one.violation).toBe(0)
          const reverse = all.find(({ option, other }) => option === one.other && other === one.option)!
          expect(one.stochastic && reverse.stochastic).toBe(false)
        }
      }),
    )
  })
})
