/** Which replicates count for one outcome: a derived one may be no number where its replicate is good, as after a division by 0. */
import { replicateStatus } from '../model/accounts/results.ts'

/** [replicate] the states of replicates, with those that are good and have no number here marked; the same array where none is. */
export function finiteStatus(values: Float64Array, status: Uint8Array): Uint8Array {
  const first = values.findIndex((value, d) => status[d] === 0 && !Number.isFinite(value))
  if (first < 0) return status
  return status.map((state, d) => (state === 0 && !Number.isFinite(values[d]) ? replicateStatus.nonFinite : state))
}
