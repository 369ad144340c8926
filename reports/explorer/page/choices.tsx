/** The left side: baseline and option, how many replicates, and what else can be chosen. */
import type { Listed } from '../engine/protocol.ts'
import { type JSX, useComputed } from './kit.ts'
import { Levers } from './levers.tsx'
import { OpenFile } from './openFile.tsx'
import { mostReplicates, settingsFor } from './settings.ts'
import { ShownChoices } from './shownChoices.tsx'
import { Unknowns } from './unknowns.tsx'
import type { Store } from './store.ts'

/** All choices. */
export function Choices({ store }: { readonly store: Store }): JSX.Element | null {
  const { settings, listed } = store
  const now = settings.value
  if (now === undefined) return null
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <ScenarioChoice
        id="option"
        title="Option"
        value={now.option}
        listed={listed.value}
        // The baseline goes with the option, unless it was chosen by itself.
        choose={(option) => store.change({ ...settingsFor(option, listed.value), replicates: now.replicates })}
      />
      <ScenarioChoice
        id="baseline"
        title="Compared with"
        value={now.baseline}
        listed={listed.value}
        choose={(baseline) => store.change({ baseline })}
      />
      <OpenFile store={store} />
      <ShownChoices store={store} />
      <Replicates store={store} />
      <Levers store={store} />
      <Unknowns store={store} />
    </form>
  )
}

function ScenarioChoice({
  id,
  title,
  value,
  listed,
  choose,
}: {
  readonly id: string
  readonly title: string
  readonly value: string
  readonly listed: readonly Listed[]
  readonly choose: (name: string) => void
}): JSX.Element {
  const found = listed.find(({ name }) => name === value)
  return (
    <div class="choice">
      <label for={id}>{title}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-question`}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {listed.map((one) => (
          <option key={one.name} value={one.name}>
            {one.title}
          </option>
        ))}
      </select>
      <p id={`${id}-question`} class="reading">
        {found?.question} <code>{found?.name}</code>
      </p>
    </div>
  )
}

const counts = [50, 200, 500, 1000, 2000, 5000, mostReplicates] as const

function Replicates({ store }: { readonly store: Store }): JSX.Element {
  const chosen = useComputed(() => store.settings.value?.replicates ?? 0)
  const offered = [...new Set([...counts, chosen.value])].toSorted((one, other) => one - other)
  return (
    <div class="choice">
      <label for="replicates">Futures to draw (replicates), at most</label>
      <select
        id="replicates"
        value={String(chosen.value)}
        onChange={({ currentTarget }) => store.change({ replicates: Number(currentTarget.value) })}
      >
        {offered.map((count) => (
          <option key={count} value={String(count)}>
            {count}
          </option>
        ))}
      </select>
    </div>
  )
}
