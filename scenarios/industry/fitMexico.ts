/** Lines built in Mexico beside what INEGI counts of them: output by plant, and shipments by maker and destination. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { type Confidence, destination } from '../../engine/model/inputs/sets.ts'
import type { FitRow } from './fitRow.ts'
import type { MexicanLines } from './mexicoLines.ts'
import type { MexicoRow } from './mexicoRows.ts'
import type { Sketch } from './sketch.ts'
import { builtBy, compare, soldIn, sumOver } from './volumes.ts'

/** Output of each Mexican plant, vehicles, beside the one counted. */
export function mexicanPlantRows(industry: Industry, sketch: Sketch): readonly FitRow[] {
  return sketch.plantRows.flatMap(({ name, country, production, productionConfidence }, p) => {
    if (country !== 'Mexico' || production === 0) return []
    const ours = sumOver(
      industry,
      (j) => industry.linePlant[j] === p,
      (j) => builtBy(industry, j),
    )
    return [compare(name, ours, { value: production, source: inegi, confidence: productionConfidence })]
  })
}

const inegi = 'INEGI RAIAVL 2024 (mexico_models.csv)'

/** Ours, as counted, and how the text calls the way. */
type Way = readonly [string, (industry: Industry, j: number) => number, (row: MexicoRow) => number]
const ways: readonly Way[] = [
  ['to the US', (industry, j) => soldIn(industry, destination.US, j), ({ toUs }) => toUs],
  ['to Canada', (industry, j) => soldIn(industry, destination.CA, j), ({ toCanada }) => toCanada],
  ['to the rest of the world', (industry, j) => industry.exports[j], ({ toOther }) => toOther],
  ['sold in Mexico', (industry, j) => soldIn(industry, destination.MX, j), ({ soldInMexico }) => soldInMexico],
]

/** What each maker sells of its Mexican lines by destination, vehicles, beside what INEGI books; nothing where it books none. */
export function mexicanShipmentRows(industry: Industry, sketch: Sketch, { rows }: MexicanLines): readonly FitRow[] {
  return ways.flatMap(([way, ours, booked]) =>
    sketch.makers.flatMap(({ name }, f) => {
      const own = sketch.lines.flatMap(({ product }, j) => (sketch.products[product].maker === f && rows[j] ? [j] : []))
      const reference = own.reduce((sum, j) => sum + bookedBy(rows[j], booked), 0)
      if (reference === 0) return []
      const volume = own.reduce((sum, j) => sum + ours(industry, j), 0)
      const confidence = own.reduce<Confidence>((worst, j) => worse(worst, rows[j]?.confidence ?? worst), 'sourced')
      return [compare(`${name} ${way}`, volume, { value: reference, source: inegi, confidence })]
    }),
  )
}

function bookedBy(row: MexicoRow | undefined, booked: (row: MexicoRow) => number): number {
  return row === undefined ? 0 : booked(row)
}

const byTrust: readonly Confidence[] = ['sourced', 'derived', 'approximate']

function worse(one: Confidence, other: Confidence): Confidence {
  return byTrust.indexOf(one) > byTrust.indexOf(other) ? one : other
}
