/**
 * What makers earn where not all that would be sold can be: rents of quotas, and of plants at their ceiling. Sections 4, 10 and 13 of
 * docs/model.md. Both are part of makers' margins. Money is in thousand USD.
 */
import type { Setting } from '../cost/setting.ts'
import { marketCount } from '../inputs/sets.ts'
import type { YearState } from '../year/yearState.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import type { Ledger } from './ledger.ts'

/**
 * What a maker earns on a vehicle that leaves the region: the constant markup on the cost that it prices on, and the shadow price of a
 * full plant, which is part of that cost and not paid.
 */
export function exportMargin({ setting, plants, year: { rowCost, plantRoom } }: AccountedEconomy, j: number): number {
  const slot = plants.lineSlot[j]
  const markup = rowCost[j] / (setting.rowElasticity - 1)
  return slot < 0 ? markup : markup + plantRoom.shadow[slot]
}

/** Quota rent of one vehicle of a line in a market, thousand USD; 0 in years without a quota in force. */
export function rentOf({ quotas }: Setting, state: YearState, cell: number): number {
  // `quotas.rent` is only written in years with a quota in force, and otherwise holds the rents of such an earlier year.
  if (quotas === undefined || state.inForce !== quotas.inForce) return 0
  return quotas.rent[cell] === 0 ? 0 : state.lineShareFactor[cell] * quotas.rent[cell]
}

/**
 * Adds quota rents to profits: a maker prices at the cost of a vehicle outside the quota, and pays less for those inside.
 */
export function addRents(setting: Setting, state: YearState, ledger: Ledger): void {
  const { industry } = setting
  const lines = industry.lines.length
  ledger.quotaRent.fill(0)
  for (let m = 0; m < marketCount; m++) {
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const perVehicle = rentOf(setting, state, cell)
      if (perVehicle === 0) continue
      const i = industry.lineProduct[j]
      const rent = state.sales[cell] * perVehicle
      ledger.quotaRent[m] += rent
      ledger.profit[ledger.group[industry.productMaker[i]]] += rent
    }
  }
}

/** Rents of a country's plants at their ceiling: what buyers pay for scarcity, over what makers ask. */
export function ceilingRent({ map, year: { plantRoom } }: AccountedEconomy, o: number): number {
  const { shadow, volume } = plantRoom
  let rent = 0
  for (let s = 0; s < map.slots; s++) if (shadow[s] > 0 && map.place[s] === o) rent += shadow[s] * volume[s]
  return rent
}

/** A country's plants at their ceiling. */
export function fullPlants({ map, year: { plantRoom } }: AccountedEconomy, o: number): number {
  let full = 0
  for (let s = 0; s < map.slots; s++) if (plantRoom.shadow[s] > 0 && map.place[s] === o) full += 1
  return full
}
