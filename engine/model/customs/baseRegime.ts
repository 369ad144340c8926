/**
 * Regime 0, the policy of the base year, is the same in every scenario of a run: the industry is calibrated under it once,
 * and its tables are worked out once and copied. This file checks that it is the same, and copies.
 */
import { type CustomsTables, baseRows, cellsPerRegime } from './customsTables.ts'
import { type CompiledPolicy, type ProgrammeTable, floorKindCount } from '../inputs/policy.ts'
import { placeCount, originCount, marketCount, regionPlaces } from '../inputs/sets.ts'
import type { Sourcing } from '../content/sourcing.ts'

/** Columns of a policy that say nothing of a vehicle's cost in regime 0, or are compared through its programmes. */
type OtherColumns =
  | (
      | 'regimes'
      | 'spells'
      | 'truth'
      | 'belief'
      | 'learning'
      | 'quotas'
      | 'quotaVolume'
      | 'subsidies'
      | 'hasMetals'
      | 'hasEconomy'
      | 'sameAs'
    )
  | ('programmes' | 'programmeOff' | 'programmeIds')

/** Cells of regime 0 in each column that must be equal. The compiler asks for every column that a policy gets. */
const cellsOfRegime: Readonly<Record<Exclude<keyof CompiledPolicy, OtherColumns>, number>> = {
  partsDuty: placeCount * originCount,
  unclaimedPartsDuty: placeCount * originCount,
  chineseSuppliers: 1,
  wageChange: regionPlaces,
  currencyChange: regionPlaces,
  otherGoodsDuty: regionPlaces,
  metalsDuty: placeCount * originCount,
  metalsLimit: placeCount * originCount,
  assemblyCredit: placeCount,
}

/** Cells of one programme in each column that must be equal: all but its name, and the number of its quota. */
const cellsOfProgramme: Readonly<Record<Exclude<keyof ProgrammeTable, 'names' | 'quota'>, number>> = {
  preferential: 1,
  duty: 1,
  dutyOnNonUsContent: 1,
  sparedOrigins: 1,
  floors: floorKindCount,
  metalsFloor: 1,
  coreFloor: 1,
  labourWage: 1,
  labourCredits: 1,
  chineseOwnedAreChinese: 1,
  rollUp: 1,
}

/**
 * Looks for the programmes of one scenario's regime 0 in another's.
 *
 * @returns [programme of the first scenario] the programme of the other that is the same, or -1 where regime 0 has no use
 *   for it; undefined when regime 0 differs
 */
export function matchBaseRegime(first: CompiledPolicy, other: CompiledPolicy, lines: number): Int16Array | undefined {
  const same = new Int16Array(first.programmes.names.length).fill(-1)
  if (!equalRows(cellsOfRegime, { table: first, row: 0 }, { table: other, row: 0 })) return undefined
  for (let cell = 0; cell < marketCount * lines * placeCount; cell++) {
    const from = first.programmeOff[cell]
    const to = other.programmeOff[cell]
    const count = first.programmeOff[cell + 1] - from
    if (other.programmeOff[cell + 1] - to !== count) return undefined
    for (let n = 0; n < count; n++) {
      const one = { table: first.programmes, row: first.programmeIds[from + n] }
      const two = { table: other.programmes, row: other.programmeIds[to + n] }
      // Thousands of cells have the same few programmes.
      if (same[one.row] === two.row) continue
      if (!equalRows(cellsOfProgramme, one, two)) return undefined
      same[one.row] = two.row
    }
  }
  return same
}

interface Row<Column extends string> {
  readonly table: Readonly<Record<Column, ArrayLike<number>>>
  readonly row: number
}

/** Whether two rows are equal in every column. @param cells of one row in each column */
function equalRows<Column extends string>(
  cells: Readonly<Record<Column, number>>,
  one: Row<Column>,
  two: Row<Column>,
): boolean {
  for (const column in cells) {
    const count = cells[column]
    for (let k = 0; k < count; k++) {
      if (one.table[column][one.row * count + k] !== two.table[column][two.row * count + k]) return false
    }
  }
  return true
}

/**
 * Copies regime 0 of one scenario's tables into another's.
 *
 * @param same number of each programme in the other scenario, see `matchBaseRegime`
 */
export function copyBaseRegime(
  from: { readonly tables: CustomsTables; readonly sourcing: Sourcing },
  to: { readonly tables: CustomsTables; readonly sourcing: Sourcing },
  lines: number,
  same: Int16Array,
): void {
  const cells = cellsPerRegime(lines)
  to.tables.factor.set(from.tables.factor.subarray(0, cells))
  to.tables.rows.set(baseRows(from.tables, lines))
  to.sourcing.weights.set(from.sourcing.weights.subarray(0, lines * placeCount * originCount))
  to.sourcing.partsCost.set(from.sourcing.partsCost.subarray(0, lines * placeCount))
  for (let cell = 0; cell < cells; cell++) {
    const programme = from.tables.programme[cell]
    to.tables.programme[cell] = programme < 0 ? -1 : same[programme]
  }
}
