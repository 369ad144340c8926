/**
 * Why lines moved or stayed, over many replicates: where each is in the last year, and the mean of what its maker saw at its
 * first decision. Section 8 of docs/model.md.
 */
import { costParts, costPartCount } from './explainCosts.ts'
import type { RegimeCosts } from './explainPlaces.ts'
import type { DecisionView } from './explainDecision.ts'
import { mean } from './explainValues.ts'
import { type Place, places, placeCount } from '../inputs/sets.ts'
import type { Workspace } from '../history/workspace.ts'

/** Means over the replicates in which the line decided under, or with a view to, the regime. */
export interface PlaceMeans {
  readonly place: Place
  /** Over staying, million USD: yearly profit, and the value of going there at once if the regime were in force. */
  readonly profit: number
  readonly value: number
  /** [costPart] cost over that of staying, thousand USD per vehicle. */
  readonly costs: readonly number[]
}

/** Means over first decisions of what one regime would mean, place by place. */
export interface RegimeMeans {
  readonly regime: string
  /** Replicates in which it was in play at the first decision. */
  readonly n: number
  readonly places: readonly PlaceMeans[]
}

/** Means over first decisions about a move to one place. */
export interface MoveMeans {
  readonly place: Place
  /** Million USD, and years. */
  readonly sunk: number
  readonly lag: number
  /** Share of first decisions that went there. */
  readonly chosen: number
  /** Means over the decisions that went there, and over the others; zeros where there is none. */
  readonly whenChosen: Stakes
  readonly otherwise: Stakes
}

/**
 * What a decision turns on, in the regime in force: million USD. It adds up: `netPresentValue = profits - sunk`, and
 * `gain = netPresentValue + again - waiting`.
 */
export interface Stakes {
  /** Discounted profits there over those of staying, for ever. */
  readonly profits: number
  readonly sunk: number
  /** Moving now and never again over staying for ever, net of the sunk cost. */
  readonly netPresentValue: number
  /** Value to a line that has moved of being able to move again later. */
  readonly again: number
  /** Value to a line that stays of being able to move later. */
  readonly waiting: number
  /** Moving now over staying, when later redesigns can choose again. */
  readonly gain: number
  /** What the place's efficiency for this line adds to cost, thousand USD per vehicle. */
  readonly efficiency: number
}

/** Why one line moved or stayed. */
export interface LineExplanation {
  readonly line: string
  readonly from: Place
  /** Where the scenario announces that it goes, to which plant and from which calendar year. Decisions told are those taken there. */
  readonly announced: { readonly place: Place; readonly plant: string; readonly year: number } | undefined
  /** Replicates without failure, and those in which the line's maker looked at other places at all. */
  readonly n: number
  readonly decided: number
  /** Calendar year of the first decision, mean. */
  readonly year: number
  /** [place] share of replicates in which the line is built there in the last year. */
  readonly lastYear: readonly number[]
  /** Other places that are open to it. */
  readonly moves: readonly MoveMeans[]
  readonly regimes: readonly RegimeMeans[]
  /** Delivered cost by place, by regime: those in force in a last year, the most frequent first, then others in play. */
  readonly rules: readonly RegimeCosts[]
}

/**
 * Means over the first decisions about line j.
 *
 * @param rules what it costs from every place, over all replicates
 * @param lastPlaces [line x place] replicates of `n` in which the line is built there in the last year
 */
export function explainLine(
  { industry, economies, map }: Workspace,
  j: number,
  allViews: readonly DecisionView[],
  rules: readonly RegimeCosts[],
  lastPlaces: Float64Array,
  n: number,
): LineExplanation {
  const from = industry.linePlace[j]
  const move = economies[0].scenario.plantEvents?.moves.find(({ line }) => line === j)
  const here = move === undefined ? from : map.place[move.slot]
  // Those of lines that a closure has sent elsewhere compare other places than the ones told of.
  const views = allViews.filter((view) => view.from === here)
  const others = places.flatMap((_, o) => (o !== here && industry.placePrior[j * placeCount + o] > 0 ? [o] : []))
  const names = economies[0].scenario.policy.regimes
  return {
    line: industry.lines[j].id,
    from: places[from],
    announced: move && { place: places[here], plant: map.names[move.slot], year: industry.baseYear + move.year },
    n,
    decided: views.length,
    year: industry.baseYear + mean(views.map(({ year }) => year)),
    lastYear: places.map((_, o) => (n === 0 ? 0 : lastPlaces[j * placeCount + o] / n)),
    moves: others.map((o) => moveMeans(views, o)),
    regimes: names.flatMap((regime, r) => regimeMeans(regime, r, others, views)),
    rules: rules.filter(({ lastYear, regime }) => lastYear > 0 || isInPlay(names, regime, views)),
  }
}

function isInPlay(names: readonly string[], name: string, views: readonly DecisionView[]): boolean {
  return views.some(({ regimes }) => regimes.some(({ regime }) => names[regime] === name))
}

function moveMeans(views: readonly DecisionView[], o: number): MoveMeans {
  const went = views.filter(({ to }) => to === o)
  return {
    place: places[o],
    sunk: mean(views.map(({ moves }) => moves[o].sunk)),
    lag: mean(views.map(({ moves }) => moves[o].lag)),
    chosen: views.length === 0 ? 0 : went.length / views.length,
    whenChosen: stakes(went, o),
    otherwise: stakes(
      views.filter(({ to }) => to !== o),
      o,
    ),
  }
}

function stakes(views: readonly DecisionView[], o: number): Stakes {
  const netPresentValue = mean(views.map(({ moves }) => moves[o].netPresentValue))
  const sunk = mean(views.map(({ moves }) => moves[o].sunk))
  return {
    profits: netPresentValue + sunk,
    sunk,
    netPresentValue,
    again: mean(views.map(({ moves }) => moves[o].again)),
    waiting: mean(views.map(({ waiting }) => waiting)),
    gain: mean(views.map(({ moves }) => moves[o].gain)),
    efficiency: mean(views.map((view) => efficiencyOf(view, o))),
  }
}

const efficiencyPart = costParts.indexOf('efficiency')

function efficiencyOf({ regime, regimes }: DecisionView, o: number): number {
  return regimes.find((one) => one.regime === regime)?.places[o].costs[efficiencyPart] ?? 0
}

function regimeMeans(
  regime: string,
  r: number,
  others: readonly number[],
  views: readonly DecisionView[],
): readonly RegimeMeans[] {
  const seen = views.flatMap(({ regimes }) => regimes.filter((one) => one.regime === r))
  if (seen.length === 0) return []
  const placesSeen = others.map((o): PlaceMeans => ({
    place: places[o],
    profit: mean(seen.map((one) => one.places[o].profit)),
    value: mean(seen.map((one) => one.places[o].value)),
    costs: Array.from({ length: costPartCount }, (_, n) => mean(seen.map((one) => one.places[o].costs[n]))),
  }))
  return [{ regime, n: seen.length, places: placesSeen }]
}
