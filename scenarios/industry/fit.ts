/**
 * How well the calibrated industry fits what it should add up to, and how much of it rests on which evidence. Tables
 * only; the command line prints them.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { Knowledge } from './confidence.ts'
import { type EvidenceRow, evidenceTable } from './evidence.ts'
import { contentRows, priceRows } from './fitContent.ts'
import { usMakerRows, mexicanOutputRows } from './fitMakers.ts'
import { mexicanPlantRows, mexicanShipmentRows } from './fitMexico.ts'
import { nationalRows, tradeRows, originRows } from './fitTrade.ts'
import type { MexicanLines } from './mexicoLines.ts'
import { byPlant, plantTargets } from './output.ts'
import type { Sketch } from './sketch.ts'
import type { Tables } from './tables.ts'
import type { Targets } from './targets.ts'
import type { UsContent } from './usContent.ts'
import type { FitRow } from './fitRow.ts'

export interface FitTable {
  readonly id: string
  readonly title: string
  /** Unit of both columns. */
  readonly unit: string
  readonly rows: readonly FitRow[]
}

/** A plant that sold more in 2024 than the files say it built: sold from stock, or a supply mix that is off. */
export interface OverfullPlant {
  readonly plant: string
  readonly name: string
  /** Vehicles sold in the three markets, and built by the files scaled to the national total. */
  readonly sales: number
  readonly output: number
}

export interface IndustryFit {
  readonly tables: readonly FitTable[]
  readonly evidence: readonly EvidenceRow[]
  readonly overfullPlants: readonly OverfullPlant[]
  /** Share of the value of Mexican parts that customs counts as US content (rule `us-content`). */
  readonly usTracing: number
  readonly products: number
  readonly lines: number
  readonly plants: number
  readonly makers: number
}

/** What the industry was made of. */
export interface Made {
  readonly sketch: Sketch
  readonly tables: Tables
  readonly targets: Targets
  readonly mexican: MexicanLines
  /** [market][line] */
  readonly known: readonly (readonly Knowledge[])[]
}

/** @param labelled [line x origin] content before rule `us-content` */
export function describeFit(
  industry: Industry,
  { sketch, tables, targets, mexican, known }: Made,
  labelled: Float64Array,
  customs: UsContent,
): IndustryFit {
  return {
    tables: [
      { id: 'national', title: 'National sales and output', unit: 'vehicles', rows: nationalRows(industry, targets) },
      { id: 'trade', title: 'Vehicles across borders', unit: 'vehicles', rows: tradeRows(industry, tables, targets) },
      { id: 'us-origin', title: 'Origin of US sales', unit: 'vehicles', rows: originRows(industry, tables) },
      { id: 'us-makers', title: 'US sales by maker', unit: 'vehicles', rows: usMakerRows(industry, targets) },
      {
        id: 'mexican-output',
        title: 'Mexican output by maker',
        unit: 'vehicles',
        rows: mexicanOutputRows(industry, sketch, tables),
      },
      {
        id: 'mexican-plants',
        title: 'Mexican output by plant',
        unit: 'vehicles',
        rows: mexicanPlantRows(industry, sketch),
      },
      {
        id: 'mexican-shipments',
        title: 'Vehicles from Mexico by maker',
        unit: 'vehicles',
        rows: mexicanShipmentRows(industry, sketch, mexican),
      },
      {
        id: 'content',
        title: 'Parts content of US sales',
        unit: 'share',
        rows: contentRows(industry, tables, labelled, customs),
      },
      { id: 'price', title: 'Mean price of US sales', unit: 'USD', rows: priceRows(industry, targets) },
    ],
    evidence: evidenceTable(industry, sketch, known),
    overfullPlants: overfullPlants(industry, sketch, targets),
    usTracing: customs.tracing,
    products: industry.products.length,
    lines: industry.lines.length,
    plants: industry.plants.length,
    makers: industry.makers.length,
  }
}

function overfullPlants(industry: Industry, sketch: Sketch, targets: Targets): readonly OverfullPlant[] {
  const lines = industry.lines.length
  const sold = Float64Array.from(
    industry.lines,
    (_, j) => industry.sales[j] + industry.sales[lines + j] + industry.sales[2 * lines + j],
  )
  const sales = byPlant(sketch, sold)
  const output = plantTargets(sketch, targets)
  const found = sketch.plants.map(({ id, name }, p) => ({ plant: id, name, sales: sales[p], output: output[p] }))
  return found
    .filter((plant) => plant.sales > plant.output * (1 + 1e-9))
    .toSorted((one, other) => other.sales - other.output - (one.sales - one.output))
}
