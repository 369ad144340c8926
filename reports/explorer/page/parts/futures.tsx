/**
 * One future at a time: a replicate is drawn and its years are stepped through; more are drawn, and the dots, the fan and the interval
 * grow out of them. Futures are the replicates of the study, in their order.
 */
import { outcomeDefinitions, outcomeIndex } from '../../../../engine/model/accounts/outcomes.ts'
import { futureDotsSvg, futurePathsSvg } from '../../../charts/futures.ts'
import { futuresInWords, futuresTable, spreadOrNone } from '../../../document/futures.ts'
import { outcomeTitle } from '../../../words/outcomes.ts'
import { usualCurveOutcome } from '../along.ts'
import { Chart } from '../drawing.tsx'
import { differencesOf, type Drawing, mostDrawn, useDrawing } from '../drawn.ts'
import { type JSX, type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '../kit.ts'
import { OutcomeChoice } from '../outcomeChoice.tsx'
import type { Part } from '../part.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'
import { FutureYears } from './futureYears.tsx'

/** What is shown of the futures that have been drawn. */
interface Shown {
  readonly years: readonly number[]
  /** Position of the year that is looked at. */
  readonly t: number
  /** [good future][year] */
  readonly paths: readonly (readonly number[])[]
  /** Of the good ones, the one that is told in full. */
  readonly told: number
  /** As in `Assembly jobs, United States, less base`. */
  readonly what: string
  readonly unit: string
  readonly failed: number
}

function Content({ store }: { readonly store: Store }): JSX.Element {
  const drawing = useDrawing(store)
  const step = useSignal(-1)
  const shown = useComputed((): Shown | undefined => {
    const told = drawing.told.value
    if (told === undefined) return undefined
    const { future } = told
    const [baseline, option] = future.scenarios
    const years = option.years.map(({ year }) => year)
    const definition = outcomeDefinitions[outcomeIndex(store.settings.value?.outcome ?? usualCurveOutcome)]
    const good = drawing.futures.value.filter(({ failure }) => failure === '')
    return {
      years,
      t: step.value in years ? step.value : yearAt(years, store.settings.value?.year),
      paths: differencesOf(good, definition.id),
      told: good.findIndex(({ replicate }) => replicate === future.replicate),
      what: `${outcomeTitle(definition)}, less ${baseline.name}`,
      unit: definition.unit,
      failed: drawing.futures.value.length - good.length,
    }
  })
  const chosen = useComputed(() => store.settings.value?.year)
  useSignalEffect(() => {
    // Whoever chooses a year for the whole page sees it here too.
    void chosen.value
    step.value = -1
  })
  return (
    <>
      <p>
        Nobody knows what parameters, rules and shocks will be; every replicate draws them once, for the baseline and
        the option alike. That is one future.
      </p>
      <OutcomeChoice store={store} id="futures-outcome" />
      <Buttons drawing={drawing} isReady={store.settings.value !== undefined} />
      {drawing.problem.value === '' ? null : (
        <p class="warning" role="alert">
          {drawing.problem.value}
        </p>
      )}
      {shown.value === undefined ? null : <Grown shown={shown} />}
      {shown.value === undefined || drawing.told.value === undefined ? null : (
        <FutureYears
          store={store}
          answer={drawing.told.value}
          t={shown.value.t}
          outcome={store.settings.value?.outcome ?? usualCurveOutcome}
          step={(t) => (step.value = t)}
          position={drawing.futures.value.findIndex(
            ({ replicate }) => replicate === drawing.told.value?.future.replicate,
          )}
          count={drawing.futures.value.length}
          show={drawing.show}
        />
      )}
    </>
  )
}

function Buttons({ drawing, isReady }: { readonly drawing: Drawing; readonly isReady: boolean }): JSX.Element {
  const { futures, isDrawing, draw, stop, beginAgain } = drawing
  const count = futures.value.length
  const canDraw = isReady && count < mostDrawn
  return (
    <p class="offered" id="futures-buttons">
      <button type="button" disabled={!canDraw} onClick={() => draw(1)}>
        Draw a future
      </button>
      <button type="button" disabled={!canDraw} onClick={() => draw(10)}>
        Draw ten more
      </button>
      <button
        type="button"
        aria-pressed={isDrawing.value}
        disabled={!canDraw}
        onClick={() => (isDrawing.value ? stop() : draw(mostDrawn))}
      >
        {isDrawing.value ? 'Stop' : 'Keep drawing'}
      </button>
      <button type="button" disabled={count === 0} onClick={beginAgain}>
        Begin again
      </button>
    </p>
  )
}

/** Position of a year that is chosen; of the last where none is. */
function yearAt(years: readonly number[], year: number | undefined): number {
  const found = year === undefined ? -1 : years.indexOf(year)
  return found < 0 ? years.length - 1 : found
}

/** What has grown out of the futures so far. */
function Grown({ shown }: { readonly shown: ReadonlySignal<Shown | undefined> }): JSX.Element | null {
  const words = useComputed(() => {
    const now = shown.value
    return now === undefined ? [] : futuresInWords(valuesAt(now), now.unit)
  })
  const dots = useComputed(() => {
    const now = shown.value
    return (width: number): string => (now === undefined || now.paths.length === 0 ? '' : dotsOf(now, width))
  })
  const paths = useComputed(() => {
    const now = shown.value
    return (width: number): string => (now === undefined || now.paths.length === 0 ? '' : pathsOf(now, width))
  })
  const now = shown.value
  if (now === undefined) return null
  const { failed, unit } = now
  return (
    <>
      <div role="status" id="futures-words">
        {words.value.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {failed === 0 ? null : (
          <p>{`${failed} more ${failed === 1 ? 'was' : 'were'} drawn that cannot be computed.`}</p>
        )}
      </div>
      <figure id="figure-futures">
        <figcaption>
          <strong>{titleOf(now)}.</strong> A dot is a future, the ring the one that is told below. Grey: where nine of
          ten lie; upright line and bar: their mean, and how far it may be off.
        </figcaption>
        <Chart svg={dots} />
        <details>
          <summary>Table: futures drawn</summary>
          <Table table={futuresTable(valuesAt(now), titleOf(now), unit)} />
        </details>
      </figure>
      <figure id="figure-paths">
        <figcaption>
          <strong>The same futures year by year, {now.what}.</strong> A line is a future, the thick one that which is
          told below; band: where nine of ten lie in that year; dashes: mean.
        </figcaption>
        <Chart svg={paths} />
      </figure>
    </>
  )
}

function titleOf({ what, years, t }: Shown): string {
  return `${what}, in ${years[t]}`
}

function valuesAt({ paths, t }: Shown): readonly number[] {
  return paths.map((path) => path[t])
}

function dotsOf(now: Shown, width: number): string {
  const values = valuesAt(now)
  return futureDotsSvg(
    {
      title: titleOf(now),
      unit: now.unit,
      values,
      shown: now.told,
      spread: spreadOrNone(values),
      words: futuresInWords(values, now.unit).join(' '),
    },
    width,
  )
}

function pathsOf(now: Shown, width: number): string {
  const { paths, years, t, told, unit, what } = now
  const spreads = years.flatMap((_, year) => spreadOrNone(paths.map((path) => path[year])) ?? [])
  const words = futuresInWords(valuesAt(now), unit).join(' ')
  return futurePathsSvg(
    { title: `${what}, year by year`, unit, years, paths, shown: told, year: years[t], spreads, words },
    width,
  )
}

export const futuresPart: Part = { id: 'futures', title: 'One future at a time', families: [], Content }
