/** The files of a result folder, all but the shards, which are already there. */
import {
  summaryCsv,
  compareCsv,
  plantsCsv,
  linesCsv,
  programmesCsv,
  failuresCsv,
  namedFailures,
} from '../tables/csv.ts'
import { decisionsCsv, informationCsv } from '../tables/decisionsCsv.ts'
import { writeResult, type ResultFolder } from '../../studies/folder/folder.ts'
import { reportJson } from '../tables/json.ts'
import { buildManifest, type Manifest } from '../stored/manifest.ts'
import { convergenceCsv } from '../tables/precisionCsv.ts'
import type { Report } from '../data/report.ts'
import type { Say } from '../../studies/folder/say.ts'
import type { Finished } from '../../studies/folder/finished.ts'

/** Tables, report and manifest of a run or a comparison. @param command the words of it, for the manifest */
export async function writeTables(
  { folder, inputs, results: [result], started, say }: Finished,
  report: Report,
  command: readonly string[],
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
  if (report.precision !== undefined) writeResult(folder, 'convergence.csv', convergenceCsv(report.precision))
  if (report.failures.length > 0) writeResult(folder, 'failures.csv', failuresCsv(namedFailures(report)))
  const origins = {
    started,
    command,
    scenarioHashes: inputs.scenarios.map((scenario) => scenario.hash),
    dataHashes: inputs.dataHashes,
    blockSize: result.plan.blockSize,
    blocks: result.blocks,
  }
  await writeReport(folder, report, buildManifest(report, origins), say)
}

/** The report as data and in every form, and then the manifest, which says that a folder is whole. */
export async function writeReport(folder: ResultFolder, report: Report, manifest: Manifest, say: Say): Promise<void> {
  writeResult(folder, 'report.json', reportJson(report))
  // Imported here, since drawing takes longer to load than small runs take to compute.
  const { writeForms } = await import('./forms.ts')
  writeForms(folder.path, report, manifest, say)
  writeResult(folder, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
}
