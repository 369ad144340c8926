/** What lines and products cost in a year, at its customs, shocks, overtime and split. Section 5 of docs/model.md. */
import * as cellTable from '../cost/cellColumns.ts'
import type { Setting } from '../cost/setting.ts'
import { shareFactor } from '../cost/split.ts'
import { marketCount, placeCount, destinationCount, originCount, rowDestination } from '../inputs/sets.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { YearState } from './yearState.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const destinations = destinationCount
const origins = originCount
const { cellColumns, dutyColumn } = cellTable

/** Delivered cost and duty per vehicle of every line, where it now is; cost out of the region for lines that are sold there. */
export function costLines(setting: Setting, plants: PlantState, state: YearState): void {
  const { industry, exports0, assemblyShare } = setting
  const { freight } = setting.geography
  const { locationFactor, assembly } = setting.scales
  const { assembly: local } = setting.customs.local
  const { factor, table, exportParts, exportCredit } = state.inForce
  const { lineCost, lineDuty, rowCost, yearFactor, base, baseRow } = state
  const { linePlace } = plants
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const site = j * places + linePlace[j]
    const scale = locationFactor[site] * yearFactor[j]
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      const scaled = base[cell] * scale
      lineCost[cell] = scaled * factor[cell] + freight[site * destinations + m]
      lineDuty[cell] = scaled * table[cell * cellColumns + dutyColumn]
    }
    if (exports0[j] === 0) continue
    let exported = assemblyShare * assembly[site] * local[state.rules * places + linePlace[j]]
    for (let k = 0; k < origins; k++) exported += exportParts[j * origins + k]
    exported -= exportCredit[j]
    rowCost[j] = baseRow[j] * scale * exported + freight[site * destinations + rowDestination]
  }
}

/** Unit cost and duty of products: means over their lines, each at the factor of its share. A product that cannot be sold costs Infinity. */
export function costProducts(setting: Setting, state: YearState): void {
  const { industry, share0, cost0, thetaSplit } = setting
  const { lineOff } = industry
  const { weights, lineCost, lineDuty, lineShareFactor, productCost, duty: productDuty } = state
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < markets; m++) {
    for (let i = 0; i < products; i++) {
      const cell = m * products + i
      let cost = 0
      let duty = 0
      let weight = 0
      for (let j = m * lines + lineOff[i]; j < m * lines + lineOff[i + 1]; j++) {
        const share = weights[j]
        if (share === 0) continue
        const factor = shareFactor(share, share0[j], thetaSplit)
        lineShareFactor[j] = factor
        weight += share
        cost += share * factor * lineCost[j]
        duty += share * factor * lineDuty[j]
      }
      const sold = cost0[cell] > 0 && weight > 0 && cost < Infinity
      productCost[cell] = sold ? cost : Infinity
      productDuty[cell] = sold ? duty : 0
    }
  }
}
