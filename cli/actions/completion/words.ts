/**
 * What may be typed where, as plain data: from the definitions of commands, and from the names of arguments in them, as in
 * `--baseline <scenario>`. Scripts for shells are made from it.
 */
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { closureForms, demandForms } from '../../../engine/model/inputs/policy.ts'
import { formats } from '../../../reports/write/fileFormat.ts'
import { listLibrary } from '../../../scenarios/join/listing.ts'
import type { Lever } from '../../../scenarios/levers/lever.ts'
import { levers } from '../../../scenarios/levers/table.ts'
import { statedTable } from '../../../scenarios/parameters/parameters.ts'
import { factorKinds } from '../../../scenarios/parameters/sensitivityFactors.ts'
import { sensitivityMethods } from '../../../studies/plan/sensitivityMethods.ts'
import type { CommandDefinition, OptionDefinition } from '../../console/command.ts'

/** A word that is offered, and what it is. */
export type Word = readonly [word: string, description: string]

/** Words and paths that may stand in one kind of place. */
export interface Kind {
  /** For names in the script, as in `scenario`. */
  readonly name: string
  readonly words: readonly Word[]
  readonly paths: 'none' | 'files' | 'folders'
}

export interface CompletedOption {
  /** As in `--baseline`. */
  readonly flag: string
  readonly description: string
  /** Undefined where no value follows. */
  readonly value: Kind | undefined
}

export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  /** In their order. */
  readonly arguments: readonly Kind[]
  /** Whether the last of them may be given several times. */
  readonly isOpen: boolean
  readonly options: readonly CompletedOption[]
}

/** Commands with what may follow them, and every kind of place that they name, once. */
export interface Completed {
  readonly commands: readonly CompletedCommand[]
  readonly kinds: readonly Kind[]
}

/** What may be typed after `plantshift`. */
export function completed(definitions: readonly CommandDefinition[]): Completed {
  const known = new Map(usualKinds().flatMap((kind) => kind.called.map((name) => [name, kind] as const)))
  const commands = definitions.map((definition) => completedCommand(definition, known))
  const used = commands.flatMap((command) => [
    ...command.arguments,
    ...command.options.flatMap(({ value }) => (value === undefined ? [] : [value])),
  ])
  return { commands, kinds: [...new Map(used.map((kind) => [kind.name, kind])).values()] }
}

type Known = ReadonlyMap<string, Kind>

const help: CompletedOption = { flag: '--help', description: 'say what the command does', value: undefined }

function completedCommand({ usage, summary, choices, options }: CommandDefinition, known: Known): CompletedCommand {
  const [name, ...places] = usage.split(' ')
  return {
    name,
    summary,
    arguments: places.map((place) => {
      const called = place.replaceAll(/[^\w-]/g, '')
      const words = choices?.[called]
      return words === undefined ? (known.get(called) ?? nothing) : fewWords(`${name}_${called}`, words)
    }),
    isOpen: /\.\.\.[>\]]$/.test(usage),
    options: [...options.map((option) => completedOption(option, known)), help],
  }
}

function completedOption({ flags, description, choices }: OptionDefinition, known: Known): CompletedOption {
  const [flag, place] = flags.split(' ')
  const called = place?.replace(/^[<[]|[>\]]$/g, '')
  if (called === undefined) return { flag, description, value: undefined }
  const value = choices === undefined ? (known.get(called) ?? nothing) : fewWords(flag.slice(2), choices)
  return { flag, description, value }
}

/** Of figures, texts and names that only a result knows. */
const nothing: Kind = { name: 'nothing', words: [], paths: 'none' }

function fewWords(name: string, words: readonly string[]): Kind {
  return { name: name.replaceAll('-', '_'), words: words.map((word) => [word, '']), paths: 'none' }
}

/** Kinds of places, with the names that commands give them. */
function usualKinds(): readonly (Kind & { readonly called: readonly string[] })[] {
  const scenarios = listLibrary().map(({ name, title }): Word => [name, title])
  const outcomes = outcomeDefinitions.map(({ id, unit }): Word => [id, unit])
  const forms = { demand: demandForms, closure: closureForms }
  return [
    { name: 'scenario', called: ['scenario', 'scenarios'], words: scenarios, paths: 'files' },
    { name: 'place', called: ['scenario-or-folder'], words: scenarios, paths: 'files' },
    { name: 'file', called: ['file', 'sweep'], words: [], paths: 'files' },
    { name: 'checked', called: ['files'], words: scenarios, paths: 'files' },
    { name: 'folder', called: ['folder'], words: [], paths: 'folders' },
    { name: 'outcome', called: ['id[@year]', 'ids'], words: outcomes, paths: 'none' },
    {
      name: 'setting',
      called: ['key=value'],
      words: [...levers.flatMap(leverWords), ...parameterWords()],
      paths: 'none',
    },
    {
      name: 'parameter',
      called: ['names'],
      words: statedTable.map(({ name, title }): Word => [name, title]),
      paths: 'none',
    },
    {
      name: 'form',
      called: ['choice'],
      words: Object.entries(forms).flatMap(([key, names]) => names.map((name): Word => [`${key}=${name}`, ''])),
      paths: 'none',
    },
    { ...fewWords('method', sensitivityMethods), called: ['method'] },
    { ...fewWords('format', formats), called: ['format'] },
    { ...fewWords('factors', factorKinds), called: ['kind'] },
  ]
}

/** Of a lever of few values each of them, of one of numbers what comes before the number. */
function leverWords({ id, title, values }: Lever): readonly Word[] {
  if (values.kind === 'number') return [[`${id}=`, title]]
  const settings = values.kind === 'switch' ? ['true', 'false'] : values.choices.map(({ value }) => value)
  return settings.map((setting) => [`${id}=${setting}`, title])
}

function parameterWords(): readonly Word[] {
  return statedTable.map(({ name, title }) => [`${name}=`, title])
}
