/**
 * The slow, obvious twin of `engine/model/pricing`: nested logit shares, their full matrix of derivatives, and prices
 * by long iteration, product by product, with no types and no closed forms.
 *
 * The iteration is that of W. R. Morrow and S. J. Skerlos, "Fixed-point approaches to computing Bertrand-Nash
 * equilibrium prices under mixed-logit demand", Operations Research 59 (2011): p = c + zeta(p).
 */

/** A market as a list of products; money in thousand USD, `size` in vehicles. */
export interface ProductMarket {
  readonly a: number
  readonly sigma: number
  readonly size: number
  readonly maker: readonly number[]
  readonly nest: readonly number[]
  readonly delta: readonly number[]
}

/** [product] quantities at given prices. */
export function quantities(market: ProductMarket, price: readonly number[]): number[] {
  const { a, sigma, size, nest, delta } = market
  const top = Math.max(0, ...delta.map((d, i) => d - a * price[i]))
  const weight = delta.map((d, i) => Math.exp((d - a * price[i] - top) / (1 - sigma)))
  const nests = [...new Set(nest)]
  const sum = new Map(nests.map((g) => [g, weight.reduce((s, w, i) => (nest[i] === g ? s + w : s), 0)]))
  const inside = (g: number): number => Math.pow(sum.get(g)!, 1 - sigma)
  const total = Math.exp(-top) + nests.reduce((s, g) => s + inside(g), 0)
  return weight.map((w, i) => (w === 0 ? 0 : ((size * w) / sum.get(nest[i])!) * (inside(nest[i]) / total)))
}

/** [product][product] derivative of the quantity of j (second index) with respect to the price of i (first index). */
function priceDerivatives(market: ProductMarket, quantity: readonly number[]): number[][] {
  const { a, sigma, size, nest } = market
  const nestSales = (g: number): number => quantity.reduce((s, q, i) => (nest[i] === g ? s + q : s), 0)
  const sales = quantity.map((_, i) => nestSales(nest[i]))
  return quantity.map((qi, i) =>
    quantity.map((qj, j) => {
      const sameNest = nest[i] === nest[j] && sales[i] > 0 ? ((sigma / (1 - sigma)) * qi) / sales[i] : 0
      return a * qj * (sameNest + qi / size) - (i === j ? (a * qi) / (1 - sigma) : 0)
    }),
  )
}

/** [product] first-order condition of its price divided by its sales: 0 in equilibrium, and where nothing is sold. */
export function firstOrderResiduals(
  market: ProductMarket,
  price: readonly number[],
  cost: readonly number[],
): number[] {
  const quantity = quantities(market, price)
  const derivative = priceDerivatives(market, quantity)
  return quantity.map((qi, i) => {
    if (qi === 0) return 0
    const cannibalised = quantity.map((qj, j) =>
      qj > 0 && market.maker[j] === market.maker[i] ? (price[j] - cost[j]) * derivative[i][j] : 0,
    )
    return (qi + cannibalised.reduce((s, x) => s + x, 0)) / qi
  })
}

/** [product] equilibrium prices by iterating until nothing moves. Every product must have positive sales. */
export function solveByLongIteration(market: ProductMarket, cost: readonly number[]): number[] {
  const { a, sigma, maker } = market
  let price = cost.map((c) => c + (1 - sigma) / a)
  for (let round = 0; round < 5000; round++) {
    const quantity = quantities(market, price)
    const derivative = priceDerivatives(market, quantity)
    const next = price.map((_, i) => {
      const ownSlope = (a * quantity[i]) / (1 - sigma)
      const rest = quantity.map((_, j) =>
        maker[j] === maker[i] ? (price[j] - cost[j]) * (derivative[i][j] + (i === j ? ownSlope : 0)) : 0,
      )
      return cost[i] + (quantity[i] + rest.reduce((s, x) => s + x, 0)) / ownSlope
    })
    const moved = Math.max(...next.map((p, i) => Math.abs(p - price[i])))
    price = next.map((p, i) => 0.5 * p + 0.5 * price[i])
    if (moved < 1e-14 * Math.max(...price)) break
  }
  return price
}
