/** The page's own script: takes the engine that has been started, and draws the frame. */
import type { Given } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import { Frame } from './frame.tsx'
import { followersOf } from './following.ts'
import { render } from './kit.ts'
import { parts } from './parts/all.ts'
import { finishedPart } from './parts/finished.tsx'
import type { Started } from './started.ts'
import { createStore, type Store } from './store.ts'
import { takeTurn } from './turns.ts'

declare global {
  // For tests, which end a worker and read a whole report.
  // eslint-disable-next-line no-var
  var plantshiftExplorer: Store | undefined
}

async function open(place: Element, starting: Promise<Started>): Promise<void> {
  try {
    const families = [...new Set(parts.flatMap((part) => part.families))]
    const started = await starting
    // What the script itself takes, and drawing the frame, are a turn each.
    await new Promise<void>((resolve) => takeTurn('words', resolve))
    const given = unpack(started.sources.given) as Given
    const shown = given.kind === 'finished' ? [finishedPart(given.study), ...parts] : parts
    const stores = followersOf(createStore(started, families), shown.length + 1)
    // The last has a picture when all parts have it.
    const store = stores[shown.length]
    globalThis.plantshiftExplorer = store
    place.replaceChildren()
    render(<Frame store={store} parts={shown} stores={stores} />, place)
  } catch (error) {
    place.textContent = `This page cannot work here: ${error instanceof Error ? error.message : String(error)}`
  }
}

const place = document.querySelector('#page')
if (place !== null && globalThis.plantshiftStarted !== undefined) void open(place, globalThis.plantshiftStarted)
