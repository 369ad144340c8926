/** The rules of regimes: that each is complete, that someone can use it, and that what it asks can be met. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { markets, type Market, origins } from '../../engine/model/inputs/sets.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regimes } from '../file/resolved.ts'
import { type Regime, domesticName, type Programme, type AdditionalDuty } from '../file/scenario.ts'
import type { Dated } from '../file/values.ts'
import { contentRuleProblems } from './contentRules.ts'
import { type CheckContext, problemAt } from './context.ts'
import { quotaProblems } from './quotas.ts'
import { stackingProblems } from './stacking.ts'
import { type ContentLimits, floorProblems } from './floors.ts'

/** What the checks of rules know beside the rules. */
export interface RuleFacts {
  readonly limits: ContentLimits
  /** Undefined when a file is checked without the industry: then no one's use of a programme is looked up. */
  readonly industry: Industry | undefined
}

/** Programmes and additional duties, regime by regime: what is missing, what names another rule that is not there. */
export function ruleProblems(regimes: Regimes, facts: RuleFacts, context: CheckContext): readonly Problem[] {
  return Object.entries(regimes).flatMap(([name, regime]) => {
    const at = ['policy', 'regimes', name]
    return [
      ...markets.flatMap((market) => marketProblems(regime, market, [...at, 'programmes', market], facts, context)),
      ...Object.entries(regime.additionalDuties ?? {}).flatMap(([duty, rule]) =>
        rule === null ? [] : dutyProblems(regime, rule, [...at, 'additionalDuties', duty], context),
      ),
      ...markets.flatMap((market) => {
        const credit = regime.assemblyCredits?.[market]
        if (credit === null || credit === undefined) return []
        return missing(credit.rate, [...at, 'assemblyCredits', market, 'rate'], 'a share, as in rate: 0.0375', context)
      }),
      ...quotaProblems(regime, at, context),
      ...stackingProblems(regime, at, context),
      ...ownGoods(regime.partsDuties, 'parts', [...at, 'partsDuties'], context),
      ...ownGoods(regime.metals?.duties, 'metals', [...at, 'metals', 'duties'], context),
    ]
  })
}

function marketProblems(
  regime: Regime,
  market: Market,
  at: Path,
  facts: RuleFacts,
  context: CheckContext,
): readonly Problem[] {
  return Object.entries(regime.programmes?.[market] ?? {}).flatMap(([name, programme]) => {
    if (programme === null) return []
    const path = [...at, name]
    return [
      ...missing(programme.duty, [...path, 'duty'], 'a rate, as in duty: 0.025', context),
      ...undatedStart(programme.duty, [...path, 'duty'], context),
      ...(name === domesticName ? [] : originProblems(programme.origins, market, path, context)),
      ...userProblems(programme, path, facts.industry, context),
      ...floorProblems(programme, market, path, facts.limits, context),
      ...contentRuleProblems(name, programme, path, context),
    ]
  })
}

function missing(value: unknown, path: Path, allowed: string, context: CheckContext): readonly Problem[] {
  if (value !== undefined) return []
  return [problemAt(context, path, { message: `is missing: write ${allowed}`, allowed })]
}

/** A duty that is only said from a date on would be nothing before it, which is hardly meant. */
function undatedStart(duty: Dated | undefined, path: Path, context: CheckContext): readonly Problem[] {
  if (duty === undefined || typeof duty === 'number' || duty[0]?.from === undefined) return []
  const message = `what is the duty before ${duty[0].from}? Begin the list with {value: ...}, without a date`
  return [problemAt(context, path, { message, allowed: 'a list whose first value has no date' })]
}

/** Rules of imports: a country does not import from itself. */
function originProblems(
  given: Programme['origins'],
  market: Market,
  at: Path,
  context: CheckContext,
): readonly Problem[] {
  const path = [...at, 'origins']
  if (given === undefined) return missing(given, path, 'any, or a list as in [CA, MX]', context)
  if (given === 'any' || given.some((origin) => origin !== market)) return []
  const message = `no one can use it: vehicles from ${market} are not imported into ${market}; use the name ${domesticName}`
  return [problemAt(context, path, { message, given: given.join(', '), allowed: `countries other than ${market}` })]
}

