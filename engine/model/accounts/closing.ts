/**
 * Which years' books have to be closed for what is asked of a replicate. Closing all of them is a tenth of its time, and a
 * sweep asks for a few outcomes of a year or two.
 *
 * Displaced workers and retaliation carry from year to year: where their outcomes are asked for, every year counts jobs. The
 * base year is closed always, since other years are compared with it.
 */
import { outcomeDefinitions } from './outcomes.ts'

/** What is asked of each replicate: years (0 is the base year), positions of outcomes in the catalogue, and the last year's tallies. */
export interface Asked {
  readonly years: readonly number[]
  readonly outcomes: readonly number[]
  /** Of plants, lines and programmes. */
  readonly tallies: boolean
}

/** How much of a year's books is closed: nothing, what later years hang on, or every outcome. */
export const closing = { nothing: 0, jobs: 1, all: 2 } as const

/** The books of a replicate. */
export interface BooksPlan {
  /** [year] a value of `closing`. */
  readonly years: Uint8Array
  readonly tallies: boolean
}

/** Families of outcomes of a year that hang on the years before it. */
const carriedFamilies: ReadonlySet<string> = new Set([
  'displacedJobs',
  'farmExportsLost',
  'farmIncomeLost',
  'gainUS',
  'gainCA',
  'gainMX',
  'welfare',
])

/**
 * The books to close in each of the years 0 to `years`.
 *
 * @param asked everything unless given
 */
export function planBooks(years: number, asked: Asked | undefined): BooksPlan {
  const plan = new Uint8Array(years + 1).fill(closing.all)
  if (asked === undefined) return { years: plan, tallies: true }
  const carries = asked.outcomes.some((c) => carriedFamilies.has(outcomeDefinitions[c].family))
  for (let t = 1; t <= years; t++) {
    if (!asked.years.includes(t)) plan[t] = carries ? closing.jobs : closing.nothing
  }
  return { years: plan, tallies: asked.tallies }
}
