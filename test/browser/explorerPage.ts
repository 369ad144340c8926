/** The explorer's page in a real browser, for tests: the same few things in Chromium and in Firefox. */
import { fileURLToPath } from 'node:url'
import type { Report } from '../../reports/data/report.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { findFirefox, openFirefox } from './firefox.ts'

/** As the build has written it. */
export const oneFile: string = fileURLToPath(
  new URL('../../dist/reports/explorer/built/explorer.html', import.meta.url),
)

/** A page of either browser. */
export interface OpenPage {
  readonly goto: (address: string) => Promise<void>
  /** @param script an expression, whose value is plain data; a promise is waited for */
  readonly evaluate: (script: string) => Promise<unknown>
  /** What the page has complained of: errors, and lines on its console. */
  readonly complaints: readonly string[]
  /** Addresses that it has asked for. */
  readonly requests: readonly string[]
}

export interface OpenBrowser {
  readonly page: () => Promise<OpenPage>
  readonly close: () => Promise<void>
}

/** By name, how each is found and started. */
export const browsers: readonly {
  readonly name: string
  readonly path: string | undefined
  readonly open: (path: string) => Promise<OpenBrowser>
}[] = [
  { name: 'Chromium', path: findBrowser(), open: openChromium },
  { name: 'Firefox', path: findFirefox(), open: openGecko },
]

async function openChromium(path: string): Promise<OpenBrowser> {
  const browser = await openBrowser(path)
  return {
    close: async () => browser.close(),
    page: async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const [complaints, requests]: string[][] = [[], []]
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => requests.push(request.url()))
      return {
        goto: async (address) => void (await page.goto(address)),
        evaluate: async (script) => page.evaluate(script),
        complaints,
        requests,
      }
    },
  }
}

async function openGecko(path: string): Promise<OpenBrowser> {
  const browser = await openFirefox(path)
  return {
    close: async () => browser.close(),
    page: async () => {
      const page = await browser.newPage()
      const [complaints, requests]: string[][] = [[], []]
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('request', (request) => requests.push(request.url()))
      return {
        goto: async (address) => void (await page.goto(address)),
        evaluate: async (script) => page.evaluate(script),
        complaints,
        requests,
      }
    },
  }
}

/** Asked again and again: the page lets no script be made from a text, on which waiting by the driver's own means rests. */
export async function until(page: Pick<OpenPage, 'evaluate'>, condition: string): Promise<void> {
  while ((await page.evaluate(`Boolean(${condition})`)) !== true)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

/** When all replicates of what is chosen are there. */
export async function untilWhole(page: OpenPage): Promise<void> {
  const store = 'globalThis.plantshiftExplorer'
  await until(
    page,
    `${store} && ((!${store}.isOld.value && ${store}.picture.value.isWhole) || ${store}.problems.value.length > 0)`,
  )
}

/** All that the engine in the page has come to. JSON knows no NaN, which tables of one replicate are full of. */
export async function reportIn(page: OpenPage): Promise<Report> {
  const text = await page.evaluate(`plantshiftExplorer.ask({ kind: 'report' }).then((report) =>
    JSON.stringify(report, (_, value) => typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value))`)
  return JSON.parse(String(text), (_, value: unknown) => {
    const isNumber = typeof value === 'object' && value !== null && 'number' in value && Object.keys(value).length === 1
    return isNumber ? Number(value.number) : value
  }) as Report
}
