/**
 * Levers applied to a scenario: plain data in, plain data out, the same on a command line and in a page. Whatever the order in
 * which settings are written, levers are applied in that of the table.
 */
import type { ScenarioFile } from '../file/scenario.ts'
import { policyOf, type ResolvedScenario } from '../file/resolved.ts'
import type { LeverValue } from '../file/values.ts'
import { firstDay } from './days.ts'
import type { Lever, LeverSettings } from './lever.ts'
import { leversInOrder } from './table.ts'
import { fromLever, usualYear } from './whenTable.ts'

/** Day from which changed rules hold under the settings. */
function dayOf(settings: LeverSettings): string {
  return firstDay(Number(settings[fromLever] ?? usualYear))
}

/**
 * What a scenario says, with levers set; settings of levers that do not exist are left out (`settingMistake` finds them). A lever
 * that is set to what it stands at changes nothing.
 */
export function contentWith(content: ScenarioFile, settings: LeverSettings): ScenarioFile {
  const day = dayOf(settings)
  return leversInOrder.reduce((changed, { id, values, read, write }) => {
    const given = settings[id]
    // The names of a choice may look like numbers, which is what YAML then takes them for.
    const value = given !== undefined && values.kind === 'choice' ? String(given) : given
    return value === undefined || read(changed, day) === value ? changed : write(changed, value, day)
  }, content)
}

/** The scenario with levers set, as a scenario file with these settings would be resolved; its name and title stay. */
export function applyLevers(scenario: ResolvedScenario, settings: LeverSettings): ResolvedScenario {
  const content = contentWith(scenario.content, settings)
  return content === scenario.content ? scenario : { ...scenario, content, policy: policyOf(content) }
}

/**
 * What a lever stands at in a scenario, in the year from which levers hold; undefined where it has nothing that the lever could be
 * read from, as a content rule where there is no agreement.
 */
export function valueIn(
  { content }: ResolvedScenario,
  lever: Lever,
  settings: LeverSettings = {},
): LeverValue | undefined {
  return lever.id === fromLever ? (settings[fromLever] ?? usualYear) : lever.read(content, dayOf(settings))
}
