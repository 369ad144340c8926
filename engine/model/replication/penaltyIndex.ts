/**
 * The penalty index of Head, Mayer and Melitz (2024): what a carline loses by not complying with a rule of origin, as
 * a factor on the price of all its sales.
 *
 * Losing the preference adds the duty t_d - 1 in some destinations and nothing at home and in the rest of the world.
 * With demand of elasticity eta and r_d the ratio of sales in destination d to those that no duty touches, the price
 * index of the carline's buyers rises, and its quantity falls, as if all its sales paid
 *
 *     tau  = [ (1 + sum_d r_d t_d^(1-eta)) / (1 + sum_d r_d) ]^(1/(1-eta))
 *     tauQ = [ (1 + sum_d r_d t_d^(-eta))  / (1 + sum_d r_d) ]^(1/(-eta))
 *
 * With one destination tau is the index of the paper's text; several add up in the sums. Multiplying through by the
 * sales that no duty touches, both are means over destinations weighted by sales, which need no such sales to exist.
 */
import { pow } from '../../math/elementary.ts'
import type { Penalty } from './closure.ts'

/** Sales in one destination and the factor by which losing the preference raises their price there. */
export interface TaxedSales {
  readonly sales: number
  readonly factor: number
}

/** [ sum_d sales_d * factor_d^(-power) / sum_d sales_d ]^(-1/power), with power eta-1 for tau and eta for tauQ. */
export function powerMean(destinations: readonly TaxedSales[], power: number): number {
  let total = 0
  let sum = 0
  for (const { sales, factor } of destinations) {
    total += sales
    sum += sales * pow(factor, -power)
  }
  return pow(sum / total, -1 / power)
}

/**
 * Penalty over all destinations of a carline, home and the rest of the world included with factor 1.
 *
 * @param destinations sales in any unit; those without sales do not count.
 * @throws RangeError if nothing is sold anywhere.
 */
export function penaltyOfSales(destinations: readonly TaxedSales[], eta: number): Penalty {
  const sold = destinations.reduce((sum, { sales }) => sum + sales, 0)
  if (!(sold > 0)) throw new RangeError(`penalty index: a carline must have sales somewhere; given: ${sold}`)
  return { tau: powerMean(destinations, eta - 1), tauQ: powerMean(destinations, eta) }
}
