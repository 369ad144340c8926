/**
 * Choosing between several options by an outcome: chances of being the best, regret, dominance in words, and what it would be
 * worth to know more before choosing. Section "Decisions" of docs/statistics.md.
 */
import type { Dominance } from '../../engine/analysis/decisions/dominance.ts'
import { figure } from '../words/figures.ts'
import { notKnownSentences, mostGroups } from '../text/decisionSections.ts'
import { dominanceSentences, chosenSentence } from '../text/decisionText.ts'
import { type DecisionStudy, mostListed } from '../data/decisions.ts'
import { signedText, figureTexts, isFromZero, shareText } from '../words/numbers.ts'
import { shownUnit, type ShownUnit } from '../text/outcomeTables.ts'
import type { Report } from '../data/report.ts'
import {
  type Section,
  paragraph,
  type TableColumn,
  type DocumentTable,
  words,
  type Cell,
  type Block,
} from './document.ts'
import { type Options, shorten } from './options.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { after } from '../words/words.ts'

/** Longer than in pictures, since the names of a sweep's points differ at their ends. */
const longestLabel = 26

/** Sentences of dominance for one outcome. */
const mostDominant = 3

type Option = DecisionStudy['options'][number]

/** Studies of more than two options: of two, the decision table says it all. */
export function choicesOf({ decisions = [] }: Report): readonly DecisionStudy[] {
  return decisions.filter(({ options }) => options.length > 2)
}

/** Which option to choose, judged by each outcome; undefined where there is nothing to choose from. */
export function choiceSection(report: Report, options: Options): Section | undefined {
  const studies = choicesOf(report)
  if (studies.length === 0) return undefined
  const titles = studyTitles(studies)
  const letters = lettersOf(options)
  const left = Math.max(...studies.map((study) => study.options.length)) - mostListed
  const rest = left > 0 ? ` The likeliest ${mostListed} are shown; all are in decisions.csv.` : ''
  const start =
    'Each outcome by itself, the baseline among the options, replicate by replicate on the same draws. Shares are of ' +
    'replicates, with the 95% interval of their Monte Carlo error. Regret is what the best option of each replicate would have ' +
    `given more: in the mean, and in the 95th of 100 replicates.${rest}`
  return {
    id: 'choice',
    title: 'Choosing between the options',
    blocks: [
      paragraph(start),
      { kind: 'table', table: choiceTable(studies, titles, options), behind: false },
      { kind: 'list', items: studies.map((study, k) => `${titles[k]}: ${dominanceText(study, letters)}`) },
      ...informationBlocks(studies, titles, letters),
    ],
  }
}

/** Where points of a sweep are under several laws, each set of points is a choice of its own. */
function studyTitles(studies: readonly DecisionStudy[]): readonly string[] {
  return studies.map((study) => {
    const same = studies.filter(({ outcome }) => outcome.id === study.outcome.id)
    const set = same.length === 1 ? '' : `, set ${same.indexOf(study) + 1} of ${same.length} under the same laws`
    return `${outcomeTitle(study.outcome)}, ${study.year}${set}`
  })
}

function column(key: string, title: string, align: TableColumn['align'] = 'right'): TableColumn {
  return { key, title, align }
}

const choiceColumns = [
  column('option', 'Option', 'left'),
  column('mean', 'Mean'),
  column('difference', 'Difference'),
  column('probabilityBetter', 'Better in'),
  column('probabilityBest', 'Best of all in'),
  column('expectedRegret', 'Mean regret ± error'),
  column('regret95', 'Regret, 95% ± error'),
]

/** Options by their titles, and the baseline as such. */
function labelsOf({ all, baseline }: Options, longest: number): ReadonlyMap<string, string> {
  return new Map([
    [baseline, 'Baseline'],
    ...all.map(({ name, words: title }) => [name, shorten(title, longest)] as const),
  ])
}

/** Options by their letters, in sentences. */
function lettersOf({ all, baseline }: Options): ReadonlyMap<string, string> {
  return new Map([[baseline, 'the baseline'], ...all.map(({ name, letter }) => [name, letter] as const)])
}

function choiceTable(studies: readonly DecisionStudy[], titles: readonly string[], options: Options): DocumentTable {
  const labels = labelsOf(options, longestLabel)
  const groups = studies.map((study, k) => {
    const unit = shownUnit(
      study.outcome,
      study.options.map(({ mean }) => mean.value),
    )
    const less = study.outcome.good === 'down' ? '; less is better' : ''
    return {
      title: `${titles[k]}${after(unit.text)}${less}`,
      csvTitle: `${titles[k]}${after(study.outcome.unit)}`,
      rows: study.options
        .slice(0, mostListed)
        .map((option) => [
          { text: labels.get(option.name) ?? option.name, value: option.name },
          ...optionCells(option, study, unit),
        ]),
    }
  })
  return { id: 'choice', caption: 'Options by how likely each is the best', columns: choiceColumns, groups }
}

