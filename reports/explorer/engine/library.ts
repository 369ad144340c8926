/** The scenarios that the page knows, and those that a study is made of where somebody has chosen and changed some of them. */
import { errorOfKind } from '../../../engine/run/errors.ts'
import type { CheckContext } from '../../../scenarios/checks/context.ts'
import { uncertaintyFindings } from '../../../scenarios/checks/uncertainties.ts'
import { holdForms, settingsOf, settingsTaken } from '../../../scenarios/checks/settings.ts'
import type { LeverSettings } from '../../../scenarios/levers/lever.ts'
import { applyLevers, valueIn } from '../../../scenarios/levers/apply.ts'
import { levers } from '../../../scenarios/levers/table.ts'
import { nameWith, titleWith } from '../../../scenarios/levers/settings.ts'
import { noPositions } from '../../../scenarios/file/position.ts'
import { nameHint } from '../../../scenarios/file/nearest.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import type { Uncertainties } from '../../../scenarios/parameters/laws.ts'
import { narrowedLaw } from '../../../scenarios/parameters/narrow.ts'
import { lawOf } from '../../../scenarios/parameters/parameterLaws.ts'
import { statedTable } from '../../../scenarios/parameters/parameters.ts'
import { type Given, type PageData, type PageScenario, resolvedScenario } from '../data/pageData.ts'
import type { Listed, StudySettings } from './protocol.ts'

export interface Library extends Omit<PageData, 'scenarios'> {
  readonly scenarios: ReadonlyMap<string, PageScenario>
  /** Names of those that somebody gave the page. */
  readonly own: ReadonlySet<string>
  /** In the order of names; what the page was opened with comes first. */
  readonly listed: readonly Listed[]
}

/**
 * The library, with what a page is opened with; that takes the place of one of the same name.
 *
 * @param added what somebody gave the page since, the last first; it takes the place of all others of the same name
 */
export function libraryOf(
  { scenarios, ...data }: PageData,
  given: Given,
  added: readonly PageScenario[] = [],
): Library {
  const opened = given.kind === 'scenario' ? given.scenarios : []
  const own = [...added, ...opened.filter(({ name }) => !added.some((one) => one.name === name))]
  const names = new Set(own.map(({ name }) => name))
  const known = new Map([...own, ...scenarios.filter(({ name }) => !own.some((one) => one.name === name))].map(named))
  const listed = [...known.values()].map(({ name, title, question, baseline }) => ({
    name,
    title,
    question,
    baseline,
    isOwn: names.has(name),
  }))
  return { ...data, scenarios: known, own: names, listed }
}

function named(scenario: PageScenario): readonly [string, PageScenario] {
  return [scenario.name, scenario]
}

/** Two scenarios that can run side by side. */
export interface Pair {
  readonly baseline: ResolvedScenario
  readonly option: ResolvedScenario
  /** By id, what each lever stands at in the option without changes. */
  readonly stands: LeverSettings
  /** Baseline that the option has where nobody says otherwise. */
  readonly usualBaseline: string
  /** What a reader must know of how they are compared. */
  readonly notes: readonly string[]
}

/**
 * Baseline and option as they are chosen, with parameters held and forms in place of the scenarios' own. The baseline takes the
 * years and the forms of the option, as for the command line.
 *
 * @throws an error of kind `usage` for a name that is not known
 */
export function pairOf(library: Library, settings: StudySettings): Pair {
  const chosen = scenarioCalled(library, settings.option)
  const compared = scenarioCalled(library, settings.baseline)
  const forms = (scenario: PageScenario): ResolvedScenario =>
    holdForms(resolvedScenario(scenario, library.baseRegime), settings.forms)
  const laws = statedLaws(forms(chosen), settings)
  const plain = withLaws(forms(chosen), laws)
  const option = withLevers(plain, settings.levers)
  const stands = standsIn(plain, settings.levers)
  const isChanged = option.name !== chosen.name
  if (!isChanged && chosen.name === compared.name) return pairOfOne(option, chosen, stands)
  const baseline = withLaws(forms(compared), laws)
  const taken = settingsTaken(baseline, option)
  return {
    option,
    baseline: taken === '' ? baseline : withSettings(baseline, option),
    stands,
    usualBaseline: isChanged ? chosen.baselineOfChanges : chosen.baseline,
    notes: taken === '' ? [] : [`${baseline.name}, the baseline, is run with ${taken}.`],
  }
}

/** A scenario beside itself needs a second name. */
function pairOfOne(option: ResolvedScenario, { baseline }: PageScenario, stands: LeverSettings): Pair {
  const twin = { ...option, name: `${option.name} (option)` }
  return { option: twin, baseline: option, usualBaseline: baseline, stands, notes: [] }
}

function standsIn(scenario: ResolvedScenario, settings: LeverSettings): LeverSettings {
  return Object.fromEntries(
    levers.flatMap((lever) => {
      const value = valueIn(scenario, lever, settings)
      return value === undefined ? [] : [[lever.id, value]]
    }),
  )
}

/** @throws an error of kind `usage` for a name that is not known */
export function scenarioCalled({ scenarios }: Library, name: string): PageScenario {
  const found = scenarios.get(name)
  if (found === undefined) {
    throw errorOfKind('usage', `no scenario is called ${name}; ${nameHint(name, [...scenarios.keys()])}`)
  }
  return found
}

/** The scenario with its levers set, under a name and a title that say so, as the command line names it. */
function withLevers(scenario: ResolvedScenario, levers: LeverSettings): ResolvedScenario {
  if (Object.keys(levers).length === 0) return scenario
  const changed = applyLevers(scenario, levers)
  const title = titleWith(scenario.title, levers)
  return { ...changed, name: nameWith(scenario.name, levers), title, content: { ...changed.content, title } }
}

/**
 * What is stated of parameters in place of the scenario's own laws.
 *
 * @throws an error of kind `usage` with all that is wrong with it
 */
export function statedLaws({ content }: ResolvedScenario, { held, narrowed }: StatedParameters): Uncertainties {
  const cut = Object.fromEntries(
    statedTable.flatMap(({ name, law }) =>
      narrowed[name] === undefined
        ? []
        : [[name, narrowedLaw(name, lawOf(content.uncertainties?.[name] ?? law), narrowed[name])]],
    ),
  )
  const stated: Uncertainties = { ...cut, ...held }
  const { problems } = uncertaintyFindings({ ...content.uncertainties, ...stated }, noPlaces)
  if (problems.length > 0) throw errorOfKind('usage', problems.map(({ message }) => message).join('; '))
  return stated
}

type StatedParameters = Pick<StudySettings, 'held' | 'narrowed'>

const noPlaces: CheckContext = { file: '', positions: noPositions, chains: new Map() }

function withLaws(scenario: ResolvedScenario, stated: Uncertainties): ResolvedScenario {
  if (Object.keys(stated).length === 0) return scenario
  const uncertainties = { ...scenario.content.uncertainties, ...stated }
  return { ...scenario, content: { ...scenario.content, uncertainties } }
}

function withSettings(baseline: ResolvedScenario, option: ResolvedScenario): ResolvedScenario {
  const { from, to } = option
  return { ...baseline, from, to, content: { ...baseline.content, ...settingsOf(option) } }
}
