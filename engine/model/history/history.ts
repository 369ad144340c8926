/**
 * One scenario's years in one replicate: the only file that knows the order of a year. Section 12 of docs/model.md.
 *
 *   announced changes of plants -> moves arrive -> regime drawn -> wages and exchange rates answer -> costs, prices, sales
 *   -> makers decide -> accounts -> idle plants close
 */
import { closeJobs, closeYear, hasOutcomes, skipYear } from '../accounts/accounts.ts'
import { closing } from '../accounts/closing.ts'
import { outcomeCount } from '../accounts/outcomes.ts'
import { resetLedger } from '../accounts/ledger.ts'
import { tallyPlants } from '../accounts/plantTally.ts'
import { tallyProgrammes, roundTally } from '../accounts/programmeTally.ts'
import { type ReplicateResult, replicateStatus } from '../accounts/results.ts'
import { carryWelfare, closeWelfare } from '../accounts/welfare.ts'
import { answerYear } from '../cost/answerYear.ts'
import { keepBaseJobs, resetClosure } from '../cost/closure.ts'
import { resetCells } from '../cost/lineCells.ts'
import { hasQuota } from '../cost/quotas.ts'
import { countries } from '../inputs/sets.ts'
import { completeMoves, closeIdlePlants } from '../plants/plantMoves.ts'
import { orderAnnounced } from '../plants/plantEvents.ts'
import { resetPlants } from '../plants/plantState.ts'
import { learnFromYear, resetLearning } from '../relocation/learning.ts'
import { resetOutlook } from '../relocation/outlook.ts'
import { settleUnderQuotas } from '../year/quotaYear.ts'
import { beginYear, settleMarkets, resetYears } from '../year/year.ts'
import { decideMoves } from './decideMoves.ts'
import { growBrands, resetEntry } from './entryHistory.ts'
import { beginPlantYear } from './plantHistory.ts'
import type { HistoryRun } from './historyRun.ts'
import type { Economy } from './economy.ts'
import type { Workspace } from './workspace.ts'

/** Runs one scenario's years and fills its result. */
export function runHistory(run: HistoryRun, result: ReplicateResult): void {
  const { workspace, economy, listener } = run
  const { industry, draws, years, books } = workspace
  const { setting, plants, year, scenario } = economy
  resetHistory(workspace, economy)
  // An outcome that nobody writes is no number, and fails the replicate: it is not 0.
  result.outcomes.fill(NaN)
  closeBooks(run, 0, 0, result)
  keepBaseJobs(setting.closure)
  let regime = 0
  let converged = true
  let counted = true
  for (let t = 1; t <= years; t++) {
    if (scenario.plantEvents !== undefined) beginPlantYear(run, scenario.plantEvents, t)
    completeMoves(plants, t)
    const before = regime
    regime = nextRegime(economy, before, t, draws.regimeUniform[t])
    if (economy.learning !== undefined) economy.beliefs = learnFromYear(economy.learning, before, regime, t)
    listener?.onRegime(t, regime)
    if (economy.entry !== undefined) growBrands(economy, economy.entry)
    answerYear(setting, regime)
    beginYear(setting, plants, regime, draws.costShock, t * countries.length, year)
    const settled = settleYear(economy, regime)
    const decided = decideMoves(run, regime, t)
    counted = closeBooks(run, regime, t, result) && counted
    closeIdlePlants(industry, plants, scenario.closeAfter)
    listener?.onYearEnd?.(t)
    converged = converged && settled && decided
  }
  if (books.tallies) {
    tallyPlants(economy, workspace.baseOutput, result)
    tallyProgrammes(economy, regime, result.programmes)
    roundTally(result.programmes)
  }
  result.status = !converged ? replicateStatus.prices : counted ? replicateStatus.good : replicateStatus.nonFinite
}

/** Settles the year's markets; where the regime has quotas, at the marginal costs at which they are just used up. */
function settleYear({ setting, plants, year, memory }: Economy, regime: number): boolean {
  const { quotas } = setting
  if (quotas === undefined || !hasQuota(quotas.policy, regime)) return settleMarkets(setting, plants, year)
  return settleUnderQuotas(setting, quotas, memory, plants, regime, year)
}

/**
 * Writes year t's row of outcomes, or as much of it as later years need where none of the year is asked for.
 *
 * @returns false if an outcome that is not asked for would be no number: the replicate fails as it would with all of them
 */
function closeBooks(
  { workspace, economy }: HistoryRun,
  regime: number,
  t: number,
  { outcomes }: ReplicateResult,
): boolean {
  const { books, draws } = workspace
  if (books.years[t] === closing.all) {
    closeYear(economy, regime, t, outcomes)
    closeWelfare(economy, draws, regime, t, outcomes)
    return true
  }
  if (books.years[t] === closing.jobs) {
    closeJobs(economy, regime, t, outcomes)
    carryWelfare(economy, draws, regime, t, outcomes.subarray(t * outcomeCount, (t + 1) * outcomeCount))
  } else skipYear(economy, regime)
  return hasOutcomes(economy)
}

/** Starts a history: everything that years carry on stands as in the base year of the replicate. */
function resetHistory(workspace: Workspace, economy: Economy): void {
  const { industry, draws } = workspace
  resetPlants(industry, economy.plants, draws.capacity, workspace.baseOutput)
  const { plantEvents } = economy.scenario
  const yard = { industry, map: economy.map, state: economy.plants }
  if (plantEvents !== undefined) orderAnnounced(yard, plantEvents, workspace.baseOutput)
  if (economy.entry !== undefined) resetEntry(economy, economy.entry)
  if (economy.learning !== undefined) economy.beliefs = resetLearning(economy.learning)
  resetYears(economy.setting, economy.plants, economy.year)
  resetLedger(economy.ledger)
  resetClosure(economy.setting.closure)
  if (economy.setting.quotas !== undefined) resetCells(economy.setting.quotas.cells)
  resetOutlook(economy.outlook)
  economy.nextRedesign.set(draws.firstRedesign)
  economy.relativeCost.fill(1)
}

/**
 * The regime of year t, drawn from the scenario's true chain, which makers may not know. A replicate draws one uniform number
 * a year, the same in every scenario, so that scenarios differ in policy alone.
 */
function nextRegime(economy: Economy, from: number, t: number, uniform: number): number {
  const { truth, regimes } = economy.scenario.policy
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
