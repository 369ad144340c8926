/** The answer in a sentence or two, with its intervals, and how much it rests on. */
import { headline, readingOfBrackets } from '../../../document/headline.ts'
import { lastYear } from '../../../document/years.ts'
import { type JSX, useComputed } from '../kit.ts'
import type { Part } from '../part.ts'
import { shownReport } from '../shown.ts'
import type { Store } from '../store.ts'

function Content({ store }: { readonly store: Store }): JSX.Element {
  const words = useComputed(() => {
    const report = shownReport(store).value
    if (report === undefined) return undefined
    const baseline = report.scenarios[report.baseline]
    const option = report.scenarios[1 - report.baseline]
    return { report, baseline, option, found: headline(report, option.name) }
  })
  const shown = words.value
  if (shown === undefined) return <p class="answer">The first replicates are on their way…</p>
  const { report, baseline, option, found } = shown
  return (
    <>
      <p class="answer">
        <strong>
          By {lastYear(report)}, with “{option.title}” in place of “{baseline.title}”:
        </strong>{' '}
        {found === undefined
          ? 'no replicate came out well, so that nothing can be said.'
          : `${found.built} ${found.means}`}
      </p>
      <p class="reading">{readingOfBrackets}</p>
    </>
  )
}

export const answerPart: Part = {
  id: 'answer',
  title: 'The answer',
  families: ['output', 'assemblyJobs', 'partsJobs', 'priceIndex', 'welfare'],
  Content,
}
