/**
 * The first script of the page, a short one: loads what the workers need and starts them, so that they compute while the browser
 * reads the page's own script, which it asks for then.
 */
import { startEngine } from './engine.ts'
import { readSources } from './sources.ts'
import type { Started } from './started.ts'

/** File of the page's own script; undefined in the one-file page, where it stands behind this one. */
const next = document.currentScript?.dataset['next']

async function start(): Promise<Started> {
  const sources = await readSources()
  const engine = startEngine(sources)
  // The first formatter of numbers that a browser makes takes longer than all that the page's script does when it is read; charts make
  // one then. While the workers wake there is time.
  void new Intl.NumberFormat('en-US').format(0)
  await engine.awake
  return { sources, engine }
}

function loadPage(file: string): void {
  const script = document.createElement('script')
  script.src = file
  document.body.append(script)
}

globalThis.plantshiftStarted = start()
// What went wrong is told by the page's own script.
const then = (): void => {
  if (next !== undefined) loadPage(next)
}
globalThis.plantshiftStarted.then(then, then)
