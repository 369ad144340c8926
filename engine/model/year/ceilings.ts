/**
 * No plant passes its ceiling. Section 10 of docs/model.md.
 *
 *   output[s] <= ceiling capacity[s],    shadow[s] >= 0,    shadow[s] (ceiling capacity[s] - output[s]) = 0
 *
 * The shadow price of a plant is what one more vehicle from it would be worth. Buyers pay it at once, on top of what makers ask, as
 * they paid dealers in 2021 and 2022: a product's price holds the mean of the shadow prices of its lines, and what leaves the region
 * is priced at them too. A product that is built at several plants moves away from the full ones as from a cost,
 *
 *   weight[j] ~ weight[j] (1 + shadow[s]/cost[j])^-thetaSplit
 *
 * at once, so that sister plants with room take a part of what does not fit. Makers reckon with what buyers pay over their prices a year
 * later. Nobody pays a shadow price but buyers, so that all of it is margin of the plant's maker.
 *
 * Plants are searched at once (`slackSearch`), at the prices that makers ask: a round is the sales of three markets. Where no plant is
 * full there is nothing to do, and results have the bits that they would have without ceilings.
 */
import { log, pow } from '../../math/elementary.ts'
import { beginSlack, searchSlack, type SlackSearch } from '../../math/slackSearch.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount } from '../inputs/sets.ts'
import { salesAtPrices } from '../market/demand.ts'
import type { PlantState } from '../plants/plantState.ts'
import { relaxPlants, type PlantRoom } from './plantRoom.ts'
import { subsidiseProducts } from './subsidyYear.ts'
import { shipOutput, sumBySlot } from './volumes.ts'
import { costProducts } from './yearCosts.ts'
import type { YearState } from './yearState.ts'

// A constant of this file's own: that of another one is read from memory in every round of a loop.
const markets = marketCount

/** Takes what buyers pay over what makers ask off the prices of one market, those charged and those that makers want. */
export function takeOffPremium(
  premium: Float64Array,
  start: number,
  charged: Float64Array,
  wanted: Float64Array,
): void {
  for (let i = 0; i < charged.length; i++) {
    const over = premium[start + i]
    if (over === 0) continue
    charged[i] -= over
    wanted[i] -= over
  }
}

/**
 * Raises the shadow prices of plants until demand fits, from where they stood last year. Prices, sales and output of the year are
 * those of prices as makers ask them, and those that fit afterwards.
 *
 * @returns false if no shadow prices were found
 */
export function fitIntoPlants(setting: Setting, plants: PlantState, state: YearState): boolean {
  const { plantRoom: room } = state
  sumBySlot(plants, state.output, room.volume)
  if (!findFull(room, plants.capacity, setting.pace.plantCeiling)) {
    if (room.scarce === 1) relaxPlants(room)
    return true
  }
  keepAsked(state)
  room.moved = 0
  measureUnits(setting, plants, state)
  const { search } = room
  for (let s = 0; s < search.level.length; s++) search.level[s] = room.shadow[s] / room.unit[s]
  beginSlack(search)
  // What is built at no shadow price is known already.
  if (room.scarce === 1) buildAtShadow(setting, plants, state)
  do writeExcess(room)
  while (searchSlack(search) && buildAtShadow(setting, plants, state))
  if (search.solved === 1 && dropSlack(search)) buildAtShadow(setting, plants, state)
  room.scarce = 1
  for (let j = 0; j < state.rowCost.length; j++) {
    const slot = plants.lineSlot[j]
    if (slot >= 0) state.rowCost[j] += room.shadow[slot]
  }
  shipOutput(setting, state)
  if (room.moved === 1) {
    costProducts(setting, state)
    if (setting.subsidies !== undefined) subsidiseProducts(setting, setting.subsidies, state)
  }
  return search.solved === 1
}

/** Sets the plants' ceilings. A plant that has lost all its capacity builds one vehicle. Returns whether any plant is above its own. */
function findFull({ limit, volume }: PlantRoom, capacity: Float64Array, ceiling: number): boolean {
  let full = false
  for (let s = 0; s < limit.length; s++) {
    limit[s] = Math.max(1, ceiling * capacity[s])
    if (volume[s] > limit[s]) full = true
  }
  return full
}

function keepAsked({ price, weights, plantRoom: { asked, aimed } }: YearState): void {
  const products = price[0].length
  aimed.set(weights)
  for (let m = 0; m < markets; m++) asked.set(price[m], m * products)
}

/** Own-price elasticity that first steps are taken with; the search finds out what it is. */
const firstElasticity = 5

/** Shadow prices that take a plant's output away by themselves: one over the mean of its lines' slopes, to price and to sister plants. */
function measureUnits(setting: Setting, plants: PlantState, state: YearState): void {
  const { weights, sales, price, exports, rowCost, lineCost, plantRoom } = state
  const { unit, volume } = plantRoom
  const { lineProduct } = setting.industry
  const { lineSlot } = plants
  const lines = lineSlot.length
  unit.fill(0)
  for (let j = 0; j < lines; j++) {
    const slot = lineSlot[j]
    if (slot < 0) continue
    let lost = exports[j] === 0 ? 0 : (exports[j] * setting.rowElasticity) / rowCost[j]
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      if (!(sales[cell] > 0)) continue
      const byPrice = (weights[cell] * firstElasticity) / price[m][lineProduct[j]]
      const bySisters = ((1 - weights[cell]) * setting.thetaSplit) / lineCost[cell]
      lost += sales[cell] * (byPrice + bySisters)
    }
    unit[slot] += lost
  }
  for (let s = 0; s < unit.length; s++) unit[s] = unit[s] > 0 ? volume[s] / unit[s] : 1
}

