/** The page's own script: reads what it is made with, starts the engine, and draws the frame. */
import type { Given } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import { Frame } from './frame.tsx'
import { render } from './kit.ts'
import { parts } from './parts/all.ts'
import { finishedPart } from './parts/finished.tsx'
import { readSources } from './sources.ts'
import { createStore, type Store } from './store.ts'

declare global {
  // For tests, which end a worker and read a whole report.
  // eslint-disable-next-line no-var
  var plantshiftExplorer: Store | undefined
}

async function open(place: Element): Promise<void> {
  try {
    const families = [...new Set(parts.flatMap((part) => part.families))]
    const sources = await readSources()
    const given = unpack(sources.given) as Given
    const store = createStore(sources, families)
    globalThis.plantshiftExplorer = store
    place.replaceChildren()
    const shown = given.kind === 'finished' ? [finishedPart(given.study), ...parts] : parts
    render(<Frame store={store} parts={shown} />, place)
  } catch (error) {
    place.textContent = `This page cannot work here: ${error instanceof Error ? error.message : String(error)}`
  }
}

const place = document.querySelector('#page')
if (place !== null) void open(place)
