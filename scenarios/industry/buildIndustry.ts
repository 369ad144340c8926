/**
 * Tables to the industry of the base year, its fit and the rules used: the order in which the imputation rules run.
 * Pure: the same tables give the same bits on every machine.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { toIndustry } from './arrays.ts'
import { canadaSalesByLine } from './canadaSales.ts'
import { salesKnowledge } from './confidence.ts'
import { baseContent } from './content.ts'
import { contentByPlace } from './contentElsewhere.ts'
import { readBuyers } from './buyers.ts'
import { readEarnings } from './earnings.ts'
import { type IndustryFit, describeFit } from './fit.ts'
import { readGeography } from './geography.ts'
import { checkMexicanTotals, mexicanLines } from './mexicoLines.ts'
import { mexicoSalesByLine } from './mexicoSales.ts'
import { balanceMexicanLines } from './mexicoToUs.ts'
import { exportsByLine } from './output.ts'
import { placePriors } from './placePrior.ts'
import { pricesByProduct } from './prices.ts'
import { type ImputationRule, rulesWithVolumes } from './imputationRules.ts'
import { sketchIndustry } from './sketch.ts'
import type { Tables } from './tables.ts'
import { readTargets } from './targets.ts'
import { customsContent } from './usContent.ts'
import { usSalesByLine } from './usSales.ts'

export interface BuiltIndustry {
  readonly industry: Industry
  readonly fit: IndustryFit
  readonly rules: readonly ImputationRule[]
}

/** @throws an error of kind `data` where a plant's owner is no maker, or a figure to calibrate to is not there */
export function buildIndustry(tables: Tables): BuiltIndustry {
  const targets = readTargets(tables)
  const sketch = sketchIndustry(tables, targets)
  const geography = readGeography(tables, targets)

  const mexican = mexicanLines(sketch, tables.mexicoModels)
  checkMexicanTotals(mexican, targets)
  const us = balanceMexicanLines(sketch, targets, usSalesByLine(sketch, targets), mexican)
  const canada = canadaSalesByLine(sketch, targets, us, mexican)
  const shippedNorth = us.map((value, j) => value + canada[j])
  const mexico = mexicoSalesByLine(sketch, targets, us, mexican)
  const sold = shippedNorth.map((value, j) => value + mexico[j])
  const exports = exportsByLine(sketch, targets, sold, mexican)
  const volume = sold.map((value, j) => value + exports[j])
  const known = salesKnowledge(sketch, mexican)
  const sales = Float64Array.from([...us, ...canada, ...mexico])

  const price = pricesByProduct(sketch, targets, sales)
  const labelled = baseContent(sketch, volume)
  const usValue = us.map((value, j) => value * price[sketch.lines[j].product])
  const customs = customsContent(sketch, labelled.shares, usValue)
  const industry = toIndustry(sketch, {
    sales,
    known,
    exports,
    price,
    partShares: contentByPlace(sketch, labelled.shares, volume),
    usTracing: customs.tracing,
    contentListed: labelled.listed,
    placePrior: placePriors(sketch, volume),
    geography,
    earnings: readEarnings(tables),
    buyers: readBuyers(tables),
  })
  return {
    industry,
    fit: describeFit(industry, { sketch, tables, targets, mexican, known }, labelled.shares, customs),
    rules: rulesWithVolumes(industry),
  }
}
