/** What a command line says in place of a scenario's design. */
import type { DesignOptions } from '../../studies/plan/plans.ts'
import type { OptionValues } from './command.ts'
import { dataFrom, formsFrom, givenNumber, samplerFrom, settingsFrom } from './options.ts'

/** Seed, replicates and sampler, where they are given. */
export function designFrom(options: OptionValues): DesignOptions {
  return {
    seed: givenNumber(options, 'seed'),
    replicates: givenNumber(options, 'replicates'),
    sampler: samplerFrom(options),
    forms: formsFrom(options),
    set: settingsFrom(options),
    data: dataFrom(options),
  }
}
