/**
 * What a command sets by `--set key=value`, in place of what its scenario says: levers by their ids, and uncertain parameters, which
 * are held at a value in all scenarios of the study.
 */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import type { ScenarioFile } from '../../scenarios/file/scenario.ts'
import type { LeverSettings } from '../../scenarios/levers/lever.ts'
import { leverIds, settingMistake, settingTexts, typedValue } from '../../scenarios/levers/settings.ts'
import { leverOf } from '../../scenarios/levers/table.ts'
import { statedTable } from '../../scenarios/parameters/parameters.ts'

/** Values by the names of levers, and of parameters. */
export interface Settings {
  readonly levers: LeverSettings
  readonly parameters: Readonly<Record<string, number>>
}

export const nothingSet: Settings = { levers: {}, parameters: {} }

const example = 'as in --set us-tariff-mexico=0.1 or --set nestingSigma=0.6'

/** @throws an error of kind `usage` that says what there is to set, or what a value may be */
export function readSettings(texts: readonly string[] = []): Settings {
  return texts.reduce<Settings>(withSetting, nothingSet)
}

function withSetting(settings: Settings, text: string): Settings {
  const at = text.indexOf('=')
  const [key, value] = at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (key === '' || value === '') throw usageError(`--set: ${JSON.stringify(text)} is not allowed; write it ${example}`)
  if (Object.hasOwn(settings.levers, key) || Object.hasOwn(settings.parameters, key)) {
    throw usageError(`--set: ${key} is set twice; leave one of them out`)
  }
  const lever = leverOf(key)
  if (lever !== undefined) {
    const typed = typedValue(lever, value)
    const mistake = settingMistake(key, typed)
    if (mistake !== undefined) throw usageError(`--set: ${key}: ${mistake}`)
    return { ...settings, levers: { ...settings.levers, [key]: typed } }
  }
  return { ...settings, parameters: { ...settings.parameters, [key]: heldAt(key, value) } }
}

function heldAt(key: string, text: string): number {
  const parameter = statedTable.find(({ name }) => name === key)
  if (parameter === undefined) {
    const names = [...leverIds(), ...statedTable.map(({ name }) => name)]
    throw usageError(
      `--set: there is no lever or parameter ${JSON.stringify(key)}; ${nameHint(key, names)} ` +
        '(all of them: plantshift list levers, plantshift list parameters)',
    )
  }
  const { range, unit } = parameter
  const value = Number(text)
  if (Number.isFinite(value) && value >= range[0] && value <= range[1]) return value
  const percent = /^([-\d.]+)\s*%$/.exec(text)
  const hint = percent === null ? '' : `; ${text} is written ${Number((Number(percent[1]) / 100).toPrecision(12))}`
  throw usageError(`--set: ${key}: ${text} is not allowed; it goes from ${range[0]} to ${range[1]} (${unit})${hint}`)
}

/** The words of a command line that set the same. */
export function settingWords({ levers, parameters }: Settings): readonly string[] {
  const held = Object.entries(parameters).map(([name, value]) => `${name}=${value}`)
  return [...settingTexts(levers), ...held].flatMap((text) => ['--set', text])
}

/** Whether levers are set. */
export function hasLevers({ levers }: Settings): boolean {
  return Object.keys(levers).length > 0
}

/** Whether parameters are held. */
export function holdsParameters({ parameters }: Settings): boolean {
  return Object.keys(parameters).length > 0
}

/** What a scenario says when its levers are set, or not, and the parameters are held. */
export function saidBy(
  { levers, parameters }: Settings,
  isChanged: boolean,
): Pick<ScenarioFile, 'set' | 'uncertainties'> {
  return {
    ...(isChanged && Object.keys(levers).length > 0 ? { set: levers } : {}),
    ...(Object.keys(parameters).length > 0 ? { uncertainties: parameters } : {}),
  }
}
