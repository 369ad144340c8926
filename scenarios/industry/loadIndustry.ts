/**
 * The data folder to the `Industry` that the engine reads, with the report of how well it fits and the hashes of the
 * files it came from. The only file here that touches the file system; `buildIndustry` does the rest.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { buildIndustry } from './buildIndustry.ts'
import { readCsv } from './csv.ts'
import type { IndustryFit } from './fit.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { ImputationRule } from './imputationRules.ts'
import { dataFiles, type DataTexts, readTables, type RowCounts } from './tables.ts'

export interface DataHash {
  readonly file: string
  readonly sha256: string
  /** False where the file is not the one that `manifest.csv` describes: somebody changed the data. */
  readonly asShipped: boolean
}

export interface LoadedIndustry {
  readonly industry: Industry
  readonly fit: IndustryFit
  readonly rules: readonly ImputationRule[]
  readonly dataHashes: readonly DataHash[]
}

/**
 * @param folder with the CSV files; the shipped one when left out
 * @throws an error of kind `data` that lists everything wrong with the files, by file, line and column
 */
export function loadIndustry(folder: string = shippedDataFolder()): LoadedIndustry {
  if (!existsSync(folder)) throw dataError([{ file: folder, message: 'there is no such data folder' }])
  const bytes = dataFiles.map((file) => ({ file, content: readIfThere(join(folder, file)) }))
  const texts = Object.fromEntries(bytes.map(({ file, content }) => [file, content?.toString('utf8')])) as DataTexts
  const manifest = readManifest(folder)
  const tables = readTables(texts, manifest.rows)
  const dataHashes = bytes.flatMap(({ file, content }) => {
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
function readManifest(folder: string): { readonly rows: RowCounts; readonly hashes: ReadonlyMap<string, string> } {
  const content = readIfThere(join(folder, 'manifest.csv'))
  if (content === undefined) return { rows: new Map(), hashes: new Map() }
  const problems: DataProblem[] = []
  const table = readCsv('manifest.csv', content.toString('utf8'), ['file', 'rows', 'sha256'], problems)
  if (problems.length > 0) throw dataError(problems)
  return {
    rows: new Map(table.rows.map(({ cells }) => [cells['file'], Number(cells['rows'])])),
    hashes: new Map(table.rows.map(({ cells }) => [cells['file'], cells['sha256']])),
  }
}
