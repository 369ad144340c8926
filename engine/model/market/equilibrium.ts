/**
 * Room for one market's equilibrium and for the sums that its solver works on, allocated once and used for every solve.
 * Section 6 of docs/model.md.
 */
import type { Equilibrium, MarketStructure } from './market.ts'
import { type BertrandWork, createBertrandWork } from './bertrandWork.ts'
import { type GroupWork, createGroupWork } from './groupWork.ts'

/** An equilibrium with the aggregates behind it. All shares are fractions. */
export interface WorkingEquilibrium extends Equilibrium {
  /** [product] index of its nest. */
  readonly productNest: Int32Array
  /** [type] sum of its products' exponentials relative to `nestTop`. */
  readonly typeWeight: Float64Array
  /** [type] share of its nest's sales. */
  readonly typeShare: Float64Array
  /** [nest] largest exponent in the nest, taken out of every exponential so that none overflows. */
  readonly nestTop: Float64Array
  /** [nest] sum of exponentials relative to `nestTop`. */
  readonly nestSum: Float64Array
  /** [nest] share of all potential buyers. */
  readonly nestShare: Float64Array
  /** Logarithm of the market's sum of exponentials, the outside good's 1 included (nested logit). */
  inclusiveValue: number
  /** Price index of the market, 1 in the base year (CES). */
  priceIndex: number
  readonly work: BertrandWork
  /** Shares of groups of buyers, where they are told apart. */
  readonly groups: GroupWork
}

/** Tolerance of markups where buyers differ by income: first-order conditions are then met to 1e-9 of sales. */
const groupTolerance = 3e-10

/**
 * Room for one market's equilibrium. Its `typeMarkup` of 0 is no warm start: the first solve begins cold.
 *
 * @param tolerance largest relative error of a markup where buyers differ by income
 */
export function createEquilibrium(structure: MarketStructure, tolerance: number = groupTolerance): WorkingEquilibrium {
  const { products, types, nests, typeOff, typeNest } = structure
  const productNest = new Int32Array(products)
  for (let n = 0; n < types; n++) productNest.fill(typeNest[n], typeOff[n], typeOff[n + 1])
  return {
    price: new Float64Array(products),
    quantity: new Float64Array(products),
    markup: new Float64Array(products),
    withinShare: new Float64Array(products),
    typeMarkup: new Float64Array(types),
    surplus: 0,
    rounds: 0,
    converged: 0,
    productNest,
    typeWeight: new Float64Array(types),
    typeShare: new Float64Array(types),
    nestTop: new Float64Array(nests),
    nestSum: new Float64Array(nests),
    nestShare: new Float64Array(nests),
    inclusiveValue: 0,
    priceIndex: 1,
    work: createBertrandWork(structure),
    groups: createGroupWork(structure, tolerance),
  }
}
