/** `draws.parquet`: what the replicates of each part drew. */
import { parameterCount, parameterNames } from '../../engine/model/draws/parameters.ts'
import { writeOptional } from './folder.ts'
import { type ParquetColumn, parquetBytes } from '../../engine/run/parquet.ts'
import { drawsOf } from './drawsOf.ts'
import type { Finished } from './finished.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'

/** Writes the draws of the parts that were begun. */
export function writeDraws(done: Finished): void {
  const bytes = drawsParquet(done.results.map((_, part) => partDraws(done, part)))
  if (bytes === undefined) done.say('draws.parquet is not written: so many draws would not fit into memory.')
  writeOptional(done.folder, 'draws.parquet', bytes)
}

/** The file is made in memory, where it lies twice. */
const mostBytes = 2 ** 30

/**
 * @param parts [part][replicate x parameter]; laws differ by part, so the same replicate may draw others in each
 * @returns undefined where the file would be too large
 */
export function drawsParquet(parts: readonly Float64Array[]): Uint8Array | undefined {
  const counts = parts.map((draws) => draws.length / parameterCount)
  const rows = counts.reduce((sum, count) => sum + count, 0)
  if (8 * rows * (parameterCount + 1) > mostBytes) return undefined
  const part = new Int32Array(rows)
  const replicate = new Int32Array(rows)
  const columns = parameterNames.map(() => new Float64Array(rows))
  let row = 0
  parts.forEach((draws, index) => {
    for (let d = 0; d < counts[index]; d++, row++) {
      part[row] = index
      replicate[row] = d
      for (let p = 0; p < parameterCount; p++) columns[p][row] = draws[d * parameterCount + p]
    }
  })
  const parameters = parameterNames.map((name, p): ParquetColumn => ({ name, type: 'DOUBLE', data: columns[p] }))
  const keys: readonly ParquetColumn[] = [
    { name: 'part', type: 'INT32', data: part },
    { name: 'replicate', type: 'INT32', data: replicate },
  ]
  return parquetBytes([...keys, ...parameters], {})
}

/** [replicate x parameter] what a part drew. */
export function partDraws(
  { inputs, plan, results }: PlannedStudy & { readonly results: readonly MonteCarloResult[] },
  part: number,
): Float64Array {
  return drawsOf(inputs, plan)(part, 0, results[part].replicates)
}
