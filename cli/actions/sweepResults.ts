/** The end of a sweep: its tables, what is printed and said. */
import { failuresCsv } from '../../reports/csv.ts'
import { decisionsCsv, informationCsv } from '../../reports/decisionsCsv.ts'
import { writeResult } from '../../reports/folder.ts'
import { logEvent } from '../../reports/log.ts'
import { buildSweepManifest } from '../../reports/manifest.ts'
import { durationText } from '../../reports/numbers.ts'
import { convergenceCsv } from '../../reports/precisionCsv.ts'
import { buildReport, type Report } from '../../reports/report.ts'
import { designCsv, sweepCsv } from '../../reports/sweepCsv.ts'
import { studyOfSweep } from '../../reports/sweepStudy.ts'
import { sweepReport, type SweepReport } from '../../reports/sweepReport.ts'
import { sweepText } from '../../reports/sweepText.ts'
import { flagOption } from '../console/options.ts'
import { partDecisions, writeDraws } from './decisions.ts'
import type { Finished } from './finished.ts'
import { reproduceLine } from './reproduce.ts'
import { precisionPart, reportPlace, studyExitCode, styleOfOutput } from './studyResults.ts'
import { writeReport } from './tables.ts'

export async function finishSweep(done: Finished): Promise<number> {
  const { inputs, plan, folder, options, say, results, resume } = done
  const parts = results.filter(({ replicates }) => replicates > 0).map((_, part) => partReport(done, part))
  const baseline = inputs.scenarios[plan.parts[0].baseline].name
  // Parts of a run that ends by its precision have numbers of replicates of their own, which the file's rule finds again.
  const reproduce = reproduceLine(plan, plan.precision === undefined ? plan.replicates : undefined)
  const precision = parts.flatMap((_, part) => precisionPart(done, part).precision ?? [])
  const decisions = parts.map((_, part) => partDecisions(done, part))
  const report: SweepReport = {
    ...sweepReport(plan, plan.levers ?? [], baseline, reproduce, parts),
    ...(precision.length === 0 ? {} : { precision }),
    ...(decisions.every((studies) => studies.length === 0) ? {} : { decisions }),
  }
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
  await writeReport(folder, studyOfSweep(report, parts), manifest)
  // A command that looks for something in the sweep prints what it finds instead.
  if (!flagOption(options, 'unprinted')) print(report, flagOption(options, 'json'))
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

/** A part as a report of its own: its baseline and its points. */
function partReport({ inputs, plan, results }: Finished, part: number): Report {
  const { scenarios, baseline } = plan.parts[part]
  const facts = {
    name: inputs.name,
    scenarios: scenarios.map((s) => inputs.scenarios[s]).map(({ name, title, question, note }) => ({ name, title, question, note })),
    baseline: scenarios.indexOf(baseline),
    seed: plan.seed,
    replicatesAsked: plan.replicates,
    reproduce: reproduceLine(plan, results[part].replicates),
    caveats: inputs.caveats,
    shownFirst: inputs.outcomes,
    evidence: inputs.evidence,
    parameters: inputs.parameters,
  }
  return buildReport(facts, inputs.industry, results[part], [])
}

function print(report: SweepReport, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : sweepText(report, styleOfOutput()))
}
