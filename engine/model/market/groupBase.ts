/**
 * The base year of a market whose buyers differ by income, as calibration reads it: prices and shares of sales side by side, and
 * room for what `groupTastes.ts` finds of buyers.
 */
import type { BuyerGroups, MarketStructure } from './market.ts'

/** Products that are sold in the base year, side by side in the order of nests, and what is found of their buyers. */
export interface GroupBase {
  readonly structure: MarketStructure
  readonly groups: BuyerGroups
  /** [place] product; [nest + 1] first place of each nest. */
  readonly product: Int32Array
  readonly nestOff: Int32Array
  sold: number
  /** [place] thousand USD; [nest] sales-weighted mean. */
  readonly price: Float64Array
  readonly nestPrice: Float64Array
  /** [place] share of all sales: omega. */
  readonly share: Float64Array
  /** Vehicles sold. */
  total: number
  /** [group] price coefficient relative to that of a buyer of mean income. */
  readonly relativeSlope: Float64Array
  /** [place x group] exp(-a[r] (p - p of nest)/(1-sigma)), and phi. */
  readonly decay: Float64Array
  readonly taken: Float64Array
  /** [nest x group] Q; ln C less a[r]/(1-sigma) times the price of the nest; [group] ln T. */
  readonly nestShare: Float64Array
  readonly logTaste: Float64Array
  readonly logLevel: Float64Array
  /** The same two of the search before. */
  readonly tasteBefore: Float64Array
  readonly levelBefore: Float64Array
  readonly newton: NewtonRoom
}

interface NewtonRoom {
  /** [group x (group + 1)] coefficients and right-hand side of ln T, and the solution. */
  readonly system: Float64Array
  readonly solution: Float64Array
  /** [group x (2 group + 1)] coefficients of ln C in one nest; right-hand sides, by each ln T and of what hangs on none. */
  readonly nestSystem: Float64Array
  /** [group x group] derivative of ln Q of one nest in its ln C. */
  readonly slope: Float64Array
  /** [nest x group x (group + 1)] change of ln C by each ln T, and the part that hangs on none; the same of Q. */
  readonly tasteBy: Float64Array
  readonly shareBy: Float64Array
}

/** Room for the base year of one market. */
export function createGroupBase(structure: MarketStructure, groups: BuyerGroups): GroupBase {
  const { products, nests } = structure
  const count = groups.count
  return {
    structure,
    groups,
    product: new Int32Array(products),
    nestOff: new Int32Array(nests + 1),
    sold: 0,
    price: new Float64Array(products),
    nestPrice: new Float64Array(nests),
    share: new Float64Array(products),
    total: 0,
    relativeSlope: new Float64Array(count),
    decay: new Float64Array(products * count),
    taken: new Float64Array(products * count),
    nestShare: new Float64Array(nests * count),
    logTaste: new Float64Array(nests * count),
    logLevel: new Float64Array(count),
    tasteBefore: new Float64Array(nests * count),
    levelBefore: new Float64Array(count),
    newton: {
      system: new Float64Array(count * (count + 1)),
      solution: new Float64Array(count),
      nestSystem: new Float64Array(count * (2 * count + 1)),
      slope: new Float64Array(count * count),
      tasteBy: new Float64Array(nests * count * (count + 1)),
      shareBy: new Float64Array(nests * count * (count + 1)),
    },
  }
}

/** Reads prices and sales, [product] each. */
export function readBase(base: GroupBase, prices: Float64Array, quantities: Float64Array): void {
  const { structure, product, nestOff, nestPrice, share, price } = base
  const { nests, typeOff } = structure
  base.total = 0
  for (let i = 0; i < quantities.length; i++) if (quantities[i] > 0) base.total += quantities[i]
  let place = 0
  for (let g = 0; g < nests; g++) {
    nestOff[g] = place
    let [value, all] = [0, 0]
    for (let i = typeOff[structure.nestOff[g]]; i < typeOff[structure.nestOff[g + 1]]; i++) {
      if (!(quantities[i] > 0)) continue
      product[place] = i
      price[place] = prices[i]
      share[place] = quantities[i] / base.total
      value += share[place] * prices[i]
      all += share[place]
      place++
    }
    nestPrice[g] = all > 0 ? value / all : 0
  }
  nestOff[nests] = place
  base.sold = place
}
