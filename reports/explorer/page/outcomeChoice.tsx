/** A list of all outcomes, which sets the one that curves and single futures show. */
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { outcomeTitle } from '../../words/outcomes.ts'
import { usualCurveOutcome } from './along.ts'
import type { JSX } from './kit.ts'
import type { Store } from './store.ts'
import { inBrackets } from '../../words/words.ts'

/** @param id of the list, since there may be several on a page */
export function OutcomeChoice({ store, id }: { readonly store: Store; readonly id: string }): JSX.Element {
  return (
    <div class="choice">
      <label for={id}>Outcome</label>
      <select
        id={id}
        value={store.settings.value?.outcome ?? usualCurveOutcome}
        onChange={({ currentTarget }) => store.change({ outcome: currentTarget.value })}
      >
        {outcomeDefinitions.map((outcome) => (
          <option key={outcome.id} value={outcome.id}>
            {`${outcomeTitle(outcome)}${inBrackets(outcome.unit)}`}
          </option>
        ))}
      </select>
    </div>
  )
}
