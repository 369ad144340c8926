/**
 * A small, made-up industry whose arrays hang together: 3 makers, 6 products, 9 lines, 6 plants. Tests that need an
 * industry, and not the real one, use it. Every figure is invented; the markets are about a tenth of the real ones.
 *
 * Atlas (US) builds crossovers, pickups and vans in the US, Canada and Mexico; Hikari (Japan) a sedan in the US
 * and Japan and a crossover in Canada; Longhe (China) sells an electric car from China, in Mexico only.
 */
import type { Maker, Plant, Line, Product, Industry } from '../../engine/model/inputs/industry.ts'
import { bodies, countries, placeCount, originCount, nests, marketCount } from '../../engine/model/inputs/sets.ts'

const makers: readonly Maker[] = [
  { id: 'atlas', name: 'Atlas', headquarters: 'US' },
  { id: 'hikari', name: 'Hikari', headquarters: 'JP' },
  { id: 'longhe', name: 'Longhe', headquarters: 'CN' },
]

function plant(id: string, maker: number, city: string, state: string, place: number, at: [number, number]): Plant {
  const [latitude, longitude] = at
  return { id, name: `${makers[maker].name} ${city}`, maker, city, state, place, latitude, longitude, status: 'active' }
}

const plants: readonly Plant[] = [
  plant('atlas-detroit', 0, 'Detroit', 'MI', 0, [42.3, -83.0]),
  plant('atlas-marion', 0, 'Marion', 'IN', 0, [40.6, -85.7]),
  plant('atlas-oshawa', 0, 'Oshawa', 'ON', 1, [43.9, -78.9]),
  plant('atlas-saltillo', 0, 'Saltillo', 'COA', 2, [25.4, -101.0]),
  plant('hikari-lexington', 1, 'Lexington', 'KY', 0, [38.0, -84.5]),
  plant('hikari-guelph', 1, 'Guelph', 'ON', 1, [43.5, -80.2]),
]

interface ProductRow {
  readonly maker: number
  readonly name: string
  readonly body: (typeof bodies)[number]
  readonly electric: boolean
  /** Thousand USD, the same in all markets. */
  readonly price: number
}

const productRows: readonly ProductRow[] = [
  { maker: 1, name: 'Sedan', body: 'car', electric: false, price: 30 },
  { maker: 0, name: 'Crossover', body: 'cuvSuv', electric: false, price: 38 },
  { maker: 1, name: 'Crossover', body: 'cuvSuv', electric: false, price: 36 },
  { maker: 0, name: 'Pickup', body: 'pickup', electric: false, price: 56 },
  { maker: 0, name: 'Work van', body: 'van', electric: false, price: 48 },
  { maker: 2, name: 'Volt car', body: 'car', electric: true, price: 24 },
]

interface LineRow {
  readonly product: number
  /** Index of its plant, or -1. */
  readonly plant: number
  /** Index into `places`. */
  readonly place: number
  readonly overseas: (typeof countries)[number] | undefined
  /** Vehicles sold in US, CA and MX, and exported. */
  readonly vehicles: readonly [number, number, number, number]
  /** Value shares of parts by origin where it is built. */
  readonly parts: readonly [number, number, number, number, number, number]
}

