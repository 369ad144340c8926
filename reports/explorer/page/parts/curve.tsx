/**
 * An outcome along a lever, as on a Laffer curve, with its band and its peak. The lever is drawn along it: by the pointer on the curve,
 * or by the slider below it, and everything else on the page follows.
 */
import type { Lever } from '../../../../scenarios/levers/lever.ts'
import { leverOf, levers } from '../../../../scenarios/levers/table.ts'
import { curveFrame, curveSvg } from '../../../charts/curve.ts'
import { curveTable } from '../../../document/curveSection.ts'
import type { SweepCurve } from '../../../data/parts.ts'
import { sweepCurve } from '../../../text/optimum/curve.ts'
import { Chart } from '../drawing.tsx'
import { useGrowing } from '../growing.ts'
import { watchFor } from '../watchFor.ts'
import { type JSX, useComputed, useSignal } from '../kit.ts'
import { curveCounts, nearestStep, settingText, usualAlong, usualCurveOutcome } from '../along.ts'
import { OutcomeChoice } from '../outcomeChoice.tsx'
import type { Part } from '../part.ts'
import { studyOf } from '../settings.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'
import { capital } from '../../../words/words.ts'

function Content({ store }: { readonly store: Store }): JSX.Element {
  const { settings } = store
  const isSeen = useSignal(false)
  const along = useComputed(() => leverOf(settings.value?.along ?? usualAlong))
  const { answer, isWhole, problem } = useGrowing<'curve'>(
    store,
    () => {
      const now = settings.value
      const lever = along.value
      if (now === undefined || lever === undefined || !isSeen.value) return undefined
      const { [lever.id]: _, ...others } = now.levers
      return {
        kind: 'curve',
        // The curve is the same wherever its own lever stands.
        settings: { ...studyOf(now), levers: others, replicates: 0 },
        lever: lever.id,
        outcome: now.outcome ?? usualCurveOutcome,
        year: now.year,
      }
    },
    { counts: curveCounts, waits: true },
  )
  const curve = useComputed(() => answer.value && sweepCurve(answer.value.optimum, answer.value.asked))
  const place = useComputed(() => {
    const lever = along.value
    const set = lever && settings.value?.levers[lever.id]
    return typeof set === 'number' ? set : answer.value?.stands
  })
  return (
    <div ref={(element) => watchFor(element, () => (isSeen.value = true))}>
      <Choice store={store} lever={along.value} />
      {problem.value === '' ? null : (
        <p class="warning" role="alert">
          {problem.value}
        </p>
      )}
      {curve.value === undefined || along.value === undefined ? (
        <p class="progress">{problem.value === '' ? 'The curve is drawn when the study is done…' : ''}</p>
      ) : (
        <Drawn
          store={store}
          lever={along.value}
          curve={curve.value}
          place={place.value}
          isWhole={isWhole.value}
          needs={needsText(along.value)}
        />
      )}
    </div>
  )
}

/** A setting without which the lever changes nothing that anybody notices. */
function needsText({ needs }: Lever): string {
  return needs === undefined ? '' : ` It hardly matters unless ${Object.entries(needs).map(settingText).join(' and ')}.`
}

function Choice({ store, lever }: { readonly store: Store; readonly lever: Lever | undefined }): JSX.Element {
  const groups = [...new Set(levers.map(({ group }) => group))]
  return (
    <div class="row">
      <div class="choice">
        <label for="curve-lever">Along</label>
        <select
          id="curve-lever"
          value={lever?.id}
          aria-describedby="curve-rule"
          onChange={({ currentTarget }) => store.change({ along: currentTarget.value })}
        >
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {levers
                .filter((one) => one.group === group && one.values.kind === 'number')
                .map(({ id, title, unit }) => (
                  <option key={id} value={id}>
                    {`${title} (${unit})`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <OutcomeChoice store={store} id="curve-outcome" />
    </div>
  )
}

interface DrawnThings {
  readonly store: Store
  readonly lever: Lever
  readonly curve: SweepCurve
  /** Where the lever stands; undefined where the option has no such rule. */
  readonly place: number | undefined
  readonly isWhole: boolean
  readonly needs: string
}

function Drawn({ store, lever, curve, place, isWhole, needs }: DrawnThings): JSX.Element | null {
  const drawn = useSignal(curve)
  if (drawn.peek() !== curve) drawn.value = curve
  const svg = useComputed(() => {
    const now = drawn.value
    return (width: number): string => curveSvg(now, width)
  })
  const { values } = lever
  if (values.kind !== 'number') return null
  const set = (value: number): void => {
    const level = nearestStep(values, value)
    if (level !== store.settings.peek()?.levers[lever.id]) {
      store.change({ levers: { ...store.settings.peek()?.levers, [lever.id]: level } })
    }
  }
  const { left, right } = curveFrame(curve)
  const share = place === undefined ? 0 : (place - values.least) / (values.most - values.least)
  const text = place === undefined ? '' : settingText([lever.id, place])
  return (
    <>
      <figure id="figure-curve">
        <figcaption>
          <strong>
            {capital(curve.outcome)}, {curve.unit}.
          </strong>{' '}
          Line: mean; band: 90% of replicates; short bars: how far the mean may be off for want of replicates.{' '}
          {curve.replicates} replicates at each of {curve.points.length} levels, the same draws at all.
          {isWhole ? '' : ' More are on their way.'}
        </figcaption>
        <div
          class="curve"
          onPointerDown={(event) => drag(event, curve, set)}
          onPointerMove={(event) => drag(event, curve, set)}
        >
          <Chart svg={svg} />
          {place === undefined ? null : (
            <div
              class={share > 0.5 ? 'at right' : 'at'}
              aria-hidden="true"
              style={{ left: `calc(${left}px + ${share} * (100% - ${left + right}px))` }}
            >
              <span>{text.slice(lever.title.length).trim()}</span>
            </div>
          )}
          <input
            type="range"
            id="curve-level"
            aria-label={lever.title}
            aria-valuetext={text}
            min={values.least}
            max={values.most}
            step={values.step}
            value={place ?? values.least}
            style={{ marginLeft: `${left - 8}px`, width: `calc(100% - ${left + right - 16}px)` }}
            onInput={({ currentTarget }) => set(Number(currentTarget.value))}
          />
        </div>
        <p class="reading" id="curve-rule">
          Drag the line, or move the slider with the arrow keys: the option takes the value, and everything on this page
          follows. {lever.rule}
          {needs}
        </p>
      </figure>
      <ul>
        {curve.words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary>Table: the curve</summary>
        <Table table={curveTable(curve, 0)} />
      </details>
    </>
  )
}

/** Sets the lever where the pointer is on the plot, while it is pressed. */
function drag(event: PointerEvent, { points, ...curve }: SweepCurve, set: (level: number) => void): void {
  const { currentTarget, target, buttons, clientX } = event
  if (buttons !== 1 || target instanceof HTMLInputElement || !(currentTarget instanceof HTMLElement)) return
  const { left, right } = curveFrame({ points, ...curve })
  const box = currentTarget.getBoundingClientRect()
  const share = (clientX - box.left - left) / (box.width - left - right)
  const [least, most] = [points[0].level, points[points.length - 1].level]
  if (event.type === 'pointerdown') currentTarget.setPointerCapture(event.pointerId)
  set(least + Math.max(0, Math.min(1, share)) * (most - least))
}

export const curvePart: Part = { id: 'curve', title: 'Along a lever', families: [], Content }
