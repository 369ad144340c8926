/**
 * What each regime would bring, on the present map of plants: costs of every line and product, and the prices at which the
 * markets would settle. Makers value places with it (see `relocate`); `solveRegime` fills it. Section 8 of docs/model.md.
 *
 * Shocks to costs are left out of it: they are transitory, and the choice of a plant is not.
 */
import type { Industry } from '../inputs/industry.ts'
import { type WorkingEquilibrium, createEquilibrium } from '../market/demand.ts'
import type { MarketStructure } from '../market/market.ts'
import type { PlantState } from '../plants/plantState.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import type { Setting } from '../cost/setting.ts'
import type { SplitLines } from '../cost/splitLines.ts'
import type { SubsidySpace } from '../customs/subsidies.ts'

/** The industry as makers expect it under each regime: its costs and demand, where plants are, and what would settle. */
export interface ExpectedEconomy {
  readonly setting: Setting
  readonly plants: PlantState
  readonly outlook: RegimeOutlook
}

/** Markets at rest under every regime, and the order in which lines moved since each was solved. */
export interface RegimeOutlook {
  readonly regimes: number
  /** [regime x market] */
  readonly equilibria: readonly WorkingEquilibrium[]
  /** [regime x market x product] delivered cost less subsidies to buyers, thousand USD; Infinity where it cannot be sold. */
  readonly productCost: Float64Array
  /** [regime x line x place] mean delivered cost over the line's base-year destinations, thousand USD. */
  readonly index: Float64Array
  /** [regime x line] the same at the line's best place. */
  readonly leastIndex: Float64Array
  /** Costs of lines, and the shares of lines in their products at the last split: working arrays. */
  readonly split: SplitLines
  /**
   * Number of changes to the map so far; [product] number of the last change to one of its lines; [regime] number of changes
   * when it was last solved, -1 for never.
   */
  changes: number
  readonly changedAt: Int32Array
  readonly solvedAt: Int32Array
}

/**
 * Relative error of markups in what makers expect, where buyers differ by income: a dollar in a million, below any difference between
 * places that a maker would build on.
 */
const expectedTolerance = 1e-6

/**
 * Room for the outlook of one scenario, nothing of it solved.
 *
 * @param subsidies of the scenario, whose sums where a decision puts lines enter the split
 */
export function createRegimeOutlook(
  industry: Industry,
  structure: MarketStructure,
  regimes: number,
  subsidies: SubsidySpace | undefined,
): RegimeOutlook {
  const lines = industry.lines.length
  return {
    regimes,
    equilibria: Array.from({ length: regimes * marketCount }, () => createEquilibrium(structure, expectedTolerance)),
    productCost: new Float64Array(regimes * marketCount * industry.products.length),
    index: new Float64Array(regimes * lines * placeCount),
    leastIndex: new Float64Array(regimes * lines),
    split: {
      cost: new Float64Array(marketCount * lines),
      weights: new Float64Array(marketCount * lines),
      subsidy: subsidies?.considered,
    },
    changes: 0,
    changedAt: new Int32Array(industry.products.length),
    solvedAt: new Int32Array(regimes).fill(-1),
  }
}

/** Place where a line is, or where it is already going. */
export function plannedPlace(plants: PlantState, j: number): number {
  return plants.arrival[j] > 0 ? plants.targetPlace[j] : plants.linePlace[j]
}

/** Starts a history: every regime has to be solved on the map of the base year. */
export function resetOutlook(outlook: RegimeOutlook): void {
  outlook.changes = 0
  outlook.changedAt.fill(0)
  outlook.solvedAt.fill(-1)
}

/** Notes that a line of the product goes elsewhere, so that regimes have to be solved again. */
export function noteMove(outlook: RegimeOutlook, product: number): void {
  outlook.changes += 1
  outlook.changedAt[product] = outlook.changes
}

/** Notes that wages, prices of parts or exchange rates have changed, which meets the costs of all lines. */
export function noteAnswers(outlook: RegimeOutlook): void {
  outlook.changes += 1
  outlook.changedAt.fill(outlook.changes)
}

/** Whether lines have moved, or costs changed, since the regime's markets were solved. */
export function isStale(outlook: RegimeOutlook, r: number): boolean {
  return outlook.solvedAt[r] < outlook.changes
}
