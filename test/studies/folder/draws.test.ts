import { test, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import { parameterNames, parameterIndex, parameterCount } from '../../../engine/model/draws/parameters.ts'
import { parquetOutline } from '../../../engine/run/parquet.ts'
import { drawsParquet } from '../../../studies/folder/draws.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'

const parts = [
  [0, 1],
  [5, 6],
].map(([low, high]) =>
  parameterDraws(uniformLaws({ ownElasticity: [low, high] }), { kind: 'monte-carlo' }, rootKey(2), 4),
)

test('draws of all parts stand in one table, a column a parameter by name', () => {
  const bytes = drawsParquet(parts)!
  const { rows, starts } = parquetOutline(bytes)
  expect(rows).toBe(8)
  expect([...starts.keys()]).toEqual(['part', 'replicate', ...parameterNames])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const column = Array.from({ length: 8 }, (_, row) => view.getFloat64(starts.get('ownElasticity')! + 8 * row, true))
  const p = parameterIndex('ownElasticity')
  expect(column).toEqual(parts.flatMap((draws) => [0, 1, 2, 3].map((d) => draws[d * parameterCount + p])))
})
