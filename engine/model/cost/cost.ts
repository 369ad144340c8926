/**
 * Delivered cost of a line at any place, in any market and regime. Section 5 of docs/model.md.
 *
 *   delivered = base * locationFactor * shock * factor + freight
 *
 * `base` is the line's cost scale in the market, backed out of its product's price less markup; `factor` holds parts, content,
 * assembly, duty and paperwork (see `customs`); `locationFactor` is the location efficiency of the line at the place (z in
 * the docs), scaled so that the whole base-year cost index of a place stands in the drawn ratio to that of the observed place
 * (see `location`).
 */
import { assemblyCredit } from '../customs/assemblyCredits.ts'
import type { CustomsInputs } from '../customs/customs.ts'
import type { CustomsTables } from '../customs/customsTables.ts'
import type { Industry } from '../inputs/industry.ts'
import { placeCount, destinationCount, overseasPlace, marketCount, originCount } from '../inputs/sets.ts'
import type { CostGeography, CostScales } from './costScales.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount
const markets = marketCount

/**
 * Fills `target` [line x place] with labour and overhead of assembly relative to the place where the line is built; 1 where it
 * has no such place.
 *
 * @param labourScale [US, CA, MX, overseas] drawn factors on labour cost
 */
export function scaleAssembly(
  industry: Industry,
  geography: CostGeography,
  labourScale: Float64Array,
  target: Float64Array,
): void {
  for (let j = 0; j < industry.lines.length; j++) {
    const home = j * places + industry.linePlace[j]
    const base = assemblyCost(industry, geography.country[home], labourScale)
    for (let o = 0; o < places; o++) {
      const at = geography.country[j * places + o]
      target[j * places + o] = at < 0 ? 1 : assemblyCost(industry, at, labourScale) / base
    }
  }
}

/** `labourScale` is [US, CA, MX, overseas]. */
function assemblyCost(industry: Industry, country: number, labourScale: Float64Array): number {
  return industry.assemblyOverhead + industry.labourCost[country] * labourScale[Math.min(country, overseasPlace)]
}

/** Delivered cost in a market, thousand USD. */
export function deliveredCost(base: number, locationFactor: number, factor: number, freight: number): number {
  return base * locationFactor * factor + freight
}

/**
 * Backs the cost scales of lines out of their products' calibrated costs. All lines of a product deliver at the product's
 * cost in the base year: a maker that builds it at two plants has them equal at the margin (see `split`).
 *
 * @param tables their regime 0 is the policy of the base year
 * @param cost [market x product] calibrated unit cost, thousand USD per vehicle
 * @param sales [market x line] base-year sales of the replicate
 * @returns false when freight alone exceeds a product's cost, which leaves no cost to scale
 */
export function scaleBaseCosts(
  industry: Industry,
  geography: CostGeography,
  tables: CustomsTables,
  cost: Float64Array,
  sales: Float64Array,
  scales: CostScales,
): boolean {
  const lines = industry.lines.length
  const products = industry.products.length
  let possible = true
  for (let j = 0; j < lines; j++) {
    const home = j * places + industry.linePlace[j]
    const i = industry.lineProduct[j]
    scales.baseRow[j] = 0
    for (let m = 0; m < markets; m++) {
      const net = cost[m * products + i] - geography.freight[home * destinationCount + m]
      const scale = sales[m * lines + j] > 0 ? net / tables.factor[m * lines * places + home] : 0
      scales.base[m * lines + j] = scale
      // What leaves the region has the cost scale of the line's first market.
      if (scales.baseRow[j] === 0) scales.baseRow[j] = scale
      if (sales[m * lines + j] > 0 && !(scale > 0)) possible = false
    }
    if (scales.baseRow[j] === 0) scales.baseRow[j] = cost[i]
  }
  return possible
}

/** Cost factor for output that leaves the region: no programme, no duty of ours, but the credit for its assembly. */
export function rowFactor(customs: CustomsInputs, r: number, j: number, o: number): number {
  const { industry, sourcing, assembly, assemblyShare, local } = customs
  const cell = (r * industry.lines.length + j) * places + o
  const parts = (1 - assemblyShare) * sourcing.partsCost[cell]
  const value = parts + assemblyShare * assembly[j * places + o] * local.assembly[r * places + o]
  return value - assemblyCredit(customs, r * places + o, value, parts, sourcing.weights, cell * origins)
}
