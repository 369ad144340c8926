/** One axis: its title and unit, its ends as fields, and the track with two ends that can be dragged. */
import type { FinishedAxis } from '../data/finishedStudy.ts'
import type { JSX } from './kit.ts'
import { extentOf, type Range, shareOf, valueText } from './lines.ts'

interface OfAxis {
  readonly axis: FinishedAxis
  /** Undefined where the whole axis is kept. */
  readonly range: Range | undefined
  readonly set: (range: Range) => void
}

/** @param boxes what the boxes of `discover` keep of the axis */
export function AxisRow({
  boxes,
  ...of
}: OfAxis & { readonly boxes: readonly { readonly box: number; readonly range: Range }[] }): JSX.Element {
  const { axis } = of
  const extent = extentOf(axis)
  const [low, high] = of.range ?? extent
  return (
    <div class="axis" role="group" aria-label={axis.title}>
      <div class="axis-title">
        <strong>{axis.title}</strong> <span class="reading">{axis.unit}</span>
        {boxes.map(({ box, range }) => (
          <span key={box} class="reading">
            {` Box ${box}: ${rangeText(axis, range)}.`}
          </span>
        ))}
        <div class="ends">
          <End {...of} end={0} />
          <End {...of} end={1} />
        </div>
      </div>
      <div class="track-room">
        <div class="track">
          {boxes.map(({ box, range }) => (
            <div key={box} class="box" aria-hidden="true" style={stretch(range, extent)}>
              <span>{box}</span>
            </div>
          ))}
          <div class="kept" style={stretch([low, high], extent)} />
          <Handle {...of} end={0} />
          <Handle {...of} end={1} />
          <span class="least">{valueText(axis, extent[0])}</span>
          <span class="most">{valueText(axis, extent[1])}</span>
        </div>
      </div>
    </div>
  )
}

function rangeText(axis: FinishedAxis, [low, high]: Range): string {
  if (low === high) return valueText(axis, low)
  if (low === -Infinity) return `at most ${valueText(axis, high)}`
  return high === Infinity ? `at least ${valueText(axis, low)}` : `${valueText(axis, low)} to ${valueText(axis, high)}`
}

function stretch([low, high]: Range, extent: Range): { readonly left: string; readonly right: string } {
  return { left: `${100 * shareOf(low, extent)}%`, right: `${100 * (1 - shareOf(high, extent))}%` }
}

interface OfEnd extends OfAxis {
  /** The lower one, or the upper. */
  readonly end: 0 | 1
}

const endNames = ['from', 'to'] as const

/** The range with one end at a value; the ends do not pass each other. */
function moved({ axis, range, end }: OfEnd, value: number): Range {
  const [least, most] = extentOf(axis)
  const [low, high] = range ?? [least, most]
  const within = Math.min(most, Math.max(least, value))
  return end === 0 ? [Math.min(within, high), high] : [low, Math.max(within, low)]
}

/** An end as a field: a number, or one of the words. */
function End(of: OfEnd): JSX.Element {
  const { axis, range, set, end } = of
  const value = (range ?? extentOf(axis))[end]
  const label = `${axis.title}, ${endNames[end]}`
  if (axis.words !== undefined) {
    return (
      <select
        aria-label={label}
        value={String(value)}
        onChange={({ currentTarget }) => set(moved(of, Number(currentTarget.value)))}
      >
        {axis.words.map((word, n) => (
          <option key={word} value={String(n)}>
            {word}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      value={
        range === undefined
          ? valueText(axis, value)
              .replaceAll(/[^\d.eE−-]/g, '')
              .replace('−', '-')
          : String(value)
      }
      onChange={({ currentTarget }) => {
        if (Number.isFinite(currentTarget.valueAsNumber)) set(moved(of, currentTarget.valueAsNumber))
      }}
    />
  )
}

/** Steps of the arrow keys along an axis of numbers, and of the page keys. */
const steps = 50
const pageSteps = 10

/** An end that is dragged, or moved by the arrow keys. */
function Handle(of: OfEnd): JSX.Element {
  const { axis, range, set, end } = of
  const extent = extentOf(axis)
  const [least, most] = extent
  const value = (range ?? extent)[end]
  const drag = (event: PointerEvent): void => {
    const { currentTarget, clientX, buttons } = event
    if (buttons !== 1 || !(currentTarget instanceof HTMLElement) || currentTarget.parentElement === null) return
    const { left, width } = currentTarget.parentElement.getBoundingClientRect()
    const place = least + ((clientX - left) / width) * (most - least)
    set(moved(of, axis.words === undefined ? place : Math.round(place)))
  }
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={`${axis.title}, ${endNames[end]}`}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={valueText(axis, value)}
      style={{ left: `${100 * shareOf(value, extent)}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      // A click on an end chooses no line.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        const to = keyed(event.key, value, extent, axis.words !== undefined)
        if (to === undefined) return
        event.preventDefault()
        set(moved(of, to))
      }}
    />
  )
}

/** Where a key leads from a value; undefined for a key that leads nowhere. */
function keyed(key: string, value: number, [least, most]: Range, isWords: boolean): number | undefined {
  const step = isWords ? 1 : (most - least) / steps
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step
    case 'PageDown':
      return value - pageSteps * step
    case 'PageUp':
      return value + pageSteps * step
    case 'Home':
      return least
    case 'End':
      return most
    default:
      return undefined
  }
}