/** In the outcome's own direction. */
function optionCells(option: Option, { outcome, baseline }: DecisionStudy, { factor }: ShownUnit): readonly Cell[] {
  const sign = outcome.good === 'down' ? -1 : 1
  const none = words('')
  const level = ({ value, standardError }: Option['mean'], text?: typeof signedText): Cell => ({
    text: figureTexts(sign * factor * value, factor * standardError, text)[0],
    value: figure(sign * value, standardError),
  })
  const regret = ({ value, standardError }: Option['mean']): Cell => ({
    text: value === 0 ? '0' : figureTexts(factor * value, factor * standardError).join(' ± '),
    value: figure(value, standardError),
  })
  const compared = option.name !== baseline
  return [
    level(option.mean),
    compared ? level(option.difference, signedText) : none,
    compared ? chanceCell(option.better) : none,
    chanceCell(option.best),
    regret(option.expectedRegret),
    regret(option.regretQuantile),
  ]
}

function chanceCell({ value, low, high }: Option['best']): Cell {
  return { text: `${shareText(value)} (${shareText(low)} to ${shareText(high)})`, value: figure(value, NaN) }
}

/** For each option that is dominated, by the first that does so. */
function dominanceText({ options, dominance }: DecisionStudy, letters: ReadonlyMap<string, string>): string {
  const ranks = new Map(options.map(({ name }, rank) => [name, rank]))
  const rankOf = ({ option, statewise }: Dominance): number =>
    (ranks.get(option) ?? 0) + (statewise ? 0 : options.length)
  const ranked = dominance
    .filter(({ statewise, stochastic }) => statewise || stochastic)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
  const first = ranked.filter((pair) => ranked.find(({ other }) => other === pair.other) === pair)
  const sentences = dominanceSentences(
    first.map((pair) => ({
      ...pair,
      option: letters.get(pair.option) ?? pair.option,
      other: letters.get(pair.other) ?? pair.other,
    })),
  ).map((sentence) => sentence.replace(/^the baseline/, 'The baseline'))
  const more = sentences.length - mostDominant
  return [...sentences.slice(0, mostDominant), ...(more > 0 ? [`${more} more of the kind hold.`] : [])].join(' ')
}

function informationBlocks(
  studies: readonly DecisionStudy[],
  titles: readonly string[],
  letters: ReadonlyMap<string, string>,
): readonly Block[] {
  const settled = studies.flatMap(({ information: { perfect } }, k) =>
    perfect.value === 0
      ? [`${titles[k]}: ${chosenSentence({ ...perfect, chosen: letters.get(perfect.chosen) ?? perfect.chosen })}`]
      : [],
  )
  const unknown = studies.flatMap(({ information }) =>
    information.perfect.value === 0 ? [] : notKnownSentences(information),
  )
  const notes = [...settled, ...new Set(unknown)].map(paragraph)
  const table = informationTable(studies, titles)
  if (table.groups.length === 0) return notes
  const reading =
    'What it would be worth to know more before choosing, in the unit of the outcome. Is worth: by regression, on average too ' +
    'high; at least: by decisions on replicates held out, on average too low.'
  return [paragraph(reading), { kind: 'table', table, behind: false }, ...notes]
}

const informationColumns = [
  column('toKnow', 'To know', 'left'),
  column('value', 'Is worth ± error'),
  column('heldOut', 'At least ± error'),
  column('ofAll', 'Of all there is to know'),
]

function informationTable(studies: readonly DecisionStudy[], titles: readonly string[]): DocumentTable {
  const groups = studies.flatMap((study, k) => {
    const { perfect, groups: known = [] } = study.information
    if (!(perfect.value > 0)) return []
    const unit = shownUnit(
      study.outcome,
      study.options.map(({ mean }) => mean.value),
    )
    const cell = (value: number, error: number): Cell => ({
      text: isFromZero(value, error)
        ? figureTexts(unit.factor * value, unit.factor * error).join(' ± ')
        : 'not distinguishable from zero',
      value: figure(value, error),
    })
    const most = known.toSorted((one, other) => other.value - one.value).slice(0, mostGroups)
    const rows = most.map(({ group, value, standardError, heldOut, heldOutStandardError }) => [
      words(group),
      cell(value, standardError),
      cell(Math.max(0, heldOut), heldOutStandardError),
      {
        text: isFromZero(value, standardError) ? shareText(Math.min(1, value / perfect.value)) : '',
        value: figure(Math.min(1, value / perfect.value), NaN),
      },
    ])
    const all = [words('everything'), cell(perfect.value, perfect.standardError), words(''), words('')]
    return [
      {
        title: `${titles[k]}${after(unit.text)}`,
        csvTitle: `${titles[k]}${after(study.outcome.unit)}`,
        rows: [all, ...rows],
      },
    ]
  })
  const caption = 'What knowing more is worth; the groups of parameters that are worth most'
  return { id: 'information', caption, columns: informationColumns, groups }
}
