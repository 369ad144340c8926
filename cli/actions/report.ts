/** Makes the forms of a stored report again and prints it. */
import { join } from 'node:path'
import { buildDocument } from '../../reports/document/build.ts'
import { briefMarkdown } from '../../reports/forms/brief.ts'
import { storedTargetRows } from '../../reports/data/targets.ts'
import { openReplicates } from '../../studies/folder/columns.ts'
import { dataChange } from '../../studies/plan/sameData.ts'
import { type OutcomeTarget, readTarget } from '../../studies/plan/targets.ts'
import { readStoredResult } from '../../reports/stored/stored.ts'
import { finishFolder, reopenFolder, type WritableFolder } from '../../studies/folder/folder.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, targetsFrom, viewFrom } from '../console/options.ts'
import { speaker } from '../console/say.ts'
import { writeForms } from '../../reports/write/forms.ts'
import { printReport } from './printStudy.ts'
import { openIfAsked } from '../console/openInBrowser.ts'
import { print } from '../console/print.ts'

const mostForTerminal = 7

/** `report`: writes every form of a result's report anew and prints it. Nothing is computed. */
export function reportFolder(given: string, options: OptionValues): number {
  const targets = targetsFrom(options).map(readTarget)
  const folder = reopenFolder(given, flagOption(options, 'breakLock'))
  try {
    return remake({ ...folder, rawCsv: flagOption(options, 'rawCsv') }, targets, options)
  } finally {
    finishFolder(folder)
  }
}

function remake(folder: WritableFolder, targets: readonly OutcomeTarget[], options: OptionValues): number {
  const stored = readStoredResult(folder.path, flagOption(options, 'partial'))
  const say = speaker(options)
  const view = viewFrom(options)
  const asked = {
    ...stored.report,
    ...(view === undefined ? {} : { view }),
    ...(targets.length === 0
      ? {}
      : {
          targets: storedTargetRows(
            openReplicates(folder.path, flagOption(options, 'partial'), dataFrom(options)),
            targets,
          ),
        }),
  }
  const change = dataChange(folder.path, stored.manifest, dataFrom(options))
  if (change !== undefined) say(change)
  const report = writeForms(folder, asked, stored.manifest, say)
  const json = flagOption(options, 'json')
  // A sweep has too many options for the tables of a terminal.
  if (!json && report.scenarios.length > mostForTerminal) print(briefMarkdown(buildDocument(report)))
  else printReport(report, options)
  say(`Written anew: ${join(folder.path, 'report.html')} and its other forms`)
  openIfAsked(options, join(folder.path, 'report.html'))
  return exitCode.done
}
