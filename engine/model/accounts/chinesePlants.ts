/** Counts the plants of the region where Chinese makers build: those with at least one of their lines. Section 13. */
import { headquarters, regionPlaces } from '../inputs/sets.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import { outcomeIndex } from './outcomes.ts'

const first = outcomeIndex('chineseMakersPlants.US')

/** Writes the numbers of plants by country into the year's row [outcome]. */
export function reportChinesePlants(economy: AccountedEconomy, row: Float64Array): void {
  const { map, plants } = economy
  for (let o = 0; o < regionPlaces; o++) row[first + o] = 0
  for (let j = 0; j < plants.lineSlot.length; j++) {
    const slot = plants.lineSlot[j]
    if (slot < 0 || !isChinese(economy, j)) continue
    let isFirst = true
    for (let other = 0; other < j; other++) {
      if (plants.lineSlot[other] === slot && isChinese(economy, other)) isFirst = false
    }
    if (isFirst) row[first + map.place[slot]] += 1
  }
}

/** Whether line j's maker has its headquarters in China. */
function isChinese({ setting, ledger }: AccountedEconomy, j: number): boolean {
  const { industry } = setting
  return ledger.group[industry.productMaker[industry.lineProduct[j]]] === headquarters.china
}
