/** Options that several commands share, and how their texts are read. */
import { usageError } from '../../engine/run/errors.ts'
import { defaultSeed, defaultReplicates } from '../../studies/plan/defaults.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { samplers, type Sampler } from '../../scenarios/parameters/sampling.ts'
import { type View, views } from '../../reports/data/view.ts'
import type { OptionDefinition, OptionValues } from './command.ts'

/** Reads a whole number of at least `least`. */
export function wholeNumber(
  name: string,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN
    if (value >= least && value <= most) return value
    const isOpen = most === Number.MAX_SAFE_INTEGER && !(value > most)
    const range = isOpen ? `${least} or more` : `from ${least} to ${most}`
    throw usageError(`${name}: ${JSON.stringify(text)} is not allowed; give a whole number, ${range}`)
  }
}

/** Reads a path; an empty one, as of a shell's variable that was never set, would be the folder in which the user stands. */
export function pathNamed(name: string): (text: string) => string {
  return (text) => {
    if (text !== '') return text
    throw usageError(`${name}: is empty; give a path, or leave ${name} out`)
  }
}

export const seedOption: OptionDefinition = {
  flags: '--seed <integer>',
  description: `seed of all draws (default: the scenario's, else ${defaultSeed})`,
  parse: wholeNumber('--seed', 0),
}
export const replicatesOption: OptionDefinition = {
  flags: '--replicates <count>',
  description: `number of replicates, in place of the scenario's number or precision (default: the scenario's, else ${defaultReplicates})`,
  parse: wholeNumber('--replicates', 1, 10_000_000),
}
/** An option that is one of a few words, whatever its capitals. */
export function oneOf(flags: string, description: string, choices: readonly string[]): OptionDefinition {
  const [name] = flags.split(' ')
  return {
    flags,
    description,
    choices,
    parse: (text) => {
      const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase())
      if (found !== undefined) return found
      // Names of two letters are all alike.
      const hint = text.length > 2 ? nameHint(text, choices, 'give one of') : `give one of ${choices.join(', ')}`
      throw usageError(`${name}: ${JSON.stringify(text)} is not allowed; ${hint}`)
    },
  }
}

export const samplerOption: OptionDefinition = oneOf(
  '--sampler <name>',
  `how parameters are drawn: ${samplers.join(', ')} (default: the scenario's)`,
  samplers,
)
export const workersOption: OptionDefinition = {
  flags: '--workers <count>',
  description: 'threads; changes nothing but time (default: all processors)',
  parse: wholeNumber('--workers', 1, 1024),
}
const outOption: OptionDefinition = {
  flags: '--out <folder>',
  description: 'folder for the results (default: out/ and the name of the run, or beside it where that holds a result)',
  parse: pathNamed('--out'),
}
export const forceOption: OptionDefinition = {
  flags: '--force',
  description: 'replace an earlier result of plantshift in that folder, and nothing else',
}
export const breakLockOption: OptionDefinition = {
  flags: '--break-lock',
  description: 'go on although a process of another machine has locked the folder, when you know that it is gone',
}
export const rawCsvOption: OptionDefinition = {
  flags: '--raw-csv',
  description: 'write texts into CSV files as they are, also those that a spreadsheet would take for formulas',
}
export const partialOption: OptionDefinition = {
  flags: '--partial',
  description: 'take the replicates that are there where some are missing; what is made of them then says so',
}
export const informationOption: OptionDefinition = {
  flags: '--information',
  description:
    'what knowing each group of parameters is worth, for every outcome that options are judged by; takes longer',
}
export const dataOption: OptionDefinition = {
  flags: '--data <folder>',
  description: 'folder of data in place of the shipped ones, as plantshift data copy makes it',
  parse: pathNamed('--data'),
}
/** For commands that read a result: where it was made with data of its own, its plan says so. */
export const movedDataOption: OptionDefinition = {
  ...dataOption,
  description: 'where the data folder of this result is now, when it is no longer where it was',
}
export const viewOption: OptionDefinition = oneOf(
  '--view <country>',
  'tell the report from the side of US, CA or MX: its outcomes first, and options judged by them',
  views,
)

