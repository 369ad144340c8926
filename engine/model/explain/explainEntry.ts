/**
 * One decision of an entrant in full: every state it may choose (a set of markets and a place) with its cost and value under
 * each regime in play, and duty and programme at each border. Section 9 of docs/model.md. All but the net present values is
 * read from the arrays that the decision itself has just filled.
 */
import { valueRedesign } from '../relocation/cycleValues.ts'
import { gapLeft, mayBuildAt } from '../entry/entryCosts.ts'
import { type EntryState, entryMarketCount, type EntryChoice } from '../entry/entryState.ts'
import { thousandsInMillion, finite, valueOver, forbidMoves } from './explainValues.ts'
import type { TakenEntry } from '../history/listener.ts'
import { type RedesignChoice, createRedesignChoice } from '../relocation/redesignChoice.ts'
import { costAt, vehicleFactors } from '../cost/costAt.ts'
import { placeCount, overseasPlace, marketCount } from '../inputs/sets.ts'
import type { Economy } from '../history/economy.ts'

/** Where the vehicles would be built: as now, at home abroad, in a plant of the maker's own, another's, or a new one. */
export const plantKinds = ['as now', 'home', 'own', 'bought', 'new'] as const
export type PlantKind = (typeof plantKinds)[number]

/** One state that an entrant could choose: a set of markets and a place. */
export interface EntryOptionView {
  /** False where it may not go; all else is 0 then. */
  readonly open: boolean
  readonly plant: PlantKind
  /** Million USD; years until the plant runs; vehicles a year, the most under any regime in play. */
  readonly sunk: number
  readonly lag: number
  readonly volume: number
  /** In the regime in force, net of the sunk cost, million USD: now and never again, and with later choices. */
  readonly netPresentValue: number
  readonly gain: number
}

/** The border between a place and a market, as the entrant's vehicle would cross it. */
export interface SaleView {
  readonly market: number
  readonly place: number
  /** Programme it takes; undefined where none admits it, so that sale is barred. */
  readonly programme: string | undefined
  /** Duty over customs value, a fraction; delivered cost, thousand USD. 0 where barred. */
  readonly dutyRate: number
  readonly cost: number
}

/** What the states would mean under one regime. */
export interface EntryRegimeView {
  readonly regime: number
  /** [state] over staying, million USD: yearly profit, and the value of going there were this regime in force. */
  readonly profit: readonly number[]
  readonly value: readonly number[]
  /** For all markets and places that the scenario lets it use. */
  readonly sales: readonly SaleView[]
}

/** One decision of an entrant, with what it was decided on. `from` and `to` are states; years count from the base year. */
export interface EntryView {
  readonly line: number
  readonly year: number
  readonly from: number
  readonly to: number
  /** Value of waiting: of being able to choose at a later redesign, to an entrant that stays as it is now, million USD. */
  readonly waiting: number
  /** [market that can be entered] brand gap that it has there now, a fraction of the price of comparable vehicles. */
  readonly gaps: readonly number[]
  /** [state] */
  readonly options: readonly EntryOptionView[]
  readonly regimes: readonly EntryRegimeView[]
}

/** Views a decision as it is taken, before it is carried out. */
export function viewEntry(economy: Economy, entry: EntryState, taken: TakenEntry): EntryView {
  const { decision, setting } = economy
  const { industry } = setting
  const { choice, parameters, presence } = entry
  const { line, year, from, to, regime } = taken
  const count = decision.inPlayCount
  const now = from * count + decision.position[regime]
  const fixed = withoutLaterChoices(economy, choice, taken)
  const maker = industry.productMaker[industry.lineProduct[line]]
  const yearsIn = (m: number): number => presence[m * industry.makers.length + maker]
  const states = Array.from({ length: choice.states }, (_, state) => state)
  return {
    line,
    year,
    from,
    to,
    waiting: (choice.carried[now] - fixed.carried[now]) / thousandsInMillion,
    gaps: Array.from({ length: entryMarketCount }, (_, m) => parameters.brandGap[m] * gapLeft(parameters, yearsIn(m))),
    options: states.map((state) => optionView(economy, entry, fixed, taken, state)),
    regimes: Array.from(decision.inPlay.subarray(0, count), (r, q) => ({
      regime: r,
      ...stateValues(choice, count, q, taken),
      sales: saleViews(economy, entry, r, line),
    })),
  }
}

