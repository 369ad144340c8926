/**
 * A sweep as the report of one study: its points are options against the baseline, and an outcome along a single lever of numbers
 * is a curve.
 */
import { curveOutcome } from '../text/optimum/subject.ts'
import type { CurveTop, SweepCurve } from '../data/parts.ts'
import { lostPart } from '../data/lost.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import type { SweepReport } from '../data/sweepReport.ts'
import type { SweepLever } from '../../studies/plan/runPlan.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { surfacesOf, errorOf } from './sweepSurfaces.ts'

/** Fewer levels make no curve. */
const leastLevels = 3

/**
 * @param parts a report for each part that was begun: the points under the same laws
 * @param tops [outcome] of its curve along the lever
 */
export function studyOfSweep(
  sweep: SweepReport,
  parts: readonly Report[],
  tops: ReadonlyMap<string, CurveTop> = new Map(),
): Report {
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
    caveats: [leverText(sweep), ...sweep.caveats, ...(parts.length > 1 ? [ownLaws] : [])],
    // Points of one part share draws; the worst part speaks for all.
    replicates: Math.min(...parts.map(({ replicates }) => replicates)),
    goodReplicates: Math.min(...parts.map(({ goodReplicates }) => goodReplicates)),
    ...lostPart(sweep.lostReplicates ?? 0),
    interrupted: sweep.interrupted,
    seconds: sweep.seconds,
    summaries: [...first.summaries.filter(isBaseline), ...sweep.summaries],
    comparisons: sweep.comparisons,
    plants: parts.flatMap(({ plants }, part) => plants.filter((row) => part === 0 || !isBaseline(row))),
    lines: parts.flatMap(({ lines }, part) => lines.filter((row) => part === 0 || !isBaseline(row))),
    programmes: [],
    failures: parts.flatMap((part) =>
      part.failures.map((failure) => ({
        ...failure,
        scenario: position.get(part.scenarios[failure.scenario].name) ?? 0,
      })),
    ),
  }
  const curves = curvesOf(report, sweep, tops)
  const surfaces = surfacesOf(report, sweep)
  const drawn = {
    ...(curves.length === 0 ? {} : { sweep: curves }),
    ...(surfaces.length === 0 ? {} : { surfaces }),
  }
  return {
    ...report,
    ...(Object.keys(drawn).length === 0 ? {} : { parts: drawn }),
    ...(sweep.precision === undefined ? {} : { precision: sweep.precision }),
    ...(sweep.targets === undefined ? {} : { targets: sweep.targets }),
    ...(sweep.decisions === undefined ? {} : { decisions: sweep.decisions.flat() }),
    ...(parts.some(({ pairing }) => pairing !== undefined)
      ? { pairing: parts.flatMap(({ pairing }) => pairing ?? []) }
      : {}),
  }
}

/** What the levers are, by which the points are told. */
function leverText({ levers }: SweepReport): string {
  const told = levers.map(({ name, title, unit }) =>
    title === name ? name : `${name} is “${title}”${unit === '' ? '' : ` (${unit})`}`,
  )
  return `Points are told by their levers: ${told.join('; ')}.`
}

const ownLaws =
  'Points with other values of parameters are drawn under laws of their own, each compared with the baseline under the same laws; ' +
  'levels of the baseline are those of the first.'

/** The lever along which there are curves: the only one, with three values or more, all of them numbers. */
export function curveLever({ levers, points }: Pick<SweepReport, 'levers' | 'points'>): SweepLever | undefined {
  const [lever] = levers
  if (levers.length !== 1) return undefined
  const values = new Set(points.map((point) => point.levers[lever.name]))
  const areNumbers = [...values].every((value) => typeof value === 'number')
  return areNumbers && values.size === points.length && values.size >= leastLevels ? lever : undefined
}

/** Key outcomes along the lever. */
function curvesOf(report: Report, sweep: SweepReport, tops: ReadonlyMap<string, CurveTop>): readonly SweepCurve[] {
  const { points, years, baseline } = sweep
  const lever = curveLever(sweep)
  if (lever === undefined) return []
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
    return [
      {
        lever: lever.title,
        leverUnit: lever.unit,
        others: '',
        outcome: curveOutcome({ outcome, year, against: baseline }),
        unit: outcome.unit,
        outcomeId: id,
        points: reached,
        ...(tops.get(id) ?? { words: [] }),
      },
    ]
  })
}

function curvePoint(level: number, { paired: { difference } }: ComparisonRow): SweepCurve['points'][number] {
  const { mean, low, high } = difference
  return { level, mean, error: errorOf(difference), spread: { low, high } }
}
