/**
 * What common draws are worth: how many times more replicates independent runs of two scenarios would need for as
 * small a standard error of their mean difference,
 *
 *     gain = (var a + var b) / var(a - b),
 *
 * 1 where pairing does nothing, 1/(1 - correlation) where both have the same variance, below 1 where it harms. Common
 * random numbers: P. Glasserman and D. D. Yao, "Some guidelines and guarantees for common random numbers", Management
 * Science 38 (1992). The standard error is by linearisation of the ratio.
 */
import { mean as meanOf } from '../math/accumulate.ts'
import { meanStandardError } from '../math/samplingError.ts'

export interface PairingGain {
  /** Infinite where the difference is the same in every replicate. */
  readonly gain: number
  readonly standardError: number
  readonly n: number
}

/**
 * @param a [replicate] and its status; `b` in the same replicates. Those that failed on either side are left out
 */
export function pairingGain(a: Float64Array, aStatus: Uint8Array, b: Float64Array, bStatus: Uint8Array): PairingGain {
  const good = Array.from(a.keys()).filter((d) => aStatus[d] === 0 && bStatus[d] === 0)
  const squaresOfA = squares(Float64Array.from(good, (d) => a[d]))
  const squaresOfB = squares(Float64Array.from(good, (d) => b[d]))
  const apart = squaresOfA.map((square, n) => square + squaresOfB[n])
  const together = squares(Float64Array.from(good, (d) => a[d] - b[d]))
  const variance = meanOf(together)
  const gain = meanOf(apart) / variance
  const influence = apart.map((square, n) => (square - gain * together[n]) / variance)
  return { gain, standardError: meanStandardError(influence), n: good.length }
}

/** Squared deviations from the mean. */
function squares(values: Float64Array): Float64Array {
  const centre = meanOf(values)
  return values.map((value) => (value - centre) * (value - centre))
}
