/** What `--set` sets in a sweep: all points, beside what they vary. */
import { usageError } from '../../engine/run/errors.ts'
import { canonicalJson } from '../../scenarios/file/canonicalJson.ts'
import { settingsText } from '../../scenarios/levers/settings.ts'
import type { LoadedSweep } from '../../scenarios/sweep/loadSweep.ts'
import { hasLevers, type Settings } from './settings.ts'

/** @throws an error of kind `usage` where something is set that a lever of the sweep varies */
export function requireUnswept({ content }: LoadedSweep, { levers, parameters }: Settings): void {
  for (const [name, { lever, parameter }] of Object.entries(content.levers ?? {})) {
    const id = lever ?? parameter
    if (id === undefined || !(Object.hasOwn(levers, id) || Object.hasOwn(parameters, id))) continue
    const called = name === id ? `${id} is a lever of the sweep` : `${id} is what the lever ${name} of the sweep varies`
    throw usageError(`--set: ${called}; leave it out here, or change its values in the file`)
  }
}

/** What a reader must know of what is set in all points. */
export function sweptSettingNotes(sweep: LoadedSweep, settings: Settings): readonly string[] {
  const held = Object.entries(settings.parameters).map(([name, value]) => `${name} at ${value}`)
  return [
    ...(hasLevers(settings) ? [`Set in all points, and not in the baseline: ${settingsText(settings.levers)}.`] : []),
    ...(held.length === 0 ? [] : [`Held in all points and the baseline, and not drawn: ${held.join(', ')}.`]),
    ...(hasLevers(settings) ? alikeNotes(sweep) : []),
  ]
}

/** A lever of the table that is set may be the same as a key that the sweep varies, which then varies nothing. */
function alikeNotes({ points, scenarios }: LoadedSweep): readonly string[] {
  const first = new Map<string, string>()
  for (const { scenario } of points) {
    const { name, content } = scenarios[scenario]
    const { title: _title, question: _question, ...said } = content
    const key = canonicalJson(said)
    const other = first.get(key)
    if (other !== undefined) return [`${other} and ${name} come to the same with what is set.`]
    first.set(key, name)
  }
  return []
}
