/** Bands of income joined to as many groups of buyers as a scenario tells apart, poorest first. Section 6 of docs/model.md. */
import { householdsInBand, type MarketBuyers } from '../inputs/buyers.ts'
import type { BuyersByIncome } from './market.ts'

/** [groups][band] group that the band belongs to. */
const groupsOfBands: readonly (readonly number[])[] = [
  [],
  [0, 0, 0, 0, 0, 0],
  [0, 0, 0, 1, 1, 1],
  [0, 0, 1, 1, 2, 2],
  [0, 0, 1, 2, 3, 3],
  [0, 1, 2, 3, 4, 4],
  [0, 1, 2, 3, 4, 5],
]

/** [band] its group where buyers are told apart in so many groups, 1 to 6. */
export function groupsOf(count: number): readonly number[] {
  return groupsOfBands[count]
}

/** Buyers of a market in so many groups: shares added up, incomes as means over households. */
export function groupBuyers({ income, purchases }: MarketBuyers, count: number): BuyersByIncome {
  const people = Array.from({ length: count }, () => 0)
  const bought = Array.from({ length: count }, () => 0)
  const earned = Array.from({ length: count }, () => 0)
  groupsOf(count).forEach((r, band) => {
    people[r] += householdsInBand[band]
    bought[r] += purchases[band]
    earned[r] += householdsInBand[band] * income[band]
  })
  return { people, purchases: bought, income: earned.map((sum, r) => sum / people[r]) }
}
