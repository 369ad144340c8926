/** Counts the plants of the region where Chinese makers build: those with at least one of their lines. Section 13. */
import type { Industry } from '../inputs/industry.ts'
import { outcomeIndex } from './outcomes.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'

const first = outcomeIndex('chineseMakersPlants.US')
const regionPlaces = 3
const china = 2

/** @param group [maker] group of its headquarters, see `ledger` */
export function reportChinesePlants(
  industry: Industry,
  group: Uint8Array,
  map: PlantMap,
  plants: PlantState,
  outcomes: Float64Array,
  row: number,
): void {
  for (let o = 0; o < regionPlaces; o++) outcomes[row + first + o] = 0
  for (let j = 0; j < plants.lineSlot.length; j++) {
    const slot = plants.lineSlot[j]
    if (slot < 0 || !isChinese(industry, group, j)) continue
    let isFirst = true
    for (let other = 0; other < j; other++) {
      if (plants.lineSlot[other] === slot && isChinese(industry, group, other)) isFirst = false
    }
    if (isFirst) outcomes[row + first + map.place[slot]] += 1
  }
}

function isChinese(industry: Industry, group: Uint8Array, j: number): boolean {
  return group[industry.productMaker[industry.lineProduct[j]]] === china
}
