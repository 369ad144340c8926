/** `front.json`: all that was found of several outcomes, and the parts that reports show. `front.csv`: a row a point. */
import { figure } from '../words/figures.ts'
import { csv } from './csv.ts'
import { frontParts } from '../text/optimum/frontPart.ts'
import { sealed } from '../../studies/plan/seal.ts'
import { type FrontPoint, type FrontStudy, standingOf } from '../../studies/optimum/frontStudy.ts'

/** What is not finite is null. Regrets are in units of the outcome, of what the best point gives in the same replicate. */
export function frontJson(study: FrontStudy): string {
  const goals = study.goals.map(({ outcome, year, sought }) => ({
    outcome: outcome.id,
    unit: outcome.unit,
    year,
    sought,
  }))
  return `${JSON.stringify(sealed({ ...study, goals, parts: frontParts(study) }), null, 1)}\n`
}

/**
 * Points with the mean of each outcome (`low` and `high`: 5% and 95% of replicates), the chance of being on the front, the numbers
 * of points that dominate it in the means, regrets and what thresholds it keeps. The baseline is point 0, without levers.
 */
export function frontCsv(study: FrontStudy): string {
  const { goals, levers, fronts, thresholds, partial } = study
  const laws = Object.keys(fronts[0].laws)
  const ids = goals.map(({ outcome, year }) => `${outcome.id}@${year}`)
  const header = [
    ...laws,
    'point',
    ...levers.map(({ name }) => name),
    ...ids.flatMap((id) => ['', 'Error', 'Low', 'High', 'Regret95', 'RegretGreatest'].map((end) => `${id}${end}`)),
    'standing',
    'chanceOnFront',
    'shareOfReplicatesOnFront',
    'dominatedBy',
    'worstRegret',
    'chanceLeastRegret',
    ...(thresholds.length === 0 ? [] : ['keepsAll', 'keepsAllLow', 'keepsAllHigh', 'chanceKeepsMost']),
    ...thresholds.map((text) => `keeps ${text}`),
    'n',
    'failed',
    ...(partial === undefined ? [] : ['partial']),
  ]
  const rows = fronts.flatMap((front) =>
    front.points.map((point) => [
      ...laws.map((name) => String(front.laws[name])),
      ...pointCells(
        point,
        levers.map(({ name }) => name),
      ),
      front.n,
      front.failed,
      ...(partial === undefined ? [] : [partial]),
    ]),
  )
  return csv(header, rows)
}

function exact(value: number): string {
  return figure(value, NaN)
}

function pointCells(point: FrontPoint, levers: readonly string[]): readonly (string | number)[] {
  const { number, figures, front, regret, satisfying } = point
  return [
    number,
    ...levers.map((name) => String(point.levers?.[name] ?? '')),
    ...figures.flatMap(({ mean, standardError, spread }, k) =>
      [mean, standardError, spread.low, spread.high, regret.quantiles[k], regret.greatest[k]].map((value) =>
        figure(value, standardError),
      ),
    ),
    standingOf(point),
    exact(front.chance),
    exact(front.inReplicates.value),
    front.dominatedBy.join(' '),
    exact(regret.worst),
    exact(regret.chosen),
    ...(satisfying === undefined
      ? []
      : [satisfying.all.value, satisfying.all.low, satisfying.all.high, satisfying.chosen, ...satisfying.each].map(
          exact,
        )),
  ]
}
