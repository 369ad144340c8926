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
import type { CustomsTables } from '../customs/customs.ts'
import type { Industry } from '../inputs/industry.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'
import {
  placeCount,
  destinationCount,
  overseasPlace,
  marketCount,
  originCount,
  rowDestination,
} from '../inputs/sets.ts'
import type { Sourcing } from '../content/sourcing.ts'
import { type SubsidySpace, addedAt } from '../customs/subsidies.ts'

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
  /** [market x line] cost of the line, without duty and freight, thousand USD; 0 where it is not sold. */
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
    base: new Float64Array(marketCount * lines),
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
export function rowFactor(
  policy: CompiledPolicy,
  sourcing: Sourcing,
  assembly: Float64Array,
  assemblyShare: number,
  lines: number,
  r: number,
  j: number,
  o: number,
): number {
  const cell = (r * lines + j) * placeCount + o
  const parts = (1 - assemblyShare) * sourcing.partsCost[cell]
  const value = parts + assemblyShare * assembly[j * placeCount + o]
  return value - assemblyCredit(policy, r, o, value, parts, sourcing.weights, cell * originCount)
}

/** Everything that the cost index of a line reads. */
export interface IndexInputs {
  readonly industry: Industry
  readonly policy: CompiledPolicy
  readonly geography: CostGeography
  readonly scales: CostScales
  /** [regime x market x line x place] cost factor at the margin. */
  readonly costFactor: Float64Array
  readonly sourcing: Sourcing
  readonly sales: Float64Array
  readonly subsidies: SubsidySpace | undefined
  assemblyShare: number
}

const indexParts = new Float64Array(2)

/**
 * The two parts of a line's cost index at a place in regime r, weighted by its base-year destinations:
 * [0] what z multiplies, [1] freight less subsidies to buyers; thousand USD per vehicle. A destination where sale is barred is left out.
 */
export function indexComponents(inputs: IndexInputs, r: number, j: number, o: number): Float64Array {
  const { industry, policy, geography, scales, costFactor, sourcing, sales, subsidies } = inputs
  const lines = industry.lines.length
  const exported = industry.exports[j]
  let volume = exported
  let scaled =
    exported * scales.baseRow[j] * rowFactor(policy, sourcing, scales.assembly, inputs.assemblyShare, lines, r, j, o)
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
  indexParts[0] = volume > 0 ? scaled / volume : 1
  indexParts[1] = volume > 0 ? freight / volume : 0
  return indexParts
}

/** Cost index of every line at every place in one regime, which tells how far a line has fallen behind its best place. */
export function indexLines(inputs: IndexInputs, r: number, index: Float64Array): void {
  const { industry, scales } = inputs
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    for (let o = 0; o < placeCount; o++) {
      const z = scales.z[j * placeCount + o]
      const parts = z === Infinity ? undefined : indexComponents(inputs, r, j, o)
      index[(r * lines + j) * placeCount + o] = parts === undefined ? Infinity : z * parts[0] + parts[1]
    }
  }
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
