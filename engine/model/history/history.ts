/**
 * One scenario's years in one replicate: the only file that knows the order of a year. Section 12 of docs/model.md.
 *
 *   moves arrive -> regime drawn -> costs, prices, sales -> accounts -> makers decide -> idle plants close
 */
import { growBrands, openEntry, decideEntries } from './entryHistory.ts'
import { resetLedger, bookMove } from '../accounts/ledger.ts'
import { closeYear } from '../accounts/accounts.ts'
import { learnFromYear, openLearning } from '../relocation/learning.ts'
import { resetCells } from '../cost/lineCells.ts'
import { completeMoves, closeIdlePlants } from '../plants/plantMoves.ts'
import { startPlants, loadPlants, type PlantState } from '../plants/plantState.ts'
import { tallyProgrammes, roundTally } from '../accounts/programmeTally.ts'
import { hasQuota } from '../cost/quotas.ts'
import { solveWithQuotas } from '../relocation/quotaOutlook.ts'
import { settleUnderQuotas } from '../year/quotaYear.ts'
import { forgetOutlook, isStale, plannedPlace, noteMove } from '../relocation/outlook.ts'
import { type MovingCosts, openDecisions } from '../relocation/decision.ts'
import type { HistoryListener } from './listener.ts'
import { decidePlace, carryOutMove } from '../relocation/relocate.ts'
import { type ReplicateResult, replicateStatus, plantTally, plantTallyCount } from '../accounts/results.ts'
import { countries, placeCount } from '../inputs/sets.ts'
import { closeWelfare } from '../accounts/welfare.ts'
import type { Workspace, ScenarioSpace } from './workspace.ts'
import { openYear, settleMarkets, startYears } from '../year/year.ts'
import type { MarketPace } from '../year/yearState.ts'

/** Runs one scenario's years and fills its result. */
export function runHistory(
  workspace: Workspace,
  space: ScenarioSpace,
  pace: MarketPace,
  costs: MovingCosts,
  result: ReplicateResult,
  listener?: HistoryListener,
): void {
  const { industry, draws, years } = workspace
  const { setting, plants, year, scenario } = space
  openHistory(workspace, space)
  closeYear(space, 0, 0, result.outcomes)
  closeWelfare(space, draws, 0, 0, result.outcomes)
  let regime = 0
  let converged = true
  for (let t = 1; t <= years; t++) {
    completeMoves(plants, t)
    const before = regime
    regime = nextRegime(space, before, t, draws.regimeUniform[t])
    if (space.learning !== undefined) space.beliefs = learnFromYear(space.learning, before, regime, t)
    listener?.onRegime(t, regime)
    if (space.entry !== undefined) growBrands(space, space.entry)
    openYear(setting, plants, pace, regime, draws.costShock, t * countries.length, year)
    const settled = settleYear(space, pace, regime)
    const decided = decideMoves(workspace, space, costs, regime, t, listener)
    closeYear(space, regime, t, result.outcomes)
    closeWelfare(space, draws, regime, t, result.outcomes)
    closeIdlePlants(industry, plants, scenario.closeAfter)
    converged = converged && settled && decided
  }
  tallyPlants(workspace, space, result)
  tallyProgrammes(space, regime, result.programmes)
  roundTally(result.programmes)
  result.status = converged ? replicateStatus.good : replicateStatus.prices
}

/** The year's markets; where the regime has quotas, at their margins. */
function settleYear({ setting, plants, year, memory }: ScenarioSpace, pace: MarketPace, regime: number): boolean {
  const { quotas } = setting
  if (quotas === undefined || !hasQuota(quotas.policy, regime)) return settleMarkets(setting, plants, pace, year)
  return settleUnderQuotas(setting, quotas, memory, plants, pace, regime, year)
}

function openHistory(workspace: Workspace, space: ScenarioSpace): void {
  const { industry, draws } = workspace
  startPlants(industry, space.plants, draws.capacity, workspace.baseOutput)
  if (space.entry !== undefined) openEntry(space, space.entry)
  if (space.learning !== undefined) space.beliefs = openLearning(space.learning)
  startYears(space.setting, space.plants, space.year)
  resetLedger(space.ledger)
  if (space.setting.quotas !== undefined) resetCells(space.setting.quotas.cells)
  forgetOutlook(space.outlook)
  space.nextRedesign.set(draws.firstRedesign)
  space.relativeCost.fill(1)
}

/** The regime of year t under the true chain: the uniform is the replicate's, the same in every scenario. */
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

