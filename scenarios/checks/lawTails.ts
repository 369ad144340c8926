/**
 * Laws that reach outside the range of their parameter: a normal law has no ends, and a truncated one may be cut beyond them.
 * A draw out there would be used as if it made sense, so such laws are refused, with the law that was probably meant.
 */
import { normalCdf } from '../../engine/math/normalQuantile.ts'
import { log } from '../../engine/math/elementary.ts'
import { tailsOf } from '../../engine/model/draws/lawTails.ts'
import type { Law, TruncatedLaw } from '../parameters/laws.ts'
import { cutEnds, cuttable } from '../parameters/parameterLaws.ts'
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
    case 'truncated':
      return outsideWhenCut(law, [low, high])
    default:
      return 0
  }
}

/** Of what is left of a law when it is cut. */
function outsideWhenCut(law: TruncatedLaw, [least, most]: Bounds): number {
  const of = cuttable(law.of)
  const [low, high] = cutEnds(law)
  const [atLow, atHigh] = [tailsOf(of, low), tailsOf(of, high)]
  const left = chanceLeft(law)
  const under = low < least ? Math.max(0, Math.min(tailsOf(of, least).below, atHigh.below) - atLow.below) : 0
  const over = high > most ? Math.max(0, Math.min(tailsOf(of, most).above, atLow.above) - atHigh.above) : 0
  return (under + over) / left
}

/** Chance of a law to lie between the ends at which it is cut. */
function chanceLeft(law: TruncatedLaw): number {
  const [atLow, atHigh] = cutEnds(law).map((end) => tailsOf(cuttable(law.of), end))
  // From the side on which it is exact.
  return atLow.below <= atLow.above ? atHigh.below - atLow.below : atLow.above - atHigh.above
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
  if (law.law === 'truncated' && !(chanceLeft(law) > leastChance)) {
    const message = `${law.of.law} has next to no chance between its ends ${cutEnds(law).join(' and ')}; move them`
    return [problemAt(context, path, { message, given: law.law })]
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
  if (law.law === 'truncated') return `give it ${limitWords(law)}`
  if (law.law !== 'normal' || roomOf(law.mean, range) === 0) return 'write a law with ends, as uniform or triangular'
  const width = limit(Math.min(roomOf(law.mean, range), farDeviations * law.deviation))
  return `write { law: truncatedNormal, mean: ${law.mean}, deviation: ${law.deviation}, width: ${width} }, or another law with ends`
}

/** The end that a cut law lacks. */
function limitWords({ low, high }: TruncatedLaw): string {
  if (low === undefined) return 'a low end as well'
  return high === undefined ? 'a high end as well' : 'ends inside of it'
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
