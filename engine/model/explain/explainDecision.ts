/**
 * One decision about a line's place in full: what every place earns and costs under every regime in play, and the value of
 * going there now, as a net present value and with the option to choose again at later redesigns. Section 8 of docs/model.md.
 * The functions are those of the decision itself (`relocate`), run again on arrays of their own.
 */
import { valueRedesign } from '../relocation/cycleValues.ts'
import { beginDecisions, createDecisionWork, type DecisionWork } from '../relocation/decision.ts'
import { costPartCount, splitCost } from './explainCosts.ts'
import { valueOver, forbidMoves, thousandsInMillion, finite } from './explainValues.ts'
import type { TakenDecision } from '../history/listener.ts'
import { profitsElsewhere, findDestinations } from '../relocation/relocate.ts'
import { placeCount } from '../inputs/sets.ts'
import type { Economy } from '../history/economy.ts'
import type { Workspace } from '../history/workspace.ts'

/** What one place would mean to a line under one regime. */
export interface PlaceView {
  /** False where the line may not go; all else is 0 then. */
  readonly open: boolean
  /** Over staying, million USD: yearly profit, and the value of going there now if this regime were in force. */
  readonly profit: number
  readonly value: number
  /** [costPart] cost over that of staying, thousand USD per vehicle. */
  readonly costs: readonly number[]
}

/** A move to one place, as decided on in the regime in force. */
export interface MoveView {
  readonly open: boolean
  /** Million USD; years. */
  readonly sunk: number
  readonly lag: number
  /** Moving now and never again, over staying for ever, net of the sunk cost: million USD. */
  readonly netPresentValue: number
  /** What it is worth to a line that has gone there that later redesigns can move it on, or back: million USD. */
  readonly again: number
  /** Moving now over staying, when later redesigns can choose again: `netPresentValue + again - waiting`, million USD. */
  readonly gain: number
}

/** One decision about a line's place, with what it was decided on. Years count from the base year. */
export interface DecisionView {
  readonly line: number
  readonly year: number
  readonly from: number
  readonly to: number
  readonly regime: number
  /** Value of waiting: of being able to move at a later redesign, to a line that stays now, million USD. */
  readonly waiting: number
  /** [place] in the regime in force. */
  readonly moves: readonly MoveView[]
  /** For every regime in play: its index, and [place]. */
  readonly regimes: readonly { readonly regime: number; readonly places: readonly PlaceView[] }[]
}

const placeNumbers = Array.from({ length: placeCount }, (_, o) => o)

/** Views a decision as it is taken, before it is carried out. */
export function viewDecision(workspace: Workspace, economy: Economy, taken: TakenDecision): DecisionView {
  const { outlook, beliefs } = economy
  const { year, line, from, to, regime, premium } = taken
  const work = createDecisionWork(outlook.regimes)
  beginDecisions(work, beliefs, regime, year)
  const again = { ...economy, decision: work }
  profitsElsewhere(again, line)
  findDestinations(again, taken)
  valueRedesign(again, work.choice, taken)
  const regimes = Array.from(work.inPlay.subarray(0, work.inPlayCount), (r, q) => ({
    regime: r,
    places: placeViews(workspace, economy, work, q, taken),
  }))
  const q = work.position[regime]
  const gains = placeNumbers.map((o) => valueOver(work.choice, work.inPlayCount, q, from, o, premium))
  const sunk = placeNumbers.map((o) => work.choice.sunk[from * placeCount + o] * premium)
  const withChoice = placeNumbers.map((o) => work.choice.carried[o * work.inPlayCount + q])
  forbidMoves(work.choice)
  valueRedesign(again, work.choice, taken)
  const laterChoice = withChoice.map(
    (value, o) => (value - work.choice.carried[o * work.inPlayCount + q]) / thousandsInMillion,
  )
  const moves = placeNumbers.map((o) => ({
    open: sunk[o] < Infinity,
    sunk: finite(sunk[o]) / thousandsInMillion,
    lag: work.choice.lag[o],
    netPresentValue: finite(valueOver(work.choice, work.inPlayCount, q, from, o, 0) - sunk[o]) / thousandsInMillion,
    again: sunk[o] < Infinity ? laterChoice[o] : 0,
    gain: finite(gains[o]) / thousandsInMillion,
  }))
  return { line, year, from, to, regime, waiting: laterChoice[from], moves, regimes }
}

function placeViews(
  { draws }: Workspace,
  { setting }: Economy,
  work: DecisionWork,
  q: number,
  { line, from, premium }: TakenDecision,
): readonly PlaceView[] {
  const stay = new Float64Array(costPartCount)
  const there = new Float64Array(costPartCount)
  const regime = work.inPlay[q]
  splitCost(setting, draws.sales, { r: regime, j: line, o: from }, stay)
  return placeNumbers.map((o) => {
    if (work.choice.sunk[from * placeCount + o] === Infinity) return { open: false, profit: 0, value: 0, costs: [] }
    splitCost(setting, draws.sales, { r: regime, j: line, o }, there)
    const profit = work.choice.profit[o * work.inPlayCount + q] - work.choice.profit[from * work.inPlayCount + q]
    return {
      open: true,
      profit: profit / thousandsInMillion,
      value: valueOver(work.choice, work.inPlayCount, q, from, o, premium) / thousandsInMillion,
      costs: Array.from(there, (cost, n) => cost - stay[n]),
    }
  })
}
