/** Key outcomes of a sweep of two or three levers over the grid of their levels, as differences from the baseline in the last year. */
import type { Summary } from '../../engine/analysis/summary.ts'
import type { Interval } from '../../engine/math/samplingError.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import type { SurfaceLever, SweepSurface } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import type { SweepPoint, SweepReport } from '../data/sweepReport.ts'
import { curveOutcome } from '../text/optimum/subject.ts'

/** Half the width of a 90% interval of a normal error, in standard errors. */
const halfWidth = 1.6448536269514722
/** More levels of a lever, or a grid with fewer of its cells, make no picture that can be read. */
const mostLevels = 12
const leastFilled = 0.5

/** Monte Carlo error of a mean, at 90%. */
export function errorOf({ mean, standardError }: Summary): Interval {
  const half = Number.isFinite(standardError) ? halfWidth * standardError : 0
  return { low: mean - half, high: mean + half }
}

/** A surface for each key outcome; none where the points of the sweep are no grid of two or three levers. */
export function surfacesOf(report: Report, sweep: SweepReport): readonly SweepSurface[] {
  const grid = gridOf(sweep)
  if (grid === undefined) return []
  const year = sweep.years[sweep.years.length - 1]
  return keyOutcomes(report).flatMap((id): readonly SweepSurface[] => {
    const rows = new Map(
      report.comparisons.filter((row) => row.outcome.id === id && row.year === year).map((row) => [row.scenario, row]),
    )
    const outcome = [...rows.values()][0]?.outcome
    if (outcome === undefined) return []
    const cells = sweep.points.flatMap((point, k) => {
      const difference = rows.get(point.name)?.paired.difference
      if (difference === undefined || !Number.isFinite(difference.mean)) return []
      const { mean, low, high } = difference
      return [{ at: grid.at[k], mean, error: errorOf(difference), spread: { low, high } }]
    })
    return [
      {
        levers: grid.levers,
        outcome: curveOutcome({ outcome, year, against: sweep.baseline }),
        outcomeId: id,
        unit: outcome.unit,
        cells,
      },
    ]
  })
}

interface Grid {
  readonly levers: readonly SurfaceLever[]
  /** [point][lever] position of its level. */
  readonly at: readonly (readonly number[])[]
}

function gridOf({ levers, points }: SweepReport): Grid | undefined {
  if (levers.length < 2 || levers.length > 3) return undefined
  const levels = levers.map(({ name }) => levelsOf(points, name))
  if (levels.some(({ length }) => length < 2 || length > mostLevels)) return undefined
  const at = points.map((point) => levers.map(({ name }, l) => levels[l].indexOf(point.levers[name])))
  const cells = levels.reduce((product, { length }) => product * length, 1)
  const filled = new Set(at.map((position) => position.join(' '))).size
  if (filled < at.length || filled < leastFilled * cells) return undefined
  return { levers: levers.map(({ title, unit }, l) => ({ title, unit, levels: levels[l].map(String) })), at }
}

function levelsOf(points: readonly SweepPoint[], name: string): readonly (string | number | boolean)[] {
  const levels = [...new Set(points.map(({ levers }) => levers[name]))]
  const numbers = levels.filter((level) => typeof level === 'number')
  return numbers.length === levels.length ? numbers.toSorted((one, other) => one - other) : levels
}
