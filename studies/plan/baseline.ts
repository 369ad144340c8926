/**
 * What the scenarios of a study are compared with: the scenario that somebody asks for, else the one that they name
 * themselves; over the years and with the demand of the scenarios, so that the difference is one of policy. What a reader
 * must know of that choice comes as notes.
 */
import { settingProblems, settingsOf, settingsTaken } from '../../scenarios/checks/settings.ts'
import { scenarioError } from '../../scenarios/file/problem.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { writeYaml } from '../../scenarios/file/yaml.ts'
import { locateScenario } from '../../scenarios/join/files.ts'
import { baselineFor, loadScenario, loadScenarioText, type LoadOptions } from '../../scenarios/load.ts'
import type { LoadedSweep } from '../../scenarios/sweep/loadSweep.ts'
import type { ChosenScenarios } from './choose.ts'
import { listText } from './listText.ts'
import { besideChange, type BesideChange } from './measures.ts'

/** Scenarios that can run side by side, and what a reader must know of how they are compared. */
export interface Comparable {
  readonly resolved: readonly ResolvedScenario[]
  readonly notes: readonly string[]
}

/**
 * Gives the baseline the horizon and the demand of the scenarios that are compared with it.
 *
 * @param chosen their names or paths, in the order of the scenarios, and which is the baseline
 * @param loading how the scenarios were loaded
 * @throws an error of kind `scenario` where the scenarios differ in these among themselves, or the baseline cannot take them
 */
export function makeComparable(
  scenarios: readonly ResolvedScenario[],
  { all, baseline }: Pick<ChosenScenarios, 'all' | 'baseline'>,
  loading: LoadOptions,
): Comparable {
  const options = scenarios.filter((_, s) => s !== baseline)
  if (options.length === 0) return { resolved: scenarios, notes: [] }
  const problems = settingProblems(options)
  if (problems.length > 0) throw scenarioError(problems)
  const taken = takeSettings(scenarios[baseline], options[0], loading)
  const resolved = scenarios.map((scenario, s) => (s === baseline ? taken.scenario : scenario))
  const compared = resolved.flatMap((scenario, s): readonly Option[] => {
    const { word, isChanged } = all[s]
    const usual = baselineFor(word, isChanged ? 'changes' : 'itself', loading)
    return s === baseline || (isSameFile(usual, word) && !isChanged) ? [] : [{ scenario, usual }]
  })
  return {
    resolved,
    notes: [...taken.notes, ...otherBaselines(compared, taken.scenario, all[baseline].word, loading)],
  }
}

function takeSettings(
  baseline: ResolvedScenario,
  option: ResolvedScenario,
  loading: LoadOptions,
): { readonly scenario: ResolvedScenario; readonly notes: readonly string[] } {
  const taken = settingsTaken(baseline, option)
  if (taken === '') return { scenario: baseline, notes: [] }
  const text = writeYaml({ ...baseline.content, ...settingsOf(option) })
  const scenario = loadScenarioText(baseline.name, text, `${baseline.name} with ${taken}`, loading)
  return { scenario, notes: [`${baseline.name}, the baseline, is run with ${taken}.`] }
}

function isSameFile(one: string, other: string): boolean {
  return locateScenario(one, process.cwd()) === locateScenario(other, process.cwd())
}

/** What a reader must know of the baseline of a sweep. */
export function sweepNotes(sweep: LoadedSweep, industry: Industry): readonly string[] {
  const { scenarios, parts, points, baseline, usualBaseline, folder, name } = sweep
  const point = { ...scenarios[points[0].scenario], name }
  const taken = settingsTaken(loadScenario(baseline, { industry, folder }), point)
  const compared = scenarios[parts[0].baseline]
  return [
    ...(taken === '' ? [] : [`${baseline}, the baseline, is run with ${taken}.`]),
    ...otherBaselines([{ scenario: point, usual: usualBaseline }], compared, baseline, { industry, folder }),
  ]
}

/** A scenario, and what it is usually compared with. */
interface Option {
  readonly scenario: ResolvedScenario
  readonly usual: string
}

/** Options that change another scenario than they are compared with, and what the differences hold beside their change. */
function otherBaselines(
  options: readonly Option[],
  baseline: ResolvedScenario,
  baselineWord: string,
  where: LoadOptions,
): readonly string[] {
  const place = (word: string): string | undefined => locateScenario(word, where.folder ?? process.cwd())
  const found = new Map<string, string[]>()
  for (const { scenario, usual } of options.filter(({ usual }) => place(usual) !== place(baselineWord))) {
    const changed = loadScenario(usual, where)
    const text = besideText(
      `${changed.name} (“${changed.title}”)`,
      baseline.name,
      besideChange(baseline, scenario, changed),
    )
    found.set(text, [...(found.get(text) ?? []), scenario.name])
  }
  return [...found].map(
    ([text, names]) => `${listText(names)} ${names.length === 1 ? 'is a change' : 'are changes'} ${text}`,
  )
}

function besideText(changed: string, baseline: string, { leftOut, added }: BesideChange): string {
  const parts = [
    ...(leftOut.length === 0 ? [] : [`Left out is what ${baseline} has: ${leftOut.join('; ')}.`]),
    ...(added.length === 0 ? [] : [`There is, and not in ${baseline}: ${added.join('; ')}.`]),
    ...(leftOut.length + added.length === 0 ? [`The measures are those of ${baseline}, with other values.`] : []),
  ]
  return (
    `to ${changed} and compared with ${baseline} here, so that the difference holds more than that change. ` +
    parts.join(' ')
  )
}
