/**
 * Forms of the model of which nobody knows the right one, drawn once a replicate like parameters: the system of demand, and whether
 * wages and exchange rates answer. A scenario chooses one by its name, or several by their chances. Section 14 of docs/model.md.
 */
import {
  type ClosureForm,
  closureForms,
  type DemandKind,
  demandForms,
  type Drawn,
} from '../../engine/model/inputs/policy.ts'
import { lawKinds, type ParameterLaws } from '../../engine/model/draws/parameterLaws.ts'
import { type FormName, parameterIndex } from '../../engine/model/draws/parameters.ts'
import type { Law, Laws, NumberLaw, Uncertainties } from './laws.ts'
import { parameter } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

/** The chance of each form, as in `{ law: choice, on: 0.5, off: 0.5 }`; forms that are left out have none. */
export type FormLaw<Form extends string> = {
  readonly law: 'choice'
  readonly source?: string | undefined
} & { readonly [name in Form]?: number | undefined }

/** Of chances that are added up. */
const roundingError = 1e-9

/** One form, or several with their chances. */
export type FormChoice<Form extends string> = Form | FormLaw<Form>

/** What a scenario says of forms. */
export interface StatedForms {
  readonly demand?: FormChoice<DemandKind> | null | undefined
  readonly closure?: FormChoice<ClosureForm> | null | undefined
}

/** Forms where a scenario says nothing. */
export const usualForms: { readonly demand: FormChoice<DemandKind>; readonly closure: FormChoice<ClosureForm> } = {
  demand: 'incomeGroups',
  closure: { law: 'choice', on: 0.5, off: 0.5 },
}

/** The choices there are, by the key of a scenario, with what each form is called in a sentence. */
export const formTexts: {
  readonly demand: Readonly<Record<DemandKind, string>>
  readonly closure: Readonly<Record<ClosureForm, string>>
} = {
  demand: {
    incomeGroups: 'demand of buyers who differ by income',
    nestedLogit: 'nested logit demand of buyers who are all alike',
    ces: 'demand of constant elasticity of substitution',
  },
  closure: {
    off: 'wages and exchange rates that do not answer',
    wages: 'wages that answer, and exchange rates that do not',
    exchangeRates: 'exchange rates that answer, and wages that do not',
    on: 'wages and exchange rates that answer',
  },
}

/** [form] chances of a choice, in the order of the forms. */
export function chancesOf<Form extends string>(forms: readonly Form[], choice: FormChoice<Form>): readonly number[] {
  if (typeof choice === 'string') return forms.map((form) => Number(choice === form))
  const given = new Map<string, unknown>(Object.entries(choice))
  return forms.map((form) => Number(given.get(form) ?? 0))
}

/** As in `incomeGroups`, or `on 50%, off 50%`. */
export function choiceText<Form extends string>(forms: readonly Form[], choice: FormChoice<Form>): string {
  const held = heldForm(forms, choice)
  return held === 'drawn' ? chancesText(forms, chancesOf(forms, choice)) : held
}

function percent(chance: number): string {
  return `${Number((chance * 100).toFixed(1))}%`
}

function chancesText(forms: readonly string[], chances: readonly number[]): string {
  return forms.flatMap((form, n) => (chances[n] > roundingError ? [`${form} ${percent(chances[n])}`] : [])).join(', ')
}

/** The form that all replicates have; `drawn` where a choice leaves several. */
export function heldForm<Form extends string>(forms: readonly Form[], choice: FormChoice<Form>): Form | Drawn {
  if (typeof choice === 'string') return choice
  const possible = forms.filter((_, n) => chancesOf(forms, choice)[n] > 0)
  return possible.length === 1 ? possible[0] : 'drawn'
}

/** The law of the number of a form; a form that all replicates have is a constant. */
function formLaw<Form extends string>(forms: readonly Form[], choice: FormChoice<Form>): NumberLaw {
  const chances = chancesOf(forms, choice)
  const held = heldForm(forms, choice)
  if (held !== 'drawn') return { law: 'constant', value: forms.indexOf(held) }
  const [first, second, third = 0] = chances
  return { law: 'choice', first, second, third }
}

/** Laws of everything that a replicate draws: of what a scenario states of parameters, and of its forms. */
export function withForms(uncertainties: Uncertainties | null | undefined, { demand, closure }: StatedForms): Laws {
  return {
    ...uncertainties,
    demandForm: formLaw(demandForms, demand ?? usualForms.demand),
    closureForm: formLaw(closureForms, closure ?? usualForms.closure),
  }
}

const judged = 'the authors’ judgement of how far each form is to be believed; no data decide'

/** Forms that a law can give, with their chances, in words: `on 50%, off 50%`. */
export function formLawText(name: FormName, law: Law): string {
  const forms: readonly string[] = name === 'demandForm' ? demandForms : closureForms
  if (law.law === 'constant') return forms[law.value]
  if (law.law !== 'choice') throw new TypeError(`${name} has a law of numbers: ${law.law}`)
  return `choice: ${chancesText(forms, chancesUnder(law.first, law.second, law.third))}`
}

/** [number of a form] its chance under a choice: the last has what the others leave. */
function chancesUnder(first: number, second: number, third: number): readonly number[] {
  return [first, second, third, 1 - first - second - third]
}

/** A form that replicates can have under the laws of a run. */
export interface FormChance {
  readonly choice: FormName
  readonly form: string
  /** What it is called in a sentence. */
  readonly text: string
  /** By which draws know it. */
  readonly number: number
  /** 1 where all replicates have it. */
  readonly chance: number
}

/** The forms that replicates can have, in the order of their choices and numbers. */
export function formChances(laws: ParameterLaws): readonly FormChance[] {
  return [
    ...formsUnder(laws, 'demandForm', demandForms, formTexts.demand),
    ...formsUnder(laws, 'closureForm', closureForms, formTexts.closure),
  ]
}

function formsUnder<Form extends string>(
  laws: ParameterLaws,
  choice: FormName,
  forms: readonly Form[],
  texts: Readonly<Record<Form, string>>,
): readonly FormChance[] {
  const p = parameterIndex(choice)
  const held = lawKinds[laws.kinds[p]] === 'constant' ? laws.a[p] : undefined
  const chances = chancesUnder(laws.a[p], laws.b[p], laws.c[p])
  return forms.flatMap((form, number) => {
    const chance = held === undefined ? chances[number] : Number(held === number)
    return chance > roundingError ? [{ choice, form, text: texts[form], number, chance }] : []
  })
}

export const formParameters: GroupTable<'form of the model'> = {
  demandForm: parameter(
    `System of demand, by number from 0: ${demandForms.join(', ')}`,
    'number of a form',
    formLaw(demandForms, usualForms.demand),
    { range: [0, demandForms.length - 1], warning: [0, demandForms.length - 1] },
    'judgement',
    judged,
  ),
  closureForm: parameter(
    `What answers to policy, by number from 0: ${closureForms.join(', ')}`,
    'number of a form',
    formLaw(closureForms, usualForms.closure),
    { range: [0, closureForms.length - 1], warning: [0, closureForms.length - 1] },
    'judgement',
    judged,
  ),
}
