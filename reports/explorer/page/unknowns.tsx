/**
 * What nobody knows: the uncertain parameters, each of which is drawn by its law unless somebody holds it at a value or believes a part of
 * the law alone; and the forms of the model.
 */
import { parameterGroupNames, parameterGroups } from '../../../scenarios/parameters/parameterGroups.ts'
import { parameters, statedTable } from '../../../scenarios/parameters/parameters.ts'
import { lawEnds } from '../../../scenarios/checks/lawEnds.ts'
import { formTexts } from '../../../scenarios/parameters/forms.ts'
import { canBeNarrowed } from '../../../scenarios/parameters/narrow.ts'
import { type JSX, useComputed, useSignal } from './kit.ts'
import { heldMistake, narrowMistake } from './mistakes.ts'
import type { Store } from './store.ts'
import { capital } from '../../words/words.ts'

type Row = (typeof statedTable)[number]

/** All of it, folded away. */
export function Unknowns({ store }: { readonly store: Store }): JSX.Element {
  const { held = {}, narrowed = {}, forms = {} } = store.settings.value ?? {}
  const changed = Object.keys(held).length + Object.keys(narrowed).length + Object.keys(forms).length
  const isOpen = useSignal(changed > 0)
  return (
    <details id="unknowns" open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>What nobody knows{changed === 0 ? '' : `: ${changed} held or narrowed`}</summary>
      {isOpen.value ? (
        <>
          <p class="reading">
            Every replicate draws these anew. Hold one at a value, or believe a part of its law, and the interval of the
            answer shows what that would be worth.
          </p>
          <p>
            <button
              type="button"
              disabled={changed === 0}
              onClick={() => store.change({ held: {}, narrowed: {}, forms: {} })}
            >
              Draw all of them again
            </button>
          </p>
          <Forms store={store} />
          {parameterGroupNames.map((group) => (
            <Group key={group} group={group} store={store} />
          ))}
        </>
      ) : null}
    </details>
  )
}

const formTitles = { demand: 'How buyers choose', closure: 'What answers beside prices' } as const

function Forms({ store }: { readonly store: Store }): JSX.Element {
  const forms = store.settings.value?.forms ?? {}
  return (
    <>
      {(['demand', 'closure'] as const).map((choice) => (
        <div key={choice} class="choice">
          <label for={`form-${choice}`}>{formTitles[choice]}</label>
          <select
            id={`form-${choice}`}
            value={forms[choice] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [choice]: _, ...others } = forms
              store.change({ forms: value === '' ? others : { ...others, [choice]: value } })
            }}
          >
            <option value="">as the scenario says</option>
            {Object.entries(formTexts[choice]).map(([form, text]) => (
              <option key={form} value={form}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}

/** Its rows are made when it is opened: there are sixty in all. */
function Group({ group, store }: { readonly group: string; readonly store: Store }): JSX.Element | null {
  const rows = statedTable.filter(({ name }) => parameterGroups[name] === group)
  const count = useComputed(() => {
    const { held = {}, narrowed = {} } = store.settings.value ?? {}
    return rows.filter(({ name }) => held[name] !== undefined || narrowed[name] !== undefined).length
  })
  const isOpen = useSignal(count.peek() > 0)
  if (rows.length === 0) return null
  return (
    <details open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        {capital(group)} ({rows.length}
        {count.value === 0 ? '' : `, ${count.value} held or narrowed`})
      </summary>
      {isOpen.value ? rows.map((row) => <Unknown key={row.name} row={row} store={store} />) : null}
    </details>
  )
}

function Unknown({ row, store }: { readonly row: Row; readonly store: Store }): JSX.Element {
  const { name, title, unit, range, basis, source } = row
  const { held = {}, narrowed = {} } = store.settings.value ?? {}
  const value = held[name]
  const ends = narrowed[name]
  const how = value !== undefined ? 'held' : ends !== undefined ? 'narrowed' : 'drawn'
  const law = store.begun.value?.parameters.find((one) => one.name === name)
  const usual = lawEnds(row.law, range)
  const set = (next: { readonly value?: number; readonly ends?: readonly [number, number] }): void => {
    const { [name]: _, ...otherValues } = held
    const { [name]: __, ...otherEnds } = narrowed
    store.change({
      held: next.value === undefined ? otherValues : { ...otherValues, [name]: next.value },
      narrowed: next.ends === undefined ? otherEnds : { ...otherEnds, [name]: next.ends },
    })
  }
  return (
    <fieldset class="unknown">
      <legend>{title}</legend>
      <p class="reading">
        {unit}; {law?.law ?? row.law.law} ({basis}: {source}) <code>{name}</code>
      </p>
      <label for={`how-${name}`}>It is</label>{' '}
      <select
        id={`how-${name}`}
        value={how}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === 'held') set({ value: middleOf(row) })
          else if (currentTarget.value === 'narrowed') set({ ends: usual })
          else set({})
        }}
      >
        <option value="drawn">drawn by its law</option>
        <option value="held">held at a value</option>
        {canBeNarrowed(parameters[name].law) ? <option value="narrowed">drawn between two values</option> : null}
      </select>
      {value === undefined ? null : (
        <NumberBox
          id={`held-${name}`}
          label="Value"
          value={value}
          mistakeOf={(next) => heldMistake(name, next)}
          choose={(next) => set({ value: next })}
        />
      )}
      {ends === undefined ? null : (
        <>
          <NumberBox
            id={`low-${name}`}
            label="From"
            value={ends[0]}
            mistakeOf={(next) => narrowMistake(name, [next, ends[1]])}
            choose={(next) => set({ ends: [next, ends[1]] })}
          />
          <NumberBox
            id={`high-${name}`}
            label="To"
            value={ends[1]}
            mistakeOf={(next) => narrowMistake(name, [ends[0], next])}
            choose={(next) => set({ ends: [ends[0], next] })}
          />
        </>
      )}
    </fieldset>
  )
}

/** The middle of a law's ends, with no more digits than these. */
function middleOf({ law, range }: Row): number {
  if (law.law === 'triangular') return law.mode
  if (law.law === 'normal' || law.law === 'truncatedNormal') return law.mean
  if (law.law === 'lognormal') return law.median
  const [low, high] = lawEnds(law, range)
  return Number(((low + high) / 2).toPrecision(3))
}

/** A number that is taken when it is finished and right; else it is said what is wrong with it, and the last right one holds. */
function NumberBox({
  id,
  label,
  value,
  mistakeOf,
  choose,
}: {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly mistakeOf: (value: number) => string | undefined
  readonly choose: (value: number) => void
}): JSX.Element {
  const mistake = useSignal('')
  return (
    <p class="number">
      <label for={id}>{label}</label>{' '}
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={String(value)}
        aria-invalid={mistake.value !== ''}
        aria-describedby={`${id}-mistake`}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim()
          const next = text === '' ? NaN : Number(text)
          mistake.value = mistakeOf(next) ?? ''
          if (mistake.value === '') choose(next)
        }}
      />
      <span id={`${id}-mistake`} role="status" class="mistake">
        {mistake.value}
      </span>
    </p>
  )
}
