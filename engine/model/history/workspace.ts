/**
 * Everything that a worker allocates once and reuses for every replicate: tables, states and results, none of which
 * carries anything from one replicate to the next but warm starts of the price solver, which are reset (see `replicate`).
 */
import { type Sampling, independentSampling, checkSampling } from '../../math/sampling.ts'
import { matchBaseRegime } from '../customs/baseRegime.ts'
import { type Beliefs, prepareBeliefs } from '../relocation/beliefs.ts'
import { type CostGeography, type CostScales, costGeography, createCostScales } from '../cost/costScales.ts'
import { type CustomsTables, createCustomsTables, type CustomsInputs } from '../customs/customs.ts'
import { marketStructure, createDemandMarket } from '../market/demand.ts'
import { type Entities, type Draws, entitiesOf, createDraws, type DrawWork, createDrawWork } from '../draws/draws.ts'
import { type EntrySpace, createEntrySpace, ownSetting } from '../entry/entrySpace.ts'
import { createPartsLadder } from '../content/partsLadder.ts'
import type { Industry } from '../inputs/industry.ts'
import { type Learning, createLearning } from '../relocation/learning.ts'
import { type Ledger, createLedger } from '../accounts/ledger.ts'
import type { MarketStructure, DemandMarket } from '../market/market.ts'
import type { ParameterLaws } from '../draws/parameterLaws.ts'
import { parameterCount } from '../draws/parameters.ts'
import { createMetals } from '../customs/metals.ts'
import { createPartsFloors } from '../content/partsFloors.ts'
import { type PlantState, createPlantState } from '../plants/plantState.ts'
import { type PlantMap, plantMap } from '../plants/plantMap.ts'
import type { CompiledScenario } from '../inputs/policy.ts'
import { hasQuota, createQuotaSpace } from '../cost/quotas.ts'
import { type MarketMemory, createMarketMemory } from '../year/quotaYear.ts'
import type { MarketPace, Setting } from '../cost/setting.ts'
import { type RegimeOutlook, createRegimeOutlook } from '../relocation/outlook.ts'
import { type DecisionWork, createDecisionWork } from '../relocation/decision.ts'
import { type ReplicateResult, createResult } from '../accounts/results.ts'
import { marketCount } from '../inputs/sets.ts'
import { type WelfareState, createWelfareState } from '../accounts/welfareState.ts'
import { type Sourcing, createSourcing } from '../content/sourcing.ts'
import { createSubsidySpace } from '../customs/subsidies.ts'
import { type YearState, createYearState } from '../year/yearState.ts'

/** What one scenario needs of its own. */
export interface ScenarioSpace {
  readonly scenario: CompiledScenario
  readonly map: PlantMap
  /** What makers expect now; the same in every year unless they learn. */
  beliefs: Beliefs
  /** Undefined where they do not. */
  readonly learning: Learning | undefined
  readonly sourcing: Sourcing
  readonly tables: CustomsTables
  readonly setting: Setting
  readonly outlook: RegimeOutlook
  readonly decision: DecisionWork
  readonly plants: PlantState
  readonly year: YearState
  /** Markets of last year, kept while quotas are searched. */
  readonly memory: MarketMemory
  readonly ledger: Ledger
  readonly welfare: WelfareState
  /** [programme of the first scenario] the same programme here, for copying regime 0. */
  readonly sameProgramme: Int16Array
  /** [line] year of the next redesign, and the line's cost over its best place's when it was last looked at. */
  readonly nextRedesign: Int32Array
  readonly relativeCost: Float64Array
  /** Undefined where no maker may come in. */
  readonly entry: EntrySpace | undefined
}

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
  readonly spaces: readonly ScenarioSpace[]
  readonly results: readonly ReplicateResult[]
}

/**
 * @param scenarios all of one run: they share the horizon and the demand system, since their differences are taken
 * @param sampling design of the parameters' draws; independent draws unless given
 * @throws Error when scenarios do not, or when there is none; what `checkSampling` throws
 */
