/** Formulas of Head, Mayer and Melitz (2024) as the paper writes them. */
import type { Penalty } from '../../engine/model/replication/closure.ts'
import { penaltyOfSales } from '../../engine/model/replication/penaltyIndex.ts'

/** Unconstrained cost of parts in units of regional ones, C_U = (1 + delta^-theta)^(-1/theta). */
export function freeCost(delta: number, theta: number): number {
  return (1 + delta ** -theta) ** (-1 / theta)
}

/** delta above which a carline would comply with any rule, even all regional parts: (tau^theta - 1)^(-1/theta). */
export function alwaysComplierDelta(tau: number, theta: number): number {
  return (tau ** theta - 1) ** (-1 / theta)
}

/** Penalty from ratios r_d to sales that no duty touches, as in the paper. */
export function penaltyIndex(ratios: readonly number[], factors: readonly number[], eta: number): Penalty {
  return penaltyOfSales([{ sales: 1, factor: 1 }, ...ratios.map((sales, d) => ({ sales, factor: factors[d] }))], eta)
}
