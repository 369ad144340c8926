/**
 * A data folder to the `Industry` that the engine reads, with the report of how well it fits and the hashes of the
 * files it came from. Only this file, `dataFolder.ts` and `snapshot.ts` touch the file system; `buildIndustry` does the rest.
 */
import { buildIndustry } from './buildIndustry.ts'
import { dataHashesOf, foreignFiles, ownDataHash, readData, readManifest, shippedDataFolder } from './dataFolder.ts'
import type { LoadedIndustry } from './loadedIndustry.ts'
import { type DataBytes, readSnapshot, snapshotBytes, snapshotFile } from './snapshot.ts'
import { dataFiles, type DataTexts, readTables } from './tables.ts'

export type { DataHash, LoadedIndustry, OwnData } from './loadedIndustry.ts'

/**
 * @param folder of one's own with the CSV files; the shipped ones when left out
 * @param snapshot a file with the industry of the shipped data as it was made before; see `snapshot.ts`
 * @throws an error of kind `data` that lists everything wrong with the files, by file, line and column
 */
export function loadIndustry(folder?: string, snapshot: string = snapshotFile): LoadedIndustry {
  if (folder === undefined) {
    const data = readData(shippedDataFolder())
    return readSnapshot(data, snapshot) ?? industryOf(data)
  }
  const data = readData(folder)
  const made = industryOf(data, folder)
  return { ...made, own: { folder, sha256: ownDataHash(made.dataHashes) } }
}

/** The industry of the shipped data as the bytes of a snapshot. */
export function industrySnapshot(): Uint8Array {
  const data = readData(shippedDataFolder())
  return snapshotBytes(data, industryOf(data))
}

function industryOf(data: DataBytes, folder?: string): LoadedIndustry {
  const contents = new Map(data.map(({ file, content }) => [file, content]))
  const texts = Object.fromEntries(dataFiles.map((file) => [file, contents.get(file)?.toString('utf8')])) as DataTexts
  const foreign = folder === undefined ? [] : foreignFiles(folder)
  const tables = readTables(texts, readManifest(data).rows, foreign)
  return { ...buildIndustry(tables), dataHashes: dataHashesOf(data) }
}
