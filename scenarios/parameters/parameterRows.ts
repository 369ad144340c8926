/**
 * The uncertain parameters of a run as a report lists them: law in words, source, and whether it rests on a judgement.
 */
import { formNames, type ParameterName } from '../../engine/model/draws/parameters.ts'
import { formLawText } from './forms.ts'
import { lawOf } from './parameterLaws.ts'
import { parameterTable } from './parameters.ts'
import { type Law, lawNumbers, type Laws } from './laws.ts'

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
      : { name, title, unit, law: lawTextOf(name, lawOf(own)), basis: 'scenario', source: 'stated by the scenario' }
  })
}

/** As in `lawText`; of a form of the model, its forms by name. */
export function lawTextOf(name: ParameterName, law: Law): string {
  const form = formNames.find((one) => one === name)
  return form === undefined ? lawText(law) : formLawText(form, law)
}

/** As in `triangular: low 3, mode 4, high 6`. */
function lawText(law: Law): string {
  const numbers = lawNumbers[law.law].map((name) => `${name} ${String(Reflect.get(law, name))}`)
  return `${law.law}: ${numbers.join(', ')}`
}
