/**
 * What a scenario with entrants keeps beside its other arrays: where each entrant may sell, its cost and appeal there, the
 * years it has been present so far, and room for its decisions. Section 9 of docs/model.md.
 *
 * Markets, costs and shares of such a scenario are copies of its own (see `ownSetting`), since they change as makers
 * come in; the calibrated ones stay as they are for the other scenarios of the run.
 */
import type { Industry } from '../inputs/industry.ts'
import type { DemandMarket } from '../market/market.ts'
import type { CompiledEntrants, CompiledScenario } from '../inputs/policy.ts'
import { type RedesignChoice, createRedesignChoice } from '../relocation/redesignChoice.ts'
import type { Setting } from '../cost/setting.ts'
import { destination, placeCount, marketCount, originCount } from '../inputs/sets.ts'

/** Markets an entrant can come into: the US and Canada, the first two. In Mexico, the third, it already sells. */
export const entryMarketCount: number = destination.MX
/** Sets that can be made of these markets. */
export const entrySetCount: number = 1 << entryMarketCount
/** States of a decision: sets of markets that it sells in (bit m for market m), times places. */
export const entryStateCount: number = entrySetCount * placeCount

/** Drawn parameters of entry; see `scenarios/parameters`. */
export interface EntryParameters {
  /** Fraction by which cost before duty of a vehicle built in China lies below that of comparable vehicles. */
  costAdvantage: number
  /** Fraction by which a vehicle built in Mexico costs more than one from home. */
  localPenalty: number
  /** Share of parts that a plant in the region buys from the origins that other makers there buy from. */
  localSourcing: number
  /** [US, CA] brand gap before the first year of sales, a fraction of the price. */
  readonly brandGap: Float64Array
  /** Part of the brand gap that closes with each year of presence. */
  gapClosing: number
  /** Sunk costs of coming into a market, and of moving into a plant bought from another maker: billion USD for a line of the
   * reference volume. */
  marketEntryCost: number
  idlePlantCost: number
}

/** Entrants of one scenario in one history. */
export interface EntryState {
  readonly policy: CompiledEntrants
  readonly parameters: EntryParameters
  /** [line] index of the entrant, -1 for the lines of others. */
  readonly entrantOf: Int32Array
  /** [maker] 1 where it has a line that may come in. */
  readonly isEntrant: Uint8Array
  /** [market x product] delivered cost under the base policy where it may come in; 0 elsewhere. */
  readonly cost0: Float64Array
  /** [market x product] appeal without a brand gap, and by how much it falls for a brand gap of 1 (the whole price). */
  readonly fullAppeal: Float64Array
  readonly gapWeight: Float64Array
  /** [market x maker] years with sales so far. */
  readonly presence: Int32Array
  /** [line x place x origin] shares of parts under the base policy, entrants' own at places of the region. */
  readonly partShares: Float64Array
  /** [slot] maker that bought the plant of another, -1 for none. */
  readonly buyer: Int32Array
  /** [line] regime in force when the line was last considered. */
  readonly knownRegime: Int32Array
  /** [maker] working array of `growBrands`: 1 where the maker's presence has been counted this year. */
  readonly counted: Uint8Array
  readonly choice: EntryChoice
}

/** Working arrays of one entrant's decision. A state is `set * placeCount + place`. */
export interface EntryChoice extends RedesignChoice {
  /** [state] vehicles a year, the most under any regime in play. */
  readonly volume: Float64Array
  /** [state] thousand USD of sunk cost of a move to its place; Infinity where that is not open. */
  readonly plantCost: Float64Array
  /** [market] working arrays: yearly profit (thousand USD) and vehicles, for one place and regime. */
  readonly marketProfit: Float64Array
  readonly marketVolume: Float64Array
}

/**
 * Room for the entrants of a scenario.
 *
 * @param slots number of plant slots
 * @returns undefined where the scenario has none
 */
export function createEntryState(
  industry: Industry,
  scenario: CompiledScenario,
  slots: number,
): EntryState | undefined {
  const policy = scenario.entrants
  if (policy === undefined) return undefined
  const lines = industry.lines.length
  const perProduct = marketCount * industry.products.length
  const entrantOf = new Int32Array(lines).fill(-1)
  const isEntrant = new Uint8Array(industry.makers.length)
  policy.lines.forEach((j, e) => {
    entrantOf[j] = e
    isEntrant[industry.productMaker[industry.lineProduct[j]]] = 1
  })
  return {
    policy,
    parameters: {
      costAdvantage: 0,
      localPenalty: 0,
      localSourcing: 0,
      brandGap: new Float64Array(entryMarketCount),
      gapClosing: 0,
      marketEntryCost: 0,
      idlePlantCost: 0,
    },
    entrantOf,
    isEntrant,
    cost0: new Float64Array(perProduct),
    fullAppeal: new Float64Array(perProduct),
    gapWeight: new Float64Array(perProduct),
    presence: new Int32Array(marketCount * industry.makers.length),
    partShares: new Float64Array(lines * placeCount * originCount),
    buyer: new Int32Array(slots),
    knownRegime: new Int32Array(lines),
    counted: new Uint8Array(industry.makers.length),
    choice: createChoice(scenario.policy.regimes.length),
  }
}

function createChoice(regimes: number): EntryChoice {
  return {
    ...createRedesignChoice(entryStateCount, regimes),
    volume: new Float64Array(entryStateCount),
    plantCost: new Float64Array(entryStateCount),
    marketProfit: new Float64Array(marketCount),
    marketVolume: new Float64Array(marketCount),
  }
}

/** Whether an entrant may come to sell in a market where it does not sell in the base year. */
export function isOpenMarket(industry: Industry, policy: CompiledEntrants, e: number, m: number): boolean {
  return policy.mayEnter[e * marketCount + m] === 1 && industry.sales[m * industry.lines.length + policy.lines[e]] === 0
}

/** The arrays that entry changes, as copies of the scenario's own; the others are shared. */
export function ownSetting(
  industry: Industry,
  entrants: CompiledEntrants,
  shared: Pick<Setting, 'markets' | 'scales' | 'share0' | 'cost0' | 'sold'>,
): Pick<Setting, 'markets' | 'scales' | 'share0' | 'cost0' | 'sold'> {
  const lines = industry.lines.length
  const sold = shared.sold.slice()
  entrants.lines.forEach((j, e) => {
    for (let m = 0; m < entryMarketCount; m++) if (isOpenMarket(industry, entrants, e, m)) sold[m * lines + j] = 1
  })
  const { scales } = shared
  return {
    markets: shared.markets.map((market): DemandMarket => ({ ...market, delta: market.delta.slice() })),
    scales: {
      ...scales,
      base: scales.base.slice(),
      baseRow: scales.baseRow,
      locationFactor: scales.locationFactor.slice(),
    },
    share0: shared.share0.slice(),
    cost0: shared.cost0.slice(),
    sold,
  }
}
