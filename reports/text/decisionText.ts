/**
 * A decision as text: options side by side in one outcome, which of them dominate, and what it would be worth to know
 * more before choosing. Figures keep the digits that their Monte Carlo standard errors support.
 */
import type { Dominance } from '../../engine/analysis/decisions/dominance.ts'
import type { OptionRow, Chance } from '../../engine/analysis/decisions/compareOptions.ts'
import type { PartialInformation } from '../../engine/analysis/decisions/partialInformation.ts'
import type { PerfectInformation } from '../../engine/analysis/decisions/perfectInformation.ts'
import { figureTexts, isFromZero, signedText, shareText } from '../words/numbers.ts'
import { firstNames } from './sensitivity/words.ts'
import { type Column, tableLines, wrapText } from '../words/table.ts'

export interface DecisionSubject {
  readonly good: 'up' | 'down'
  readonly baseline: string
}

const optionColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'mean', align: 'right', leave: 4 },
  { title: 'm.e.', align: 'right', leave: 1 },
  { title: 'difference', align: 'right' },
  { title: 'm.e.', align: 'right', leave: 2 },
  { title: 'better', align: 'right', leave: 5 },
  { title: 'best', align: 'right' },
  { title: 'regret', align: 'right' },
  { title: 'regret 95%', align: 'right', leave: 3 },
]

/** Lines of the table of options, in the outcome's own direction. */
export function optionLines(rows: readonly OptionRow[], subject: DecisionSubject, width: number): readonly string[] {
  const { good, baseline } = subject
  const sign = good === 'up' ? 1 : -1
  const cells = rows.map(({ name, mean, difference, better, best, expectedRegret, regretQuantile }) => [
    name,
    ...figureTexts(sign * mean.value, mean.standardError),
    ...(name === baseline
      ? ['', '', '']
      : [...figureTexts(sign * difference.value, difference.standardError, signedText), chanceText(better)]),
    chanceText(best),
    figureTexts(expectedRegret.value, expectedRegret.standardError)[0],
    figureTexts(regretQuantile.value, regretQuantile.standardError)[0],
  ])
  return tableLines(optionColumns, cells, width)
}

/** How to read the table of options. */
export const decisionNote: string =
  'difference: from the baseline, replicate by replicate. m.e.: Monte Carlo error, as of independent draws. ' +
  'better, best: share of replicates, with 95% interval. regret: what the best option of each replicate would have given more, on average and ' +
  'in the 95th of 100 replicates.'

/** As in `62% (55%..69%)`. */
function chanceText({ value, low, high }: Chance): string {
  return `${shareText(value)} (${shareText(low)}..${shareText(high)})`
}

/** Lines on each option that dominates others; one where none does. */
export function dominanceLines(pairs: readonly Dominance[], width: number): readonly string[] {
  return dominanceSentences(pairs).flatMap((line) => wrapText(line, width, '  '))
}

/** A sentence or two on each option that dominates others; one sentence where none does. */
export function dominanceSentences(pairs: readonly Dominance[]): readonly string[] {
  const options = [...new Set(pairs.map(({ option }) => option))]
  const sentences = options.flatMap((option) => {
    const own = pairs.filter((pair) => pair.option === option)
    const always = own.filter(({ statewise }) => statewise)
    const onTheWhole = own.filter(({ statewise, stochastic }) => stochastic && !statewise)
    return [
      ...(always.length === 0
        ? []
        : [
            `${option} is at least as good as ${namesText(always)} in every replicate (an endless ` +
              `run may find it worse in ${shareText(Math.max(...always.map(({ worse }) => worse.high)))}).`,
          ]),
      ...(onTheWhole.length === 0
        ? []
        : [
            `${option} has better odds than ${namesText(onTheWhole)} at every level of the ` +
              `outcome, though it is worse in ${shareText(Math.max(...onTheWhole.map(({ worse }) => worse.value)))} of replicates.`,
          ]),
    ]
  })
  return sentences.length > 0 ? sentences : ['No option dominates another.']
}

function namesText(pairs: readonly Dominance[]): string {
  const names = pairs.map(({ other }) => other)
  return names.length === 1 ? names[0] : `each of ${firstNames(names)}`
}

const informationColumns: readonly Column[] = [
  { title: 'to know', align: 'left' },
  { title: 'is worth', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'at least', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'of all', align: 'right' },
]

const nearZero = '≈ 0'

/** A worth and its error; neither is told as a figure where it is not distinguishable from zero. */
function worthTexts(value: number, error: number): readonly [string, string] {
  return isFromZero(value, error) ? figureTexts(value, error) : [nearZero, '']
}

/** Lines of the table of values of information: everything first, then groups by worth. */
export function informationLines(
  perfect: PerfectInformation,
  groups: readonly PartialInformation[],
  width: number,
): readonly string[] {
  const rows = groups
    .toSorted((a, b) => b.value - a.value)
    .map((row) => [
      row.group,
      ...worthTexts(row.value, row.standardError),
      ...worthTexts(Math.max(0, row.heldOut), row.heldOutStandardError),
      isFromZero(row.value, row.standardError) ? shareText(Math.min(1, row.value / perfect.value)) : '',
    ])
  const all = ['everything', ...worthTexts(perfect.value, perfect.standardError), '', '', '']
  const table = [all, ...rows]
  const note = table.some((cells) => cells.includes(nearZero)) ? `${nearZero}: not distinguishable from zero.` : ''
  return [
    ...wrapText(chosenSentence(perfect), width, '  '),
    ...tableLines(informationColumns, table, width),
    ...(note === '' ? [] : wrapText(note, width, '  ')),
  ]
}

/** What is chosen without knowing more, and whether to know more could change that. */
export function chosenSentence({ chosen, value }: PerfectInformation): string {
  return value === 0
    ? `${chosen} is the best in every replicate: to know more would change nothing.`
    : `Without knowing more, ${chosen} is chosen, which is the best on average.`
}

/** How to read the table of values of information. */
export const informationNote: string =
  'to know: gained on average by knowing it before choosing, in the unit of the outcome; is worth: by regression, on ' +
  'average too high; at least: by decisions on replicates held out, on average too low.'
