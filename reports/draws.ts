/** `draws.parquet`: the uncertain parameters that each replicate drew, a column a parameter, a row a replicate. */
import { parameterCount, parameterNames } from '../engine/model/parameters.ts'
import { parquetBytes, type ParquetColumn } from '../engine/run/parquet.ts'

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
