/**
 * The runs of a tornado, one factor at a time: all parameters at their medians, then each factor with its parameters
 * at their 5% and at their 95% quantile while the others stay. Every run is repeated with the same n replicates of
 * chance, so that bars are paired differences and need few of them. The runs of one replicate of chance stand
 * together: the median, then the low and high end of each factor.
 *
 * It shows directions and sizes near the middle, and nothing of what factors do together; for that see Sobol' indices.
 */
import { highProbability, lowProbability } from '../summary.ts'
import { copyRow, createTable, factorDimensions, requireCount, type Factor, type RunTable } from './factors.ts'

export interface TornadoDesign extends RunTable {
  /** The factors as given; chance needs no runs of its own. */
  readonly names: readonly string[]
  /** Replicates of chance. */
  readonly replicates: number
}

/** Runs for each replicate of chance. */
export function tornadoRunsInReplicate(factors: readonly Factor[]): number {
  return 2 * factors.length + 1
}

/** @throws RangeError for factors that are none, and for fewer than 2 replicates */
export function tornadoDesign(factors: readonly Factor[], dimensions: number, replicates: number): TornadoDesign {
  requireCount('replicates', replicates, 2)
  factorDimensions(factors, dimensions)
  const runs = tornadoRunsInReplicate(factors)
  const table = createTable(replicates * runs, dimensions)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const median = replicate * runs
    table.chance[median] = replicate
    factors.forEach((factor, f) => {
      fillEnd(table, factor, median, median + 1 + 2 * f, lowProbability)
      fillEnd(table, factor, median, median + 2 + 2 * f, highProbability)
    })
  }
  return { ...table, names: factors.map(({ name }) => name), replicates }
}

function fillEnd(table: RunTable, factor: Factor, median: number, row: number, probability: number): void {
  copyRow(table, median, row)
  for (const position of factor.dimensions) table.uniforms[row * table.dimensions + position] = probability
}
