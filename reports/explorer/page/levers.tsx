/** The levers by group, as the table of levers has them: each with its range, unit, rule, and what it stands at in the option. */
import type { LeverValue } from '../../../scenarios/file/values.ts'
import { type Lever, leverGroups } from '../../../scenarios/levers/lever.ts'
import { settingsText } from '../../../scenarios/levers/settings.ts'
import { levers } from '../../../scenarios/levers/table.ts'
import { type JSX, useComputed, useSignal, useSignalEffect } from './kit.ts'
import type { Store } from './store.ts'

/** All groups, folded away but those in which something is changed. */
export function Levers({ store }: { readonly store: Store }): JSX.Element {
  const count = useComputed(() => Object.keys(store.settings.value?.levers ?? {}).length)
  return (
    <fieldset id="levers">
      <legend>Levers</legend>
      {leverGroups.map((group) => (
        <Group key={group} group={group} store={store} />
      ))}
      {count.value === 0 ? null : (
        <p>
          <button type="button" onClick={() => store.change({ levers: {} })}>
            All levers back
          </button>
        </p>
      )}
    </fieldset>
  )
}

/** Its levers are made when it is opened: there are fifty in all. One in which something is changed stands open. */
function Group({ group, store }: { readonly group: string; readonly store: Store }): JSX.Element | null {
  const own = levers.filter((lever) => lever.group === group)
  const moved = useComputed(() => own.filter(({ id }) => store.settings.value?.levers[id] !== undefined).length)
  const isOpen = useSignal(moved.peek() > 0)
  useSignalEffect(() => {
    if (moved.value > 0) isOpen.value = true
  })
  if (own.length === 0) return null
  return (
    <details class="group" open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        {group}
        {moved.value === 0 ? '' : ` (${moved.value} changed)`}
      </summary>
      {isOpen.value ? own.map((lever) => <LeverChoice key={lever.id} lever={lever} store={store} />) : null}
    </details>
  )
}

function LeverChoice({ lever, store }: { readonly lever: Lever; readonly store: Store }): JSX.Element {
  const { id, title, unit, rule, source } = lever
  const set = useComputed(() => store.settings.value?.levers[id]).value
  const stands = useComputed(() => store.begun.value?.stands[id]).value
  const choose = (value: LeverValue): void => {
    const { [id]: _, ...others } = store.settings.peek()?.levers ?? {}
    store.change({ levers: value === stands ? others : { ...others, [id]: value } })
  }
  return (
    <div class={set === undefined ? 'lever' : 'lever changed'}>
      <label for={`lever-${id}`}>
        {title}
        {unit === '' ? '' : `, ${unit}`}
      </label>
      <Control lever={lever} value={set ?? stands} choose={choose} />
      <details>
        <summary>
          {stands === undefined ? 'Not in this option as it is' : `Stands at ${valueText(lever, stands)}`}
          <span class="unseen">: what {title} is</span>
        </summary>
        <p class="reading">
          {rule} {source} <code>{id}</code>
        </p>
      </details>
    </div>
  )
}

/** A value as people say it, as in `25%`. */
function valueText({ id, title }: Lever, value: LeverValue): string {
  return settingsText({ [id]: value })
    .slice(title.length)
    .trim()
}

interface ControlProps {
  readonly lever: Lever
  readonly value: LeverValue | undefined
  readonly choose: (value: LeverValue) => void
}

function Control({ lever, value, choose }: ControlProps): JSX.Element {
  const { id, values, unit } = lever
  if (values.kind === 'switch') {
    return (
      <input
        id={`lever-${id}`}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
    )
  }
  if (values.kind === 'choice') {
    return (
      <select
        id={`lever-${id}`}
        value={String(value ?? '')}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {value === undefined ? <option value="">not stated</option> : null}
        {values.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    )
  }
  const at = Number(value ?? values.least)
  return (
    <Slider
      id={`lever-${id}`}
      {...values}
      value={at}
      text={value === undefined ? 'not in this option' : valueText(lever, at)}
      isShare={unit.startsWith('fraction')}
      choose={choose}
    />
  )
}

export interface SliderProps {
  readonly id: string
  readonly least: number
  readonly most: number
  readonly step: number
  readonly value: number
  /** The value in words. */
  readonly text: string
  /** Whether it is a fraction, which people may give in percent. */
  readonly isShare: boolean
  readonly choose: (value: number) => void
}

/** A slider with its figure beside it, for whoever wants one between its steps. While it is dragged it chooses all the time. */
function Slider({ id, least, most, step, value, text, isShare, choose }: SliderProps): JSX.Element {
  const wrong = useSignal('')
  const take = (typed: string): void => {
    const given = Number(typed)
    const isRight = typed.trim() !== '' && given >= least && given <= most
    const share = given / 100
    const hint = isShare && given > 1 && share >= least && share <= most ? ` For ${given}% write ${share}.` : ''
    wrong.value = isRight ? '' : `It goes from ${least} to ${most}; it stays at ${value}.${hint}`
    if (isRight) choose(given)
  }
  return (
    <>
      <span class="value">
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={step}
          value={value}
          aria-valuetext={text}
          onInput={({ currentTarget }) => choose(Number(currentTarget.value))}
        />
        <input
          type="number"
          aria-label="The same as a figure"
          min={least}
          max={most}
          step="any"
          value={value}
          onChange={({ currentTarget }) => take(currentTarget.value)}
        />
      </span>
      {wrong.value === '' ? null : (
        <span role="alert" class="reading">
          {wrong.value}
        </span>
      )}
    </>
  )
}
