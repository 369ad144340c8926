/** The answer in a few sentences, what is not settled before all else, with its intervals; and how exact its means are. */
import { headline, readingOfBrackets } from '../../../document/headline.ts'
import { optionsOf } from '../../../document/options.ts'
import { plantSentence } from '../../../document/plantTable.ts'
import { precisionTable, runWarnings } from '../../../document/precisionSection.ts'
import { lastYear } from '../../../document/years.ts'
import { openAmong } from '../../../text/formSplit.ts'
import { type JSX, useComputed } from '../kit.ts'
import type { Part } from '../part.ts'
import { shownReport } from '../shown.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

function Content({ store }: { readonly store: Store }): JSX.Element {
  const shown = shownReport(store)
  const words = useComputed(() => {
    const [report, picture] = [shown.value, store.picture.value]
    if (report === undefined || picture === undefined) return undefined
    const options = optionsOf(report)
    const [option] = options.all
    return {
      report,
      start: `By ${lastYear(report)}, with “${option.title}” in place of ${options.against}:`,
      open: openAmong(report, options.all),
      found: headline(report, option.name),
      // Plants are kept of the last year that is simulated.
      plants: lastYear(report) === lastYear(picture.report) ? plantSentence(report, option.name) : '',
      // With few replicates yet, all that they say is that there are few.
      warnings: picture.isWhole ? runWarnings(report) : [],
      precision: precisionTable(report, options),
    }
  })
  if (words.value === undefined) return <p class="answer">The first replicates are on their way…</p>
  const { start, open, found, plants, warnings, precision } = words.value
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
      <div class="answer told">
        {open === '' ? null : (
          <p class="open">
            <strong>{open}</strong>
          </p>
        )}
        <p>
          <strong>{start}</strong>{' '}
          {found === undefined ? 'no replicate came out well, so that nothing can be said.' : found.built}
        </p>
        {found === undefined ? null : <p>{found.means}</p>}
        {plants === '' ? null : <p>{plants}</p>}
      </div>
      <p class="reading">{readingOfBrackets}</p>
      {precision === undefined ? null : (
        <details>
          <summary>How exact these means are: their Monte Carlo errors</summary>
          <p>
            Monte Carlo error is how far a mean may lie from that of an endless run; four times the replicates about
            halve it. The spread of replicates stays as it is: it is what is not known.
          </p>
          <Table table={precision} />
        </details>
      )}
    </>
  )
}

export const answerPart: Part = {
  id: 'answer',
  title: 'The answer',
  families: ['output', 'assemblyJobs', 'partsJobs', 'priceIndex', 'welfare'],
  Content,
}
