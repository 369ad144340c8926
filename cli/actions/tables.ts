/** The files of a result folder, all but the shards, which are already there. */
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { compareCsv, failuresCsv, linesCsv, namedFailures, plantsCsv, programmesCsv, summaryCsv } from '../../reports/csv.ts'
import { decisionsCsv, informationCsv } from '../../reports/decisionsCsv.ts'
import { fileMarks } from '../../reports/fileMarks.ts'
import { writeResult, type ResultFolder } from '../../reports/folder.ts'
import { reportJson } from '../../reports/json.ts'
import { buildManifest, type Manifest } from '../../reports/manifest.ts'
import { convergenceCsv } from '../../reports/precisionCsv.ts'
import type { Report } from '../../reports/report.ts'
import type { StudyInputs } from '../../reports/studies/inputs.ts'

export async function writeTables(
  folder: ResultFolder,
  report: Report,
  inputs: StudyInputs,
  result: MonteCarloResult,
  started: number,
): Promise<void> {
  writeResult(folder, 'summary.csv', summaryCsv(report))
  if (report.comparisons.length > 0) writeResult(folder, 'compare.csv', compareCsv(report))
  writeResult(folder, 'plants.csv', plantsCsv(report))
  writeResult(folder, 'lines.csv', linesCsv(report))
  writeResult(folder, 'programmes.csv', programmesCsv(report))
  if (report.decisions !== undefined) {
    writeResult(folder, 'decisions.csv', decisionsCsv(report.decisions))
    writeResult(folder, 'information.csv', informationCsv(report.decisions))
  }
  if (report.precision !== undefined) writeResult(folder, 'convergence.csv', convergenceCsv([report.precision]))
  if (report.failures.length > 0) writeResult(folder, 'failures.csv', failuresCsv(namedFailures(report)))
  const origins = {
    started,
    command: process.argv.slice(2),
    scenarioHashes: inputs.scenarios.map((scenario) => scenario.hash),
    dataHashes: inputs.dataHashes,
    blockSize: result.plan.blockSize,
    blocks: result.blocks,
  }
  await writeReport(folder, report, buildManifest(report, origins))
}

/** The report as data and in every form, and then the manifest, which says that a folder is whole. */
export async function writeReport(folder: ResultFolder, report: Report, manifest: Manifest): Promise<void> {
  writeResult(folder, 'report.json', reportJson(report))
  // Imported here, since drawing takes longer to load than small runs take to compute.
  const { reportForms } = await import('../../reports/forms/all.ts')
  for (const { name, text } of reportForms(report, manifest, fileMarks(folder.path))) writeResult(folder, name, text)
  writeResult(folder, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
}
