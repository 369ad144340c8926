/**
 * The state of markets as it goes from year to year, allocated once a scenario. `year` advances it.
 */
import { type WorkingEquilibrium, createEquilibrium } from '../market/demand.ts'
import type { Industry } from '../inputs/industry.ts'
import type { MarketStructure } from '../market/market.ts'
import { type YearCells, type LineCells, createYearCells } from '../cost/cellColumns.ts'
import type { SplitLines } from '../cost/splitLines.ts'
import type { SubsidySpace } from '../customs/subsidies.ts'
import { marketCount } from '../inputs/sets.ts'
import { createPlantRoom, type PlantRoom } from './plantRoom.ts'

/** The state of markets as it goes from year to year. */
export interface YearState {
  /** [market x line] share of the line in its product's sales. */
  readonly weights: Float64Array
  /** [market x line] the cheapest split, which `weights` move towards. */
  readonly targets: Float64Array
  /** Costs of the lines, with `targets` as the weights that are looked for. */
  readonly split: SplitLines
  /** Customs and sourcing of every line where it is this year. */
  readonly cells: YearCells
  /**
   * Cost factors used for pricing and accounts this year: `cells.mean`, or those of a year under quotas, blended from
   * vehicles inside and outside, while a quota is in force (see `quotaYear`).
   */
  inForce: LineCells
  /**
   * [market x line] and, for what leaves the region, [line] cost scales of the year: those of the setting, or `answered`, which holds
   * them at the prices of parts and assembly that answer to policy (see `yearScales`).
   */
  base: Float64Array
  baseRow: Float64Array
  readonly answered: { readonly base: Float64Array; readonly baseRow: Float64Array }
  /** Set of rules in force this year. */
  rules: number
  /** Share of parts still under contract, not yet sourced anew since policy left that of the base year: 1 to 0. */
  underContract: number
  /** [market x line] delivered cost and duty per vehicle, thousand USD, before the factor of its share. */
  readonly lineCost: Float64Array
  readonly lineDuty: Float64Array
  /** [market x line] factor on the line's cost for building another share of its product than in the base year. */
  readonly lineShareFactor: Float64Array
  /** [line] factor of the year's cost shocks and overtime on cost. */
  readonly yearFactor: Float64Array
  /** Products that are built as several lines, so that their sales are split. */
  readonly severalLines: Int32Array
  /** [line] room for a larger share, 0 to 1; of products with several lines only. */
  readonly room: Float64Array
  /** [plant slot] working values: vehicles at last year's output, and at this year's target split. */
  readonly plantNow: Float64Array
  readonly plantThen: Float64Array
  /** Plants against their ceilings. */
  readonly plantRoom: PlantRoom
  /** [market x product] unit cost, thousand USD per vehicle: mean over lines; Infinity where it cannot be sold. */
  readonly productCost: Float64Array
  /** [market x product] the cost that prices are set on: unit cost and the offset below. */
  readonly pricingCost: Float64Array
  /** [market x product] duty per vehicle this year and last year, thousand USD. */
  readonly duty: Float64Array
  readonly dutyBefore: Float64Array
  /** [market x product] duties spread over the maker's range, thousand USD per vehicle; see `sticky`. */
  readonly offsets: Float64Array
  /** [market][product] prices charged, and what the market would settle at, thousand USD. */
  readonly price: readonly Float64Array[]
  readonly equilibria: readonly WorkingEquilibrium[]
  /** [2 x maker] working values of `spreadDuties`. */
  readonly makerSums: Float64Array
  /** [market x line] vehicles of the line sold there this year. */
  readonly sales: Float64Array
  /**
   * [line] vehicles built this year; those shipped outside the region; their delivered cost there, thousand USD, with the shadow price of
   * the plant.
   */
  readonly output: Float64Array
  readonly exports: Float64Array
  readonly rowCost: Float64Array
}

function productsOfSeveralLines({ products, lineOff }: Industry): Int32Array {
  return Int32Array.from(products.keys()).filter((i) => lineOff[i + 1] - lineOff[i] > 1)
}

/**
 * Room for the markets of one scenario; `resetYears` fills it.
 *
 * @param slots number of plant slots, see `plantMap`
 * @param subsidies of the scenario, whose sums for lines where they are enter the split
 */
export function createYearState(
  industry: Industry,
  structure: MarketStructure,
  slots: number,
  subsidies: SubsidySpace | undefined,
): YearState {
  const lines = industry.lines.length
  const products = industry.products.length
  const perLine = marketCount * lines
  const perProduct = marketCount * products
  const cells = createYearCells(industry)
  const targets = new Float64Array(perLine)
  const lineCost = new Float64Array(perLine)
  const answered = { base: new Float64Array(perLine), baseRow: new Float64Array(lines) }
  return {
    weights: new Float64Array(perLine),
    targets,
    split: { cost: lineCost, weights: targets, subsidy: subsidies?.line },
    cells,
    inForce: cells.mean,
    ...answered,
    answered,
    rules: 0,
    underContract: 1,
    lineCost,
    lineDuty: new Float64Array(perLine),
    lineShareFactor: new Float64Array(perLine),
    yearFactor: new Float64Array(lines),
    severalLines: productsOfSeveralLines(industry),
    room: new Float64Array(lines),
    plantNow: new Float64Array(slots),
    plantThen: new Float64Array(slots),
    plantRoom: createPlantRoom(slots, products, lines),
    productCost: new Float64Array(perProduct),
    pricingCost: new Float64Array(perProduct),
    duty: new Float64Array(perProduct),
    dutyBefore: new Float64Array(perProduct),
    offsets: new Float64Array(perProduct),
    price: Array.from({ length: marketCount }, () => new Float64Array(products)),
    equilibria: Array.from({ length: marketCount }, () => createEquilibrium(structure)),
    makerSums: new Float64Array(2 * industry.makers.length),
    sales: new Float64Array(perLine),
    output: new Float64Array(lines),
    exports: new Float64Array(lines),
    rowCost: new Float64Array(lines),
  }
}
