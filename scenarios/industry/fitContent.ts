/** Content and price of what is sold in the US, beside the references. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { originCount } from '../../engine/model/inputs/sets.ts'
import { type Figure, figuresUnder } from './figureRows.ts'
import type { FitRow } from './fitRow.ts'
import { usContentOfMexicanCars } from './judgement.ts'
import type { Tables } from './tables.ts'
import type { Targets } from './targets.ts'
import type { UsContent } from './usContent.ts'
import { compare, soldIn, sumOver } from './volumes.ts'

/** Content of vehicles sold in the US beside what customs and the labels report. */
export function contentRows(
  industry: Industry,
  tables: Tables,
  labelled: Float64Array,
  customs: UsContent,
): readonly FitRow[] {
  const reference = (partner: string, metric: string): Figure | undefined =>
    figuresUnder(tables.compliance, [2025, partner, 'light_vehicles_sold_in_US']).get(metric)
  const row = (name: string, partner: string, metric: string, country: string, origins: number): FitRow[] => {
    const figure = reference(partner, metric)
    if (figure === undefined) return []
    const counts = (j: number): boolean => industry.lines[j].country === country
    return [compare(name, meanShare(industry, labelled, counts, origins), figure)]
  }
  const joint = 'aala_us_ca_content_sales_weighted'
  const withMexico = 'aala_us_ca_plus_listed_mexico_content'
  const customsFigure: Figure = {
    value: usContentOfMexicanCars,
    source: '15% duty paid under 25% on non-US content, May 2025 (docs/model.md section 11)',
    confidence: 'derived',
  }
  return [
    ...row('US and Canadian parts, built in the US', 'USA', joint, 'US', 2),
    ...row('US and Canadian parts, built in Mexico', 'Mexico', joint, 'MX', 2),
    ...row('US and Canadian parts, built in Canada', 'Canada', joint, 'CA', 2),
    ...row('regional parts, built in the US (reference: a lower bound)', 'USA', withMexico, 'US', 4),
    ...row('regional parts, built in Mexico (reference: a lower bound)', 'Mexico', withMexico, 'MX', 4),
    compare('US content of value, built in Mexico, as labelled', customs.before, customsFigure),
    compare('US content of value, built in Mexico, as customs counts', customs.after, customsFigure),
  ]
}

/** Mean price of the vehicles sold in the US, USD, beside the average transaction price. */
export function priceRows(industry: Industry, targets: Targets): readonly FitRow[] {
  return [compare('average transaction price', 1_000 * meanPrice(industry), targets.usPrice)]
}

/** Mean share of parts from the first `origins` rungs, by US sales, before rule `us-content`. */
function meanShare(industry: Industry, shares: Float64Array, chosen: (j: number) => boolean, origins: number): number {
  const share = (j: number): number => {
    let sum = 0
    for (let k = 0; k < origins; k++) sum += shares[j * originCount + k]
    return sum * soldIn(industry, 0, j)
  }
  return sumOver(industry, chosen, share) / sumOver(industry, chosen, (j) => soldIn(industry, 0, j))
}

function meanPrice(industry: Industry): number {
  const worth = sumOver(
    industry,
    () => true,
    (j) => soldIn(industry, 0, j) * industry.price[industry.lineProduct[j]],
  )
  return (
    worth /
    sumOver(
      industry,
      () => true,
      (j) => soldIn(industry, 0, j),
    )
  )
}
