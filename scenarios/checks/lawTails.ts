/**
 * Laws that reach outside the range of their parameter: a normal law has no ends, and a truncated one may be cut beyond them.
 * A draw out there would be used as if it made sense, so such laws are refused, with the law that was probably meant.
 */
import { normalCdf } from '../../engine/math/normalQuantile.ts'
import { log } from '../../engine/math/elementary.ts'
import type { Law } from '../parameters/laws.ts'
import type { Bounds } from '../parameters/parameter.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type CheckContext, problemAt } from './context.ts'

const roundingError = 1e-12
/** Less than one draw in as many replicates as a run may have. */
const leastChance = 1e-9
/** Deviations beyond which the chance on both sides together is less than that. */
const farDeviations = 6.2

interface Allowed {
  readonly range: Bounds
  readonly unit: string
}

/** Chance that a law gives a value outside the range; 0 for laws whose ends are checked one by one. */
export function chanceOutside(law: Law, [low, high]: Bounds): number {
  switch (law.law) {
    case 'normal':
      return outside((low - law.mean) / law.deviation, (high - law.mean) / law.deviation)
    case 'lognormal':
      return outside(
        low > 0 ? log(low / law.median) / law.sigma : -Infinity,
        high > 0 ? log(high / law.median) / law.sigma : -Infinity,
      )
    default:
      return 0
  }
}

function outside(low: number, high: number): number {
  return normalCdf(low) + normalCdf(-high)
}

/** What is wrong with a law whose numbers lie in the range, and whose draws may not. */
export function lawProblems(law: Law, { range, unit }: Allowed, path: Path, context: CheckContext): readonly Problem[] {
  const allowed = `${range[0]} to ${range[1]} (${unit})`
  if (law.law === 'truncatedNormal') {
    const room = roomOf(law.mean, range)
    if (law.width <= room + roundingError) return []
    const message = `reaches from ${short(law.mean - law.width)} to ${short(law.mean + law.width)}, and allowed is ${allowed}: write a width of at most ${limit(room)}`
    return [problemAt(context, [...path, 'width'], { message, given: String(law.width), allowed })]
  }
  const chance = chanceOutside(law, range)
  if (chance <= leastChance) return []
  const message = `${short(chance * 100)}% of its draws would lie outside of ${allowed}: ${adviceFor(law, range)}`
  return [problemAt(context, path, { message, given: law.law, allowed })]
}

function adviceFor(law: Law, range: Bounds): string {
  if (law.law === 'lognormal') {
    const room = Math.min(range[0] > 0 ? log(law.median / range[0]) : Infinity, log(range[1] / law.median))
    return `write a sigma of at most ${limit(room / farDeviations)}, or a law with ends, as uniform, triangular and truncatedNormal`
  }
  if (law.law !== 'normal' || roomOf(law.mean, range) === 0) return 'write a law with ends, as uniform or triangular'
  const width = limit(Math.min(roomOf(law.mean, range), farDeviations * law.deviation))
  return `write { law: truncatedNormal, mean: ${law.mean}, deviation: ${law.deviation}, width: ${width} }, or another law with ends`
}

/** How far a law may reach on both sides of its middle. */
function roomOf(middle: number, [low, high]: Bounds): number {
  return Math.min(middle - low, high - middle)
}

function short(value: number): number {
  return Number(value.toPrecision(3))
}

/** In three digits, and never more than it is. */
function limit(value: number): number {
  const rounded = short(value)
  return rounded <= value + roundingError ? rounded : short(value * 0.995)
}
