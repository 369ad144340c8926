/**
 * `plan.json`: what a run is to compute, written before it begins. With `scenario.resolved.yaml` beside it, it is all that is
 * needed to take a run up again, to compute any block anew, or to say what the shards hold. It has no times and no names of
 * machines in it: the same request gives the same bytes.
 */
import { fileError } from '../../engine/run/errors.ts'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DataHash, OwnData } from '../../scenarios/industry/loadIndustry.ts'
import type { DerivedText } from '../../scenarios/file/derived.ts'
import type { PrecisionTarget, StatedSampling } from '../../scenarios/parameters/sampling.ts'
import type { LeverValue } from '../../scenarios/file/values.ts'
import { canonicalJson } from '../../scenarios/file/canonicalJson.ts'
import { readStored } from '../../scenarios/file/storedJson.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { targetSchema } from '../../scenarios/file/schema/design.ts'
import { derivedTextSchema, ownDataSchema, sensitivityDesign } from './storedPieces.ts'
import { findingAlone, holdsFindingAlone } from './findingAlone.ts'
import type { SensitivityDesign } from './sensitivityMethods.ts'
import { type OutcomeTarget, targetSigns } from './targets.ts'
import { isAsSealed, sealed } from './seal.ts'
import { programVersion, programName } from './version.ts'

/** Scenarios that run on the same draws: one set of laws, one calibration a replicate. */
export interface PlanPart {
  /** Positions in `scenarios`. */
  readonly scenarios: readonly number[]
  /** Of these, the one that the others are compared with: a position in `scenarios` too. */
  readonly baseline: number
  /** The scenario whose uncertainties are drawn. */
  readonly laws: number
}

/** A point of a sweep: its scenario and the value of each lever there. */
export interface PlanPoint {
  readonly scenario: number
  readonly part: number
  readonly levers: Readonly<Record<string, LeverValue>>
}

/** When a run may end before its last replicate. */
export interface PrecisionRule {
  readonly until: readonly PrecisionTarget[]
  /** Fewest replicates, and how many are added before it is looked at again. */
  readonly min: number
  readonly batch: number
}

export interface RunPlanFile {
  readonly program: string
  readonly version: string
  readonly kind: 'run' | 'compare' | 'sweep' | 'sensitivity'
  /** Name of the run, title and question of what it asks. */
  readonly name: string
  readonly title: string
  readonly question: string
  /** The command, without the number of replicates and the seed; with them where it is `sensitivity`, whose design hangs on them. */
  readonly command: string
  readonly seed: number
  /** Replicates; the most, where they go on until results are precise enough. */
  readonly replicates: number
  readonly blockSize: number
  readonly sampling: StatedSampling
  readonly precision?: PrecisionRule
  /** Of a sensitivity analysis, in place of the sampling. */
  readonly sensitivity?: SensitivityDesign
  /** The position of the scenario that the run is named after, whose outcomes are shown first. */
  readonly subject: number
  readonly scenarios: readonly { readonly name: string; readonly sha256: string }[]
  readonly parts: readonly PlanPart[]
  readonly points?: readonly PlanPoint[]
  readonly levers?: readonly SweepLever[]
  /** Calendar years and ids of outcomes in the shards. */
  readonly years: readonly number[]
  readonly outcomes: readonly string[]
  /** Whether sums over plants, lines and programmes are kept. */
  readonly plants: boolean
  readonly data: readonly DataHash[]
  /** Where the data are in place of the shipped ones. */
  readonly ownData?: OwnData
  /** Outcomes made by formulas, whose ids are among `outcomes`. */
  readonly derived?: readonly DerivedText[]
  /** What outcomes are to keep to, where somebody has asked for it. */
  readonly targets?: readonly OutcomeTarget[]
  /** Levers that `--set` set and parameters that it held; none where nothing was set. */
  readonly settings?: Readonly<Record<string, LeverValue>>
  /** What a reader must know of the choice of the baseline; none in plans of earlier versions. */
  readonly notes?: readonly string[]
}

/** One thing that a sweep varies. */
export interface SweepLever {
  readonly name: string
  readonly title: string
  readonly unit: string
  /** A key of the scenario, a parameter that is held at each value, or scenarios. */
  readonly kind: 'policy' | 'parameter' | 'scenario'
}

const text = z.string()
const leverValue = z.union([text, z.number(), z.boolean()])
const position = z.int().min(0)
const positions = z.array(position)

const sampling = schemaOf<StatedSampling>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('monte-carlo') }),
    z.object({ kind: z.literal('latin-hypercube'), strata: z.int().min(1) }),
    z.object({ kind: z.literal('sobol'), scramblings: z.int().min(1) }),
  ]),
)

const precision = schemaOf<PrecisionRule>()(
  z.object({ until: z.array(targetSchema), min: z.int().min(1), batch: z.int().min(1) }),
)

const part = schemaOf<PlanPart>()(z.object({ scenarios: positions, baseline: position, laws: position }))

