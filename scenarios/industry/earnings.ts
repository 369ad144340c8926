/**
 * Rules `pay` and `farms`: what a job in assembly and in parts pays an hour and a year, from hourly figures of
 * `wages_costs.csv`, and what US farms sell to Canada and Mexico, from `markets.csv`.
 */
import { figureOf } from './figureRows.ts'
import { canadianTopRateToMean, hoursAYear, usdPerCanadianDollar } from './judgement.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { Tables } from './tables.ts'
import { baseYear } from './targets.ts'

export interface Earnings {
  /** [US, CA, MX] thousand USD a year for one job. */
  readonly assemblyPay: Float64Array
  readonly partsPay: Float64Array
  /** [US, CA, MX] USD an hour. */
  readonly assemblyWage: Float64Array
  readonly partsWage: Float64Array
  /** [US, CA, MX] thousand USD a year of US farm products sold there; 0 at home. */
  readonly farmExports: Float64Array
}

/** [US, CA, MX] thousand USD a year from USD an hour. */
function yearly(rates: Float64Array): Float64Array {
  return rates.map((rate, o) => (rate * hoursAYear[o]) / 1_000)
}

/** @throws an error of kind `data` that lists the figures that are not there */
export function readEarnings({ wages, markets }: Tables): Earnings {
  const problems: DataProblem[] = []
  const hourly = (...words: (string | number)[]): number => figureOf(wages, words, problems).value
  const farm = (partner: string): number =>
    figureOf(markets, [baseYear, 'USA', 'exports', partner, 'farm_products', 'USD'], problems).value / 1_000
  const canadian = {
    assembly: hourly('wage_top_rate', 'Canada', 'Unifor assembler', 2026) * canadianTopRateToMean,
    parts: hourly('avg_hourly_earnings', 'Canada', 'parts suppliers (Unifor range)', 2023),
  }
  const assemblyWage = Float64Array.of(
    hourly('avg_hourly_earnings', 'USA', 'assembly 3361 production', baseYear),
    canadian.assembly * usdPerCanadianDollar,
    hourly('wage', 'Mexico', 'assembly 3361 worker cash', baseYear),
  )
  const partsWage = Float64Array.of(
    hourly('avg_hourly_earnings', 'USA', 'parts 3363 production', baseYear),
    canadian.parts * usdPerCanadianDollar,
    hourly('wage', 'Mexico', 'parts 3363 worker cash', baseYear),
  )
  const farmExports = Float64Array.of(0, farm('Canada'), farm('Mexico'))
  if (problems.length > 0) throw dataError(problems)
  return { assemblyPay: yearly(assemblyWage), partsPay: yearly(partsWage), assemblyWage, partsWage, farmExports }
}
