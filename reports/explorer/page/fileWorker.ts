/** The script of the worker for files, started from a Blob like the others. */
import '../files/inPlaceOf/process.ts'
import { serveFiles } from '../files/serveFiles.ts'
import type { ToFiles } from '../files/messages.ts'

const scope = globalThis as unknown as {
  addEventListener: (kind: 'message', hear: (event: MessageEvent) => void) => void
  postMessage: (message: unknown) => void
}
const hear = serveFiles((message) => scope.postMessage(message))

scope.addEventListener('message', ({ data }) => hear(data as ToFiles))
