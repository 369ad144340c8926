/** A server for the files of one page, to this machine alone. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'

export interface PageServer {
  /** As in `http://127.0.0.1:4173/`. */
  readonly address: string
  /** Ends it, and connections that are open. */
  readonly close: () => void
  /** Fulfilled when it has ended. */
  readonly closed: Promise<void>
}

const host = '127.0.0.1'

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * @param files by name; `index.html` is the page
 * @param port 0 for a free one
 * @throws an error of kind `usage` where another program has the port
 */
export async function servePage(files: ReadonlyMap<string, Uint8Array>, port: number): Promise<PageServer> {
  const server = createServer((request, response) => answer(files, request, response))
  const closed = new Promise<void>((resolve) => {
    server.once('close', resolve)
  })
  await listening(server, port)
  const given = server.address()
  const address = `http://${host}:${typeof given === 'object' ? given?.port : port}/`
  return {
    address,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
    closed,
  }
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE'
      reject(isTaken ? usageError(`--port: another program has ${port}; give another, or leave --port out`) : error)
    })
    server.listen(port, host, resolve)
  })
}

function answer(files: ReadonlyMap<string, Uint8Array>, request: IncomingMessage, response: ServerResponse): void {
  const name = (request.url ?? '/').replace(/[?#].*$/, '').slice(1) || 'index.html'
  const content = files.get(name)
  // A page of elsewhere that has a name lead here asks under that name.
  const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const status = !isOurs ? 421 : !isRead ? 405 : content === undefined ? 404 : 200
  response.writeHead(status, {
    'content-type': status === 200 ? (kinds[extname(name)] ?? 'application/octet-stream') : 'text/plain',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  response.end(status === 200 && request.method === 'GET' ? content : undefined)
}
