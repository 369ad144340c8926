/**
 * The forms of a report in its folder, with the findings that the folder holds beside it. Forms of an earlier report that this
 * one does not have are removed, so that nobody takes them for its own.
 */
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileMarks } from '../../studies/folder/fileMarks.ts'
import { withFindings } from '../stored/findings.ts'
import { type WritableFolder, writeResult } from '../../studies/folder/folder.ts'
import { isOwnFile } from '../../studies/folder/own.ts'
import { reportForms } from '../forms/all.ts'
import type { Manifest } from '../stored/manifest.ts'
import type { Report } from '../data/report.ts'
import type { Say } from '../../studies/folder/say.ts'

/** @returns the report with its findings */
export function writeForms(folder: WritableFolder, report: Report, manifest: Manifest, say: Say): Report {
  const { path } = folder
  const whole = withFindings(path, report, say)
  const forms = reportForms(whole, manifest, fileMarks(path))
  for (const { name, text } of forms) writeResult(folder, name, text)
  removeOthers(path, new Set(forms.map(({ name }) => name)))
  return whole
}

/** Folders of forms. */
const formFolders = ['charts', 'tables'] as const

function removeOthers(path: string, made: ReadonlySet<string>): void {
  for (const folder of formFolders) {
    // A link may lead to files of somebody else's with such names.
    const isOwn = lstatSync(join(path, folder), { throwIfNoEntry: false })?.isDirectory() === true
    const names = isOwn ? readdirSync(join(path, folder)) : []
    const old = names.map((name) => `${folder}/${name}`).filter((name) => isOwnFile(name) && !made.has(name))
    for (const name of old) rmSync(join(path, name), { force: true })
  }
}
