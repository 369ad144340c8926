/** A result printed. Nothing here is needed before there is one, so that the first replicate does not wait for it. */
import { screenText, fewestOnScreen } from '../../reports/forms/screen.ts'
import type { Report } from '../../reports/data/report.ts'
import { reportJson } from '../../reports/tables/json.ts'
import { sensitivityJson } from '../../reports/tables/sensitivity.ts'
import { sensitivityText } from '../../reports/text/sensitivity/studyText.ts'
import { sweepText } from '../../reports/text/sweepText.ts'
import { terminalText } from '../../reports/text/terminal.ts'
import type { WrittenStudy } from '../../reports/write/study.ts'
import type { SensitivityStudy } from '../../studies/sensitivity/study.ts'
import type { OptionValues } from '../console/command.ts'
import { styleOfOutput } from '../console/layout.ts'
import { flagOption } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'

/** A result on standard output, as text or as JSON. */
export function printStudy(written: WrittenStudy, options: OptionValues): void {
  const json = flagOption(options, 'json')
  if (written.kind === 'study') printReport(written.report, options)
  else if (written.kind === 'sensitivity') printFinding(written.studies, options)
  else if (json) printJson(written.report)
  else print(sweepText(written.report, styleOfOutput()))
}

/** A sensitivity analysis on standard output, of one outcome or several. */
export function printFinding([study, ...others]: readonly SensitivityStudy[], options: OptionValues): void {
  if (flagOption(options, 'json')) process.stdout.write(sensitivityJson(study, others))
  else print(sensitivityText(study, styleOfOutput().width, others))
}

/** A report of scenarios on standard output: as JSON, several options on one screen, or all that there is to say. */
export function printReport(report: Report, options: OptionValues): void {
  const style = styleOfOutput()
  const isShort = report.scenarios.length > fewestOnScreen && !flagOption(options, 'full') && report.goodReplicates > 0
  const text = isShort ? screenText : terminalText
  if (flagOption(options, 'json')) process.stdout.write(reportJson(report))
  else print(text(report, style))
}