/** Whom a rule is for. */
type Users = Pick<Programme, 'bodies' | 'powertrain' | 'headquarters' | 'makers'>

/** Makers that exist, and lines that fit. */
export function userProblems(
  programme: Users,
  path: Path,
  industry: Industry | undefined,
  context: CheckContext,
): readonly Problem[] {
  if (industry === undefined) return []
  const ids = industry.makers.map(({ id }) => id)
  const unknown = (programme.makers ?? []).flatMap((maker, n) => {
    if (ids.includes(maker)) return []
    const nearest = nearestName(maker, ids)
    const hint = nameHint(maker, ids)
    const message = `unknown maker: ${maker}; ${hint}`
    return [problemAt(context, [...path, 'makers', n], { message, given: maker, allowed: ids.join(', '), nearest })]
  })
  if (unknown.length > 0 || industry.lines.some((_, j) => fits(programme, industry, j))) return unknown
  const conditions = ['makers', 'headquarters', 'bodies', 'powertrain'] as const
  const who = conditions.filter((key) => programme[key] !== undefined)
  const message = `no one can use it: no vehicle in the data fits its ${who.join(' and ')}`
  return [problemAt(context, path, { message, allowed: 'what at least one vehicle fits', onKey: true })]
}

function fits({ bodies, powertrain, headquarters, makers }: Users, industry: Industry, j: number): boolean {
  const i = industry.lineProduct[j]
  const { body, electric } = industry.products[i]
  const maker = industry.makers[industry.productMaker[i]]
  return (
    (bodies?.includes(body) ?? true) &&
    (powertrain ?? (electric ? 'electric' : 'combustion')) === (electric ? 'electric' : 'combustion') &&
    (headquarters?.includes(maker.headquarters) ?? true) &&
    (makers?.includes(maker.id) ?? true)
  )
}

function dutyProblems(regime: Regime, rule: AdditionalDuty, at: Path, context: CheckContext): readonly Problem[] {
  const { market, origins: from, rate, exempt } = rule
  const problems = [
    ...missing(market, [...at, 'market'], `one of ${markets.join(', ')}`, context),
    ...missing(rate, [...at, 'rate'], 'a rate, as in rate: 0.25', context),
    ...missing(from, [...at, 'origins'], 'any, or a list as in [CA, MX]', context),
  ]
  if (market === undefined) return problems
  const own = Array.isArray(from) ? from.indexOf(market) : -1
  if (own >= 0) {
    const message = `a duty of ${market} meets imports, not vehicles from ${market}`
    problems.push(problemAt(context, [...at, 'origins', own], { message, given: market, allowed: 'other countries' }))
  }
  const names = Object.keys(regime.programmes?.[market] ?? {})
  for (const [n, name] of (exempt ?? []).entries()) {
    if (names.includes(name)) continue
    const nearest = nearestName(name, names)
    const hint = nameHint(name, names, `${market} has`)
    const message = `unknown programme: ${name}; ${hint}`
    const allowed = names.join(', ')
    problems.push(problemAt(context, [...at, 'exempt', n], { message, given: name, allowed, nearest }))
  }
  return problems
}

/** Duties on goods that do not cross a border. */
function ownGoods(duties: Regime['partsDuties'], goods: string, at: Path, context: CheckContext): readonly Problem[] {
  return markets.flatMap((market) =>
    origins
      .filter((origin) => origin === market && duties?.[market]?.[origin] !== undefined)
      .map((origin) => {
        const message = `${market} charges no duty on its own ${goods}`
        return problemAt(context, [...at, market, origin], { message, allowed: 'other origins', onKey: true })
      }),
  )
}
