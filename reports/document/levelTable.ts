/** Levels of the last year where nothing is compared: mean, median and 90% of replicates. */
import { figure } from '../words/figures.ts'
import { roundingPlace, decimalText } from '../words/numbers.ts'
import { familiesOf, shownUnit, heading, type ShownUnit } from '../text/outcomeTables.ts'
import type { Report, SummaryRow } from '../data/report.ts'
import { type DocumentTable, type Cell, words } from './document.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { placeName } from '../words/outcomes.ts'
import { lastYear } from './years.ts'

const left = 'left' as const
const right = 'right' as const

/** @param which all usual families, or only the key outcomes */
export function levelTable(report: Report, which: 'all' | 'key'): DocumentTable {
  const year = lastYear(report)
  const { name } = report.scenarios[report.baseline]
  const keys = new Set(keyOutcomes(report))
  const rows = report.summaries.filter(
    (row) => row.scenario === name && row.year === year && (which === 'all' || keys.has(row.outcome.id)),
  )
  const columns = [
    { key: 'outcome', title: 'Outcome', align: left },
    { key: 'mean', title: 'Mean', align: right },
    { key: 'median', title: 'Median', align: right },
    { key: 'low', title: '5%', align: right },
    { key: 'high', title: '95%', align: right },
    { key: 'monteCarloError', title: 'Monte Carlo error', align: right },
  ]
  const groups = familiesOf(report).flatMap((family) => {
    const members = rows.filter(({ outcome }) => outcome.family === family)
    if (members.length === 0) return []
    const unit = shownUnit(
      members[0].outcome,
      members.map(({ summary }) => summary.mean),
    )
    return [{ title: heading(members[0].outcome, unit), rows: members.map((row) => levelCells(row, unit)) }]
  })
  return {
    id: which === 'all' ? 'levels' : 'levels-key',
    caption: `${name} in ${year}; 5% to 95% of replicates`,
    columns,
    groups,
  }
}

function levelCells({ outcome, summary }: SummaryRow, { factor }: ShownUnit): readonly Cell[] {
  const error = summary.standardError
  const known = Number.isFinite(error) && error > 0
  const place = known ? roundingPlace(factor * summary.mean, factor * error, 1) : -2
  const cell = (value: number): Cell => ({ text: decimalText(factor * value, place), value: figure(value, error) })
  return [
    words(placeName(outcome.place)),
    cell(summary.mean),
    cell(summary.median),
    cell(summary.low),
    cell(summary.high),
    known ? { text: decimalText(factor * error, place), value: figure(error, error) } : words(''),
  ]
}
