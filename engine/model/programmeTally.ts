/**
 * What was brought in under each customs programme in the last year: vehicles, customs value, the part of it that is not of
 * US content, and duty. Sections 4 and 13 of docs/model.md.
 *
 *   duty = duty on value * value + duty on non-US content * non-US value,   programme by programme
 *
 * A line whose parts are partly under contract and partly sourced anew may use two programmes (see `resourcing`); each
 * part is counted under its own.
 */
import { nonUsValue } from './customs.ts'
import { cellColumns, dutyColumn, partsColumn, valueColumn, type LineCells } from './lineCells.ts'
import type { PlantState } from './plants.ts'
import type { Setting } from './regimes.ts'
import { marketCount, originCount, placeCount } from './sets.ts'
import type { YearState } from './yearState.ts'

/** Columns of a programme's tally: vehicles, and thousand USD. */
export const programmeTallyNames = ['vehicles', 'value', 'nonUsValue', 'duty'] as const
export const programmeTallyCount = 4

/** Fills `tally` [programme x programmeTallyName] from the year's sales. */
export function tallyProgrammes(setting: Setting, plants: PlantState, state: YearState, tally: Float64Array): void {
  const { industry, scales } = setting
  const { anew, old } = state.cells
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
      addSales(setting, plants, j, cell, anew, (1 - state.oldSourcing) * sold, (1 - state.oldSourcing) * worth, tally)
      addSales(setting, plants, j, cell, old, state.oldSourcing * sold, state.oldSourcing * worth, tally)
    }
  }
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
  tally[at + 2] += worth * nonUsValueOf(setting, cells.table, row, j, o)
  tally[at + 3] += worth * cells.table[row + dutyColumn]
}

const mexicanParts = 2

function nonUsValueOf(setting: Setting, table: Float64Array, row: number, j: number, o: number): number {
  const { industry, scales } = setting
  let parts = 0
  for (let k = 0; k < originCount; k++) parts += table[row + partsColumn + k]
  if (parts === 0) return 0
  const traced = o === mexicanParts ? industry.usTracing * table[row + partsColumn + mexicanParts] : 0
  const usShare = (table[row + partsColumn] + traced) / parts
  return nonUsValue(parts, usShare, setting.assemblyShare * scales.assembly[j * placeCount + o], o)
}

/** Whole vehicles and thousand USD, whose sums over replicates are exact in any order. */
export function roundTally(tally: Float64Array): void {
  for (let n = 0; n < tally.length; n++) tally[n] = Math.round(tally[n])
}