export const targetOption: OptionDefinition = {
  flags: '--target <target>',
  description:
    'what an outcome is to keep to, in quotes: "assemblyJobs.US >= 100000", or "output.MX@2030 >= baseline - 5000"; the report ' +
    'gives the chance that it is missed; may be given several times',
  parse: gathered,
}

export const formOption: OptionDefinition = {
  flags: '--form <choice>',
  description:
    'a form of the model for all replicates, as in demand=nestedLogit or closure=off, in place of what scenarios draw; may be given ' +
    'several times',
  parse: gathered,
}

export const setOption: OptionDefinition = {
  flags: '--set <key=value>',
  description:
    'a lever of the scenario, as in us-tariff-mexico=0.1, or a parameter to hold, as in nestingSigma=0.6, in place of what it says; may ' +
    'be given several times (plantshift list levers)',
  parse: gathered,
}

/** Adds what was given of an option that may be given several times to what was given of it before. */
export function gathered(text: string, before: unknown): readonly string[] {
  return [...textList(before), text]
}

/** Texts of an option that may be given several times; none where it was not given. */
export function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The targets that were asked for, as they were written. */
export function targetsFrom(options: OptionValues): readonly string[] {
  return textList(options['target'])
}

/** The forms of the model that were asked for, as they were written. */
export function formsFrom(options: OptionValues): readonly string[] {
  return textList(options['form'])
}

/** What was asked to be set, as it was written. */
export function settingsFrom(options: OptionValues): readonly string[] {
  return textList(options['set'])
}

/** The country that was asked for, if one was. */
export function viewFrom(options: OptionValues): View | undefined {
  return views.find((view) => view === options['view'])
}

export const openOption: OptionDefinition = {
  flags: '--open',
  description: 'open report.html in the usual browser when it is written',
}
export const jsonOption: OptionDefinition = { flags: '--json', description: 'print JSON instead of text' }
export const fullOption: OptionDefinition = {
  flags: '--full',
  description: 'print every table of several options, in place of one screen',
}
export const quietOption: OptionDefinition = {
  flags: '--quiet',
  description: 'no progress and no messages, results only',
}
export const baselineOption: OptionDefinition = {
  flags: '--baseline <scenario>',
  description: 'scenario to compare with',
}

/** An option that takes any number, as in `--below 0.5`. */
export function figureOption(name: string, description: string): OptionDefinition {
  return {
    flags: `--${name} <figure>`,
    description,
    parse: (text) => {
      const value = text.trim() === '' ? NaN : Number(text)
      if (Number.isFinite(value)) return value
      throw usageError(`--${name}: ${JSON.stringify(text)} is not a number; write it as in 0.5, -120000 or 1e6`)
    },
  }
}

/** Options of the commands that run replicates and write a result folder, in the order of their help. */
export const studyOptions: readonly OptionDefinition[] = [
  baselineOption,
  replicatesOption,
  seedOption,
  samplerOption,
  formOption,
  setOption,
  dataOption,
  workersOption,
  outOption,
  forceOption,
  breakLockOption,
  rawCsvOption,
  viewOption,
  targetOption,
  jsonOption,
  quietOption,
]

/** The number that was given, if one was. */
export function givenNumber(options: OptionValues, name: string): number | undefined {
  const value = options[name]
  return typeof value === 'number' ? value : undefined
}

/** The text given for an option, if any. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** The data folder that was given, if one was. */
export function dataFrom(options: OptionValues): string | undefined {
  return textOption(options, 'data')
}

/** The sampler that was asked for in place of the scenario's. */
export function samplerFrom(options: OptionValues): Sampler | undefined {
  return samplers.find((name) => name === options['sampler'])
}

/** Whether a flag was given. */
export function flagOption(options: OptionValues, name: string): boolean {
  return options[name] === true
}
