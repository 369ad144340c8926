/**
 * One year's costs, prices and sales under the regime in force. Sections 5, 6 and 12 of docs/model.md.
 */
import { salesAtPrices } from '../market/demand.ts'
import type { PlantState } from '../plants/plantState.ts'
import { solveTargetPrices } from '../market/pricing.ts'
import type { Setting } from '../cost/setting.ts'
import { resetCells, fillYearCells } from '../cost/lineCells.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { spreadDuties, adjustPrices } from '../market/sticky.ts'
import { fitIntoPlants } from './ceilings.ts'
import { resetPlantRoom } from './plantRoom.ts'
import { takeOffPremium } from './scarcity.ts'
import { scaleYear } from './yearScales.ts'
import { resetSubsidies, beginSubsidies, subsidiseProducts, passSubsidies } from './subsidyYear.ts'
import { shipOutput, splitProducts, sumBySlot } from './volumes.ts'
import { costLines, costProducts } from './yearCosts.ts'
import type { YearState } from './yearState.ts'

// A constant of this file's own: that of another one is read from memory in every round of a loop.
const places = placeCount

/** Starts a history at the base year, as a year like any other: base prices, splits and sales. */
export function resetYears(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry } = setting
  const products = industry.products.length
  state.weights.set(setting.share0)
  state.targets.set(setting.share0)
  state.offsets.fill(0)
  state.yearFactor.fill(1)
  scaleYear(setting, plants, 0, state)
  state.room.fill(1)
  state.underContract = 1
  state.rules = 0
  resetPlantRoom(state.plantRoom)
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
  state.rules = r
  state.inForce = state.cells.mean
  scaleYear(setting, plants, r, state)
  if (setting.subsidies !== undefined) beginSubsidies(setting, setting.subsidies, plants, r)
}

/** Carries the markets one year on at the costs of `state.inForce`. Returns false if prices did not converge. */
export function settleMarkets(setting: Setting, plants: PlantState, state: YearState): boolean {
  const { industry, subsidies, pace } = setting
  const { pricingCost, productCost, offsets, plantRoom } = state
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
    if (plantRoom.scarce === 1) addPremium(plantRoom.premium, start, products, pricingCost)
    solveTargetPrices(setting.markets[m], pricingCost, start, equilibrium)
    if (plantRoom.scarce === 1) takeOffPremium(plantRoom.premium, start, state.price[m], equilibrium.price)
    if (equilibrium.converged === 0) converged = false
    if (subsidies !== undefined) passSubsidies(subsidies, start, state.price[m])
    adjustPrices(products, state.price[m], equilibrium.price, state.productCost, start, pace.priceAdjustment)
    salesAtPrices(setting.markets[m], state.price[m], equilibrium)
  }
  shipOutput(setting, state)
  return fitIntoPlants(setting, plants, state) && converged
}

/** Makers price on what buyers paid over their prices last year as on a cost. */
function addPremium(premium: Float64Array, start: number, products: number, cost: Float64Array): void {
  for (let i = start; i < start + products; i++) cost[i] += premium[i]
}

/**
 * Cost factors of the year: the country's shock, and overtime where last year's load passed the plant's capacity. A plant that has lost
 * capacity since pays that of its ceiling, which it does not pass.
 */
function applyShocks(
  setting: Setting,
  plants: PlantState,
  shocks: Float64Array,
  shockOffset: number,
  state: YearState,
): void {
  const { country } = setting.geography
  const { overtimeCost, plantCeiling } = setting.pace
  const { lineSlot, linePlace, capacity } = plants
  const { yearFactor, plantNow } = state
  sumBySlot(plants, state.output, plantNow)
  for (let j = 0; j < yearFactor.length; j++) {
    const slot = lineSlot[j]
    const isOver = slot >= 0 && plantNow[slot] > capacity[slot]
    const over = isOver ? Math.min(plantCeiling, plantNow[slot] / capacity[slot]) - 1 : 0
    yearFactor[j] = shocks[shockOffset + country[j * places + linePlace[j]]] * (1 + overtimeCost * over)
  }
}
