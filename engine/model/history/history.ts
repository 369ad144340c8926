/**
 * One scenario's years in one replicate: the only file that knows the order of a year. Section 12 of docs/model.md.
 *
 *   moves arrive -> regime drawn -> costs, prices, sales -> makers decide -> accounts -> idle plants close
 */
import { closeYear } from '../accounts/accounts.ts'
import { resetLedger } from '../accounts/ledger.ts'
import { tallyPlants } from '../accounts/plantTally.ts'
import { tallyProgrammes, roundTally } from '../accounts/programmeTally.ts'
import { type ReplicateResult, replicateStatus } from '../accounts/results.ts'
import { closeWelfare } from '../accounts/welfare.ts'
import { resetCells } from '../cost/lineCells.ts'
import { hasQuota } from '../cost/quotas.ts'
import { countries } from '../inputs/sets.ts'
import { completeMoves, closeIdlePlants } from '../plants/plantMoves.ts'
import { resetPlants } from '../plants/plantState.ts'
import { learnFromYear, resetLearning } from '../relocation/learning.ts'
import { resetOutlook } from '../relocation/outlook.ts'
import { settleUnderQuotas } from '../year/quotaYear.ts'
import { beginYear, settleMarkets, resetYears } from '../year/year.ts'
import { decideMoves } from './decideMoves.ts'
import { growBrands, resetEntry } from './entryHistory.ts'
import type { HistoryRun } from './historyRun.ts'
import type { ScenarioSpace } from './economy.ts'
import type { Workspace } from './workspace.ts'

/** Runs one scenario's years and fills its result. */
export function runHistory(run: HistoryRun, result: ReplicateResult): void {
  const { workspace, space, listener } = run
  const { industry, draws, years } = workspace
  const { setting, plants, year, scenario } = space
  resetHistory(workspace, space)
  // An outcome that nobody writes is no number, and fails the replicate: it is not 0.
  result.outcomes.fill(NaN)
  closeBooks(run, 0, 0, result)
  let regime = 0
  let converged = true
  for (let t = 1; t <= years; t++) {
    completeMoves(plants, t)
    const before = regime
    regime = nextRegime(space, before, t, draws.regimeUniform[t])
    if (space.learning !== undefined) space.beliefs = learnFromYear(space.learning, before, regime, t)
    listener?.onRegime(t, regime)
    if (space.entry !== undefined) growBrands(space, space.entry)
    beginYear(setting, plants, regime, draws.costShock, t * countries.length, year)
    const settled = settleYear(space, regime)
    const decided = decideMoves(run, regime, t)
    closeBooks(run, regime, t, result)
    closeIdlePlants(industry, plants, scenario.closeAfter)
    converged = converged && settled && decided
  }
  tallyPlants(space, workspace.baseOutput, result)
  tallyProgrammes(space, regime, result.programmes)
  roundTally(result.programmes)
  result.status = converged ? replicateStatus.good : replicateStatus.prices
}

/** Settles the year's markets; where the regime has quotas, at the marginal costs at which they are just used up. */
function settleYear({ setting, plants, year, memory }: ScenarioSpace, regime: number): boolean {
  const { quotas } = setting
  if (quotas === undefined || !hasQuota(quotas.policy, regime)) return settleMarkets(setting, plants, year)
  return settleUnderQuotas(setting, quotas, memory, plants, regime, year)
}

/** Writes year t's row of outcomes. */
function closeBooks({ workspace, space }: HistoryRun, regime: number, t: number, { outcomes }: ReplicateResult): void {
  closeYear(space, regime, t, outcomes)
  closeWelfare(space, workspace.draws, regime, t, outcomes)
}

/** Starts a history: everything that years carry on stands as in the base year of the replicate. */
function resetHistory(workspace: Workspace, space: ScenarioSpace): void {
  const { industry, draws } = workspace
  resetPlants(industry, space.plants, draws.capacity, workspace.baseOutput)
  if (space.entry !== undefined) resetEntry(space, space.entry)
  if (space.learning !== undefined) space.beliefs = resetLearning(space.learning)
  resetYears(space.setting, space.plants, space.year)
  resetLedger(space.ledger)
  if (space.setting.quotas !== undefined) resetCells(space.setting.quotas.cells)
  resetOutlook(space.outlook)
  space.nextRedesign.set(draws.firstRedesign)
  space.relativeCost.fill(1)
}

/**
 * The regime of year t, drawn from the scenario's true chain, which makers may not know. A replicate draws one uniform number
 * a year, the same in every scenario, so that scenarios differ in policy alone.
 */
function nextRegime(space: ScenarioSpace, from: number, t: number, uniform: number): number {
  const { truth, regimes } = space.scenario.policy
  const count = regimes.length
  const row = ((t - 1) * count + from) * count
  let cumulative = 0
  let last = from
  for (let to = 0; to < count; to++) {
    const probability = truth.yearly[row + to]
    if (probability > 0) last = to
    cumulative += probability
    if (uniform < cumulative) return to
  }
  return last
}
