/**
 * Vehicles by line: the split of products between their lines within the room of plants, and what leaves the region.
 * Section 5 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount } from '../inputs/sets.ts'
import { cheapestSplit, adjustSplit, fullLoad } from '../cost/split.ts'
import type { YearState } from './yearState.ts'

/** Moves the split of products with several lines towards its target, as far as plants have room. */
export function splitProducts(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry, cost0, pace } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const from = industry.lineOff[i]
      const to = industry.lineOff[i + 1]
      if (to - from === 1 || cost0[m * products + i] === 0) continue
      cheapestSplit(setting, state.split, cost0[m * products + i], m * lines + from, m * lines + to)
    }
  }
  findRoom(setting, plants, state)
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      const from = industry.lineOff[i]
      const to = industry.lineOff[i + 1]
      if (to - from === 1 || cost0[m * products + i] === 0) continue
      adjustSplit(state, m * lines, from, to, pace.splitAdjustment)
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

/** Adds up a volume by line over the plants where lines are. */
export function sumBySlot(plants: PlantState, volume: Float64Array, sums: Float64Array): void {
  sums.fill(0)
  for (let j = 0; j < volume.length; j++) {
    const slot = plants.lineSlot[j]
    if (slot >= 0) sums[slot] += volume[j]
  }
}

/** Vehicles by line: its share of the product's sales in each market, and what leaves the region. */
export function shipOutput(setting: Setting, state: YearState): void {
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
