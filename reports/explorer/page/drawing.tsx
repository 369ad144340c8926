/**
 * Charts of the reports in the page. They are drawn one after another, each in a turn of its own, those in view first; and again where
 * the page is wider or narrower than before.
 */
import { mapColours } from '../../charts/map/plantMap.ts'
import { fill, likely } from '../../charts/map/symbols.ts'
import { ink, pale, paper, quiet } from '../../charts/plot.ts'
import { saveText } from './save.tsx'
import { takeTurn } from './turns.ts'
import { type JSX, useSignal, useSignalEffect, type ReadonlySignal } from './kit.ts'

/** Colours of charts, and what stands for them in the style sheet of the page, in light and dark. */
const colours: readonly (readonly [string, string])[] = [
  [ink, 'var(--chart-ink)'],
  [quiet, 'var(--chart-quiet)'],
  [paper, 'var(--chart-paper)'],
  [pale, 'var(--chart-pale)'],
  [mapColours.sea, 'var(--map-sea)'],
  [mapColours.neighbours, 'var(--map-neighbours)'],
  [mapColours.coast, 'var(--map-coast)'],
  [mapColours.states, 'var(--map-states)'],
  [fill.closes, 'var(--map-closes)'],
  [fill.shrinks, 'var(--map-less)'],
  [fill.grows, 'var(--map-more)'],
  [likely, 'var(--map-likely)'],
]

function inColoursOfPage(svg: string): string {
  return colours.reduce(
    (text, [colour, name]) => text.replaceAll(`"${colour}"`, `"${name}"`).replaceAll(`: ${colour}`, `: ${name}`),
    svg,
  )
}

/** Whether any of it is on the screen. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= innerHeight
}

const widest = 760
const narrowest = 300

/**
 * A chart as one of the functions of `reports/charts` draws it.
 *
 * @param svg draws the chart for a width, pixels; it says in the picture what it shows for who does not see it
 */
export function Chart({ svg }: { readonly svg: ReadonlySignal<(width: number) => string> }): JSX.Element {
  const drawn = useSignal('')
  const frame = useSignal<HTMLElement | null>(null)
  useSignalEffect(() => {
    const draw = svg.value
    const place = frame.value
    if (place === null) return undefined
    let width = 0
    let isGone = false
    const fit = (): void => {
      const room = Math.max(narrowest, Math.min(widest, Math.floor(place.clientWidth)))
      if (room === width) return
      width = room
      takeTurn(isInView(place) ? 'seen' : 'unseen', () => {
        if (!isGone) drawn.value = inColoursOfPage(draw(room))
      })
    }
    const watch = new ResizeObserver(fit)
    watch.observe(place)
    return () => {
      isGone = true
      watch.disconnect()
    }
  })
  const save = (): void => {
    const name =
      frame
        .peek()
        ?.closest('figure')
        ?.id.replace(/^figure-/, '') ?? 'chart'
    saveText(`${name}.svg`, svg.peek()(widest))
  }
  return (
    <>
      <div
        class="chart"
        ref={(place) => {
          frame.value = place
        }}
        // The picture is drawn here, from texts that its functions escape.
        dangerouslySetInnerHTML={{ __html: drawn.value }}
      />
      <p class="save">
        <button type="button" disabled={drawn.value === ''} onClick={save}>
          Save as SVG
        </button>
      </p>
    </>
  )
}
