/** How likely each scenario is to miss each target. */
import { differenceFrom } from '../../engine/analysis/difference.ts'
import { type ChanceOf, chanceOf } from '../../engine/analysis/chance.ts'
import { samplingGroups } from '../../engine/math/groupError.ts'
import type { Sampling } from '../../engine/math/sampling.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { growingColumns, statusColumn } from '../../engine/run/growingColumns.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { keptColumn, type OpenedResult, partColumns, type ScenarioColumn } from '../../studies/folder/columns.ts'
import { outcomeNamed } from '../../studies/plan/choice.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { misses, type OutcomeTarget, requireTargets } from '../../studies/plan/targets.ts'

/** One target under one scenario; of a difference, none under the baseline. */
export interface TargetRow extends Pick<OutcomeTarget, 'must' | 'figure' | 'difference'> {
  readonly scenario: string
  readonly outcome: OutcomeDefinition
  /** Calendar year. */
  readonly year: number
  /** How likely it is to be missed. */
  readonly missed: ChanceOf
}

/** What is read of replicates: columns of the scenarios of a part, in its order, by positions among what is kept. */
type ReadColumns = (place: ReturnType<typeof keptColumn>) => readonly Pick<ScenarioColumn, 'values' | 'status'>[]

/** Rows of one part of a study that has just been carried out, in the order of targets and scenarios. */
export function targetRows(plan: RunPlanFile, part: number, result: MonteCarloResult): readonly TargetRow[] {
  const read = growingColumns()
  const columns: ReadColumns = (place) =>
    plan.parts[part].scenarios.map((_, scenario) => ({
      values: read(result, { ...place, scenario }),
      status: statusColumn(result, scenario),
    }))
  return partRows(plan, part, plan.targets ?? [], columns, result.sampling)
}

/**
 * Rows of targets from the replicates that a folder keeps, of all its parts.
 *
 * @throws an error of kind `usage` where an outcome or a year is not kept, `file` where blocks are damaged
 */
export function storedTargetRows(stored: OpenedResult, targets: readonly OutcomeTarget[]): readonly TargetRow[] {
  const { plan } = stored
  requireTargets(targets, plan)
  const rows = plan.parts.flatMap((_, part) =>
    partRows(plan, part, targets, (place) => partColumns(stored, part, place), plan.sampling),
  )
  return withoutRepeats(rows)
}

/** The baseline stands in every part of a sweep, and is told once. */
export function withoutRepeats(rows: readonly TargetRow[]): readonly TargetRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${keyOf(row)} ${row.scenario}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The same for rows of one target. */
export function keyOf({ outcome, year, must, figure, difference }: TargetRow): string {
  return [outcome.id, year, must, figure, difference].join(' ')
}

function partRows(
  plan: RunPlanFile,
  part: number,
  targets: readonly OutcomeTarget[],
  columns: ReadColumns,
  sampling: Sampling,
): readonly TargetRow[] {
  const { scenarios, baseline } = plan.parts[part]
  return targets.flatMap((target) => {
    const { must, figure, difference } = target
    const place = keptColumn(plan, target)
    const found = columns(place)
    const base = found[scenarios.indexOf(baseline)]
    const groups = samplingGroups(sampling, base.values.length)
    const outcome = outcomeNamed(target.outcome, plan.derived)
    return scenarios.flatMap((s, k) => {
      if (difference && s === baseline) return []
      const { values, status } = difference ? differenceFrom(found[k], base) : found[k]
      const missed = chanceOf(values, status, (value) => misses(target, value), groups)
      const year = plan.years[place.year]
      return [{ scenario: plan.scenarios[s].name, outcome, year, must, figure, difference, missed }]
    })
  })
}