const lineRows: readonly LineRow[] = [
  {
    product: 0,
    plant: 4,
    place: 0,
    overseas: 'JP',
    vehicles: [250e3, 20e3, 10e3, 5e3],
    parts: [0.5, 0.04, 0.12, 0.01, 0.28, 0.05],
  },
  {
    product: 0,
    plant: -1,
    place: 3,
    overseas: 'JP',
    vehicles: [40e3, 5e3, 8e3, 0],
    parts: [0.01, 0, 0.01, 0, 0.9, 0.08],
  },
  {
    product: 1,
    plant: 3,
    place: 2,
    overseas: 'KR',
    vehicles: [200e3, 15e3, 30e3, 10e3],
    parts: [0.3, 0.02, 0.4, 0.06, 0.14, 0.08],
  },
  {
    product: 1,
    plant: 1,
    place: 0,
    overseas: 'KR',
    vehicles: [150e3, 12e3, 0, 5e3],
    parts: [0.5, 0.04, 0.24, 0.02, 0.14, 0.06],
  },
  {
    product: 2,
    plant: 5,
    place: 1,
    overseas: 'JP',
    vehicles: [280e3, 60e3, 5e3, 0],
    parts: [0.42, 0.15, 0.1, 0.01, 0.27, 0.05],
  },
  {
    product: 3,
    plant: 0,
    place: 0,
    overseas: undefined,
    vehicles: [450e3, 60e3, 0, 15e3],
    parts: [0.52, 0.06, 0.25, 0.03, 0.09, 0.05],
  },
  {
    product: 3,
    plant: 3,
    place: 2,
    overseas: undefined,
    vehicles: [250e3, 30e3, 15e3, 5e3],
    parts: [0.36, 0.03, 0.38, 0.05, 0.11, 0.07],
  },
  {
    product: 4,
    plant: 2,
    place: 1,
    overseas: undefined,
    vehicles: [120e3, 25e3, 0, 0],
    parts: [0.45, 0.18, 0.2, 0.02, 0.1, 0.05],
  },
  {
    product: 5,
    plant: -1,
    place: 3,
    overseas: 'CN',
    vehicles: [0, 0, 40e3, 0],
    parts: [0, 0, 0, 0, 0.05, 0.95],
  },
]

/** [place x origin] parts of a line at a place where it is not built. */
const partsElsewhere: readonly (readonly number[])[] = [
  [0.5, 0.05, 0.2, 0.02, 0.17, 0.06],
  [0.42, 0.16, 0.14, 0.02, 0.2, 0.06],
  [0.32, 0.02, 0.38, 0.06, 0.15, 0.07],
  [0.02, 0, 0.02, 0, 0.82, 0.14],
]

const lines: readonly Line[] = lineRows.map((row, j) => ({
  id: `${productId(row.product)}-${row.plant < 0 ? row.overseas : plants[row.plant].id}`,
  country: row.place < 3 ? countries[row.place] : (row.overseas ?? 'OTHER'),
  salesConfidence: j % 3 === 0 ? 'approximate' : 'sourced',
  contentConfidence: j % 2 === 0 ? 'derived' : 'sourced',
}))

function productId(i: number): string {
  const { maker, name } = productRows[i]
  return `${makers[maker].id}-${name.toLowerCase().replace(' ', '-')}`
}

const products: readonly Product[] = productRows.map(({ maker, name, body, electric }, i) => ({
  id: productId(i),
  brand: makers[maker].name,
  name,
  body,
  nest: electric ? 'electric' : body,
  electric,
  composite: false,
}))

/** Rows of parts at all places: the observed one where it is built, the common one elsewhere. */
function partShares(): Float64Array {
  const shares = new Float64Array(lineRows.length * placeCount * originCount)
  lineRows.forEach(({ place, parts }, j) => {
    for (let o = 0; o < placeCount; o++) {
      shares.set(o === place ? parts : partsElsewhere[o], (j * placeCount + o) * originCount)
    }
  })
  return shares
}

/** 0.7 where it is built; the rest in equal parts over the other places open to it. */
function placePrior(): Float64Array {
  const prior = new Float64Array(lineRows.length * placeCount)
  lineRows.forEach(({ place, overseas }, j) => {
    const others = [0, 1, 2, 3].filter((o) => o !== place && (o < 3 || overseas !== undefined))
    prior[j * placeCount + place] = 0.7
    for (const o of others) prior[j * placeCount + o] = 0.3 / others.length
  })
  return prior
}

