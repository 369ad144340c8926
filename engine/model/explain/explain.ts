/**
 * Why lines and entrants did what they did, over many replicates: in every replicate the first decision about each is
 * recorded as it is taken, with what the maker knew at that moment; `explainLines` and `explainEntrants` take the means.
 */
import type { Key } from '../../math/streams.ts'
import { type DecisionView, viewDecision } from './explainDecision.ts'
import { entryStateCount } from '../entry/entryState.ts'
import { type EntrantExplanation, explainEntrant, stateOfEntrant } from './explainEntrants.ts'
import { type EntryView, viewEntry } from './explainEntry.ts'
import { type LineExplanation, explainLine } from './explainLines.ts'
import { addPlaceCosts, emptyPlaceCosts, meanCosts, type PlaceCosts } from './explainPlaces.ts'
import type { HistoryListener } from '../history/listener.ts'
import { runReplicate } from '../history/replicate.ts'
import { plantTallyCount, replicateStatus, plantTally, type PlantTallyName } from '../accounts/results.ts'
import type { Workspace } from '../history/workspace.ts'

/** What becomes of one plant over replicates. */
export interface PlantExplanation {
  readonly plant: string
  /** Shares of replicates in the last year, by tally, and mean vehicles. */
  readonly shares: Readonly<Record<'active' | 'idled' | 'closed' | 'gained' | 'lost', number>>
  readonly output: number
  readonly baseOutput: number
}

/** What lines, entrants and a plant do over replicates, and why. */
export interface Explanation {
  readonly lastYear: number
  readonly replicates: number
  readonly lines: readonly LineExplanation[]
  /** Lines of makers that may come in, which choose markets and places together. */
  readonly entrants: readonly EntrantExplanation[]
  readonly plant: PlantExplanation | undefined
}

/** First decisions and sums of last years over the good replicates of one scenario, of which there are `n`. */
interface Seen {
  readonly views: (readonly DecisionView[])[]
  readonly entries: (readonly EntryView[])[]
  /** By entrant's line: [state] replicates that end in it. */
  readonly lastStates: ReadonlyMap<number, Float64Array>
  /** [line x place] replicates in which the line is built there in the last year. */
  readonly lastPlaces: Float64Array
  /** [plantTally] sums over replicates. */
  readonly plant: Float64Array
  readonly costs: PlaceCosts
  n: number
}

/** What is asked about: lines by index, and a slot to explain beside them, or -1. */
export interface ExplainedThings {
  readonly lines: readonly number[]
  readonly plant: number
}

/**
 * Runs replicates 0 .. `replicates`-1 of the workspace's first scenario.
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
  return explainScenarios(workspace, root, replicates, { lines, plant })[0]
}

/**
 * Runs replicates 0 .. `replicates`-1 of every scenario of the workspace on the same draws. A replicate that fails in one is
 * left out of all, so that they can be laid beside each other.
 *
 * @returns [scenario]
 */
export function explainScenarios(
  workspace: Workspace,
  root: Key,
  replicates: number,
  things: ExplainedThings,
): readonly Explanation[] {
  const growing = growingExplanation(workspace, root, things)
  growing.goOn(replicates)
  return growing.explanations()
}

/** An explanation that goes on from where it is, for whoever wants to see it before it is whole. */
export interface GrowingExplanation {
  /** Runs replicates until there are so many. */
  readonly goOn: (replicates: number) => void
  /** [scenario] what has been seen so far */
  readonly explanations: () => readonly Explanation[]
}

/** One without any replicate yet. Nothing else may run in the workspace while `goOn` does. */
export function growingExplanation(
  workspace: Workspace,
  root: Key,
  { lines, plant }: ExplainedThings,
): GrowingExplanation {
  const { industry, years, economies, results } = workspace
  // Each scenario as a workspace of its own, on shared arrays.
  const alone = economies.map((economy, s) => ({ ...workspace, economies: [economy], results: [results[s]] }))
  const seen = alone.map((one) => emptySeen(one, lines))
  let done = 0
  return {
    goOn: (replicates) => {
      for (; done < replicates; done++) {
        const heard = alone.map((one): Heard => ({ views: new Map(), entries: new Map(), lastRegime: 0, one }))
        runReplicate(
          workspace,
          root,
          done,
          heard.map((one) => firstDecisions(lines, one)),
        )
        if (results.some(({ status }) => status !== replicateStatus.good)) continue
        heard.forEach((one, s) => addReplicate(seen[s], one, lines, plant))
      }
    },
    explanations: () =>
      alone.map((one, s) => ({
        lastYear: industry.baseYear + years,
        replicates: done,
        lines: lineExplanations(one, seen[s], lines),
        entrants: entrantExplanations(one, seen[s]),
        plant: plant < 0 ? undefined : plantExplanation(one, seen[s], plant),
      })),
  }
}

