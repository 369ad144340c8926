/**
 * Invented markets for tests and benchmarks: makers of unequal size, each present in some nests, with prices and sales
 * spread like those of real nameplates. The same seed gives the same market.
 */
import type { MarketStructure } from '../../engine/model/market/market.ts'

export interface SampleMarket {
  readonly structure: MarketStructure
  /** [product] */
  readonly maker: readonly number[]
  readonly nest: readonly number[]
  /** [product] thousand USD. */
  readonly price: Float64Array
  /** [product] vehicles a year. */
  readonly sales: Float64Array
}

/** Uniform numbers in (0, 1) from a small linear congruential generator, good enough to spread a sample. */
export function uniforms(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) % 4294967296
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return (state + 0.5) / 4294967296
  }
}

/** The structure of products that are sorted by nest, then maker. */
export function structureOf(
  maker: readonly number[],
  nest: readonly number[],
  makers: number,
  nests: number,
  groups = 0,
): MarketStructure {
  const starts = maker.flatMap((f, i) => (i > 0 && f === maker[i - 1] && nest[i] === nest[i - 1] ? [] : [i]))
  const typeNest = Int32Array.from(starts, (i) => nest[i])
  return {
    products: maker.length,
    productType: Int32Array.from(maker, (_, i) => starts.filter((start) => start <= i).length - 1),
    productMaker: Int32Array.from(maker),
    types: starts.length,
    makers,
    nests,
    typeOff: Int32Array.from([...starts, maker.length]),
    typeMaker: Int32Array.from(starts, (i) => maker[i]),
    typeNest,
    nestOff: Int32Array.from({ length: nests + 1 }, (_, g) => typeNest.filter((n) => n < g).length),
    groups,
  }
}

/** A market of about `products` products. Makers differ in size by a factor of about 30. */
export function sampleMarket(seed: number, products: number, makers: number, nests: number): SampleMarket {
  const uniform = uniforms(seed)
  const appeal = Array.from({ length: makers }, () => Math.exp(3.4 * uniform()))
  const drawn = Array.from({ length: products }, () => {
    const maker = Math.floor(makers * uniform() * Math.sqrt(uniform()))
    const nest = Math.floor(nests * uniform())
    const price = 20 + 15 * nest * uniform() + 25 * uniform() + 60 * Math.pow(uniform(), 8)
    return { maker, nest, price, sales: 3000 * appeal[maker] * Math.exp(3 * uniform()) }
  })
  const sorted = drawn.toSorted((x, y) => x.nest - y.nest || x.maker - y.maker)
  const maker = sorted.map((x) => x.maker)
  const nest = sorted.map((x) => x.nest)
  return {
    structure: structureOf(maker, nest, makers, nests),
    maker,
    nest,
    price: Float64Array.from(sorted, (x) => x.price),
    sales: Float64Array.from(sorted, (x) => x.sales),
  }
}
