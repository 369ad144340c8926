/** The words of a command as a shell takes them. */
import type { Sampler } from '../../scenarios/parameters/sampling.ts'
import type { StatedForms } from '../../scenarios/parameters/forms.ts'
import { formWords } from './forms.ts'
import { nothingSet, settingWords, type Settings } from './settings.ts'
import type { RunPlanFile } from './runPlan.ts'
import { type OutcomeTarget, targetWords } from './targets.ts'

/** How lines that are to be pasted into a shell call the program: the same on every machine, wherever the package is. */
export const programCall = 'npx plantshift'

/** What a command line asks for beside its scenarios. */
export interface AskedWords {
  readonly sampler?: Sampler | undefined
  readonly targets?: readonly OutcomeTarget[]
  readonly forms?: StatedForms
  readonly settings?: Settings
  /** Data folder in place of the shipped one. */
  readonly data?: string | undefined
}

/** A command with the words that say what it is about. */
export function commandLine(
  command: string,
  words: readonly string[],
  baseline: string | undefined,
  { sampler, targets = [], forms = {}, settings = nothingSet, data }: AskedWords = {},
): string {
  const options = [
    ...(baseline === undefined ? [] : ['--baseline', baseline]),
    ...dataWords(data),
    ...samplerWords(sampler),
    ...targetWords(targets),
    ...formWords(forms),
    ...settingWords(settings),
  ]
  return [command, ...[...words, ...options].map((word) => shellWord(word))].join(' ')
}

/**
 * The line that computes the same numbers again.
 *
 * @param program how the program is called
 * @param replicates undefined where the precision that is asked for decides how many there are
 */
export function reproduceLine(
  program: string,
  { command, seed }: Pick<RunPlanFile, 'command' | 'seed'>,
  replicates: number | undefined,
): string {
  const count = replicates === undefined ? [] : [`--replicates ${replicates}`]
  return [program, command, ...count, `--seed ${seed}`].join(' ')
}

/** The option that asks for a sampler other than the scenario's. */
function samplerWords(sampler: Sampler | undefined): readonly string[] {
  return sampler === undefined ? [] : ['--sampler', sampler]
}

/** The options that ask about a condition in a year. */
export function whenWords(when: string, year: number): readonly string[] {
  return ['--when', shellWord(when), '--year', String(year)]
}

/** The option that names a data folder in place of the shipped one. */
export function dataWords(data: string | undefined): readonly string[] {
  return data === undefined ? [] : ['--data', data]
}

/** A word as a shell takes it back: in quotes where it has to be. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
