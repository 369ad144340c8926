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

/** First decisions and sums of last years over the good replicates, of which there are `n`. */
interface Seen {
  readonly views: (readonly DecisionView[])[]
  readonly entries: (readonly EntryView[])[]
  /** By entrant's line: [state] replicates that end in it. */
  readonly lastStates: ReadonlyMap<number, Float64Array>
  /** [line x place] replicates in which the line is built there in the last year. */
  readonly lastPlaces: Float64Array
  /** [plantTally] sums over replicates. */
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
  return {
    lastYear: industry.baseYear + years,
    replicates,
    lines: lineExplanations(workspace, seen, lines),
    entrants: entrantExplanations(workspace, seen),
    plant: plant < 0 ? undefined : plantExplanation(workspace, seen, plant),
  }
}

function lineExplanations(workspace: Workspace, seen: Seen, lines: readonly number[]): readonly LineExplanation[] {
  const views = seen.views.flat()
  const viewsOf = (j: number): readonly DecisionView[] => views.filter(({ line }) => line === j)
  return lines
    .filter((j) => !seen.lastStates.has(j))
    .map((j) => explainLine(workspace, j, viewsOf(j), seen.lastPlaces, seen.n))
}

function entrantExplanations(workspace: Workspace, seen: Seen): readonly EntrantExplanation[] {
  const { entry } = workspace.economies[0]
  if (entry === undefined) return []
  const entries = seen.entries.flat()
  const viewsOf = (j: number): readonly EntryView[] => entries.filter(({ line }) => line === j)
  return [...seen.lastStates].map(([j, states]) => explainEntrant(workspace, entry, j, viewsOf(j), states, seen.n))
}

/** First decisions of the good replicates, and sums of their last years. */
function watch(workspace: Workspace, root: Key, replicates: number, lines: readonly number[], plant: number): Seen {
  const [economy] = workspace.economies
  const [result] = workspace.results
  const { entry } = economy
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
    const views = new Map<number, DecisionView>()
    const entries = new Map<number, EntryView>()
    runReplicate(workspace, root, replicate, [firstDecisions(workspace, lines, views, entries)])
    if (result.status !== replicateStatus.good) continue
    seen.n += 1
    seen.views.push([...views.values()])
    seen.entries.push([...entries.values()])
    for (const [j, states] of seen.lastStates) states[stateOfEntrant(economy, j)] += 1
    result.lines.forEach((here, n) => (seen.lastPlaces[n] += here))
    if (plant >= 0) seen.plant.forEach((_, c) => (seen.plant[c] += result.plants[plant * plantTallyCount + c]))
  }
  return seen
}

/** A listener that records the first decision about each of the lines. */
function firstDecisions(
  workspace: Workspace,
  lines: readonly number[],
  views: Map<number, DecisionView>,
  entries: Map<number, EntryView>,
): HistoryListener {
  const [economy] = workspace.economies
  const { entry } = economy
  return {
    onRegime: () => undefined,
    onMove: () => undefined,
    onDecision: (taken) => {
      if (!lines.includes(taken.line) || views.has(taken.line)) return
      views.set(taken.line, viewDecision(workspace, economy, taken))
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
