/**
 * Why lines moved or stayed, over many replicates: where each is in the last year, and the mean of what its maker saw at the
 * first decision about it, when all lines of the replicate that have decided before it have. Section 8 of docs/model.md.
 */
import type { Key } from '../math/streams.ts'
import { costPartCount, costParts } from './explainCosts.ts'
import { viewDecision, type DecisionView } from './explainDecision.ts'
import { entryStateCount } from './entrySpace.ts'
import { explainEntrant, stateOfEntrant, type EntrantExplanation } from './explainEntrants.ts'
import { viewEntry, type EntryView } from './explainEntry.ts'
import type { HistoryListener } from './listener.ts'
import { runReplicate } from './replicate.ts'
import { plantTallyCount, plantTallyNames, replicateStatus } from './results.ts'
import { placeCount, places, type Place } from './sets.ts'
import type { Workspace } from './workspace.ts'

/** Means over the replicates in which the line decided under, or with a view to, the regime. */
export interface PlaceMeans {
  readonly place: Place
  /** Over staying, million USD: yearly profit, and the value of going there at once if the regime were in force. */
  readonly profit: number
  readonly value: number
  /** [costPart] cost over that of staying, thousand USD per vehicle. */
  readonly costs: readonly number[]
}

export interface RegimeMeans {
  readonly regime: string
  /** Replicates in which it was in play at the first decision. */
  readonly n: number
  readonly places: readonly PlaceMeans[]
}

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

/** What a decision turns on, in the regime in force, net of the sunk cost: million USD. */
export interface Stakes {
  /** Moving now and never again over staying for ever. */
  readonly netPresentValue: number
  /** What being able to move later is worth to a line that stays. */
  readonly waiting: number
  /** Moving now over staying, when later redesigns can choose again. */
  readonly gain: number
  /** What the place's efficiency for this line adds to cost, thousand USD per vehicle. */
  readonly efficiency: number
}

export interface LineExplanation {
  readonly line: string
  readonly from: Place
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
}

export interface PlantExplanation {
  readonly plant: string
  /** Shares of replicates in the last year, by tally, and mean vehicles. */
  readonly shares: Readonly<Record<'active' | 'idled' | 'closed' | 'gained' | 'lost', number>>
  readonly output: number
  readonly baseOutput: number
}

export interface Explanation {
  readonly lastYear: number
  readonly replicates: number
  readonly lines: readonly LineExplanation[]
  /** Lines of makers that may come in, which choose markets and places together. */
  readonly entrants: readonly EntrantExplanation[]
  readonly plant: PlantExplanation | undefined
}

interface Seen {
  readonly views: (readonly DecisionView[])[]
  readonly entries: (readonly EntryView[])[]
  /** By entrant's line: [state] replicates that end in it. */
  readonly lastStates: ReadonlyMap<number, Float64Array>
  readonly lastPlaces: Float64Array
  readonly plant: Float64Array
  n: number
}

/**
 * Runs replicates 0 .. `replicates`-1 of the workspace's only scenario.
 *
 * @param lines indices of the lines to explain
 * @param plant slot to explain beside them, or -1
 */
export function explain(
  workspace: Workspace,
  root: Key,
  replicates: number,
  lines: readonly number[],
  plant: number,
): Explanation {
  const { industry, years } = workspace
  const seen = watch(workspace, root, replicates, lines, plant)
  const views = seen.views.flat()
  const entries = seen.entries.flat()
  const { entry } = workspace.spaces[0]
  return {
    lastYear: industry.baseYear + years,
    replicates,
    lines: lines.filter((j) => !seen.lastStates.has(j))
      .map((j) => lineExplanation(workspace, seen, j, views.filter(({ line }) => line === j))),
    entrants: entry === undefined ? [] : [...seen.lastStates].map(([j, states]) =>
      explainEntrant(workspace, entry, j, entries.filter(({ line }) => line === j), states, seen.n)),
    plant: plant < 0 ? undefined : plantExplanation(workspace, seen, plant),
  }
}

