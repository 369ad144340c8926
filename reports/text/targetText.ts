/** Targets in words: how likely each is to be missed, with its interval. */
import { keyOf, type TargetRow } from '../data/targets.ts'
import { shareText } from '../words/numbers.ts'
import { outcomeTitle } from '../words/outcomes.ts'

/** Of so many options each is told, with the baseline; of more the least and the most. */
const mostTold = 8

/** What is to be said of targets, in sentences; none where there are none. */
export interface TargetWords {
  readonly reading: string
  readonly sentences: readonly string[]
}

/**
 * @param baseline name of the scenario that the others are compared with
 * @param words of every other scenario, in their order
 */
export function targetWords(
  rows: readonly TargetRow[],
  baseline: string,
  words: ReadonlyMap<string, string>,
): TargetWords {
  const sentences = byTarget(rows).map((target) => sentence(target, baseline, words))
  return { reading: sentences.length === 0 ? '' : targetReading, sentences }
}

/** How to read the brackets. */
export const targetReading: string =
  'In brackets: how exactly these runs know the chance (95% interval); more replicates make it narrower. The chance itself is ' +
  'over all that is uncertain within the model.'

function sentence(rows: readonly TargetRow[], baseline: string, words: ReadonlyMap<string, string>): string {
  const compared = rows.filter(({ scenario }) => scenario !== baseline)
  const base = rows.filter(({ scenario }) => scenario === baseline).map((row) => `baseline ${missedText(row)}`)
  const told = (row: TargetRow): string => `${words.get(row.scenario) ?? row.scenario}: ${missedText(row)}`
  const start = `Chance that ${missText(rows[0])}:`
  if (compared.length === 0) return `${start} ${rows.map(missedText).join('; ')}.`
  if (compared.length === 1) return `${start} ${[missedText(compared[0]), ...base].join('; ')}.`
  if (compared.length <= mostTold) return `${start} ${[...base, ...compared.map(told)].join('; ')}.`
  const ranked = compared.toSorted((one, other) => one.missed.value - other.missed.value)
  const ends = [ranked[0], ranked[ranked.length - 1]].map(told)
  return `${start} ${[...base, `over ${compared.length} options from ${ends.join(' to ')}`].join('; ')}.`
}

/** As in `12% (10% to 15%)`. */
export function missedText({ missed: { value, low, high, n } }: TargetRow): string {
  return n === 0 ? '-' : `${shareText(value)} (${shareText(low)} to ${shareText(high)})`
}

const missedWords: Readonly<Record<TargetRow['must'], string>> = {
  '>=': 'falls below',
  '>': 'is no higher than',
  '<=': 'rises above',
  '<': 'is no lower than',
}

/** What a target is missed by, as in `“Assembly jobs, United States” falls below 100,000 in 2036`. */
export function missText({ outcome, year, must, figure, difference }: TargetRow): string {
  const unit = outcome.unit.endsWith('USD') ? ` ${outcome.unit}` : ''
  const number = `${figureText(Math.abs(figure))}${unit}`
  const apart = figure === 0 ? '' : ` ${figure < 0 ? 'less' : 'plus'} ${number}`
  const limit = difference ? `the baseline${apart}` : `${figure < 0 ? '-' : ''}${number}`
  return `“${outcomeTitle(outcome)}” ${missedWords[must]} ${limit} in ${year}`
}

/** A figure as it was given, thousands apart. */
function figureText(figure: number): string {
  const [whole, fraction] = String(figure).split('.')
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Rows of each target, in the order of targets. */
export function byTarget(rows: readonly TargetRow[]): readonly (readonly TargetRow[])[] {
  const found = new Map<string, TargetRow[]>()
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row])
  return [...found.values()]
}
