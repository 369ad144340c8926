/**
 * A sweep as the report of one study: its points are options against the baseline, and an outcome along a single lever of numbers
 * is a curve.
 */
import type { SweepCurve } from './parts.ts'
import type { ComparisonRow, Report } from './report.ts'
import type { SweepReport } from './sweepReport.ts'
import { keyOutcomes, outcomeTitle } from './document/outcomes.ts'

/** Half the width of a 90% interval of a normal error, in standard errors. */
const halfWidth = 1.6448536269514722
/** Fewer levels make no curve. */
const leastLevels = 3

/** @param parts a report for each part that was begun: the points under the same laws */
export function studyOfSweep(sweep: SweepReport, parts: readonly Report[]): Report {
  const [first] = parts
  const scenarios = [
    first.scenarios[first.baseline],
    ...sweep.points.flatMap(({ name, part }) => parts[part].scenarios.filter((scenario) => scenario.name === name)),
  ]
  const position = new Map(scenarios.map(({ name }, s) => [name, s]))
  const isBaseline = ({ scenario }: { readonly scenario: string }): boolean => scenario === sweep.baseline
  const report: Report = {
    ...first,
    name: sweep.name,
    question: sweep.question,
    scenarios,
    baseline: 0,
    reproduce: sweep.reproduce,
    caveats: [...sweep.caveats, ...(parts.length > 1 ? [ownLaws] : [])],
    // Points of one part share draws; the worst part speaks for all.
    replicates: Math.min(...parts.map(({ replicates }) => replicates)),
    goodReplicates: Math.min(...parts.map(({ goodReplicates }) => goodReplicates)),
    interrupted: sweep.interrupted,
    seconds: sweep.seconds,
    summaries: [...first.summaries.filter(isBaseline), ...sweep.summaries],
    comparisons: sweep.comparisons,
    plants: parts.flatMap(({ plants }, part) => plants.filter((row) => part === 0 || !isBaseline(row))),
    lines: parts.flatMap(({ lines }, part) => lines.filter((row) => part === 0 || !isBaseline(row))),
    programmes: [],
    failures: parts.flatMap((part) =>
      part.failures.map((failure) => ({ ...failure, scenario: position.get(part.scenarios[failure.scenario].name) ?? 0 })),
    ),
  }
  const curves = curvesOf(report, sweep)
  const { parts: _, ...plain } = report
  // Regret compares what ran on the same draws.
  const decisions = parts.length > 1 ? undefined : first.parts?.decisions
  if (curves.length === 0 && decisions === undefined) return plain
  return {
    ...plain,
    parts: { ...(curves.length === 0 ? {} : { sweep: curves }), ...(decisions === undefined ? {} : { decisions }) },
  }
}

const ownLaws =
  'Points with other values of parameters are drawn under laws of their own, each compared with the baseline under the same laws; ' +
  'levels of the baseline are those of the first.'

/** Key outcomes along the lever, where there is one and its values are numbers. */
function curvesOf(report: Report, { levers, points, years, baseline }: SweepReport): readonly SweepCurve[] {
  const [lever] = levers
  if (levers.length !== 1 || points.length < leastLevels) return []
  if (!points.every((point) => typeof point.levers[lever.name] === 'number')) return []
  const year = years[years.length - 1]
  return keyOutcomes(report).flatMap((id) => {
    const rows = new Map(
      report.comparisons.filter((row) => row.outcome.id === id && row.year === year).map((row) => [row.scenario, row]),
    )
    const reached = points
      .flatMap(({ name, levers: values }) => {
        const row = rows.get(name)
        return row === undefined ? [] : [curvePoint(Number(values[lever.name]), row)]
      })
      .toSorted((one, other) => one.level - other.level)
    const outcome = [...rows.values()][0]?.outcome
    if (outcome === undefined || reached.some(({ mean }) => !Number.isFinite(mean))) return []
    const what = `${outcomeTitle(outcome)} in ${year}, change against ${baseline}`
    return [{ lever: lever.title, leverUnit: lever.unit, outcome: what, unit: outcome.unit, points: reached }]
  })
}

function curvePoint(level: number, { paired: { difference } }: ComparisonRow): SweepCurve['points'][number] {
  const { mean, standardError, low, high } = difference
  const half = Number.isFinite(standardError) ? halfWidth * standardError : 0
  return { level, mean, error: { low: mean - half, high: mean + half }, spread: { low, high } }
}
