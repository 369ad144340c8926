/**
 * Why entrants came or stayed out, over many replicates: the mean of what each saw at its first decision, and which of its
 * choices it has made by the last year. Section 9 of docs/model.md.
 */
import { enteredSet } from '../entry/entryChoice.ts'
import { type EntryState, entryStateCount, entryMarketCount, isOpenMarket } from '../entry/entryState.ts'
import { mayBuildAt } from '../entry/entryCosts.ts'
import type { EntryView, PlantKind } from './explainEntry.ts'
import { mean } from './explainValues.ts'
import { type Market, type Place, placeCount, places, markets, overseasPlace } from '../inputs/sets.ts'
import type { Economy } from '../history/economy.ts'
import type { Workspace } from '../history/workspace.ts'

/** Means over first decisions; values over staying, in million USD. */
export interface EntryOptionMeans {
  /** Markets that it would sell in beside Mexico, and where it would build. */
  readonly markets: readonly Market[]
  readonly place: Place
  readonly isStaying: boolean
  /** Shares of first decisions, and of replicates that have made this choice by the last year. */
  readonly chosen: number
  readonly lastYear: number
  readonly sunk: number
  readonly lag: number
  readonly volume: number
  readonly netPresentValue: number
  readonly gain: number
  /** Shares by kind of plant. */
  readonly plants: Readonly<Record<PlantKind, number>>
}

/** Means over first decisions of what the entrant would meet at one border. */
export interface SaleMeans {
  readonly market: Market
  readonly place: Place
  /** Share of decisions in which sale was barred; programme most often taken in the others, with mean duty and cost. */
  readonly barred: number
  readonly programme: string | undefined
  readonly dutyRate: number
  readonly cost: number
}

/** Means over the `n` first decisions at which the regime was in play. */
export interface EntryRegimeMeans {
  readonly regime: string
  readonly n: number
  /** In the order of the options. */
  readonly profit: readonly number[]
  readonly value: readonly number[]
  readonly sales: readonly SaleMeans[]
}

/** Why one entrant came or stayed out. */
export interface EntrantExplanation {
  readonly line: string
  readonly maker: string
  readonly from: Place
  /** Markets and countries that the scenario does not let it sell and build in. */
  readonly closedMarkets: readonly Market[]
  readonly closedPlaces: readonly Place[]
  /** Replicates without failure, those in which it decided, and the mean calendar year of the first decision. */
  readonly n: number
  readonly decided: number
  readonly year: number
  readonly waiting: number
  /** [US, CA] brand gap at the first decision, a fraction of the price of comparable vehicles. */
  readonly gaps: readonly number[]
  readonly options: readonly EntryOptionMeans[]
  readonly regimes: readonly EntryRegimeMeans[]
}

/** State of an entrant's line j in the last year: the markets that it has come into, and its place. */
export function stateOfEntrant({ setting, plants }: Economy, j: number): number {
  return enteredSet(setting, setting.industry.lineProduct[j]) * placeCount + plants.linePlace[j]
}

/**
 * Means over the first decisions of an entrant.
 *
 * @param lastStates [state] replicates of `n` that are in it in the last year
 */
export function explainEntrant(
  { industry, economies: [economy] }: Workspace,
  entry: EntryState,
  j: number,
  views: readonly EntryView[],
  lastStates: Float64Array,
  n: number,
): EntrantExplanation {
  const e = entry.entrantOf[j]
  const states = Array.from({ length: entryStateCount }, (_, state) => state).filter(
    (state) => lastStates[state] > 0 || views.some(({ options }) => options[state].open),
  )
  return {
    line: industry.lines[j].id,
    maker: industry.makers[industry.productMaker[industry.lineProduct[j]]].name,
    from: places[industry.linePlace[j]],
    closedMarkets: markets.slice(0, entryMarketCount).filter((_, m) => !isOpenMarket(industry, entry.policy, e, m)),
    closedPlaces: places.filter((_, o) => o !== overseasPlace && !mayBuildAt(industry, entry, e, o)),
    n,
    decided: views.length,
    year: industry.baseYear + mean(views.map(({ year }) => year)),
    waiting: mean(views.map(({ waiting }) => waiting)),
    gaps: Array.from({ length: entryMarketCount }, (_, m) => mean(views.map(({ gaps }) => gaps[m]))),
    options: states.map((state) => optionMeans(state, views, n === 0 ? 0 : lastStates[state] / n)),
    regimes: economy.scenario.policy.regimes.flatMap((regime, r) => regimeMeans(regime, r, states, views)),
  }
}

function optionMeans(state: number, views: readonly EntryView[], lastYear: number): EntryOptionMeans {
  const seen = views.flatMap(({ options }) => (options[state].open ? [options[state]] : []))
  const share = (count: number): number => (views.length === 0 ? 0 : count / views.length)
  return {
    markets: markets.filter((_, m) => m < entryMarketCount && (Math.floor(state / placeCount) & (1 << m)) !== 0),
    place: places[state % placeCount],
    isStaying: views.some(({ from }) => from === state),
    chosen: share(views.filter(({ to }) => to === state).length),
    lastYear,
    sunk: mean(seen.map(({ sunk }) => sunk)),
    lag: mean(seen.map(({ lag }) => lag)),
    volume: mean(seen.map(({ volume }) => volume)),
    netPresentValue: mean(seen.map(({ netPresentValue }) => netPresentValue)),
    gain: mean(seen.map(({ gain }) => gain)),
    plants: plantShares(seen.map(({ plant }) => plant)),
  }
}

function plantShares(plants: readonly PlantKind[]): Readonly<Record<PlantKind, number>> {
  const share = (kind: PlantKind): number => mean(plants.map((plant) => (plant === kind ? 1 : 0)))
  return {
    'as now': share('as now'),
    home: share('home'),
    own: share('own'),
    bought: share('bought'),
    new: share('new'),
  }
}

function regimeMeans(
  regime: string,
  r: number,
  states: readonly number[],
  views: readonly EntryView[],
): readonly EntryRegimeMeans[] {
  const seen = views.flatMap(({ regimes }) => regimes.filter((one) => one.regime === r))
  if (seen.length === 0) return []
  return [
    {
      regime,
      n: seen.length,
      profit: states.map((state) => mean(seen.map(({ profit }) => profit[state]))),
      value: states.map((state) => mean(seen.map(({ value }) => value[state]))),
      // Which borders there are is the scenario's, the same in every replicate.
      sales: seen[0].sales.map((_, n) => saleMeans(seen.map(({ sales }) => sales[n]))),
    },
  ]
}

function saleMeans(seen: EntryView['regimes'][number]['sales']): SaleMeans {
  const open = seen.filter(({ programme }) => programme !== undefined)
  return {
    market: markets[seen[0].market],
    place: places[seen[0].place],
    barred: 1 - open.length / seen.length,
    programme: mostOften(open.flatMap(({ programme }) => programme ?? [])),
    dutyRate: mean(open.map(({ dutyRate }) => dutyRate)),
    cost: mean(open.map(({ cost }) => cost)),
  }
}

function mostOften(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}
