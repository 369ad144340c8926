/**
 * What was brought in under each customs programme in the last year: vehicles, customs value, the part of it that is not of
 * US content (or not of the origins that its duty on content spares), and duty. Sections 4 and 13 of docs/model.md.
 *
 *   duty = duty on value * value + duty on non-US content * non-US value,   programme by programme
 *
 * Where part of a line's parts is still bought under old contracts and part is newly sourced, the two may fall under different
 * programmes (see `resourcing`): its sales are then divided between the two in the same proportion.
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
import type { AccountedEconomy } from './accountedEconomy.ts'
import { quotaOf } from '../cost/quotas.ts'
import { shareOutside } from '../cost/quotaSearch.ts'
import type { Setting } from '../cost/setting.ts'
import { placeCount, marketCount, originCount } from '../inputs/sets.ts'

/** Columns of a programme's tally: vehicles, and thousand USD. */
export const programmeTallyNames = ['vehicles', 'value', 'nonUsValue', 'duty'] as const
export const programmeTallyCount: number = programmeTallyNames.length
const column = { vehicles: 0, value: 1, nonUsValue: 2, duty: 3 } as const satisfies Record<
  (typeof programmeTallyNames)[number],
  number
>

type TalliedEconomy = Pick<AccountedEconomy, 'setting' | 'plants' | 'year'>

/** A tally on its way, and what it is made from. */
interface Tallying {
  readonly setting: Setting
  /** [programme x programmeTallyName] */
  readonly tally: Float64Array
  /** [origin] working array: shares of parts. */
  readonly shares: Float64Array
}

/** Part of one line's sales in one market in the last year. */
interface LineSales {
  readonly line: number
  /** Place where the line is. */
  readonly place: number
  /** Index into [market x line]. */
  readonly cell: number
  readonly vehicles: number
  /** Thousand USD that the factors of the cells multiply: vehicles times the line's cost before parts, duties and freight. */
  readonly costBase: number
}

/** Overwrites `tally` [programme x programmeTallyName] with the sums of the year's sales under regime r. */
export function tallyProgrammes(economy: TalliedEconomy, r: number, tally: Float64Array): void {
  const { setting, plants, year } = economy
  const { industry, scales, quotas } = setting
  const lines = industry.lines.length
  const tallying = { setting, tally, shares: new Float64Array(originCount) }
  tally.fill(0)
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const scale = scales.locationFactor[j * placeCount + o] * year.yearFactor[j]
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      const vehicles = year.weights[cell] * year.equilibria[m].quantity[industry.lineProduct[j]]
      if (!(vehicles > 0)) continue
      const costBase = vehicles * scales.base[cell] * scale * year.lineShareFactor[cell]
      const sales = { line: j, place: o, cell, vehicles, costBase }
      const outside = shareOutsideQuota(economy, r, m, j)
      addBothSourcings(tallying, year.cells, year.underContract, partOf(sales, 1 - outside))
      if (quotas === undefined || outside === 0) continue
      addBothSourcings(tallying, quotas.cells, year.underContract, partOf(sales, outside))
    }
  }
}

/** Share of a line's sales in a market that its quota has no room for. */
function shareOutsideQuota({ setting, plants, year }: TalliedEconomy, r: number, m: number, j: number): number {
  const { quotas, industry, tables } = setting
  if (quotas === undefined || year.inForce !== quotas.inForce) return 0
  const at = ((r * marketCount + m) * industry.lines.length + j) * placeCount + plants.linePlace[j]
  const q = quotaOf(quotas.policy, tables, at)
  return q < 0 || quotas.outside.tables.factor[at] === Infinity ? 0 : shareOutside(quotas.search, q)
}

function partOf(sales: LineSales, share: number): LineSales {
  return { ...sales, vehicles: share * sales.vehicles, costBase: share * sales.costBase }
}

/**
 * Adds sales under the programme that newly sourced parts qualify for, and under that of parts still under contract.
 *
 * @param underContract share of parts that are still bought under contract, 0 to 1
 */
function addBothSourcings(
  tallying: Tallying,
  { renewed, contracted }: YearCells,
  underContract: number,
  sales: LineSales,
): void {
  addSales(tallying, renewed, partOf(sales, 1 - underContract))
  addSales(tallying, contracted, partOf(sales, underContract))
}

function addSales(tallying: Tallying, cells: LineCells, sales: LineSales): void {
  const { tally } = tallying
  const { cell, vehicles, costBase } = sales
  const programme = cells.programme[cell]
  if (programme < 0 || vehicles === 0) return
  const row = cell * cellColumns
  const at = programme * programmeTallyCount
  tally[at + column.vehicles] += vehicles
  tally[at + column.value] += costBase * cells.table[row + valueColumn]
  tally[at + column.nonUsValue] += costBase * nonUsFactor(tallying, programme, cells.table, sales)
  tally[at + column.duty] += costBase * cells.table[row + dutyColumn]
}

/** Value that is not of US (or spared) content, as a factor on the line's cost base. */
function nonUsFactor(
  { setting, shares }: Tallying,
  programme: number,
  table: Float64Array,
  { line, place, cell }: LineSales,
): number {
  const { industry, scales, customs } = setting
  const row = cell * cellColumns
  let parts = 0
  for (let k = 0; k < originCount; k++) parts += table[row + partsColumn + k]
  if (parts === 0) return 0
  for (let k = 0; k < originCount; k++) shares[k] = table[row + partsColumn + k] / parts
  const spared = customs.policy.programmes.sparedOrigins[programme]
  const assembly = setting.assemblyShare * scales.assembly[line * placeCount + place]
  return chargedValue(industry, spared, shares, parts, assembly, place)
}

/** Rounds to whole vehicles and thousand USD, whose sums over replicates are exact in any order. */
export function roundTally(tally: Float64Array): void {
  for (let n = 0; n < tally.length; n++) tally[n] = Math.round(tally[n])
}
