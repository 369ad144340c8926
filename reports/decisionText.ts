/**
 * A decision as text: options side by side in one outcome, which of them dominate, and what it would be worth to know
 * more before choosing. Figures keep the digits that their Monte Carlo standard errors support.
 */
import type { Dominance } from '../engine/analysis/decisions/dominance.ts'
import type { Chance, OptionRow } from '../engine/analysis/decisions/compareOptions.ts'
import type { PartialInformation } from '../engine/analysis/decisions/partialInformation.ts'
import type { PerfectInformation } from '../engine/analysis/decisions/perfectInformation.ts'
import { figureTexts, shareText, signedText } from './numbers.ts'
import { tableLines, wrapText, type Column } from './table.ts'

const width = 100

export interface DecisionSubject {
  /** As in `US assembly jobs in 2032`, and its unit. */
  readonly outcome: string
  readonly unit: string
  readonly good: 'up' | 'down'
  readonly baseline: string
}

const optionColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'better', align: 'right' },
  { title: 'best', align: 'right' },
  { title: 'regret', align: 'right' },
  { title: 'regret 95%', align: 'right' },
]

/** Lines of the table of options. */
export function optionLines(rows: readonly OptionRow[], subject: DecisionSubject): readonly string[] {
  const { outcome, unit, good, baseline } = subject
  const sign = good === 'up' ? 1 : -1
  const cells = rows.map(({ name, mean, difference, better, best, expectedRegret, regretQuantile }) => [
    name,
    ...figureTexts(sign * mean.value, mean.standardError),
    ...(name === baseline ? ['', '', ''] : [
      ...figureTexts(sign * difference.value, difference.standardError, signedText),
      chanceText(better),
    ]),
    chanceText(best),
    figureTexts(expectedRegret.value, expectedRegret.standardError)[0],
    figureTexts(regretQuantile.value, regretQuantile.standardError)[0],
  ])
  const note =
    `${outcome}, ${unit}${good === 'down' ? '; less is better' : ''}. difference: from ${baseline}, replicate by ` +
    'replicate. m.e.: Monte Carlo standard error. better, best: share of replicates, with 95% interval. regret: what ' +
    'the best option of each replicate would have given more, on average and in the 95th of 100 replicates.'
  return [...tableLines(optionColumns, cells), ...wrapText(note, width)]
}

function chanceText({ value, low, high }: Chance): string {
  return `${shareText(value)} (${shareText(low)}..${shareText(high)})`
}

/** A sentence for each pair of which one dominates the other; one sentence where none does. */
export function dominanceLines(pairs: readonly Dominance[]): readonly string[] {
  const sentences = pairs.flatMap(({ option, other, statewise, stochastic, worse }) => {
    const always = `${option} is at least as good as ${other} in every replicate (an endless run may find it worse ` +
      `in ${shareText(worse.high)}).`
    const onTheWhole = `${option} has better odds than ${other} at every level of the outcome, though it is worse in ` +
      `${shareText(worse.value)} of replicates.`
    return statewise ? [always] : stochastic ? [onTheWhole] : []
  })
  const lines = sentences.length > 0 ? sentences : ['No option dominates another.']
  return lines.flatMap((line) => wrapText(line, width, '  '))
}

const informationColumns: readonly Column[] = [
  { title: 'to know', align: 'left' },
  { title: 'is worth', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'at least', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'of all', align: 'right' },
]

/** Lines of the table of values of information: everything first, then groups by worth. */
export function informationLines(
  perfect: PerfectInformation,
  groups: readonly PartialInformation[],
  { outcome, unit }: DecisionSubject,
): readonly string[] {
  const rows = groups.toSorted((a, b) => b.value - a.value).map((row) => [
    row.group,
    ...figureTexts(row.value, row.standardError),
    ...figureTexts(Math.max(0, row.heldOut), row.heldOutStandardError),
    perfect.value > 0 ? shareText(Math.min(1, row.value / perfect.value)) : '-',
  ])
  const note =
    `${outcome}, ${unit}, gained on average by knowing before choosing. Without knowing, ${perfect.chosen} is ` +
    'chosen. is worth: by regression, on average too high; at least: by decisions on replicates held out, on average ' +
    'too low.'
  const all = ['everything', ...figureTexts(perfect.value, perfect.standardError), '', '', '']
  return [...tableLines(informationColumns, [all, ...rows]), ...wrapText(note, width)]
}