const point = schemaOf<PlanPoint>()(
  z.object({ scenario: position, part: position, levers: z.record(text, leverValue) }),
)

const lever = schemaOf<SweepLever>()(
  z.object({ name: text, title: text, unit: text, kind: z.enum(['policy', 'parameter', 'scenario']) }),
)

const outcomeTarget = schemaOf<OutcomeTarget>()(
  z.object({
    outcome: text,
    year: z.int().exactOptional(),
    must: z.enum(targetSigns),
    figure: z.number(),
    difference: z.boolean(),
  }),
)

const planSchema: z.ZodType<RunPlanFile> = schemaOf<RunPlanFile>()(
  z.object({
    program: text,
    version: text,
    kind: z.enum(['run', 'compare', 'sweep', 'sensitivity']),
    name: text,
    title: text,
    question: text,
    command: text,
    seed: z.int().min(0),
    replicates: z.int().min(1),
    blockSize: z.int().min(1),
    sampling,
    precision: precision.exactOptional(),
    sensitivity: sensitivityDesign.exactOptional(),
    subject: position,
    scenarios: z.array(z.object({ name: text, sha256: text })),
    parts: z.array(part),
    points: z.array(point).exactOptional(),
    levers: z.array(lever).exactOptional(),
    years: z.array(z.int()),
    outcomes: z.array(text),
    plants: z.boolean(),
    data: z.array(z.object({ file: text, sha256: text, asShipped: z.boolean() })),
    ownData: ownDataSchema.exactOptional(),
    derived: z.array(derivedTextSchema).exactOptional(),
    targets: z.array(outcomeTarget).exactOptional(),
    settings: z.record(text, leverValue).exactOptional(),
    notes: z.array(text).exactOptional(),
  }),
)

/**
 * Name of a part of a run, by which its shards are known: a hash of all that decides their numbers and where in the shards
 * these stand. The number of replicates is not in it, so that a run can be made longer, but for designs that hang on it.
 */
export function partIdentity(plan: RunPlanFile, part: number): string {
  const { version, seed, sampling, blockSize, scenarios, parts, years, outcomes, plants, data, derived } = plan
  const { sensitivity, replicates } = plan
  const { baseline, laws } = parts[part]
  const hashes = parts[part].scenarios.map((s) => scenarios[s])
  const identity = {
    version,
    seed,
    sampling,
    blockSize,
    scenarios: hashes,
    baseline: scenarios[baseline],
    laws: scenarios[laws],
    years,
    outcomes,
    plants,
    data: data.map(({ file, sha256 }) => ({ file, sha256 })),
    ...(derived === undefined ? {} : { derived: derived.map(({ id, formula }) => ({ id, formula })) }),
    ...(sensitivity === undefined ? {} : { sensitivity, replicates }),
  }
  return createHash('sha256').update(canonicalJson(identity)).digest('hex')
}

/** Folder of a part's shards. */
export function partFolder(shards: string, part: number): string {
  return join(shards, `part-${String(part).padStart(3, '0')}`)
}

/** The bytes of `plan.json`: sealed, since a run is taken up from it before there is a manifest that could hold its hash. */
export function runPlanJson(plan: RunPlanFile): string {
  return `${JSON.stringify(sealed(plan), null, 1)}\n`
}

/** What can be done about a folder whose plan or scenarios are no longer what was written. */
export const putRight = 'Put it back as it was, or run it again into another folder'

/** @throws an error of kind `file` that says what of it is wrong, where it is not a plan that this version wrote */
export function readRunPlan(folder: string): RunPlanFile {
  const path = join(folder, 'plan.json')
  const said = readJson(path)
  requireOurs(path, said)
  let plan: RunPlanFile
  try {
    plan = readStored(planSchema, said)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw fileError(`${path}: cannot be read: ${what}; it has been changed since ${programName} wrote it. ${putRight}`)
  }
  if (!isAsSealed(said)) throw fileError(`${path}: has been changed since ${programName} wrote it. ${putRight}`)
  return plan
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw fileError(`${path}: is damaged: it is not JSON. ${putRight}`)
    if (holdsFindingAlone(dirname(path))) throw fileError(`${dirname(path)}: ${findingAlone}`)
    if (!existsSync(path)) throw fileError(`${path}: is missing. ${putRight}`)
    throw error
  }
}

/** Numbers of another version may differ, and so may the form of its plan. */
function requireOurs(path: string, said: unknown): void {
  if (typeof said !== 'object' || said === null || !('program' in said) || said.program !== programName) {
    throw fileError(`${path}: was not written by ${programName}. ${putRight}`)
  }
  const version = 'version' in said ? String(said.version) : 'unknown'
  if (version === programVersion()) return
  throw fileError(
    `${path}: was written by version ${version} of ${programName}, and this is ${programVersion()}: its numbers may ` +
      'differ. Use that version, or run it again into another folder',
  )
}
