/**
 * The laws of a scenario's parameters, flattened for the draws: what the scenario says of a parameter, else the
 * table's.
 */
import { cutTable, type CuttableLaw } from '../../engine/model/draws/lawTails.ts'
import { type ParameterLaws, lawKinds } from '../../engine/model/draws/parameterLaws.ts'
import { parameterNames } from '../../engine/model/draws/parameters.ts'
import { correlationFactor } from './correlations.ts'
import { parameters } from './parameters.ts'
import {
  type Correlation,
  type DiscreteLaw,
  type EmpiricalLaw,
  type Law,
  lawNumbers,
  type Laws,
  type NumberLaw,
  type TruncatedLaw,
  type WholeLaw,
} from './laws.ts'

/** A number stands for the law that always gives it. */
export function lawOf(uncertainty: number | Law | EmpiricalLaw): Law {
  if (typeof uncertainty === 'number') return { law: 'constant', value: uncertainty }
  if (uncertainty.law !== 'empirical') return uncertainty
  throw new TypeError(`the values of ${uncertainty.csv} have not been read`)
}

/** The numbers of a law in the order of `lawNumbers`. */
export function numbersOf(law: NumberLaw): readonly number[] {
  return lawNumbers[law.law].map((name): number => {
    const value: unknown = Reflect.get(law, name)
    if (typeof value !== 'number') throw new TypeError(`law ${law.law} needs a number ${name}; given: ${String(value)}`)
    return value
  })
}

/** A law that may be cut, as the engine takes it. */
export function cuttable(law: WholeLaw): CuttableLaw {
  if (law.law !== 'beta') return { kind: law.law, numbers: numbersOf(law) }
  const { alpha, beta, low = 0, high = 1 } = law
  return { kind: 'beta', numbers: [alpha, beta, low, high] }
}

/** Ends of a law that is cut; an end that it does not state is infinite. */
export function cutEnds({ low = -Infinity, high = Infinity }: TruncatedLaw): readonly [number, number] {
  return [low, high]
}

/** The least and the greatest of some values. */
export function valueEnds(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ]
}

/** Values from the least to the greatest, and the chances up to each, the last of them 1. */
function discreteTable({ values, chances }: DiscreteLaw): readonly number[] {
  const weighted = values.map((value, n) => ({ value, weight: chances?.[n] ?? 1 }))
  const rising = weighted.toSorted((one, other) => one.value - other.value)
  const total = rising.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  // Added up in the same order as the total, so that the last is exactly 1.
  return [...rising.map(({ value }) => value), ...rising.map(({ weight }) => (sum += weight) / total)]
}

/** Numbers of a law for the columns of `ParameterLaws`; what they have no room for goes to the end of `tables`. */
function columnsOf(law: Law, tables: number[]): readonly number[] {
  const position = tables.length
  switch (law.law) {
    case 'beta': {
      const [alpha, beta, low, high] = cuttable(law).numbers
      tables.push(low, high)
      return [alpha, beta, position]
    }
    case 'discrete':
      for (const number of discreteTable(law)) tables.push(number)
      return [position, law.values.length]
    case 'truncated':
      tables.push(...cutTable(cuttable(law.of), ...cutEnds(law)))
      return [position]
    default:
      return numbersOf(law)
  }
}

/**
 * Flat arrays of all parameters' laws and their correlations.
 *
 * @param correlation factor of the same correlations, where it is known
 * @throws RangeError for correlations that no numbers can have with each other
 */
export function flattenLaws(
  uncertainties: Laws = {},
  stated: readonly Correlation[] = [],
  correlation: Float64Array | undefined = correlationFactor(stated),
): ParameterLaws {
  if (correlation === undefined)
    throw new RangeError('the correlations contradict each other: their matrix is not positive definite')
  const tables: number[] = []
  const columns = parameterNames.map((name) => {
    const law = lawOf(uncertainties[name] ?? parameters[name].law)
    return { kind: lawKinds.indexOf(law.law), numbers: columnsOf(law, tables) }
  })
  const column = (position: number): Float64Array => Float64Array.from(columns, ({ numbers }) => numbers[position] ?? 0)
  return {
    kinds: Uint8Array.from(columns, ({ kind }) => kind),
    a: column(0),
    b: column(1),
    c: column(2),
    tables: Float64Array.from(tables),
    correlation,
  }
}
