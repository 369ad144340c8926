/**
 * States of the policy chain: a year under a regime with one set of numbers. A regime with dates has a state for each version
 * of its rules, and one for each year within which they change; an event within a year has a state for the regime before and
 * after it. The policy of the base year is state 0, together with the regime that has the same rules, if there is one.
 */
import type { PolicyEvent, Regime } from '../file/scenario.ts'
import type { Calendar, Calendars } from './calendar.ts'
import { dayOfYear, yearOf } from './dates.ts'
import type { RegimeRules } from './rules.ts'
import { type Phase, type Spell, meanRules, spellsIn } from './spells.ts'

export interface PolicyState {
  readonly name: string
  /** The regime that it ends the year in; undefined for the base year's policy where no regime has its rules. */
  readonly regime: string | undefined
  /** Regimes that are in force on some day of the year. */
  readonly regimes: readonly string[]
  /** What holds all year, or the mean by days of what does. */
  readonly rules: RegimeRules
  /** Spells of the year, where its rules change within it. */
  readonly spells?: readonly Spell[] | undefined
}

export interface PolicyStates {
  readonly states: readonly PolicyState[]
  /** By regime, [year - first year]: its state in that year, and last the one that stays when the years are over. */
  readonly stateIn: ReadonlyMap<string, readonly number[]>
  /** By the regime that a year begins in, [year - first year]: its state where events come; undefined where none does. */
  readonly through: ReadonlyMap<readonly PolicyEvent[], ReadonlyMap<string, readonly (number | undefined)[]>>
}

/** What the states are made of. */
export interface StatesAsked {
  readonly baseRegime: Regime
  readonly regimes: Readonly<Record<string, Regime>>
  readonly start: string
  /** Lists of events, the true one and the believed one, each in the order of time. */
  readonly events: readonly (readonly PolicyEvent[])[]
  /** First simulated year, the year before being the base year, and the last. */
  readonly from: number
  readonly to: number
  /** Where other policies have the same regimes, their calendars are there already. */
  readonly calendars: Calendars
}

/** The states that years can have under the regimes and events. */
export function policyStates(asked: StatesAsked): PolicyStates {
  const { regimes, start, from, to, calendars } = asked
  // The regime in force first comes first, so that it is the one that goes on where the base year's policy ends.
  const names = [start, ...Object.keys(regimes).filter((name) => name !== start)]
  const years = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const list = createList(calendars(asked.baseRegime).of(from - 1))
  const stateIn = new Map<string, readonly number[]>()
  for (const name of names) {
    const calendar = calendars(regimes[name])
    const allYear: readonly Phase[] = [{ from: 1, calendar }]
    const yearly = years.map((year) => list.add(name, spellsIn(year, allYear), year))
    stateIn.set(name, [...yearly, list.add(name, lastSpell(to, calendar), to + 1)])
  }
  const through = new Map(
    asked.events.map((events) => [
      events,
      new Map(names.map((name) => [name, years.map((year) => addEvents(asked, events, name, year, list))])),
    ]),
  )
  return { states: list.states, stateIn, through }
}

/** The state of a year that begins in the regime and in which events come; undefined where none does. */
function addEvents(
  { regimes, from, calendars }: StatesAsked,
  events: readonly PolicyEvent[],
  name: string,
  year: number,
  list: StateList,
): number | undefined {
  const now = events.filter((event) => eventYear(event, from) === year)
  if (now.length === 0) return undefined
  const phases = [
    { from: 1, name },
    ...now.map((event) => ({ from: yearOf(event.date) < year ? 1 : dayOfYear(event.date), name: event.to })),
  ]
  const spells = spellsIn(
    year,
    phases.map((phase) => ({ from: phase.from, calendar: calendars(regimes[phase.name]) })),
  )
  const end = phases[phases.length - 1].name
  const dates = now.map(({ date, to }) => `${to} from ${date}`).join(', ')
  return list.add(end, spells, year, { name: `${name}, then ${dates}`, regimes: phases.map((phase) => phase.name) })
}

/** The year in which an event counts; one of the base year counts from the first day that is simulated. */
function eventYear({ date }: PolicyEvent, first: number): number {
  return Math.max(first, yearOf(date))
}

/** What holds on the last day of the year, as a year of its own. */
function lastSpell(year: number, calendar: Calendar): readonly Spell[] {
  return [{ weight: 1, ...calendar.on(`${year}-12-31`) }]
}

interface StateList {
  readonly states: readonly PolicyState[]
  /**
   * Number of the regime's state with these spells, which is made where there is none.
   *
   * @param events its name, where it is a mean over several spells, and its regimes, where events come in the year
   */
  readonly add: (regime: string, spells: readonly Spell[], year: number, events?: YearOfEvents) => number
}

interface YearOfEvents {
  readonly name: string
  readonly regimes: readonly string[]
}

/** States of one regime that are known. */
interface Versions {
  readonly numbers: Map<string, number>
  /** How many of them hold all year. */
  whole: number
}

/** A list of states that begins with the policy of the base year. */
function createList(base: RegimeRules): StateList {
  const states: PolicyState[] = [{ name: 'policy of the base year', regime: undefined, regimes: [], rules: base }]
  const baseKey = JSON.stringify(base)
  const known = new Map<string, Versions>()
  let baseIsTaken = false
  return {
    states,
    add: (regime, spells, year, events = { name: `${regime} in ${year}`, regimes: [regime] }) => {
      const own = known.get(regime) ?? { numbers: new Map<string, number>(), whole: 0 }
      known.set(regime, own)
      const [{ rules, key: firstKey }] = spells
      const isWhole = spells.length === 1
      const key = isWhole ? firstKey : JSON.stringify([events, spells.map((spell) => [spell.weight, spell.key])])
      const met = own.numbers.get(key)
      if (met !== undefined) return met
      if (isWhole && key === baseKey && !baseIsTaken) {
        baseIsTaken = true
        states[0] = { name: regime, regime, regimes: [regime], rules: base }
        own.numbers.set(key, 0)
        own.whole += 1
        return 0
      }
      const name = own.whole === 0 ? regime : `${regime} from ${year}`
      const made = isWhole
        ? { name, regime, regimes: [regime], rules }
        : { ...events, regime, rules: meanRules(spells), spells }
      own.numbers.set(key, states.push(made) - 1)
      if (isWhole) own.whole += 1
      return states.length - 1
    },
  }
}
