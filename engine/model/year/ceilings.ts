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
import { shiftWeights, spreadPremium } from './scarcity.ts'
import { subsidiseProducts } from './subsidyYear.ts'
import { shipOutput, sumBySlot } from './volumes.ts'
import { costProducts } from './yearCosts.ts'
import type { YearState } from './yearState.ts'

// A constant of this file's own: that of another one is read from memory in every round of a loop.
const markets = marketCount

/**
 * Raises the shadow prices of plants until demand fits. Prices, sales and output of the year are
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
  beginSlack(search)
  guessLevels(room)
  do {
    buildAtShadow(setting, plants, state)
    writeExcess(room)
  } while (searchSlack(search))
  if (search.solved === 1 && dropSlack(search)) buildAtShadow(setting, plants, state)
  learnGain(room)
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
/** No level is guessed at more than this multiple of the excess. */
const largestGain = 10

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

/** Levels from what is too much at no shadow price, by what that came to in the last search. */
function guessLevels(room: PlantRoom): void {
  const { search, gain, over } = room
  writeExcess(room)
  for (let s = 0; s < gain.length; s++) {
    over[s] = Math.max(0, search.excess[s])
    search.level[s] = gain[s] * over[s]
  }
}

/** Remembers what excess at no shadow price has come to. */
function learnGain({ search: { level }, gain, over }: PlantRoom): void {
  for (let s = 0; s < gain.length; s++) {
    if (over[s] > 0 && level[s] > 0) gain[s] = Math.min(largestGain, level[s] / over[s])
  }
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
