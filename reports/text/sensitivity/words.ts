/** Words and numbers that the texts of all methods share. */
import type { Estimate } from '../../../engine/analysis/sensitivity/bootstrap.ts'
import { chanceName } from '../../../engine/analysis/sensitivity/factors.ts'
import { percentText } from '../../words/numbers.ts'
import { wrapText } from '../../words/table.ts'

/** Where there is nothing to explain. */
export const noVariance = 'All runs give the same, but for rounding: there is no variance to explain.'

const mostNames = 8

/** `a`, `a and b`, `a, b and c`; of many the first, and how many others there are. */
export function firstNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  const hidden = names.length > mostNames ? names.length - mostNames + 1 : 0
  const last = hidden > 0 ? `${hidden} others` : names[names.length - 1]
  return `${names.slice(0, hidden > 0 ? mostNames - 1 : -1).join(', ')} and ${last}`
}

/** A share of variance: whole percents, tenths below one; 0 only where it is exactly that. */
export function indexText(value: number): string {
  if (value === 0) return '0'
  if (Math.abs(value) < 0.0005) return value > 0 ? '<0.1%' : '>-0.1%'
  return percentText(value, Math.abs(value) < 0.01 ? -1 : 0)
}

/** As in `0.35 to 0.47`. */
export function intervalText({ low, high }: Estimate): string {
  return `${indexText(low)} to ${indexText(high)}`
}

/** As in `0.41 (0.35 to 0.47)`. */
export function estimateText(estimate: Estimate): string {
  return `${indexText(estimate.value)} (${intervalText(estimate)})`
}

/** The factors that are sets of parameters. */
export function withoutChance<Row extends { readonly name: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ name }) => name !== chanceName)
}

/** The row of what no parameter accounts for, if there is one. */
export function chanceOf<Row extends { readonly name: string }>(rows: readonly Row[]): Row | undefined {
  return rows.find(({ name }) => name === chanceName)
}

/** Sentences as lines, each beginning anew; empty ones are left out. */
export function sentenceLines(sentences: readonly string[], width: number): readonly string[] {
  return sentences.filter((sentence) => sentence !== '').flatMap((sentence) => wrapText(sentence, width, '  '))
}

/** How many of the blocks of a design were used, as in `200 base rows, none failed.` */
export function usedText(n: number, failed: number, what: string): string {
  const failures = failed === 0 ? 'none failed' : `${failed} left out because a run failed`
  return `${n} ${what}, ${failures}.`
}
