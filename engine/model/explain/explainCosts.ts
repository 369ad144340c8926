/**
 * A line's cost index at a place, broken into what it is made of. Sections 3 to 5 of docs/model.md. The parts sum to the
 * index that makers compare places by (see `RegimeOutlook.index`).
 */
import { rowFactor } from '../cost/cost.ts'
import { vehicleFactors } from '../cost/costAt.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, placeCount, destinationCount, rowDestination } from '../inputs/sets.ts'

/**
 * What a cost index is broken into: parts without any content rule, less the credit for assembly; what meeting content rules
 * adds; assembly (labour and overhead); papers that prove origin; duty, less subsidies to buyers beyond those of the base
 * year; freight; and what the place's efficiency for this line adds or takes off, in proportion to all but freight and
 * subsidies.
 */
export const costParts = ['parts', 'content', 'assembly', 'papers', 'duty', 'freight', 'efficiency'] as const
export const costPartCount: number = costParts.length
/** Positions in `costParts`. */
const part = {
  parts: 0,
  content: 1,
  assembly: 2,
  papers: 3,
  duty: 4,
  freight: 5,
  efficiency: 6,
} as const satisfies Record<(typeof costParts)[number], number>

/** Line j built at o, under regime r. */
export interface BuiltLine {
  readonly r: number
  readonly j: number
  readonly o: number
}

/**
 * Fills `target` [costPart] with thousand USD per vehicle, weighted by base-year destinations; a market where sale is barred
 * is left out, as it is in the index.
 *
 * @param sales [market x line] base-year sales of the replicate
 */
export function splitCost(setting: Setting, sales: Float64Array, built: BuiltLine, target: Float64Array): void {
  const lines = setting.industry.lines.length
  const { r, j, o } = built
  target.fill(0)
  let volume = addExports(setting, built, target)
  for (let m = 0; m < marketCount; m++) {
    const sold = sales[m * lines + j]
    const cell = ((r * marketCount + m) * lines + j) * placeCount + o
    if (sold === 0 || setting.tables.factor[cell] === Infinity) continue
    volume += sold
    addMarket(setting, built, m, sold, target)
  }
  if (volume === 0) return
  for (let n = 0; n < target.length; n++) target[n] /= volume
}

/** Adds the cost of the vehicles sold in market m to `target` [costPart]. */
function addMarket(setting: Setting, { r, j, o }: BuiltLine, m: number, sold: number, target: Float64Array): void {
  const { industry, scales, tables, sourcing, geography, customs, costFactor, subsidies } = setting
  const lines = industry.lines.length
  const site = j * placeCount + o
  const cell = ((r * marketCount + m) * lines + j) * placeCount + o
  const base = sold * scales.base[m * lines + j]
  const freeParts = (1 - setting.assemblyShare) * sourcing.partsCost[(r * lines + j) * placeCount + o]
  const claims = customs.policy.programmes.preferential[tables.programme[cell]]
  const { value, parts, duty, credit } = vehicleFactors(setting, r, cell)
  target[part.parts] += base * (freeParts - credit)
  target[part.content] += base * (parts - freeParts)
  target[part.assembly] += base * (value - parts)
  target[part.papers] += base * value * customs.papers[j] * claims
  // Where a quota binds, the marginal cost factor lies above that of the duty within the quota.
  target[part.duty] += base * (duty + (costFactor[cell] - tables.factor[cell]))
  target[part.freight] += sold * geography.freight[site * destinationCount + m]
  target[part.efficiency] += base * costFactor[cell] * (scales.locationFactor[site] - 1)
  if (subsidies !== undefined) target[part.duty] -= sold * subsidies.added[cell]
}

/** Adds the cost of exports out of the region, which pay no duty and meet no content rule. Returns their volume, vehicles. */
function addExports(setting: Setting, { r, j, o }: BuiltLine, target: Float64Array): number {
  const { industry, scales, geography, assemblyShare } = setting
  const exported = industry.exports[j]
  if (exported === 0) return 0
  const site = j * placeCount + o
  const base = exported * scales.baseRow[j]
  const factor = rowFactor(setting.customs, r, j, o)
  const assembly = assemblyShare * scales.assembly[site] * setting.customs.local.assembly[r * placeCount + o]
  target[part.parts] += base * (factor - assembly)
  target[part.assembly] += base * assembly
  target[part.freight] += exported * geography.freight[site * destinationCount + rowDestination]
  target[part.efficiency] += base * factor * (scales.locationFactor[site] - 1)
  return exported
}
