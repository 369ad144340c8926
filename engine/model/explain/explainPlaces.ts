/**
 * What a line costs from every place under every regime, over all good replicates: the mean of its cost index, part by part
 * (`splitCost`). No decision is needed for it, so that two scenarios can be laid beside each other on the same draws.
 */
import { costPartCount, splitCost } from './explainCosts.ts'
import { type Place, places, placeCount } from '../inputs/sets.ts'
import type { Economy } from '../history/economy.ts'
import type { Workspace } from '../history/workspace.ts'

/** Delivered cost under one regime: means over all good replicates. */
export interface RegimeCosts {
  readonly regime: string
  /** Share of replicates in which it is in force in the last year. */
  readonly lastYear: number
  /** Places where the line may be built, with today's. */
  readonly places: readonly { readonly place: Place; readonly costs: readonly number[] }[]
}

/** Sums over replicates. */
export interface PlaceCosts {
  /** By line: [regime x place x costPart] thousand USD per vehicle. */
  readonly sums: ReadonlyMap<number, Float64Array>
  /** [regime] replicates in which it is in force in the last year. */
  readonly lastYear: Float64Array
}

/** No replicate yet. */
export function emptyPlaceCosts({ outlook }: Economy, lines: readonly number[]): PlaceCosts {
  const cells = outlook.regimes * placeCount * costPartCount
  return {
    sums: new Map(lines.map((j) => [j, new Float64Array(cells)])),
    lastYear: new Float64Array(outlook.regimes),
  }
}

/**
 * Adds the replicate that has just been run.
 *
 * @param sales [market x line] base-year sales of the replicate
 * @param lastRegime the regime in force in its last year
 */
export function addPlaceCosts(
  { sums, lastYear }: PlaceCosts,
  { setting, outlook }: Economy,
  sales: Float64Array,
  lines: readonly number[],
  lastRegime: number,
): void {
  const target = new Float64Array(costPartCount)
  lastYear[lastRegime] += 1
  for (const j of lines) {
    const sum = sums.get(j) ?? target
    for (let r = 0; r < outlook.regimes; r++) {
      for (let o = 0; o < placeCount; o++) {
        if (setting.industry.placePrior[j * placeCount + o] === 0) continue
        splitCost(setting, sales, { r, j, o }, target)
        target.forEach((cost, c) => (sum[(r * placeCount + o) * costPartCount + c] += cost))
      }
    }
  }
}

/** Means for line j by regime: the one most often in force in the last year first. */
export function meanCosts(
  { industry, economies: [economy] }: Workspace,
  { sums, lastYear }: PlaceCosts,
  j: number,
): readonly RegimeCosts[] {
  const n = lastYear.reduce((sum, count) => sum + count, 0)
  if (n === 0) return []
  const sum = sums.get(j) ?? new Float64Array(0)
  const open = places.flatMap((place, o) => (industry.placePrior[j * placeCount + o] > 0 ? [{ place, o }] : []))
  return economy.scenario.policy.regimes
    .map((regime, r) => ({
      regime,
      lastYear: lastYear[r] / n,
      places: open.map(({ place, o }) => {
        const start = (r * placeCount + o) * costPartCount
        return { place, costs: Array.from(sum.subarray(start, start + costPartCount), (cost) => cost / n) }
      }),
    }))
    .toSorted((one, other) => other.lastYear - one.lastYear)
}
