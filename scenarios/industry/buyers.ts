/**
 * Rule `buyers`: households by income and what they buy of all new vehicles, from `incomes.csv`. Shares of purchases must add up to 1.
 */
import { incomeBands, type MarketBuyers } from '../../engine/model/inputs/buyers.ts'
import { figureOf } from './figureRows.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { Tables } from './tables.ts'

const countries = ['USA', 'Canada', 'Mexico']
const roundingOfShares = 1e-6

/**
 * [market] its buyers.
 *
 * @throws an error of kind `data` that lists the figures that are not there, and shares that do not add up
 */
export function readBuyers({ incomes }: Tables): readonly MarketBuyers[] {
  const problems: DataProblem[] = []
  const figure = (...words: string[]): number => figureOf(incomes, words, problems).value
  const buyers = countries.map((country) => ({
    households: figure('households', country, 'all'),
    income: incomeBands.map((band) => figure('income', country, band)),
    purchases: incomeBands.map((band) => figure('purchases', country, band)),
  }))
  buyers.forEach(({ purchases }, m) => {
    const sum = purchases.reduce((total, share) => total + share, 0)
    if (Number.isNaN(sum) || Math.abs(sum - 1) < roundingOfShares) return
    const message = `shares of purchases in ${countries[m]} add up to ${sum}, must add up to 1`
    problems.push({ file: incomes.file, column: 'value', message, given: String(sum), allowed: '1' })
  })
  if (problems.length > 0) throw dataError(problems)
  return buyers
}
