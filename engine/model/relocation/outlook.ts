/**
 * What each regime would bring, on the present map of plants: costs of every line and product, and the prices at which the
 * markets would settle. Makers value places with it (see `relocate`). Section 8 of docs/model.md.
 *
 * Shocks to costs are left out: they pass, a plant stays.
 */
import type { Industry } from '../inputs/industry.ts'
import { type WorkingEquilibrium, createEquilibrium } from '../market/demand.ts'
import type { MarketStructure } from '../market/market.ts'
import type { PlantState } from '../plants/plantState.ts'
import { solvePrices } from '../market/pricing.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { cheapestSplit } from '../cost/split.ts'
import { addedAt } from '../customs/subsidies.ts'
import type { Setting } from '../cost/setting.ts'
import { costAt } from '../cost/costAt.ts'

export interface RegimeOutlook {
  readonly regimes: number
  /** [regime x market] */
  readonly equilibria: readonly WorkingEquilibrium[]
  /** [regime x market x product] */
  readonly productCost: Float64Array
  /** [regime x line x place] cost index over the line's base-year destinations. */
  readonly index: Float64Array
  /** [market x line] and [line] scratch. */
  readonly weights: Float64Array
  readonly lineCost: Float64Array
  /** Number of changes to the map so far; [product] the last that touched it; [regime] the last it was solved after. */
  changes: number
  readonly changedAt: Int32Array
  readonly solvedAt: Int32Array
}

export function createRegimeOutlook(industry: Industry, structure: MarketStructure, regimes: number): RegimeOutlook {
  const lines = industry.lines.length
  return {
    regimes,
    equilibria: Array.from({ length: regimes * marketCount }, () => createEquilibrium(structure)),
    productCost: new Float64Array(regimes * marketCount * industry.products.length),
    index: new Float64Array(regimes * lines * placeCount),
    weights: new Float64Array(marketCount * lines),
    lineCost: new Float64Array(lines),
    changes: 0,
    changedAt: new Int32Array(industry.products.length),
    solvedAt: new Int32Array(regimes).fill(-1),
  }
}

/** Place where a line is, or where it is already going. */
export function plannedPlace(plants: PlantState, j: number): number {
  return plants.arrival[j] > 0 ? plants.targetPlace[j] : plants.linePlace[j]
}

/** Starts a history: whatever was solved before is of another map. */
export function forgetOutlook(outlook: RegimeOutlook): void {
  outlook.changes = 0
  outlook.changedAt.fill(0)
  outlook.solvedAt.fill(-1)
}

/** Notes that a line of the product goes elsewhere. */
export function noteMove(outlook: RegimeOutlook, product: number): void {
  outlook.changes += 1
  outlook.changedAt[product] = outlook.changes
}

/** Whether lines have moved since the regime's markets were solved. */
export function isStale(outlook: RegimeOutlook, r: number): boolean {
  return outlook.solvedAt[r] < outlook.changes
}

/** Solves the three markets of one regime on the present map. Returns false if any did not converge. */
export function solveRegime(setting: Setting, plants: PlantState, outlook: RegimeOutlook, r: number): boolean {
  let converged = true
  for (let m = 0; m < marketCount; m++) {
    costProducts(setting, plants, outlook, r, m)
    const equilibrium = outlook.equilibria[r * marketCount + m]
    const start = (r * marketCount + m) * setting.industry.products.length
    solvePrices(setting.markets[m], outlook.productCost, start, equilibrium)
    if (equilibrium.converged === 0) converged = false
  }
  outlook.solvedAt[r] = outlook.changes
  return converged
}

/** Costs of the products that moves have touched since the regime was last solved. */
function costProducts(setting: Setting, plants: PlantState, outlook: RegimeOutlook, r: number, m: number): void {
  const { industry, share0, cost0, thetaSplit, subsidies } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  const start = (r * marketCount + m) * products
  for (let i = 0; i < products; i++) {
    if (outlook.changedAt[i] <= outlook.solvedAt[r]) continue
    if (cost0[m * products + i] === 0) {
      outlook.productCost[start + i] = Infinity
      continue
    }
    const from = industry.lineOff[i]
    const to = industry.lineOff[i + 1]
    for (let j = from; j < to; j++) {
      const o = plannedPlace(plants, j)
      outlook.lineCost[j] = costAt(setting, r, m, j, o)
      if (subsidies !== undefined) subsidies.sums[m * lines + j] = addedAt(subsidies, lines, r, m, j, o)
    }
    outlook.productCost[start + i] = cheapestSplit(
      share0,
      m * lines,
      cost0[m * products + i],
      outlook.lineCost,
      from,
      to,
      thetaSplit,
      outlook.weights,
      m * lines,
      subsidies?.sums,
    )
  }
}
