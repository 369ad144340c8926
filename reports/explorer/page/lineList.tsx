/** The lines that remain, counted and listed: each with its values, and a button that tells the replicate behind it. */
import { lineName } from './chosenLines.ts'
import { type JSX, useComputed, useSignal } from './kit.ts'
import { valueText } from './lines.ts'
import type { OfLines } from './parallelAxes.tsx'

/** Rows that are listed at first, and with each press of the button. */
const rowsAtOnce = 20

/** A table of the remaining lines. */
export function LineList({ study, chosen: { axes, ranges, kept, line } }: OfLines): JSX.Element {
  const listed = useSignal(rowsAtOnce)
  const remaining = useComputed(() => Array.from(kept.value.keys()).filter((n) => kept.value[n] === 1))
  const word = study.kind === 'points' ? 'points' : study.axes[0]?.id === 'option' ? 'lines' : 'replicates'
  const rows = remaining.value.slice(0, listed.value)
  return (
    <>
      <p>
        <strong id="remaining" aria-live="polite">
          {remaining.value.length} of {kept.value.length} {word} remain
        </strong>{' '}
        <button type="button" id="keep-all" onClick={() => (ranges.value = {})}>
          Keep all
        </button>
      </p>
      <div class="table" role="region" aria-label={`The ${word} that remain`} tabIndex={0}>
        <table id="table-lines" class="lines">
          <caption>
            <span>
              {rows.length === 0
                ? `No ${word} are within all ranges.`
                : `The first ${rows.length} of ${remaining.value.length} that remain; outcomes as on the axes.`}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col" class="left">
                {study.kind === 'points' ? 'Point' : 'Replicate'}
              </th>
              {axes.value.map(({ id, title, unit }) => (
                <th key={id} scope="col" class="right">
                  {title}
                  {unit === '' ? '' : <span class="unit"> {unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((n) => (
              <tr key={n} class={line.value === n ? 'total' : ''}>
                <th scope="row" class="left">
                  <button
                    type="button"
                    aria-label={`Tell ${lineName(study, n)}`}
                    aria-pressed={line.value === n}
                    onClick={() => (line.value = n)}
                  >
                    {word === 'replicates' ? study.lineReplicate?.[n] : lineName(study, n)}
                  </button>
                </th>
                {axes.value.map((axis) => (
                  <td key={axis.id} class="right">
                    {valueText(axis, axis.values[n])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < remaining.value.length ? (
        <p>
          <button type="button" onClick={() => (listed.value += rowsAtOnce)}>
            {rowsAtOnce} more
          </button>
        </p>
      ) : null}
    </>
  )
}
