/**
 * What a lever is: one thing that a government (or a maker, or the world) may change, with what it may be set to, the rule that it
 * stands for, and how it changes a scenario. Plain data and functions, for the command line and the page alike.
 */
import type { LeverValue } from '../file/values.ts'
import type { ScenarioFile } from '../file/scenario.ts'

/** In the order in which pages and texts show them. */
export const leverGroups = [
  'When',
  'US tariffs on vehicles',
  'US tariffs on parts',
  'Tariffs of Canada and Mexico',
  'Content rules',
  'Agreement and threats',
  'Chinese makers and parts',
  'Metals',
  'Retaliation and subsidies',
  'Wages and exchange rates',
  'Plants',
] as const
export type LeverGroup = (typeof leverGroups)[number]

/** Numbers from `least` to `most`; `step` is what a slider goes by, and values between steps are allowed. */
export interface LeverNumbers {
  readonly kind: 'number'
  readonly least: number
  readonly most: number
  readonly step: number
}

/** One of a few names, each with its meaning in words. */
export interface LeverChoices {
  readonly kind: 'choice'
  readonly choices: readonly { readonly value: string; readonly title: string }[]
}

/** On or off. */
export interface LeverSwitch {
  readonly kind: 'switch'
}

export type LeverDomain = LeverNumbers | LeverChoices | LeverSwitch

/** Values of levers, by id. */
export type LeverSettings = Readonly<Record<string, LeverValue>>

/** What a person reads of a lever. */
export interface LeverTexts {
  /** As in `us-tariff-mexico`: on command lines, in files and links. */
  readonly id: string
  readonly title: string
  readonly group: LeverGroup
  /** Of its numbers, as in `fraction of value`; empty for names and switches. */
  readonly unit: string
  /** What is charged or asked, and of whom, in a sentence or two. */
  readonly rule: string
  readonly source: string
  /** Ids of outcomes to look at first; it moves at least one of them. */
  readonly outcomes: readonly string[]
  /** Settings without which it changes nothing that anybody notices, as a threatened rate without a chance. */
  readonly needs?: LeverSettings | undefined
  /** What it changes, where other levers change it too: these change one another's result. */
  readonly touches?: readonly string[] | undefined
}

/**
 * A lever of the table. Its functions take what a scenario says when everything that it extends is joined in (`content` of a
 * resolved scenario), and the day, written as 2027-01-01, from which changed rules hold.
 */
export interface Lever extends LeverTexts {
  readonly values: LeverDomain
  /** What it stands at in the scenario on the day; undefined where the scenario has nothing that it could be read from. */
  readonly read: (content: ScenarioFile, day: string) => LeverValue | undefined
  /** The scenario with the lever at another value; it is asked only for values of its domain other than what `read` gives. */
  readonly write: (content: ScenarioFile, value: LeverValue, day: string) => ScenarioFile
}

/** Reads and writes of one kind of value. */
export interface Access<Subject, Value> {
  readonly read: (subject: Subject, day: string) => Value | undefined
  readonly write: (subject: Subject, value: Value, day: string) => Subject
}

/** A lever that is a number. @param range least, most and step */
export function numberLever(
  texts: LeverTexts,
  [least, most, step]: readonly [number, number, number],
  { read, write }: Access<ScenarioFile, number>,
): Lever {
  return {
    ...texts,
    values: { kind: 'number', least, most, step },
    read,
    write: (content, value, day) => write(content, Number(value), day),
  }
}

/** A lever that is one of a few names. */
export function choiceLever<Name extends string>(
  texts: LeverTexts,
  choices: readonly { readonly value: Name; readonly title: string }[],
  { read, write }: Access<ScenarioFile, Name>,
): Lever {
  return {
    ...texts,
    values: { kind: 'choice', choices },
    read,
    write: (content, value, day) => {
      const chosen = choices.find((choice) => choice.value === value)
      return chosen === undefined ? content : write(content, chosen.value, day)
    },
  }
}
/** A lever that is on or off. */
export function switchLever(texts: LeverTexts, { read, write }: Access<ScenarioFile, boolean>): Lever {
  return {
    ...texts,
    values: { kind: 'switch' },
    read,
    write: (content, value, day) => write(content, value === true, day),
  }
}
