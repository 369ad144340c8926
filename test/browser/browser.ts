/** Debian's Chromium, where it is installed. PLANTSHIFT_REQUIRE_BROWSER=1 makes a missing one a failure, as in CI. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of the browser; undefined, with a line that says so, where there is none and none is required. */
export function findBrowser(): string | undefined {
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  const message = `no browser at ${places.join(', ')}: reports are not looked at in one`
  if (process.env['PLANTSHIFT_REQUIRE_BROWSER'] === '1') throw new Error(message)
  process.stderr.write(`${message}\n`)
  return undefined
}

export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags })
}

/** Pages of a PDF, which names each of them. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
