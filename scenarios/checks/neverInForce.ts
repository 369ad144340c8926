/**
 * What a scenario writes and what never counts: regimes that nothing leads to, measures and events whose dates lie outside of
 * the simulated years or of those in which their regime can be in force, events that change nothing.
 * All of it is allowed, and hardly meant. Only what the scenario's own file says is looked at.
 */
import { type ChainRules, probabilityIn, reachableStates, stateChain, type StateChain } from '../compile/chains.ts'
import type { Course, CourseRules } from '../compile/course.ts'
import { dateOfDay, isDate, yearOf } from '../compile/dates.ts'
import { calendarOf, createCalendars } from '../compile/calendar.ts'
import { policyStates } from '../compile/states.ts'
import { isPlainObject } from '../file/merge.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regime, ScenarioFile, Transitions } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Dated things, times the regimes that have them, beyond which nothing is said: each takes the rules of all years anew. */
const mostLooked = 2_000

/** A scenario's rules with all that it extends, and their course. */
export interface CourseFacts {
  readonly rules: CourseRules
  readonly course: Course
  readonly context: CheckContext
}

/** What the checks read beside the file. */
interface Facts extends CourseFacts {
  /** By regime: simulated years in which it can be in force, in truth or in what makers expect. */
  readonly years: ReadonlyMap<string, readonly number[]>
}

/** @param own what the scenario's own file says */
export function neverInForce(own: ScenarioFile, { rules, course, context }: CourseFacts): readonly Problem[] {
  const facts: Facts = { rules, course, context, years: yearsMet(course, rules) }
  const { events, transitions, beliefs } = own.policy ?? {}
  const at: Path = ['policy']
  const believed: Path = [...at, 'beliefs']
  return [
    ...Object.keys(own.policy?.regimes ?? {}).flatMap((name) => regimeWarnings(name, own, facts)),
    ...(events === undefined ? [] : eventWarnings(rules.policy, [...at, 'events'], facts)),
    ...(beliefs?.events === undefined ? [] : eventWarnings(course.believed, [...believed, 'events'], facts)),
    ...transitionWarnings(transitions ?? {}, [...at, 'transitions'], facts),
    ...transitionWarnings(beliefs?.transitions ?? {}, [...believed, 'transitions'], facts),
  ]
}

function yearsMet({ states, reach }: Course, { from }: CourseRules): ReadonlyMap<string, readonly number[]> {
  const years = new Map<string, number[]>()
  reach.belief.slice(1).forEach((reached, t) => {
    const met = states.states.flatMap(({ regimes }, state) => (reached[state] ? regimes : []))
    for (const regime of new Set(met)) years.set(regime, [...(years.get(regime) ?? []), from + t])
  })
  return years
}

/** A regime and those that are made of it, as far as they can be in force. */
function inUse(name: string, { context, years }: Facts): readonly string[] {
  return [...context.chains]
    .filter(([heir, chain]) => chain.includes(name) && (years.get(heir)?.length ?? 0) > 0)
    .map(([heir]) => heir)
}

function regimeWarnings(name: string, own: ScenarioFile, facts: Facts): readonly Problem[] {
  const { context, rules } = facts
  const stated = own.policy?.regimes?.[name]
  if (stated === undefined || stated === null || rules.policy.regimes[name] === undefined) return []
  const path: Path = ['policy', 'regimes', name]
  const regimes = inUse(name, facts)
  if (regimes.length === 0) {
    const message =
      'is never in force: no start, event, transition or belief leads to it by the last simulated year, and no regime ' +
      'in force extends it'
    return [problemAt(context, path, { message, onKey: true })]
  }
  const things = datedThings(stated, [])
  if (things.length * regimes.length > mostLooked) return []
  return things.flatMap((thing) => {
    if (counts(thing, regimes, facts)) return []
    const message = `${thing.dates} counts in none of the years ${yearsText(regimes, facts)} in which ${name} can be in force`
    return [problemAt(context, [...path, ...thing.path], { message, onKey: true })]
  })
}

function yearsText(regimes: readonly string[], { years }: Facts): string {
  const all = regimes.flatMap((regime) => years.get(regime) ?? [])
  return `${Math.min(...all)} to ${Math.max(...all)}`
}

