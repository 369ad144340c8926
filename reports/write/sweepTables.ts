/** The files of a sweep's folder, all but the shards, which are already there. */
import { writeDraws } from '../../studies/folder/draws.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { writeResult } from '../../studies/folder/folder.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import type { Report } from '../data/report.ts'
import type { SweepReport } from '../data/sweepReport.ts'
import { buildSweepManifest } from '../stored/manifest.ts'
import { designCsv, sweepCsv } from '../tables/sweepCsv.ts'
import { curveLever, studyOfSweep } from './sweepStudy.ts'
import { sweepTops } from './sweepTops.ts'
import { writeOptionalTables, writeReport } from './tables.ts'

/**
 * Tables, draws, report and manifest of a sweep.
 *
 * @param parts a report for each part that was begun
 * @param command the words of it, for the manifest
 */
export async function writeSweepTables(
  done: Finished,
  report: SweepReport,
  parts: readonly Report[],
  command: readonly string[],
): Promise<void> {
  const { plan, folder, results, started, say } = done
  const { precision = [], decisions = [] } = report
  writeResult(folder, 'design.csv', designCsv(report))
  writeResult(folder, 'sweep.csv', sweepCsv(report))
  writeOptionalTables(folder, decisions.flat(), precision, report.failures)
  writeDraws(done)
  const workers = Math.max(...results.map((result) => result.workers))
  const manifest = buildSweepManifest(report, plan, {
    started,
    command,
    workers,
    replicatesOfParts: results.map(({ replicates }) => replicates),
  })
  const lever = curveLever(report)
  const tops = lever === undefined ? undefined : sweepTops(done, lever, report.baseline, keyOutcomes(parts[0]))
  await writeReport(folder, studyOfSweep(report, parts, tops), manifest, say)
}
