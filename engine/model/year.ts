/**
 * One year's costs, prices and sales under the regime in force. Sections 5, 6 and 12 of docs/model.md.
 */
import { pow } from '../math/elementary.ts'
import { rowFactor } from './cost.ts'
import { createEquilibrium, salesAtPrices, type WorkingEquilibrium } from './demand.ts'
import type { Industry } from './industry.ts'
import type { MarketStructure } from './market.ts'
import type { PlantState } from './plants.ts'
import { solvePrices } from './pricing.ts'
import type { Setting } from './regimes.ts'
import { destinationCount, marketCount, placeCount, rowDestination } from './sets.ts'
import { adjustSplit, fullLoad, targetSplit } from './split.ts'
import { adjustPrices, spreadDuties } from './sticky.ts'

/** Drawn parameters that a year's markets read. */
export interface MarketPace {
  priceAdjustment: number
  dutySpread: number
  splitAdjustment: number
  overtimeCost: number
}

/** The state of markets as it goes from year to year. */
export interface YearState {
  /** [market x line] weight of the line in its product's sales, and the weight it tends to. */
  readonly weights: Float64Array
  readonly targets: Float64Array
  /** [market x line] delivered cost and duty per vehicle, thousand USD. */
  readonly lineCost: Float64Array
  readonly lineDuty: Float64Array
  /** [line] factor of shocks and overtime on cost. */
  readonly pressure: Float64Array
  /** [line] room for a larger share, 0 to 1. */
  readonly room: Float64Array
  /** [plant slot] scratch. */
  readonly plantNow: Float64Array
  readonly plantThen: Float64Array
  /** [market x product] */
  readonly productCost: Float64Array
  readonly pricingCost: Float64Array
  readonly duty: Float64Array
  readonly dutyBefore: Float64Array
  readonly offsets: Float64Array
  /** [market][product] prices charged, and what the market would settle at. */
  readonly price: readonly Float64Array[]
  readonly equilibria: readonly WorkingEquilibrium[]
  /** [2 x maker] scratch */
  readonly makerSums: Float64Array
  /** [line] vehicles built this year, and shipped outside the region, at this delivered cost there. */
  readonly output: Float64Array
  readonly exports: Float64Array
  readonly rowCost: Float64Array
}

export function createYearState(industry: Industry, structure: MarketStructure, slots: number): YearState {
  const lines = industry.lines.length
  const products = industry.products.length
  const perLine = marketCount * lines
  const perProduct = marketCount * products
  return {
    weights: new Float64Array(perLine),
    targets: new Float64Array(perLine),
    lineCost: new Float64Array(perLine),
    lineDuty: new Float64Array(perLine),
    pressure: new Float64Array(lines),
    room: new Float64Array(lines),
    plantNow: new Float64Array(slots),
    plantThen: new Float64Array(slots),
    productCost: new Float64Array(perProduct),
    pricingCost: new Float64Array(perProduct),
    duty: new Float64Array(perProduct),
    dutyBefore: new Float64Array(perProduct),
    offsets: new Float64Array(perProduct),
    price: Array.from({ length: marketCount }, () => new Float64Array(products)),
    equilibria: Array.from({ length: marketCount }, () => createEquilibrium(structure)),
    makerSums: new Float64Array(2 * industry.makers.length),
    output: new Float64Array(lines),
    exports: new Float64Array(lines),
    rowCost: new Float64Array(lines),
  }
}

/** The base year as a year like any other: base prices, splits and sales. */
export function startYears(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry } = setting
  const products = industry.products.length
  state.weights.set(setting.share0)
  state.offsets.fill(0)
  state.pressure.fill(1)
  state.room.fill(1)
  costLines(setting, plants, 0, state)
  costProducts(setting, state)
  state.dutyBefore.set(state.duty)
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const sold = setting.scales.base[m * products + i] > 0
      state.price[m][i] = sold ? industry.price[m * products + i] : Infinity
    }
    salesAtPrices(setting.markets[m], state.price[m], state.equilibria[m])
  }
  shipOutput(setting, state)
}

/**
 * Carries the markets one year on under regime r.
 *
 * @param shocks [country] factors on cost at offset `shockOffset`
 * @returns false if prices did not converge
 */
export function advanceMarkets(
  setting: Setting,
  plants: PlantState,
  pace: MarketPace,
  r: number,
  shocks: Float64Array,
  shockOffset: number,
  state: YearState,
): boolean {
  const { industry } = setting
  const products = industry.products.length
  pressCosts(setting, plants, pace, shocks, shockOffset, state)
  costLines(setting, plants, r, state)
  splitProducts(setting, plants, pace, state)
  costProducts(setting, state)
  let converged = true
  for (let m = 0; m < marketCount; m++) {
    const equilibrium = state.equilibria[m]
    const start = m * products
    spreadDuties(
      setting.markets[m].structure,
      state.duty,
      state.dutyBefore,
      start,
      equilibrium.quantity,
      pace.priceAdjustment,
      pace.dutySpread,
      state.offsets,
      state.makerSums,
    )
    for (let i = start; i < start + products; i++) state.pricingCost[i] = state.productCost[i] + state.offsets[i]
    solvePrices(setting.markets[m], state.pricingCost, start, equilibrium)
    if (equilibrium.converged === 0) converged = false
    adjustPrices(products, state.price[m], equilibrium.price, state.productCost, start, pace.priceAdjustment)
    salesAtPrices(setting.markets[m], state.price[m], equilibrium)
  }
  shipOutput(setting, state)
  return converged
}

