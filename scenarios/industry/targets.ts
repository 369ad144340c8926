/**
 * The national figures of 2024 that the industry is calibrated to, taken out of the files by name. Vehicles a year,
 * USD, persons, as the files have them.
 */
import { figureOf, figuresUnder, type Figure } from './figureRows.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { Tables } from './tables.ts'

export const baseYear = 2024

/** A year at the rate of nine months. */
export const yearOfNineMonths: number = 12 / 9

export interface Targets {
  readonly usSales: Figure
  readonly usElectric: Figure
  readonly usOutput: Figure
  readonly usPrice: Figure
  /** [maker] sales in the US, where a maker's own total is known. */
  readonly usSalesByMaker: ReadonlyMap<string, Figure>
  readonly canadaSales: Figure
  readonly canadaElectric: Figure
  readonly canadaOutput: Figure
  readonly usToCanada: Figure
  readonly mexicoSales: Figure
  /** The same without the Chinese brands that did not report. */
  readonly mexicoSalesReported: Figure
  readonly mexicoOutput: Figure
  /** Sales in Mexico of what is built there. */
  readonly mexicoToMexico: Figure
  /** Sales in Mexico by country of assembly, nine months, brands that report. */
  readonly usToMexicoNineMonths: Figure
  readonly chinaToMexicoNineMonths: Figure
  /** [brand] a Chinese brand's sales in Mexico. */
  readonly chineseBrandSales: ReadonlyMap<string, Figure>
  /** General Motors' share of the vehicles made in China and sold in Mexico. */
  readonly generalMotorsShareOfChinaBuilt: Figure
  /** How far Chinese brands' prices in Mexico lie below rivals', as a fraction. */
  readonly chinesePriceGap: Figure
}

/** @throws an error of kind `data` that lists the figures that are not there */
export function readTargets({ markets, chineseBrands }: Tables): Targets {
  const problems: DataProblem[] = []
  const market = (...words: string[]): Figure => figureOf(markets, [baseYear, ...words], problems)
  const nineMonths = (from: string): Figure =>
    market('Mexico', 'sales_by_origin', from, 'light_vehicles_jan_sep', 'units')
  const targets = {
    usSales: market('USA', 'sales', 'total', 'light_vehicles', 'units'),
    usElectric: market('USA', 'sales', 'total', 'BEV', 'units'),
    usOutput: market('USA', 'production', 'total', 'light_vehicles', 'units'),
    usPrice: market('USA', 'average_transaction_price', 'total', 'light_vehicles', 'USD'),
    usSalesByMaker: makersTotals(figuresUnder(markets, [baseYear, 'USA', 'sales'])),
    canadaSales: market('Canada', 'sales', 'total', 'light_vehicles', 'units'),
    canadaElectric: market('Canada', 'sales', 'total', 'BEV', 'units'),
    canadaOutput: market('Canada', 'production', 'total', 'light_vehicles', 'units'),
    usToCanada: market('USA', 'exports', 'Canada', 'light_vehicles', 'units'),
    mexicoSales: market('Mexico', 'sales', 'total', 'light_vehicles_incl_nonreporting', 'units'),
    mexicoSalesReported: market('Mexico', 'sales', 'total', 'light_vehicles', 'units'),
    mexicoOutput: market('Mexico', 'production', 'total', 'light_vehicles', 'units'),
    mexicoToMexico: market('Mexico', 'sales_by_origin', 'Mexico', 'light_vehicles', 'units'),
    usToMexicoNineMonths: nineMonths('USA'),
    chinaToMexicoNineMonths: nineMonths('China'),
    chineseBrandSales: brandSales(chineseBrands.figures),
    generalMotorsShareOfChinaBuilt: figureOf(
      chineseBrands,
      ['GM (Chevrolet)', 2023, 'share_of_made_in_China_sales_in_Mexico'],
      problems,
    ),
    chinesePriceGap: figureOf(chineseBrands, ['Chinese brands in Mexico', 2025, 'cost_or_price_advantage'], problems),
  }
  if (problems.length > 0) throw dataError(problems)
  return targets
}

/** `Maker / light_vehicles / units` -> maker; a remark such as `(incl Genesis)` belongs to no name. */
function makersTotals(found: ReadonlyMap<string, Figure>): ReadonlyMap<string, Figure> {
  const totals = new Map<string, Figure>()
  for (const [words, figure] of found) {
    const [name, product] = words.split(' / ')
    if (name !== 'total' && product === 'light_vehicles') totals.set(name.replace(/ \(incl[^)]*\)$/, ''), figure)
  }
  return totals
}

/** Brands' own sales of the base year; rows that sum over brands begin with `All`. */
function brandSales(figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Figure> {
  const sales = new Map<string, Figure>()
  for (const [name, figure] of figures) {
    const [brand, year, metric] = name.split(' / ')
    if (year === String(baseYear) && metric === 'mexico_sales' && !brand.startsWith('All ')) sales.set(brand, figure)
  }
  return sales
}