/** What one replicate of one scenario has told. */
interface Heard {
  readonly views: Map<number, DecisionView>
  readonly entries: Map<number, EntryView>
  lastRegime: number
  /** The workspace as if it had no other scenario. */
  readonly one: Workspace
}

function lineExplanations(workspace: Workspace, seen: Seen, lines: readonly number[]): readonly LineExplanation[] {
  const views = seen.views.flat()
  const viewsOf = (j: number): readonly DecisionView[] => views.filter(({ line }) => line === j)
  return lines
    .filter((j) => !seen.lastStates.has(j))
    .map((j) => explainLine(workspace, j, viewsOf(j), meanCosts(workspace, seen.costs, j), seen.lastPlaces, seen.n))
}

function entrantExplanations(workspace: Workspace, seen: Seen): readonly EntrantExplanation[] {
  const { entry } = workspace.economies[0]
  if (entry === undefined) return []
  const entries = seen.entries.flat()
  const viewsOf = (j: number): readonly EntryView[] => entries.filter(({ line }) => line === j)
  return [...seen.lastStates].map(([j, states]) => explainEntrant(workspace, entry, j, viewsOf(j), states, seen.n))
}

function emptySeen({ economies: [economy], results: [result] }: Workspace, lines: readonly number[]): Seen {
  const { entry } = economy
  const entering = lines.filter((j) => entry !== undefined && entry.entrantOf[j] >= 0)
  return {
    views: [],
    entries: [],
    lastStates: new Map(entering.map((j) => [j, new Float64Array(entryStateCount)])),
    lastPlaces: new Float64Array(result.lines.length),
    plant: new Float64Array(plantTallyCount),
    costs: emptyPlaceCosts(economy, lines),
    n: 0,
  }
}

function addReplicate(seen: Seen, heard: Heard, lines: readonly number[], plant: number): void {
  const { draws, economies, results } = heard.one
  const [economy] = economies
  const [result] = results
  seen.n += 1
  seen.views.push([...heard.views.values()])
  seen.entries.push([...heard.entries.values()])
  for (const [j, states] of seen.lastStates) states[stateOfEntrant(economy, j)] += 1
  result.lines.forEach((here, n) => (seen.lastPlaces[n] += here))
  if (plant >= 0) seen.plant.forEach((_, c) => (seen.plant[c] += result.plants[plant * plantTallyCount + c]))
  addPlaceCosts(seen.costs, economy, draws.sales, lines, heard.lastRegime)
}

/** A listener that records the first decision about each of the lines, and the regime last in force. */
function firstDecisions(lines: readonly number[], heard: Heard): HistoryListener {
  const { views, entries, one } = heard
  const [economy] = one.economies
  const { entry } = economy
  return {
    onRegime: (_, regime) => {
      heard.lastRegime = regime
    },
    onMove: () => undefined,
    onDecision: (taken) => {
      if (!lines.includes(taken.line) || views.has(taken.line)) return
      views.set(taken.line, viewDecision(one, economy, taken))
    },
    onEntry: (taken) => {
      if (entry === undefined || !lines.includes(taken.line) || entries.has(taken.line)) return
      entries.set(taken.line, viewEntry(economy, entry, taken))
    },
  }
}

function plantExplanation({ map }: Workspace, { plant, n }: Seen, slot: number): PlantExplanation {
  const of = (name: PlantTallyName): number => (n === 0 ? 0 : plant[plantTally[name]] / n)
  return {
    plant: map.names[slot],
    shares: {
      active: of('active'),
      idled: of('idled'),
      closed: of('closed'),
      gained: of('gained'),
      lost: of('lost'),
    },
    output: of('output'),
    baseOutput: of('baseOutput'),
  }
}
