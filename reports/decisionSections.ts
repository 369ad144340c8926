/** Decisions in the text of a run: a table for each outcome, what dominates, what knowing more is worth. */
import {
  decisionNote, dominanceLines, informationLines, informationNote, optionLines, type DecisionSubject,
} from './decisionText.ts'
import { mostListed, type DecisionStudy } from './decisions.ts'
import type { Style } from './terminal.ts'
import { wrapText } from './table.ts'

const width = 100
const mostGroups = 5

/** A section for each study, and how to read them. */
export function decisionSections(studies: readonly DecisionStudy[], style: Style): readonly (readonly string[])[] {
  if (studies.length === 0) return []
  return [...studies.map((study) => studyLines(study, style)), wrapText(`${decisionNote} ${informationNote}`, width)]
}

function studyLines(study: DecisionStudy, style: Style): readonly string[] {
  const { outcome, year, baseline, options, dominance, information } = study
  const subject: DecisionSubject = { good: outcome.good === 'down' ? 'down' : 'up', baseline }
  const more = options.length > mostListed ? [`  and ${options.length - mostListed} more options, in decisions.csv`] : []
  const less = outcome.good === 'down' ? '; less is better' : ''
  return [
    style.bold(`Choosing by ${outcome.label}, ${outcome.place}, ${year}, ${outcome.unit}${less}`),
    ...optionLines(options.slice(0, mostListed), subject),
    ...more,
    ...dominanceLines(dominance),
    ...knowingLines(information),
  ]
}

function knowingLines({ perfect, groups, tooShort }: DecisionStudy['information']): readonly string[] {
  if (perfect.value === 0) {
    return wrapText(`${perfect.chosen} is the best in every replicate: to know more would change nothing.`, width, '  ')
  }
  const most = (groups ?? []).toSorted((one, other) => other.value - one.value).slice(0, mostGroups)
  const later = 'What single groups of parameters are worth takes long in a run of this size: resume it with --information.'
  const asked = groups === undefined ? [later] : []
  const longest = Math.max(...tooShort.map(({ needed }) => needed))
  const whom = groups?.length === 0 ? 'any group of parameters' : tooShort.map(({ group }) => group).join(', ')
  const short = tooShort.length === 0 ? [] : [`The run is too short to say it of ${whom}: ${longest} replicates would do.`]
  return [...informationLines(perfect, most), ...[...asked, ...short].flatMap((line) => wrapText(line, width, '  '))]
}