/** Cost factors of the year: the country's shock, and overtime where last year's load passed the plant's capacity. */
function pressCosts(
  setting: Setting,
  plants: PlantState,
  pace: MarketPace,
  shocks: Float64Array,
  shockOffset: number,
  state: YearState,
): void {
  const { geography } = setting
  sumBySlot(plants, state.output, state.plantNow)
  for (let j = 0; j < state.pressure.length; j++) {
    const slot = plants.lineSlot[j]
    const country = geography.country[j * placeCount + plants.linePlace[j]]
    const over = slot < 0 ? 0 : Math.max(0, state.plantNow[slot] / plants.capacity[slot] - 1)
    state.pressure[j] = shocks[shockOffset + country] * (1 + pace.overtimeCost * over)
  }
}

function sumBySlot(plants: PlantState, volume: Float64Array, sums: Float64Array): void {
  sums.fill(0)
  for (let j = 0; j < volume.length; j++) {
    const slot = plants.lineSlot[j]
    if (slot >= 0) sums[slot] += volume[j]
  }
}

/** Delivered cost and duty per vehicle of every line, where it now is. */
function costLines(setting: Setting, plants: PlantState, r: number, state: YearState): void {
  const { industry, geography, scales, tables, sourcing } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const site = j * placeCount + o
    const scale = scales.z[site] * state.pressure[j]
    for (let m = 0; m < marketCount; m++) {
      const base = scales.base[m * products + industry.lineProduct[j]] * scale
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      state.lineCost[m * lines + j] = base * tables.factor[cell] + geography.freight[site * destinationCount + m]
      state.lineDuty[m * lines + j] = base * tables.duty[cell]
    }
    const factor = rowFactor(sourcing, scales.assembly, setting.assemblyShare, lines, r, j, o)
    state.rowCost[j] = scales.baseRow[j] * scale * factor + geography.freight[site * destinationCount + rowDestination]
  }
}

/** Moves the split of every product towards its target, as far as plants have room. */
function splitProducts(setting: Setting, plants: PlantState, pace: MarketPace, state: YearState): void {
  const { industry, share0, cost0, thetaSplit } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < marketCount; m++) {
    const lineCost = state.lineCost.subarray(m * lines, (m + 1) * lines)
    for (let i = 0; i < products; i++) {
      const from = industry.lineOff[i]
      const to = industry.lineOff[i + 1]
      if (setting.scales.base[m * products + i] === 0) continue
      targetSplit(share0, m * lines, cost0, lineCost, from, to, thetaSplit, state.targets, m * lines)
    }
  }
  findRoom(setting, plants, state)
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const from = industry.lineOff[i]
      const to = industry.lineOff[i + 1]
      if (setting.scales.base[m * products + i] === 0) continue
      adjustSplit(state.weights, state.targets, m * lines, from, to, pace.splitAdjustment, state.room)
    }
  }
}

/**
 * Share of its wished rise in volume that each line's plant can take: 1 while the plant stays below `fullLoad` times its
 * capacity at last year's sales and this year's target split.
 */
function findRoom(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry } = setting
  const lines = industry.lines.length
  sumBySlot(plants, state.output, state.plantNow)
  state.plantThen.set(state.plantNow)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const slot = plants.lineSlot[j]
      const step = state.targets[m * lines + j] - state.weights[m * lines + j]
      if (slot >= 0 && step !== 0) state.plantThen[slot] += step * quantity[industry.lineProduct[j]]
    }
  }
  for (let j = 0; j < lines; j++) {
    const slot = plants.lineSlot[j]
    state.room[j] = 1
    if (slot < 0) continue
    const limit = fullLoad * plants.capacity[slot]
    const rise = state.plantThen[slot] - state.plantNow[slot]
    if (state.plantThen[slot] > limit && rise > 0) {
      state.room[j] = Math.max(0, Math.min(1, (limit - state.plantNow[slot]) / rise))
    }
  }
}

/** Unit cost and duty of products: means over their lines. A product that cannot be sold costs Infinity. */
function costProducts(setting: Setting, state: YearState): void {
  const { industry, scales } = setting
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
        weight += share
        cost += share * state.lineCost[m * lines + j]
        duty += share * state.lineDuty[m * lines + j]
      }
      const sold = scales.base[cell] > 0 && weight > 0 && cost < Infinity
      state.productCost[cell] = sold ? cost : Infinity
      state.duty[cell] = sold ? duty : 0
    }
  }
}

/** Vehicles by line: its share of the product's sales in each market, and what leaves the region. */
function shipOutput(setting: Setting, state: YearState): void {
  const { industry } = setting
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const i = industry.lineProduct[j]
    let volume = 0
    for (let m = 0; m < marketCount; m++) {
      const weight = state.weights[m * lines + j]
      if (weight > 0) volume += weight * state.equilibria[m].quantity[i]
    }
    const exported = setting.exports0[j]
    const change = state.rowCost[j] / setting.rowCost0[j]
    state.exports[j] = exported === 0 || change === 1 ? exported : exported * pow(change, -setting.rowElasticity)
    state.output[j] = volume + state.exports[j]
  }
}
