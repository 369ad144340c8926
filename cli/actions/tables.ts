/** The files of a result folder, all but the shards, which are already there. */
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { compareCsv, failuresCsv, linesCsv, plantsCsv, summaryCsv } from '../../reports/csv.ts'
import { writeResult, type ResultFolder } from '../../reports/folder.ts'
import { manifestJson } from '../../reports/manifest.ts'
import type { Report } from '../../reports/report.ts'
import type { StudyInputs } from './inputs.ts'

export function writeTables(
  folder: ResultFolder,
  report: Report,
  inputs: StudyInputs,
  result: MonteCarloResult,
  started: number,
): void {
  const scenarioTexts = inputs.scenarios.map((scenario) => scenario.resolved)
  writeResult(folder, 'summary.csv', summaryCsv(report))
  if (report.comparisons.length > 0) writeResult(folder, 'compare.csv', compareCsv(report))
  writeResult(folder, 'plants.csv', plantsCsv(report))
  writeResult(folder, 'lines.csv', linesCsv(report))
  if (report.failures.length > 0) writeResult(folder, 'failures.csv', failuresCsv(report))
  writeResult(folder, 'scenario.resolved.yaml', scenarioTexts.join('---\n'))
  writeResult(folder, 'plan.json', `${JSON.stringify({ ...result.plan, shape: result.shape }, null, 2)}\n`)
  const origins = {
    started,
    command: process.argv.slice(2),
    scenarioTexts,
    dataHashes: inputs.dataHashes,
    blockSize: result.plan.blockSize,
    blocks: result.blocks,
  }
  // The manifest is what marks a folder as a result, so it comes last.
  writeResult(folder, 'manifest.json', manifestJson(report, origins))
}
