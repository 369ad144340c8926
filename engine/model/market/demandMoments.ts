/**
 * What a calibrated nested logit market implies, to be looked at beside published estimates: mean own-price elasticity,
 * elasticity of the whole market, and the median Lerner index. Formulas as in `calibrateDemand.ts`.
 */
import type { DemandMarket } from './market.ts'

export interface DemandMoments {
  /** Sales-weighted mean own-price elasticity of products, without its sign. */
  readonly own: number
  /** Elasticity of all sales to a proportional rise of all prices, without its sign. */
  readonly market: number
  /** Median over vehicles sold of (price - cost)/price. */
  readonly lerner: number
}

/**
 * @param price [product] thousand USD, at `offset`; the same for sales (vehicles) and cost (thousand USD)
 */
export function demandMoments(
  market: DemandMarket,
  price: Float64Array,
  sales: Float64Array,
  cost: Float64Array,
  offset: number,
): DemandMoments {
  const { structure, a, sigma, size } = market
  const { types, nests, typeOff, typeNest } = structure
  const nestSales = new Float64Array(nests)
  let total = 0
  let value = 0
  for (let n = 0; n < types; n++) {
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      nestSales[typeNest[n]] += sales[offset + i]
      total += sales[offset + i]
      value += sales[offset + i] * price[offset + i]
    }
  }
  let own = 0
  const margins: { readonly margin: number; readonly sold: number }[] = []
  for (let n = 0; n < types; n++) {
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const sold = sales[offset + i]
      if (sold === 0) continue
      const p = price[offset + i]
      own +=
        (sold / total) *
        a *
        p *
        (1 / (1 - sigma) - (sigma / (1 - sigma)) * (sold / nestSales[typeNest[n]]) - sold / size)
      margins.push({ margin: (p - cost[offset + i]) / p, sold })
    }
  }
  return { own, market: a * (value / total) * (1 - total / size), lerner: weightedMedian(margins, total) }
}

function weightedMedian(margins: readonly { readonly margin: number; readonly sold: number }[], total: number): number {
  let below = 0
  for (const { margin, sold } of margins.toSorted((one, other) => one.margin - other.margin)) {
    below += sold
    if (below >= total / 2) return margin
  }
  return NaN
}
