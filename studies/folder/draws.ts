/** `draws.parquet`: what the replicates of each part drew. */
import { parameterCount, parameterNames } from '../../engine/model/draws/parameters.ts'
import { writeOptional } from './folder.ts'
import { type ParquetColumn, type PieceWriter, writeParquet } from '../../engine/run/parquet.ts'
import { drawsOf } from './drawsOf.ts'
import type { Finished } from './finished.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'

/** Writes the draws of the parts that were begun. */
export function writeDraws(done: Finished): void {
  const draw = drawsOf(done.inputs, done.plan)
  const counts = done.results.map(({ replicates }) => replicates)
  const columns = drawsColumns(counts, draw)
  if (columns === undefined) done.say('draws.parquet is not written: so many draws would not fit into memory.')
  const content = columns === undefined ? undefined : (write: PieceWriter): void => writeParquet(columns, write)
  writeOptional(done.folder, 'draws.parquet', content)
}

/** The columns lie in memory. */
const mostBytes = 2 ** 30

/** Replicates drawn at a time: all of them would lie in memory once more. */
const atOnce = 1024

/**
 * @param counts replicates of each part; laws differ by part, so that the same replicate may draw others in each
 * @param draw [replicate x parameter] what some replicates of a part drew
 * @returns the table, or undefined where it would be too large
 */
export function drawsColumns(
  counts: readonly number[],
  draw: (part: number, first: number, count: number) => Float64Array,
): readonly ParquetColumn[] | undefined {
  const rows = counts.reduce((sum, count) => sum + count, 0)
  if (8 * rows * (parameterCount + 1) > mostBytes) return undefined
  const part = new Int32Array(rows)
  const replicate = new Int32Array(rows)
  const columns = parameterNames.map(() => new Float64Array(rows))
  let row = 0
  for (const [index, replicates] of counts.entries()) {
    for (let first = 0; first < replicates; first += atOnce) {
      const count = Math.min(atOnce, replicates - first)
      const draws = draw(index, first, count)
      for (let d = 0; d < count; d++, row++) {
        part[row] = index
        replicate[row] = first + d
        for (let p = 0; p < parameterCount; p++) columns[p][row] = draws[d * parameterCount + p]
      }
    }
  }
  const parameters = parameterNames.map((name, p): ParquetColumn => ({ name, type: 'DOUBLE', data: columns[p] }))
  const keys: readonly ParquetColumn[] = [
    { name: 'part', type: 'INT32', data: part },
    { name: 'replicate', type: 'INT32', data: replicate },
  ]
  return [...keys, ...parameters]
}

/** [replicate x parameter] what a part drew. */
export function partDraws(
  { inputs, plan, results }: PlannedStudy & { readonly results: readonly MonteCarloResult[] },
  part: number,
): Float64Array {
  return drawsOf(inputs, plan)(part, 0, results[part].replicates)
}
