/**
 * What is in force at some time in a scenario, measure by measure, in plain words; and which measures one scenario has and
 * another has not. Only regimes that can come into force count: a regime that is only written down charges nobody.
 */
import { isPlainObject } from '../../scenarios/file/merge.ts'
import type { ResolvedPolicy, ResolvedScenario } from '../../scenarios/file/resolved.ts'
import type { Regime } from '../../scenarios/file/scenario.ts'

/** Measures of one kind, by what tells them apart, with what is shown of each. */
type Measures = ReadonlyMap<string, ReadonlyMap<string, string>>

const originWords: Readonly<Record<string, string>> = { ALLY: 'overseas but China', CN: 'China' }

/** What sets a comparison apart from one with the scenario that an option changes. */
export interface BesideChange {
  /** As in `US programmes uk-deal (10%), eu-deal (15%)`, one text for each kind of measure. */
  readonly leftOut: readonly string[]
  readonly added: readonly string[]
}

/**
 * Measures that stand between a baseline and an option though they are not the option's own change.
 *
 * @param changed the scenario that the option changes: what tells these two apart is the option's own change
 */
export function besideChange(
  baseline: ResolvedScenario,
  option: ResolvedScenario,
  changed: ResolvedScenario,
): BesideChange {
  const [theirs, own, before] = [baseline, option, changed].map(measuresOf)
  return { leftOut: measuresWithout(theirs, [own, before]), added: measuresWithout(shared(own, before), [theirs]) }
}

function measuresWithout(measures: Measures, others: readonly Measures[]): readonly string[] {
  return [...measures].flatMap(([kind, named]) => {
    const own = [...named].filter(([name]) => !others.some((other) => other.get(kind)?.has(name) === true))
    return own.length === 0 ? [] : [`${kind} ${own.map(([, text]) => text).join(', ')}`]
  })
}

function shared(one: Measures, other: Measures): Measures {
  return new Map(
    [...one].map(([kind, named]) => [
      kind,
      new Map([...named].filter(([name]) => other.get(kind)?.has(name) === true)),
    ]),
  )
}

function measuresOf({ policy, content }: ResolvedScenario): Measures {
  const found = new Map<string, Map<string, string>>()
  const add = (kind: string, name: string, value?: string): void => {
    const kept = found.get(kind) ?? new Map<string, string>()
    found.set(kind, kept.set(name, value === undefined ? name : `${name} (${value})`))
  }
  for (const name of regimesInForce(policy)) regimeMeasures(policy.regimes[name], add)
  for (const { date, to } of policy.events) add('events', `${date} to ${to}`)
  for (const [from, row] of Object.entries(policy.transitions)) {
    for (const to of Object.keys(row ?? {})) if (to !== from) add('threats', `from ${from} to ${to}`)
  }
  for (const name of Object.keys(content.entrants ?? {})) add('entrants', name)
  for (const id of Object.keys(content.plants?.forSale ?? {})) add('plants for sale', id)
  for (const country of Object.keys(content.retaliation ?? {})) add('retaliation on farm products by', country)
  return found
}

/** Regimes that are in force from the start, by an event, or by a transition from one of these. */
function regimesInForce({ regimes, start, events, transitions }: ResolvedPolicy): readonly string[] {
  const reached = new Set([start, ...events.map(({ to }) => to)])
  // A set hands out what is added to it while it is gone through.
  for (const name of reached) for (const to of Object.keys(transitions[name] ?? {})) reached.add(to)
  return [...reached].filter((name) => Object.hasOwn(regimes, name))
}

function regimeMeasures(regime: Regime, add: (kind: string, name: string, value?: string) => void): void {
  const { programmes, additionalDuties, bans, subsidies, assemblyCredits, partsDuties, metals } = regime
  for (const [name, duty] of Object.entries(additionalDuties ?? {})) {
    add(`additional ${duty?.market ?? ''} duties`, name, percent(duty?.rate))
  }
  each(programmes, (market, name, programme) => {
    add(`${market} programmes`, name, percent(field(programme, 'duty') ?? field(programme, 'dutyOnNonUsContent')))
  })
  // A duty on parts is another measure where its last value is another.
  each(partsDuties, (market, origin, duty) => {
    add(`${market} duties on parts from`, `${originWords[origin] ?? origin} at ${percent(duty) ?? '0%'}`)
  })
  each(bans, (market, name) => add(`${market} bans`, name))
  each(subsidies, (market, name, subsidy) => {
    const amount = last(field(subsidy, 'amount'))
    add(`${market} subsidies`, name, amount === undefined ? undefined : `${amount} USD`)
  })
  for (const [market, credit] of Object.entries(assemblyCredits ?? {})) {
    add('credits for assembly in', market, percent(field(credit, 'rate')))
  }
  each(metals?.duties, (market, origin) => add(`${market} duties on metals from`, originWords[origin] ?? origin))
  each(metals?.exportLimits, (market, origin) =>
    add(`limits on metal exports to ${market} from`, originWords[origin] ?? origin),
  )
}

/** Visits what stands in a map of maps, by both keys. */
function each(map: object | null | undefined, visit: (first: string, second: string, held: unknown) => void): void {
  for (const [first, inner] of Object.entries(map ?? {})) {
    if (isPlainObject(inner)) for (const [second, held] of Object.entries(inner)) visit(first, second, held)
  }
}

function field(map: unknown, key: string): unknown {
  return isPlainObject(map) ? map[key] : undefined
}

/** The number that holds in the end, of a number or a list with dates. */
function last(dated: unknown): number | undefined {
  if (typeof dated === 'number') return dated
  const value = Array.isArray(dated) ? field(dated[dated.length - 1], 'value') : undefined
  return typeof value === 'number' ? value : undefined
}

function percent(dated: unknown): string | undefined {
  const value = last(dated)
  return value === undefined ? undefined : `${Number((100 * value).toPrecision(4))}%`
}
