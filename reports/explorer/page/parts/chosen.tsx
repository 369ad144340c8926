/** Any outcome, in all years: chosen by name, drawn as a fan and told in figures with their Monte Carlo errors. */
import { outcomeDefinitions } from '../../../../engine/model/accounts/outcomes.ts'
import { fanSvg } from '../../../charts/fan.ts'
import { chosenOutcome } from '../../../document/chosenOutcome.ts'
import { optionsOf } from '../../../document/options.ts'
import { outcomeTitle } from '../../../words/outcomes.ts'
import { Chart } from '../drawing.tsx'
import { type JSX, useComputed } from '../kit.ts'
import type { Part } from '../part.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

/** What is shown before anybody chooses. */
const usualOutcome = 'welfare.US'

function Content({ store }: { readonly store: Store }): JSX.Element {
  const id = useComputed(() => store.settings.value?.outcome ?? usualOutcome)
  const chosen = useComputed(() => {
    const report = store.picture.value?.report
    return report && chosenOutcome(report, optionsOf(report), id.value)
  })
  const svg = useComputed(() => {
    const fan = chosen.value?.fan
    return (width: number) => (fan === undefined ? '' : fanSvg(fan, width))
  })
  return (
    <>
      <div class="choice">
        <label for="outcome">Outcome</label>
        <select
          id="outcome"
          value={id.value}
          onChange={({ currentTarget }) => store.change({ outcome: currentTarget.value })}
        >
          {outcomeDefinitions.map((outcome) => (
            <option key={outcome.id} value={outcome.id}>
              {outcomeTitle(outcome)}
            </option>
          ))}
        </select>
      </div>
      {chosen.value === undefined ? (
        <p>Nothing is known of it yet.</p>
      ) : (
        <figure id="figure-outcome">
          <figcaption>
            <strong>{chosen.value.title}.</strong> Difference from {chosen.value.fan.baseline} in the same year; line
            and figure: mean, band: 90% of replicates.
          </figcaption>
          <Chart svg={svg} />
          <details>
            <summary>Table: {chosen.value.title}, in all years and places, with Monte Carlo errors</summary>
            <Table table={chosen.value.table} />
          </details>
        </figure>
      )}
    </>
  )
}

export const chosenPart: Part = {
  id: 'outcome-chosen',
  title: 'Any outcome, year by year',
  families: ['welfare'],
  Content,
}
