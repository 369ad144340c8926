/**
 * The uncertain parameters of a run as a report lists them: law in words, source, and whether it rests on a judgement.
 */
import { formNames, type ParameterName } from '../../engine/model/draws/parameters.ts'
import { formLawText } from './forms.ts'
import { lawOf, valueEnds } from './parameterLaws.ts'
import { parameterTable } from './parameters.ts'
import { type DiscreteLaw, type Law, lawNumbers, type Laws } from './laws.ts'

export interface ParameterRow {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly law: string
  /** `estimate` or `judgement`, or `scenario` where the scenario states a law of its own. */
  readonly basis: string
  readonly source: string
}

/** All parameters, in their order, with the laws that a scenario states where it states any. */
export function parameterRows(uncertainties: Laws): readonly ParameterRow[] {
  return parameterTable.map(({ name, title, unit, law, basis, source }) => {
    const own = uncertainties[name] ?? undefined
    return own === undefined || lawTextOf(name, lawOf(own)) === lawTextOf(name, law)
      ? { name, title, unit, law: lawTextOf(name, law), basis, source }
      : { name, title, unit, law: lawTextOf(name, lawOf(own)), basis: 'scenario', source: statedSource(lawOf(own)) }
  })
}

/** What a scenario says of its own law, where it says anything. */
function statedSource({ source }: Law): string {
  return source === undefined ? 'stated by the scenario' : `stated by the scenario: ${source}`
}

/** As in `lawText`; of a form of the model, its forms by name. */
export function lawTextOf(name: ParameterName, law: Law): string {
  const form = formNames.find((one) => one === name)
  return form === undefined ? lawText(law) : formLawText(form, law)
}

/** As in `triangular: low 3, mode 4, high 6`. */
function lawText(law: Law): string {
  return `${law.law}: ${numbersText(law)}`
}

const mostValues = 6

function numbersText(law: Law): string {
  switch (law.law) {
    case 'beta': {
      const { alpha, beta, low = 0, high = 1 } = law
      return `alpha ${alpha}, beta ${beta}, low ${low}, high ${high}`
    }
    case 'truncated': {
      const ends = [...endText('low', law.low), ...endText('high', law.high)]
      return `${law.of.law} (${numbersText(law.of)}), ${ends.join(', ')}`
    }
    case 'discrete':
      return valuesText(law)
    default:
      return lawNumbers[law.law].map((name) => `${name} ${String(Reflect.get(law, name))}`).join(', ')
  }
}

function endText(name: string, end: number | undefined): readonly string[] {
  return end === undefined ? [] : [`${name} ${end}`]
}

/** Few values with their chances; of many their number and ends. */
function valuesText({ values, chances }: DiscreteLaw): string {
  if (values.length > mostValues) {
    const [low, high] = valueEnds(values)
    return `${values.length} values, low ${low}, high ${high}`
  }
  return values.map((value, n) => (chances === undefined ? `${value}` : `${value} (${chances[n]})`)).join(', ')
}
