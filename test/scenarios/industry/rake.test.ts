import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rake } from '../../../scenarios/industry/rake.ts'

const cell = fc.double({ min: 0.1, max: 10, noNaN: true })
const table = fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 3 })

describe('raking', () => {
  it('meets both margins', () => {
    fc.assert(
      fc.property(table, table, (seed, wanted) => {
        const rowSums = wanted.map(([one, other]) => one + other)
        const columnSums = [0, 1].map((column) => wanted.reduce((sum, row) => sum + row[column], 0))
        const raked = rake(seed, rowSums, columnSums)
        raked.forEach(([one, other], row) => expect(one + other).toBeCloseTo(rowSums[row], 9))
        columnSums.forEach((sum, column) => {
          expect(raked.reduce((total, row) => total + row[column], 0)).toBeCloseTo(sum, 6)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the odds ratios of the seed', () => {
    const seed = [
      [1, 2],
      [3, 4],
    ]
    const raked = rake(seed, [5, 7], [6, 6])
    expect((raked[0][0] * raked[1][1]) / (raked[0][1] * raked[1][0])).toBeCloseTo((1 * 4) / (2 * 3), 9)
  })

  it('leaves a table alone that has its margins already', () => {
    expect(
      rake(
        [
          [1, 2],
          [3, 4],
        ],
        [3, 7],
        [4, 6],
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
    ])
  })
})
