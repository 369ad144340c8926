/** What replicates drew, as a table: a row for each part and replicate, a column for each parameter. */
import { parameterCount, parameterNames } from '../../engine/model/draws/parameters.ts'
import type { ColumnData, ColumnName, ReadableTable } from './columns.ts'
import type { ReplicateSource } from './source.ts'

/** The columns of `draws.parquet`. */
export function drawTable({ replicates, draws }: ReplicateSource): ReadableTable {
  const rows = replicates.reduce((sum, count) => sum + count, 0)
  const names = ['part', 'replicate', ...parameterNames]
  return {
    columns: names.map((name, n): ColumnName => ({ name, kind: 'number', ...(n < 2 ? { isWhole: true } : {}) })),
    rows,
    read: (wanted) => {
      const part = new Int32Array(rows)
      const replicate = new Int32Array(rows)
      const asked = parameterNames.flatMap((name, p) => (wanted.has(name) ? [{ name, p }] : []))
      const columns = asked.map(() => new Float64Array(rows))
      let row = 0
      replicates.forEach((count, index) => {
        for (let d = 0; d < count; d++, row++) {
          part[row] = index
          replicate[row] = d
          const drawn = asked.length > 0 ? draws(index, d, 1) : noDraws
          asked.forEach(({ p }, n) => (columns[n][row] = drawn[p]))
        }
      })
      const keys: readonly [string, ColumnData][] = [
        ['part', part],
        ['replicate', replicate],
      ]
      return Object.fromEntries([
        ...keys.filter(([name]) => wanted.has(name)),
        ...asked.map(({ name }, n): [string, ColumnData] => [name, columns[n]]),
      ])
    },
  }
}

const noDraws = new Float64Array(parameterCount)