/** First decisions of the good replicates, and sums of their last years. */
function watch(workspace: Workspace, root: Key, replicates: number, lines: readonly number[], plant: number): Seen {
  const [space] = workspace.spaces
  const [result] = workspace.results
  const { entry } = space
  const entering = lines.filter((j) => entry !== undefined && entry.entrantOf[j] >= 0)
  const seen: Seen = {
    views: [],
    entries: [],
    lastStates: new Map(entering.map((j) => [j, new Float64Array(entryStateCount)])),
    lastPlaces: new Float64Array(result.lines.length),
    plant: new Float64Array(plantTallyCount),
    n: 0,
  }
  for (let replicate = 0; replicate < replicates; replicate++) {
    const first = new Map<number, DecisionView>()
    const firstEntries = new Map<number, EntryView>()
    const listener: HistoryListener = {
      onRegime: () => undefined,
      onMove: () => undefined,
      onDecision: (taken) => {
        if (!lines.includes(taken.line) || first.has(taken.line)) return
        first.set(taken.line, viewDecision(workspace, space, taken))
      },
      onEntry: (taken) => {
        if (entry === undefined || !lines.includes(taken.line) || firstEntries.has(taken.line)) return
        firstEntries.set(taken.line, viewEntry(space, entry, taken))
      },
    }
    runReplicate(workspace, root, replicate, [listener])
    if (result.status !== replicateStatus.good) continue
    seen.n += 1
    seen.views.push([...first.values()])
    seen.entries.push([...firstEntries.values()])
    for (const [j, states] of seen.lastStates) states[stateOfEntrant(space, j)] += 1
    result.lines.forEach((here, n) => (seen.lastPlaces[n] += here))
    if (plant >= 0) seen.plant.forEach((_, c) => (seen.plant[c] += result.plants[plant * plantTallyCount + c]))
  }
  return seen
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function lineExplanation(
  { industry, spaces }: Workspace,
  { lastPlaces, n }: Seen,
  j: number,
  views: readonly DecisionView[],
): LineExplanation {
  const from = industry.linePlace[j]
  const others = places.flatMap((_, o) => (o !== from && industry.placePrior[j * placeCount + o] > 0 ? [o] : []))
  const names = spaces[0].scenario.policy.regimes
  return {
    line: industry.lines[j].id,
    from: places[from],
    n,
    decided: views.length,
    year: industry.baseYear + mean(views.map(({ year }) => year)),
    lastYear: places.map((_, o) => (n === 0 ? 0 : lastPlaces[j * placeCount + o] / n)),
    moves: others.map((o) => moveMeans(views, o)),
    regimes: names.flatMap((regime, r) => regimeMeans(regime, r, others, views)),
  }
}

function moveMeans(views: readonly DecisionView[], o: number): MoveMeans {
  const went = views.filter(({ to }) => to === o)
  return {
    place: places[o],
    sunk: mean(views.map(({ moves }) => moves[o].sunk)),
    lag: mean(views.map(({ moves }) => moves[o].lag)),
    chosen: views.length === 0 ? 0 : went.length / views.length,
    whenChosen: stakes(went, o),
    otherwise: stakes(views.filter(({ to }) => to !== o), o),
  }
}

function stakes(views: readonly DecisionView[], o: number): Stakes {
  return {
    netPresentValue: mean(views.map(({ moves }) => moves[o].netPresentValue)),
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

function plantExplanation({ map }: Workspace, { plant, n }: Seen, slot: number): PlantExplanation {
  const of = (name: (typeof plantTallyNames)[number]): number => (n === 0 ? 0 : plant[plantTallyNames.indexOf(name)] / n)
  return {
    plant: map.names[slot],
    shares: {
      active: of('active'), idled: of('idled'), closed: of('closed'), gained: of('gained'), lost: of('lost'),
    },
    output: of('output'),
    baseOutput: of('baseOutput'),
  }
}
