/**
 * Rules beside the trade that the industry has: markets in which no vehicle may be sold, of which no equilibrium exists, and
 * duties on what nobody ships, which never count.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { type Market, markets, originCount, origins, placeCount } from '../../engine/model/inputs/sets.ts'
import type { Course, CourseRules } from '../compile/course.ts'
import { countryAt, meets, rowsFor, type Vehicle, vehicleOf } from '../compile/programmeRows.ts'
import { type RegimeRules, rulesIn } from '../compile/rules.ts'
import type { PolicyState } from '../compile/states.ts'
import type { Problem } from '../file/problem.ts'
import type { Regime, ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Markets in which a regime that can be met lets nobody sell. */
export function closedMarkets(
  { states, reach }: Course,
  industry: Industry,
  context: CheckContext,
): readonly Problem[] {
  const met = states.states.filter((_, s) => reach.ever[s])
  return markets.flatMap((market, m) => {
    const vehicles = [...vehiclesIn(industry, m)]
    return met
      .filter(({ rules: ofState }) => !vehicles.some((vehicle) => rowsFor(ofState, market, vehicle).length > 0))
      .map((state) => closedProblem(state, market, context))
  })
}

function closedProblem({ regime, name, rules }: PolicyState, market: Market, context: CheckContext): Problem {
  const at = ['policy', 'regimes', regime ?? name]
  const path = rules.bans.some((ban) => ban.market === market) ? [...at, 'bans', market] : [...at, 'programmes', market]
  const message = `no vehicle that is sold in ${market} may be sold there under ${name}: open a programme to some, or bar fewer`
  return problemAt(context, path, { message })
}

/** Vehicles sold in market m, from every place where they can be built; those of the base year first. */
function* vehiclesIn(industry: Industry, m: number): Iterable<Vehicle> {
  const { lines, linePlace, lineOff, lineProduct, placePrior, sales } = industry
  for (let j = 0; j < lines.length; j++) {
    const i = lineProduct[j]
    let sold = 0
    for (let other = lineOff[i]; other < lineOff[i + 1]; other++) sold += sales[m * lines.length + other]
    if (sold === 0) continue
    for (let o = 0; o < placeCount; o++) {
      const country = countryAt(industry, j, o)
      if (country === undefined || (o !== linePlace[j] && placePrior[j * placeCount + o] === 0)) continue
      yield vehicleOf(industry, j, country)
    }
  }
}

/** Additional duties and duties on parts of the scenario's own file, in regimes that can be met, that meet no trade. */
export function dutiesOnNothing(
  own: ScenarioFile,
  rules: CourseRules,
  industry: Industry,
  context: CheckContext,
): readonly Problem[] {
  const vehicles = new Map(markets.map((market, m) => [market, [...vehiclesIn(industry, m)]] as const))
  return Object.entries(own.policy?.regimes ?? {}).flatMap(([name, stated]) => {
    const regime = rules.policy.regimes[name]
    if (stated === null || regime === undefined) return []
    const ever = Array.from({ length: rules.to - rules.from + 1 }, (_, t) => rulesIn(rules.from + t, regime))
    return [
      ...Object.keys(stated.additionalDuties ?? {}).flatMap((duty) => idleDuty(name, duty, ever, vehicles, context)),
      ...idlePartsDuties(name, 'partsDuties', stated.partsDuties, industry, context),
      ...idlePartsDuties(name, 'unclaimedPartsDuties', stated.unclaimedPartsDuties, industry, context),
    ]
  })
}

function idleDuty(
  regime: string,
  duty: string,
  ever: readonly RegimeRules[],
  vehicles: ReadonlyMap<Market, readonly Vehicle[]>,
  context: CheckContext,
): readonly Problem[] {
  const rule = ever.flatMap(({ duties }) => duties).find(({ name }) => name === duty)
  if (rule === undefined || vehicles.get(rule.market)?.some((vehicle) => meets(rule, vehicle))) return []
  const message = `meets no vehicle: none that fits it is sold in ${rule.market}`
  return [problemAt(context, ['policy', 'regimes', regime, 'additionalDuties', duty], { message, onKey: true })]
}

function idlePartsDuties(
  regime: string,
  key: 'partsDuties' | 'unclaimedPartsDuties',
  duties: Regime['partsDuties'],
  industry: Industry,
  context: CheckContext,
): readonly Problem[] {
  return markets.flatMap((market, m) =>
    origins.flatMap((origin, k) => {
      const stated = duties?.[market]?.[origin]
      if (stated === undefined || stated === null || stated === 0 || usesParts(industry, m, k)) return []
      const message = `meets no parts: no vehicle built in ${market} has parts of ${origin}`
      return [problemAt(context, ['policy', 'regimes', regime, key, market, origin], { message, onKey: true })]
    }),
  )
}

function usesParts({ lines, partShares }: Industry, place: number, origin: number): boolean {
  return lines.some((_, j) => partShares[(j * placeCount + place) * originCount + origin] > 0)
}
