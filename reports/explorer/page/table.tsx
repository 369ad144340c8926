/** A table of the reports in the page. */
import type { DocumentTable } from '../../document/document.ts'
import type { JSX } from './kit.ts'
import { SaveTable } from './save.tsx'

/** A column whose cells are buttons that choose what they name. */
interface Buttons {
  /** Its key. */
  readonly column: string
  readonly choose: (text: string) => void
}

/** A table that scrolls in its own frame where it is too wide. */
export function Table({ table, buttons }: { readonly table: DocumentTable; readonly buttons?: Buttons }): JSX.Element {
  const { id, caption, columns, groups } = table
  return (
    <>
      <div class="table" role="region" aria-label={caption} tabIndex={0}>
        <table id={`table-${id}`}>
          <caption>
            <span>{caption}</span>
          </caption>
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
                        {buttons?.column === columns[c].key ? (
                          <button type="button" onClick={() => buttons.choose(text)}>
                            {text}
                          </button>
                        ) : (
                          text
                        )}
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
