import type { Closure } from './closure.ts'
import type { CostGeography, CostScales } from './costScales.ts'
import type { CustomsInputs } from '../customs/customs.ts'
import type { CustomsTables } from '../customs/customsTables.ts'
import type { Industry } from '../inputs/industry.ts'
import type { YearCells, LineCells } from './cellColumns.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'
import type { DemandMarket } from '../market/market.ts'
import type { QuotaSearch } from './quotaSearch.ts'
import type { Sourcing } from '../content/sourcing.ts'
import type { SubsidySpace } from '../customs/subsidies.ts'

/** What a scenario with quotas needs beside the rest. Inside are vehicles that use a quota, outside those that do not. */
export interface QuotaSpace {
  readonly policy: CompiledPolicy
  /** The same setting with the quota programmes closed: what vehicles outside the quotas cost. */
  readonly outside: Setting
  readonly search: QuotaSearch
  /** [regime x quota] share of the volume that pays the outside duty when the regime has settled. */
  readonly outsideShare: Float64Array
  /** [regime x market x line x place] cost factor at the margin, on which prices are set, and as paid on average. */
  readonly marginal: Float64Array
  readonly paid: Float64Array
  /** Cells of the year outside the quotas; and those in force, blended from inside and outside. */
  readonly cells: YearCells
  readonly inForce: LineCells
  /** [market x line] rent of the year per vehicle, thousand USD, before the factor of its share. */
  readonly rent: Float64Array
  /** [market x line] base-year sales of the replicate. */
  readonly sales: Float64Array
}

/** Drawn parameters that a year's markets read. */
export interface MarketPace {
  /** Part of the way to equilibrium prices that prices go in a year. */
  readonly priceAdjustment: number
  /** Share of a change in duties that a maker spreads over all its products in the market. */
  readonly dutySpread: number
  /** Part of the way to the cheapest split over lines that volumes go in a year. */
  readonly splitAdjustment: number
  /** Rise of unit cost, as a fraction, at a load of twice the plant's capacity. */
  readonly overtimeCost: number
  /** Output that no plant passes, a multiple of its capacity. */
  readonly plantCeiling: number
  /** Share of parts whose sourcing follows a new policy each year. */
  readonly sourcingAdjustment: number
}

/** Everything that is the same in all years of a scenario's replicate. */
export interface Setting {
  readonly industry: Industry
  readonly geography: CostGeography
  readonly scales: CostScales
  readonly sourcing: Sourcing
  readonly tables: CustomsTables
  readonly customs: CustomsInputs
  /** Wages, prices of parts and exchange rates that answer to policy. */
  readonly closure: Closure
  /** [regime x market x line x place] cost factor at the margin: that of the tables, unless a quota binds. */
  readonly costFactor: Float64Array
  readonly quotas: QuotaSpace | undefined
  readonly subsidies: SubsidySpace | undefined
  readonly markets: readonly DemandMarket[]
  /** [market x line] base-year share of the line in its product's sales. */
  readonly share0: Float64Array
  /** [market x product] base-year delivered cost of the product and of each of its lines; 0 where it is not sold. */
  readonly cost0: Float64Array
  /** [market x line] 1 where the line sells, or may come to (entrants). */
  readonly sold: Uint8Array
  /** [line] base-year vehicles shipped out of the region, and their delivered cost. */
  readonly exports0: Float64Array
  readonly rowCost0: Float64Array
  /** Share of assembly in the cost of a vehicle. */
  assemblyShare: number
  /** Dispersion that says how easily a product's lines stand in for each other, see `split`. */
  thetaSplit: number
  /** Elasticity of what leaves the region to its delivered cost. */
  rowElasticity: number
  pace: MarketPace
}
