/** `manifest.json`: everything needed to know where a result comes from and to compute it again; and how it is read back. */
import { hostname, platform, release, arch, cpus, totalmem } from 'node:os'
import type { DataHash, OwnData } from '../../scenarios/industry/loadIndustry.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { storedNumber as number } from '../../scenarios/file/storedJson.ts'
import type { StoredMark } from '../../studies/folder/fileMarks.ts'
import { sealed } from '../../studies/plan/seal.ts'
import { programName, programVersion } from '../../studies/plan/version.ts'
import { lostPart, type MayLack } from '../data/lost.ts'
import type { Report } from '../data/report.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { ownDataSchema } from '../../studies/plan/storedPieces.ts'
import type { SweepReport } from '../data/sweepReport.ts'

export interface Origins {
  /** When the run began, milliseconds. */
  readonly started: number
  /** The words of the command line. */
  readonly command: readonly string[]
  /** Hash of each scenario, resolved, with the policy of the base year. */
  readonly scenarioHashes: readonly string[]
  readonly dataHashes: readonly DataHash[]
  /** Absent where the data are the shipped ones. */
  readonly ownData?: OwnData | undefined
  readonly blockSize: number
  readonly blocks: number
}

/** The fields of a manifest that reports show. */
export interface Manifest {
  readonly version: string
  readonly command: readonly string[]
  readonly seed: number
  readonly scenarios: readonly { readonly name: string; readonly sha256: string }[]
  readonly data: readonly DataHash[]
  /** Absent where the data are the shipped ones. */
  readonly ownData?: OwnData
  readonly workers: number
  readonly seconds: number
  readonly started: string
  readonly finished: string
  /** 0 where an earlier version did not write it down. */
  readonly peakMemoryBytes: number
  readonly host: {
    readonly system: string
    readonly processor: string
    readonly processors: number
    readonly memoryBytes: number
    readonly node: string
  }
}

const text = z.string()
const host = z.object({ system: text, processor: text, processors: number, memoryBytes: number, node: text })

/** What of `manifest.json` is read back. */
export const manifestSchema: z.ZodType<Manifest> = schemaOf<Manifest>()(
  z.object({
    version: text,
    command: z.array(text),
    seed: z.number(),
    scenarios: z.array(z.object({ name: text, sha256: text })),
    data: z.array(z.object({ file: text, sha256: text, asShipped: z.boolean() })),
    ownData: ownDataSchema.exactOptional(),
    workers: number,
    seconds: number,
    started: text,
    finished: text,
    peakMemoryBytes: number.default(0),
    host,
  }),
)

/** All that is written down of a run, which is more than reports show. */
export function buildManifest(report: Report, origins: Origins): Manifest {
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
    ...lostPart(report.lostReplicates ?? 0),
    replicatesOfParts: [replicates],
    interrupted,
    ...(report.precision === undefined ? {} : { precision: report.precision[0].state.verdict }),
    baseline: report.scenarios[baseline].name,
    scenarios: report.scenarios.map(({ name, title }, s) => ({ name, title, sha256: origins.scenarioHashes[s] })),
    data: origins.dataHashes,
    ...(origins.ownData === undefined ? {} : { ownData: origins.ownData }),
    blockSize: origins.blockSize,
    blocks: origins.blocks,
    workers: report.workers,
    seconds: Math.round(report.seconds * 1000) / 1000,
    ...when(origins.started),
  }
  return manifest
}

/** When and where a result was computed. */
function when(started: number): Pick<Manifest, 'started' | 'finished' | 'peakMemoryBytes' | 'host'> {
  const host = {
    name: hostname(),
    system: `${platform()} ${release()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
  }
  return {
    started: new Date(started).toISOString(),
    finished: new Date().toISOString(),
    peakMemoryBytes: 1024 * process.resourceUsage().maxRSS,
    host,
  }
}

/** The manifest of a folder that holds a finding alone, and no replicates. */
export function findingManifestJson(name: string, reproduce: string, command: readonly string[]): string {
  const manifest = { program: programName, version: programVersion(), name, reproduce, command }
  return `${JSON.stringify(sealed(manifest), null, 2)}\n`
}

/** What a manifest says of runs that no report shows. */
interface RunsWritten extends MayLack {
  readonly name: string
  readonly reproduce: string
  readonly command: readonly string[]
  readonly replicatesAsked: number
  readonly replicates: number
  readonly goodReplicates: number
}

/** The manifest of a folder that holds the runs of a sensitivity analysis. @param files that are there by then */
export function runManifestJson(written: RunsWritten, files: readonly StoredMark[]): string {
  return `${JSON.stringify(sealed({ program: programName, version: programVersion(), ...written, files }), null, 2)}\n`
}

/** The bytes of `manifest.json`, which is written last. @param files that are there by then */
export function manifestJson(manifest: Manifest, files: readonly StoredMark[]): string {
  return `${JSON.stringify(sealed({ ...manifest, files }), null, 2)}\n`
}

/** The manifest of a sweep. */
export function buildSweepManifest(
  report: SweepReport,
  plan: RunPlanFile,
  {
    started,
    command,
    workers,
    replicatesOfParts,
  }: Pick<Origins, 'started' | 'command'> & {
    readonly workers: number
    readonly replicatesOfParts: readonly number[]
  },
): Manifest {
  const { name, reproduce, seed, interrupted, baseline, points, seconds } = report
  const manifest = {
    program: programName,
    version: programVersion(),
    name,
    reproduce,
    command,
    seed,
    replicatesAsked: plan.replicates,
    replicatesOfParts,
    ...lostPart(report.lostReplicates ?? 0),
    interrupted,
    baseline,
    points: points.length,
    scenarios: plan.scenarios,
    data: plan.data,
    ...(plan.ownData === undefined ? {} : { ownData: plan.ownData }),
    blockSize: plan.blockSize,
    workers,
    seconds: Math.round(seconds * 1000) / 1000,
    ...when(started),
  }
  return manifest
}
