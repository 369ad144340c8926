/**
 * Regime 0, the policy of the base year, is the same in every scenario of a run: the industry is calibrated under it once,
 * and its tables are worked out once and copied. This file checks that it is the same, and copies.
 */
import type { CustomsTables } from './customs.ts'
import { type CompiledPolicy, floorKindCount } from '../inputs/policy.ts'
import { placeCount, originCount, marketCount } from '../inputs/sets.ts'
import type { Sourcing } from '../content/sourcing.ts'

/**
 * Looks for the programmes of one scenario's regime 0 in another's.
 *
 * @returns [programme of the first scenario] the programme of the other that is the same, or -1 where regime 0 has no use
 *   for it; undefined when regime 0 differs
 */
export function matchBaseRegime(first: CompiledPolicy, other: CompiledPolicy, lines: number): Int16Array | undefined {
  const same = new Int16Array(first.programmes.names.length).fill(-1)
  for (let cell = 0; cell < placeCount * originCount; cell++) {
    if (first.partsDuty[cell] !== other.partsDuty[cell]) return undefined
    if (first.metalsDuty[cell] !== other.metalsDuty[cell]) return undefined
    if (first.metalsLimit[cell] !== other.metalsLimit[cell]) return undefined
  }
  for (let o = 0; o < placeCount; o++) if (first.assemblyCredit[o] !== other.assemblyCredit[o]) return undefined
  for (let cell = 0; cell < marketCount * lines * placeCount; cell++) {
    const from = first.programmeOff[cell]
    const to = other.programmeOff[cell]
    const count = first.programmeOff[cell + 1] - from
    if (other.programmeOff[cell + 1] - to !== count) return undefined
    for (let n = 0; n < count; n++) {
      const one = first.programmeIds[from + n]
      const two = other.programmeIds[to + n]
      if (!equalProgrammes(first, one, other, two)) return undefined
      same[one] = two
    }
  }
  return same
}

function equalProgrammes(first: CompiledPolicy, one: number, other: CompiledPolicy, two: number): boolean {
  const a = first.programmes
  const b = other.programmes
  if (a.duty[one] !== b.duty[two] || a.dutyOnNonUsContent[one] !== b.dutyOnNonUsContent[two]) return false
  if (a.metalsFloor[one] !== b.metalsFloor[two]) return false
  if (a.coreFloor[one] !== b.coreFloor[two]) return false
  if (a.labourWage[one] !== b.labourWage[two]) return false
  if (a.sparedOrigins[one] !== b.sparedOrigins[two]) return false
  if (a.chineseOwnedAreChinese[one] !== b.chineseOwnedAreChinese[two]) return false
  if (a.preferential[one] !== b.preferential[two] || a.labourCredits[one] !== b.labourCredits[two]) return false
  if (a.rollUp[one] !== b.rollUp[two]) return false
  for (let kind = 0; kind < floorKindCount; kind++) {
    if (a.floors[one * floorKindCount + kind] !== b.floors[two * floorKindCount + kind]) return false
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
  const cells = marketCount * lines * placeCount
  to.tables.factor.set(from.tables.factor.subarray(0, cells))
  to.tables.value.set(from.tables.value.subarray(0, cells))
  to.tables.duty.set(from.tables.duty.subarray(0, cells))
  to.tables.credit.set(from.tables.credit.subarray(0, cells))
  to.tables.parts.set(from.tables.parts.subarray(0, cells))
  to.tables.shares.set(from.tables.shares.subarray(0, cells * originCount))
  to.sourcing.weights.set(from.sourcing.weights.subarray(0, lines * placeCount * originCount))
  to.sourcing.partsCost.set(from.sourcing.partsCost.subarray(0, lines * placeCount))
  for (let cell = 0; cell < cells; cell++) {
    const programme = from.tables.programme[cell]
    to.tables.programme[cell] = programme < 0 ? -1 : same[programme]
  }
}
