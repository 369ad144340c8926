import type { MovingCosts } from '../relocation/decision.ts'
import type { MarketPace } from '../year/yearState.ts'
import type { HistoryListener } from './listener.ts'
import type { ScenarioSpace, Workspace } from './workspace.ts'

/** One scenario's history in one replicate: where it runs, and the drawn parameters of markets and moves. */
export interface HistoryRun {
  readonly workspace: Workspace
  readonly space: ScenarioSpace
  readonly pace: MarketPace
  readonly costs: MovingCosts
  /** Told of regimes, decisions and moves as they come. */
  readonly listener: HistoryListener | undefined
}
