/** How much of the volume rests on sourced, derived and approximate figures. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { Confidence } from '../../engine/model/inputs/sets.ts'
import type { Knowledge } from './confidence.ts'
import type { Sketch } from './sketch.ts'
import { soldIn, builtBy, sumOver } from './volumes.ts'

export interface EvidenceRow {
  readonly what: string
  /** Fractions of the volume; they sum to 1. */
  readonly sourced: number
  readonly derived: number
  readonly approximate: number
}

/** Shares of the volume that rest on sourced, derived and approximate figures. */
export function evidenceTable(
  industry: Industry,
  sketch: Sketch,
  known: readonly (readonly Knowledge[])[],
): readonly EvidenceRow[] {
  const product = (j: number): Sketch['products'][number] => sketch.products[industry.lineProduct[j]]
  const inMarket =
    (m: number) =>
    (j: number): Confidence => {
      const found = known[m][j]
      return found === 'imputed' ? 'approximate' : found
    }
  const plantConfidence = (j: number): Confidence => sketch.plantRows[industry.linePlant[j]].productionConfidence
  const sold =
    (m: number) =>
    (j: number): number =>
      soldIn(industry, m, j)
  const built = (j: number): number => (industry.linePlant[j] >= 0 ? builtBy(industry, j) : 0)
  return [
    row(industry, 'US sales by nameplate', sold(0), inMarket(0)),
    row(industry, 'Canadian sales by nameplate', sold(1), inMarket(1)),
    row(industry, 'Mexican sales by nameplate', sold(2), inMarket(2)),
    row(industry, 'prices of US sales', sold(0), (j) => product(j).row?.priceConfidence ?? 'approximate'),
    row(industry, 'parts content of US sales', sold(0), (j) => industry.lines[j].contentConfidence),
    row(industry, 'output by plant', built, (j) => (industry.linePlant[j] >= 0 ? plantConfidence(j) : 'approximate')),
  ]
}

function row(
  industry: Industry,
  what: string,
  volume: (j: number) => number,
  confidence: (j: number) => Confidence,
): EvidenceRow {
  const total = sumOver(industry, () => true, volume)
  const share = (wanted: Confidence): number => sumOver(industry, (j) => confidence(j) === wanted, volume) / total
  return { what, sourced: share('sourced'), derived: share('derived'), approximate: share('approximate') }
}
