/** Forms of the model that a command fixes, as in `--form demand=nestedLogit`, in place of what its scenarios say. */
import { usageError } from '../../engine/run/errors.ts'
import { closureForms, demandForms } from '../../engine/model/inputs/policy.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import type { StatedForms } from '../../scenarios/parameters/forms.ts'

const forms = { demand: demandForms, closure: closureForms } as const
const example = 'as in --form demand=nestedLogit or --form closure=off'

/** @throws an error of kind `usage` that says how a form is written, or gives the nearest one */
export function readForms(texts: readonly string[] = []): StatedForms {
  return texts.reduce<StatedForms>((found, text) => ({ ...found, ...readForm(text) }), {})
}

function readForm(text: string): StatedForms {
  const [key, form, ...more] = text.split('=').map((part) => part.trim())
  if (form === undefined || more.length > 0)
    throw usageError(`--form: ${JSON.stringify(text)} is not allowed; write it ${example}`)
  if (key === 'demand') return { demand: named(key, form, forms.demand) }
  if (key === 'closure') return { closure: named(key, form, forms.closure) }
  throw usageError(
    `--form: the model has no choice called ${JSON.stringify(key)}; ${nameHint(key, Object.keys(forms))}, ${example}`,
  )
}

function named<Form extends string>(key: string, text: string, allowed: readonly Form[]): Form {
  const found = allowed.find((form) => form === text)
  if (found !== undefined) return found
  throw usageError(`--form: ${key} cannot be ${JSON.stringify(text)}; ${nameHint(text, allowed)}`)
}

/** The words of a command line that ask for the forms. */
export function formWords({ demand, closure }: StatedForms): readonly string[] {
  return [...wordsOf('demand', demand), ...wordsOf('closure', closure)]
}

function wordsOf(key: string, form: unknown): readonly string[] {
  return typeof form === 'string' ? ['--form', `${key}=${form}`] : []
}
