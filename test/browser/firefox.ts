/** Debian's Firefox, where it is installed, driven by WebDriver BiDi. PLANTSHIFT_REQUIRE_BROWSER=1 makes a missing one a failure. */
import { existsSync } from 'node:fs'
import { launch, type Browser } from 'puppeteer-core'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Path of the browser; undefined, with a line that says so, where there is none and none is required. */
export function findFirefox(): string | undefined {
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  const message = `no Firefox at ${places.join(', ')}: NOT TESTED there`
  if (process.env['PLANTSHIFT_REQUIRE_BROWSER'] === '1') throw new Error(message)
  process.stderr.write(`${message}\n`)
  return undefined
}

/** Starts it, with a profile of its own. */
export async function openFirefox(executablePath: string): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath, headless: true })
}
