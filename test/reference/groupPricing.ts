/**
 * The slow, obvious twin of `engine/model/market/groupShares` and `groupPrices`: shares of each group product by product, the full
 * matrix of derivatives, and prices by long iteration, with no types, no closed forms and no acceleration.
 */

/** A market as a list of products and a list of groups of buyers; money in thousand USD, `size` in vehicles. */
export interface GroupMarket {
  readonly sigma: number
  readonly size: number
  readonly maker: readonly number[]
  readonly nest: readonly number[]
  readonly delta: readonly number[]
  /** [group] */
  readonly weight: readonly number[]
  readonly slope: readonly number[]
  readonly shift: readonly number[]
}

/** [group][product] share of the group's potential buyers. */
function sharesOfGroups(market: GroupMarket, price: readonly number[]): number[][] {
  const { sigma, nest, delta, slope, shift } = market
  return slope.map((a, r) => {
    const utility = delta.map((d, i) => d + shift[r] - a * price[i])
    const weight = utility.map((v) => Math.exp(v / (1 - sigma)))
    const sum = (g: number): number => weight.reduce((s, w, i) => (nest[i] === g ? s + w : s), 0)
    const total = [...new Set(nest)].reduce((s, g) => s + Math.pow(sum(g), 1 - sigma), 1)
    return weight.map((w, i) => (w === 0 ? 0 : (w / sum(nest[i])) * (Math.pow(sum(nest[i]), 1 - sigma) / total)))
  })
}

/** [product] quantities at given prices. */
export function groupQuantities(market: GroupMarket, price: readonly number[]): number[] {
  const shares = sharesOfGroups(market, price)
  return price.map((_, i) => market.size * shares.reduce((s, of, r) => s + market.weight[r] * of[i], 0))
}

/** [product][product] derivative of the quantity of j (second index) with respect to the price of i (first index). */
function priceDerivatives(market: GroupMarket, price: readonly number[]): number[][] {
  const { sigma, size, nest, weight, slope } = market
  const shares = sharesOfGroups(market, price)
  const inNest = shares.map((of) => nest.map((g) => of.reduce((s, x, i) => (nest[i] === g ? s + x : s), 0)))
  return price.map((_, i) =>
    price.map((_, j) =>
      slope.reduce((sum, a, r) => {
        const own = shares[r][i]
        const same = nest[i] === nest[j] && own > 0 ? ((sigma / (1 - sigma)) * own) / inNest[r][i] : 0
        return sum + size * weight[r] * a * (shares[r][j] * (same + own) - (i === j ? own / (1 - sigma) : 0))
      }, 0),
    ),
  )
}

/** [product] first-order condition of its price divided by its sales: 0 in equilibrium, and where nothing is sold. */
export function groupResiduals(market: GroupMarket, price: readonly number[], cost: readonly number[]): number[] {
  const quantity = groupQuantities(market, price)
  const derivative = priceDerivatives(market, price)
  return quantity.map((q, i) =>
    q === 0
      ? 0
      : quantity.reduce(
          (s, qj, j) =>
            qj > 0 && market.maker[j] === market.maker[i] ? s + ((price[j] - cost[j]) * derivative[i][j]) / q : s,
          1,
        ),
  )
}

/** [product] equilibrium prices by iterating the first-order conditions until nothing moves. */
export function groupPricesByLongIteration(market: GroupMarket, cost: readonly number[]): number[] {
  const { sigma, maker, weight, slope, size } = market
  let price = cost.map((c) => c + (1 - sigma) / Math.max(...slope))
  for (let round = 0; round < 20000; round++) {
    const shares = sharesOfGroups(market, price)
    const residual = groupResiduals(market, price, cost)
    const quantity = groupQuantities(market, price)
    const next = price.map((p, i) => {
      const ownSlope = slope.reduce((s, a, r) => s + (size * weight[r] * a * shares[r][i]) / (1 - sigma), 0)
      return p + (residual[i] * quantity[i]) / ownSlope
    })
    const moved = Math.max(...next.map((p, i) => Math.abs(p - price[i])))
    price = next
    if (moved < 1e-13 * Math.max(...price) || maker.length === 0) break
  }
  return price
}
