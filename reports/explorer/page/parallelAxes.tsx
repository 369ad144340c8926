/**
 * Parallel axes: each lies across the page, one below the other, so that their titles can be read and a telephone has room for them;
 * a line runs from the first to the last. Ranges are dragged, moved by the arrow keys, or typed.
 */
import type { FinishedBox, FinishedStudy } from '../data/finishedStudy.ts'
import { AxisRow } from './axisRow.tsx'
import type { ChosenLines } from './chosenLines.ts'
import { type JSX, useComputed, useSignal, useSignalEffect } from './kit.ts'
import { extentOf, type Frame, nearestLine, placesOf, type Range } from './lines.ts'
import { dashOf, drawLines } from './linesDrawing.ts'

/** How far from a line a click may be, pixels. */
const reach = 12

export interface OfLines {
  readonly study: FinishedStudy
  readonly chosen: ChosenLines
}

/** The axes with their lines, the boxes of `discover`, and the choice of axes. */
export function ParallelAxes({ study, chosen }: OfLines): JSX.Element {
  const { axes, ranges, kept, line } = chosen
  const stage = useSignal<HTMLElement | null>(null)
  const frame = useSignal<Frame | undefined>(undefined)
  const options = optionsIn(study)
  const places = useComputed(() => frame.value && placesOf(axes.value, frame.value))
  useSignalEffect(() => watchFrame(stage.value, axes.value.length, (found) => (frame.value = found)))
  useSignalEffect(() => {
    const canvas = stage.value?.querySelector('canvas')
    const [at, where] = [frame.value, places.value]
    const drawn = { kept: kept.value, chosen: line.value }
    if (!canvas || at === undefined || where?.length !== at.tops.length) return undefined
    const positions = study.lineScenario.map((scenario) => Math.max(0, options.indexOf(scenario)))
    return drawLines({ canvas, frame: at, places: where, options: positions, ...drawn })
  })
  const choose = (event: MouseEvent): void => {
    const [at, where, element] = [frame.value, places.value, stage.value]
    if (at === undefined || where === undefined || element === null) return
    const box = element.getBoundingClientRect()
    const found = nearestLine(at, where, kept.value, [event.clientX - box.left, event.clientY - box.top], reach)
    if (found !== undefined) line.value = found
  }
  return (
    <>
      <Boxes study={study} chosen={chosen} />
      <Options study={study} options={options} />
      <p class="reading">
        Keep a part of an axis: drag its ends, move them with the arrow keys, or type them. A click on a line tells the
        replicate behind it; the list below does the same by keyboard.
      </p>
      <div class="axes" id="axes" ref={(element) => void (stage.value = element)} onClick={choose}>
        <canvas aria-hidden="true" />
        {axes.value.map((axis) => (
          <AxisRow
            key={axis.id}
            axis={axis}
            range={ranges.value[axis.id]}
            boxes={limitsOn(study.discovery?.boxes ?? [], axis.id)}
            set={(range) => (ranges.value = withRange(ranges.value, axis.id, range, extentOf(axis)))}
          />
        ))}
      </div>
      <AxisChoice study={study} chosen={chosen} />
    </>
  )
}

/** Positions of the scenarios whose lines are told apart; none where a line is a point of a sweep. */
function optionsIn({ kind, lineScenario }: FinishedStudy): readonly number[] {
  return kind === 'points' ? [] : [...new Set(lineScenario)]
}

/** How the lines of each option are dashed, where there are several. */
function Options({
  study: { scenarios },
  options,
}: {
  readonly study: FinishedStudy
  readonly options: readonly number[]
}): JSX.Element | null {
  if (options.length < 2) return null
  return (
    <ul class="plain" id="dashes" aria-label="Lines of each option">
      {options.map((scenario, n) => (
        <li key={scenario}>
          <svg width="60" height="10" aria-hidden="true">
            <line x1="0" y1="5" x2="60" y2="5" stroke="currentColor" stroke-dasharray={dashOf(n).join(' ')} />
          </svg>{' '}
          {scenarios[scenario].title} <code>{scenarios[scenario].name}</code>
        </li>
      ))}
    </ul>
  )
}

/** What each box says of an axis, with the number of the box. */
function limitsOn(
  boxes: readonly FinishedBox[],
  axis: string,
): readonly { readonly box: number; readonly range: Range }[] {
  return boxes.flatMap(({ limits }, n) =>
    limits.filter((limit) => limit.axis === axis).map(({ low, high }) => ({ box: n + 1, range: [low, high] as const })),
  )
}

/** A range that leaves nothing out is none. */
function withRange(ranges: ChosenLines['ranges']['value'], id: string, [low, high]: Range, [least, most]: Range) {
  const { [id]: _, ...others } = ranges
  return low <= least && high >= most ? others : { ...others, [id]: [low, high] as const }
}

/** Where the axes lie, whenever that changes: when the window does, and when fonts or titles do. */
function watchFrame(stage: HTMLElement | null, count: number, tell: (frame: Frame) => void): (() => void) | undefined {
  if (stage === null) return undefined
  const look = (): void => {
    const tracks = [...stage.querySelectorAll('.track')]
    if (tracks.length !== count || count === 0) return
    const { left, top } = stage.getBoundingClientRect()
    const boxes = tracks.map((track) => track.getBoundingClientRect())
    tell({
      tops: boxes.map((box) => box.top - top + box.height / 2),
      left: boxes[0].left - left,
      width: boxes[0].width,
    })
  }
  const watch = new ResizeObserver(look)
  watch.observe(stage)
  // Rows are there after this turn.
  const timer = setTimeout(look)
  return () => {
    watch.disconnect()
    clearTimeout(timer)
  }
}

/** What `discover` has found, each box with a button that takes its limits as ranges. */
function Boxes({ study: { discovery, axes }, chosen: { shown, ranges } }: OfLines): JSX.Element | null {
  if (discovery === undefined) return null
  const take = ({ limits }: FinishedBox): void => {
    shown.value = new Set([...shown.value, ...limits.map(({ axis }) => axis)])
    ranges.value = Object.fromEntries(
      limits.map(({ axis, low, high }) => {
        const [least, most] = extentOf(axes.find(({ id }) => id === axis) ?? axes[0])
        return [axis, [Math.max(low, least), Math.min(high, most)] as const]
      }),
    )
  }
  return (
    <div id="boxes">
      <p>
        Found by <code>{discovery.reproduce}</code>. It fails where: {discovery.event}.
        {discovery.boxes.length === 0 ? ' No box was borne out.' : ''}
      </p>
      <ol>
        {discovery.boxes.map((box) => (
          <li key={box.sentence}>
            {box.sentence}{' '}
            {box.elsewhere.length === 0
              ? ''
              : `Its limits on ${box.elsewhere.join(', ')} cannot be drawn: these lines have no such axis. `}
            {box.limits.length === 0 ? null : (
              <button type="button" onClick={() => take(box)}>
                Keep this box
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function AxisChoice({ study, chosen: { shown } }: OfLines): JSX.Element {
  const turn = (id: string): void => {
    const next = new Set(shown.value)
    if (!next.delete(id)) next.add(id)
    // A line needs two ends.
    if (next.size >= 2) shown.value = next
  }
  return (
    <details id="axis-choice">
      <summary>
        Axes: {shown.value.size} of {study.axes.length} are shown
      </summary>
      {study.axes.map(({ id, title }) => (
        <label key={id} class="axis-choice">
          <input type="checkbox" checked={shown.value.has(id)} onChange={() => turn(id)} /> {title}
        </label>
      ))}
    </details>
  )
}
