/** What the first script of the page has started, for the page's own script, which comes later. */
import type { Engine } from './engine.ts'
import type { Sources } from './sources.ts'

export interface Started {
  readonly sources: Sources
  readonly engine: Engine
}

declare global {
  // Two scripts of one page have no other way to hand something over.
  // eslint-disable-next-line no-var
  var plantshiftStarted: Promise<Started> | undefined
}
