/** Makes the forms of a stored report again and prints it. */
import { join } from 'node:path'
import { fileMarks } from '../../reports/fileMarks.ts'
import { writeResult } from '../../reports/folder.ts'
import { buildDocument } from '../../reports/document/build.ts'
import { briefMarkdown } from '../../reports/forms/brief.ts'
import { reportForms } from '../../reports/forms/all.ts'
import { readStoredResult } from '../../reports/stored.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption } from '../console/options.ts'
import { printReport } from './studyResults.ts'

const mostForTerminal = 7

export function reportFolder(given: string, options: OptionValues): number {
  const { path, report, manifest } = readStoredResult(given)
  for (const { name, text } of reportForms(report, manifest, fileMarks(path))) writeResult({ path }, name, text)
  const json = flagOption(options, 'json')
  // A sweep has too many options for the tables of a terminal.
  if (!json && report.scenarios.length > mostForTerminal) process.stdout.write(briefMarkdown(buildDocument(report)))
  else printReport(report, json)
  if (!flagOption(options, 'quiet')) process.stderr.write(`Written anew: ${join(path, 'report.html')} and its other forms\n`)
  return exitCode.done
}
