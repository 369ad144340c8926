/** Decisions in the text of a run: a table for each outcome, what dominates, what knowing more is worth. */
import {
  decisionNote,
  informationNote,
  type DecisionSubject,
  optionLines,
  dominanceLines,
  chosenSentence,
  informationLines,
} from './decisionText.ts'
import { type DecisionStudy, mostListed } from '../data/decisions.ts'
import type { Style } from './style.ts'
import { wrapText } from '../words/table.ts'
import { after } from '../words/words.ts'

/** Groups of parameters in tables of what knowing more is worth. */
export const mostGroups = 5

/**
 * A section for each study, and how to read them. Of two options the paired comparison has said it all, unless it was asked what
 * knowing more is worth.
 */
export function decisionSections(all: readonly DecisionStudy[], style: Style): readonly (readonly string[])[] {
  const studies = all.filter(({ options, information }) => options.length > 2 || information.groups !== undefined)
  if (studies.length === 0) return []
  return [
    ...studies.map((study) => studyLines(study, style)),
    wrapText(`${decisionNote} ${informationNote}`, style.width),
  ]
}

function studyLines(study: DecisionStudy, style: Style): readonly string[] {
  const { outcome, year, baseline, options, dominance, information } = study
  const subject: DecisionSubject = { good: outcome.good === 'down' ? 'down' : 'up', baseline }
  const more =
    options.length > mostListed ? [`  and ${options.length - mostListed} more options, in decisions.csv`] : []
  const less = outcome.good === 'down' ? '; less is better' : ''
  return [
    ...wrapText(
      `Choosing by ${outcome.label}${after(outcome.place)}, ${year}${after(outcome.unit)}${less}`,
      style.width,
    ).map((line) => style.bold(line)),
    ...optionLines(options.slice(0, mostListed), subject, style.width),
    ...more,
    ...dominanceLines(dominance, style.width),
    ...knowingLines(information, style.width),
  ]
}

function knowingLines({ perfect, groups, tooShort }: DecisionStudy['information'], width: number): readonly string[] {
  if (perfect.value === 0) return wrapText(chosenSentence(perfect), width, '  ')
  const most = (groups ?? []).toSorted((one, other) => other.value - one.value).slice(0, mostGroups)
  const notes = notKnownSentences({ perfect, groups, tooShort })
  return [...informationLines(perfect, most, width), ...notes.flatMap((line) => wrapText(line, width, '  '))]
}

/** What groups of parameters are worth where the run does not say it, and what would. */
export function notKnownSentences({ groups, tooShort }: DecisionStudy['information']): readonly string[] {
  const later =
    'What single groups of parameters are worth takes long in a run of this size: resume it with --information.'
  const longest = Math.max(...tooShort.map(({ needed }) => needed))
  const whom = groups?.length === 0 ? 'any group of parameters' : tooShort.map(({ group }) => group).join(', ')
  return [
    ...(groups === undefined ? [later] : []),
    ...(tooShort.length === 0 ? [] : [`The run is too short to say it of ${whom}: ${longest} replicates would do.`]),
  ]
}
