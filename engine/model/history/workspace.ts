/**
 * Everything that a worker allocates once and reuses for every replicate: tables, states and results, none of which
 * carries anything from one replicate to the next but warm starts of the price solver, which are reset (see `replicate`).
 */
import { requireArithmetic } from '../../math/arithmetic.ts'
import { type Sampling, independentSampling, checkSampling } from '../../math/sampling.ts'
import { type CostGeography, type CostScales, costGeography, createCostScales } from '../cost/costScales.ts'
import { marketStructure, createDemandMarket } from '../market/demand.ts'
import { type Entities, type Draws, entitiesOf, createDraws, type DrawWork, createDrawWork } from '../draws/draws.ts'
import type { Industry } from '../inputs/industry.ts'
import { groupBuyers } from '../market/groupBuyers.ts'
import type { MarketStructure, DemandMarket } from '../market/market.ts'
import type { ParameterLaws } from '../draws/parameterLaws.ts'
import { parameterCount } from '../draws/parameters.ts'
import { type PlantMap, plantMap } from '../plants/plantMap.ts'
import type { CompiledScenario } from '../inputs/policy.ts'
import type { Setting } from '../cost/setting.ts'
import { type Asked, type BooksPlan, planBooks } from '../accounts/closing.ts'
import { type ReplicateResult, createResult } from '../accounts/results.ts'
import { marketCount } from '../inputs/sets.ts'
import { createEconomy, type Economy } from './economy.ts'
import type { Rooms } from './rooms.ts'
import type { SharedSetting } from './sharedIndustry.ts'

/** Everything that the replicates of a run are computed in. */
export interface Workspace {
  readonly industry: Industry
  readonly laws: ParameterLaws
  /** Where the parameters' uniforms come from. */
  readonly sampling: Sampling
  readonly years: number
  readonly entities: Entities
  readonly map: PlantMap
  readonly structure: MarketStructure
  readonly geography: CostGeography
  readonly draws: Draws
  readonly drawWork: DrawWork
  readonly markets: readonly DemandMarket[]
  /** The calibrated industry under the policy of the base year, without entry. */
  readonly base: Setting
  readonly scales: CostScales
  /** [market x product] base-year sales and calibrated costs of products. */
  readonly productSales: Float64Array
  readonly productCost: Float64Array
  /** [market x type] calibrated markups, from which every search for prices starts. */
  readonly baseMarkup: Float64Array
  /** [line] base-year output. */
  readonly baseOutput: Float64Array
  /** [line] lines in the order in which makers decide, by the hash of their names. */
  readonly order: Int32Array
  /** What is written of each year. */
  readonly books: BooksPlan
  readonly economies: readonly Economy[]
  readonly results: readonly ReplicateResult[]
}

/**
 * Room for all replicates of a run.
 *
 * @param scenarios all of one run: they share the horizon and the demand system, since their differences are taken
 * @param sampling design of the parameters' draws; independent draws unless given
 * @param asked what of its results is asked for; everything unless given
 * @param inTurns whether scenarios take turns in the same arrays where they can: after a replicate only `results` are then of each
 * @throws Error when scenarios do not, or when there is none; what `requireArithmetic`, `checkSampling` and `createEconomy` throw
 */
export function createWorkspace(
  industry: Industry,
  laws: ParameterLaws,
  scenarios: readonly CompiledScenario[],
  sampling: Sampling = independentSampling,
  asked?: Asked,
  inTurns: boolean = false,
): Workspace {
  requireArithmetic()
  const [first] = scenarios
  if (first === undefined) throw new Error('a run needs at least one scenario')
  checkComparable(scenarios, first)
  checkSampling(sampling, parameterCount, 1)
  const lines = industry.lines.length
  const perProduct = marketCount * industry.products.length
  const structure = marketStructure(industry, first.incomeGroups)
  const map = plantMap(industry)
  const entities = entitiesOf(industry)
  const draws = createDraws(industry, first.years)
  const setting = sharedSetting(industry, structure, first)
  // The base policy of the first is copied by the others, so that its room is its own.
  const rooms: Rooms | undefined = inTurns ? new Map() : undefined
  const economies = scenarios.map((scenario, s) =>
    createEconomy(scenario, { first, setting, draws, structure, map }, s === 0 ? undefined : rooms),
  )
  return {
    industry,
    laws,
    sampling,
    years: first.years,
    entities,
    map,
    structure,
    geography: setting.geography,
    draws,
    drawWork: createDrawWork(),
    markets: setting.markets,
    base: first.entrants === undefined ? economies[0].setting : { ...economies[0].setting, ...setting },
    scales: setting.scales,
    productSales: new Float64Array(perProduct),
    productCost: new Float64Array(perProduct),
    baseMarkup: new Float64Array(marketCount * structure.types),
    baseOutput: new Float64Array(lines),
    order: decisionOrder(entities, lines),
    books: planBooks(first.years, asked),
    economies,
    results: scenarios.map(({ years, policy }) =>
      createResult(years, map.slots, lines, policy.programmes.names.length),
    ),
  }
}

/**
 * The same room for replicates under other laws of the parameters, of which other results may be asked: nothing in it hangs on
 * laws but what a replicate draws.
 */
export function underLaws(
  workspace: Workspace,
  laws: ParameterLaws,
  sampling: Sampling = independentSampling,
  asked?: Asked,
): Workspace {
  checkSampling(sampling, parameterCount, 1)
  return { ...workspace, laws, sampling, books: planBooks(workspace.years, asked) }
}

function sharedSetting(
  industry: Industry,
  structure: MarketStructure,
  { demand, incomeGroups }: CompiledScenario,
): SharedSetting {
  const lines = industry.lines.length
  return {
    industry,
    geography: costGeography(industry),
    scales: createCostScales(industry),
    markets: industry.buyers.map((buyers) =>
      createDemandMarket(
        structure,
        demand === 'drawn' ? 'nestedLogit' : demand,
        incomeGroups > 0 ? groupBuyers(buyers, incomeGroups) : undefined,
      ),
    ),
    share0: new Float64Array(marketCount * lines),
    cost0: new Float64Array(marketCount * industry.products.length),
    exports0: industry.exports,
    rowCost0: new Float64Array(lines),
    sold: Uint8Array.from(industry.sales, (vehicles) => (vehicles > 0 ? 1 : 0)),
  }
}

/** [line] lines in the order in which makers decide: that of the hashes of their names, which no one has chosen. */
function decisionOrder(entities: Entities, lines: number): Int32Array {
  const order = Int32Array.from({ length: lines }, (_, j) => j)
  return order.toSorted((one, other) => entities.lines[one] - entities.lines[other] || one - other)
}

/** Refuses scenarios whose outcomes could not be subtracted from one another. */
function checkComparable(scenarios: readonly CompiledScenario[], first: CompiledScenario): void {
  for (const scenario of scenarios) {
    if (scenario.years !== first.years) {
      throw new Error(
        `${scenario.name} simulates ${scenario.years} years and ${first.name} ${first.years}: ` +
          'give both the same horizon, so that they can be compared',
      )
    }
    if (scenario.demand !== first.demand || scenario.incomeGroups !== first.incomeGroups) {
      throw new Error(
        `${scenario.name} uses ${demandOf(scenario)} and ${first.name} ${demandOf(first)}: ` +
          'give both the same demand, so that they can be compared',
      )
    }
  }
}

function demandOf({ demand, incomeGroups }: CompiledScenario): string {
  return incomeGroups > 0 ? `${demand} demand with ${incomeGroups} groups` : `${demand} demand`
}
