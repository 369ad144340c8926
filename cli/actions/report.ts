/** Makes the forms of a stored report again and prints it. */
import { join } from 'node:path'
import { fileMarks } from '../../reports/fileMarks.ts'
import { writeResult } from '../../reports/folder.ts'
import { reportForms } from '../../reports/forms/all.ts'
import { readStoredResult } from '../../reports/stored.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption } from '../console/options.ts'
import { printReport } from './studyResults.ts'

export function reportFolder(given: string, options: OptionValues): number {
  const { path, report, manifest } = readStoredResult(given)
  for (const { name, text } of reportForms(report, manifest, fileMarks(path))) writeResult({ path }, name, text)
  printReport(report, flagOption(options, 'json'))
  if (!flagOption(options, 'quiet')) process.stderr.write(`Written anew: ${join(path, 'report.html')} and its other forms\n`)
  return exitCode.done
}
