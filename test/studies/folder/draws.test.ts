import { test, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import { parameterNames, parameterIndex, parameterCount } from '../../../engine/model/draws/parameters.ts'
import { parquetBytes, parquetOutline, writeParquet } from '../../../engine/run/parquet.ts'
import { drawsColumns } from '../../../studies/folder/draws.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'

/** More than are drawn at a time. */
const each = 1030
const draw = (part: number, first: number, count: number): Float64Array => {
  const laws = uniformLaws({ ownElasticity: [5 * part, 5 * part + 1] })
  return parameterDraws(laws, { kind: 'monte-carlo' }, rootKey(2), count, first)
}

test('draws of all parts stand in one table, a column a parameter by name', () => {
  const bytes = parquetBytes(drawsColumns([each, each], draw)!, {})
  const { rows, starts } = parquetOutline(bytes)
  expect(rows).toBe(2 * each)
  expect([...starts.keys()]).toEqual(['part', 'replicate', ...parameterNames])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const column = Array.from({ length: 2 * each }, (_, row) =>
    view.getFloat64(starts.get('ownElasticity')! + 8 * row, true),
  )
  const p = parameterIndex('ownElasticity')
  const parts = [0, 1].map((part) => draw(part, 0, each))
  expect(column).toEqual(
    parts.flatMap((draws) => Array.from({ length: each }, (_, d) => draws[d * parameterCount + p])),
  )
})

test('a table that is written piece by piece has the same bytes', () => {
  const columns = drawsColumns([each, each], draw)!
  const pieces: Uint8Array[] = []
  writeParquet(columns, (piece) => void pieces.push(piece.slice()))
  expect(pieces.length).toBeGreaterThan(1)
  expect(Buffer.compare(Buffer.concat(pieces), parquetBytes(columns, {}))).toBe(0)
})
