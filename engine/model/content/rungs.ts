/**
 * Which rungs of the content ladder count towards which floor. The usual ladder has the order of `origins`; where a
 * programme counts Chinese-owned suppliers in Mexico as Chinese, they change places with the allies on it.
 */
import { floorKinds } from '../inputs/policy.ts'
import { origin } from '../inputs/sets.ts'

// Constants of this file's own: those of another one are slower to read, and these are read for every part of every vehicle.
const { chineseInMexico, allied } = origin

/** [floorKind] last rung that counts towards the floor: US; CA; MX-CN; ALLY. */
const lastRungs = [origin.US, origin.CA, origin.chineseInMexico, origin.allied] as const
/** The same on the other ladder: US; CA; MX; ALLY, which stands on the rung of MX-CN. */
const lastRungsWithout = [origin.US, origin.CA, origin.MX, origin.chineseInMexico] as const
/** Position of regional content among the kinds of floors. */
export const regionalKind: number = floorKinds.indexOf('regional')

/** Last rung that counts towards a kind of floor, on the ladder that the programme has. */
export function lastRung(kind: number, chineseOwnedAreChinese: boolean): number {
  return chineseOwnedAreChinese ? lastRungsWithout[kind] : lastRungs[kind]
}

/** Sum of shares [origin] up to a rung of the programme's ladder. */
export function shareUpTo(shares: Float64Array, rung: number, chineseOwnedAreChinese: boolean): number {
  let sum = 0
  for (let k = 0; k <= rung; k++) {
    const exchanged = k === chineseInMexico ? allied : k === allied ? chineseInMexico : k
    sum += shares[chineseOwnedAreChinese ? exchanged : k]
  }
  return sum
}

/** Changes the places of Chinese-owned suppliers and allies in `values` [origin]. */
export function exchangeChineseOwned(values: Float64Array): void {
  const kept = values[chineseInMexico]
  values[chineseInMexico] = values[allied]
  values[allied] = kept
}

/** The same in a set of spared origins, a number whose bit k is set for origin k. */
export function exchangeSpared(spared: number): number {
  const kept = (spared >> chineseInMexico) & 1
  const other = (spared >> allied) & 1
  return kept === other ? spared : spared ^ ((1 << chineseInMexico) | (1 << allied))
}