export function createWorkspace(
  industry: Industry,
  laws: ParameterLaws,
  scenarios: readonly CompiledScenario[],
  sampling: Sampling = independentSampling,
): Workspace {
  const [first] = scenarios
  if (first === undefined) throw new Error('a run needs at least one scenario')
  checkComparable(scenarios, first)
  checkSampling(sampling, parameterCount, 1)
  const lines = industry.lines.length
  const structure = marketStructure(industry)
  const map = plantMap(industry)
  const entities = entitiesOf(industry)
  const draws = createDraws(industry, first.years)
  const shared = {
    industry,
    geography: costGeography(industry),
    scales: createCostScales(industry),
    markets: Array.from({ length: marketCount }, () => createDemandMarket(structure, first.demand)),
    share0: new Float64Array(marketCount * lines),
    cost0: new Float64Array(marketCount * industry.products.length),
    exports0: industry.exports,
    rowCost0: new Float64Array(lines),
    sold: Uint8Array.from(industry.sales, (vehicles) => (vehicles > 0 ? 1 : 0)),
  }
  const spaces = scenarios.map((scenario) => scenarioSpace(scenario, first, shared, draws, structure, map))
  const order = Int32Array.from({ length: lines }, (_, j) => j)
  order.sort((one, other) => entities.lines[one] - entities.lines[other] || one - other)
  return {
    industry,
    laws,
    sampling,
    years: first.years,
    entities,
    map,
    structure,
    geography: shared.geography,
    draws,
    drawWork: createDrawWork(),
    markets: shared.markets,
    base: scenarios[0].entrants === undefined ? spaces[0].setting : { ...spaces[0].setting, ...shared },
    scales: shared.scales,
    productSales: new Float64Array(marketCount * industry.products.length),
    productCost: new Float64Array(marketCount * industry.products.length),
    baseMarkup: new Float64Array(marketCount * structure.types),
    baseOutput: new Float64Array(lines),
    order,
    spaces,
    results: scenarios.map(({ years, policy }) =>
      createResult(years, map.slots, lines, policy.programmes.names.length),
    ),
  }
}

function checkComparable(scenarios: readonly CompiledScenario[], first: CompiledScenario): void {
  for (const scenario of scenarios) {
    if (scenario.years !== first.years) {
      throw new Error(
        `${scenario.name} simulates ${scenario.years} years and ${first.name} ${first.years}: ` +
          'give both the same horizon, so that they can be compared',
      )
    }
    if (scenario.demand !== first.demand) {
      throw new Error(
        `${scenario.name} uses ${scenario.demand} demand and ${first.name} ${first.demand}: ` +
          'give both the same demand, so that they can be compared',
      )
    }
  }
}

/** What a setting holds before its first replicate is drawn. */
const noPace: MarketPace = {
  priceAdjustment: 0,
  dutySpread: 0,
  splitAdjustment: 0,
  overtimeCost: 0,
  sourcingAdjustment: 0,
}

type SharedSetting = Pick<
  Setting,
  'industry' | 'geography' | 'scales' | 'markets' | 'share0' | 'cost0' | 'exports0' | 'rowCost0' | 'sold'
>

function scenarioSpace(
  scenario: CompiledScenario,
  first: CompiledScenario,
  shared: SharedSetting,
  draws: Draws,
  structure: MarketStructure,
  map: PlantMap,
): ScenarioSpace {
  const { industry } = shared
  const lines = industry.lines.length
  const regimes = scenario.policy.regimes.length
  const sourcing = createSourcing(regimes, lines)
  const tables = createCustomsTables(regimes, lines)
  const customs: CustomsInputs = {
    industry,
    policy: scenario.policy,
    floors: createPartsFloors(scenario.policy.programmes.names.length),
    sourcing,
    metals: createMetals(regimes, scenario.policy.programmes.names.length),
    assembly: shared.scales.assembly,
    ladder: createPartsLadder(),
    assemblyShare: 0,
    theta: 0,
    paperwork: 0,
  }
  if (hasQuota(scenario.policy, 0)) {
    throw new Error(
      `${scenario.name} has quotas in the base year: the industry is calibrated without; begin them later`,
    )
  }
  const sameProgramme = matchBaseRegime(first.policy, scenario.policy, lines)
  if (sameProgramme === undefined) {
    throw new Error(
      `${scenario.name} and ${first.name} differ in the policy of the base year: the industry is calibrated under one ` +
        'policy, so leave the base regime as it is and change policy from the first simulated year on',
    )
  }
  const entry = createEntrySpace(industry, scenario, map.slots)
  const own = entry === undefined ? {} : ownSetting(industry, entry.policy, shared)
  const scalars = { assemblyShare: 0, thetaSplit: 0, rowElasticity: 0, pace: noPace }
  const subsidies = createSubsidySpace(industry, scenario.policy.subsidies)
  const inside = { ...shared, ...own, sourcing, tables, customs, subsidies, ...scalars }
  const quotas = createQuotaSpace(industry, scenario.policy, inside, draws.sales)
  const year = createYearState(industry, structure, map.slots, subsidies)
  const beliefs = prepareBeliefs(scenario.policy.belief, regimes, scenario.years)
  return {
    scenario,
    map,
    entry,
    beliefs,
    learning: createLearning(scenario.policy, beliefs),
    sourcing,
    tables,
    setting: { ...inside, costFactor: quotas?.marginal ?? tables.factor, quotas },
    outlook: createRegimeOutlook(industry, structure, regimes, subsidies),
    decision: createDecisionWork(regimes),
    sameProgramme,
    plants: createPlantState(industry, map),
    year,
    memory: createMarketMemory(year),
    ledger: createLedger(industry),
    welfare: createWelfareState(map.slots),
    nextRedesign: new Int32Array(lines),
    relativeCost: new Float64Array(lines),
  }
}
