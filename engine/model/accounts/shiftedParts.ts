/**
 * Where parts come from, once their prices answer to policy. Section 5 of docs/model.md.
 *
 * The cost of a line rises by one factor for its parts and its assembly together (`yearScales`). Here, for all lines of a place,
 * it is taken apart again: parts go by the mean price of their mix, assembly by its own, and parts move between origins,
 *
 *   value'[k] = value * rise / R * value[k] g[k] / sum over i of value[i] g[i],   g[k] = p[k] q[k]^-(theta + 1)
 *
 * where p are the prices of the day, q those at which the parts in use were sourced, `rise` the mean of p over the mix and R that
 * of parts and assembly. Sums over origins and assembly stay what they were.
 */
import { cellColumns, partsColumn } from '../cost/cellColumns.ts'
import type { Closure } from '../cost/closure.ts'
import { marketCount, originCount, place, placeCount } from '../inputs/sets.ts'
import type { Ledger } from './ledger.ts'

/** Shifts the sums of the year over lines, before they are added up over markets. */
export function shiftParts(closure: Closure, r: number, ledger: Ledger): void {
  const { shift } = closure
  for (let o = 0; o < placeCount; o++) {
    const onAssembly = findShift(closure, r, o, ledger)
    for (let m = 0; m < marketCount; m++) {
      const flow = m * placeCount + o
      multiply(ledger.columns, flow * cellColumns + partsColumn, shift)
      ledger.assembledFor[flow] *= onAssembly
    }
    multiply(ledger.partsPaid, o * originCount, shift)
    ledger.assembled[o] *= onAssembly
    if (o !== place.US) continue
    const { columns, total } = ledger.bills
    for (let bill = 0; bill < total.length; bill++) multiply(columns, bill * cellColumns + partsColumn, shift)
  }
}

/** Fills `closure.shift` [origin] with the factors on the parts of place o, and returns that on its assembly. */
function findShift(closure: Closure, r: number, o: number, ledger: Ledger): number {
  const { shift, parts, quantityPower } = closure
  const assembled = assemblyAt(ledger, o)
  let value = 0
  let paid = 0
  let shifted = 0
  for (let k = 0; k < originCount; k++) {
    const price = parts[r * originCount + k]
    const bought = partsAt(ledger, o, k)
    shift[k] = price * quantityPower[k]
    value += bought
    paid += bought * price
    shifted += bought * shift[k]
  }
  const onAssembly = closure.assembly[r * placeCount + o]
  const both = paid + assembled * onAssembly
  // Where nothing is built there is nothing to shift.
  if (!(both > 0)) return 1
  const rise = both / (value + assembled)
  for (let k = 0; k < originCount; k++) shift[k] *= paid / (shifted * rise)
  return onAssembly / rise
}

/** Parts of origin k in what place o builds, for the three markets and, in `partsPaid` so far, for exports. */
function partsAt({ columns, partsPaid }: Ledger, o: number, k: number): number {
  let sum = partsPaid[o * originCount + k]
  for (let m = 0; m < marketCount; m++) sum += columns[(m * placeCount + o) * cellColumns + partsColumn + k]
  return sum
}

function assemblyAt({ assembled, assembledFor }: Ledger, o: number): number {
  let sum = assembled[o]
  for (let m = 0; m < marketCount; m++) sum += assembledFor[m * placeCount + o]
  return sum
}

function multiply(values: Float64Array, from: number, factors: Float64Array): void {
  for (let k = 0; k < originCount; k++) values[from + k] *= factors[k]
}
