/** The sketch and its volumes as the flat arrays of the engine's `Industry`. */
import type { MarketBuyers } from '../../engine/model/inputs/buyers.ts'
import type { Industry, Line } from '../../engine/model/inputs/industry.ts'
import { type Knowledge, lineConfidence, salesErrorsOf } from './confidence.ts'
import type { Earnings } from './earnings.ts'
import type { Geography } from './geography.ts'
import { contentErrors, capacityErrors } from './judgement.ts'
import type { Sketch, ProductSketch } from './sketch.ts'
import { baseYear } from './targets.ts'

/** Everything that has been worked out about the sketch. */
export interface Quantities {
  /** [market x line] */
  readonly sales: Float64Array
  /** [market][line] */
  readonly known: readonly (readonly Knowledge[])[]
  /** [line] */
  readonly exports: Float64Array
  /** [market x product] */
  readonly price: Float64Array
  /** [line x place x origin] */
  readonly partShares: Float64Array
  /** Share of the value of Mexican parts that customs counts as US content in Mexican-built vehicles. */
  readonly usTracing: number
  /** [line] 1 where the content label gave the line's content */
  readonly contentListed: Uint8Array
  /** [line x place] */
  readonly placePrior: Float64Array
  readonly geography: Geography
  readonly earnings: Earnings
  readonly buyers: readonly MarketBuyers[]
}

/** The sketch and its quantities as the flat arrays of the model. */
export function toIndustry(sketch: Sketch, quantities: Quantities): Industry {
  const {
    sales,
    known,
    exports,
    price,
    partShares,
    usTracing,
    contentListed,
    placePrior,
    geography,
    earnings,
    buyers,
  } = quantities
  const { products, lines, plantRows } = sketch
  const confidence = lineConfidence(sketch, known)
  return {
    baseYear,
    makers: sketch.makers,
    plants: sketch.plants,
    products: products.map(({ product }) => product),
    lines: lines.map((line, j): Line => ({
      id: line.id,
      country: line.country,
      salesConfidence: confidence[j],
      contentConfidence: contentListed[j] === 1 ? 'sourced' : 'approximate',
    })),
    productMaker: Int32Array.from(products, ({ maker }) => maker),
    productNest: Int32Array.from(products, ({ nest }) => nest),
    lineOff: lineOffsets(sketch),
    lineProduct: Int32Array.from(lines, ({ product }) => product),
    linePlant: Int32Array.from(lines, ({ plant }) => plant),
    linePlace: Int32Array.from(lines, ({ place }) => place),
    lineOverseas: Int32Array.from(lines, ({ overseas }) => overseas),
    ...typesOf(products),
    sales,
    exports,
    price,
    salesError: salesErrorsOf(sketch, sales, known),
    partShares,
    usTracing,
    contentError: Float64Array.from(contentListed, (listed) =>
      listed === 1 ? contentErrors.sourced : contentErrors.imputed,
    ),
    placePrior,
    plantCapacity: Float64Array.from(plantRows, ({ capacity }) => capacity),
    capacityError: Float64Array.from(plantRows, ({ capacityConfidence }) => capacityErrors[capacityConfidence]),
    ...geography,
    ...earnings,
    buyers,
  }
}

/** [product + 1] lines are made product by product. */
function lineOffsets({ products, lines }: Sketch): Int32Array {
  const offsets = new Int32Array(products.length + 1)
  for (const { product } of lines) offsets[product + 1]++
  for (let i = 0; i < products.length; i++) offsets[i + 1] += offsets[i]
  return offsets
}

/** Runs of one maker's products in one nest. */
function typesOf(products: readonly ProductSketch[]): Pick<Industry, 'typeOff' | 'typeMaker' | 'typeNest'> {
  const starts = products.flatMap(({ maker, nest }, i) =>
    i === 0 || products[i - 1].maker !== maker || products[i - 1].nest !== nest ? [i] : [],
  )
  return {
    typeOff: Int32Array.from([...starts, products.length]),
    typeMaker: Int32Array.from(starts, (i) => products[i].maker),
    typeNest: Int32Array.from(starts, (i) => products[i].nest),
  }
}
