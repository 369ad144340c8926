/** Where outcomes of a sweep that has just run are best, or greatest where neither is better, along its one lever of numbers, for its report. */
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeNamed } from '../../studies/plan/choice.ts'
import { curveTop } from '../text/optimum/subject.ts'
import type { CurveTop } from '../data/parts.ts'
import { lastYearColumns, keptPosition } from '../../studies/folder/runColumns.ts'
import type { SweepLever } from '../../studies/plan/runPlan.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { curveOptima, type PointColumn, ofEqualLength } from '../../studies/optimum/curves.ts'
import { differenceFrom } from '../../engine/analysis/difference.ts'

/** [outcome] the top of its difference from the baseline in the last year; none where no replicate is good at all levels. */
export function sweepTops(
  done: Finished,
  lever: SweepLever,
  baseline: string,
  outcomes: readonly string[],
): ReadonlyMap<string, CurveTop> {
  const { plan } = done
  const year = plan.years[plan.years.length - 1]
  return new Map(
    outcomes.flatMap((id): readonly (readonly [string, CurveTop])[] => {
      const points = differences(done, id)
      if (!points[0].status.some((_, d) => points.every(({ status }) => status[d] === 0))) return []
      const outcome = outcomeNamed(id, plan.derived)
      const asked = { lever, outcome, year, against: baseline, least: outcome.good === 'down' }
      return curveOptima(points, asked, rootKey(plan.seed)).map(({ optimum }) => [id, curveTop(asked, optimum)])
    }),
  )
}

/** Of the points of parts that were begun. */
function differences({ plan, results }: Finished, id: string): readonly PointColumn[] {
  const begun = results.filter(({ replicates }) => replicates > 0)
  return ofEqualLength(
    begun.flatMap((result, part) => {
      const { scenarios, baseline } = plan.parts[part]
      const names = scenarios.map((s) => plan.scenarios[s].name)
      const columns = lastYearColumns(result, names, keptPosition(result, outcomeNamed(id, plan.derived)))
      const before = columns[scenarios.indexOf(baseline)]
      return (plan.points ?? [])
        .filter((point) => point.part === part)
        .map(({ scenario, levers }) => ({ ...differenceFrom(columns[scenarios.indexOf(scenario)], before), levers }))
    }),
  )
}
