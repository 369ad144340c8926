/** The built site as a reader meets it: in a browser, light and dark, on a telephone, with nothing but what lies in its folder. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, openBrowser } from '../test/browser/browser.ts'
import { siteBase, siteFolder } from './places.ts'
import { serve, type Served } from './serve.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const lesson = 'docs/learn/2-why-a-threat-moves-plants.html'
const path = findBrowser()

describe.skipIf(path === undefined)('the site in a browser', () => {
  let browser: Browser
  let served: Served
  const complaints: string[] = []
  beforeAll(async () => {
    served = await serve(siteFolder, siteBase, 0)
    browser = await openBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser.close()
    served.stop()
  })

  async function open(address: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address) && !/^(?:data|blob):/.test(request.url()))
        complaints.push(request.url())
    })
    await page.goto(served.address + address)
    return page
  }

  test.each(['light', 'dark'] as const)(
    'axe finds nothing at WCAG 2.2 AA, and no page is wider than a telephone: %s',
    async (scheme) => {
      const page = await open('', scheme, 360)
      for (const address of ['', lesson, 'docs/statistics.html', 'api/scenarios.html', 'gallery/index.html']) {
        await page.goto(served.address + address)
        await page.evaluate("document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))")
        await page.evaluate(axe)
        const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`)
        expect(found, address).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBe(360)
      }
      await page.close()
    },
  )

  test('a lesson opens the explorer in its middle, set as the lesson says, and words are found without a network', async () => {
    const page = await open(lesson, 'light', 1280)
    await page.getByRole('button', { name: 'Open it here' }).click()
    const explorer = page.frameLocator('.explorer-here iframe')
    await explorer.getByRole('heading', { name: 'The answer' }).waitFor()
    const address = await page.locator('.explorer-here iframe').getAttribute('src')
    expect(address).toContain('lever.threat-chance=0.3')
    await page.getByRole('button', { name: 'Close it here' }).click()

    await page.getByRole('button', { name: 'Search' }).first().click()
    await page.getByRole('searchbox').fill('delivered cost')
    await page.locator('.result').first().waitFor()
    expect(await page.locator('.result').first().getAttribute('href')).toContain(`${siteBase}docs/`)
    await page.close()
  })

  test('every question of the gallery has its report and its brief', () => {
    const gallery = join(siteFolder, 'gallery')
    const names = readdirSync(gallery, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
    const text = readFileSync(join(gallery, 'index.html'), 'utf8')
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      expect(text).toContain(`${siteBase}gallery/${name}/report.html`)
      for (const file of ['report.html', 'brief.html', 'picture.svg'])
        expect(existsSync(join(gallery, name, file))).toBe(true)
    }
  })

  test('nothing complains, and nothing is asked of another address', () => {
    expect(complaints).toEqual([])
  })
})
