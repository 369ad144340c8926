/**
 * Room for a market whose buyers differ by income: shares of each group, and what the search for prices works on, allocated
 * once and used for every solve. Only products on sale are worked on; they stand side by side, in the order of types.
 */
import type { MarketStructure } from './market.ts'

/** A market with groups of buyers as the solver sees it. A `place` is a position among the products on sale. */
export interface GroupWork {
  /** Number of groups; 0 where buyers are not told apart, and all is empty. */
  readonly groups: number
  /** Room for so many groups a product, a multiple of three: loops over groups take three at a time. */
  readonly stride: number
  /** Largest relative distance of a markup from the one that its first-order condition asks for that counts as solved. */
  readonly tolerance: number
  /** [place] product; [type + 1] products of type n on sale stand at places `typeStart[n] .. typeStart[n+1]-1`. */
  readonly product: Int32Array
  readonly typeStart: Int32Array
  /** Number of products on sale. */
  onSale: number
  /** [place] delta/(1-sigma); money in thousand USD. */
  readonly appeal: Float64Array
  readonly cost: Float64Array
  readonly price: Float64Array
  readonly markup: Float64Array
  /** [place x stride] exp(v) relative to `nestTop`, by group; 0 beyond the last. */
  readonly weight: Float64Array
  /** [nest x group] largest exponent of the nest, the sum of weights and its inverse (0 for none), and the nest's share of the group's buyers. */
  readonly nestTop: Float64Array
  readonly nestSum: Float64Array
  readonly inverseSum: Float64Array
  readonly nestShare: Float64Array
  /** [nest x group] share of all buyers that one unit of weight stands for: w[r] s[g,r] / sum. */
  readonly reach: Float64Array
  /** [group] ln(1 + sum_g D[g,r]^(1-sigma)). */
  readonly inclusiveValue: Float64Array
  /** [type x stride] M; [maker x group] Pi. */
  readonly typeGain: Float64Array
  readonly makerGain: Float64Array
  /** [place] 1/(1 - dmu/dp) by which a product's own distance from its first-order condition is a step. */
  readonly boost: Float64Array
  /** [round modulo 3][place] steps and where they led: what the search is accelerated with. */
  readonly step: readonly Float64Array[]
  readonly led: readonly Float64Array[]
  /** [place] last rise of prices; weights of the two rounds before the last. */
  readonly moved: Float64Array
  readonly mix: Float64Array
  /** [type x stride] and [nest x stride] coefficients of weights in first-order conditions, see `gatherGains`. */
  readonly wanted: Float64Array
  readonly lost: Float64Array
}

/**
 * Room for one market; empty where `structure.groups` is 0.
 *
 * @param tolerance of its searches for prices, see `GroupWork`
 */
export function createGroupWork(structure: MarketStructure, tolerance: number): GroupWork {
  const { groups, types, nests, makers } = structure
  const products = groups === 0 ? 0 : structure.products
  const stride = 3 * Math.ceil(groups / 3)
  const perProduct = (): Float64Array => new Float64Array(products)
  return {
    groups,
    stride,
    tolerance,
    product: new Int32Array(products),
    typeStart: new Int32Array(types + 1),
    onSale: 0,
    appeal: perProduct(),
    cost: perProduct(),
    price: perProduct(),
    markup: perProduct(),
    weight: new Float64Array(products * stride),
    nestTop: new Float64Array(nests * groups),
    nestSum: new Float64Array(nests * groups),
    inverseSum: new Float64Array(nests * groups),
    nestShare: new Float64Array(nests * groups),
    reach: new Float64Array(nests * groups),
    inclusiveValue: new Float64Array(groups),
    typeGain: new Float64Array(types * stride),
    makerGain: new Float64Array(makers * groups),
    boost: perProduct(),
    step: [perProduct(), perProduct(), perProduct()],
    led: [perProduct(), perProduct(), perProduct()],
    moved: perProduct(),
    mix: new Float64Array(2),
    wanted: new Float64Array(types * stride),
    lost: new Float64Array(nests * stride),
  }
}