/** How far plants are above their ceilings, as a logarithm. */
function writeExcess({ search: { excess }, volume, limit }: PlantRoom): void {
  for (let s = 0; s < excess.length; s++) excess[s] = volume[s] > 0 ? log(volume[s] / limit[s]) : -Infinity
}

/** Shadow prices that are next to nothing at plants with room are nothing. Returns whether there were any. */
function dropSlack({ level, excess }: SlackSearch): boolean {
  let dropped = false
  for (let s = 0; s < level.length; s++) {
    if (level[s] === 0 || level[s] + excess[s] > 0) continue
    level[s] = 0
    dropped = true
  }
  return dropped
}

/** Prices, sales and output at the shadow prices of the search. */
function buildAtShadow(setting: Setting, plants: PlantState, state: YearState): boolean {
  const { price, equilibria, plantRoom: room } = state
  const { shadow, unit, search, premium, asked } = room
  for (let s = 0; s < shadow.length; s++) shadow[s] = search.level[s] * unit[s]
  shiftWeights(setting, plants, state)
  spreadPremium(setting, plants, state)
  const products = price[0].length
  for (let m = 0; m < markets; m++) {
    const charged = price[m]
    for (let i = 0; i < products; i++) charged[i] = asked[m * products + i] + premium[m * products + i]
    salesAtPrices(setting.markets[m], charged, equilibria[m])
  }
  sumVolumes(setting, plants, state)
  return true
}

/** Moves products with several lines away from full plants. */
function shiftWeights(setting: Setting, plants: PlantState, state: YearState): void {
  const { severalLines, weights, plantRoom } = state
  const { shadow, aimed } = plantRoom
  const { lineOff } = setting.industry
  const lines = plants.lineSlot.length
  for (let n = 0; n < severalLines.length; n++) {
    const first = lineOff[severalLines[n]]
    const last = lineOff[severalLines[n] + 1]
    const short = isShort(shadow, plants.lineSlot, first, last)
    if (!short && plantRoom.moved === 0) continue
    for (let offset = 0; offset < markets * lines; offset += lines) {
      for (let cell = offset + first; cell < offset + last; cell++) weights[cell] = aimed[cell]
      if (short) shiftProduct(setting, plants, state, offset, first, last)
    }
    if (short) plantRoom.moved = 1
  }
}

/** Whether a shadow price stands at a plant of these lines. */
function isShort(shadow: Float64Array, lineSlot: Int32Array, from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (lineSlot[j] >= 0 && shadow[lineSlot[j]] > 0) return true
  return false
}

/** The same for lines from..to-1 of one product in the market whose cells begin at `offset`. */
function shiftProduct(
  { thetaSplit }: Setting,
  { lineSlot }: PlantState,
  { weights, lineCost, plantRoom: { shadow } }: YearState,
  offset: number,
  from: number,
  to: number,
): void {
  let total = 0
  for (let j = from; j < to; j++) {
    const cell = offset + j
    const over = lineSlot[j] >= 0 && weights[cell] > 0 ? shadow[lineSlot[j]] : 0
    if (over > 0) weights[cell] *= pow(1 + over / lineCost[cell], -thetaSplit)
    total += weights[cell]
  }
  if (total === 0) return
  for (let cell = offset + from; cell < offset + to; cell++) weights[cell] /= total
}

/** Mean shadow prices of products over their lines. */
function spreadPremium(setting: Setting, plants: PlantState, { weights, plantRoom }: YearState): void {
  const { premium, shadow } = plantRoom
  const { lineProduct, products } = setting.industry
  const { lineSlot } = plants
  const lines = lineSlot.length
  premium.fill(0)
  for (let j = 0; j < lines; j++) {
    const slot = lineSlot[j]
    if (slot < 0 || shadow[slot] === 0) continue
    for (let m = 0; m < markets; m++)
      premium[m * products.length + lineProduct[j]] += weights[m * lines + j] * shadow[slot]
  }
}

/** What plants build at the sales of the moment, what leaves the region included. */
function sumVolumes(setting: Setting, plants: PlantState, state: YearState): void {
  const { weights, equilibria, rowCost, plantRoom } = state
  const { volume, shadow } = plantRoom
  const { exports0, rowCost0, rowElasticity, industry } = setting
  const { lineSlot } = plants
  const lines = lineSlot.length
  volume.fill(0)
  for (let j = 0; j < lines; j++) {
    const slot = lineSlot[j]
    if (slot < 0) continue
    const i = industry.lineProduct[j]
    let built =
      exports0[j] === 0
        ? 0
        : shadow[slot] === 0
          ? state.exports[j]
          : exports0[j] * pow((rowCost[j] + shadow[slot]) / rowCost0[j], -rowElasticity)
    for (let m = 0; m < markets; m++) {
      const weight = weights[m * lines + j]
      if (weight > 0) built += weight * equilibria[m].quantity[i]
    }
    volume[slot] += built
  }
}
