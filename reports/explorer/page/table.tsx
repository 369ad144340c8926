/** A table of the reports in the page. */
import type { DocumentTable } from '../../document/document.ts'
import type { JSX } from './kit.ts'
import { SaveTable } from './save.tsx'

/** A table that scrolls in its own frame where it is too wide. */
export function Table({ table }: { readonly table: DocumentTable }): JSX.Element {
  const { id, caption, columns, groups } = table
  return (
    <>
      <div class="table" role="region" aria-label={caption} tabIndex={0}>
        <table id={`table-${id}`}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, title, align }) => (
                <th key={key} scope="col" class={align}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rows }) => (
            <tbody key={title}>
              {title === '' ? null : (
                <tr class="group">
                  <th colSpan={columns.length} scope="rowgroup">
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <tr key={row[0].value}>
                  {row.map(({ text }, c) =>
                    c === 0 ? (
                      <th key={columns[c].key} scope="row" class={columns[c].align}>
                        {text}
                      </th>
                    ) : (
                      <td key={columns[c].key} class={columns[c].align}>
                        {text}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <SaveTable table={table} />
    </>
  )
}