/** Makers whose lines are due, or whose costs have run away, decide; room goes to those who come first in the order. */
function decideMoves(
  workspace: Workspace,
  space: ScenarioSpace,
  costs: MovingCosts,
  regime: number,
  t: number,
  listener?: HistoryListener,
): boolean {
  const { order, draws } = workspace
  const { plants, year, entry } = space
  if (isSettledInBase(space, regime)) return true
  loadPlants(plants, year.output)
  // Makers decide on the map they see as the year ends: what others order this year they learn next year.
  openDecisions(space.decision, space.beliefs, regime, t)
  const converged = updateOutlook(space)
  for (let n = 0; n < order.length; n++) {
    const j = order[n]
    if (plants.arrival[j] > 0 || (entry !== undefined && entry.entrantOf[j] >= 0)) continue
    const relative = costOverBest(space, regime, j)
    const due = t >= space.nextRedesign[j]
    const early = !due && relative > space.relativeCost[j] * (1 + costs.earlyShock)
    if (!due && !early) {
      space.relativeCost[j] = Math.min(space.relativeCost[j], relative)
      continue
    }
    space.relativeCost[j] = relative
    if (due) space.nextRedesign[j] = t + draws.cycle[j]
    considerLine(workspace, space, costs, regime, t, j, early, listener)
  }
  if (entry !== undefined) decideEntries(workspace, space, entry, costs, regime, t, listener)
  return converged
}

/** Solves the regimes in play whose equilibria are of an older map. */
function updateOutlook(space: ScenarioSpace): boolean {
  const { decision, outlook } = space
  let converged = true
  for (let q = 0; q < decision.inPlayCount; q++) {
    const r = decision.inPlay[q]
    if (isStale(outlook, r)) converged = solveWithQuotas(space.setting, space.plants, outlook, r) && converged
  }
  return converged
}

/** In a world that knows only the base policy the observed place stays the cheapest: only entrants have to decide. */
function isSettledInBase(space: ScenarioSpace, regime: number): boolean {
  return regime === 0 && space.outlook.regimes === 1 && space.entry === undefined
}

/** Cost index of the line where it is (or goes), over that of its best place, under the regime in force. */
function costOverBest(space: ScenarioSpace, regime: number, j: number): number {
  const { index } = space.outlook
  const start = (regime * space.nextRedesign.length + j) * placeCount
  let best = Infinity
  for (let o = 0; o < placeCount; o++) best = Math.min(best, index[start + o])
  return index[start + plannedPlace(space.plants, j)] / best
}

function considerLine(
  workspace: Workspace,
  space: ScenarioSpace,
  costs: MovingCosts,
  regime: number,
  t: number,
  j: number,
  early: boolean,
  listener?: HistoryListener,
): void {
  const { industry, draws, map } = workspace
  const { setting, plants, outlook, decision, ledger, year } = space
  const from = plants.linePlace[j]
  const volume = year.output[j]
  const premium = early ? costs.earlyPremium : 1
  const to = decidePlace(
    setting,
    map,
    plants,
    outlook,
    space.beliefs,
    costs,
    decision,
    j,
    volume,
    regime,
    t,
    draws.cycle[j],
    premium,
  )
  const cycle = draws.cycle[j]
  listener?.onDecision?.({ year: t, line: j, from, to, regime, volume, cycle, premium, costs })
  if (to === from) return
  const sunk = decision.choice.sunk[from * placeCount + to] * premium
  const slot = carryOutMove(setting, plants, decision, j, to, t, volume)
  bookMove(ledger, industry.productMaker[industry.lineProduct[j]], from, to, sunk)
  space.nextRedesign[j] = t + cycle
  noteMove(outlook, industry.lineProduct[j])
  const arrives = plants.arrival[j]
  listener?.onMove({ year: t, line: j, from, to, slot, arrives, gain: decision.choice.gain[0], sunk, early })
}

/** The last year's plants and lines, in numbers whose sums over replicates are exact. */
function tallyPlants(workspace: Workspace, space: ScenarioSpace, result: ReplicateResult): void {
  const { industry, baseOutput } = workspace
  const { plants, year } = space
  result.plants.fill(0)
  result.lines.fill(0)
  for (let slot = 0; slot < plants.capacity.length; slot++) {
    const row = slot * plantTallyCount
    result.plants[row + plantTally.active] = plants.lineCount[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.closed] = plants.closed[slot]
    result.plants[row + plantTally.opened] = plants.opened[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.gained] = plants.gained[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.lost] = plants.lost[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.idled] = isIdled(plants, slot) ? 1 : 0
  }
  for (let j = 0; j < industry.lines.length; j++) {
    addWhole(result.plants, plants.lineSlot[j] * plantTallyCount + plantTally.output, year.output[j])
    addWhole(result.plants, industry.linePlant[j] * plantTallyCount + plantTally.baseOutput, baseOutput[j])
    result.lines[j * placeCount + plants.linePlace[j]] = 1
  }
}

/** A plant that has had a line, has none in the last year, and is not closed for good. */
function isIdled(plants: PlantState, slot: number): boolean {
  return plants.lineCount[slot] === 0 && plants.closed[slot] === 0 && plants.lost[slot] > 0
}

/** Vehicles are rounded line by line; a negative position is a plant overseas, which is not tallied. */
function addWhole(target: Float64Array, position: number, volume: number): void {
  if (position >= 0) target[position] += Math.round(volume)
}
