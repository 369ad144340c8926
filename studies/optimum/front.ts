/**
 * Which points of a sweep are on the front of several outcomes, which has the least regret, and which keeps thresholds in most
 * futures: `optimise` with more than one outcome. The points are those of the sweep, and the baseline beside them.
 */
import { mean as meanOf, quantile } from '../../engine/math/accumulate.ts'
import { meanStandardError } from '../../engine/math/samplingError.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { frontOf, type Judged } from '../../engine/analysis/optimum/front.ts'
import { regretsOf, satisfyingOf } from '../../engine/analysis/optimum/robust.ts'
import { highProbability, lowProbability } from '../../engine/analysis/summary.ts'
import { usageError } from '../../engine/run/errors.ts'
import { type AskedColumns, askedColumns } from '../folder/askedColumns.ts'
import { type OpenedResult, openReplicates, type ScenarioColumn } from '../folder/columns.ts'
import { programCall, shellWord } from '../plan/commandLine.ts'
import type { PlanPoint, RunPlanFile, SweepLever } from '../plan/runPlan.ts'
import type { Front, FrontPoint, FrontStudy, Goal, GoalFigure } from './frontStudy.ts'

/** An outcome that is to be as large, or as small, as can be. */
export interface AskedGoal {
  /** Id, as in `output.MX`, or the name of a derived outcome. */
  readonly outcome: string
  /** Calendar year; the last that is kept unless given. */
  readonly year?: number | undefined
  /** The direction that most would call better, unless given. */
  readonly sought?: 'most' | 'least' | undefined
}

