/** Which scenarios a study runs side by side, and which of them `--set` changes by levers. */
import { noPositions } from '../../scenarios/file/position.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import { nameWith, settingsText, titleWith } from '../../scenarios/levers/settings.ts'
import { baselineFor, loadScenario, loadScenarioOver, type LoadOptions } from '../../scenarios/load.ts'
import { hasLevers, holdsParameters, saidBy, type Settings } from './settings.ts'

/** `explain` lays a second scenario beside the first, and nothing is compared with a baseline. */
export type StudyCommand = 'run' | 'compare' | 'explain'

/** A scenario by name or path, as it is or with levers set. */
export interface Chosen {
  readonly word: string
  readonly isChanged: boolean
}

export interface ChosenScenarios {
  readonly all: readonly Chosen[]
  /** Position of the baseline. */
  readonly baseline: number
  /** Position of what is asked about. */
  readonly subject: number
}

/**
 * Levers change what is asked about: the scenario of a run or of `explain`, and of a comparison every scenario but the baseline. What
 * they are set in is itself the baseline of a run where it says that it is one for what changes it.
 *
 * @param words names or paths
 * @param baseline asked for; else what a run's scenario names or changes, and the first scenario of a comparison
 */
export function chosenScenarios(
  command: StudyCommand,
  words: readonly string[],
  baseline: string | undefined,
  settings: Settings,
  known: LoadOptions['known'],
): ChosenScenarios {
  const sets = hasLevers(settings)
  const usual = command === 'run' ? baselineFor(words[0], sets ? 'changes' : 'itself', { known }) : words[0]
  const compared: Chosen = { word: baseline ?? usual, isChanged: sets && command === 'explain' }
  const asked = words.map((word, n): Chosen => {
    const isBaseline = command === 'compare' && word === compared.word && words.length > 1
    return { word, isChanged: sets && (command === 'explain' ? n === 0 : !isBaseline) }
  })
  const all = once(command === 'run' ? [compared, ...asked] : [...asked, compared])
  return { all, baseline: positionOf(compared, all), subject: positionOf(asked[0], all) }
}

function once(chosen: readonly Chosen[]): readonly Chosen[] {
  return chosen.filter((one, n) => positionOf(one, chosen) === n)
}

function positionOf({ word, isChanged }: Chosen, all: readonly Chosen[]): number {
  return all.findIndex((one) => one.word === word && one.isChanged === isChanged)
}

/** The scenario with what is set, under a name and a title that say so where levers are. @throws as `loadScenario` */
export function loadChosen({ word, isChanged }: Chosen, settings: Settings, options: LoadOptions): ResolvedScenario {
  const plain = loadScenario(word, options)
  if (plain.kind === 'replication' || (!isChanged && !holdsParameters(settings))) return plain
  const { title, question, note, sources, report } = plain.content
  const texts = { title: plain.title, question, note, sources, report }
  const value = {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(isChanged ? { title: titleWith(title ?? plain.name, settings.levers) } : {}),
    ...saidBy(settings, isChanged),
  }
  const name = isChanged ? nameWith(plain.name, settings.levers) : plain.name
  const loaded = loadScenarioOver(name, [word], { file: '--set', value, positions: noPositions }, options)
  return { ...loaded, warnings: [...plain.warnings, ...loaded.warnings] }
}

/** What a reader must know of what was set. */
export function settingNotes(
  all: readonly ResolvedScenario[],
  { all: chosen }: ChosenScenarios,
  settings: Settings,
): readonly string[] {
  const changed = chosen.flatMap(({ word, isChanged }, n) =>
    isChanged ? [`${all[n].name} is ${word} changed by levers`] : [],
  )
  const held = Object.entries(settings.parameters).map(([name, value]) => `${name} at ${value}`)
  return [
    ...changed.map((what) => `${what}: ${settingsText(settings.levers)}.`),
    ...(held.length === 0 ? [] : [`Held in all scenarios, and not drawn: ${held.join(', ')}.`]),
  ]
}
