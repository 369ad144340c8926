/** Puts files of a finding into a folder: beside those of a result that is there, or into a folder of their own. */
import { existsSync, readdirSync } from 'node:fs'
import { finishFolder, openFolder, reopenFolder, requireResult, writeResult } from '../../reports/folder.ts'
import { findingManifestJson } from '../../reports/manifest.ts'

/** @throws an error of kind `busy` while another process is at work in the folder */
export function addResults(path: string, files: Readonly<Record<string, string>>): void {
  const folder = reopenFolder(path)
  try {
    for (const [name, text] of Object.entries(files)) writeResult(folder, name, text)
  } finally {
    finishFolder(folder)
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
export function addOrCreate(
  path: string, files: Readonly<Record<string, string>>, name: string, reproduce: string,
): void {
  if (!isEmpty(path)) return addResults(path, files)
  const folder = openFolder(path, false)
  try {
    for (const [file, text] of Object.entries(files)) writeResult(folder, file, text)
    writeResult(folder, 'manifest.json', findingManifestJson(name, reproduce, process.argv.slice(2)))
  } finally {
    finishFolder(folder)
  }
}
