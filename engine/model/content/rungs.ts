/** [floorKind] last rung that counts towards the floor: US; CA; MX-CN; ALLY. */
const lastRungs = [0, 1, 3, 4] as const
/** The same where Chinese-owned suppliers are Chinese: US; CA; MX; ALLY, on that ladder. */
const lastRungsWithout = [0, 1, 2, 3] as const
export const chineseOwned = 3
export const ally = 4
/** Row of `lastRungs` of regional content. */
export const regionalKind = 2

export function lastRung(kind: number, chineseOwnedAreChinese: boolean): number {
  return chineseOwnedAreChinese ? lastRungsWithout[kind] : lastRungs[kind]
}

/** Sum of shares up to a rung of the programme's ladder. */
export function shareUpTo(shares: Float64Array, rung: number, chineseOwnedAreChinese: boolean): number {
  let sum = 0
  for (let k = 0; k <= rung; k++) {
    const exchanged = k === chineseOwned ? ally : k === ally ? chineseOwned : k
    sum += shares[chineseOwnedAreChinese ? exchanged : k]
  }
  return sum
}
