/**
 * The sets of rules under which the model chooses programmes: those of the states of a policy, then those that hold for only a
 * part of some state's year. Section 1 of docs/model.md.
 */
import type { SpellTable } from '../../engine/model/inputs/policy.ts'
import type { RegimeRules } from './rules.ts'
import type { Spell } from './spells.ts'
import type { PolicyState } from './states.ts'

export interface RuleSet {
  readonly rules: RegimeRules
  /** Spells of a year in which rules change. */
  readonly spells?: readonly Spell[] | undefined
}

export interface RuleSets {
  /** Those of the states first, in their order. */
  readonly all: readonly RuleSet[]
  /** Which sets make up the years in which rules change; undefined where there is no such year. */
  readonly spells: SpellTable | undefined
}

/** Sets of rules of the states, each different one once beyond them. */
export function ruleSets(states: readonly PolicyState[]): RuleSets {
  const all: RuleSet[] = [...states]
  const numbers = new Map<string, number>()
  if (states.every(({ spells }) => spells === undefined)) return { all, spells: undefined }
  states.forEach(({ rules, spells }, s) => {
    const key = JSON.stringify(rules)
    if (spells === undefined && !numbers.has(key)) numbers.set(key, s)
  })
  const numberOf = ({ key, rules }: Spell): number => {
    const number = numbers.get(key) ?? all.push({ rules }) - 1
    numbers.set(key, number)
    return number
  }
  const off = [0]
  const sets: number[] = []
  const weights: number[] = []
  for (const { spells = [] } of states) {
    for (const spell of spells) {
      sets.push(numberOf(spell))
      weights.push(spell.weight)
    }
    off.push(sets.length)
  }
  const positions = all.map((_, n) => n)
  const isMeanSet = (n: number): boolean => all[n].spells !== undefined
  return {
    all,
    spells: {
      order: Int32Array.from([...positions.filter((n) => !isMeanSet(n)), ...positions.filter(isMeanSet)]),
      off: Int32Array.from(off),
      sets: Int32Array.from(sets),
      weights: Float64Array.from(weights),
    },
  }
}
