/**
 * One year's costs, prices and sales under the regime in force. Sections 5, 6 and 12 of docs/model.md.
 */
import { salesAtPrices } from '../market/demand.ts'
import type { PlantState } from '../plants/plantState.ts'
import { solveTargetPrices } from '../market/pricing.ts'
import type { Setting } from '../cost/setting.ts'
import { cellColumns, dutyColumn } from '../cost/cellColumns.ts'
import { resetCells, fillYearCells } from '../cost/lineCells.ts'
import { marketCount, placeCount, destinationCount, originCount, rowDestination } from '../inputs/sets.ts'
import { shareFactor } from '../cost/split.ts'
import { spreadDuties, adjustPrices } from '../market/sticky.ts'
import { resetSubsidies, beginSubsidies, subsidiseProducts, passSubsidies } from './subsidyYear.ts'
import { shipOutput, splitProducts, sumBySlot } from './volumes.ts'
import type { YearState } from './yearState.ts'

/** Starts a history at the base year, as a year like any other: base prices, splits and sales. */
export function resetYears(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry } = setting
  const products = industry.products.length
  state.weights.set(setting.share0)
  state.targets.set(setting.share0)
  state.offsets.fill(0)
  state.yearFactor.fill(1)
  state.room.fill(1)
  state.underContract = 1
  state.inForce = state.cells.mean
  if (setting.subsidies !== undefined) resetSubsidies(setting.subsidies)
  resetCells(state.cells)
  fillYearCells(setting, plants, 0, 1, state.cells)
  costLines(setting, plants, state)
  costProducts(setting, state)
  state.dutyBefore.set(state.duty)
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const sold = setting.cost0[m * products + i] > 0
      state.price[m][i] = sold ? industry.price[m * products + i] : Infinity
    }
    salesAtPrices(setting.markets[m], state.price[m], state.equilibria[m])
  }
  shipOutput(setting, state)
}

/**
 * Begins a year under regime r: what shocks, overtime, customs and sourcing make of costs.
 *
 * @param shocks [country] factors on cost, from `shockOffset` on
 */
export function beginYear(
  setting: Setting,
  plants: PlantState,
  r: number,
  shocks: Float64Array,
  shockOffset: number,
  state: YearState,
): void {
  applyShocks(setting, plants, shocks, shockOffset, state)
  if (r !== 0 || state.underContract < 1) state.underContract *= 1 - setting.pace.sourcingAdjustment
  fillYearCells(setting, plants, r, 1 - state.underContract, state.cells)
  state.inForce = state.cells.mean
  if (setting.subsidies !== undefined) beginSubsidies(setting, setting.subsidies, plants, r)
}

/** Carries the markets one year on at the costs of `state.inForce`. Returns false if prices did not converge. */
export function settleMarkets(setting: Setting, plants: PlantState, state: YearState): boolean {
  const { industry, subsidies, pace } = setting
  const products = industry.products.length
  costLines(setting, plants, state)
  splitProducts(setting, plants, state)
  costProducts(setting, state)
  if (subsidies !== undefined) subsidiseProducts(setting, subsidies, state)
  let converged = true
  for (let m = 0; m < marketCount; m++) {
    const equilibrium = state.equilibria[m]
    const start = m * products
    spreadDuties(setting.markets[m].structure, pace, state, start, equilibrium.quantity)
    for (let i = start; i < start + products; i++) state.pricingCost[i] = state.productCost[i] + state.offsets[i]
    solveTargetPrices(setting.markets[m], state.pricingCost, start, equilibrium)
    if (equilibrium.converged === 0) converged = false
    if (subsidies !== undefined) passSubsidies(subsidies, start, state.price[m])
    adjustPrices(products, state.price[m], equilibrium.price, state.productCost, start, pace.priceAdjustment)
    salesAtPrices(setting.markets[m], state.price[m], equilibrium)
  }
  shipOutput(setting, state)
  return converged
}

/** Cost factors of the year: the country's shock, and overtime where last year's load passed the plant's capacity. */
function applyShocks(
  setting: Setting,
  plants: PlantState,
  shocks: Float64Array,
  shockOffset: number,
  state: YearState,
): void {
  const { geography, pace } = setting
  sumBySlot(plants, state.output, state.plantNow)
  for (let j = 0; j < state.yearFactor.length; j++) {
    const slot = plants.lineSlot[j]
    const country = geography.country[j * placeCount + plants.linePlace[j]]
    const over = slot < 0 ? 0 : Math.max(0, state.plantNow[slot] / plants.capacity[slot] - 1)
    state.yearFactor[j] = shocks[shockOffset + country] * (1 + pace.overtimeCost * over)
  }
}

/** Delivered cost and duty per vehicle of every line, where it now is. */
function costLines(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry, geography, scales } = setting
  const cells = state.inForce
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const site = j * placeCount + plants.linePlace[j]
    const scale = scales.locationFactor[site] * state.yearFactor[j]
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      const base = scales.base[cell] * scale
      state.lineCost[cell] = base * cells.factor[cell] + geography.freight[site * destinationCount + m]
      state.lineDuty[cell] = base * cells.table[cell * cellColumns + dutyColumn]
    }
    let factor = setting.assemblyShare * scales.assembly[site]
    for (let k = 0; k < originCount; k++) factor += cells.exportParts[j * originCount + k]
    factor -= cells.exportCredit[j]
    state.rowCost[j] = scales.baseRow[j] * scale * factor + geography.freight[site * destinationCount + rowDestination]
  }
}

/** Unit cost and duty of products: means over their lines, each at the factor of its share. A product that cannot be sold costs Infinity. */
function costProducts(setting: Setting, state: YearState): void {
  const { industry, share0, cost0, thetaSplit } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const cell = m * products + i
      let cost = 0
      let duty = 0
      let weight = 0
      for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
        const share = state.weights[m * lines + j]
        if (share === 0) continue
        const factor = shareFactor(share, share0[m * lines + j], thetaSplit)
        state.lineShareFactor[m * lines + j] = factor
        weight += share
        cost += share * factor * state.lineCost[m * lines + j]
        duty += share * factor * state.lineDuty[m * lines + j]
      }
      const sold = cost0[cell] > 0 && weight > 0 && cost < Infinity
      state.productCost[cell] = sold ? cost : Infinity
      state.duty[cell] = sold ? duty : 0
    }
  }
}
