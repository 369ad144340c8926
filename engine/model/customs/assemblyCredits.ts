/**
 * Credits for assembly at home: a maker may set a share of the value of the vehicles that it assembles in a country against
 * the duties that it pays there on parts. Section 4 of docs/model.md. The one in force is the import adjustment offset of
 * the US (Proclamation 10925 of 29 April 2025): 3.75% of the list price of vehicles assembled in the US.
 *
 *   credit = min( rate * price, added duties on parts )        for each line and destination
 *
 * The price is customs value times a constant ratio of price to cost. Added duties are those above the policy of the base
 * year, since the offset is given against Section 232 duties alone. Makers choose parts at the full duty: where the credit
 * covers all of it they would in truth buy abroad again, so that the model then has somewhat too little parts imported.
 */
import type { CompiledPolicy } from '../inputs/policy.ts'
import type { PartsCharges } from './partsClaims.ts'
import { placeCount, originCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount

/**
 * Price over cost of a vehicle: 1/(1 - 0.185), by the median Lerner index that Grieco, Murry and Yurukoglu (2023) estimate.
 * Cost tables hold no prices, and list and transaction prices are close enough for a credit of a few percent.
 */
export const priceOverCost: number = 1 / (1 - 0.185)

/** The credits that a policy gives, and the duties on parts that they are set against. */
export interface CreditedDuties {
  readonly policy: Pick<CompiledPolicy, 'assemblyCredit'>
  readonly charges: PartsCharges
}

/**
 * Credit of one vehicle, in the unit of `value` and `parts`.
 *
 * @param site regime x place where the vehicle is assembled, r * places + o
 * @param value customs value before duty on the vehicle
 * @param parts value of its parts, duty paid, by origin `shares` from `offset` on (sum 1)
 */
export function assemblyCredit(
  customs: CreditedDuties,
  site: number,
  value: number,
  parts: number,
  shares: Float64Array,
  offset: number,
): number {
  const rate = customs.policy.assemblyCredit[site]
  if (rate === 0) return 0
  return Math.min(rate * priceOverCost * value, parts * addedDuty(customs, site, shares, offset))
}

/** Duties above those of the base year, as a share of the value of parts, duty paid. */
function addedDuty({ charges }: CreditedDuties, site: number, shares: Float64Array, offset: number): number {
  const { duty, charge } = charges
  const o = site % places
  let added = 0
  for (let k = 0; k < origins; k++) {
    const now = duty[site * origins + k]
    const base = duty[o * origins + k]
    if (now > base) added += (shares[offset + k] * (now - base)) / (1 + charge[site * origins + k])
  }
  return added
}
