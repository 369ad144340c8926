/**
 * How many regimes and rules a policy may have. Chains of regimes are matrices of states by states, a year, and every rule is
 * looked at for every kind of vehicle: what is refused here would take minutes or fill the memory.
 */
import { markets } from '../../engine/model/inputs/sets.ts'
import { datesIn } from '../compile/calendar.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regimes } from '../file/resolved.ts'
import type { PolicyBlock, Regime } from '../file/scenario.ts'
import { scenarioLimits } from '../file/size.ts'
import { type CheckContext, problemAt } from './context.ts'

const mostRegimes = scenarioLimits.at['policy.regimes']
/** Rules of one kind in one whole regime, and rules of all whole regimes together. */
const mostOfAKind = 100
const mostRules = 5_000
/** A regime with dates is a state for each set of numbers that it has. */
const mostStates = 400

/** Regimes of all joined files, before anything follows what they extend. */
export function regimeCountProblems({ regimes }: PolicyBlock, context: CheckContext): readonly Problem[] {
  const count = Object.keys(regimes ?? {}).length
  return count > mostRegimes ? [tooMany(['policy', 'regimes'], count, 'regimes', mostRegimes, context)] : []
}

/** Rules and dates of whole regimes. */
export function ruleCountProblems(regimes: Regimes, context: CheckContext): readonly Problem[] {
  const at: Path = ['policy', 'regimes']
  const all = Object.entries(regimes).map(([name, regime]) => ({ name, rules: rulesOf(regime), regime }))
  const crowded = all.flatMap(({ name, rules }) =>
    rules
      .filter(({ count }) => count > mostOfAKind)
      .map(({ path, count }) => tooMany([...at, name, ...path], count, 'rules', mostOfAKind, context)),
  )
  if (crowded.length > 0) return crowded
  const count = sum(all.flatMap(({ rules }) => rules.map((one) => one.count)))
  if (count > mostRules) return [tooMany(at, count, 'rules in all whole regimes', mostRules, context)]
  const states = sum(all.map(({ regime }) => new Set(datesIn(regime).map(({ date }) => date)).size + 1))
  return states > mostStates ? [tooMany(at, states, 'regimes and dates on which they change', mostStates, context)] : []
}

function tooMany(path: Path, count: number, what: string, most: number, context: CheckContext): Problem {
  const message = `there are ${count} ${what}; the most is ${most}`
  return problemAt(context, path, { message, given: String(count), allowed: `up to ${most}`, onKey: true })
}

function rulesOf(regime: Regime): readonly { readonly path: Path; readonly count: number }[] {
  const kinds = ['programmes', 'bans', 'subsidies'] as const
  return [
    ...kinds.flatMap((kind) =>
      markets.map((market) => ({ path: [kind, market], count: Object.keys(regime[kind]?.[market] ?? {}).length })),
    ),
    { path: ['additionalDuties'], count: Object.keys(regime.additionalDuties ?? {}).length },
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