/** @param fixed the same choice if no later redesign could change it */
function optionView(
  economy: Economy,
  entry: EntryState,
  fixed: RedesignChoice,
  { line, from, regime, premium }: TakenEntry,
  state: number,
): EntryOptionView {
  const { choice } = entry
  const { inPlayCount, position } = economy.decision
  const q = position[regime]
  const sunk = choice.sunk[from * choice.states + state] * premium
  return {
    open: sunk < Infinity,
    plant: plantKind(economy, entry, line, from, state),
    sunk: finite(sunk) / thousandsInMillion,
    lag: choice.lag[state],
    volume: choice.volume[state],
    netPresentValue: finite(valueOver(fixed, inPlayCount, q, from, state, 0) - sunk) / thousandsInMillion,
    gain: finite(valueOver(choice, inPlayCount, q, from, state, premium)) / thousandsInMillion,
  }
}

/** [state] yearly profit and value over staying in the regime at position q, million USD. */
function stateValues(
  choice: EntryChoice,
  count: number,
  q: number,
  { from, premium }: TakenEntry,
): Pick<EntryRegimeView, 'profit' | 'value'> {
  const states = Array.from({ length: choice.states }, (_, state) => state)
  const stay = choice.profit[from * count + q]
  return {
    profit: states.map((state) => (choice.profit[state * count + q] - stay) / thousandsInMillion),
    value: states.map((state) => finite(valueOver(choice, count, q, from, state, premium)) / thousandsInMillion),
  }
}

/** The same choice, valued as if no later redesign could change it: from the same profits, lags and flows. */
function withoutLaterChoices(economy: Economy, choice: EntryChoice, taken: TakenEntry): RedesignChoice {
  const fixed = createRedesignChoice(choice.states, economy.outlook.regimes)
  fixed.profit.set(choice.profit)
  fixed.lag.set(choice.lag)
  fixed.flow.set(choice.flow)
  forbidMoves(fixed)
  valueRedesign(economy, fixed, taken)
  return fixed
}

function plantKind({ setting }: Economy, entry: EntryState, line: number, from: number, state: number): PlantKind {
  const { industry } = setting
  const maker = industry.productMaker[industry.lineProduct[line]]
  const slot = entry.choice.slot[state]
  if (from % placeCount === state % placeCount) return 'as now'
  if (state % placeCount === overseasPlace) return 'home'
  if (slot < 0) return 'new'
  const isOwn = slot >= industry.plants.length || industry.plants[slot].maker === maker || entry.buyer[slot] === maker
  return isOwn ? 'own' : 'bought'
}

/** Borders that the line could cross; costs are those outside the quota where a quota binds. */
function saleViews({ setting }: Economy, entry: EntryState, r: number, j: number): readonly SaleView[] {
  const { industry, tables, customs, sold } = setting
  const lines = industry.lines.length
  const views: SaleView[] = []
  for (let m = 0; m < marketCount; m++) {
    if (sold[m * lines + j] === 0) continue
    for (let o = 0; o < placeCount; o++) {
      if (!mayBuildAt(industry, entry, entry.entrantOf[j], o)) continue
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      const barred = tables.factor[cell] === Infinity
      const { duty, value } = vehicleFactors(setting, r, cell)
      views.push({
        market: m,
        place: o,
        programme: barred ? undefined : customs.policy.programmes.names[tables.programme[cell]],
        dutyRate: barred ? 0 : duty / value,
        cost: barred ? 0 : costAt(setting, r, m, j, o),
      })
    }
  }
  return views
}
