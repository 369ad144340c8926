/**
 * Rules `pay` and `farms`: what a job in assembly and in parts pays an hour and a year, from hourly figures of
 * `wages_costs.csv`; from `markets.csv` what US farms sell to Canada and Mexico, and rule `exports`: what vehicles and parts are of
 * all that these sell to the US.
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
  /** [US, CA, MX x vehicles, parts] shares in all goods that the country sells to the US; 0 at home. */
  readonly shareOfExportsToUs: Float64Array
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
  const imports = (year: number, partner: string, product: string): number =>
    figureOf(markets, [year, 'USA', 'imports', partner, product, 'USD'], problems).value
  // Parts as Section 232 lists them are known by country from 2025 on.
  const sharesOf = (partner: string): readonly number[] => {
    const all = imports(baseYear, partner, 'all_goods')
    const parts = imports(baseYear + 1, partner, 'auto_parts_s232')
    return [imports(baseYear, partner, 'vehicles_Proc10908') / all, parts / all]
  }
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
  const shareOfExportsToUs = Float64Array.of(0, 0, ...sharesOf('Canada'), ...sharesOf('Mexico'))
  if (problems.length > 0) throw dataError(problems)
  return {
    assemblyPay: yearly(assemblyWage),
    partsPay: yearly(partsWage),
    assemblyWage,
    partsWage,
    farmExports,
    shareOfExportsToUs,
  }
}
