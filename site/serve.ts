/** Serves a folder on this machine alone, as any web server would: for looking at the site, and for its checks. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface Served {
  /** With a slash at its end. */
  readonly address: string
  readonly stop: () => void
}

/** @param port a free one for 0 */
export async function serve(folder: string, base: string, port: number): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURI(url.replace(/[?#].*$/, ''))
    const asked = path.startsWith(base) ? join(folder, normalize(`/${path.slice(base.length)}`)) : ''
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked
    if (!existsSync(file)) {
      response.writeHead(404).end('There is no such page.')
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain; charset=utf-8' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${taken}${base}`, stop: () => server.close() }
}
