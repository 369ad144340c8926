/**
 * What a sweep file says: which scenario is varied, by which levers, over which values, and which outcomes are kept. Levers
 * (what somebody decides), uncertainties (the laws of parameters) and outcomes are kept apart in the file as in the results.
 */
import { isPlainObject } from '../file/merge.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import type { LeverValue } from '../file/values.ts'
import type { StatedName } from '../parameters/laws.ts'
import type { DerivedBlock } from '../file/derived.ts'
import { derived } from '../file/schema/derived.ts'
import { designSchema } from '../file/schema/design.ts'
import { z, type FileKind, fileKind, schemaOf } from '../file/fileKind.ts'
import { statedTable } from '../parameters/parameters.ts'
import type { DesignBlock } from '../parameters/sampling.ts'

/** Equal steps from one number to another, both included. */
export interface LeverRange {
  readonly from: number
  readonly to: number
  readonly steps: number
}

/** One thing that is varied: a lever of the table, a key of the scenario (or several that move together), a parameter, or the scenario. */
export interface Lever {
  readonly title?: string | undefined
  readonly unit?: string | undefined
  readonly source?: string | undefined
  /** Id in the table of levers. */
  readonly lever?: string | undefined
  readonly set?: string | readonly string[] | undefined
  readonly parameter?: StatedName | undefined
  readonly scenarios?: readonly string[] | undefined
  readonly values?: readonly LeverValue[] | LeverRange | undefined
}

/** Values of a lever in a sweep. */
export type LeverValues = readonly LeverValue[] | LeverRange

/** The value of each lever at one point. */
export type PointValues = Readonly<Record<string, LeverValue>>

export interface SweepFile {
  readonly title?: string | undefined
  readonly question?: string | undefined
  readonly note?: string | undefined
  /** The scenario that the levers change. */
  readonly scenario?: string | undefined
  /** What every point is compared with; `base` if left out. */
  readonly baseline?: string | undefined
  readonly levers?: Readonly<Record<string, Lever>> | undefined
  /** All combinations of the values, or the first of each with the first of the others, and so on. */
  readonly cross?: 'product' | 'zip' | undefined
  /** Points one by one, in place of the levers' values. */
  readonly points?: readonly PointValues[] | undefined
  /** A CSV file of points, a column a lever, beside the sweep file. */
  readonly csv?: string | undefined
  /** Outcomes made by formulas, by name, beside those of the scenario. */
  readonly derived?: DerivedBlock | undefined
  /** Ids of outcomes to keep, and calendar years. */
  readonly outcomes?: readonly string[] | undefined
  readonly years?: readonly number[] | undefined
  /** Whether plants and lines are kept by name. */
  readonly plants?: boolean | undefined
  readonly design?: DesignBlock | undefined
}

/** The same as it is written: what is called by the id of a lever of the table needs no more than its values. */
export type StatedSweep = Omit<SweepFile, 'levers'> & {
  readonly levers?: Readonly<Record<string, Lever | LeverValues>> | undefined
}

const text = z.string().min(1)
const value = z.union([z.number(), z.boolean(), text])

const values = schemaOf<LeverValues>()(
  z
    .union([
      z.array(value).min(1),
      z.strictObject({ from: z.number(), to: z.number(), steps: z.int().min(2).max(1000) }),
    ])
    .meta({ description: 'A list, or {from, to, steps}' }),
)

const lever = schemaOf<Lever>()(
  z.strictObject({
    title: text.optional(),
    unit: text.optional(),
    source: text.optional(),
    lever: text.optional().meta({ description: 'Id of a lever of docs/levers.md' }),
    set: z
      .union([text, z.array(text).min(1)])
      .optional()
      .meta({ description: 'Key of the scenario, as in policy.regimes.usmca.programmes.US.mfn.duty, or several' }),
    parameter: z
      .enum(statedTable.map(({ name }) => name))
      .optional()
      .meta({ description: 'Uncertain parameter, held at each value' }),
    scenarios: z.array(text).min(1).optional().meta({ description: 'Scenarios, one a value' }),
    values: values.optional(),
  }),
)

const sweepSchema = schemaOf<StatedSweep>()(
  z
    .strictObject({
      title: text.optional(),
      question: text.optional(),
      note: text.optional(),
      scenario: text.optional().meta({ description: 'The scenario that the levers change, by name or path' }),
      baseline: text.optional().meta({ description: 'What every point is compared with; base if left out' }),
      levers: z.record(text, z.union([lever, values])).optional(),
      cross: z.enum(['product', 'zip']).optional().meta({ description: 'All combinations, or value by value' }),
      points: z
        .array(z.record(text, value))
        .min(1)
        .optional()
        .meta({ description: 'Points one by one: {lever: value}' }),
      csv: text.optional().meta({ description: 'CSV file of points, a column a lever' }),
      derived: derived.optional(),
      outcomes: z.array(text).min(1).optional(),
      years: z.array(z.int()).min(1).optional(),
      plants: z.boolean().optional(),
      design: designSchema.optional(),
    })
    .meta({ title: 'Plantshift sweep' }),
)

export const sweepKind: FileKind<StatedSweep> = fileKind('a sweep', sweepSchema, {})

/** Keys that only sweeps have, and keys that only scenarios have; the compiler knows whether all are there. */
const keysOfSweeps: Readonly<Record<Exclude<keyof SweepFile, keyof ScenarioFile>, true>> = {
  scenario: true,
  levers: true,
  cross: true,
  points: true,
  csv: true,
  years: true,
}
const keysOfScenarios: Readonly<Record<Exclude<keyof ScenarioFile, keyof SweepFile>, true>> = {
  closure: true,
  correlations: true,
  demand: true,
  economy: true,
  entrants: true,
  extends: true,
  horizon: true,
  incomeGroups: true,
  kind: true,
  policy: true,
  replication: true,
  report: true,
  retaliation: true,
  set: true,
  sources: true,
  uncertainties: true,
}

/** Whether a file that says this is meant as a sweep: it has levers, or more keys of sweeps than of scenarios. */
export function isSweepLike(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  const given = Object.keys(value)
  const inside = (keys: object): number => given.filter((key) => Object.hasOwn(keys, key)).length
  return given.includes('levers') || inside(keysOfSweeps) > inside(keysOfScenarios)
}

/** The first key that only scenarios have, in a file that is meant as a scenario. */
export function scenarioKeyIn(value: unknown): string | undefined {
  if (!isPlainObject(value) || isSweepLike(value)) return undefined
  return Object.keys(value).find((key) => Object.hasOwn(keysOfScenarios, key))
}
