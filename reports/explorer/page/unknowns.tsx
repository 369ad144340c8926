/** What nobody knows: the uncertain parameters, each with its law, and held at a value where somebody wants it. */
import { lawEnds } from '../../../scenarios/checks/lawEnds.ts'
import { lawOf } from '../../../scenarios/parameters/parameterLaws.ts'
import { statedTable } from '../../../scenarios/parameters/parameters.ts'
import { type JSX } from './kit.ts'
import { Slider } from './levers.tsx'
import type { Store } from './store.ts'

/** Parts of the range that a slider goes by. */
const steps = 100

/** All of them, folded away. */
export function Unknowns({ store }: { readonly store: Store }): JSX.Element {
  const held = Object.keys(store.settings.value?.held ?? {}).length
  return (
    <fieldset id="unknowns">
      <legend>What nobody knows</legend>
      <details class="group">
        <summary>
          {statedTable.length} parameters{held === 0 ? '' : ` (${held} held)`}
        </summary>
        <p class="reading">
          Every replicate draws them from their laws. One that is held has the same value in all replicates of both
          scenarios.
        </p>
        {statedTable.map(({ name }) => (
          <Unknown key={name} name={name} store={store} />
        ))}
      </details>
    </fieldset>
  )
}

function Unknown({ name, store }: { readonly name: string; readonly store: Store }): JSX.Element | null {
  const parameter = statedTable.find((one) => one.name === name)
  if (parameter === undefined) return null
  const { title, unit, range, law, source } = parameter
  const value = store.settings.value?.held[name]
  const words = store.begun.value?.parameters.find((row) => row.name === name)?.law
  const [low, high] = lawEnds(lawOf(law), range)
  const hold = (at: number | undefined): void => {
    const { [name]: _, ...others } = store.settings.peek()?.held ?? {}
    store.change({ held: at === undefined ? others : { ...others, [name]: at } })
  }
  return (
    <div class={value === undefined ? 'lever' : 'lever changed'}>
      <label for={`hold-${name}`}>
        <input
          type="checkbox"
          checked={value !== undefined}
          aria-label={`Hold: ${title}`}
          onChange={({ currentTarget }) => hold(currentTarget.checked ? between(low, high, range) : undefined)}
        />{' '}
        {title}, {unit}
      </label>
      {value === undefined ? null : (
        <Slider
          id={`hold-${name}`}
          least={range[0]}
          most={range[1]}
          step={(range[1] - range[0]) / steps}
          value={value}
          choose={hold}
        />
      )}
      <p class="reading">
        {words} {source} <code>{name}</code>
      </p>
    </div>
  )
}

/** The middle of what the law gives, within what is allowed, with few digits. */
function between(low: number, high: number, [least, most]: readonly [number, number]): number {
  const middle = (Math.max(low, least) + Math.min(high, most)) / 2
  return Number(middle.toPrecision(3))
}
