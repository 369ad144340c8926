/**
 * Outcomes whose direction hangs on the form of the model: their mean difference rises under one form and falls under another, each
 * by more than chance. Said at the top, since an interval over all forms hides which of them a reader would have to believe.
 */
import type { FormRow } from '../data/forms.ts'
import type { Report } from '../data/report.ts'
import { viewOf } from '../data/view.ts'
import { percentPlace, percentText } from '../words/numbers.ts'
import { listText } from '../words/words.ts'
import { toldQuestions, unsettledAmong } from './unsettled.ts'

/** Two standard errors: a mean beyond them is not nothing by chance. */
const farFromNothing = 2

/** A sentence for each such outcome of an option; empty where forms agree, or replicates have one form. */
export function formSplitText(report: Report, scenario: string): string {
  const own = (report.forms ?? []).filter((row) => row.scenario === scenario)
  const found = toldQuestions(viewOf(report)).flatMap(([id, [question, rises, falls]]) => {
    const told = own.filter(({ outcome }) => outcome.id === id)
    return [...new Set(told.map(({ choice }) => choice))].flatMap((choice) => {
      const rows = told.filter((row) => row.choice === choice)
      const up = rows.filter((row) => signOf(row) > 0)
      const down = rows.filter((row) => signOf(row) < 0)
      if (up.length === 0 || down.length === 0) return []
      const under = `${rises} with ${listText(up.map(formText))}, ${falls} with ${listText(down.map(formText))}`
      return [{ id, question, under }]
    })
  })
  // Jobs of assembly go with the vehicles.
  const vehicles = found.find(({ id }) => id === `output.${viewOf(report)}`)
  return found
    .filter(({ id, under }) => !id.startsWith('assemblyJobs') || under !== vehicles?.under)
    .map(({ question, under }) => `It hangs on the form of the model whether ${question}: on average ${under}.`)
    .join(' ')
}

/**
 * What all options leave open: signs that are not settled, and those that hang on the form of the model. One option has its sentences;
 * of several it is said which.
 */
export function openAmong(
  report: Report,
  options: readonly { readonly name: string; readonly letter: string }[],
): string {
  const split = options.filter(({ name }) => formSplitText(report, name) !== '')
  return [unsettledAmong(report, options), splitAmong(report, split, options.length)]
    .filter((text) => text !== '')
    .join(' ')
}

function splitAmong(
  report: Report,
  split: readonly { readonly name: string; readonly letter: string }[],
  count: number,
): string {
  if (split.length === 0) return ''
  if (count === 1) return formSplitText(report, split[0].name)
  const which =
    split.length > mostLetters ? `${split.length} of the ${count} options` : listText(split.map(({ letter }) => letter))
  return `Some directions hang on the form of the model under ${which}: see the table by form.`
}

/** More letters than these are counted. */
const mostLetters = 6

/** Of the mean, where it is not nothing by chance. */
function signOf({ paired: { difference } }: FormRow): number {
  return Math.abs(difference.mean) > farFromNothing * difference.standardError ? Math.sign(difference.mean) : 0
}

/** As in `nested logit demand (+2.1%)`. */
function formText({ text, paired: { relative, relativeStandardError } }: FormRow): string {
  if (!Number.isFinite(relative)) return text
  return `${text} (${percentText(relative, percentPlace(relative, relativeStandardError), true)})`
}
