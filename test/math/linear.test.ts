import { describe, expect, it } from 'vitest'
import { solveColumns, solveDominant } from '../../engine/math/linear.ts'

describe('a small linear system', () => {
  it('is solved, and spare columns are left out of it', () => {
    // 4x + y = 6, x + 3y - z = 4, 2y + 5z = 19 at (1, 2, 3)
    const system = Float64Array.of(4, 1, 0, 6, 99, 1, 3, -1, 4, 99, 0, 2, 5, 19, 99)
    const solution = new Float64Array(3)
    solveDominant(system, 5, solution)
    for (const [i, expected] of [1, 2, 3].entries()) expect(solution[i]).toBeCloseTo(expected, 14)
  })

  it('has no finite solution when the matrix is singular', () => {
    const solution = new Float64Array(2)
    solveDominant(Float64Array.of(1, 1, 2, 1, 1, 3), 3, solution)
    expect(solution.some((x) => Number.isFinite(x))).toBe(false)
  })

  it('is solved for several right-hand sides at once', () => {
    // The system above at (1, 2, 3) and at (1, -1, 2).
    const system = Float64Array.of(4, 1, 0, 6, 3, 1, 3, -1, 4, -4, 0, 2, 5, 19, 8)
    solveColumns(system, 3, 5)
    for (const [i, expected] of [1, 2, 3].entries()) expect(system[i * 5 + 3]).toBeCloseTo(expected, 14)
    for (const [i, expected] of [1, -1, 2].entries()) expect(system[i * 5 + 4]).toBeCloseTo(expected, 14)
  })
})
