/**
 * Makers decide, at the end of a year, where to build their lines from the next redesign on. Section 8 of docs/model.md.
 */
import { bookMove } from '../accounts/ledger.ts'
import { noticeChange } from '../cost/closure.ts'
import { placeCount } from '../inputs/sets.ts'
import { loadPlants } from '../plants/plantState.ts'
import { beginDecisions, type LineOccasion } from '../relocation/decision.ts'
import { isStale, noteAnswers, noteMove, plannedPlace } from '../relocation/outlook.ts'
import { solveWithQuotas } from '../relocation/quotaOutlook.ts'
import { carryOutMove, decidePlace } from '../relocation/relocate.ts'
import { decideEntries } from './entryHistory.ts'
import type { HistoryRun } from './historyRun.ts'
import type { Economy } from './economy.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount

/**
 * Makers decide about the lines whose redesign is due, and about those whose cost has risen so much over that of their best
 * place that they do not wait for it; entrants after them. Plants have room for those who come first in the order of makers.
 *
 * @param regime in force in year t
 * @returns false if prices that makers expect did not converge
 */
export function decideMoves(run: HistoryRun, regime: number, t: number): boolean {
  const { economy, costs } = run
  const { order, draws } = run.workspace
  const { plants, year, entry, relativeCost, nextRedesign } = economy
  const { arrival } = plants
  if (isSettledInBase(economy, regime)) return true
  loadPlants(plants, year.output)
  // The outlook is solved once a year: makers do not see what others order in the same year.
  beginDecisions(economy.decision, economy.beliefs, regime, t)
  const converged = updateOutlook(economy)
  for (let n = 0; n < order.length; n++) {
    const j = order[n]
    if (arrival[j] > 0 || (entry !== undefined && entry.entrantOf[j] >= 0)) continue
    const relative = costOverBest(economy, regime, j)
    const due = t >= nextRedesign[j]
    const early = !due && relative > relativeCost[j] * (1 + costs.earlyShock)
    if (!due && !early) {
      relativeCost[j] = Math.min(relativeCost[j], relative)
      continue
    }
    relativeCost[j] = relative
    const cycle = draws.cycle[j]
    if (due) nextRedesign[j] = t + cycle
    const premium = early ? costs.earlyPremium : 1
    considerLine(run, { year: t, line: j, regime, volume: year.output[j], cycle, premium, costs }, early)
  }
  if (entry !== undefined) decideEntries(run, entry, regime, t)
  return converged
}

/** Solves the regimes in play again where lines have moved or costs changed since. Returns false if prices did not converge. */
function updateOutlook(economy: Economy): boolean {
  const { decision, outlook, setting } = economy
  let converged = true
  if (noticeChange(setting.closure)) noteAnswers(outlook)
  for (let q = 0; q < decision.inPlayCount; q++) {
    const r = decision.inPlay[q]
    if (isStale(outlook, r)) converged = solveWithQuotas(economy, r) && converged
  }
  return converged
}

/** Where the base policy is the only one there is, every line's observed place stays the best: only entrants have to decide. */
function isSettledInBase(economy: Economy, regime: number): boolean {
  return regime === 0 && economy.outlook.regimes === 1 && economy.entry === undefined
}

/** Cost index of the line where it is (or goes), over that of its best place, under the regime in force. */
function costOverBest(economy: Economy, regime: number, j: number): number {
  const { index, leastIndex } = economy.outlook
  const line = regime * economy.nextRedesign.length + j
  return index[line * places + plannedPlace(economy.plants, j)] / leastIndex[line]
}

/**
 * Decides where a line is built, and orders and books the move if there is one.
 *
 * @param early true when a rise in cost, not the redesign, brought the decision
 */
function considerLine({ workspace, economy, listener }: HistoryRun, occasion: LineOccasion, early: boolean): void {
  const { industry } = workspace
  const { plants, outlook, decision, ledger } = economy
  const { year, line, cycle, premium } = occasion
  const product = industry.lineProduct[line]
  const from = plants.linePlace[line]
  const to = decidePlace(economy, occasion)
  listener?.onDecision?.({ ...occasion, from, to })
  if (to === from) return
  const sunk = decision.choice.sunk[from * places + to] * premium
  const slot = carryOutMove(economy, occasion, to)
  bookMove(ledger, industry.productMaker[product], from, to, sunk)
  economy.nextRedesign[line] = year + cycle
  noteMove(outlook, product)
  const arrives = plants.arrival[line]
  listener?.onMove({
    year,
    line,
    from,
    to,
    slot,
    arrives,
    gain: decision.choice.gain[0],
    sunk,
    early,
    announced: false,
  })
}
