/** Whether the numbers of a law make one: in order, above 0 where they must be, chances that add up. */
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type BetaLaw, type DiscreteLaw, type Law, lawNumbers, type TruncatedLaw } from '../parameters/laws.ts'
import { valueEnds } from '../parameters/parameterLaws.ts'
import { type CheckContext, problemAt } from './context.ts'

const roundingError = 1e-9
/** Of the beta law, between which its quantiles are exact. */
const shapes = [0.01, 10_000] as const

/** Numbers of a law that are values of the parameter, each with where it stands in the law. */
export function levelsOf(law: Law): readonly (readonly [Path, number])[] {
  switch (law.law) {
    case 'beta':
      return [
        [['low'], law.low ?? 0],
        [['high'], law.high ?? 1],
      ]
    case 'discrete':
      return [...new Set(valueEnds(law.values))].map((value) => [['values', law.values.indexOf(value)], value])
    case 'truncated':
      return (['low', 'high'] as const).flatMap((end) => (law[end] === undefined ? [] : [[[end], law[end]]]))
    default: {
      const levels = ['value', 'low', 'mode', 'high', 'mean', 'median']
      return Object.entries(law)
        .filter((entry): entry is [string, number] => levels.includes(entry[0]))
        .map(([name, value]) => [[name], value])
    }
  }
}

/** What keeps the numbers of a law from making one. */
export function shapeProblems(law: Law, path: Path, context: CheckContext): readonly Problem[] {
  switch (law.law) {
    case 'beta':
      return betaProblems(law, path, context)
    case 'discrete':
      return discreteProblems(law, path, context)
    case 'truncated':
      return truncatedProblems(law, path, context)
    default:
      return numberProblems(law, lawNumbers[law.law], path, context)
  }
}

const mustBePositive = ['deviation', 'width', 'sigma', 'median']

function numberProblems(law: Law, numbers: readonly string[], path: Path, context: CheckContext): readonly Problem[] {
  const values = new Map<string, unknown>(Object.entries(law))
  const isPositive = (name: string): boolean =>
    mustBePositive.includes(name) || (law.law === 'logUniform' && name === 'low')
  const positive = numbers.filter((name) => isPositive(name) && !(Number(values.get(name)) > 0))
  const ordered = numbers.filter((name) => ['low', 'mode', 'high'].includes(name))
  const rising = ordered.every((name, n) => n === 0 || Number(values.get(ordered[n - 1])) <= Number(values.get(name)))
  return [
    ...positive.map((name) => {
      const given = String(values.get(name))
      const message = `given ${given}; must be above 0`
      return problemAt(context, [...path, name], { message, given, allowed: 'above 0' })
    }),
    ...(rising ? [] : [notRising(ordered, path, context)]),
  ]
}

function notRising(ordered: readonly string[], path: Path, context: CheckContext): Problem {
  const allowed = ordered.join(' <= ')
  return problemAt(context, path, { message: `must rise: ${allowed}`, allowed })
}

function betaProblems(law: BetaLaw, path: Path, context: CheckContext): readonly Problem[] {
  const [least, most] = shapes
  const allowed = `${least} to ${most}`
  const unfit = (['alpha', 'beta'] as const).filter((name) => !(law[name] >= least && law[name] <= most))
  const { low = 0, high = 1 } = law
  return [
    ...unfit.map((name) => {
      const given = String(law[name])
      return problemAt(context, [...path, name], { message: `given ${given}; allowed is ${allowed}`, given, allowed })
    }),
    ...(low < high ? [] : [notRising(['low', 'high'], path, context)]),
  ]
}

function discreteProblems({ values, chances }: DiscreteLaw, path: Path, context: CheckContext): readonly Problem[] {
  if (chances === undefined) return []
  const at = [...path, 'chances']
  if (chances.length !== values.length) {
    const given = String(chances.length)
    const message = `there are ${given} chances and ${values.length} values; give each value its own, or leave chances out`
    return [problemAt(context, at, { message, given, allowed: String(values.length) })]
  }
  const negative = chances.findIndex((chance) => !(chance >= 0))
  if (negative >= 0) {
    const given = String(chances[negative])
    const message = `given ${given}; a chance is 0 or more`
    return [problemAt(context, [...at, negative], { message, given, allowed: '0 or more' })]
  }
  const sum = chances.reduce((total, chance) => total + chance, 0)
  if (Math.abs(sum - 1) <= roundingError) return []
  const given = String(Number(sum.toPrecision(6)))
  return [problemAt(context, at, { message: `chances add up to ${given}, and must add up to 1`, given, allowed: '1' })]
}

function truncatedProblems(law: TruncatedLaw, path: Path, context: CheckContext): readonly Problem[] {
  const { of, low, high } = law
  const inner = shapeProblems(of, [...path, 'of'], context)
  if (low === undefined && high === undefined) {
    const message = 'cuts nothing off: give low, high or both, or write the law by itself'
    return [...inner, problemAt(context, path, { message, allowed: 'low, high or both' })]
  }
  const rises = low === undefined || high === undefined || low < high
  return rises ? inner : [...inner, notRising(['low', 'high'], path, context)]
}
