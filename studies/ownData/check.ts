/** What is in a data folder of one's own: that it can be read as a run would, and what differs from the shipped data. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownDataHash, shippedDataFolder } from '../../scenarios/industry/dataFolder.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'

/** A file that is not as shipped. */
export interface ChangedFile {
  readonly file: string
  readonly sha256: string
  /** Rows that the shipped file does not have, and shipped rows that are not there; a changed row is one of each. */
  readonly added: number
  readonly removed: number
}

export interface DataCheck {
  readonly folder: string
  /** Of the names and hashes of all files: two folders with the same one hold the same data. */
  readonly sha256: string
  readonly makers: number
  readonly plants: number
  /** Nameplates, and products that stand for what no nameplate does. */
  readonly products: number
  readonly lines: number
  /** None where every file is as shipped. */
  readonly changed: readonly ChangedFile[]
}

/**
 * Reads a folder to the end, makes its industry and lays it beside the shipped one.
 *
 * @throws an error of kind `data` that lists everything wrong by file, line and column
 */
export function checkData(folder: string): DataCheck {
  const { fit, dataHashes } = loadIndustry(folder)
  const { makers, plants, products, lines } = fit
  const changed = dataHashes
    .filter(({ asShipped }) => !asShipped)
    .map(({ file, sha256 }) => ({ file, sha256, ...differences(file, folder) }))
  return { folder, sha256: ownDataHash(dataHashes), makers, plants, products, lines, changed }
}

/** Rows of these files are one line each. */
function differences(file: string, folder: string): Pick<ChangedFile, 'added' | 'removed'> {
  const [ours, shipped] = [folder, shippedDataFolder()].map((at) => linesOf(readFileSync(join(at, file), 'utf8')))
  return { added: without(ours, shipped).length, removed: without(shipped, ours).length }
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
}

/** Lines of one that the other has not, as often as it has them more. */
function without(lines: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
