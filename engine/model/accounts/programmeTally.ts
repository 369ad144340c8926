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

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount
const markets = marketCount

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
  /** Share of parts that are still bought under contract, 0 to 1. */
  readonly underContract: number
  /** [set of rules x place] factor on the cost of assembly, and the year's set of rules. */
  readonly local: Float64Array
  readonly rules: number
  /** [origin] working array: shares of parts. */
  readonly shares: Float64Array
}

/** A line where it is, and a market it sells in. */
interface Sale {
  readonly line: number
  readonly place: number
  /** Index into [market x line]. */
  readonly cell: number
}

/** Overwrites `tally` [programme x programmeTallyName] with the sums of the year's sales under regime r. */
export function tallyProgrammes(economy: TalliedEconomy, r: number, tally: Float64Array): void {
  const { setting, plants, year } = economy
  const { industry, scales, quotas } = setting
  const lines = industry.lines.length
  const { assembly: local } = setting.customs.local
  const { underContract, rules } = year
  const tallying = { setting, tally, underContract, local, rules, shares: new Float64Array(origins) }
  tally.fill(0)
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const scale = scales.locationFactor[j * places + o] * year.yearFactor[j]
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      const vehicles = year.sales[cell]
      if (!(vehicles > 0)) continue
      const costBase = vehicles * year.base[cell] * scale * year.lineShareFactor[cell]
      const sale = { line: j, place: o, cell }
      const outside = shareOutsideQuota(economy, r, m, j)
      const within = 1 - outside
      addBothSourcings(tallying, year.cells, sale, within * vehicles, within * costBase)
      if (quotas === undefined || outside === 0) continue
      addBothSourcings(tallying, quotas.cells, sale, outside * vehicles, outside * costBase)
    }
  }
}

/** Share of a line's sales in a market that its quota has no room for. */
function shareOutsideQuota({ setting, plants, year }: TalliedEconomy, r: number, m: number, j: number): number {
  const { quotas, industry, tables } = setting
  if (quotas === undefined || year.inForce !== quotas.inForce) return 0
  const at = ((r * markets + m) * industry.lines.length + j) * places + plants.linePlace[j]
  const q = quotaOf(quotas.policy, tables, at)
  return q < 0 || quotas.outside.tables.factor[at] === Infinity ? 0 : shareOutside(quotas.search, q)
}

/**
 * Adds sales under the programme that newly sourced parts qualify for, and under that of parts still under contract. Where
 * the two do not differ, the cells of parts under contract are not filled (see `YearCells`).
 *
 * @param costBase thousand USD that the factors of the cells multiply: vehicles times the line's unit cost at a factor of 1,
 *   before freight
 */
function addBothSourcings(
  tallying: Tallying,
  { renewed, contracted, differs, regime }: YearCells,
  sale: Sale,
  vehicles: number,
  costBase: number,
): void {
  // Under the base policy there is nothing to tell apart: all is sold as newly sourced.
  const underContract = regime[sale.line] === 0 ? 0 : tallying.underContract
  const renewedShare = 1 - underContract
  addSales(tallying, renewed, sale, renewedShare * vehicles, renewedShare * costBase)
  addSales(
    tallying,
    differs[sale.cell] === 1 ? contracted : renewed,
    sale,
    underContract * vehicles,
    underContract * costBase,
  )
}

function addSales(tallying: Tallying, cells: LineCells, sale: Sale, vehicles: number, costBase: number): void {
  const { tally } = tallying
  const { cell } = sale
  const programme = cells.programme[cell]
  if (programme < 0 || vehicles === 0) return
  const row = cell * cellColumns
  const at = programme * programmeTallyCount
  tally[at + column.vehicles] += vehicles
  tally[at + column.value] += costBase * cells.table[row + valueColumn]
  tally[at + column.nonUsValue] += costBase * nonUsFactor(tallying, programme, cells.table, sale)
  tally[at + column.duty] += costBase * cells.table[row + dutyColumn]
}

/** Value that is not of US (or spared) content, as a factor on the line's cost base. */
function nonUsFactor(
  { setting, shares, local, rules }: Tallying,
  programme: number,
  table: Float64Array,
  { line, place, cell }: Sale,
): number {
  const { industry, scales, customs } = setting
  const row = cell * cellColumns
  let parts = 0
  for (let k = 0; k < origins; k++) parts += table[row + partsColumn + k]
  if (parts === 0) return 0
  for (let k = 0; k < origins; k++) shares[k] = table[row + partsColumn + k] / parts
  const spared = customs.policy.programmes.sparedOrigins[programme]
  const assembly = setting.assemblyShare * scales.assembly[line * places + place] * local[rules * places + place]
  return chargedValue(industry, spared, shares, parts, assembly, place)
}

/** Rounds to whole vehicles and thousand USD, whose sums over replicates are exact in any order. */
export function roundTally(tally: Float64Array): void {
  for (let n = 0; n < tally.length; n++) tally[n] = Math.round(tally[n])
}
