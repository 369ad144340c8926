/** The same industry told differently, for laws that say what may not matter. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { marketCount, placeCount, originCount } from '../../engine/model/inputs/sets.ts'

/** Picks rows of a row-major array by their old positions. */
function rows(values: Float64Array, width: number, order: readonly number[]): Float64Array {
  return Float64Array.from(order.flatMap((n) => Array.from(values.subarray(n * width, (n + 1) * width))))
}

/** Picks columns of a [market x n] array. */
function columns(values: Float64Array, count: number, order: readonly number[]): Float64Array {
  const picked: number[] = []
  for (let m = 0; m < marketCount; m++) for (const n of order) picked.push(values[m * count + n])
  return Float64Array.from(picked)
}

function withLines(industry: Industry, order: readonly number[]): Industry {
  const count = industry.lines.length
  return {
    ...industry,
    lines: order.map((j) => industry.lines[j]),
    lineProduct: Int32Array.from(order, (j) => industry.lineProduct[j]),
    linePlant: Int32Array.from(order, (j) => industry.linePlant[j]),
    linePlace: Int32Array.from(order, (j) => industry.linePlace[j]),
    lineOverseas: Int32Array.from(order, (j) => industry.lineOverseas[j]),
    sales: columns(industry.sales, count, order),
    exports: rows(industry.exports, 1, order),
    partShares: rows(industry.partShares, placeCount * originCount, order),
    contentError: rows(industry.contentError, 1, order),
    placePrior: rows(industry.placePrior, placeCount, order),
  }
}

/** Lines of every product in the opposite order. */
export function withLinesReversed(industry: Industry): Industry {
  const order: number[] = []
  for (let i = 0; i < industry.products.length; i++) {
    for (let j = industry.lineOff[i + 1] - 1; j >= industry.lineOff[i]; j--) order.push(j)
  }
  return withLines(industry, order)
}

/** The industry without one maker's products and lines; it stays in the list of makers. */
export function withoutMaker(industry: Industry, id: string): Industry {
  const maker = industry.makers.findIndex((one) => one.id === id)
  const kept = industry.products.flatMap((_, i) => (industry.productMaker[i] === maker ? [] : [i]))
  const lineOrder = industry.lines.flatMap((_, j) => (kept.includes(industry.lineProduct[j]) ? [j] : []))
  const fewer = withLines(industry, lineOrder)
  const types = kept.map((i) => industry.productNest[i] * industry.makers.length + industry.productMaker[i])
  const starts = types.flatMap((type, n) => (n === 0 || type !== types[n - 1] ? [n] : []))
  const lineProducts = lineOrder.map((j) => kept.indexOf(industry.lineProduct[j]))
  return {
    ...fewer,
    products: kept.map((i) => industry.products[i]),
    productMaker: Int32Array.from(kept, (i) => industry.productMaker[i]),
    productNest: Int32Array.from(kept, (i) => industry.productNest[i]),
    lineProduct: Int32Array.from(lineProducts),
    lineOff: Int32Array.from([...kept.map((_, n) => lineProducts.indexOf(n)), lineOrder.length]),
    typeOff: Int32Array.from([...starts, kept.length]),
    typeMaker: Int32Array.from(starts, (n) => industry.productMaker[kept[n]]),
    typeNest: Int32Array.from(starts, (n) => industry.productNest[kept[n]]),
    price: columns(industry.price, industry.products.length, kept),
    salesError: columns(industry.salesError, industry.products.length, kept),
  }
}
