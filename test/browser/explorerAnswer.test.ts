/** The answer of the explorer and what can be taken away from it, in a real Chromium. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tableCsv } from '../../reports/forms/tableCsv.ts'
import { decisionTable } from '../../reports/document/decisionTable.ts'
import { optionsOf } from '../../reports/document/options.ts'
import { readStoredResult } from '../../reports/stored/stored.ts'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { oneFile } from './explorerPage.ts'

const path = findBrowser()
const whole =
  'globalThis.plantshiftExplorer && ((!plantshiftExplorer.isOld.value && plantshiftExplorer.picture.value.isWhole) || plantshiftExplorer.problems.value.length > 0)'

/** The page lets no script be made from a text, on which waiting by the driver's own means rests. */
async function until(page: Page, condition: string): Promise<void> {
  while ((await page.evaluate(`Boolean(${condition})`)) !== true) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What a button saves: the name of the file and its text. */
async function saved(page: Page, button: string): Promise<readonly [string, string]> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  const file = await coming
  return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')]
}

describe.skipIf(path === undefined)('the answer of the explorer', () => {
  const folder = freshFolder()
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  async function opened(link: string, options: BrowserContextOptions = {}): Promise<Page> {
    if (browser === undefined) throw new Error('the browser has not started')
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    await page.goto(`${pathToFileURL(oneFile).href}${link}`)
    return page
  }

  async function settled(link: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await opened(link, options)
    await until(page, whole)
    await until(page, "document.querySelector('#figure-map svg') && document.querySelector('#figure-gains svg')")
    return page
  }

  test('says first what is not settled, then the change with its interval, the plants and who pays; and how exact it is', async () => {
    const page = await settled('#option=threat-only&replicates=24')
    const answer = (await page.textContent('#answer')) ?? ''
    expect(answer.indexOf('It is not settled whether')).toBeGreaterThanOrEqual(0)
    expect(answer.indexOf('It is not settled whether')).toBeLessThan(answer.indexOf('Mexico builds'))
    expect(answer).toMatch(/By 2036, .* Mexico builds [\d.]+% (?:more|fewer) vehicles \(.*[\d.]+% .*to [\d.]+%/)
    expect(answer).toMatch(/Most likely to |No plant is likelier/)
    expect(await page.textContent('#progress')).toMatch(
      /^24 of 24 replicates, seed 1\. Monte Carlo error of .*, in 2036: [\d.]+% of the baseline$/,
    )
    const gains = (await page.textContent('#table-gains')) ?? ''
    for (const who of ['Poorest fifth', 'Second fifth', 'Third fifth', 'Fourth fifth', 'Richest fifth']) {
      expect(gains).toContain(who)
    }
    await page.selectOption('#year', '2030')
    expect(await page.textContent('#answer')).toContain('By 2030, ')
    expect(await page.textContent('#figure-map figcaption')).toContain('whatever year is chosen')
    await page.selectOption('#view', 'MX')
    expect(await page.textContent('#gains')).toContain('In Mexico ')
    await page.selectOption('#outcome', 'plantsClosed.MX')
    await until(page, "document.querySelector('#table-outcome-plantsClosed')")
    expect(await page.evaluate('location.hash')).toBe(
      '#option=threat-only&replicates=24&year=2030&view=MX&outcome=plantsClosed.MX',
    )
    await page.context().close()
  })

  test('a scenario file that is saved gives the same summary on the command line, and tables have the cells of a report', async () => {
    const page = await settled(
      '#option=path-2026&lever.us-tariff-mexico=0.1&hold.nestingSigma=0.6&narrow.discountRate=0.08..0.1&form.closure=off&seed=7&replicates=6',
    )
    const [name, text] = await saved(page, 'Save the scenario file')
    expect(name).toBe('path-2026+us-tariff-mexico=0.1.yaml')
    writeFileSync(join(folder.path, name), text)
    const command = (await page.textContent('#command')) ?? ''
    expect(command).toBe(`npx plantshift run ${name} --replicates 6 --seed 7`)
    const run = await plantshift(folder.path, ...command.split(' ').slice(2), '--out', 'run', '--quiet')
    expect(run.code, run.stderr).toBe(0)
    for (const file of ['summary.csv', 'compare.csv', 'plants.csv', 'lines.csv', 'programmes.csv']) {
      expect((await saved(page, `Save ${file}`))[1], file).toBe(readFileSync(join(folder.path, 'run', file), 'utf8'))
    }
    // The file alone has all of it.
    const plain = await plantshift(folder.path, 'run', name, '--out', 'plain', '--quiet')
    expect(plain.code, plain.stderr).toBe(0)
    const [one, other] = ['run', 'plain'].map((out) => readFileSync(join(folder.path, out, 'summary.csv'), 'utf8'))
    expect(other).toBe(one)
    await page.getByRole('button', { name: 'All outcomes, with their Monte Carlo errors' }).click()
    const { report } = readStoredResult(join(folder.path, 'run'))
    const table = decisionTable(report, optionsOf(report), 'all')
    const shown = await saved(page, `Save as CSV: ${table.caption}`)
    expect(shown[0]).toBe('decision.csv')
    expect(shown[1].split('\n').slice(0, 12)).toEqual(tableCsv(table).split('\n').slice(0, 12))
    const [picture, svg] = await saved(page, 'Save as SVG')
    expect([picture, svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')]).toEqual(['map.svg', true])
    await page.context().close()
  })

  test('a scenario file with errors is told the sentences of validate, a right one is opened, and the page goes on', async () => {
    const page = await opened('#option=parity-15&replicates=2')
    await until(page, whole)
    const bad = 'title: x\nquestion: y\nextends: parity-51\npolicy: { strat: usmca }\nhorizon: { from: 2025, to: 12 }\n'
    writeFileSync(join(folder.path, 'bad.yaml'), bad)
    await page.setInputFiles('#file', join(folder.path, 'bad.yaml'))
    await until(page, "document.querySelectorAll('#file-said p').length > 1")
    const { stdout } = await plantshift(folder.path, 'validate', 'bad.yaml')
    expect(await page.locator('#file-said p').allTextContents()).toEqual(stdout.trim().split('\n').slice(0, -1))
    expect(await page.evaluate('location.hash')).toBe('#option=parity-15&replicates=2')
    const rule = 'title: <b>Mine</b>\nquestion: What then?\nextends: parity-15\nset: { us-tariff-mexico: 0.1 }\n'
    writeFileSync(join(folder.path, 'rule.yaml'), rule)
    await page.setInputFiles('#file', join(folder.path, 'rule.yaml'))
    await until(page, `plantshiftExplorer.settings.value.option === 'rule' && ${whole}`)
    expect(await page.textContent('#command')).toBe('npx plantshift run rule.yaml --replicates 2 --seed 1')
    expect(await page.textContent('#answer')).toContain('<b>Mine</b>')
    await page.context().close()
  })
})
