/**
 * What a regime with quotas would settle at on the present map, and what its rents are worth at a place. Section 8 of
 * docs/model.md; the same search as in a year, at prices that have come to rest.
 */
import { indexLines } from '../cost/cost.ts'
import type { PlantState } from '../plants/plantState.ts'
import { hasQuota, setMargins, setPaid, quotaOf, settledRent } from '../cost/quotas.ts'
import { openSearch, searchOn, shareOutside } from '../cost/quotaSearch.ts'
import type { Setting, QuotaSpace } from '../cost/setting.ts'
import { type RegimeOutlook, solveRegime, plannedPlace } from './outlook.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { strain } from '../cost/split.ts'

/** Solves the three markets of one regime, with the margins of its quotas. Returns false if any did not converge. */
export function solveWithQuotas(setting: Setting, plants: PlantState, outlook: RegimeOutlook, r: number): boolean {
  const { quotas } = setting
  if (quotas === undefined || !hasQuota(quotas.policy, r)) return solveRegime(setting, plants, outlook, r)
  const { search, policy, outsideShare } = quotas
  openSearch(search, policy.quotaVolume, r)
  let converged = true
  do {
    setMargins(quotas, setting.tables, r)
    // Costs of all products change with the margins, not only those of lines that have moved.
    outlook.solvedAt[r] = -1
    converged = solveRegime(setting, plants, outlook, r)
    measureClaims(setting, quotas, plants, outlook, r)
  } while (searchOn(search))
  const count = policy.quotas.length
  for (let q = 0; q < count; q++) outsideShare[r * count + q] = shareOutside(search, q)
  setPaid(quotas, setting.tables, r)
  indexLines(setting, quotas.sales, r, outlook.index)
  return converged
}

/** Vehicles that claim each quota at the equilibrium and the split of the last solve. */
function measureClaims(
  setting: Setting,
  quotas: QuotaSpace,
  plants: PlantState,
  outlook: RegimeOutlook,
  r: number,
): void {
  const { search, policy } = quotas
  const { industry, cost0 } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  search.volume.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = outlook.equilibria[r * marketCount + m]
    for (let j = 0; j < lines; j++) {
      const i = industry.lineProduct[j]
      if (cost0[m * products + i] === 0 || !(quantity[i] > 0)) continue
      const cell = ((r * marketCount + m) * lines + j) * placeCount + plannedPlace(plants, j)
      const q = quotaOf(policy, setting.tables, cell)
      if (q >= 0) search.volume[q] += outlook.weights[m * lines + j] * quantity[i]
    }
  }
}

/**
 * Yearly rents of product i in market m if its line j were built at o, at the split that `placeProfit` has just left in
 * `outlook.weights`, thousand USD.
 */
export function rentsAt(
  setting: Setting,
  quotas: QuotaSpace,
  plants: PlantState,
  outlook: RegimeOutlook,
  r: number,
  m: number,
  i: number,
  j: number,
  o: number,
  quantity: number,
): number {
  const { industry, share0, thetaSplit } = setting
  const from = industry.lineOff[i]
  const to = industry.lineOff[i + 1]
  if (to - from === 1) return quantity * settledRent(setting, quotas, r, m, j, o)
  const offset = m * industry.lines.length
  let rents = 0
  for (let line = from; line < to; line++) {
    const weight = outlook.weights[offset + line]
    if (weight === 0) continue
    const rent = settledRent(setting, quotas, r, m, line, line === j ? o : plannedPlace(plants, line))
    if (rent > 0) rents += quantity * weight * strain(weight, share0[offset + line], thetaSplit) * rent
  }
  return rents
}
