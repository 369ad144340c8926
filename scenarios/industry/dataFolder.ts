/**
 * The files of a data folder: the shipped one, or one of the user's own in its place. What is known of them before a table is
 * read: which are there, their hashes, and whether these are the shipped ones.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCsv } from './csv.ts'
import type { DataHash } from './loadedIndustry.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { DataBytes } from './snapshot.ts'
import { dataFiles, nearestFile, type RowCounts } from './tables.ts'

/** Says how many rows the other files have when they are whole; a folder of one's own may have none. */
const manifestFile = 'manifest.csv'

/** Every file of the shipped folder that a copy takes along. */
export const shippedFiles: readonly string[] = [...dataFiles, manifestFile, 'README.md']

/** Contents of the files that the program reads, those that are not there included. @throws of kind `data` without a folder */
export function readData(folder: string): DataBytes {
  if (!existsSync(folder)) throw dataError([{ file: folder, message: 'there is no such data folder' }])
  if (!statSync(folder).isDirectory()) {
    const allowed = `a folder with ${dataFiles.join(', ')}`
    throw dataError([
      { file: folder, message: `is a file; give the folder that holds ${dataFiles.join(', ')}`, allowed },
    ])
  }
  return [...dataFiles, manifestFile].map((file) => ({ file, content: readIfThere(join(folder, file)) }))
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

/** The hash of each file that is there, and whether it is the one that was shipped, whatever the folder's own manifest says. */
export function dataHashesOf(data: DataBytes): readonly DataHash[] {
  const shipped = readManifest(readData(shippedDataFolder())).hashes
  return data.flatMap(({ file, content }) => {
    if (content === undefined || file === manifestFile) return []
    const sha256 = createHash('sha256').update(content).digest('hex')
    return [{ file, sha256, asShipped: shipped.get(file) === sha256 }]
  })
}

/** One hash for all files of a folder. */
export function ownDataHash(hashes: readonly DataHash[]): string {
  const lines = hashes.map(({ file, sha256 }) => `${sha256}  ${file}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

/** What a manifest says of the other files; nothing where there is none. @throws of kind `data` where it cannot be read */
export function readManifest(data: DataBytes): {
  readonly rows: RowCounts
  readonly hashes: ReadonlyMap<string, string>
} {
  const content = data.find(({ file }) => file === manifestFile)?.content
  if (content === undefined) return { rows: new Map(), hashes: new Map() }
  const problems: DataProblem[] = []
  const table = readCsv(manifestFile, content.toString('utf8'), ['file', 'rows', 'sha256'], problems)
  if (problems.length > 0) throw dataError(problems)
  return {
    rows: new Map(table.rows.map(({ cells }) => [cells['file'], Number(cells['rows'])])),
    hashes: new Map(table.rows.map(({ cells }) => [cells['file'], cells['sha256']])),
  }
}

/** CSV files in a folder that nobody reads, which may be misspelt: problems with the nearest name that would be read. */
export function foreignFiles(folder: string): readonly DataProblem[] {
  const known: readonly string[] = shippedFiles
  return readdirSync(folder)
    .filter((name) => /\.(csv|tsv|xlsx?|ods)$/i.test(name) && !/^[.~]/.test(name) && !known.includes(name))
    .toSorted()
    .map((name) => {
      const nearest = nearestFile(name, dataFiles)
      const hint = nearest === undefined ? '' : `; the nearest one that is read is '${nearest}'`
      return {
        file: name,
        message: `is no file of the data folder and would not be read${hint}; rename it, or take it out of ${folder}`,
        given: name,
        allowed: dataFiles.join(', '),
        ...(nearest === undefined ? {} : { nearest }),
      }
    })
}
