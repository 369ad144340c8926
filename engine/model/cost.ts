/**
 * Delivered cost of a line at any place, in any market and regime. Section 5 of docs/model.md.
 *
 *   delivered = base * z * shock * factor + freight
 *
 * `base` is the product's cost scale in the market, backed out of prices less markups; `factor` holds parts, content,
 * assembly, duty and paperwork (see `customs`); `z` is the line's location efficiency, scaled so that the whole base-year
 * cost index of a place stands in the drawn ratio to that of the observed place (see `location`).
 */
import { exp } from '../math/elementary.ts'
import type { CustomsTables } from './customs.ts'
import type { Industry } from './industry.ts'
import { destinationCount, marketCount, overseasPlace, placeCount, rowDestination } from './sets.ts'
import type { Sourcing } from './sourcing.ts'

/** What does not change between replicates. */
export interface CostGeography {
  /** [line x place] index into `countries`, or -1 where the line has no overseas home. */
  readonly country: Int32Array
  /** [line x place x destination] freight, thousand USD per vehicle. */
  readonly freight: Float64Array
}

export function costGeography(industry: Industry): CostGeography {
  const lines = industry.lines.length
  const country = new Int32Array(lines * placeCount)
  const freight = new Float64Array(lines * placeCount * destinationCount)
  for (let j = 0; j < lines; j++) {
    for (let o = 0; o < placeCount; o++) {
      const at = o === overseasPlace ? industry.lineOverseas[j] : o
      country[j * placeCount + o] = at
      for (let m = 0; m < destinationCount; m++) {
        freight[(j * placeCount + o) * destinationCount + m] =
          at < 0 ? Infinity : industry.freight[at * destinationCount + m]
      }
    }
  }
  return { country, freight }
}

/** Scales of one replicate. */
export interface CostScales {
  /** [market x product] cost of the product, without duty and freight, thousand USD; 0 where it is not sold. */
  readonly base: Float64Array
  /** [line] the same for what leaves the region. */
  readonly baseRow: Float64Array
  /** [line x place] location efficiency as a cost factor; Infinity where it may not go. */
  readonly z: Float64Array
  /** [line x place] assembly cost (labour and overhead) relative to the base place. */
  readonly assembly: Float64Array
}

export function createCostScales(industry: Industry): CostScales {
  const lines = industry.lines.length
  return {
    base: new Float64Array(marketCount * industry.products.length),
    baseRow: new Float64Array(lines),
    z: new Float64Array(lines * placeCount),
    assembly: new Float64Array(lines * placeCount),
  }
}

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
export function deliveredCost(
  base: number,
  z: number,
  factor: number,
  freight: number,
): number {
  return base * z * factor + freight
}

/**
 * Backs the cost scales of products out of their calibrated costs: the product's cost in a market is the mean of its
 * lines' delivered costs, weighted by base-year sales.
 *
 * @param cost [market x product] calibrated cost; read only where the product is sold
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
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      let volume = 0
      let freight = 0
      let factor = 0
      for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
        const sold = sales[m * lines + j]
        if (sold === 0) continue
        const home = j * placeCount + industry.linePlace[j]
        volume += sold
        freight += sold * geography.freight[home * destinationCount + m]
        factor += sold * tables.factor[m * lines * placeCount + home]
      }
      const scale = volume === 0 ? 0 : (cost[m * products + i] * volume - freight) / factor
      scales.base[m * products + i] = scale
      if (volume > 0 && !(scale > 0)) possible = false
    }
  }
  scaleRowCosts(industry, scales)
  return possible
}

/** Output that leaves the region has the cost scale of the product's largest market. */
function scaleRowCosts(industry: Industry, scales: CostScales): void {
  const products = industry.products.length
  for (let j = 0; j < industry.lines.length; j++) {
    const i = industry.lineProduct[j]
    let scale = 0
    for (let m = 0; m < marketCount && scale === 0; m++) scale = scales.base[m * products + i]
    scales.baseRow[j] = scale
  }
}

/** Cost factor for output that leaves the region: no programme, no duty of ours. */
export function rowFactor(
  sourcing: Sourcing,
  assembly: Float64Array,
  assemblyShare: number,
  lines: number,
  r: number,
  j: number,
  o: number,
): number {
  return (
    (1 - assemblyShare) * sourcing.partsCost[(r * lines + j) * placeCount + o] +
    assemblyShare * assembly[j * placeCount + o]
  )
}

/** Everything that the cost index of a line reads. */
export interface IndexInputs {
  readonly industry: Industry
  readonly geography: CostGeography
  readonly scales: CostScales
  readonly tables: CustomsTables
  readonly sourcing: Sourcing
  readonly sales: Float64Array
  assemblyShare: number
}

const indexParts = new Float64Array(2)

/**
 * The two parts of a line's cost index at a place in regime r, weighted by its base-year destinations:
 * [0] what z multiplies, [1] freight; thousand USD per vehicle. A destination where sale is barred is left out.
 */
export function indexComponents(inputs: IndexInputs, r: number, j: number, o: number): Float64Array {
  const { industry, geography, scales, tables, sourcing, sales } = inputs
  const lines = industry.lines.length
  const products = industry.products.length
  const i = industry.lineProduct[j]
  const exported = industry.exports[j]
  let volume = exported
  let scaled =
    exported *
    scales.baseRow[j] *
    rowFactor(sourcing, scales.assembly, inputs.assemblyShare, lines, r, j, o)
  let freight =
    exported === 0 ? 0 : exported * geography.freight[(j * placeCount + o) * destinationCount + rowDestination]
  for (let m = 0; m < marketCount; m++) {
    const sold = sales[m * lines + j]
    const factor = tables.factor[((r * marketCount + m) * lines + j) * placeCount + o]
    if (sold === 0 || factor === Infinity) continue
    volume += sold
    scaled += sold * scales.base[m * products + i] * factor
    freight += sold * geography.freight[(j * placeCount + o) * destinationCount + m]
  }
  indexParts[0] = volume > 0 ? scaled / volume : 1
  indexParts[1] = volume > 0 ? freight / volume : 0
  return indexParts
}

/** Least location factor: a place abroad cannot be drawn as costing nothing before freight. */
const leastEfficiency = 0.05

/** Location efficiencies from the drawn cost gaps, so that the observed place is the cheapest under the base policy. */
export function scaleLocations(inputs: IndexInputs, locationGap: Float64Array): void {
  const { industry, scales } = inputs
  for (let j = 0; j < industry.lines.length; j++) {
    const home = industry.linePlace[j]
    const observed = indexComponents(inputs, 0, j, home)
    const index = observed[0] + observed[1]
    for (let o = 0; o < placeCount; o++) {
      const gap = locationGap[j * placeCount + o]
      if (o === home) scales.z[j * placeCount + o] = 1
      else if (gap === Infinity) scales.z[j * placeCount + o] = Infinity
      else {
        const there = indexComponents(inputs, 0, j, o)
        scales.z[j * placeCount + o] = Math.max(leastEfficiency, (index * exp(gap) - there[1]) / there[0])
      }
    }
  }
}
