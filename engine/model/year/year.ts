/**
 * One year's costs, prices and sales under the regime in force. Sections 5, 6 and 12 of docs/model.md.
 */
import { salesAtPrices } from '../market/demand.ts'
import type { PlantState } from '../plants/plantState.ts'
import { solveTargetPrices } from '../market/pricing.ts'
import type { Setting } from '../cost/setting.ts'
import * as cellTable from '../cost/cellColumns.ts'
import { resetCells, fillYearCells } from '../cost/lineCells.ts'
import { marketCount, placeCount, destinationCount, originCount, rowDestination } from '../inputs/sets.ts'
import { shareFactor } from '../cost/split.ts'
import { spreadDuties, adjustPrices } from '../market/sticky.ts'
import { resetSubsidies, beginSubsidies, subsidiseProducts, passSubsidies } from './subsidyYear.ts'
import { shipOutput, splitProducts, sumBySlot } from './volumes.ts'
import type { YearState } from './yearState.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const destinations = destinationCount
const origins = originCount
const { cellColumns, dutyColumn } = cellTable

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
  const { pricingCost, productCost, offsets } = state
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
    for (let i = start; i < start + products; i++) pricingCost[i] = productCost[i] + offsets[i]
    solveTargetPrices(setting.markets[m], pricingCost, start, equilibrium)
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
  const { country } = setting.geography
  const { overtimeCost } = setting.pace
  const { lineSlot, linePlace, capacity } = plants
  const { yearFactor, plantNow } = state
  sumBySlot(plants, state.output, plantNow)
  for (let j = 0; j < yearFactor.length; j++) {
    const slot = lineSlot[j]
    const over = slot < 0 ? 0 : Math.max(0, plantNow[slot] / capacity[slot] - 1)
    yearFactor[j] = shocks[shockOffset + country[j * places + linePlace[j]]] * (1 + overtimeCost * over)
  }
}

/** Delivered cost and duty per vehicle of every line, where it now is; cost out of the region for lines that are sold there. */
function costLines(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry, exports0, assemblyShare } = setting
  const { freight } = setting.geography
  const { base, baseRow, locationFactor, assembly } = setting.scales
  const { factor, table, exportParts, exportCredit } = state.inForce
  const { lineCost, lineDuty, rowCost, yearFactor } = state
  const { linePlace } = plants
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const site = j * places + linePlace[j]
    const scale = locationFactor[site] * yearFactor[j]
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      const scaled = base[cell] * scale
      lineCost[cell] = scaled * factor[cell] + freight[site * destinations + m]
      lineDuty[cell] = scaled * table[cell * cellColumns + dutyColumn]
    }
    if (exports0[j] === 0) continue
    let exported = assemblyShare * assembly[site]
    for (let k = 0; k < origins; k++) exported += exportParts[j * origins + k]
    exported -= exportCredit[j]
    rowCost[j] = baseRow[j] * scale * exported + freight[site * destinations + rowDestination]
  }
}

/** Unit cost and duty of products: means over their lines, each at the factor of its share. A product that cannot be sold costs Infinity. */
function costProducts(setting: Setting, state: YearState): void {
  const { industry, share0, cost0, thetaSplit } = setting
  const { lineOff } = industry
  const { weights, lineCost, lineDuty, lineShareFactor, productCost, duty: productDuty } = state
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < markets; m++) {
    for (let i = 0; i < products; i++) {
      const cell = m * products + i
      let cost = 0
      let duty = 0
      let weight = 0
      for (let j = m * lines + lineOff[i]; j < m * lines + lineOff[i + 1]; j++) {
        const share = weights[j]
        if (share === 0) continue
        const factor = shareFactor(share, share0[j], thetaSplit)
        lineShareFactor[j] = factor
        weight += share
        cost += share * factor * lineCost[j]
        duty += share * factor * lineDuty[j]
      }
      const sold = cost0[cell] > 0 && weight > 0 && cost < Infinity
      productCost[cell] = sold ? cost : Infinity
      productDuty[cell] = sold ? duty : 0
    }
  }
}
