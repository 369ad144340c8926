/** What the scenarios of a run share. */
import type { Setting } from '../cost/setting.ts'
import type { Draws } from '../draws/draws.ts'
import type { CompiledScenario } from '../inputs/policy.ts'
import type { MarketStructure } from '../market/market.ts'
import type { PlantMap } from '../plants/plantMap.ts'

/** What the scenarios of a run share. */
export interface SharedIndustry {
  /** Scenario whose base policy is that of all. */
  readonly first: CompiledScenario
  readonly setting: SharedSetting
  readonly draws: Draws
  readonly structure: MarketStructure
  readonly map: PlantMap
}

/** The parts of a setting that scenarios share, unless they have entrants. */
export type SharedSetting = Pick<
  Setting,
  'industry' | 'geography' | 'scales' | 'markets' | 'share0' | 'cost0' | 'exports0' | 'rowCost0' | 'sold'
>
