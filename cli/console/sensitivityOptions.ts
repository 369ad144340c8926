/** Options that say what a sensitivity analysis is asked, and how they are read. */
import { factorKinds } from '../../scenarios/parameters/sensitivityFactors.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { sensitivityMethods } from '../../studies/plan/sensitivityMethods.ts'
import type { CommonOptions } from '../../studies/sensitivity/sensitivity.ts'
import type { OptionValues } from './command.ts'
import { dataFrom, flagOption, formsFrom, givenNumber, settingsFrom, textOption } from './options.ts'
import { askedOutcomes } from './outcome.ts'

/** What is asked of a sensitivity analysis: a condition, or one outcome or several in the same runs. */
type SensitivityQuestion =
  | { readonly when: string; readonly year: number | undefined }
  | { readonly outcomes: readonly { readonly outcome: string; readonly year: number | undefined }[] }

/** What a command line asks about. @throws as `askedOutcomes` */
export function sensitivityQuestion(options: OptionValues): SensitivityQuestion {
  const figures = askedOutcomes(options)
  const [{ when, year }] = figures
  if (when !== undefined) return { when, year }
  return { outcomes: figures.map((figure) => ({ outcome: figure.outcome ?? '', year: figure.year })) }
}

/** What a command line asks of a sensitivity analysis, beside the outcomes. */
export function sensitivityFrom(options: OptionValues): CommonOptions {
  const [method, factors] = [textOption(options, 'method'), textOption(options, 'factors')]
  return {
    method: method === undefined ? undefined : oneOf('--method', method, sensitivityMethods),
    factors: factors === undefined ? undefined : oneOf('--factors', factors, factorKinds),
    pairs: flagOption(options, 'pairs'),
    against: textOption(options, 'against'),
    replicates: givenNumber(options, 'replicates'),
    seed: givenNumber(options, 'seed'),
    forms: formsFrom(options),
    set: settingsFrom(options),
    data: dataFrom(options),
  }
}
