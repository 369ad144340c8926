/**
 * A line's cost index at a place, broken into what it is made of. Sections 3 to 5 of docs/model.md. The parts sum to the
 * index that makers compare places by (see `regimes`).
 */
import { rowFactor } from '../cost/cost.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, placeCount, destinationCount, rowDestination } from '../inputs/sets.ts'

/**
 * Parts without any content rule, less the credit for assembly; what meeting content rules adds; assembly (labour and
 * overhead); papers that prove origin; duty, less subsidies to buyers beyond those of the base year; freight; and what the
 * place's efficiency for this line takes or gives, in proportion to all but freight and subsidies.
 */
export const costParts = ['parts', 'content', 'assembly', 'papers', 'duty', 'freight', 'efficiency'] as const
export const costPartCount: number = costParts.length

/**
 * Fills `target` [costPart] with thousand USD per vehicle, weighted by base-year destinations; a market where sale is barred
 * is left out, as it is in the index.
 *
 * @param sales [market x line] base-year sales of the replicate
 */
export function splitCost(
  setting: Setting,
  sales: Float64Array,
  r: number,
  j: number,
  o: number,
  target: Float64Array,
): void {
  const { industry } = setting
  const lines = industry.lines.length
  target.fill(0)
  let volume = addExports(setting, r, j, o, target)
  for (let m = 0; m < marketCount; m++) {
    const sold = sales[m * lines + j]
    const cell = ((r * marketCount + m) * lines + j) * placeCount + o
    if (sold === 0 || setting.tables.factor[cell] === Infinity) continue
    volume += sold
    addMarket(setting, r, m, j, o, cell, sold, target)
  }
  if (volume === 0) return
  for (let n = 0; n < target.length; n++) target[n] /= volume
}

function addMarket(
  setting: Setting,
  r: number,
  m: number,
  j: number,
  o: number,
  cell: number,
  sold: number,
  target: Float64Array,
): void {
  const { industry, scales, tables, sourcing, geography, customs, costFactor, subsidies } = setting
  const lines = industry.lines.length
  const site = j * placeCount + o
  const base = sold * scales.base[m * lines + j]
  const freeParts = (1 - setting.assemblyShare) * sourcing.partsCost[(r * lines + j) * placeCount + o]
  const claims = customs.policy.programmes.preferential[tables.programme[cell]]
  target[0] += base * (freeParts - tables.credit[cell])
  target[1] += base * (tables.parts[cell] - freeParts)
  target[2] += base * (tables.value[cell] - tables.parts[cell])
  target[3] += base * tables.value[cell] * customs.paperwork * claims
  // Where a quota binds the margin costs more than the inside duty.
  target[4] += base * (tables.duty[cell] + (costFactor[cell] - tables.factor[cell]))
  target[5] += sold * geography.freight[site * destinationCount + m]
  target[6] += base * costFactor[cell] * (scales.z[site] - 1)
  if (subsidies !== undefined) target[4] -= sold * subsidies.added[cell]
}

/** What leaves the region pays no duty and asks no content. Returns its volume. */
function addExports(setting: Setting, r: number, j: number, o: number, target: Float64Array): number {
  const { industry, scales, geography, assemblyShare } = setting
  const exported = industry.exports[j]
  if (exported === 0) return 0
  const site = j * placeCount + o
  const base = exported * scales.baseRow[j]
  const factor = rowFactor(setting.customs, r, j, o)
  const assembly = assemblyShare * scales.assembly[site]
  target[0] += base * (factor - assembly)
  target[2] += base * assembly
  target[5] += exported * geography.freight[site * destinationCount + rowDestination]
  target[6] += base * factor * (scales.z[site] - 1)
  return exported
}
