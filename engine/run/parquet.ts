/**
 * Parquet files, written and read whole: https://parquet.apache.org/docs/file-format. One row group, plain and uncompressed, so
 * that the same table is the same bytes on every machine. A column without nulls is required: its numbers lie in the file as they
 * lie in memory, which lets a reader take a part of them by their offset.
 */
import { parquetMetadata, type FileMetaData } from 'hyparquet'
import { ByteWriter, parquetWrite, parquetWriteBuffer } from 'hyparquet-writer'

export type ParquetColumn =
  | { readonly name: string; readonly type: 'DOUBLE'; readonly data: Float64Array }
  | { readonly name: string; readonly type: 'INT32'; readonly data: Int32Array }
  | { readonly name: string; readonly type: 'STRING'; readonly data: readonly string[] }
  | { readonly name: string; readonly type: 'DOUBLE OR NULL'; readonly data: readonly (number | null)[] }
  | { readonly name: string; readonly type: 'STRING OR NULL'; readonly data: readonly (string | null)[] }

/** One page a column and one row group a file, however long. */
const noLimit = 2 ** 31 - 1

/** @param notes texts kept in the file beside the table; a table of no rows has none */
export function parquetBytes(columns: readonly ParquetColumn[], notes: Readonly<Record<string, string>>): Uint8Array {
  const kvMetadata = Object.entries(notes).map(([key, value]) => ({ key, value }))
  const isEmpty = columns.every(({ data }) => data.length === 0)
  const buffer = parquetWriteBuffer({
    ...settingsOf(columns),
    // hyparquet-writer 0.17 gives an empty list no type, and strict readers then refuse the whole file.
    ...(kvMetadata.length === 0 || isEmpty ? {} : { kvMetadata }),
  })
  const bytes = new Uint8Array(buffer)
  return isEmpty ? withTypedRowGroups(bytes) : bytes
}

/** Takes a piece of a file, and has done with it when it comes back. */
export type PieceWriter = (piece: Uint8Array) => void

const bytesOfAPiece = 2 ** 20

/** Writes a long table, which has rows and no notes, piece by piece: the same bytes, which never lie in memory together. */
export function writeParquet(columns: readonly ParquetColumn[], write: PieceWriter): void {
  const writer = new ByteWriter(bytesOfAPiece)
  const grow = writer.ensure.bind(writer)
  const pass = (): void => {
    write(writer.getBytes())
    // What is written is counted by `offset`, which goes on.
    writer.index = 0
  }
  writer.ensure = (size) => {
    if (writer.index + size > writer.buffer.byteLength) pass()
    grow(size)
  }
  // A promise only where columns are promised.
  void parquetWrite({ ...settingsOf(columns), writer })
  pass()
}

function settingsOf(columns: readonly ParquetColumn[]): Parameters<typeof parquetWriteBuffer>[0] {
  return {
    columnData: columns.map((column) => sourceOf(column)),
    codec: 'UNCOMPRESSED',
    statistics: false,
    pageSize: noLimit,
    rowGroupSize: noLimit,
    createdBy: 'plantshift',
  }
}

type ColumnSource = Parameters<typeof parquetWriteBuffer>[0]['columnData'][number]

function sourceOf({ name, type, data }: ParquetColumn): ColumnSource {
  const [kind, ...others] = type.split(' ')
  const isText = kind === 'STRING'
  return {
    name,
    type: isText ? 'STRING' : kind === 'DOUBLE' ? 'DOUBLE' : 'INT32',
    data: ArrayBuffer.isView(data) ? data : [...data],
    nullable: others.length > 0,
    // Names repeat down a column, and are written once; numbers are written as they are.
    encoding: isText ? 'RLE_DICTIONARY' : 'PLAIN',
    statistics: false,
    offsetIndex: false,
  }
}

/**
 * In a footer without rows, in Thrift's compact protocol: the number of rows, which is 0, and then the list of row groups as a list
 * of nothing, as the library writes it. Nothing that stands behind it in the footer looks like that.
 */
const noRowGroups = Uint8Array.of(0x16, 0, 0x19, 0)
/** The header of an empty list of structs, which row groups are. */
const listOfStructs = 0x0c

/** The list of no row groups as a list of row groups. */
function withTypedRowGroups(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer).lastIndexOf(noRowGroups)
  if (start < 0) throw new Error('a Parquet file of no rows has another form than the library gave it')
  return bytes.with(start + noRowGroups.length - 1, listOfStructs)
}

export interface ParquetOutline {
  readonly rows: number
  readonly notes: Readonly<Record<string, string>>
  /** By column: where in the file its values begin, in bytes; for columns of numbers only. */
  readonly starts: ReadonlyMap<string, number>
}

/** @param bytes the whole file. @throws Error when it is not a Parquet file as `parquetBytes` writes them. */
export function parquetOutline(bytes: Uint8Array): ParquetOutline {
  const metadata: FileMetaData = parquetMetadata(bytes)
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
