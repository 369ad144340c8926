/**
 * Rule `composite`: one stand-in product for what the nameplate table does not list. Plants of the region with output
 * but no nameplate; each Chinese brand in Mexico; and what other makers bring to Mexico from China.
 */
import type { Body, Confidence } from '../../engine/model/inputs/sets.ts'
import { otherChinaBuiltMakers } from './judgement.ts'
import { makerOfOwner } from './makers.ts'
import type { Tables } from './tables.ts'
import { type Targets, yearOfNineMonths } from './targets.ts'

export interface Composite {
  readonly kind: 'plant' | 'chineseBrand' | 'madeInChina'
  readonly brand: string
  readonly name: string
  /** Index of the maker. */
  readonly maker: number
  readonly body: Body
  readonly electric: boolean
  /** Plant id, or `CN`. */
  readonly from: string
  /** Sales in Mexico where they are known by themselves, vehicles. */
  readonly mexicoSales?: number
  readonly confidence: Confidence
}

/** Products that stand for what no nameplate of the data does: plants that no model names, brands known by their sales alone. */
export function compositesOf(tables: Tables, targets: Targets, makers: readonly string[]): readonly Composite[] {
  const listed = new Set(tables.models.flatMap(({ supply }) => supply.map(({ from }) => from)))
  const unlisted = tables.plants.filter(({ id, production }) => production > 0 && !listed.has(id))
  const ofPlants = unlisted.map((row): Composite => {
    const maker = makerOfOwner(row.owner, makers)
    const body = firstBody(row.segment)
    const electric = row.powertrain === 'BEV'
    const own = targets.chineseBrandSales.get(makers[maker])
    const common = { brand: makers[maker], maker, body, electric, from: row.id }
    if (own === undefined) {
      return { ...common, kind: 'plant', name: `other models, ${row.name}`, confidence: row.productionConfidence }
    }
    return { ...common, kind: 'chineseBrand', name: 'all models', mexicoSales: own.value, confidence: own.confidence }
  })
  return [...ofPlants, ...chineseBrands(targets, makers, ofPlants), ...madeInChina(targets, makers, ofPlants)]
}

/** The first body that a plant's segment names: `pickup+car` is mostly pickups. */
function firstBody(segment: string): Body {
  const word = segment.split(/[^a-z]/)[0]
  if (word === 'car' || word === 'pickup' || word === 'van') return word
  return 'cuvSuv'
}

function chineseBrands(
  targets: Targets,
  makers: readonly string[],
  ofPlants: readonly Composite[],
): readonly Composite[] {
  const imported = [...targets.chineseBrandSales].filter(([brand]) => !ofPlants.some((other) => other.brand === brand))
  return imported.map(([brand, sales]): Composite => ({
    kind: 'chineseBrand',
    brand,
    name: 'all models',
    maker: makers.indexOf(brand),
    body: 'cuvSuv',
    // No brand sells battery cars only: BYD's range in Mexico has plug-in hybrids beside them.
    electric: false,
    from: 'CN',
    mexicoSales: sales.value,
    confidence: sales.confidence,
  }))
}

/** Other makers' cars from China: half of all by General Motors, the rest shared by those known to import. */
function madeInChina(
  targets: Targets,
  makers: readonly string[],
  ofPlants: readonly Composite[],
): readonly Composite[] {
  const ofGeneralMotors = targets.generalMotorsShareOfChinaBuilt.value * chinaBuiltReported(targets)
  const brandsFromChina = [...targets.chineseBrandSales]
    .filter(([brand]) => !ofPlants.some((other) => other.brand === brand))
    .reduce((sum, [, { value }]) => sum + value, 0)
  const others = Math.max(0, chinaBuilt(targets) - brandsFromChina - ofGeneralMotors)
  const volumes = [
    { name: 'General Motors', sales: ofGeneralMotors },
    ...otherChinaBuiltMakers.map((name) => ({ name, sales: others / otherChinaBuiltMakers.length })),
  ]
  return volumes
    .filter(({ name }) => makers.includes(name))
    .map(({ name, sales }): Composite => ({
      kind: 'madeInChina',
      brand: name,
      name: 'models built in China for Mexico',
      maker: makers.indexOf(name),
      body: 'cuvSuv',
      electric: false,
      from: 'CN',
      mexicoSales: sales,
      confidence: 'derived',
    }))
}

function chinaBuiltReported(targets: Targets): number {
  return targets.chinaToMexicoNineMonths.value * yearOfNineMonths
}

/** All vehicles made in China and sold in Mexico, with the brands that did not report. */
function chinaBuilt(targets: Targets): number {
  return chinaBuiltReported(targets) + targets.mexicoSales.value - targets.mexicoSalesReported.value
}
