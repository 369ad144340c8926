/** A flow of vehicles from where they are built to where they are sold, and its words. */
import type { ChartWords } from './plot.ts'

export interface FlowRow {
  readonly market: string
  readonly origin: string
  /** Name of the option, or of the baseline. */
  readonly scenario: string
  /** The same in a word or two, as in `baseline` and `option A`. */
  readonly short: string
  readonly isBaseline: boolean
  /** Thousand vehicles a year. */
  readonly low: number
  readonly mean: number
  readonly high: number
}

/** The name of the picture, and all flows in words. */
export function wordsOf(rows: readonly FlowRow[]): ChartWords {
  return { label: 'Vehicles sold in each market by where they are built', description: rows.map(rowText).join('; ') }
}

/** As in `8,531`. */
export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function rowText({ market, origin, scenario, mean }: FlowRow): string {
  return `sold in ${market}, built in ${origin}, ${scenario}: ${thousands(mean)} thousand`
}
