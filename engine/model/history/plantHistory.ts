/**
 * Announced changes of plants in the year of a history: carried out, booked and told. Section 10 of docs/model.md.
 *
 * The sunk cost of an announced move is that of any move to a plant that stands, booked in the year in which it arrives.
 */
import { bookInvestment, bookMove } from '../accounts/ledger.ts'
import type { PlantEvents } from '../inputs/plantEvents.ts'
import { changePlants } from '../plants/plantEvents.ts'
import { sunkCostScale } from '../relocation/decision.ts'
import { noteMove } from '../relocation/outlook.ts'
import type { HistoryRun } from './historyRun.ts'

/** Changes the plants in year t and books the moves that are announced for it, before they arrive. */
export function beginPlantYear(run: HistoryRun, events: PlantEvents, t: number): void {
  const { workspace, economy } = run
  const { industry } = workspace
  const { plants, map, year, sentElsewhere } = economy
  changePlants({ industry, map, state: plants }, events, t, year.output, sentElsewhere)
  for (let n = 0; n < events.moves.length; n++) {
    const { line } = events.moves[n]
    if (events.moves[n].year === t && sentElsewhere[line] === 0) bookAnnounced(run, line, t)
  }
  for (let j = 0; j < sentElsewhere.length; j++) if (sentElsewhere[j] === 1) bookAnnounced(run, j, t)
}

/** Books a move at its sunk cost; the line's next redesign is a cycle after it arrives. */
function bookAnnounced({ workspace, economy, costs, listener }: HistoryRun, line: number, t: number): void {
  const { industry, draws } = workspace
  const { plants, ledger, year, outlook } = economy
  const product = industry.lineProduct[line]
  const maker = industry.productMaker[product]
  const from = plants.linePlace[line]
  const to = plants.targetPlace[line]
  const arrives = plants.arrival[line]
  const sunk = sunkCostScale(year.output[line], costs) * costs.sunkExisting
  if (from === to) bookInvestment(ledger, maker, to, sunk)
  else bookMove(ledger, maker, from, to, sunk)
  economy.nextRedesign[line] = arrives + draws.cycle[line]
  // What the line costs at its new place was known: no jump in costs that would make its maker think again.
  economy.relativeCost[line] = Infinity
  noteMove(outlook, product)
  const slot = plants.targetSlot[line]
  listener?.onMove({ year: t, line, from, to, slot, arrives, gain: 0, sunk, early: false, announced: true })
}
