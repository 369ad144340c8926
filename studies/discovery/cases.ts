/**
 * Replicates of a result folder as cases for discovery: what each drew for its parameters, had again from the plan, the
 * values of the levers at its point, and the outcome that it came to.
 */
import { usageError } from '../../engine/run/errors.ts'
import { type Cases, type Failing, casesOf } from '../../engine/analysis/discovery/cases.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { parameterDraws } from '../../engine/model/draws/parameterDraws.ts'
import { type FormName, formNames, parameterNames } from '../../engine/model/draws/parameters.ts'
import { closureForms, demandForms } from '../../engine/model/inputs/policy.ts'
import type { DiscoveryFactor } from './study.ts'
import type { PlanPoint, RunPlanFile } from '../plan/runPlan.ts'
import { parameters } from '../../scenarios/parameters/parameters.ts'
import type { ScenarioColumn, OpenedResult, PartColumns } from '../folder/columns.ts'

export const caseFactorKinds = ['levers', 'parameters'] as const
export type CaseFactorKind = (typeof caseFactorKinds)[number]

/** A scenario whose replicates are cases. */
export interface CaseSource {
  readonly scenario: number
  readonly part: number
  readonly levers: PlanPoint['levers']
}

/** Replicates of one source: their outcome, and the parameters of its part. */
interface SourceColumn extends ScenarioColumn {
  readonly levers: PlanPoint['levers']
  /** [replicate x parameter] */
  readonly draws: Float64Array
}

export interface FoundCases {
  readonly cases: Cases
  readonly factors: readonly DiscoveryFactor[]
  /** Outcomes of all good cases. */
  readonly outcomes: Float64Array
}

/** Cases times factors: a search among more takes hours and gigabytes, and finds what a part of them would. */
const mostNumbers = 2 ** 24

/** The cases of a result with the factors by which they differ, and which of them fail. */
export function foundCases(
  result: OpenedResult,
  sources: readonly CaseSource[],
  columnsOf: PartColumns,
  kinds: readonly CaseFactorKind[],
  failing: Failing,
): FoundCases {
  const columns = sourceColumns(result, sources, columnsOf)
  const levers = result.plan.levers ?? []
  const candidates = [
    ...(kinds.includes('levers') ? levers.flatMap((lever) => leverCandidates(lever, sources)) : []),
    ...(kinds.includes('parameters') ? parameterNames.flatMap((_, p) => parameterCandidates(p, levers, columns)) : []),
  ].filter((factor) => varies(factor, columns))
  const count = columns.reduce((sum, { values }) => sum + values.length, 0)
  requireFactors(candidates.length, count, kinds)
  const outcome = concatenated(
    columns.map(({ values }) => values),
    count,
  )
  const status = Uint8Array.from(
    columns.flatMap(({ values, status: states }) =>
      Array.from(states, (state, d) => (Number.isFinite(values[d]) ? state : 1)),
    ),
  )
  const clusters = Int32Array.from(columns.flatMap(({ values }) => Array.from(values.keys())))
  const names = candidates.map(({ name }) => name)
  return {
    cases: casesOf(
      names,
      valuesOf(candidates, columns, count),
      outcome,
      status,
      failing,
      columns.length > 1 ? clusters : undefined,
    ),
    factors: candidates.map(({ name, title, unit, kind, category }) => ({
      name,
      title,
      unit,
      kind,
      ...(category === undefined ? {} : { category }),
    })),
    outcomes: outcome.filter((_, n) => status[n] === 0),
  }
}

function requireFactors(factors: number, cases: number, kinds: readonly CaseFactorKind[]): void {
  if (factors === 0) {
    throw usageError(`--factors: no ${kinds.join(' and no ')} of these cases differ; there is nothing to look for`)
  }
  if (factors * cases <= mostNumbers) return
  throw usageError(
    `${cases} cases with ${factors} factors are too many to search; look at one point by --scenario, or give ` +
      '--factors levers',
  )
}

function concatenated(arrays: readonly Float64Array[], count: number): Float64Array {
  const all = new Float64Array(count)
  let start = 0
  for (const array of arrays) {
    all.set(array, start)
    start += array.length
  }
  return all
}

