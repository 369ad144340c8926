/** Settings of levers, checked and put into words. */
import { nameHint } from '../file/nearest.ts'
import type { LeverValue } from '../file/values.ts'
import type { Lever, LeverSettings } from './lever.ts'
import { leverOf, levers } from './table.ts'

/** What is wrong with a setting, in words: that there is no such lever, or what it may be set to; undefined where all is well. */
export function settingMistake(id: string, value: LeverValue): string | undefined {
  const lever = leverOf(id)
  if (lever === undefined)
    return `there is no lever ${id}; ${nameHint(id, leverIds())} (all of them: plantshift list levers)`
  const { values } = lever
  if (values.kind === 'switch')
    return typeof value === 'boolean' ? undefined : `${String(value)} is not allowed; write true or false`
  if (values.kind === 'choice') {
    const names = values.choices.map((choice) => choice.value)
    return names.includes(String(value))
      ? undefined
      : `${String(value)} is not allowed; ${nameHint(String(value), names, 'it is one of')}`
  }
  if (typeof value === 'number' && value >= values.least && value <= values.most) return undefined
  return `${String(value)} is not allowed; ${percentHint(value, values.most)}it goes from ${values.least} to ${values.most}${lever.unit === '' ? '' : ` (${lever.unit})`}`
}

/** Fractions are what a percentage was meant to be. */
function percentHint(value: LeverValue, most: number): string {
  const text = String(value).trim()
  const number = Number(text.replace(/\s*%$/, ''))
  const isPercentage =
    Number.isFinite(number) && number !== 0 && (text.endsWith('%') || (number > most && number / 100 <= most))
  if (!isPercentage || most > 2) return ''
  return `${number}% is written ${Number((number / 100).toPrecision(12))}; `
}

/** Ids of all levers. */
export function leverIds(): readonly string[] {
  return levers.map(({ id }) => id)
}

/** A value as it was typed: a number for a lever of numbers, true or false for a switch; anything else as it stands. */
export function typedValue(lever: Pick<Lever, 'values'>, text: string): LeverValue {
  const { kind } = lever.values
  if (kind === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (kind === 'switch') return ['true', 'on'].includes(text) ? true : ['false', 'off'].includes(text) ? false : text
  return text
}

/** The settings, in the order of the table, as a command line takes them after `--set`: `us-tariff-mexico=0.1`. */
export function settingTexts(settings: LeverSettings): readonly string[] {
  return levers.flatMap(({ id }) => (settings[id] === undefined ? [] : [`${id}=${String(settings[id])}`]))
}

/** The name of a scenario with levers set: also the name of its folder of results. */
export function nameWith(name: string, settings: LeverSettings): string {
  const texts = settingTexts(settings)
  const whole = [name, ...texts].join('+')
  return whole.length <= longestName ? whole : `${name}+${texts.length}-levers`
}

/** The title of a scenario with levers set, as in `Nothing changes, but: US tariff on vehicles from Mexico 25%`. */
export function titleWith(title: string, settings: LeverSettings): string {
  return `${title}, but: ${settingsText(settings)}`
}

/** A folder of this name can be made anywhere. */
const longestName = 120

/** As in `US tariff on vehicles from Mexico 10%`. */
function settingText(lever: Lever, value: LeverValue): string {
  const { values, unit, title } = lever
  if (values.kind === 'choice')
    return `${title}: ${values.choices.find((one) => one.value === String(value))?.title ?? String(value)}`
  if (values.kind === 'switch') return `${title}: ${value === true ? 'yes' : 'no'}`
  return `${title} ${unit.startsWith('fraction') ? `${Number((Number(value) * 100).toPrecision(9))}%` : `${String(value)} ${unit}`}`
}

/** All settings in words, in the order of the table, joined by semicolons. */
export function settingsText(settings: LeverSettings): string {
  return levers
    .flatMap((lever) => (settings[lever.id] === undefined ? [] : [settingText(lever, settings[lever.id])]))
    .join('; ')
}
