/**
 * Sums that add up as they are printed: parts are rounded so that they sum to their rounded total (the largest remainders are
 * rounded up, Hamilton's method), and no part is off by a whole unit.
 */
import { magnitude, signedText, decimalText } from './numbers.ts'

/**
 * Whole numbers of units that sum to the rounded sum of the parts. Each is less than 1 from its part, and an exact 0 stays 0.
 *
 * @param parts in units
 */
export function wholeParts(parts: readonly number[]): readonly number[] {
  const down = parts.map(Math.floor)
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0))
  const missing = total - down.reduce((sum, part) => sum + part, 0)
  const raised = parts
    .map((part, n) => ({ n, rest: part - down[n] }))
    .toSorted((one, other) => other.rest - one.rest)
    .slice(0, Math.max(0, missing))
  return down.map((part, n) => part + (raised.some((one) => one.n === n) ? 1 : 0))
}

/** Decimal place for a sum whose figures go up to `greatest`: three digits of it, and whole units at the coarsest. */
export function sumPlace(greatest: number): number {
  return greatest === 0 ? 0 : Math.min(0, Math.max(-3, magnitude(greatest) - 2))
}

/** Text of a whole number of units of a decimal place: `unitText(321, 1)` is `3,210`. */
export function unitText(units: number, place: number, text: typeof decimalText | typeof signedText): string {
  return text(units * Number(`1e${place}`), place)
}

/** A rule as wide as the widest of the texts, to stand above a total. */
export function ruleUnder(texts: readonly string[]): string {
  return '-'.repeat(Math.max(1, ...texts.map((text) => text.length)))
}
