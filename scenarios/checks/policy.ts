/** How regimes follow one another: that they exist, and that probabilities are probabilities. */
import { probabilityIn } from '../compile/chains.ts'
import { isDate, firstYear, yearOf } from '../compile/dates.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { RegimeMisfit } from '../join/regimes.ts'
import type { PolicyBlock, BeliefBlock, PolicyEvent, Transitions, Transition } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import { learningProblems } from './learning.ts'
import { unknownRegime } from './regimeNames.ts'

const roundingError = 1e-9

export interface Years {
  readonly from: number
  readonly to: number
}

/** Everything under `policy` but the rules of the regimes themselves. */
export function policyProblems(
  policy: PolicyBlock,
  names: readonly string[],
  misfits: readonly RegimeMisfit[],
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  const chain = (block: BeliefBlock, at: Path): readonly Problem[] => [
    ...eventProblems(block.events ?? [], [...at, 'events'], names, years, context),
    ...transitionProblems(block.transitions ?? {}, [...at, 'transitions'], names, years, context),
  ]
  const believed = policy.beliefs?.transitions ?? policy.transitions ?? {}
  return [
    ...misfits.map(({ regime, given, nearest, message }) =>
      problemAt(context, ['policy', 'regimes', regime, 'extends'], { message, given, nearest }),
    ),
    ...startProblems(policy, names, context),
    ...chain(policy, ['policy']),
    ...chain(policy.beliefs ?? {}, ['policy', 'beliefs']),
    ...learningProblems(policy.beliefs?.learning, believed, names, years, context),
  ]
}

function startProblems(policy: PolicyBlock, names: readonly string[], context: CheckContext): readonly Problem[] {
  const path = ['policy', 'start']
  if (policy.start !== undefined) return unknownRegime(policy.start, path, names, context)
  const allowed = names.length > 0 ? `one of ${names.join(', ')}` : 'the name of a regime'
  const message = `is missing: which regime is in force from the first year on? Write ${allowed}, or extend base`
  return [problemAt(context, path, { message, allowed })]
}

function eventProblems(
  events: readonly PolicyEvent[],
  at: Path,
  names: readonly string[],
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  return events.flatMap(({ date, to }, n) => [
    ...unknownRegime(to, [...at, n, 'to'], names, context),
    ...(isDate(date) && firstYear(date) < years.from ? [tooEarly(date, [...at, n, 'date'], years, context)] : []),
  ])
}

function tooEarly(date: string, path: Path, years: Years, context: CheckContext): Problem {
  const message = `${date} comes before the first simulated year, ${years.from}: write the regime of that year as policy.start`
  return problemAt(context, path, { message, given: date, allowed: `a date after ${years.from - 1}-07-01` })
}

/** Events that come after the last simulated year, and so never do. */
export function lateEvents(policy: PolicyBlock, years: Years, context: CheckContext): readonly Problem[] {
  const late = (events: PolicyBlock['events'], at: Path): readonly Problem[] =>
    (events ?? []).flatMap(({ date }, n) => {
      if (!isDate(date) || yearOf(date) <= years.to) return []
      const message = `${date} comes after the last simulated year, ${years.to}, and so never`
      return [problemAt(context, [...at, n, 'date'], { message, given: date, allowed: `a date by ${years.to}-12-31` })]
    })
  return [
    ...late(policy.events, ['policy', 'events']),
    ...late(policy.beliefs?.events, ['policy', 'beliefs', 'events']),
  ]
}

function transitionProblems(
  transitions: Transitions,
  at: Path,
  names: readonly string[],
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  return Object.entries(transitions).flatMap(([from, row]) => [
    ...unknownRegime(from, [...at, from], names, context, true),
    ...Object.keys(row ?? {}).flatMap((to) => unknownRegime(to, [...at, from, to], names, context, true)),
    ...rowProblems(from, row ?? {}, [...at, from], years, context),
  ])
}

/** In no year may a row sum to more than 1; where staying is written too, it must sum to 1. */
function rowProblems(
  from: string,
  row: Readonly<Record<string, Transition | null>>,
  path: Path,
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  const stays = Object.hasOwn(row, from) && row[from] !== null
  for (let year = years.from; year <= years.to; year++) {
    const probabilities = Object.values(row).map((transition) =>
      transition === null ? 0 : probabilityIn(year, transition),
    )
    const sum = probabilities.reduce((total, probability) => total + probability, 0)
    if (sum <= 1 + roundingError && (!stays || sum >= 1 - roundingError)) continue
    const given = Number(sum.toPrecision(9))
    const allowed = stays ? 'a sum of 1' : 'a sum of at most 1'
    const hint = stays ? `leave out ${from} itself: staying is the rest` : 'lower one of them'
    const message = `probabilities of leaving ${from} sum to ${given} in ${year}; allowed is ${allowed}: ${hint}`
    return [problemAt(context, path, { message, given: String(given), allowed, onKey: true })]
  }
  return []
}