function sourceColumns(
  result: OpenedResult,
  sources: readonly CaseSource[],
  columnsOf: PartColumns,
): readonly SourceColumn[] {
  const { plan, inputs } = result
  const parts = [...new Set(sources.map(({ part }) => part))]
  return parts.flatMap((part) => {
    const { laws } = plan.parts[part]
    const stored = columnsOf(part)
    const replicates = stored[0].values.length
    const draws = parameterDraws(inputs.scenarios[laws].laws, plan.sampling, rootKey(plan.seed), replicates)
    const of = (scenario: number): ScenarioColumn => stored.find((one) => one.scenario === scenario)!
    return sources
      .filter((source) => source.part === part)
      .map(({ scenario, levers }) => ({ ...of(scenario), levers, draws }))
  })
}

/** A factor that may be a limit of a box, and its value in a replicate of a source. */
interface Candidate extends DiscoveryFactor {
  readonly value: (source: SourceColumn, replicate: number) => number
}

type LeverFactor = NonNullable<RunPlanFile['levers']>[number]

/** One where all values are numbers, or true and false; else one a category. */
function leverCandidates(lever: LeverFactor, sources: readonly CaseSource[]): readonly Candidate[] {
  const { name, title, unit } = lever
  const values = [...new Set(sources.map(({ levers }) => levers[name]))]
  if (values.every((value) => typeof value !== 'string')) {
    return [{ name, title, unit, kind: 'lever', value: ({ levers }) => Number(levers[name]) }]
  }
  const categories = values.map(String)
  return categoryCandidates({ name, title, kind: 'lever' }, categories, ({ levers }) =>
    categories.indexOf(String(levers[name])),
  )
}

/**
 * Whether something is one of several, a factor a category, so that a box cuts off one category after another and what is left
 * is a subset of them. Of two categories one factor says all.
 *
 * @param at number of the category in a case
 */
function categoryCandidates(
  { name, title, kind }: Pick<Candidate, 'name' | 'title' | 'kind'>,
  categories: readonly string[],
  at: (source: SourceColumn, replicate: number) => number,
): readonly Candidate[] {
  return categories.slice(categories.length === 2 ? 1 : 0).map((is) => ({
    name: `${name}=${is}`,
    title: `${title} is ${is}`,
    unit: '',
    kind,
    category: { of: kind === 'lever' ? name : title, is },
    value: (source, d) => Number(categories[at(source, d)] === is),
  }))
}

const formsOf: Readonly<Record<FormName, readonly string[]>> = { demandForm: demandForms, closureForm: closureForms }

/** Forms of the model by category, of those that are drawn. */
function parameterCandidates(
  position: number,
  levers: readonly LeverFactor[],
  sources: readonly SourceColumn[],
): readonly Candidate[] {
  const factor = parameterFactor(position, levers)
  const form = formNames.find((name) => name === parameterNames[position])
  if (form === undefined) return [factor]
  const drawn = new Set(sources.flatMap((source) => Array.from(source.values, (_, d) => factor.value(source, d))))
  const numbers = [...drawn].toSorted((one, other) => one - other)
  const categories = numbers.map((number) => formsOf[form][number])
  return categoryCandidates(factor, categories, (source, d) => numbers.indexOf(factor.value(source, d)))
}

function parameterFactor(position: number, levers: readonly LeverFactor[]): Candidate {
  const known = parameterNames[position]
  const { title, unit } = parameters[known]
  const name = levers.some((lever) => lever.name === known) ? `${known} (parameter)` : known
  const width = parameterNames.length
  return { name, title, unit, kind: 'parameter', value: ({ draws }, d) => draws[d * width + position] }
}

/** Whether it differs between replicates, or between sources: a parameter that a lever holds does not within one. */
function varies({ kind, value }: Candidate, sources: readonly SourceColumn[]): boolean {
  if (kind === 'lever') return sources.some((source) => value(source, 0) !== value(sources[0], 0))
  return sources.some((source) => source.values.some((_, d) => value(source, d) !== value(source, 0)))
}

function valuesOf(factors: readonly Candidate[], sources: readonly SourceColumn[], cases: number): Float64Array {
  const values = new Float64Array(cases * factors.length)
  let n = 0
  for (const source of sources) {
    for (let d = 0; d < source.values.length; d++) for (const factor of factors) values[n++] = factor.value(source, d)
  }
  return values
}
