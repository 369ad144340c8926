/** Outcomes of wages, currencies and prices of parts, paths and answers together. Section 5 of docs/model.md. */
import type { Setting } from '../cost/setting.ts'
import { originCount, place, regionPlaces } from '../inputs/sets.ts'
import { outcomeIndex } from './outcomes.ts'

const at = {
  wage: outcomeIndex('wage.US'),
  exchangeRate: outcomeIndex('exchangeRate.CA'),
  partsPrice: outcomeIndex('partsPrice.US'),
}

/** Writes them for a year under regime r, as multiples of the base year's. */
export function reportLocalPrices({ closure, customs }: Setting, r: number, row: Float64Array): void {
  const { wageChange, currencyChange } = customs.policy
  for (let o = 0; o < regionPlaces; o++) {
    const cell = r * regionPlaces + o
    // Origins of parts stand in the order of the countries.
    const parts = r * originCount + o
    row[at.wage + o] = (1 + wageChange[cell]) * closure.wage[o]
    row[at.partsPrice + o] = customs.local.parts[parts] * closure.parts[parts]
    if (o !== place.US) row[at.exchangeRate + o - 1] = (1 + currencyChange[cell]) * closure.rate[cell]
  }
}
