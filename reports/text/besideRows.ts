/** Rows of a table that lays A and B beside each other, with the difference of the printed figures. */
import { decimalText, magnitude, signedText } from '../words/numbers.ts'
import { wholeParts } from '../words/sums.ts'
import type { Column } from '../words/table.ts'
import type { Pieces } from './pieces.ts'

export type Row = readonly string[]

const columns: readonly Column[] = [
  { title: '', align: 'left' },
  ...['A', 'B', 'B - A'].map((title): Column => ({ title, align: 'right' })),
]

/** A table under a sentence that says what it is of. */
export function besideTable(title: string, rows: readonly Row[]): Pieces {
  return [title, { columns, rows }]
}

/** A row of two whole numbers and their difference. */
export function changeRow(
  title: string,
  a: number,
  b: number,
  text: (value: number) => string,
  change: (value: number) => string = text,
): Row {
  return [title, text(a), text(b), change(b - a)]
}

/** A whole figure. */
export const whole = (value: number): string => decimalText(value, 0)
/** A whole figure with its sign. */
export const signed = (value: number): string => signedText(value, 0)
const percent = (value: number): string => `${value}%`
const points = (value: number): string => (value === 0 ? '0' : `${signedText(value, 0)} points`)

/** Shares in whole percents that add up to 100. */
export function shareRows(titles: readonly string[], a: readonly number[], b: readonly number[]): readonly Row[] {
  const [first, second] = [a, b].map((shares) => wholeParts(shares.map((share) => 100 * share)))
  return titles.flatMap((title, n) =>
    first[n] === 0 && second[n] === 0 ? [] : [changeRow(title, first[n], second[n], percent, points)],
  )
}

/** Place of the third digit of the greater figure. */
export function roundedTo(a: number, b: number): number {
  return Math.max(0, magnitude(Math.max(1, a, b)) - 2)
}
