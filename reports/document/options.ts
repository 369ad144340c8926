/**
 * The options of a report: every scenario that is compared, with a letter, and the few that are shown in pictures
 * where there are too many for all.
 */
import type { Report } from '../data/report.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { lastYear } from './years.ts'

export interface Option {
  readonly name: string
  readonly title: string
  /** A, B, ...; a number where there are more options than letters. */
  readonly letter: string
  /** As in `A, 25% on everything`: its title, with the letter where there are several; for sentences and tables. */
  readonly words: string
  /** The same, cut at a word so that it is short enough for an axis. */
  readonly label: string
}

export interface Options {
  readonly all: readonly Option[]
  /** Those in pictures. */
  readonly shown: readonly Option[]
  /** Says which are shown where it is not all; else empty. */
  readonly choice: string
  readonly baseline: string
  /** The baseline's title in quotes, for sentences. */
  readonly against: string
}

const mostShown = 6
const longestLabel = 24

/** Names and letters of the options, and which of them figures have room for. */
export function optionsOf(report: Report): Options {
  const compared = report.scenarios.filter((_, s) => s !== report.baseline)
  // Points of a sweep share its title, and are told by their levers.
  const isTold = new Set(compared.map(({ title }) => title)).size === compared.length
  const all = compared.map(({ name, title }, k): Option => {
    const letter = compared.length <= 26 ? String.fromCharCode(65 + k) : String(k + 1)
    const words = compared.length === 1 ? title : `${letter}, ${isTold ? title : name}`
    return {
      name,
      title,
      letter,
      label: shorten(words),
      words,
    }
  })
  const { name: baseline, title } = report.scenarios[report.baseline]
  const against = `“${title}”`
  if (all.length <= mostShown) return { all, shown: all, choice: '', baseline, against }
  const [first] = keyOutcomes(report)
  const chosen = new Set(spreadOver(all, changeIn(report, first), mostShown).map(({ name }) => name))
  const outcome = report.summaries.find((row) => row.outcome.id === first)?.outcome
  return {
    all,
    shown: all.filter(({ name }) => chosen.has(name)),
    choice:
      `Pictures show ${mostShown} of ${all.length} options, spread over the range of the change in ` +
      `${outcome === undefined ? 'the first outcome' : outcomeTitle(outcome).replace(/^./, (letter) => letter.toLowerCase())}; all are in the CSV files.`,
    baseline,
    against,
  }
}

/** So many of the options, evenly over their ranks by `change`, both ends included; in the order of ranks. */
export function spreadOver(
  options: readonly Option[],
  change: (option: Option) => number,
  count: number,
): readonly Option[] {
  const ranked = options.toSorted((one, other) => change(other) - change(one))
  if (ranked.length <= count) return ranked
  return Array.from({ length: count }, (_, k) => ranked[Math.round((k * (ranked.length - 1)) / (count - 1))])
}

/** Mean change of an outcome in the last year, by option; 0 where there is none. */
export function changeIn(report: Report, outcome: string): (option: Option) => number {
  const last = lastYear(report)
  const changes = new Map(
    report.comparisons
      .filter((row) => row.outcome.id === outcome && row.year === last)
      .map(({ scenario, paired }) => [scenario, paired.difference.mean || 0]),
  )
  return ({ name }) => changes.get(name) ?? 0
}

/** The text, cut at `longest` characters with an ellipsis: at the end of a word where one ends in the second half. */
export function shorten(text: string, longest: number = longestLabel): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const end = text.charAt(longest - 1) === ' ' ? cut.length : cut.lastIndexOf(' ')
  return `${cut.slice(0, end > longest / 2 ? end : cut.length).replace(/[,;:]$/, '')}…`
}
