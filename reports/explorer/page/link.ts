/**
 * The part of an address after `#` that carries every setting, as in `#option=tariff-25-from-2027&hold.rvcSlack=0.01`. What a
 * link from outside says wrongly is named, and the nearest right thing is opened.
 */
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { closureForms, demandForms } from '../../../engine/model/inputs/policy.ts'
import { views } from '../../data/view.ts'
import { nameHint, nearestName } from '../../../scenarios/file/nearest.ts'
import type { LeverValue } from '../../../scenarios/file/values.ts'
import { settingMistake, typedValue } from '../../../scenarios/levers/settings.ts'
import { leverOf } from '../../../scenarios/levers/table.ts'
import type { GivenSettings } from '../data/pageData.ts'
import type { FromConductor, Listed } from '../engine/protocol.ts'
import { heldMistake, narrowMistake } from './mistakes.ts'
import { mostReplicates, type Settings, settingsFor, usualOption, usualReplicates } from './settings.ts'

type Ready = Extract<FromConductor, { readonly kind: 'ready' }>

/** What a link may name. */
export interface Known {
  readonly listed: readonly Listed[]
  /** Option of a page that was opened with none in its link. */
  readonly option: string
  readonly outcomes: readonly string[]
  /** What a page without a link stands at; as the option says where undefined. */
  readonly settings?: GivenSettings | undefined
}

/** @param opened name of the option that the page was opened with */
export function knownOf({ listed, opened, settings }: Pick<Ready, 'listed' | 'opened' | 'settings'>): Known {
  return { listed, option: opened ?? usualOption, outcomes: outcomeDefinitions.map(({ id }) => id), settings }
}

export interface ReadLink {
  readonly settings: Settings
  /** Sentences on what was wrong and what was taken for it. */
  readonly problems: readonly string[]
}

const forms: Readonly<Record<string, readonly string[]>> = { demand: demandForms, closure: closureForms }

/** The link of these settings, beginning with `#`; what is as usual is left out. */
export function linkOf(settings: Settings, listed: readonly Listed[]): string {
  const { option, baseline, levers, held, narrowed, seed, replicates, year, view, outcome, why, along } = settings
  const usual = settingsFor(option, listed)
  const entries: (readonly [string, LeverValue | undefined])[] = [
    ['option', option],
    ['baseline', baseline === usual.baseline ? undefined : baseline],
    ...Object.entries(levers).map(([id, value]) => [`lever.${id}`, value] as const),
    ...Object.entries(held).map(([name, value]) => [`hold.${name}`, value] as const),
    ...Object.entries(narrowed).map(([name, [low, high]]) => [`narrow.${name}`, `${low}..${high}`] as const),
    ...Object.entries(settings.forms).map(([name, form]) => [`form.${name}`, form] as const),
    ['seed', seed],
    ['replicates', replicates === usualReplicates ? undefined : replicates],
    ['year', year],
    ['view', view],
    ['outcome', outcome],
    ['why', why],
    ['along', along],
  ]
  const words = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(String(value))}`],
  )
  return `#${words.join('&')}`
}

/** Longer ones are no link of ours. */
const longestLink = 20_000

/** Reads a link. @param text with or without its `#` */
export function readLink(text: string, known: Known): ReadLink {
  const problems: string[] = []
  const plain = text.replace(/^#/, '')
  if (plain === '') return { settings: { ...settingsFor(known.option, known.listed), ...known.settings }, problems }
  if (plain.length > longestLink) {
    problems.push(`The link is ${plain.length} characters long, which no link of this page is; it is left out.`)
    return { settings: settingsFor(known.option, known.listed), problems }
  }
  const words = new URLSearchParams(plain)
  const names = known.listed.map(({ name }) => name)
  const option = nameIn(words.get('option'), names, known.option, 'scenario', problems)
  const usual = settingsFor(option, known.listed)
  let settings: Settings = {
    ...usual,
    baseline: nameIn(words.get('baseline'), names, usual.baseline, 'scenario', problems),
  }
  for (const [key, value] of words) {
    if (key !== 'option' && key !== 'baseline') settings = withWord(settings, key, value, known, problems)
  }
  return { settings, problems }
}

function nameIn(
  given: string | null,
  names: readonly string[],
  usual: string,
  what: string,
  problems: string[],
): string {
  if (given === null) return usual
  if (names.includes(given)) return given
  const taken = nearestName(given, names) ?? usual
  problems.push(`The link names a ${what} ${short(given)}, which is not there; ${taken} is opened.`)
  return taken
}

function withWord(settings: Settings, key: string, text: string, known: Known, problems: string[]): Settings {
  const [kind, name] = [key.replace(/\..*$/, ''), key.includes('.') ? key.slice(key.indexOf('.') + 1) : '']
  const leaveOut = (why: string): Settings => {
    problems.push(`The link says ${short(`${key}=${text}`)}: ${ended(why)} It is left out.`)
    return settings
  }
  if (kind === 'lever') {
    const lever = leverOf(name)
    const value = lever === undefined ? text : typedValue(lever, text)
    const mistake = settingMistake(name, value)
    if (mistake !== undefined) return leaveOut(mistake)
    return { ...settings, levers: { ...settings.levers, [name]: value } }
  }
  if (kind === 'hold') {
    const mistake = heldMistake(name, text)
    if (mistake !== undefined) return leaveOut(mistake)
    return { ...settings, held: { ...settings.held, [name]: Number(text) } }
  }
  if (kind === 'narrow') {
    const [low, high] = text.split('..').map(numberOf)
    const mistake = narrowMistake(name, [low, high])
    if (mistake !== undefined) return leaveOut(mistake)
    return { ...settings, narrowed: { ...settings.narrowed, [name]: [low, high] } }
  }
  if (kind === 'form') {
    if (!Object.hasOwn(forms, name)) return leaveOut(`forms are ${Object.keys(forms).join(' and ')}`)
    if (!forms[name].includes(text)) return leaveOut(`${name} is ${forms[name].join(', ')}`)
    return { ...settings, forms: { ...settings.forms, [name]: text } }
  }
  if (key === 'outcome') {
    if (!known.outcomes.includes(text)) return leaveOut(`no outcome has that name; ${nameHint(text, known.outcomes)}`)
    return { ...settings, outcome: text }
  }
  // What nothing is called is said where it is explained.
  if (key === 'why' && text.trim() !== '') return { ...settings, why: text }
  if (key === 'along') {
    if (leverOf(text)?.values.kind !== 'number') return leaveOut('a curve is drawn along a lever of numbers')
    return { ...settings, along: text }
  }
  if (key === 'view') {
    const view = views.find((one) => one === text)
    return view === undefined ? leaveOut(`a view is ${views.join(', ')}`) : { ...settings, view }
  }
  const number = wholeNumber(text)
  if (key === 'seed' && number !== undefined) return { ...settings, seed: number }
  if (key === 'year' && number !== undefined) return { ...settings, year: number }
  if (key === 'replicates' && number !== undefined && number >= 2 && number <= mostReplicates) {
    return { ...settings, replicates: number }
  }
  if (key === 'replicates') return leaveOut(`replicates are a whole number from 2 to ${mostReplicates}`)
  if (key === 'seed' || key === 'year') return leaveOut(`a ${key} is a whole number`)
  return leaveOut('this page knows no such setting')
}

/** A sentence with its end: hints may end with a question. */
function ended(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`
}

/** NaN for what is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text)
}

function wholeNumber(text: string): number | undefined {
  const value = Number(text)
  return /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : undefined
}

/** A text from outside, cut so that a message stays a message. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
