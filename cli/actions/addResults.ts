/** Puts files beside those of a result that is there: what was found in it. */
import { finishFolder, reopenFolder, writeResult } from '../../reports/folder.ts'

/** @throws an error of kind `busy` while another process is at work in the folder */
export function addResults(path: string, files: Readonly<Record<string, string>>): void {
  const folder = reopenFolder(path)
  try {
    for (const [name, text] of Object.entries(files)) writeResult(folder, name, text)
  } finally {
    finishFolder(folder)
  }
}
