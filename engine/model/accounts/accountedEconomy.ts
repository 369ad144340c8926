import type { Setting } from '../cost/setting.ts'
import type { CompiledScenario } from '../inputs/policy.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { YearState } from '../year/yearState.ts'
import type { Ledger } from './ledger.ts'
import type { WelfareState } from './welfareState.ts'

/** What the accounts of a scenario's year are drawn up from, and the books that carry them from year to year. */
export interface AccountedEconomy {
  readonly scenario: CompiledScenario
  readonly setting: Setting
  readonly map: PlantMap
  readonly plants: PlantState
  readonly year: YearState
  readonly ledger: Ledger
  readonly welfare: WelfareState
}
