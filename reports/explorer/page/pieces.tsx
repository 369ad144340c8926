/** Sentences and tables of the command line's texts, laid out in the page. */
import type { Piece, Pieces, PieceTable } from '../../text/pieces.ts'
import type { JSX } from './kit.ts'

/** Sections one after another. */
export function PiecesView({ sections }: { readonly sections: readonly Pieces[] }): JSX.Element {
  return (
    <>
      {sections.map((pieces, n) => (
        <div key={n} class="pieces">
          {pieces.map((piece, m) => (
            <PieceView key={m} piece={piece} label={labelOf(piece, pieces[m - 1])} />
          ))}
        </div>
      ))}
    </>
  )
}

/** What a table is called: its first column, or the sentence above it. */
function labelOf(piece: Piece, before: Piece | undefined): string {
  const title = typeof piece === 'object' && 'columns' in piece ? piece.columns[0].title : ''
  return title === '' && typeof before === 'string' ? before : title
}

function PieceView({ piece, label }: { readonly piece: Piece; readonly label: string }): JSX.Element {
  if (typeof piece === 'string') return <p>{piece}</p>
  return 'text' in piece ? <p>{piece.text}</p> : <PieceTableView table={piece} label={label} />
}

function PieceTableView({
  table: { columns, rows },
  label,
}: {
  readonly table: PieceTable
  readonly label: string
}): JSX.Element {
  // Rows without a title are rules between figures: a page draws its own.
  const told = rows.filter(([title]) => title !== '')
  return (
    <div class="table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, align }, c) =>
              title === '' ? (
                <td key={c} />
              ) : (
                <th key={c} scope="col" class={align}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {told.map((row, n) =>
            row.length === 1 ? (
              <tr key={n} class="group">
                <th colSpan={columns.length} scope="rowgroup">
                  {row[0]}
                </th>
              </tr>
            ) : (
              <tr key={n} class={isTotal(rows, row) ? 'total' : ''}>
                {row.map((text, c) =>
                  c === 0 ? (
                    <th key={c} scope="row" class={columns[c].align}>
                      {text}
                    </th>
                  ) : (
                    <td key={c} class={columns[c].align}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Whether a rule stands above the row. */
function isTotal(rows: PieceTable['rows'], row: readonly string[]): boolean {
  return rows[rows.indexOf(row) - 1]?.[0] === ''
}
