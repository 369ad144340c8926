/**
 * Cost scales of a year at prices of parts and assembly that answer to policy: each line's own, times what these prices make of the
 * parts and the assembly that it has. Section 5 of docs/model.md.
 */
import * as cellTable from '../cost/cellColumns.ts'
import { riseOf } from '../cost/answeredCosts.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, originCount, placeCount } from '../inputs/sets.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { YearState } from './yearState.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const origins = originCount
const { cellColumns, valueColumn, partsColumn } = cellTable

/** Sets the scales of a year under the rules r, once its cells are filled. */
export function scaleYear(setting: Setting, plants: PlantState, r: number, state: YearState): void {
  const { base, baseRow } = setting.scales
  state.base = base
  state.baseRow = baseRow
  if (!setting.closure.answers) return
  scaleMarkets(setting, plants, r, state)
  scaleExports(setting, plants, r, state)
  state.base = state.answered.base
  state.baseRow = state.answered.baseRow
}

function scaleMarkets(
  { closure, sold, scales }: Setting,
  { linePlace }: PlantState,
  r: number,
  state: YearState,
): void {
  const { table } = state.cells.mean
  const { base } = state.answered
  const lines = linePlace.length
  for (let m = 0; m < markets; m++) {
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      if (sold[cell] === 0) continue
      const row = cell * cellColumns
      const value = table[row + valueColumn]
      // A line that may not be sold has no value to price.
      const rise = value > 0 ? riseOf(closure, r, linePlace[j], value, table, row + partsColumn) : 0
      base[cell] = scales.base[cell] * (1 + rise)
    }
  }
}

function scaleExports(setting: Setting, { linePlace }: PlantState, r: number, state: YearState): void {
  const { closure, customs, assemblyShare, exports0, scales } = setting
  const { exportParts } = state.cells.mean
  const { baseRow } = state.answered
  for (let j = 0; j < exports0.length; j++) {
    if (exports0[j] === 0) continue
    const o = linePlace[j]
    let value = assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
    for (let k = 0; k < origins; k++) value += exportParts[j * origins + k]
    baseRow[j] = scales.baseRow[j] * (1 + riseOf(closure, r, o, value, exportParts, j * origins))
  }
}
