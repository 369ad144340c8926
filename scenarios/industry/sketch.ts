/**
 * Who makes what, where, before any volume: makers, plants, products and lines in the order the engine wants. Rules
 * `lines`, `makers` and `composite`.
 */
import type { Product, Maker, Plant, PlantStatus } from '../../engine/model/inputs/industry.ts'
import { type Country, type Nest, nests, places, overseasPlace } from '../../engine/model/inputs/sets.ts'
import { type Composite, compositesOf } from './composites.ts'
import { countryIndex, countryOfName, overseasNames } from './countryNames.ts'
import { homeOfMaker } from './judgement.ts'
import type { ModelRow, SupplyShare } from './modelRows.ts'
import { makersOf, type MakerSketch, makerOfOwner } from './makers.ts'
import type { PlantRecord } from './plantTable.ts'
import { dataError } from './problems.ts'
import type { Tables } from './tables.ts'
import type { Targets } from './targets.ts'

export interface ProductSketch {
  readonly product: Product
  readonly maker: number
  /** Index into `nests`. */
  readonly nest: number
  /** The row it comes from; a composite has none. */
  readonly row?: ModelRow
  readonly composite?: Composite
}

export interface LineSketch {
  readonly id: string
  readonly product: number
  /** Index into the plants, -1 overseas. */
  readonly plant: number
  readonly place: number
  readonly country: Country
  /** Index into `countries` of the overseas home, -1 for none. */
  readonly overseas: number
  /** Share of the product's US sales; 0 for a composite. */
  readonly share: number
}

export interface Sketch {
  readonly makers: readonly Maker[]
  /** [maker] where the maker builds at home; its headquarters unless the owner sits elsewhere. */
  readonly makerHome: readonly Country[]
  /** [maker] a Chinese brand that sells in Mexico only. */
  readonly mexicoOnly: readonly boolean[]
  readonly plants: readonly Plant[]
  readonly plantRows: readonly PlantRecord[]
  readonly products: readonly ProductSketch[]
  readonly lines: readonly LineSketch[]
}

/**
 * Makers, products, plants and lines, before any quantity is fitted.
 * @throws an error of kind `data` that lists plants whose owner is no maker
 */
export function sketchIndustry(tables: Tables, targets: Targets): Sketch {
  const makers = makersOf(tables, targets)
  const { problems } = makers
  const composites = compositesOf(tables, targets, makers.names)
  const products = sketchProducts(tables, composites, makers.names)
  if (problems.length > 0) throw dataError(problems)
  const homes = makers.sketches.map(homeOf)
  const lines = products.flatMap((product, i) => sketchLines(product, i, tables.plants, homes[product.maker]))
  const used = new Set(lines.map(({ plant }) => plant))
  return {
    makers: makers.sketches.map(({ maker }) => maker),
    makerHome: homes,
    mexicoOnly: makers.sketches.map(({ mexicoOnly }) => mexicoOnly),
    plants: tables.plants.map((row, p) => sketchPlant(row, used.has(p), makers.names)),
    plantRows: tables.plants,
    products,
    lines,
  }
}

function homeOf({ maker }: MakerSketch): Country {
  return homeOfMaker[maker.name] ?? maker.headquarters
}

function sketchPlant(row: PlantRecord, hasLines: boolean, makerNames: readonly string[]): Plant {
  return {
    id: row.id,
    name: row.name,
    maker: makerOfOwner(row.owner, makerNames),
    city: row.city,
    state: row.state,
    place: countryIndex(countryOfName[row.country]),
    // A plant that was never sited stands in the middle of Mexico.
    latitude: row.latitude ?? 23.63,
    longitude: row.longitude ?? -102.55,
    status: statusOf(row, hasLines),
  }
}

/** Planned plants say so; one without output in 2024 is idle, unless cars built there before were still being sold. */
function statusOf(row: PlantRecord, hasLines: boolean): PlantStatus {
  if (hasLines) return 'active'
  return /^(under construction|not built|planned)/.test(row.status) ? 'planned' : 'idle'
}

/** Sorted by nest, then maker, then as in the files. */
function sketchProducts(
  tables: Tables,
  composites: readonly Composite[],
  makerNames: readonly string[],
): readonly ProductSketch[] {
  const listed = tables.models.map((row): ProductSketch => {
    const electric = row.powertrain === 'BEV'
    const nest: Nest = electric ? 'electric' : row.body
    const id = slug(`${row.brand} ${row.model}`)
    const product = { id, brand: row.brand, name: row.model, body: row.body, nest, electric, composite: false }
    return { product, maker: makerNames.indexOf(row.maker), nest: nests.indexOf(nest), row }
  })
  const imputed = composites.map((composite): ProductSketch => {
    const { brand, name, body, electric } = composite
    const nest: Nest = electric ? 'electric' : body
    const product = { id: slug(`${brand} ${name}`), brand, name, body, nest, electric, composite: true }
    return { product, maker: composite.maker, nest: nests.indexOf(nest), composite }
  })
  return [...listed, ...imputed].toSorted((one, other) => one.nest - other.nest || one.maker - other.maker)
}

/** Lower-case words joined by hyphens. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function sketchLines(
  { product, row, composite }: ProductSketch,
  i: number,
  plants: readonly PlantRecord[],
  home: Country,
): readonly LineSketch[] {
  if (composite !== undefined) return [sketchLine(product.id, i, composite.from, 0, plants, home)]
  const supply = joinCountries(row?.supply ?? [], plants)
  return supply.map(({ from, share }) => sketchLine(product.id, i, from, share, plants, home))
}

/** Sources abroad that are one country of the model become one line, as Germany and Belgium do. */
function joinCountries(supply: readonly SupplyShare[], plants: readonly PlantRecord[]): readonly SupplyShare[] {
  const shares = new Map<string, number>()
  for (const { from, share } of supply) {
    const source = plants.some(({ id }) => id === from) ? from : overseasNames[from]
    shares.set(source, (shares.get(source) ?? 0) + share)
  }
  return [...shares].map(([from, share]) => ({ from, share }))
}

/** @param from plant id, or the code of a country abroad */
function sketchLine(
  product: string,
  i: number,
  from: string,
  share: number,
  plants: readonly PlantRecord[],
  home: Country,
): LineSketch {
  const plant = plants.findIndex(({ id }) => id === from)
  const country = plant >= 0 ? countryOfName[plants[plant].country] : (from as Country)
  const abroad = plant >= 0 ? home : country
  const overseas = countryIndex(abroad) < places.length - 1 ? -1 : countryIndex(abroad)
  const place = plant >= 0 ? countryIndex(country) : overseasPlace
  return { id: `${product}@${from}`, product: i, plant, place, country, overseas, share }
}
