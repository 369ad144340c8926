/** What is chosen as scenario files, such that `plantshift run` of the last of them gives the numbers of the page. */
import { type AskedWords, reproduceLine, commandLine, programCall } from '../../../studies/plan/commandLine.ts'
import { seedOf } from '../../../studies/plan/defaults.ts'
import type { ScenarioFile } from '../../../scenarios/file/scenario.ts'
import type { PlainScenario } from '../files/messages.ts'
import { type Library, type Pair, pairOf, scenarioCalled, statedLaws } from './library.ts'
import type { StudySettings } from './protocol.ts'
import { resolvedScenario } from '../data/pageData.ts'

/** Files that belong together, and the line that runs them from their folder. */
export interface ScenarioFiles {
  readonly scenarios: readonly PlainScenario[]
  readonly command: string
}

/**
 * One file that extends the option where that is one of the library; else whole ones, of the option, and of the baseline where that
 * is none of the library either.
 */
export function scenarioFiles(library: Library, settings: StudySettings): ScenarioFiles {
  const { option, baseline } = pairOf(library, settings)
  const seed = seedOf(settings.seed, option.content.design?.seed)
  const name = fileName(option.name)
  const own = library.own.has(settings.baseline) && settings.baseline !== settings.option
  const compared = own ? `${fileName(baseline.name)}.yaml` : settings.baseline
  const file = `${name}.yaml`
  const command = reproduceLine(
    programCall,
    { command: commandLine('run', [file], undefined), seed },
    settings.replicates,
  )
  const comment = [`Written by the explorer of Plantshift ${library.version}. The same numbers:`, command]
  const { until: _, min: __, max: ___, batch: ____, ...drawn } = option.content.design ?? {}
  const design = { ...drawn, seed, replicates: settings.replicates }
  const change = library.own.has(settings.option) ? option.content : changeOf(library, settings)
  const content: ScenarioFile = { ...change, baseline: compared, design }
  const besides = own
    ? [{ name: fileName(baseline.name), comment: [`What ${file} is compared with.`], content: baseline.content }]
    : []
  return { scenarios: [...besides, { name, comment, content }], command }
}

/** How a command asks for what is chosen. */
interface Asked {
  /** Name or file of the option. */
  readonly word: string
  /** Of the baseline where it must be said. */
  readonly compared: string | undefined
  readonly words: AskedWords
}

/** A law that is cut has no words of its own: a file says it, which the page hands out, and then all else too. */
export function askedOf(library: Library, { option, baseline, usualBaseline }: Pair, settings: StudySettings): Asked {
  if (Object.keys(settings.narrowed).length > 0) {
    return { word: `${fileName(option.name)}.yaml`, compared: undefined, words: {} }
  }
  const word = (name: string): string => (library.own.has(name) ? `${fileName(name)}.yaml` : name)
  return {
    word: word(settings.option),
    compared: baseline.name === usualBaseline ? undefined : word(settings.baseline),
    words: { forms: settings.forms, settings: { levers: settings.levers, parameters: settings.held } },
  }
}

/** A name as a file can have it on any system. */
function fileName(name: string): string {
  return name.replaceAll(/[^\w.+=-]/g, '-')
}

/** What the file says beside what it extends. */
function changeOf(library: Library, settings: StudySettings): ScenarioFile {
  const { option } = pairOf(library, settings)
  const { title, question, content } = option
  const chosen = resolvedScenario(scenarioCalled(library, settings.option), library.baseRegime)
  const stated = statedLaws(chosen, settings)
  const { note, sources, report } = content
  return {
    title,
    question,
    ...(note === undefined ? {} : { note }),
    ...(sources === undefined ? {} : { sources }),
    ...(report === undefined ? {} : { report }),
    extends: settings.option,
    ...(Object.keys(settings.levers).length === 0 ? {} : { set: settings.levers }),
    ...(Object.keys(stated).length === 0 ? {} : { uncertainties: stated }),
    ...settings.forms,
  }
}
