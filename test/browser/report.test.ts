/** Reports as a reader meets them: in a browser, on a telephone, on paper, with a keyboard, without a script. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { describe, beforeAll, expect, afterAll, test } from 'vitest'
import { buildDocument } from '../../reports/document/build.ts'
import { briefHtml } from '../../reports/forms/briefHtml.ts'
import { reportHtml } from '../../reports/forms/html.ts'
import type { Report } from '../../reports/data/report.ts'
import { readStoredResult } from '../../reports/stored/stored.ts'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { wholeReport } from '../reports/sampleParts.ts'
import { reportOf, aloneReport, failedReport } from '../reports/sampleStudies.ts'
import { findBrowser, openBrowser, pagesOf } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const kinds = ['one option', 'five options', 'a sweep of 48', 'one scenario alone', 'all failed'] as const
/** Pages that each may take, on A4 and on Letter. */
const promised: Readonly<Record<(typeof kinds)[number], number>> = {
  'one option': 8,
  'five options': 14,
  'a sweep of 48': 16,
  'one scenario alone': 5,
  'all failed': 3,
}
const path = findBrowser()

describe.skipIf(path === undefined)('a report in a browser', () => {
  const folder = freshFolder()
  let browser: Browser | undefined
  beforeAll(async () => {
    const run = await plantshift(folder.path, ...'run usmca-2025-tariffs --replicates 8 --out run --quiet'.split(' '))
    expect(run.code, run.stderr).toBe(0)
    const { report } = readStoredResult(join(folder.path, 'run'))
    write('one option', report)
    write('five options', wholeReport(reportOf(5, report)))
    write('a sweep of 48', wholeReport(reportOf(48, report)))
    write('one scenario alone', aloneReport())
    write('all failed', failedReport())
    browser = await openBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  function started(): Browser {
    if (browser === undefined) throw new Error('the browser has not started')
    return browser
  }

  function write(kind: string, report: Report): void {
    const document = buildDocument(report)
    writeFileSync(join(folder.path, `${kind}.html`), reportHtml(document))
    writeFileSync(join(folder.path, `${kind} brief.html`), briefHtml(document))
  }

  async function open(name: string, width: number, complaints: string[] = []): Promise<Page> {
    const page = await started().newPage({ viewport: { width, height: 900 } })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => (/^(file|data):/.test(request.url()) ? undefined : complaints.push(request.url())))
    await page.goto(`file://${join(folder.path, `${name}.html`)}`)
    return page
  }

  test.each(kinds)('of %s opens without complaint or network, and axe finds nothing at WCAG 2.2 AA', async (kind) => {
    for (const name of [kind, `${kind} brief`]) {
      const complaints: string[] = []
      const page = await open(name, 1100, complaints)
      // Tables that are folded away are looked at too.
      await page.evaluate("document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))")
      await page.evaluate(axe)
      const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`)
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    }
  })

  test.each(kinds)('of %s takes the promised pages, and its brief one', async (kind) => {
    const [page, brief] = [await open(kind, 1100), await open(`${kind} brief`, 1100)]
    for (const format of ['A4', 'Letter']) {
      expect(pagesOf(await page.pdf({ format })), format).toBeLessThanOrEqual(promised[kind])
      expect(pagesOf(await brief.pdf({ format })), `brief, ${format}`).toBe(1)
    }
    await Promise.all([page.close(), brief.close()])
  })

  test.each(kinds)('of %s does not scroll sideways at 360 pixels', async (kind) => {
    const page = await open(kind, 360)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.close()
  })

  test('is read and sorted with the keyboard', async () => {
    const page = await open('one option', 1100)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    const first = '#table-plants tbody tr td:nth-child(2)'
    const before = await page.textContent(first)
    await page.focus('#table-plants thead th:nth-child(2) button')
    await page.keyboard.press('Enter')
    expect(await page.textContent(first)).not.toBe(before)
    expect(await page.getAttribute('#table-plants thead th:nth-child(2)', 'aria-sort')).toBe('descending')
    await page.close()
  })

  test('runs its own script and no other, and loads nothing, whatever has come into it', async () => {
    for (const name of ['one option', 'one option brief']) {
      const html = readFileSync(join(folder.path, `${name}.html`), 'utf8')
      const foreign = `<script>document.title = 'run'</script><img src="x:" onerror="document.title = 'run'">
        <img src="https://example.org/seen.png"><iframe src="https://example.org/"></iframe>`
      writeFileSync(join(folder.path, 'hostile.html'), html.replace('</main>', `${foreign}</main>`))
      const complaints: string[] = []
      const page = await open('hostile', 1100, complaints)
      expect(await page.title()).not.toBe('run')
      expect(complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(4)
      const buttons = await page.locator('thead th button').count()
      if (name === 'one option') expect(buttons).toBeGreaterThan(0)
      await page.close()
    }
  })

  test('says the same without a script', async () => {
    const context = await started().newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`file://${join(folder.path, 'one option.html')}`)
    const scripted = await open('one option', 1100)
    expect(await page.locator('main').textContent()).toBe(await scripted.locator('main').textContent())
    await Promise.all([context.close(), scripted.close()])
  })
})
