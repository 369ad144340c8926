/** Options of the commands that hand blocks of a run to an engine, and how they are read. */
import { usageError } from '../../engine/run/errors.ts'
import { type EngineName, engineNames } from '../../studies/engines/engineNames.ts'
import type { OptionDefinition, OptionValues } from './command.ts'
import { gathered, oneOf, pathNamed, textList, textOption, wholeNumber } from './options.ts'

const engineOption: OptionDefinition = oneOf(
  '--engine <name>',
  `what computes the blocks: ${engineNames.join(', ')}`,
  engineNames,
)

export const redisOption: OptionDefinition = {
  flags: '--redis <url>',
  description:
    'where Redis is, for bullmq: redis:// or rediss://; better in the variable PLANTSHIFT_REDIS, which no list of processes shows',
  parse: (text) => text,
}

/** Where Redis is: by the option, or the variable that no list of processes shows. */
export function redisFrom(options: OptionValues): string | undefined {
  return textOption(options, 'redis') ?? process.env['PLANTSHIFT_REDIS']
}

/** How an engine is asked. */
export const engineOptions: readonly OptionDefinition[] = [
  engineOption,
  {
    flags: '--tasks <count>',
    description: 'tasks that a round is cut into (default: 100, on one machine one a processor)',
    parse: wholeNumber('--tasks', 1, 1000),
  },
  {
    flags: '--cpus <count>',
    description: 'processors of a task (default: 4, on one machine 1)',
    parse: wholeNumber('--cpus', 1, 1024),
  },
  {
    flags: '--time <limit>',
    description: 'time limit of a task on slurm, as in 04:00:00 (default: 01:00:00)',
    parse: timeLimit,
  },
  {
    flags: '--sbatch <option>',
    description: 'an option for sbatch as it stands, as in --sbatch=--account=econ; may be given several times',
    parse: sbatchOption,
  },
  redisOption,
  {
    flags: '--image <name>',
    description: 'the image for kubernetes, made from Containerfile (default: plantshift and its version)',
    parse: oneWord('--image'),
  },
  {
    flags: '--claim <name>',
    description: 'for kubernetes: the claim on the volume that pods and this machine share',
    parse: oneWord('--claim'),
  },
  {
    flags: '--within <path>',
    description: 'for kubernetes: the result folder within that volume (default: its name)',
    parse: oneWord('--within'),
  },
]

export const waitOption: OptionDefinition = {
  flags: '--wait',
  description: 'stay until all is computed, hand out again what is lost, and write the result',
}

export const storeOption: OptionDefinition = {
  flags: '--store <folder>',
  description: 'take in the blocks that workers without the shared disk have kept there; may be given several times',
  parse: (text, before) => gathered(pathNamed('--store')(text), before),
}

function oneWord(name: string): (text: string) => string {
  return (text) => {
    if (/^[\w./:@-]+$/.test(text)) return text
    throw usageError(`${name}: ${JSON.stringify(text)} is not allowed; give letters, digits and . / : @ _ -`)
  }
}

function timeLimit(text: string): string {
  if (/^(\d+-)?\d{1,2}:\d{2}:\d{2}$|^\d+$/.test(text)) return text
  throw usageError(`--time: ${JSON.stringify(text)} is not allowed; give hours, minutes and seconds, as in 04:00:00`)
}

function sbatchOption(text: string, before: unknown): readonly string[] {
  if (/^--?[\w-]+(=\S*)?$/.test(text)) return gathered(text, before)
  throw usageError(
    `--sbatch: ${JSON.stringify(text)} is not allowed; give one option in one word, as in --sbatch=--account=econ`,
  )
}

/** The engine that was asked for, if one was. */
export function engineNameFrom(options: OptionValues): EngineName | undefined {
  return engineNames.find((name) => name === textOption(options, 'engine'))
}

/** Folders that were named by `--store`. */
export function storesFrom(options: OptionValues): readonly string[] {
  return textList(options['store'])
}

/** Options for sbatch, as they were given. */
export function sbatchFrom(options: OptionValues): readonly string[] {
  return textList(options['sbatch'])
}

/** Words of a command line as they may be written down: of an address only where it is, never who asks. */
export function withoutSecrets(words: readonly string[]): readonly string[] {
  return words.map((word) => word.replace(/(rediss?:\/\/)[^/]*@/i, '$1***@'))
}
