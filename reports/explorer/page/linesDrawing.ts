/** Draws thousands of lines on a canvas, some hundred in a turn of the page's thread, so that no turn is long. */
import type { Frame } from './lines.ts'

/** Lines of one turn. */
const atOnce = 400

/** Colours, as the style sheet of the page has them in light and dark. */
interface Colours {
  readonly left: string
  readonly kept: string
  readonly chosen: string
}

export interface Drawing {
  readonly canvas: HTMLCanvasElement
  readonly frame: Frame
  readonly places: readonly Float64Array[]
  readonly kept: Uint8Array
  readonly chosen: number | undefined
  /** [line] position of its option. */
  readonly options: ArrayLike<number>
}

/** Lengths of strokes and gaps by option, pixels, so that options differ by more than their place; the first is whole. */
const dashes: readonly (readonly number[])[] = [[], [9, 4], [2, 3], [12, 3, 2, 3], [5, 5]]

/** @param option its position among those that are drawn */
export function dashOf(option: number): readonly number[] {
  return dashes[option % dashes.length]
}

/** @returns stops what has not been drawn yet */
export function drawLines({ canvas, frame, places, kept, chosen, options }: Drawing): () => void {
  const context = canvas.getContext('2d')
  if (context === null) return () => undefined
  const { width, height } = canvas.getBoundingClientRect()
  const scale = globalThis.devicePixelRatio
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.scale(scale, scale)
  const colours = coloursOf(canvas)
  const all = Array.from(kept.keys())
  // What is left out lies below what is kept, and the line that is chosen above all.
  const order = [...all.filter((n) => kept[n] === 0), ...all.filter((n) => kept[n] === 1)]
  const strength = Math.max(0.12, Math.min(0.8, 60 / Math.max(1, order.length)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = (from: number): void => {
    for (const n of order.slice(from, from + atOnce)) {
      context.globalAlpha = kept[n] === 1 ? strength : strength / 2
      context.strokeStyle = kept[n] === 1 ? colours.kept : colours.left
      context.setLineDash([...dashOf(options[n])])
      stroke(context, frame, places, n)
    }
    if (from + atOnce < order.length) {
      timer = setTimeout(() => turn(from + atOnce))
    } else if (chosen !== undefined) {
      context.globalAlpha = 1
      context.lineWidth = 3
      context.strokeStyle = colours.chosen
      context.setLineDash([...dashOf(options[chosen])])
      stroke(context, frame, places, chosen)
    }
  }
  turn(0)
  return () => clearTimeout(timer)
}

/** A line has a gap where it has no value. */
function stroke(
  context: CanvasRenderingContext2D,
  { tops }: Frame,
  places: readonly Float64Array[],
  line: number,
): void {
  context.beginPath()
  let isOn = false
  places.forEach((place, axis) => {
    const x = place[line]
    if (Number.isNaN(x)) isOn = false
    else if (isOn) context.lineTo(x, tops[axis])
    else {
      context.moveTo(x, tops[axis])
      isOn = true
    }
  })
  context.stroke()
}

function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas)
  const of = (name: string): string => style.getPropertyValue(name).trim()
  return { left: of('--edge'), kept: of('--chart-ink'), chosen: of('--link') }
}
