/**
 * Vehicles by line: the split of products between their lines within the room of plants, and what leaves the region.
 * Section 5 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount } from '../inputs/sets.ts'
import { cheapestSplit, adjustSplit, fullLoad as fullLoadOfPlant } from '../cost/split.ts'
import type { YearState } from './yearState.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const fullLoad = fullLoadOfPlant

/** Moves the split of products with several lines towards its target, as far as plants have room. */
export function splitProducts(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry, cost0, pace } = setting
  const { severalLines, split } = state
  const { lineOff } = industry
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < markets; m++) {
    for (let n = 0; n < severalLines.length; n++) {
      const i = severalLines[n]
      const cost = cost0[m * products + i]
      if (cost > 0) cheapestSplit(setting, split, cost, m * lines + lineOff[i], m * lines + lineOff[i + 1])
    }
  }
  findRoom(setting, plants, state)
  for (let m = 0; m < markets; m++) {
    for (let n = 0; n < severalLines.length; n++) {
      const i = severalLines[n]
      if (cost0[m * products + i] === 0) continue
      adjustSplit(state, m * lines, lineOff[i], lineOff[i + 1], pace.splitAdjustment)
    }
  }
}

/**
 * Share of its wished rise in volume that each line's plant can take: 1 while the plant stays below `fullLoad` times its
 * capacity at last year's sales and this year's target split.
 */
function findRoom(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry } = setting
  const { lineOff } = industry
  const { lineSlot, capacity } = plants
  const { severalLines, targets, weights, output, plantNow, plantThen, room } = state
  const lines = industry.lines.length
  sumBySlot(plants, output, plantNow)
  plantThen.set(plantNow)
  for (let m = 0; m < markets; m++) {
    const { quantity } = state.equilibria[m]
    for (let n = 0; n < severalLines.length; n++) {
      const i = severalLines[n]
      for (let j = lineOff[i]; j < lineOff[i + 1]; j++) {
        const slot = lineSlot[j]
        const step = targets[m * lines + j] - weights[m * lines + j]
        if (slot >= 0 && step !== 0) plantThen[slot] += step * quantity[i]
      }
    }
  }
  for (let n = 0; n < severalLines.length; n++) {
    const i = severalLines[n]
    for (let j = lineOff[i]; j < lineOff[i + 1]; j++) {
      const slot = lineSlot[j]
      room[j] = 1
      if (slot < 0) continue
      const limit = fullLoad * capacity[slot]
      const rise = plantThen[slot] - plantNow[slot]
      if (plantThen[slot] > limit && rise > 0) room[j] = Math.max(0, Math.min(1, (limit - plantNow[slot]) / rise))
    }
  }
}

/** Adds up a volume by line over the plants where lines are. */
export function sumBySlot(plants: PlantState, volume: Float64Array, sums: Float64Array): void {
  const { lineSlot } = plants
  sums.fill(0)
  for (let j = 0; j < volume.length; j++) {
    const slot = lineSlot[j]
    if (slot >= 0) sums[slot] += volume[j]
  }
}

/** Vehicles by line: its share of the product's sales in each market, and what leaves the region. */
export function shipOutput(setting: Setting, state: YearState): void {
  const { industry, exports0, rowCost0, rowElasticity } = setting
  const { lineProduct } = industry
  const { weights, sales, rowCost, exports, output, equilibria } = state
  const lines = industry.lines.length
  for (let m = 0; m < markets; m++) {
    const { quantity } = equilibria[m]
    for (let j = 0; j < lines; j++) {
      const weight = weights[m * lines + j]
      sales[m * lines + j] = weight > 0 ? weight * quantity[lineProduct[j]] : 0
    }
  }
  for (let j = 0; j < lines; j++) {
    const volume = sales[j] + sales[lines + j] + sales[2 * lines + j]
    const exported = exports0[j]
    const change = exported === 0 ? 1 : rowCost[j] / rowCost0[j]
    exports[j] = change === 1 ? exported : exported * pow(change, -rowElasticity)
    output[j] = volume + exports[j]
  }
}
