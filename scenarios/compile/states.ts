/**
 * States of the policy chain: a regime with one set of numbers. A regime with dates has a state for each version of its
 * rules; the policy of the base year is state 0, together with the regime that has the same rules, if there is one.
 */
import type { Regime } from '../file/scenario.ts'
import { type RegimeRules, rulesIn } from './rules.ts'

export interface PolicyState {
  readonly name: string
  /** The regime it is a version of; undefined for the base year's policy where no regime has its rules. */
  readonly regime: string | undefined
  readonly rules: RegimeRules
}

export interface PolicyStates {
  readonly states: readonly PolicyState[]
  /** By regime, [year - first year]: its state in that year. */
  readonly stateIn: ReadonlyMap<string, readonly number[]>
}

/** @param from first simulated year; the year before is the base year */
export function policyStates(
  baseRegime: Regime,
  regimes: Readonly<Record<string, Regime>>,
  start: string,
  from: number,
  to: number,
): PolicyStates {
  const base = rulesIn(from - 1, baseRegime)
  const states: PolicyState[] = [{ name: 'policy of the base year', regime: undefined, rules: base }]
  const keys = [JSON.stringify(base)]
  let baseIsTaken = false
  const stateIn = new Map<string, readonly number[]>()
  // The regime in force first comes first, so that it is the one that goes on where the base year's policy ends.
  const names = [start, ...Object.keys(regimes).filter((name) => name !== start)]
  for (const name of names) {
    const own = new Map<string, number>()
    const years: number[] = []
    for (let year = from; year <= to; year++) {
      const rules = rulesIn(year, regimes[name])
      const key = JSON.stringify(rules)
      if (!own.has(key) && key === keys[0] && !baseIsTaken) {
        baseIsTaken = true
        states[0] = { name, regime: name, rules: base }
        own.set(key, 0)
      }
      if (!own.has(key)) {
        own.set(key, states.length)
        states.push({ name: own.size === 1 ? name : `${name} from ${year}`, regime: name, rules })
        keys.push(key)
      }
      years.push(own.get(key) ?? 0)
    }
    stateIn.set(name, years)
  }
  return { states, stateIn }
}
