/** Regimes that extend one another, made whole. */
import { nearestName } from './industry/nearest.ts'
import { merge, withoutNulls } from './merge.ts'
import type { Regimes } from './resolved.ts'
import type { Regime } from './scenario.ts'

type StatedRegimes = Readonly<Record<string, Regime | null>>

/** A regime's `extends` that leads nowhere, or round in a circle. */
export interface RegimeMisfit {
  readonly regime: string
  readonly given: string
  readonly nearest: string | undefined
  readonly message: string
}

export interface FlatRegimes {
  readonly regimes: Regimes
  /** By name: the regime, then what it extends, then what that extends. */
  readonly chains: ReadonlyMap<string, readonly string[]>
  readonly misfits: readonly RegimeMisfit[]
}

/** Makes every regime whole: what it extends, changed by what it says; its description and source are its own. */
export function flattenRegimes(stated: StatedRegimes): FlatRegimes {
  const misfits: RegimeMisfit[] = []
  const chains = new Map<string, readonly string[]>()
  const regimes: Record<string, Regime> = {}
  for (const [name, regime] of Object.entries(stated)) {
    if (regime === null) continue
    const chain = chainOf(name, stated, misfits)
    chains.set(name, chain)
    regimes[name] = flatten(chain, stated)
  }
  return { regimes, chains, misfits }
}

function chainOf(name: string, stated: StatedRegimes, misfits: RegimeMisfit[]): readonly string[] {
  const chain = [name]
  for (let parent = stated[name]?.extends; typeof parent === 'string'; parent = stated[parent]?.extends) {
    const child = chain[chain.length - 1]
    if (!Object.hasOwn(stated, parent) || stated[parent] === null) {
      const names = Object.keys(stated).filter((known) => known !== child && stated[known] !== null)
      const nearest = nearestName(parent, names)
      const hint = nearest === undefined ? `there are ${names.join(', ') || 'no others'}` : `did you mean ${nearest}?`
      misfits.push({ regime: child, given: parent, nearest, message: `unknown regime: ${parent}; ${hint}` })
      break
    }
    if (chain.includes(parent)) {
      // Each regime of a circle finds it; one of them says so.
      const message = `regimes extend each other: ${[...chain, parent].join(' -> ')}`
      const isFirst = chain.every((other) => name <= other)
      if (parent === name && isFirst) misfits.push({ regime: child, given: parent, nearest: undefined, message })
      break
    }
    chain.push(parent)
  }
  return chain
}

function flatten(chain: readonly string[], stated: StatedRegimes): Regime {
  const rules = chain.toReversed().reduce<unknown>((joined, name) => {
    const { extends: _, description: _own, source: _said, ...rules } = stated[name] ?? {}
    return merge(joined, rules)
  }, {})
  const { description, source } = stated[chain[0]] ?? {}
  const whole: unknown = withoutNulls(merge({ description, source }, rules))
  return whole as Regime
}
