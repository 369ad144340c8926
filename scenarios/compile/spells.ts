/**
 * A year whose rules change on some day, as spells with one set of rules each. Vehicles are taken to be sold evenly over the
 * days of the year, so that costs, duties and content of the year are means over its spells, weighted by days. Section 1 of
 * docs/model.md.
 */
import type { Calendar } from './calendar.ts'
import { dateOfDay, daysOfYear } from './dates.ts'
import type { RegimeRules } from './rules.ts'
import type { SubsidyRule } from './subsidyRules.ts'

/** One set of rules and the part of the year in which it holds; the parts of a year add up to 1. */
export interface Spell {
  readonly weight: number
  readonly rules: RegimeRules
  /** The rules as text, by which equal ones are found. */
  readonly key: string
}

/** A regime that holds from a day of the year on, by its number. */
export interface Phase {
  readonly from: number
  readonly calendar: Calendar
}

/**
 * Spells of a year, equal ones put together, in the order in which they first hold.
 *
 * @param phases in the order of time; the first holds from day 1
 */
export function spellsIn(year: number, phases: readonly Phase[]): readonly Spell[] {
  const length = daysOfYear(year)
  const days = new Map<string, { rules: RegimeRules; days: number }>()
  phases.forEach(({ from, calendar }, n) => {
    const end = n + 1 < phases.length ? phases[n + 1].from : length + 1
    const inside = calendar.changes(year).filter((day) => day > from && day < end)
    const starts = [from, ...inside]
    starts.forEach((start, s) => {
      const stop = s + 1 < starts.length ? starts[s + 1] : end
      if (stop <= start) return
      const { rules, key } = calendar.on(dateOfDay(year, start))
      const known = days.get(key)
      if (known === undefined) days.set(key, { rules, days: stop - start })
      else known.days += stop - start
    })
  })
  return [...days].map(([key, spell]) => ({ key, rules: spell.rules, weight: spell.days / length }))
}

/**
 * What a year of several spells comes to where the model needs one number: rates that hold at a place are means by days. Programmes
 * and bans are those of the longest spell; the model chooses programmes spell by spell.
 */
export function meanRules(spells: readonly Spell[]): RegimeRules {
  const longest = spells.reduce((one, other) => (other.weight > one.weight ? other : one))
  const mean = (value: (rules: RegimeRules) => number): number => meanOf(spells, value)
  const means = (values: (rules: RegimeRules) => readonly number[]): readonly number[] =>
    values(longest.rules).map((_, n) => mean((rules) => values(rules)[n]))
  return {
    ...longest.rules,
    chineseSuppliers: mean(({ chineseSuppliers }) => chineseSuppliers),
    partsDuties: means(({ partsDuties }) => partsDuties),
    unclaimedPartsDuties: means(({ unclaimedPartsDuties }) => unclaimedPartsDuties),
    metalsDuties: means(({ metalsDuties }) => metalsDuties),
    metalsLimits: means(({ metalsLimits }) => metalsLimits),
    wageChanges: means(({ wageChanges }) => wageChanges),
    currencyChanges: means(({ currencyChanges }) => currencyChanges),
    otherGoodsDuties: means(({ otherGoodsDuties }) => otherGoodsDuties),
    assemblyCredits: means(({ assemblyCredits }) => assemblyCredits),
    subsidies: meanSubsidies(spells),
  }
}

/** Mean by days; exactly the value where all are equal. */
function meanOf(spells: readonly Spell[], value: (rules: RegimeRules) => number): number {
  const first = value(spells[0].rules)
  return spells.reduce((sum, { weight, rules }) => sum + weight * (value(rules) - first), first)
}

/** A subsidy but for its amount, as text. */
function conditions(rule: SubsidyRule): string {
  return JSON.stringify({ ...rule, amount: 0 })
}

/** Each subsidy, on its own conditions, at its mean over the days of the year. */
function meanSubsidies(spells: readonly Spell[]): readonly SubsidyRule[] {
  const all = new Map(spells.flatMap(({ rules }) => rules.subsidies.map((rule) => [conditions(rule), rule])))
  return [...all].map(([key, rule]) => {
    const amountIn = ({ subsidies }: RegimeRules): number =>
      subsidies.find((other) => conditions(other) === key)?.amount ?? 0
    return { ...rule, amount: meanOf(spells, amountIn) }
  })
}

/**
 * Vehicles a year that a quota admits while it is in force, the mean by days over the spells that have it: it is held against
 * sales at a year's rate, which leave out the days on which there is no quota. Infinity where no spell has it.
 */
export function meanVolume(spells: readonly Spell[], volume: (rules: RegimeRules) => number): number {
  const limited = spells.filter(({ rules }) => volume(rules) < Infinity)
  const weight = limited.reduce((sum, spell) => sum + spell.weight, 0)
  return limited.length === 0
    ? Infinity
    : limited.reduce((sum, spell) => sum + (spell.weight / weight) * volume(spell.rules), 0)
}
