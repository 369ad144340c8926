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
import { marksToStore } from '../../studies/folder/fileMarks.ts'
import { writeOptional, writeResult, type ResultFolder } from '../../studies/folder/folder.ts'
import { reportJson } from '../tables/json.ts'
import { buildManifest, manifestJson, type Manifest } from '../stored/manifest.ts'
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
  writeOptional(folder, 'compare.csv', report.comparisons.length > 0 ? compareCsv(report) : undefined)
  writeResult(folder, 'plants.csv', plantsCsv(report))
  writeResult(folder, 'lines.csv', linesCsv(report))
  writeResult(folder, 'programmes.csv', programmesCsv(report))
  writeOptionalTables(folder, report.decisions ?? [], report.precision ?? [], namedFailures(report))
  const origins = {
    started,
    command,
    scenarioHashes: inputs.scenarios.map((scenario) => scenario.hash),
    dataHashes: inputs.dataHashes,
    ownData: inputs.ownData,
    blockSize: result.plan.blockSize,
    blocks: result.blocks,
  }
  await writeReport(folder, report, buildManifest(report, origins), say)
}

/** Tables that not every result has. */
export function writeOptionalTables(
  folder: ResultFolder,
  decisions: NonNullable<Report['decisions']>,
  precision: NonNullable<Report['precision']>,
  failures: ReturnType<typeof namedFailures>,
): void {
  const isChoice = decisions.length > 0
  writeOptional(folder, 'decisions.csv', isChoice ? decisionsCsv(decisions) : undefined)
  writeOptional(folder, 'information.csv', isChoice ? informationCsv(decisions) : undefined)
  writeOptional(folder, 'convergence.csv', precision.length > 0 ? convergenceCsv(precision) : undefined)
  writeOptional(folder, 'failures.csv', failures.length > 0 ? failuresCsv(failures) : undefined)
}

/** The report as data and in every form, and then the manifest, which says that a folder is whole. */
export async function writeReport(folder: ResultFolder, report: Report, manifest: Manifest, say: Say): Promise<void> {
  writeResult(folder, 'report.json', reportJson(report))
  // Imported here, since drawing takes longer to load than small runs take to compute.
  const { writeForms } = await import('./forms.ts')
  writeForms(folder, report, manifest, say)
  writeResult(folder, 'manifest.json', manifestJson(manifest, marksToStore(folder.path)))
}
