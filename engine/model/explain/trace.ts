/**
 * One replicate told year by year: its parameters, the regimes, every move with its value and cost, and the outcomes. The
 * numbers are those of the run, since the same functions compute them; only a listener is added.
 */
import type { Key } from '../../math/streams.ts'
import { believedThreat } from '../relocation/learning.ts'
import type { OrderedMove } from '../history/listener.ts'
import type { Industry } from '../inputs/industry.ts'
import { outcomeCount } from '../accounts/outcomes.ts'
import { parameterNames } from '../draws/parameters.ts'
import { plantMap } from '../plants/plantMap.ts'
import { runReplicate } from '../history/replicate.ts'
import { statusTexts } from '../accounts/results.ts'
import { places } from '../inputs/sets.ts'
import type { Workspace } from '../history/workspace.ts'
import { thousandsInMillion } from './explainValues.ts'

/** A move as it was ordered, with names in place of numbers. */
export interface TracedMove {
  readonly line: string
  readonly maker: string
  readonly from: string
  readonly to: string
  readonly plant: string
  /** Calendar year of arrival. */
  readonly arrives: number
  /** Value over staying, net of the sunk cost, and the sunk cost: million USD. */
  readonly gain: number
  readonly sunkCost: number
  /** True when a jump in costs, not the redesign, brought the decision. */
  readonly early: boolean
  /** True where the scenario announces it. */
  readonly announced: boolean
}

/** One calendar year of a scenario. */
export interface TracedYear {
  readonly year: number
  readonly regime: string
  /** Chance at which makers believe that a threat lands in the next year; undefined where they do not learn. */
  readonly believedThreat: number | undefined
  readonly moves: readonly TracedMove[]
  /** [outcome] in the order of the catalogue. */
  readonly outcomes: readonly number[]
}

/** One replicate in every scenario of the workspace. */
export interface ReplicateTrace {
  readonly replicate: number
  readonly parameters: readonly { readonly name: string; readonly value: number }[]
  readonly scenarios: readonly {
    readonly name: string
    readonly status: string
    readonly years: readonly TracedYear[]
  }[]
}

/** Names of the plant slots in the order of a result's tallies. */
export function plantSlotNames(industry: Industry): readonly string[] {
  return plantMap(industry).names
}

/**
 * Runs a replicate again and records it; the workspace's results are those of the replicate afterwards.
 *
 * @param onYearEnd told of the end of every year of every scenario, while its working arrays hold what it came to
 */
export function traceReplicate(
  workspace: Workspace,
  root: Key,
  replicate: number,
  onYearEnd?: (scenario: number, year: number) => void,
): ReplicateTrace {
  const { industry, years, economies, results, draws } = workspace
  const regimes = economies.map(() => new Int32Array(years + 1))
  const threats = economies.map((): (number | undefined)[] => [])
  const moves = economies.map((): OrderedMove[] => [])
  const listeners = economies.map(({ learning }, s) => ({
    onRegime: (year: number, regime: number): void => {
      regimes[s][year] = regime
      if (learning !== undefined) threats[s][year] = believedThreat(learning, regime, year)
    },
    onMove: (move: OrderedMove): void => {
      moves[s].push(move)
    },
    ...(onYearEnd === undefined ? {} : { onYearEnd: (year: number): void => onYearEnd(s, year) }),
  }))
  runReplicate(workspace, root, replicate, listeners)
  return {
    replicate,
    parameters: parameterNames.map((name, p) => ({ name, value: draws.parameters[p] })),
    scenarios: economies.map((economy, s) => ({
      name: economy.scenario.name,
      status: statusTexts[results[s].status],
      years: Array.from({ length: years + 1 }, (_, t) => ({
        year: industry.baseYear + t,
        regime: economy.scenario.policy.regimes[regimes[s][t]],
        believedThreat: threats[s][t],
        moves: moves[s].filter((move) => move.year === t).map((move) => describeMove(workspace, move)),
        outcomes: Array.from(results[s].outcomes.subarray(t * outcomeCount, (t + 1) * outcomeCount)),
      })),
    })),
  }
}

function describeMove(workspace: Workspace, move: OrderedMove): TracedMove {
  const { industry, map } = workspace
  const product = industry.lineProduct[move.line]
  return {
    line: industry.lines[move.line].id,
    maker: industry.makers[industry.productMaker[product]].name,
    from: places[move.from],
    to: places[move.to],
    plant: move.slot >= 0 ? map.names[move.slot] : 'overseas',
    arrives: industry.baseYear + move.arrives,
    gain: move.gain / thousandsInMillion,
    sunkCost: move.sunk / thousandsInMillion,
    early: move.early,
    announced: move.announced,
  }
}
