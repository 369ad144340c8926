/**
 * A year under quotas by volume: markets are settled again and again from where last year left them, until each quota's
 * volume fits its margin (see `quotaSearch`). Section 4 of docs/model.md. Years without quotas never come here.
 */
import { type LineCells, cellColumns, valueColumn } from '../cost/cellColumns.ts'
import { fillYearCells } from '../cost/lineCells.ts'
import type { PlantState } from '../plants/plantState.ts'
import { quotaOf, outsideGap } from '../cost/quotas.ts'
import { beginSearch, searchOn, shareOutside } from '../cost/quotaSearch.ts'
import type { Setting, QuotaSpace } from '../cost/setting.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { settleMarkets } from './year.ts'
import type { PlantRoom } from './plantRoom.ts'
import type { YearState } from './yearState.ts'

/** What a settled year leaves behind and the next one starts from. */
export interface MarketMemory {
  readonly weights: Float64Array
  readonly offsets: Float64Array
  readonly dutyBefore: Float64Array
  readonly output: Float64Array
  readonly price: readonly Float64Array[]
  readonly quantity: readonly Float64Array[]
  readonly typeMarkup: readonly Float64Array[]
  readonly shadow: Float64Array
  readonly premium: Float64Array
  scarce: PlantRoom['scarce']
}

/** A copy of a settled year, to start from again. */
export function createMarketMemory(state: YearState): MarketMemory {
  return {
    weights: state.weights.slice(),
    offsets: state.offsets.slice(),
    dutyBefore: state.dutyBefore.slice(),
    output: state.output.slice(),
    price: state.price.map((price) => price.slice()),
    quantity: state.equilibria.map(({ quantity }) => quantity.slice()),
    typeMarkup: state.equilibria.map(({ typeMarkup }) => typeMarkup.slice()),
    shadow: state.plantRoom.shadow.slice(),
    premium: state.plantRoom.premium.slice(),
    scarce: state.plantRoom.scarce,
  }
}

function remember(state: YearState, memory: MarketMemory): void {
  memory.weights.set(state.weights)
  memory.offsets.set(state.offsets)
  memory.dutyBefore.set(state.dutyBefore)
  memory.output.set(state.output)
  memory.shadow.set(state.plantRoom.shadow)
  memory.premium.set(state.plantRoom.premium)
  memory.scarce = state.plantRoom.scarce
  for (let m = 0; m < marketCount; m++) {
    memory.price[m].set(state.price[m])
    memory.quantity[m].set(state.equilibria[m].quantity)
    memory.typeMarkup[m].set(state.equilibria[m].typeMarkup)
  }
}

function restore(memory: MarketMemory, state: YearState): void {
  state.weights.set(memory.weights)
  state.offsets.set(memory.offsets)
  state.dutyBefore.set(memory.dutyBefore)
  state.output.set(memory.output)
  state.plantRoom.shadow.set(memory.shadow)
  state.plantRoom.premium.set(memory.premium)
  state.plantRoom.scarce = memory.scarce
  for (let m = 0; m < marketCount; m++) {
    state.price[m].set(memory.price[m])
    state.equilibria[m].quantity.set(memory.quantity[m])
    state.equilibria[m].typeMarkup.set(memory.typeMarkup[m])
  }
}

/**
 * Settles the markets of a year whose costs inside the quotas are in `state.cells`. Afterwards `state.inForce` holds the cost
 * factors that are paid on average, and `quotas.rent` what the margin costs more than that: the maker's rent per vehicle.
 *
 * @returns false if prices did not converge
 */
export function settleUnderQuotas(
  setting: Setting,
  quotas: QuotaSpace,
  memory: MarketMemory,
  plants: PlantState,
  r: number,
  state: YearState,
): boolean {
  const { search, inForce } = quotas
  fillYearCells(quotas.outside, plants, r, 1 - state.underContract, quotas.cells)
  remember(state, memory)
  beginSearch(search, quotas.policy.quotaVolume, r)
  state.inForce = inForce
  let converged = true
  do {
    restore(memory, state)
    blendQuotaCells(setting, quotas, plants, r, state.cells.mean, false)
    converged = settleMarkets(setting, plants, state)
    measureClaims(setting, quotas, plants, r, state)
  } while (searchOn(search))
  const margin = quotas.rent
  margin.set(inForce.factor)
  for (let q = 0; q < search.limit.length; q++) search.tightness[q] = shareOutside(search, q)
  blendQuotaCells(setting, quotas, plants, r, state.cells.mean, true)
  rentOfMargin(setting, plants, state, margin, inForce.factor)
  return converged
}

function tableCell(setting: Setting, plants: PlantState, r: number, m: number, j: number): number {
  const lines = setting.industry.lines.length
  return ((r * marketCount + m) * lines + j) * placeCount + plants.linePlace[j]
}

/**
 * Blends cost factors of vehicles inside and outside each quota into `quotas.inForce`: in + part * (out - in), the part of
 * each quota standing in `search.tightness`. If the border is closed outside the quota, only the factor at the margin rises
 * (by the duty that stands for it, see `outsideGap`); what is paid stays the factor inside.
 *
 * @param inside cells with the quota programmes open
 * @param paid whether the factors are those that are paid on average, rather than those at the margin
 */
function blendQuotaCells(
  setting: Setting,
  quotas: QuotaSpace,
  plants: PlantState,
  r: number,
  inside: LineCells,
  paid: boolean,
): void {
  const { inForce, policy, search } = quotas
  const part = search.tightness
  const outside = quotas.cells.mean
  inForce.factor.set(inside.factor)
  inForce.table.set(inside.table)
  inForce.exportParts.set(inside.exportParts)
  inForce.exportCredit.set(inside.exportCredit)
  const lines = setting.industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    for (let j = 0; j < lines; j++) {
      const q = quotaOf(policy, setting.tables, tableCell(setting, plants, r, m, j))
      if (q < 0 || part[q] === 0) continue
      const cell = m * lines + j
      const row = cell * cellColumns
      const isClosed = outside.factor[cell] === Infinity
      if (isClosed && paid) continue
      const gap = outsideGap(inside.factor[cell], outside.factor[cell], inside.table[row + valueColumn])
      inForce.factor[cell] = inside.factor[cell] + part[q] * gap
      if (isClosed) continue
      for (let n = row + valueColumn; n < row + cellColumns; n++) {
        inForce.table[n] = inside.table[n] + part[q] * (outside.table[n] - inside.table[n])
      }
    }
  }
}

/** Vehicles that claim each quota at the year's sales. */
function measureClaims(setting: Setting, quotas: QuotaSpace, plants: PlantState, r: number, state: YearState): void {
  const { search, policy } = quotas
  const lines = setting.industry.lines.length
  search.volume.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const q = quotaOf(policy, setting.tables, tableCell(setting, plants, r, m, j))
      if (q >= 0) search.volume[q] += state.weights[m * lines + j] * quantity[setting.industry.lineProduct[j]]
    }
  }
}

/** Turns factors at the margin into rents per vehicle: what the margin costs more than what is paid. */
function rentOfMargin(
  setting: Setting,
  plants: PlantState,
  state: YearState,
  margin: Float64Array,
  paid: Float64Array,
): void {
  const { scales, industry } = setting
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const scale = state.base[cell] * scales.locationFactor[j * placeCount + plants.linePlace[j]] * state.yearFactor[j]
      margin[cell] = margin[cell] === paid[cell] ? 0 : scale * (margin[cell] - paid[cell])
    }
  }
}
