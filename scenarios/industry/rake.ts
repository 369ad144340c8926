/**
 * Raking (iterative proportional fitting): the table with given row and column sums that is nearest, in information, to
 * a seed. Deming and Stephan, "On a least squares adjustment of a sampled frequency table when the expected marginal
 * totals are known", Annals of Mathematical Statistics 11 (1940).
 */

const mostRounds = 500
const tolerance = 1e-12

/**
 * @param seed [row][column] not negative
 * @param rowSums and `columnSums`, with the same total
 * @returns [row][column] with these sums; rows hold exactly, columns to a relative 1e-12 where the seed admits it
 */
export function rake(
  seed: readonly (readonly number[])[],
  rowSums: readonly number[],
  columnSums: readonly number[],
): number[][] {
  const table = seed.map((row) => [...row])
  for (let round = 0; round < mostRounds; round++) {
    let largest = 0
    columnSums.forEach((wanted, column) => {
      const factor = ratio(
        wanted,
        table.reduce((sum, row) => sum + row[column], 0),
      )
      largest = Math.max(largest, Math.abs(factor - 1))
      for (const row of table) row[column] *= factor
    })
    rowSums.forEach((wanted, position) => {
      const factor = ratio(
        wanted,
        table[position].reduce((sum, cell) => sum + cell, 0),
      )
      table[position] = table[position].map((cell) => cell * factor)
    })
    if (largest < tolerance) break
  }
  return table
}

function ratio(wanted: number, given: number): number {
  return given > 0 ? wanted / given : 1
}
