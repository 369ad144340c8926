/** What of the answer is shown: its year, and the country that it is told for. */
import { views } from '../../data/view.ts'
import { placeName } from '../../words/outcomes.ts'
import { type JSX, useComputed } from './kit.ts'
import type { Store } from './store.ts'

/** Two choices that change no number, only which are told. */
export function ShownChoices({ store }: { readonly store: Store }): JSX.Element {
  const years = useComputed(() => store.picture.value?.report.years ?? [])
  const last = years.value[years.value.length - 1]
  const { year, view } = store.settings.value ?? {}
  return (
    <div class="pair">
      <div class="choice">
        <label for="year">Year</label>
        <select
          id="year"
          value={String(year ?? last ?? '')}
          onChange={({ currentTarget }) => {
            const chosen = Number(currentTarget.value)
            store.change({ year: chosen === last ? undefined : chosen })
          }}
        >
          {years.value.map((one) => (
            <option key={one} value={String(one)}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for="view">Told for</label>
        <select
          id="view"
          value={view ?? 'US'}
          onChange={({ currentTarget }) => {
            const chosen = views.find((one) => one === currentTarget.value)
            store.change({ view: chosen === 'US' ? undefined : chosen })
          }}
        >
          {views.map((one) => (
            <option key={one} value={one}>
              {placeName(one)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
