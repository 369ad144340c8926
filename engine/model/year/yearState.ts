/**
 * The state of markets as it goes from year to year, allocated once a scenario. `year` advances it.
 */
import { type WorkingEquilibrium, createEquilibrium } from '../market/demand.ts'
import type { Industry } from '../inputs/industry.ts'
import type { MarketStructure } from '../market/market.ts'
import { type YearCells, type LineCells, createYearCells } from '../cost/cellColumns.ts'
import { marketCount } from '../inputs/sets.ts'

/** Drawn parameters that a year's markets read. */
export interface MarketPace {
  priceAdjustment: number
  dutySpread: number
  splitAdjustment: number
  overtimeCost: number
  /** Share of parts whose sourcing follows a new policy each year. */
  sourcingAdjustment: number
}

/** The state of markets as it goes from year to year. */
export interface YearState {
  /** [market x line] weight of the line in its product's sales, and the weight it tends to. */
  readonly weights: Float64Array
  readonly targets: Float64Array
  /** Customs and sourcing of every line where it is this year. */
  readonly cells: YearCells
  /** Cells that costs are worked out of and booked by: the mean of the cells above, unless a quota is in force. */
  inForce: LineCells
  /** Share of parts that have not yet been sourced anew since policy left that of the base year. */
  oldSourcing: number
  /** [market x line] delivered cost and duty per vehicle, thousand USD, before the strain of its weight. */
  readonly lineCost: Float64Array
  readonly lineDuty: Float64Array
  /** [market x line] factor on the line's cost for building another share of its product than in the base year. */
  readonly lineStrain: Float64Array
  /** [line] factor of shocks and overtime on cost. */
  readonly pressure: Float64Array
  /** [line] room for a larger share, 0 to 1. */
  readonly room: Float64Array
  /** [plant slot] scratch. */
  readonly plantNow: Float64Array
  readonly plantThen: Float64Array
  /** [market x product] */
  readonly productCost: Float64Array
  readonly pricingCost: Float64Array
  readonly duty: Float64Array
  readonly dutyBefore: Float64Array
  readonly offsets: Float64Array
  /** [market][product] prices charged, and what the market would settle at. */
  readonly price: readonly Float64Array[]
  readonly equilibria: readonly WorkingEquilibrium[]
  /** [2 x maker] scratch */
  readonly makerSums: Float64Array
  /** [line] vehicles built this year, and shipped outside the region, at this delivered cost there. */
  readonly output: Float64Array
  readonly exports: Float64Array
  readonly rowCost: Float64Array
}

export function createYearState(industry: Industry, structure: MarketStructure, slots: number): YearState {
  const lines = industry.lines.length
  const products = industry.products.length
  const perLine = marketCount * lines
  const perProduct = marketCount * products
  const cells = createYearCells(industry)
  return {
    weights: new Float64Array(perLine),
    targets: new Float64Array(perLine),
    cells,
    inForce: cells.mean,
    oldSourcing: 1,
    lineCost: new Float64Array(perLine),
    lineDuty: new Float64Array(perLine),
    lineStrain: new Float64Array(perLine),
    pressure: new Float64Array(lines),
    room: new Float64Array(lines),
    plantNow: new Float64Array(slots),
    plantThen: new Float64Array(slots),
    productCost: new Float64Array(perProduct),
    pricingCost: new Float64Array(perProduct),
    duty: new Float64Array(perProduct),
    dutyBefore: new Float64Array(perProduct),
    offsets: new Float64Array(perProduct),
    price: Array.from({ length: marketCount }, () => new Float64Array(products)),
    equilibria: Array.from({ length: marketCount }, () => createEquilibrium(structure)),
    makerSums: new Float64Array(2 * industry.makers.length),
    output: new Float64Array(lines),
    exports: new Float64Array(lines),
    rowCost: new Float64Array(lines),
  }
}
