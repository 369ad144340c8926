/**
 * Parquet files, written and read whole: https://parquet.apache.org/docs/file-format. One row group, every column required,
 * plain and uncompressed, so that the same table is the same bytes on every machine and a column of numbers lies in the
 * file as it lies in memory, which lets a reader take a part of it by its offset.
 */
import { parquetMetadata, type FileMetaData } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

export type ParquetColumn =
  | { readonly name: string; readonly type: 'DOUBLE'; readonly data: Float64Array }
  | { readonly name: string; readonly type: 'INT32'; readonly data: Int32Array }
  | { readonly name: string; readonly type: 'STRING'; readonly data: readonly string[] }

/** One page a column and one row group a file, however long. */
const noLimit = 2 ** 31 - 1

/** @param notes texts kept in the file beside the table */
export function parquetBytes(columns: readonly ParquetColumn[], notes: Readonly<Record<string, string>>): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type, data }) => ({
      name,
      type,
      data: type === 'STRING' ? [...data] : data,
      nullable: false,
      // Names repeat down a column, and are written once; numbers are written as they are.
      encoding: type === 'STRING' ? 'RLE_DICTIONARY' : 'PLAIN',
      statistics: false,
      offsetIndex: false,
    })),
    codec: 'UNCOMPRESSED',
    statistics: false,
    pageSize: noLimit,
    rowGroupSize: noLimit,
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
    createdBy: 'plantshift',
  })
  return new Uint8Array(buffer)
}

export interface ParquetOutline {
  readonly rows: number
  readonly notes: Readonly<Record<string, string>>
  /** By column: where in the file its values begin, in bytes; for columns of numbers only. */
  readonly starts: ReadonlyMap<string, number>
}

/** @param bytes the whole file. @throws Error when it is not a Parquet file as `parquetBytes` writes them. */
export function parquetOutline(bytes: Uint8Array): ParquetOutline {
  const metadata: FileMetaData = parquetMetadata(Uint8Array.from(bytes).buffer)
  const rows = Number(metadata.num_rows)
  const chunks = metadata.row_groups.length === 1 ? metadata.row_groups[0].columns : []
  const starts = chunks.flatMap(({ meta_data: chunk }): [string, number][] => {
    const width = chunk?.type === 'DOUBLE' ? 8 : chunk?.type === 'INT32' ? 4 : 0
    if (chunk === undefined || width === 0) return []
    // The page's header is of no fixed length; what follows it are the values, up to the end of the chunk.
    const end = Number(chunk.data_page_offset) + Number(chunk.total_compressed_size)
    return [[chunk.path_in_schema.join('.'), end - width * rows]]
  })
  const notes = (metadata.key_value_metadata ?? []).map(({ key, value }): [string, string] => [key, value ?? ''])
  return { rows, notes: Object.fromEntries(notes), starts: new Map(starts) }
}