export interface FrontOptions {
  readonly outcomes: readonly AskedGoal[]
  /** Conditions, as in `change(priceIndex.US) < 0.02`, in the last year that is kept. */
  readonly thresholds?: readonly string[] | undefined
  /** True to look at differences from the baseline in the same replicate. */
  readonly difference?: boolean | undefined
  /** True to take the replicates that are there where some are missing; the study then says so. */
  readonly partial?: boolean | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Compares the points of a sweep by several outcomes.
 *
 * @param folder of a sweep
 * @throws errors of kind `usage` where an outcome is not kept, given twice or says no direction; `file`
 */
export function paretoFront(folder: string, options: FrontOptions): FrontStudy {
  const { outcomes, thresholds = [], difference = false } = options
  const result = openReplicates(folder, options.partial === true, options.data)
  const { plan, inputs } = result
  requireLevers(plan)
  const asked = outcomes.map(({ outcome, year }) => askedColumns(result, { outcome, year, difference }))
  const goals = asked.map(({ outcome, year }, k): Goal => {
    const sought = outcomes[k].sought ?? usualDirection(outcome.id, outcome.good)
    return { outcome, year, sought }
  })
  requireEachOnce(goals)
  const kept = thresholds.map((when) => askedColumns(result, { when }))
  const held = (plan.levers ?? []).filter(({ kind }) => kind === 'parameter')
  const fronts = plan.parts.map((_, part) => frontOfPart(result, part, { asked, goals, kept, held }))
  return {
    sweep: plan.name,
    levers: (plan.levers ?? []).filter((lever) => !held.includes(lever)),
    goals,
    thresholds,
    baseline: inputs.scenarios[plan.parts[0].baseline].name,
    isDifference: difference,
    fronts,
    ...(result.partial === undefined ? {} : { partial: result.partial }),
    seed: plan.seed,
    reproduce: reproduceLine(folder, goals, options),
  }
}

interface FrontQuestion {
  readonly asked: readonly AskedColumns[]
  readonly goals: readonly Goal[]
  readonly kept: readonly AskedColumns[]
  readonly held: readonly SweepLever[]
}

function frontOfPart(result: OpenedResult, part: number, { asked, goals, kept, held }: FrontQuestion): Front {
  const { plan } = result
  const members = pointsOf(plan, part)
  const columnsOf = ({ columns }: AskedColumns): readonly ScenarioColumn[] => {
    const found = columns(part)
    return members.map(({ scenario }) => found[found.findIndex((one) => one.scenario === scenario)])
  }
  const columns = asked.map(columnsOf)
  const conditions = kept.map(columnsOf)
  const everyone = [...columns, ...conditions].flat()
  const good = goodReplicates(everyone)
  const only = (column: ScenarioColumn): Float64Array => Float64Array.from(good, (d) => column.values[d])
  const values: Judged = columns.map((ofGoal) => ofGoal.map(only))
  const judged = values.map((ofGoal, k) =>
    goals[k].sought === 'most' ? ofGoal : ofGoal.map((column) => column.map((value) => -value)),
  )
  const root = rootKey(plan.seed)
  const fronts = frontOf(judged, root)
  const regrets = regretsOf(judged, root)
  const satisfying =
    kept.length === 0
      ? []
      : satisfyingOf(
          conditions.map((ofOne) => ofOne.map(only)),
          root,
        )
  return {
    laws: lawsOf(plan, part, held),
    points: members.map(({ number, levers }, p): FrontPoint => ({
      number,
      levers: levers === undefined ? undefined : without(levers, held),
      figures: values.map((ofGoal) => figureOf(ofGoal[p])),
      front: fronts[p],
      regret: regrets[p],
      satisfying: satisfying[p],
    })),
    n: good.length,
    failed: everyone[0].values.length - good.length,
  }
}

/** The baseline, then the points of the part. */
function pointsOf(
  { parts, points = [] }: RunPlanFile,
  part: number,
): readonly { readonly number: number; readonly scenario: number; readonly levers: PlanPoint['levers'] | undefined }[] {
  const { baseline } = parts[part]
  const own = points.filter((point) => point.part === part && point.scenario !== baseline)
  return [
    { number: 0, scenario: baseline, levers: undefined },
    ...own.map(({ scenario, levers }, p) => ({ number: p + 1, scenario, levers })),
  ]
}

/** @throws an error of kind `usage` where there is none */
function goodReplicates(columns: readonly ScenarioColumn[]): readonly number[] {
  const shortest = Math.min(...columns.map(({ values }) => values.length))
  const good = Array.from({ length: shortest }, (_, d) => d).filter((d) =>
    columns.every(({ status, values }) => status[d] === 0 && Number.isFinite(values[d])),
  )
  if (good.length > 0) return good
  throw usageError('no replicate is good at all points; resume the sweep, or see failures.csv')
}

function figureOf(values: Float64Array): GoalFigure {
  const sorted = values.toSorted()
  const spread = { low: quantile(sorted, lowProbability), high: quantile(sorted, highProbability) }
  return { mean: meanOf(values), standardError: meanStandardError(values), spread }
}

function lawsOf({ points = [] }: RunPlanFile, part: number, held: readonly SweepLever[]): PlanPoint['levers'] {
  const { levers } = points[points.findIndex((point) => point.part === part)]
  return Object.fromEntries(held.map(({ name }) => [name, levers[name]]))
}

function without(levers: PlanPoint['levers'], held: readonly SweepLever[]): PlanPoint['levers'] {
  return Object.fromEntries(Object.entries(levers).filter(([name]) => !held.some((lever) => lever.name === name)))
}

function usualDirection(id: string, good: Goal['outcome']['good']): Goal['sought'] {
  if (good !== 'neither') return good === 'up' ? 'most' : 'least'
  throw usageError(`--outcome: ${id} has no direction that most would call better; write ${id}:most or ${id}:least`)
}

function requireEachOnce(goals: readonly Goal[]): void {
  const texts = goals.map(({ outcome, year }) => `${outcome.id}@${year}`)
  const twice = texts.find((text, k) => texts.indexOf(text) < k)
  if (twice !== undefined) throw usageError(`--outcome: ${twice} is given twice; give each outcome of a year once`)
}

function requireLevers({ name, levers = [] }: RunPlanFile): void {
  if (levers.length > 0) return
  throw usageError(`${name} is no sweep: it has no levers; optimise takes a sweep file or its folder`)
}

function reproduceLine(folder: string, goals: readonly Goal[], options: FrontOptions): string {
  return [
    programCall,
    'optimise',
    shellWord(folder),
    ...goals.flatMap(({ outcome, year, sought }) => ['--outcome', shellWord(`${outcome.id}@${year}:${sought}`)]),
    ...(options.thresholds ?? []).flatMap((when) => ['--threshold', shellWord(when)]),
    ...(options.difference === true ? ['--difference'] : []),
    ...(options.partial === true ? ['--partial'] : []),
  ].join(' ')
}
