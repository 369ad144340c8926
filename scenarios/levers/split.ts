/**
 * Rules of a border, programmes and additional duties, of which vehicles from one country are taken out from a day on: what the
 * rule says of other countries, of other bodies, and of the time before stays as it is.
 */
import { bodies, countries, type Body, type Country, type Market } from '../../engine/model/inputs/sets.ts'
import type { ByName } from '../file/values.ts'
import { dayBefore } from './days.ts'

/** What programmes and additional duties have in common. */
interface BorderRule {
  readonly origins?: readonly Country[] | 'any' | undefined
  readonly bodies?: readonly Body[] | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/** What is taken out of rules. */
export interface Cut {
  readonly market: Market
  readonly origin: Country
  /** All bodies if left out. */
  readonly bodies?: readonly Body[] | undefined
  readonly day: string
}

/** Rules without what was cut, and the names of the pieces that a rule was cut into, beside its own. */
export interface CutRules<Rule> {
  readonly rules: ByName<Rule>
  readonly pieces: ReadonlyMap<string, readonly string[]>
}

/** Cuts every rule for which `isCut` holds. */
export function cutRules<Rule extends BorderRule>(
  rules: ByName<Rule | null>,
  cut: Cut,
  isCut: (rule: Rule) => boolean,
): CutRules<Rule> {
  const pieces = new Map<string, readonly string[]>()
  const kept = Object.entries(rules).flatMap(([name, rule]): readonly (readonly [string, Rule])[] => {
    if (rule === null) return []
    if (!isCut(rule) || !isMet(rule, cut)) return [[name, rule]]
    const parts = cutRule(name, rule, cut)
    pieces.set(
      name,
      parts.flatMap(([part]) => (part === name ? [] : [part])),
    )
    return parts
  })
  return { rules: Object.fromEntries(kept), pieces }
}

/** Names with the names of the pieces of each. */
export function withPieces(
  names: readonly string[] | null | undefined,
  pieces: CutRules<unknown>['pieces'],
): readonly string[] | null | undefined {
  return names?.flatMap((name) => [name, ...(pieces.get(name) ?? [])])
}

function isMet(rule: BorderRule, { market, origin, bodies: cutBodies, day }: Cut): boolean {
  const isThere = originsOf(rule, market).includes(origin)
  const isOver = typeof rule.to === 'string' && rule.to < day
  return isThere && !isOver && bodiesOf(rule).some((body) => (cutBodies ?? bodies).includes(body))
}

function originsOf(rule: BorderRule, market: Market): readonly Country[] {
  const listed = rule.origins ?? 'any'
  return listed === 'any' ? countries.filter((country) => country !== market) : listed
}

function bodiesOf(rule: BorderRule): readonly Body[] {
  return rule.bodies ?? bodies
}

/** What is left of a rule: of other countries, of the time before, of other bodies. The first of them keeps its name. */
function cutRule<Rule extends BorderRule>(
  name: string,
  rule: Rule,
  { market, origin, bodies: cutBodies, day }: Cut,
): readonly (readonly [string, Rule])[] {
  const others = originsOf(rule, market).filter((country) => country !== origin)
  const otherBodies = bodiesOf(rule).filter((body) => !(cutBodies ?? bodies).includes(body))
  const isLater = typeof rule.from === 'string' && rule.from >= day
  const left: (readonly [string, Rule])[] = []
  if (others.length > 0) left.push(['', { ...rule, origins: others }])
  if (!isLater) left.push([`-${origin}-before-${day.slice(0, 4)}`, { ...rule, origins: [origin], to: dayBefore(day) }])
  if (otherBodies.length > 0)
    left.push([`-${origin}`, { ...rule, origins: [origin], bodies: otherBodies, from: isLater ? rule.from : day }])
  return left.map(([ending, piece], n) => [n === 0 ? name : `${name}${ending}`, piece])
}
