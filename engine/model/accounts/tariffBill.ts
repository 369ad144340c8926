/**
 * What each large maker pays in US duties: on vehicles that it sells in the US, and on parts and metals for its US plants, less
 * credits for assembly. Section 13 of docs/model.md. All bills together are what the US treasury collects of the industry.
 */
import type { CustomsInputs } from '../customs/customs.ts'
import { cellColumns, creditColumn, dutyColumn, partsColumn } from '../cost/cellColumns.ts'
import { addOrigins } from '../cost/columnSums.ts'
import { originCount, place, placeCount } from '../inputs/sets.ts'
import type { Maker } from '../inputs/industry.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const width = cellColumns
const [credit, parts] = [creditColumn, partsColumn]

/** Bills by the names of makers, with the makers of the data that are in them; the last has all that are in none. */
const bills: Readonly<Record<string, readonly string[]>> = {
  'General Motors': ['general-motors'],
  Toyota: ['toyota'],
  Ford: ['ford'],
  Honda: ['honda'],
  Stellantis: ['stellantis'],
  'Hyundai and Kia': ['hyundai', 'kia'],
  Nissan: ['nissan'],
  Volkswagen: ['volkswagen'],
  others: [],
}
export const billNames: readonly string[] = Object.keys(bills)
const others = billNames.length - 1

/** Sums over lines of what is charged. */
export interface TariffBills {
  /** [maker] position of its bill in `billNames`. */
  readonly of: Uint8Array
  /** [bill x column] value, duty and parts of the maker's vehicles: see `cellColumns`. Duty is that of US sales, the rest of US plants. */
  readonly columns: Float64Array
  /** [bill] thousand USD a year. */
  readonly total: Float64Array
}

/** Bills of nothing. */
export function createTariffBills(makers: readonly Maker[]): TariffBills {
  const ids = Object.values(bills)
  return {
    of: Uint8Array.from(makers, ({ id }) => {
      const bill = ids.findIndex((own) => own.includes(id))
      return bill < 0 ? others : bill
    }),
    columns: new Float64Array(billNames.length * cellColumns),
    total: new Float64Array(billNames.length),
  }
}

/** Adds the parts, and the credit for assembly, of a vehicle built in the US. @param costBase thousand USD by which its row is multiplied */
export function addPartsToBill(
  { columns }: TariffBills,
  bill: number,
  table: Float64Array,
  from: number,
  costBase: number,
): void {
  const to = bill * width
  columns[to + credit] += costBase * table[from + credit]
  addOrigins(table, from + parts, costBase, columns, to + parts)
}

/** Makes up all bills of a year under regime r. */
export function settleBills({ charges, metals }: CustomsInputs, r: number, { columns, total }: TariffBills): void {
  const onMetals = metals.duty[r * placeCount + place.US]
  for (let bill = 0; bill < total.length; bill++) {
    const from = bill * cellColumns
    let sum = columns[from + dutyColumn] - columns[from + creditColumn]
    for (let k = 0; k < originCount; k++) {
      const cell = (r * placeCount + place.US) * originCount + k
      sum += (columns[from + partsColumn + k] / (1 + charges.charge[cell])) * (charges.duty[cell] + onMetals)
    }
    total[bill] = sum
  }
}
