/**
 * The data folder to the `Industry` that the engine reads, with the report of how well it fits and the hashes of the
 * files it came from. Only this file and `snapshot.ts` touch the file system; `buildIndustry` does the rest.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIndustry } from './buildIndustry.ts'
import { readCsv } from './csv.ts'
import type { LoadedIndustry } from './loadedIndustry.ts'
import { dataError, type DataProblem } from './problems.ts'
import { type DataBytes, readSnapshot, snapshotBytes, snapshotFile } from './snapshot.ts'
import { dataFiles, type DataTexts, readTables, type RowCounts } from './tables.ts'

export type { DataHash, LoadedIndustry } from './loadedIndustry.ts'

/**
 * @param folder with the CSV files; the shipped one when left out
 * @param snapshot a file with the industry as it was made before, which is taken where nothing has changed; see `snapshot.ts`
 * @throws an error of kind `data` that lists everything wrong with the files, by file, line and column
 */
export function loadIndustry(folder: string = shippedDataFolder(), snapshot: string = snapshotFile): LoadedIndustry {
  const data = readData(folder)
  return readSnapshot(data, snapshot) ?? industryOf(data)
}

/** The industry of a data folder as the bytes of a snapshot. */
export function industrySnapshot(folder: string = shippedDataFolder()): Buffer {
  const data = readData(folder)
  return snapshotBytes(data, industryOf(data))
}

const manifestFile = 'manifest.csv'

function readData(folder: string): DataBytes {
  if (!existsSync(folder)) throw dataError([{ file: folder, message: 'there is no such data folder' }])
  return [...dataFiles, manifestFile].map((file) => ({ file, content: readIfThere(join(folder, file)) }))
}

function industryOf(data: DataBytes): LoadedIndustry {
  const contents = new Map(data.map(({ file, content }) => [file, content]))
  const texts = Object.fromEntries(dataFiles.map((file) => [file, contents.get(file)?.toString('utf8')])) as DataTexts
  const manifest = readManifest(contents.get(manifestFile))
  const tables = readTables(texts, manifest.rows)
  const dataHashes = dataFiles.flatMap((file) => {
    const content = contents.get(file)
    if (content === undefined) return []
    const sha256 = createHash('sha256').update(content).digest('hex')
    return [{ file, sha256, asShipped: manifest.hashes.get(file) === sha256 }]
  })
  return { ...buildIndustry(tables), dataHashes }
}

/** `scenarios/data` of this package, wherever the code was compiled to. */
export function shippedDataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!isPackageRoot(folder)) {
    const above = dirname(folder)
    if (above === folder) throw dataError([{ file: 'scenarios/data', message: 'cannot be found from the program' }])
    folder = above
  }
  return join(folder, 'scenarios', 'data')
}

function isPackageRoot(folder: string): boolean {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return false
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'plantshift'
}

function readIfThere(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined
}

/** What `manifest.csv` says of the other files; nothing where a folder of one's own has none. */
function readManifest(content: Buffer | undefined): {
  readonly rows: RowCounts
  readonly hashes: ReadonlyMap<string, string>
} {
  if (content === undefined) return { rows: new Map(), hashes: new Map() }
  const problems: DataProblem[] = []
  const table = readCsv(manifestFile, content.toString('utf8'), ['file', 'rows', 'sha256'], problems)
  if (problems.length > 0) throw dataError(problems)
  return {
    rows: new Map(table.rows.map(({ cells }) => [cells['file'], Number(cells['rows'])])),
    hashes: new Map(table.rows.map(({ cells }) => [cells['file'], cells['sha256']])),
  }
}
