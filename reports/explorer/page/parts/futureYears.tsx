/** One future in full: its years, stepped through or played, with the rules in force, what moves, and where. */
import { outcomeDefinitions, outcomeIndex } from '../../../../engine/model/accounts/outcomes.ts'
import { type FutureRow, futureTable } from '../../../document/futures.ts'
import { moveLine } from '../../../text/replayText.ts'
import { outcomeTitle } from '../../../words/outcomes.ts'
import type { FutureAnswer } from '../../engine/asides.ts'
import { type JSX, useSignal, useSignalEffect } from '../kit.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'
import { FutureMap } from './futureMap.tsx'

interface ShownYear {
  readonly store: Store
  readonly answer: FutureAnswer
  /** Position of the year. */
  readonly t: number
  readonly outcome: string
  readonly step: (t: number) => void
  /** Of the future among those that were drawn. */
  readonly position: number
  readonly count: number
  readonly show: (position: number) => void
}

/** Between two years while it plays, milliseconds. */
const yearLasts = 1500

/** The future with its controls. */
export function FutureYears(shown: ShownYear): JSX.Element {
  const { answer, t, position, count, show } = shown
  const [baseline, option] = answer.future.scenarios
  const { year, regime, moves } = option.years[t]
  const ordered = option.years.slice(0, t + 1).flatMap((one) => one.moves.map((move) => moveLine(one.year, move)))
  return (
    <div id="future">
      <h3>
        Future {position + 1} of {count}
      </h3>
      <p class="offered">
        <button type="button" disabled={position <= 0} onClick={() => show(position - 1)}>
          Future before
        </button>
        <button type="button" disabled={position >= count - 1} onClick={() => show(position + 1)}>
          Next future
        </button>
      </p>
      <YearControls {...shown} />
      <p id="future-year" role="status">
        <strong>{year}:</strong> under {option.name} the rules are “{regime}”
        {baseline.years[t].regime === regime ? ', as under ' : `, under ${baseline.name} “${baseline.years[t].regime}”`}
        {baseline.years[t].regime === regime ? baseline.name : ''}. {moveCount(moves.length)}
      </p>
      <details>
        <summary>{`Moves ordered under ${option.name} up to ${year}: ${ordered.length}`}</summary>
        <p class="reading">Gain over staying, net of the sunk cost, and the sunk cost: million USD.</p>
        <ul>
          {ordered.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
      <FutureMap store={shown.store} answer={answer} t={t} />
      <YearTable {...shown} />
      <p class="reading">
        The same from the command line: <code>{answer.reproduce}</code>
      </p>
    </div>
  )
}

function moveCount(count: number): string {
  if (count === 0) return 'No line is ordered to move in this year.'
  return count === 1 ? 'One line is ordered to move in this year.' : `${count} lines are ordered to move in this year.`
}

function YearControls({ answer, t, step }: ShownYear): JSX.Element {
  const isPlaying = useSignal(false)
  const at = useSignal(t)
  at.value = t
  const years = answer.future.scenarios[0].years.map(({ year }) => year)
  const last = years.length - 1
  useSignalEffect(() => {
    if (!isPlaying.value) return undefined
    if (at.value >= last) {
      isPlaying.value = false
      return undefined
    }
    const next = at.value + 1
    const timer = setTimeout(() => step(next), yearLasts)
    return () => clearTimeout(timer)
  })
  const play = (): void => {
    if (!isPlaying.peek() && t >= last) step(0)
    isPlaying.value = !isPlaying.peek()
  }
  const go = (to: number): void => {
    isPlaying.value = false
    step(Math.max(0, Math.min(last, to)))
  }
  // Nothing moves by itself for who has asked for that: years are stepped through.
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  return (
    <div class="years" role="group" aria-label="Year of this future">
      <button type="button" aria-label="Year before" disabled={t <= 0} onClick={() => go(t - 1)}>
        ◀
      </button>
      <input
        type="range"
        id="future-step"
        aria-label="Year"
        aria-valuetext={String(years[t])}
        min={0}
        max={last}
        step={1}
        value={t}
        onInput={({ currentTarget }) => go(Number(currentTarget.value))}
      />
      <button type="button" aria-label="Next year" disabled={t >= last} onClick={() => go(t + 1)}>
        ▶
      </button>
      <output for="future-step">{years[t]}</output>
      {isStill ? null : (
        <button type="button" aria-pressed={isPlaying.value} onClick={play}>
          {isPlaying.value ? 'Pause' : 'Play'}
        </button>
      )}
    </div>
  )
}

function YearTable({ answer, outcome }: ShownYear): JSX.Element {
  const [baseline, option] = answer.future.scenarios
  const c = outcomeIndex(outcome)
  const definition = outcomeDefinitions[c]
  const rows = option.years.map(({ year, regime, outcomes }, t): FutureRow => {
    const before = baseline.years[t]
    return { year, rules: [before.regime, regime], baseline: before.outcomes[c], option: outcomes[c] }
  })
  const caption = `${outcomeTitle(definition)}, ${definition.unit}, in this one future`
  return (
    <details>
      <summary>Table: this future, year by year</summary>
      <Table table={futureTable(rows, [caption, baseline.name, option.name])} />
    </details>
  )
}
