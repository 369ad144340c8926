import type { MovingCosts } from '../relocation/decision.ts'
import type { HistoryListener } from './listener.ts'
import type { Economy } from './economy.ts'
import type { Workspace } from './workspace.ts'

/** One scenario's history in one replicate: where it runs, and the drawn parameters of moves. */
export interface HistoryRun {
  readonly workspace: Workspace
  readonly economy: Economy
  readonly costs: MovingCosts
  /** Told of regimes, decisions and moves as they come. */
  readonly listener: HistoryListener | undefined
}