/** First position of each run of equal keys, and the end. */
function runs(keys: readonly number[]): Int32Array {
  const starts = keys.flatMap((key, n) => (n === 0 || key !== keys[n - 1] ? [n] : []))
  return Int32Array.from([...starts, keys.length])
}

function outputOf(p: number): number {
  const built = lineRows.filter((row) => row.plant === p)
  return built.reduce((sum, row) => sum + row.vehicles.reduce((total, vehicles) => total + vehicles, 0), 0)
}

/** A new copy on each call, so that a test may change its arrays. */
export function smallIndustry(): Industry {
  const productNest = products.map(({ nest }) => nests.indexOf(nest))
  const types = productRows.map(({ maker }, i) => productNest[i] * makers.length + maker)
  const typeOff = runs(types)
  const firstOfType = [...typeOff.subarray(0, -1)]
  return {
    baseYear: 2024,
    makers,
    plants,
    products,
    lines,
    productMaker: Int32Array.from(productRows, ({ maker }) => maker),
    productNest: Int32Array.from(productNest),
    lineOff: runs(lineRows.map(({ product }) => product)),
    lineProduct: Int32Array.from(lineRows, ({ product }) => product),
    linePlant: Int32Array.from(lineRows, ({ plant }) => plant),
    linePlace: Int32Array.from(lineRows, ({ place }) => place),
    lineOverseas: Int32Array.from(lineRows, ({ overseas }) => (overseas ? countries.indexOf(overseas) : -1)),
    typeOff,
    typeMaker: Int32Array.from(firstOfType, (i) => productRows[i].maker),
    typeNest: Int32Array.from(firstOfType, (i) => productNest[i]),
    sales: Float64Array.from([0, 1, 2].flatMap((m) => lineRows.map(({ vehicles }) => vehicles[m]))),
    exports: Float64Array.from(lineRows, ({ vehicles }) => vehicles[3]),
    price: Float64Array.from([0, 1, 2].flatMap(() => productRows.map(({ price }) => price))),
    salesError: new Float64Array(marketCount * products.length).fill(0.05),
    partShares: partShares(),
    usTracing: 0.5,
    contentError: new Float64Array(lines.length).fill(0.1),
    placePrior: placePrior(),
    plantCapacity: Float64Array.from(plants, (_, p) => 1.15 * outputOf(p)),
    capacityError: new Float64Array(plants.length).fill(0.05),
    freight: freightTable(),
    labourCost: Float64Array.of(1.341, 1.2, 0.305, 0.769, 0.789, 3.307, 2.5, 0.597, 1),
    assemblyOverhead: 1.5,
    assemblyJobsPerVehicle: Float64Array.of(0.027, 0.03, 0.035),
    partsJobs: Float64Array.of(55e3, 8e3, 70e3),
    assemblyPay: Float64Array.of(70, 60, 12),
    assemblyWage: Float64Array.of(33.5, 29, 5.5),
    partsWage: Float64Array.of(25.5, 18, 3.2),
    partsPay: Float64Array.of(50, 40, 8),
    shareOfExportsToUs: Float64Array.of(0, 0, 0.08, 0.05, 0.16, 0.14),
    farmExports: Float64Array.of(0, 3e6, 3e6),
    buyers: [1, 0.7, 0.25].map((scale) => ({
      households: 1e5 * scale,
      income: [20, 45, 75, 120, 210, 500].map((income) => income * scale),
      purchases: [0.05, 0.1, 0.15, 0.25, 0.33, 0.12],
    })),
  }
}

/** [country x destination] little inside the region, more across an ocean. */
function freightTable(): Float64Array {
  const freight = new Float64Array(countries.length * 4)
  countries.forEach((_, country) => {
    for (let m = 0; m < 4; m++) {
      const inRegion = country < 3 && m < 3
      freight[country * 4 + m] = country === m ? 0.4 : inRegion ? 0.8 : 1.6
    }
  })
  return freight
}
