/** Small dense systems of linear equations. */

/**
 * Solves a square system by Gaussian elimination without pivoting, for matrices whose diagonal dominates.
 *
 * @param system [n x width], width > n: coefficients, then the right-hand side in column n. Overwritten.
 * @param solution [n] receives the solution; not finite where the matrix is singular
 */
export function solveDominant(system: Float64Array, width: number, solution: Float64Array): void {
  const n = solution.length
  for (let pivot = 0; pivot < n; pivot++) {
    const inverse = 1 / system[pivot * width + pivot]
    for (let row = pivot + 1; row < n; row++) {
      const factor = system[row * width + pivot] * inverse
      for (let column = pivot + 1; column <= n; column++) {
        system[row * width + column] -= factor * system[pivot * width + column]
      }
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let value = system[row * width + n]
    for (let column = row + 1; column < n; column++) value -= system[row * width + column] * solution[column]
    solution[row] = value / system[row * width + row]
  }
}

/**
 * Solves a square system for several right-hand sides at once, by Gauss and Jordan's elimination without pivoting, for matrices whose
 * diagonal dominates.
 *
 * @param system [n x width] coefficients, then right-hand sides from column n on, where the solutions are left
 */
export function solveColumns(system: Float64Array, n: number, width: number): void {
  for (let pivot = 0; pivot < n; pivot++) {
    const own = pivot * width
    const inverse = 1 / system[own + pivot]
    for (let column = pivot + 1; column < width; column++) system[own + column] *= inverse
    for (let row = 0; row < n; row++) {
      const other = row * width
      const factor = system[other + pivot]
      if (row === pivot || factor === 0) continue
      for (let column = pivot + 1; column < width; column++) system[other + column] -= factor * system[own + column]
    }
  }
}
