/** A replication as text: the published figure, ours, and how far off it is. */
import type { Comparison, ComparisonRow } from '../../engine/model/replication/headMayerMelitz.ts'
import { decimalText, signedText } from '../words/numbers.ts'
import { type Column, wrapText, tableLines, usualWidth } from '../words/table.ts'

const columns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'unit', align: 'left' },
  { title: 'published', align: 'right' },
  { title: 'ours', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: 'sign', align: 'left' },
]

/** Published and computed figures side by side, a table a source. */
export function replicationText({ rows, notes }: Comparison, width: number = usualWidth): string {
  const sources = [...new Set(rows.map(({ source }) => source))]
  const cells = sources.flatMap((source) => [[source], ...rows.filter((row) => row.source === source).map(rowCells)])
  return `${[...notes.flatMap((note) => wrapText(`- ${note}`, width, '  ')), '', ...tableLines(columns, cells, width)].join('\n')}\n`
}

function rowCells({ what, unit, published, ours, difference, sameSign, kind }: ComparisonRow): readonly string[] {
  return [
    `  ${what}`,
    unit,
    decimalText(published, -2),
    decimalText(ours, -2),
    signedText(difference, -2),
    kind === 'level' ? '' : sameSign ? 'same' : 'other',
  ]
}
