/** The decision table of the reports. */
import { decisionTable } from '../../../document/decisionTable.ts'
import { optionsOf } from '../../../document/options.ts'
import { type JSX, useComputed, useSignal } from '../kit.ts'
import type { Part } from '../part.ts'
import { shownReport } from '../shown.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

function Content({ store }: { readonly store: Store }): JSX.Element | null {
  const isWhole = useSignal(false)
  const table = useComputed(() => {
    const report = shownReport(store).value
    return report && decisionTable(report, optionsOf(report), isWhole.value ? 'all' : 'key')
  })
  if (table.value === undefined) return null
  return (
    <>
      <Table table={table.value} />
      <p>
        <button type="button" aria-pressed={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
          All outcomes, with their Monte Carlo errors
        </button>
      </p>
    </>
  )
}

export const decisionPart: Part = {
  id: 'decision',
  title: 'The decision table',
  families: [
    'output',
    'assemblyJobs',
    'partsJobs',
    'plantsOpened',
    'plantsClosed',
    'linesOut',
    'investment',
    'priceIndex',
    'vehicleDuties',
    'partsDuties',
    'welfare',
  ],
  Content,
}
