/**
 * What was brought in under each customs programme in the last year: vehicles, customs value, the part of it that is not of
 * US content (or not of the origins that its duty on content spares), and duty. Sections 4 and 13 of docs/model.md.
 *
 *   duty = duty on value * value + duty on non-US content * non-US value,   programme by programme
 *
 * A line whose parts are partly under contract and partly sourced anew may use two programmes (see `resourcing`); each
 * part is counted under its own.
 */
import { chargedValue } from '../content/chargedContent.ts'
import {
  type YearCells,
  type LineCells,
  cellColumns,
  valueColumn,
  dutyColumn,
  partsColumn,
} from '../cost/cellColumns.ts'
import type { PlantState } from '../plants/plantState.ts'
import { quotaOf } from '../cost/quotas.ts'
import { shareOutside } from '../cost/quotaSearch.ts'
import type { Setting } from '../cost/setting.ts'
import { placeCount, marketCount, originCount } from '../inputs/sets.ts'
import type { YearState } from '../year/yearState.ts'

/** Columns of a programme's tally: vehicles, and thousand USD. */
export const programmeTallyNames = ['vehicles', 'value', 'nonUsValue', 'duty'] as const
export const programmeTallyCount = 4

/** Fills `tally` [programme x programmeTallyName] from the year's sales under regime r. */
export function tallyProgrammes(
  setting: Setting,
  plants: PlantState,
  state: YearState,
  r: number,
  tally: Float64Array,
): void {
  const { industry, scales } = setting
  const lines = industry.lines.length
  tally.fill(0)
  for (let j = 0; j < lines; j++) {
    const site = j * placeCount + plants.linePlace[j]
    const scale = scales.z[site] * state.pressure[j]
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      const sold = state.weights[cell] * state.equilibria[m].quantity[industry.lineProduct[j]]
      if (!(sold > 0)) continue
      const worth = sold * scales.base[cell] * scale * state.lineStrain[cell]
      const outside = partOutside(setting, plants, state, r, m, j)
      const within = 1 - outside
      addBoth(setting, plants, state, j, cell, state.cells, within * sold, within * worth, tally)
      if (setting.quotas === undefined || outside === 0) continue
      addBoth(setting, plants, state, j, cell, setting.quotas.cells, outside * sold, outside * worth, tally)
    }
  }
}

/** Part of a line's sales in a market that its quota has no room for. */
function partOutside(setting: Setting, plants: PlantState, state: YearState, r: number, m: number, j: number): number {
  const { quotas, industry, tables } = setting
  if (quotas === undefined || state.inForce !== quotas.inForce) return 0
  const at = ((r * marketCount + m) * industry.lines.length + j) * placeCount + plants.linePlace[j]
  const q = quotaOf(quotas.policy, tables, at)
  return q < 0 || quotas.outside.tables.factor[at] === Infinity ? 0 : shareOutside(quotas.search, q)
}

/** Adds sales sourced anew and those under contract, each under its own programme. */
function addBoth(
  setting: Setting,
  plants: PlantState,
  state: YearState,
  j: number,
  cell: number,
  { anew, old }: YearCells,
  sold: number,
  worth: number,
  tally: Float64Array,
): void {
  const kept = state.oldSourcing
  addSales(setting, plants, j, cell, anew, (1 - kept) * sold, (1 - kept) * worth, tally)
  addSales(setting, plants, j, cell, old, kept * sold, kept * worth, tally)
}

/** Adds the part of one line's sales in one market that is sourced one way; `worth` is what the table's factors multiply. */
function addSales(
  setting: Setting,
  plants: PlantState,
  j: number,
  cell: number,
  cells: LineCells,
  sold: number,
  worth: number,
  tally: Float64Array,
): void {
  const programme = cells.programme[cell]
  if (programme < 0 || sold === 0) return
  const o = plants.linePlace[j]
  const row = cell * cellColumns
  const at = programme * programmeTallyCount
  tally[at] += sold
  tally[at + 1] += worth * cells.table[row + valueColumn]
  tally[at + 2] += worth * chargedOf(setting, programme, cells.table, row, j, o)
  tally[at + 3] += worth * cells.table[row + dutyColumn]
}

/** [origin] scratch: shares of parts. */
const shares = new Float64Array(originCount)

function chargedOf(
  setting: Setting,
  programme: number,
  table: Float64Array,
  row: number,
  j: number,
  o: number,
): number {
  const { industry, scales, customs } = setting
  let parts = 0
  for (let k = 0; k < originCount; k++) parts += table[row + partsColumn + k]
  if (parts === 0) return 0
  for (let k = 0; k < originCount; k++) shares[k] = table[row + partsColumn + k] / parts
  const spared = customs.policy.programmes.sparedOrigins[programme]
  return chargedValue(industry, spared, shares, parts, setting.assemblyShare * scales.assembly[j * placeCount + o], o)
}

/** Whole vehicles and thousand USD, whose sums over replicates are exact in any order. */
export function roundTally(tally: Float64Array): void {
  for (let n = 0; n < tally.length; n++) tally[n] = Math.round(tally[n])
}
