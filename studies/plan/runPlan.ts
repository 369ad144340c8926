/**
 * `plan.json`: what a run is to compute, written before it begins. With `scenario.resolved.yaml` beside it, it is all that is
 * needed to take a run up again, to compute any block anew, or to say what the shards hold. It has no times and no names of
 * machines in it: the same request gives the same bytes.
 */
import { fileError } from '../../engine/run/errors.ts'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sampling } from '../../engine/math/sampling.ts'
import type { DataHash } from '../../scenarios/industry/loadIndustry.ts'
import type { PrecisionTarget } from '../../scenarios/parameters/sampling.ts'
import { canonicalJson } from '../../scenarios/file/write.ts'
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
  readonly levers: Readonly<Record<string, string | number | boolean>>
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
  readonly kind: 'run' | 'compare' | 'sweep'
  /** Name of the run, title and question of what it asks. */
  readonly name: string
  readonly title: string
  readonly question: string
  /** The command, without the number of replicates and the seed. */
  readonly command: string
  readonly seed: number
  /** Replicates; the most, where they go on until results are precise enough. */
  readonly replicates: number
  readonly blockSize: number
  readonly sampling: Sampling
  readonly precision?: PrecisionRule
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
}

/**
 * Name of a part of a run, by which its shards are known: a hash of all that decides their numbers and where in the shards
 * these stand. The number of replicates is not in it, so that a run can be made longer.
 */
export function partIdentity(plan: RunPlanFile, part: number): string {
  const { version, seed, sampling, blockSize, scenarios, parts, years, outcomes, plants, data } = plan
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
  }
  return createHash('sha256').update(canonicalJson(identity)).digest('hex')
}

/** Folder of a part's shards. */
export function partFolder(shards: string, part: number): string {
  return join(shards, `part-${String(part).padStart(3, '0')}`)
}

export function runPlanJson(plan: RunPlanFile): string {
  return `${JSON.stringify(plan, null, 1)}\n`
}

/** @throws an error of kind `file` when there is no plan, or it is not one that this program wrote. */
export function readRunPlan(folder: string): RunPlanFile {
  const path = join(folder, 'plan.json')
  const said = readJson(path)
  if (!isPlan(said)) throw planProblem(path, 'is not a plan of this program; it has been changed')
  if (said.version !== programVersion()) {
    throw planProblem(
      path,
      `was written by version ${said.version} of ${programName}, and this is ${programVersion()}: its numbers may differ. ` +
        'Use that version, or run it again into another folder',
    )
  }
  return said
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw planProblem(path, 'is damaged: it is not JSON')
    throw error
  }
}

function isPlan(said: unknown): said is RunPlanFile {
  if (typeof said !== 'object' || said === null) return false
  const has = (key: string, type: string): boolean => typeof Reflect.get(said, key) === type
  const lists = ['scenarios', 'parts', 'years', 'outcomes', 'data'].every((key) =>
    Array.isArray(Reflect.get(said, key)),
  )
  const numbers = ['seed', 'replicates', 'blockSize', 'subject'].every((key) => has(key, 'number'))
  return Reflect.get(said, 'program') === programName && has('version', 'string') && lists && numbers
}

function planProblem(path: string, what: string): Error {
  return fileError(`${path}: ${what}`)
}

export interface SweepLever {
  readonly name: string
  readonly title: string
  readonly unit: string
  /** A key of the scenario, a parameter that is held at each value, or scenarios. */
  readonly kind: 'policy' | 'parameter' | 'scenario'
}
