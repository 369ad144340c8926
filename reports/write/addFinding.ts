/** Puts files of a finding into a folder: beside those of a result that is there, or into a folder of their own. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type WritableFolder,
  reopenFolder,
  writeResult,
  finishFolder,
  requireResult,
  openFolder,
} from '../../studies/folder/folder.ts'
import { findingManifestJson } from '../stored/manifest.ts'
import { readStoredResult } from '../stored/stored.ts'
import type { Say } from '../../studies/folder/say.ts'

/** How files are added. */
export interface Adding {
  readonly say: Say
  /** True to take away the lock of a process on another machine, of which nobody here can know whether it is gone. */
  readonly breakLock: boolean
  /** True to write texts into CSV files as they are. */
  readonly rawCsv: boolean
}

/**
 * Adds the files to a result and makes the forms of its report again, which show the finding.
 *
 * @throws an error of kind `busy` while another process is at work in the folder
 */
export async function addResults(
  path: string,
  files: Readonly<Record<string, string>>,
  { say, breakLock, rawCsv }: Adding,
): Promise<void> {
  const folder = { ...reopenFolder(path, breakLock), rawCsv }
  try {
    for (const [name, text] of Object.entries(files)) writeResult(folder, name, text)
    await remakeForms(folder, say)
  } finally {
    finishFolder(folder)
  }
}

/** A run that is not finished, or a folder of findings, has no report. The finding is kept where the report cannot be made. */
async function remakeForms(folder: WritableFolder, say: Say): Promise<void> {
  const { path } = folder
  if (!existsSync(join(path, 'report.json'))) return
  // Imported here, since drawing takes long to load.
  const { writeForms } = await import('./forms.ts')
  try {
    const { report, manifest } = readStoredResult(path, true)
    writeForms(folder, report, manifest, say)
    say(`The report shows it too: ${join(path, 'report.html')}`)
  } catch (error) {
    say(`The report was not made again: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isEmpty(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0
}

/** Says before the work begins what would be in the way of its result. @throws an error of kind `file` */
export function requireRoom(path: string): void {
  if (!isEmpty(path)) requireResult(path)
}

/** Adds the files to a result, or makes a folder for them with a manifest. */
export async function addOrCreate(
  path: string,
  files: Readonly<Record<string, string>>,
  { scenario, reproduce }: { readonly scenario: string; readonly reproduce: string },
  adding: Adding,
): Promise<void> {
  if (!isEmpty(path)) return await addResults(path, files, adding)
  const folder = { ...openFolder(path, false), rawCsv: adding.rawCsv }
  try {
    for (const [file, text] of Object.entries(files)) writeResult(folder, file, text)
    writeResult(folder, 'manifest.json', findingManifestJson(scenario, reproduce, process.argv.slice(2)))
  } finally {
    finishFolder(folder)
  }
}
