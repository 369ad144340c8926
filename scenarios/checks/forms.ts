/** Chances of forms of the model that a scenario writes itself: that they are chances, and add up to 1. */
import { closureForms, demandForms } from '../../engine/model/inputs/policy.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { chancesOf, type FormChoice } from '../parameters/forms.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Chances are written in decimals. */
const roundingError = 1e-9

/** What is wrong with the chances of `demand` and `closure`. */
export function formProblems({ demand, closure }: ScenarioFile, context: CheckContext): readonly Problem[] {
  return [
    ...chanceProblems('demand', demandForms, demand, context),
    ...chanceProblems('closure', closureForms, closure, context),
  ]
}

function chanceProblems<Form extends string>(
  key: string,
  forms: readonly Form[],
  choice: FormChoice<Form> | null | undefined,
  context: CheckContext,
): readonly Problem[] {
  if (choice === null || choice === undefined || typeof choice === 'string') return []
  const sum = chancesOf(forms, choice).reduce((total, chance) => total + chance, 0)
  if (Math.abs(sum - 1) <= roundingError) return []
  const given = String(Number(sum.toPrecision(12)))
  const message = `the chances of the forms add up to ${given}; they must add up to 1`
  return [problemAt(context, [key], { message, given, allowed: '1' })]
}
