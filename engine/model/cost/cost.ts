/**
 * Delivered cost of a line at any place, in any market and regime. Section 5 of docs/model.md.
 *
 *   delivered = base * z * shock * factor + freight
 *
 * `base` is the line's cost scale in the market, backed out of its product's price less markup; `factor` holds parts, content,
 * assembly, duty and paperwork (see `customs`); `z` is the line's location efficiency, scaled so that the whole base-year
 * cost index of a place stands in the drawn ratio to that of the observed place (see `location`).
 */
import { exp } from '../../math/elementary.ts'
import { assemblyCredit } from '../customs/assemblyCredits.ts'
import type { CustomsInputs, CustomsTables } from '../customs/customs.ts'
import type { Industry } from '../inputs/industry.ts'
import {
  placeCount,
  destinationCount,
  overseasPlace,
  marketCount,
  originCount,
  rowDestination,
} from '../inputs/sets.ts'
import { addedAt } from '../customs/subsidies.ts'
import type { CostGeography, CostScales } from './costScales.ts'
import type { Setting } from './setting.ts'

/** Labour and overhead of assembly at each place, relative to the place where the line is built. */
export function scaleAssembly(
  industry: Industry,
  geography: CostGeography,
  labourScale: Float64Array,
  target: Float64Array,
): void {
  for (let j = 0; j < industry.lines.length; j++) {
    const home = j * placeCount + industry.linePlace[j]
    const base = assemblyCost(industry, geography.country[home], labourScale)
    for (let o = 0; o < placeCount; o++) {
      const at = geography.country[j * placeCount + o]
      target[j * placeCount + o] = at < 0 ? 1 : assemblyCost(industry, at, labourScale) / base
    }
  }
}

/** `labourScale` is [US, CA, MX, overseas]. */
function assemblyCost(industry: Industry, country: number, labourScale: Float64Array): number {
  return industry.assemblyOverhead + industry.labourCost[country] * labourScale[Math.min(country, overseasPlace)]
}

/** Delivered cost in a market, thousand USD. */
export function deliveredCost(base: number, z: number, factor: number, freight: number): number {
  return base * z * factor + freight
}

/**
 * Backs the cost scales of lines out of their products' calibrated costs. All lines of a product deliver at the product's
 * cost in the base year: a maker that builds it at two plants has them equal at the margin (see `split`).
 *
 * @param cost [market x product] calibrated cost
 * @param sales [market x line]
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
    const home = j * placeCount + industry.linePlace[j]
    const i = industry.lineProduct[j]
    scales.baseRow[j] = 0
    for (let m = 0; m < marketCount; m++) {
      const net = cost[m * products + i] - geography.freight[home * destinationCount + m]
      const scale = sales[m * lines + j] > 0 ? net / tables.factor[m * lines * placeCount + home] : 0
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
  const { industry, policy, sourcing, assembly, assemblyShare } = customs
  const cell = (r * industry.lines.length + j) * placeCount + o
  const parts = (1 - assemblyShare) * sourcing.partsCost[cell]
  const value = parts + assemblyShare * assembly[j * placeCount + o]
  return value - assemblyCredit(policy, r * placeCount + o, value, parts, sourcing.weights, cell * originCount)
}

/** Parts of a line's cost index, thousand USD per vehicle. */
interface IndexParts {
  /** What the location efficiency z multiplies: the mean cost before freight. */
  scaled: number
  /** Freight less subsidies to buyers. */
  freight: number
}

/**
 * Fills `parts` with the parts of a line's cost index at a place in regime r, means over its base-year destinations. A
 * destination where sale is barred is left out.
 *
 * @param sales [market x line] base-year sales of the replicate
 */
function indexParts(setting: Setting, sales: Float64Array, r: number, j: number, o: number, parts: IndexParts): void {
  const { industry, customs, geography, scales, costFactor, subsidies } = setting
  const lines = industry.lines.length
  const exported = industry.exports[j]
  let volume = exported
  let scaled = exported * scales.baseRow[j] * rowFactor(customs, r, j, o)
  let freight =
    exported === 0 ? 0 : exported * geography.freight[(j * placeCount + o) * destinationCount + rowDestination]
  for (let m = 0; m < marketCount; m++) {
    const sold = sales[m * lines + j]
    const factor = costFactor[((r * marketCount + m) * lines + j) * placeCount + o]
    if (sold === 0 || factor === Infinity) continue
    volume += sold
    scaled += sold * scales.base[m * lines + j] * factor
    freight += sold * geography.freight[(j * placeCount + o) * destinationCount + m]
    if (subsidies !== undefined) freight -= sold * addedAt(subsidies, lines, r, m, j, o)
  }
  parts.scaled = volume > 0 ? scaled / volume : 1
  parts.freight = volume > 0 ? freight / volume : 0
}

/**
 * Cost index of every line at every place in one regime, which tells how far a line has fallen behind its best place.
 *
 * @param sales [market x line] base-year sales of the replicate
 * @param index [regime x line x place] receives thousand USD per vehicle; Infinity where the line may not go
 */
export function indexLines(setting: Setting, sales: Float64Array, r: number, index: Float64Array): void {
  const { industry, scales } = setting
  const lines = industry.lines.length
  const parts: IndexParts = { scaled: 0, freight: 0 }
  for (let j = 0; j < lines; j++) {
    for (let o = 0; o < placeCount; o++) {
      const z = scales.z[j * placeCount + o]
      const cell = (r * lines + j) * placeCount + o
      index[cell] = Infinity
      if (z === Infinity) continue
      indexParts(setting, sales, r, j, o, parts)
      index[cell] = z * parts.scaled + parts.freight
    }
  }
}

/** Least location factor: a place abroad cannot be drawn as costing nothing before freight. */
const leastEfficiency = 0.05

/**
 * Location efficiencies from the drawn cost gaps, so that the observed place is the cheapest under the base policy.
 *
 * @param sales [market x line] base-year sales of the replicate
 * @param locationGap [line x place] log cost gap to the observed place, see `location`
 */
export function scaleLocations(setting: Setting, sales: Float64Array, locationGap: Float64Array): void {
  const { industry, scales } = setting
  const parts: IndexParts = { scaled: 0, freight: 0 }
  for (let j = 0; j < industry.lines.length; j++) {
    const home = industry.linePlace[j]
    indexParts(setting, sales, 0, j, home, parts)
    const index = parts.scaled + parts.freight
    for (let o = 0; o < placeCount; o++) {
      const gap = locationGap[j * placeCount + o]
      if (o === home) scales.z[j * placeCount + o] = 1
      else if (gap === Infinity) scales.z[j * placeCount + o] = Infinity
      else {
        indexParts(setting, sales, 0, j, o, parts)
        scales.z[j * placeCount + o] = Math.max(leastEfficiency, (index * exp(gap) - parts.freight) / parts.scaled)
      }
    }
  }
}
