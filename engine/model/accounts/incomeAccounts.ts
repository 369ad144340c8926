/**
 * Who pays by income: consumers' gains by fifths of households, as a share of what these earn, and the prices that they pay.
 * Section 13 of docs/model.md.
 */
import type { AccountedEconomy } from './accountedEconomy.ts'
import { outcomeIndex } from './outcomes.ts'
import { fifthOfBand, householdsInBand, type MarketBuyers } from '../inputs/buyers.ts'
import { fifthCount, pricesPaid, surplusByFifth } from '../market/fifths.ts'

const thousandsInMillion = 1000
const percent = 100

const at = ['US', 'CA', 'MX'].map((country) => ({
  consumers: outcomeIndex(`consumers${country}.poorest`),
  incomeShare: outcomeIndex(`incomeShare${country}.poorest`),
  pricePaid: outcomeIndex(`pricePaid${country}.poorest`),
}))
const richest = fifthCount - 1

/** Writes the outcomes of year t by income into its row; year 0 sets the levels that later years are compared with. */
export function reportIncomes({ setting, year, ledger }: AccountedEconomy, t: number, row: Float64Array): void {
  const { industry, markets } = setting
  const { surplusByFifth: now, baseSurplusByFifth: before } = ledger
  for (let m = 0; m < markets.length; m++) {
    const start = m * fifthCount
    surplusByFifth(markets[m], industry.buyers[m], year.equilibria[m], now, start)
    for (let q = 0; q < fifthCount; q++) {
      if (t === 0) before[start + q] = now[start + q]
      row[at[m].consumers + q] = (now[start + q] - before[start + q]) / thousandsInMillion
    }
    const ends = [0, richest]
    for (let n = 0; n < ends.length; n++) {
      const earned = incomeOf(industry.buyers[m], ends[n])
      row[at[m].incomeShare + n] = (percent * row[at[m].consumers + ends[n]]) / earned
    }
    const paid = pricesPaid(markets[m], year.price[m], year.equilibria[m])
    row[at[m].pricePaid] = paid.poorest
    row[at[m].pricePaid + 1] = paid.richest
  }
}

/** Income of all households of a fifth, million USD a year. */
function incomeOf({ households, income }: MarketBuyers, fifth: number): number {
  let sum = 0
  for (let band = 0; band < income.length; band++) {
    if (fifthOfBand[band] === fifth) sum += households * householdsInBand[band] * income[band]
  }
  return sum
}
