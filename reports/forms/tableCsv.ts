/** A table of the document as CSV: the column of its group headings first, where it has any. */
import { csv } from '../tables/csv.ts'
import type { DocumentTable } from '../document/document.ts'

/** A table of the document as CSV: its own data at full precision where it has them, else what it shows. */
export function tableCsv({ columns, groups, data }: DocumentTable): string {
  if (data !== undefined) return csv(data.header, data.rows)
  const isGrouped = groups.some(({ title }) => title !== '')
  const lead = (title: string): readonly string[] => (isGrouped ? [title] : [])
  return csv(
    [...lead('group'), ...columns.map(({ key }) => key)],
    groups.flatMap(({ title, csvTitle = title, rows }) =>
      rows.map((row) => [...lead(csvTitle), ...row.map(({ value }) => value)]),
    ),
  )
}
