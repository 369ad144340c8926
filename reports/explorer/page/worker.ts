/**
 * The one script of all workers. The first message says whether it is to conduct or to be a hand. It is bundled as a classic script
 * and started from a Blob: from a file on disk a browser starts no other.
 */
import { serveAsides } from '../engine/aside.ts'
import { conduct } from '../engine/conductor.ts'
import { serveAsHand } from '../engine/hand.ts'
import type { Port, ToConductor } from '../engine/protocol.ts'
import { knownOf, readLink } from './link.ts'
import { portOf } from './ports.ts'
import { studyOf } from './settings.ts'

/** What a worker's own scope has. */
interface WorkerScope {
  addEventListener: (kind: 'message', hear: (event: MessageEvent) => void) => void
  postMessage: (message: unknown) => void
}

const scope = globalThis as unknown as WorkerScope
let takeHand: ReturnType<typeof conduct> | undefined
let hear: ((message: unknown) => void) | undefined

/** Calls back after the messages that have come: a message to itself comes behind them. */
function afterMessages(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  return (work) => {
    waiting.push(work)
    port2.postMessage(undefined)
  }
}

/** The page's end. */
const page: Port = {
  post: (message) => scope.postMessage(message),
  listen: (listener) => {
    hear = listener
  },
}

/** @param link of the page, which asks for what is in it as soon as it can; none for a conductor that takes the place of another */
function beConductor(link: string | undefined): void {
  takeHand = conduct(page, {
    now: () => performance.now(),
    every: (time, look) => void setInterval(look, time),
    first: (ready) => (link === undefined ? undefined : studyOf(readLink(link, knownOf(ready)).settings)),
  })
}

scope.addEventListener('message', ({ data, ports }) => {
  const told = data as
    | ToConductor
    | { readonly kind: 'conduct'; readonly link?: string }
    | { readonly kind: 'serve' | 'aside' }
  if (told.kind === 'conduct') beConductor(told.link)
  else if (told.kind === 'aside') serveAsides(page)
  else if (told.kind === 'serve') serveAsHand(portOf(ports[0]), afterMessages())
  else if (told.kind === 'hand') takeHand?.(told.hand, portOf(ports[0]))
  else hear?.(told)
})
