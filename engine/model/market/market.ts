/**
 * One market's demand system as the pricing code reads it, and the equilibrium it fills in. Section 6 of docs/model.md.
 *
 * Products are grouped in contiguous types (one maker's products in one nest); types are sorted by nest. All money is in
 * thousand USD per vehicle, quantities in vehicles a year.
 */
import type { DemandKind } from '../inputs/policy.ts'

/** Which products belong to whom: shared by all markets of an industry. */
export interface MarketStructure {
  readonly products: number
  readonly types: number
  readonly makers: number
  readonly nests: number
  /** [type + 1] */
  readonly typeOff: Int32Array
  /** [product] its type, and its maker. */
  readonly productType: Int32Array
  readonly productMaker: Int32Array
  /** [type] */
  readonly typeMaker: Int32Array
  /** [type] */
  readonly typeNest: Int32Array
  /** [nest + 1] types of nest g are `nestOff[g] .. nestOff[g+1]-1`. */
  readonly nestOff: Int32Array
  /** Groups of buyers that are told apart by income; 0 where they are not. */
  readonly groups: number
}

/** What is known of a market's buyers by income, [group] each, poorest first. */
export interface BuyersByIncome {
  /** Shares of households and of purchases of new vehicles; each add up to 1. */
  readonly people: readonly number[]
  readonly purchases: readonly number[]
  /** Income of a household, thousand USD a year. */
  readonly income: readonly number[]
}

/** Buyers told apart by income, poorest first; see `groupShares.ts`. */
export interface BuyerGroups {
  readonly count: number
  /** [group] share of all households, share of all purchases in the base year, and income as a multiple of the mean. */
  readonly people: Float64Array
  readonly purchases: Float64Array
  readonly income: Float64Array
  /** [group] share of all potential buyers: that of households where demand allows it, see `calibrateGroups.ts`. */
  readonly weight: Float64Array
  /** [group] price coefficient a[r], per thousand USD. */
  readonly slope: Float64Array
  /** [group] what new vehicles are worth to the group beyond `delta`, in utility. */
  readonly shift: Float64Array
}

/** Elasticities from which a market is calibrated, all positive numbers. */
export interface Elasticities {
  /** Sales-weighted mean own-price elasticity, as in 5.2. */
  own: number
  /** Elasticity of all sales to a proportional rise of all prices, as in 1.25. */
  market: number
  /** Nesting parameter of the nested logit, in [0, 1). */
  sigma: number
  /** Elasticity of substitution of the CES system. */
  ces: number
  /** Power of income with which price coefficients fall: kappa. */
  income: number
}

/** A calibrated market. Written by `calibrateDemand`, read by the solver. */
export interface DemandMarket {
  /** The system of this replicate: see `chooseDemand`. */
  kind: DemandKind
  readonly structure: MarketStructure
  /** Price coefficient (nested logit), per thousand USD. */
  a: number
  /** Nesting parameter actually used, after the feasibility limit. */
  sigma: number
  /** Potential buyers, vehicles a year, the outside good included. */
  size: number
  /** CES elasticity of substitution and elasticity of the whole market. */
  eta: number
  marketElasticity: number
  /** [product] mean utility (nested logit) or taste weight (CES); -Infinity and 0 where not sold. */
  readonly delta: Float64Array
  /** [product] price in the base year, thousand USD: near it a maker is asked what it would take for a barred product. */
  readonly basePrice: Float64Array
  /** Buyers by income; undefined while the market has another system. */
  groups: BuyerGroups | undefined
  /** The same, whatever system the market has now; undefined where buyers are never told apart. */
  readonly buyers: BuyerGroups | undefined
}

/** What the market settles at, for given costs. */
export interface Equilibrium {
  /** [product] */
  readonly price: Float64Array
  /** [product] vehicles. */
  readonly quantity: Float64Array
  /** [product] price less cost. */
  readonly markup: Float64Array
  /** [product] share of its nest's sales (nested logit); 0 for CES. */
  readonly withinShare: Float64Array
  /** [type] markup warm start and result. */
  readonly typeMarkup: Float64Array
  /** Consumer surplus up to a constant, thousand USD a year. */
  surplus: number
  /** Rounds used, and 1 if the tolerance was met. */
  rounds: number
  converged: number
}
