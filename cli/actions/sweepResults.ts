/** The end of a sweep: its tables, what is printed and said. */
import { programCall } from '../../studies/plan/commandLine.ts'
import { failuresCsv } from '../../reports/tables/csv.ts'
import { decisionsCsv, informationCsv } from '../../reports/tables/decisionsCsv.ts'
import { writeResult } from '../../studies/folder/folder.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { keyOutcomes } from '../../reports/data/keyOutcomes.ts'
import { buildSweepManifest } from '../../reports/stored/manifest.ts'
import { durationText } from '../../reports/words/numbers.ts'
import { convergenceCsv } from '../../reports/tables/precisionCsv.ts'
import { sweepReports } from '../../reports/data/studyReport.ts'
import { designCsv, sweepCsv } from '../../reports/tables/sweepCsv.ts'
import { curveLever, studyOfSweep } from '../../reports/write/sweepStudy.ts'
import type { SweepReport } from '../../reports/data/sweepReport.ts'
import { sweepText } from '../../reports/text/sweepText.ts'
import type { OptionValues } from '../console/command.ts'
import { flagOption } from '../console/options.ts'
import { writeDraws } from '../../studies/folder/draws.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { reportPlace, studyExitCode, styleOfOutput } from './studyResults.ts'
import { sweepTops } from '../../reports/write/sweepTops.ts'
import { writeReport } from '../../reports/write/tables.ts'

/** @param printed false where a command that looks for something in the sweep prints what it finds instead */
export async function finishSweep(done: Finished, options: OptionValues, printed: boolean): Promise<number> {
  const { plan, folder, say, resume } = done
  const { report, parts } = sweepReports({
    ...done,
    program: programCall,
    information: flagOption(options, 'information'),
  })
  const { precision = [], decisions = [] } = report
  const { interrupted, seconds, points } = report
  logEvent(folder, 'end', { points: points.length, interrupted, seconds })
  writeResult(folder, 'design.csv', designCsv(report))
  writeResult(folder, 'sweep.csv', sweepCsv(report))
  if (decisions.some((studies) => studies.length > 0)) {
    writeResult(folder, 'decisions.csv', decisionsCsv(decisions.flat()))
    writeResult(folder, 'information.csv', informationCsv(decisions.flat()))
  }
  if (precision.length > 0) writeResult(folder, 'convergence.csv', convergenceCsv(precision))
  writeDraws(done)
  if (report.failures.length > 0) writeResult(folder, 'failures.csv', failuresCsv(report.failures))
  const manifest = buildSweepManifest(report, plan, originsOf(done))
  const lever = curveLever(report)
  const tops = lever === undefined ? undefined : sweepTops(done, lever, report.baseline, keyOutcomes(parts[0]))
  await writeReport(folder, studyOfSweep(report, parts, tops), manifest, say)
  if (printed) print(report, flagOption(options, 'json'))
  if (interrupted) say(`Interrupted; what is there is printed above. To go on: ${resume}`)
  say(`Done in ${durationText(seconds)}. Files: ${folder.path}`)
  say(reportPlace(folder.path))
  const replicates = points.reduce((sum, point) => sum + point.replicates, 0)
  const goodReplicates = points.reduce((sum, point) => sum + point.goodReplicates, 0)
  return studyExitCode({ interrupted, replicates, goodReplicates })
}

function originsOf({ started, results }: Finished): { started: number; command: readonly string[]; workers: number } {
  return { started, command: process.argv.slice(2), workers: Math.max(...results.map(({ workers }) => workers)) }
}

function print(report: SweepReport, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : sweepText(report, styleOfOutput()))
}
