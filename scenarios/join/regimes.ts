/** Regimes that extend one another, made whole. */
import { nameHint, nearestName } from '../file/nearest.ts'
import { merge, withoutNulls } from '../file/merge.ts'
import { pathText } from '../file/position.ts'
import type { Regimes } from '../file/resolved.ts'
import type { Regime } from '../file/scenario.ts'
import type { EconomyRule } from '../file/tradeLevers.ts'
import { contradictions } from './siblings.ts'

type StatedRegimes = Readonly<Record<string, Regime | null>>

/** A regime's `extends` that leads nowhere, round in a circle, or to regimes that contradict each other. */
export interface RegimeMisfit {
  readonly regime: string
  readonly given: string
  readonly nearest: string | undefined
  readonly message: string
}

export interface FlatRegimes {
  readonly regimes: Regimes
  /** By name: the regime, then all that it extends; what extends another stands before it. */
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
    const order: string[] = []
    addLineage(name, stated, { order, open: [], misfits })
    misfits.push(...contradicting(name, order, stated))
    chains.set(name, order.toReversed())
    regimes[name] = flatten(name, order, stated)
  }
  return {
    regimes,
    chains,
    misfits: misfits.filter((one, n) => misfits.findIndex((other) => isSame(one, other)) === n),
  }
}

/** A regime that several extend is found to be wrong by each of them. */
function isSame(one: RegimeMisfit, other: RegimeMisfit): boolean {
  return one.regime === other.regime && one.message === other.message
}

function parentsOf(name: string, stated: StatedRegimes): readonly string[] {
  const given = stated[name]?.extends
  return typeof given === 'string' ? [given] : (given ?? [])
}

interface Walk {
  /** Regimes in joining order, each once. */
  readonly order: string[]
  /** Regimes whose `extends` is being followed. */
  readonly open: readonly string[]
  readonly misfits: RegimeMisfit[]
}

function addLineage(name: string, stated: StatedRegimes, { order, open, misfits }: Walk): void {
  if (order.includes(name)) return
  const path = [...open, name]
  for (const parent of parentsOf(name, stated)) {
    if (!Object.hasOwn(stated, parent) || stated[parent] === null) {
      misfits.push(unknownParent(name, parent, stated))
    } else if (path.includes(parent)) {
      // Each regime of a circle finds it; one of them says so.
      const circle = path.slice(path.indexOf(parent))
      const message = `regimes extend each other: ${[...circle, parent].join(' -> ')}`
      const isFirst = circle.every((other) => parent <= other)
      if (parent === path[0] && isFirst) misfits.push({ regime: name, given: parent, nearest: undefined, message })
    } else {
      addLineage(parent, stated, { order, open: path, misfits })
    }
  }
  order.push(name)
}

function unknownParent(child: string, parent: string, stated: StatedRegimes): RegimeMisfit {
  const names = Object.keys(stated).filter((known) => known !== child && stated[known] !== null)
  const nearest = nearestName(parent, names)
  const hint = nameHint(parent, names)
  return { regime: child, given: parent, nearest, message: `unknown regime: ${parent}; ${hint}` }
}

/** What a regime hands on to those that extend it. */
function rulesOf(name: string, stated: StatedRegimes): Omit<Regime, 'description' | 'source' | 'extends'> {
  const { description: _, source: __, extends: ___, ...said } = stated[name] ?? {}
  return said
}

/** Regimes that this one extends side by side and that say different things. */
function contradicting(name: string, order: readonly string[], stated: StatedRegimes): readonly RegimeMisfit[] {
  const layers = order.map((one) => ({ name: one, parents: parentsOf(one, stated), value: rulesOf(one, stated) }))
  return contradictions(layers)
    .filter(({ joiner }) => joiner === name)
    .map(({ path, one, other }) => {
      const message = `${one} and ${other} say different things under ${pathText(path)}; write here which it shall be`
      return { regime: name, given: `${one}, ${other}`, nearest: undefined, message }
    })
}

function flatten(name: string, order: readonly string[], stated: StatedRegimes): Regime {
  const rules = order.reduce<unknown>((joined, one) => merge(joined, rulesOf(one, stated)), {})
  const { description, source } = stated[name] ?? {}
  const whole: unknown = withoutNulls(merge({ description, source }, rules))
  return whole as Regime
}

/** Regimes with the wages and exchange rates of the whole scenario, where they do not say otherwise. */
export function withEconomy(flat: FlatRegimes, economy: EconomyRule | null | undefined): FlatRegimes {
  if (economy === undefined || economy === null) return flat
  const regimes = Object.entries(flat.regimes).map(([name, regime]) => {
    const joined = merge(economy, regime.economy ?? undefined) as EconomyRule
    return [name, { ...regime, economy: joined }] as const
  })
  return { ...flat, regimes: Object.fromEntries(regimes) }
}
