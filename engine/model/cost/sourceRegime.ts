import type { Setting } from './setting.ts'
import { placeCount } from '../inputs/sets.ts'
import { sourceParts, raiseParts } from '../content/sourcing.ts'

/** Parts of one regime at its duties on parts and metals. */
export function sourceRegime({ customs, sourcing, industry }: Setting, r: number, partShares: Float64Array): void {
  const { policy, charges, theta, metals } = customs
  const lines = industry.lines.length
  sourceParts(charges.charge, policy.chineseSuppliers[r], r, partShares, theta, sourcing)
  for (let o = 0; o < placeCount; o++) raiseParts(metals.factor[r * placeCount + o], r, o, lines, sourcing)
}
