/** Arrow IPC files: https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format. */
import { type DataType, tableToIPC, tableFromArrays, float64, int32, dictionary, utf8 } from '@uwdata/flechette'
import type { ParquetColumn } from '../../engine/run/parquet.ts'

/** The same columns as a Parquet file has. */
export function arrowBytes(columns: readonly ParquetColumn[]): Uint8Array {
  const arrays = columns.map(({ name, data }): [string, ArrowData] => [
    name,
    ArrayBuffer.isView(data) ? data : [...data],
  ])
  const types = Object.fromEntries(columns.map(({ name, type }): [string, DataType] => [name, arrowType(type)]))
  return tableToIPC(tableFromArrays(arrays, { types }), { format: 'file' }) ?? new Uint8Array(0)
}

type ArrowData = (string | number | null)[] | Float64Array | Int32Array

function arrowType(type: ParquetColumn['type']): DataType {
  if (type === 'DOUBLE' || type === 'DOUBLE OR NULL') return float64()
  return type === 'INT32' ? int32() : dictionary(utf8())
}
