/** The decision at a glance: the change of the key outcomes under every option, with 90% of replicates. */
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { figure } from '../words/figures.ts'
import { percentPlace, roundingPlace, decimalText, signedText } from '../words/numbers.ts'
import { changesNothing } from '../text/outcomeTables.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import { directionText } from './decisionTable.ts'
import { type DocumentTable, words, type Cell } from './document.ts'
import { type Options, spreadOver, changeIn } from './options.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { shareOfBaseline } from './shares.ts'
import { lastYear } from './years.ts'
import { after } from '../words/words.ts'

const mostRows = 10

/** Options down, key outcomes across; of many options some, spread over the range of the first outcome. */
export function overviewTable(
  report: Report,
  options: Options,
): { readonly table: DocumentTable; readonly left: number } {
  const year = lastYear(report)
  const outcomes = keyOutcomes(report)
  const rows = report.comparisons.filter((row) => row.year === year && outcomes.includes(row.outcome.id))
  const found = new Map(rows.map((row) => [`${row.scenario} ${row.outcome.id}`, row]))
  const many = options.all.length > mostRows
  const shown = many ? spreadOver(options.all, changeIn(report, outcomes[0]), mostRows) : options.all
  const definitions = outcomes.flatMap((id) => report.summaries.find(({ outcome }) => outcome.id === id)?.outcome ?? [])
  const columns = [
    { key: 'option', title: 'Option', align: 'left' as const },
    ...definitions.map((outcome) => ({ key: outcome.id, title: overviewTitle(outcome), align: 'right' as const })),
  ]
  const cells = shown.map(({ name, words: title }) => [
    words(title),
    ...outcomes.map((id) => overviewCell(found.get(`${name} ${id}`))),
  ])
  const caption = `${year}: change against ${options.against}, mean (in nine runs of ten)`
  return {
    table: { id: 'overview', caption, columns, groups: [{ title: '', rows: cells }], data: overviewData(rows) },
    left: options.all.length - shown.length,
  }
}

/** Every option of the run, a row for each outcome. */
function overviewData(rows: readonly ComparisonRow[]): NonNullable<DocumentTable['data']> {
  const header = ['option', 'outcome', 'place', 'year', 'unit', 'difference', 'low', 'high', 'monteCarloError']
  return {
    header,
    rows: rows.map(({ scenario, outcome, year, paired: { difference } }) => {
      const { mean, low, high, standardError } = difference
      const cells = [mean, low, high, standardError].map((value) => figure(value, standardError))
      return [scenario, outcome.family, outcome.place, String(year), outcome.unit, ...cells]
    }),
  }
}

/** Places by their letters, since the columns are narrow; money in billions. */
function overviewTitle({ label, place, unit }: OutcomeDefinition): string {
  const money = unit === 'million USD' ? ', billion USD' : ''
  return `${outcomeTitle({ label, place: '' })}${after(place)}${money}`
}

function overviewCell(row: ComparisonRow | undefined): Cell {
  if (row === undefined || row.paired.difference.n === 0) return words('–')
  if (changesNothing(row.paired)) return { text: '= same', value: '0' }
  const { difference, relative, relativeStandardError, baselineMean } = row.paired
  const arrow = directionText(row).charAt(0)
  const { unit: unitName } = row.outcome
  const shared = Number.isFinite(relative) && unitName !== 'share' && unitName !== 'million USD'
  const factor = shared ? 1 / Math.abs(baselineMean) : unitName === 'million USD' ? 0.001 : 1
  const error = shared ? relativeStandardError : factor * difference.standardError
  const isShare = shared || unitName === 'share'
  const scale = isShare ? 100 : 1
  const known = Number.isFinite(error) && error > 0
  const shown = scale * factor * difference.mean
  const place = shared
    ? percentPlace(relative, error)
    : Math.max(-2, known ? roundingPlace(shown, scale * error, 1) : 0)
  const bound = (value: number): string =>
    decimalText(scale * (shared ? shareOfBaseline(value, row.paired) : factor * value), place)
  const unit = isShare ? '%' : ''
  return {
    text: `${arrow} ${signedText(shown, place)}${unit}\n${bound(difference.low)} to ${bound(difference.high)}`,
    value: figure(difference.mean, difference.standardError),
  }
}
