/**
 * Rule `price`: average transaction prices by market and product, thousand USD. List prices of base versions are scaled
 * by one factor to the mean price paid in the US, and are the same in all markets. Composites take the mean of their
 * maker's products in the nest; cars from China in Mexico lie below the mean of their nest there.
 */
import { marketCount, destination } from '../../engine/model/inputs/sets.ts'
import type { Sketch } from './sketch.ts'
import type { Targets } from './targets.ts'

/**
 * @param sales [market x line]
 * @returns [market x product]
 */
export function pricesByProduct(sketch: Sketch, targets: Targets, sales: Float64Array): Float64Array {
  const byMarket = Array.from({ length: marketCount }, (_, m) => salesByProduct(sketch, sales, m))
  const usSales = byMarket[destination.US]
  const listed = sketch.products.map(({ row }) => (row?.listPrice ?? NaN) / 1_000)
  const mean = weightedMean(listed, usSales, (i) => usSales[i] > 0)
  const factor = targets.usPrice.value / 1_000 / mean
  const listedPrices = listed.map((price) => price * factor)
  const prices = sketch.products.map((product, i) => {
    if (product.composite === undefined) return listedPrices[i]
    const isListed = (n: number): boolean => sketch.products[n].nest === product.nest && usSales[n] > 0
    if (product.composite.kind === 'plant') {
      const isMakers = (n: number): boolean => isListed(n) && sketch.products[n].maker === product.maker
      const ofMaker = weightedMean(listedPrices, usSales, isMakers)
      return Number.isNaN(ofMaker) ? weightedMean(listedPrices, usSales, isListed) : ofMaker
    }
    return (1 - targets.chinesePriceGap.value) * weightedMean(listedPrices, byMarket[destination.MX], isListed)
  })
  return Float64Array.from({ length: marketCount * prices.length }, (_, n) => prices[n % prices.length])
}

/** [product] */
function salesByProduct(sketch: Sketch, sales: Float64Array, market: number): Float64Array {
  const sums = new Float64Array(sketch.products.length)
  sketch.lines.forEach(({ product }, j) => {
    sums[product] += sales[market * sketch.lines.length + j]
  })
  return sums
}

/** NaN where nothing chosen has weight. */
function weightedMean(values: readonly number[], weights: Float64Array, chosen: (i: number) => boolean): number {
  let sum = 0
  let weight = 0
  values.forEach((value, i) => {
    if (!chosen(i)) return
    sum += value * weights[i]
    weight += weights[i]
  })
  return sum / weight
}
