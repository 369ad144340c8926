/** Sums over the lines of an industry, for its fit. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { marketCount, type Confidence } from '../../engine/model/inputs/sets.ts'
import type { Figure } from './figureRows.ts'

/** Vehicles of line j sold in market m. */
export function soldIn(industry: Industry, m: number, j: number): number {
  return industry.sales[m * industry.lines.length + j]
}

/** Vehicles that line j builds: sales in the three markets and exports. */
export function builtBy(industry: Industry, j: number): number {
  let sum = industry.exports[j]
  for (let m = 0; m < marketCount; m++) sum += soldIn(industry, m, j)
  return sum
}

/** Sum of a number over the lines that are chosen. */
export function sumOver(industry: Industry, chosen: (j: number) => boolean, number: (j: number) => number): number {
  return industry.lines.reduce((sum, _, j) => sum + (chosen(j) ? number(j) : 0), 0)
}

/** One comparison. */
export function compare(
  name: string,
  ours: number,
  { value, source, confidence }: Figure,
): {
  readonly name: string
  readonly ours: number
  readonly reference: number
  readonly ratio: number
  readonly source: string
  readonly confidence: Confidence
} {
  return { name, ours, reference: value, ratio: ours / value, source, confidence }
}