interface DatedThing {
  readonly path: Path
  /** As in `from 2040-01-01`. */
  readonly dates: string
  /** Its first day, where it has one: before it nothing is other for it. */
  readonly from: string | undefined
}

/** Rules with first or last days, and values with a first day, of what is not nothing anyway. */
function datedThings(value: unknown, path: Path): readonly DatedThing[] {
  if (Array.isArray(value)) {
    const days: readonly unknown[] = value.map((entry: unknown) => (isPlainObject(entry) ? entry.from : undefined))
    return days.flatMap((day, n) =>
      typeof day === 'string' ? [{ path: [...path, n], dates: `from ${day}`, from: day }] : [],
    )
  }
  if (!isPlainObject(value) || value.rate === 0 || value.amount === 0) return []
  const days = (['from', 'to'] as const).flatMap((key) =>
    typeof value[key] === 'string' ? [`${key} ${value[key]}`] : [],
  )
  const from = typeof value.from === 'string' ? value.from : undefined
  if (days.length > 0) return [{ path, dates: days.join(' '), from }]
  return Object.entries(value).flatMap(([key, held]) => datedThings(held, [...path, key]))
}

/** Whether the rules of some day would be others without the thing. Between the days on which rules change, they do not. */
function counts({ path, from = '' }: DatedThing, regimes: readonly string[], { rules, years }: Facts): boolean {
  return regimes.some((name) => {
    const whole = calendarOf(rules.policy.regimes[name])
    const without = calendarOf(withoutPath(rules.policy.regimes[name], path) as Regime)
    const days = (years.get(name) ?? []).flatMap((year) => whole.changes(year).map((day) => dateOfDay(year, day)))
    return days.some((day) => day >= from && whole.on(day).key !== without.on(day).key)
  })
}

function withoutPath(value: unknown, [first, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((held: unknown, n) => (n === first && rest.length > 0 ? withoutPath(held, rest) : held))
    return rest.length === 0 ? kept.filter((_, n) => n !== first) : kept
  }
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value).flatMap(([key, held]): [string, unknown][] => {
    if (key !== first) return [[key, held]]
    return rest.length === 0 ? [] : [[key, withoutPath(held, rest)]]
  })
  return Object.fromEntries(entries)
}

/** Events after which the chain is what it is without them; those that come too late have a warning of their own. */
function eventWarnings(chain: ChainRules, path: Path, { rules, context }: Facts): readonly Problem[] {
  const { from, to, baseRegime } = rules
  const { regimes } = rules.policy
  return chain.events.flatMap(({ date }, n) => {
    if (!isDate(date) || yearOf(date) > to) return []
    const others = chain.events.filter((_, other) => other !== n)
    const lists = [chain.events, others]
    const states = policyStates({
      baseRegime,
      regimes,
      start: chain.start,
      events: lists,
      from,
      to,
      calendars: createCalendars(),
    })
    const [all, less] = lists.map((events) => stateChain({ ...chain, events }, states, from, to))
    if (!isSameChain(all, less, states.states.length)) return []
    const message = 'never counts: the regime is the same without it'
    return [problemAt(context, [...path, n, 'date'], { message, given: date })]
  })
}

/** Whether both lead the same way from every state that the first can be in. */
function isSameChain(one: StateChain, other: StateChain, size: number): boolean {
  const { truth } = reachableStates(one, one, size)
  return one.yearly.every((matrix, t) =>
    matrix.every((value, n) => !truth[t][Math.floor(n / size)] || value === other.yearly[t][n]),
  )
}

function transitionWarnings(transitions: Transitions, path: Path, { rules, context }: Facts): readonly Problem[] {
  return Object.entries(transitions).flatMap(([from, row]) =>
    Object.entries(row ?? {}).flatMap(([to, transition]) => {
      if (transition === null || typeof transition === 'number' || transition.probability === 0) return []
      for (let year = rules.from; year <= rules.to; year++) if (probabilityIn(year, transition) > 0) return []
      const message = `its dates leave no year from ${rules.from} to ${rules.to} in which it can happen`
      return [problemAt(context, [...path, from, to], { message, onKey: true })]
    }),
  )
}
