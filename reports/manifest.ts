/** `manifest.json`: everything needed to know where a result comes from and to compute it again. */
import { arch, cpus, hostname, platform, release, totalmem } from 'node:os'
import type { DataHash } from '../scenarios/industry/loadIndustry.ts'
import { programName } from './folder.ts'
import type { Report } from './report.ts'
import type { RunPlanFile } from './runPlan.ts'
import type { SweepReport } from './sweepReport.ts'
import { programVersion } from './version.ts'

export interface Origins {
  /** When the run began, milliseconds. */
  readonly started: number
  /** The words of the command line. */
  readonly command: readonly string[]
  /** Hash of each scenario, resolved, with the policy of the base year. */
  readonly scenarioHashes: readonly string[]
  readonly dataHashes: readonly DataHash[]
  readonly blockSize: number
  readonly blocks: number
}

export function manifestJson(report: Report, origins: Origins): string {
  const { name, baseline, seed, sampling, replicatesAsked, replicates, goodReplicates, interrupted } = report
  const manifest = {
    program: programName,
    version: programVersion(),
    name,
    reproduce: report.reproduce,
    command: origins.command,
    seed,
    sampling,
    replicatesAsked,
    replicates,
    goodReplicates,
    interrupted,
    baseline: report.scenarios[baseline].name,
    scenarios: report.scenarios.map(({ name, title }, s) => ({ name, title, sha256: origins.scenarioHashes[s] })),
    data: origins.dataHashes,
    blockSize: origins.blockSize,
    blocks: origins.blocks,
    workers: report.workers,
    seconds: Math.round(report.seconds * 1000) / 1000,
    ...when(origins.started),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** When and where a result was computed. */
function when(started: number): Readonly<Record<string, unknown>> {
  return {
    started: new Date(started).toISOString(),
    finished: new Date().toISOString(),
    host: {
      name: hostname(),
      system: `${platform()} ${release()} ${arch()}`,
      processor: cpus()[0]?.model ?? 'unknown',
      processors: cpus().length,
      memoryBytes: totalmem(),
      node: process.version,
    },
  }
}

/** The manifest of a sweep. */
export function sweepManifestJson(
  report: SweepReport,
  plan: RunPlanFile,
  { started, command, workers }: Pick<Origins, 'started' | 'command'> & { readonly workers: number },
): string {
  const { name, reproduce, seed, interrupted, baseline, points, seconds } = report
  const manifest = {
    program: programName,
    version: programVersion(),
    name,
    reproduce,
    command,
    seed,
    replicatesAsked: plan.replicates,
    interrupted,
    baseline,
    points: points.length,
    scenarios: plan.scenarios,
    data: plan.data,
    blockSize: plan.blockSize,
    workers,
    seconds: Math.round(seconds * 1000) / 1000,
    ...when(started),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
