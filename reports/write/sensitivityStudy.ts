/** The files of a sensitivity analysis whose runs are in shards: what was found in them, and the manifest, which says that it is whole. */
import { errorOfKind } from '../../engine/run/errors.ts'
import { lostStatus } from '../../engine/run/failures.ts'
import { marksToStore } from '../../studies/folder/fileMarks.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { writeResult } from '../../studies/folder/folder.ts'
import { findIn } from '../../studies/sensitivity/sensitivity.ts'
import type { SensitivityStudy } from '../../studies/sensitivity/study.ts'
import { lostPart, type MayLack } from '../data/lost.ts'
import { runManifestJson } from '../stored/manifest.ts'
import { sensitivityCsv, sensitivityJson } from '../tables/sensitivity.ts'

/** How the runs of an analysis have ended. */
export interface SensitivityRuns extends MayLack {
  readonly replicates: number
  readonly goodReplicates: number
  readonly interrupted: false
  readonly seconds: number
}

/** What was found, and the runs that it was found in. */
export interface WrittenSensitivity {
  /** One an outcome. */
  readonly studies: readonly SensitivityStudy[]
  readonly report: SensitivityRuns
}

/**
 * Finds and writes.
 *
 * @param command the words of it, for the manifest
 * @throws an error of kind `busy` where it was stopped before the last run: a part of a design says nothing
 */
export function writeSensitivity(
  { inputs, plan, folder, results: [result] }: Finished,
  command: readonly string[],
): WrittenSensitivity {
  if (!result.complete) {
    const done = `${result.replicates} of ${plan.replicates} runs are done`
    throw errorOfKind('busy', `${folder.path}: ${done}; what is found is found in all of them`)
  }
  const found = findIn({ inputs, plan }, result)
  const [study, ...others] = found.map((one) => one.study)
  const lost = result.totals.failures.filter(({ status }) => status === lostStatus)
  const report = {
    replicates: result.replicates,
    goodReplicates: Math.min(...found.map(({ outcomes }) => outcomes.filter(Number.isFinite).length)),
    interrupted: false as const,
    seconds: result.seconds,
    ...lostPart(new Set(lost.map(({ replicate }) => replicate)).size),
  }
  writeResult(folder, 'sensitivity.json', sensitivityJson(study, others))
  writeResult(folder, 'sensitivity.csv', sensitivityCsv(study, others))
  const { replicates, goodReplicates } = report
  const runs = { replicatesAsked: plan.replicates, replicates, goodReplicates, ...lostPart(report.lostReplicates ?? 0) }
  const manifest = runManifestJson(
    { name: plan.name, reproduce: study.reproduce, command, ...runs },
    marksToStore(folder.path),
  )
  writeResult(folder, 'manifest.json', manifest)
  return { studies: [study, ...others], report }
}
