/** Finished studies in the explorer's page: ranges on parallel axes, and the replicate behind a line. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replayText } from '../../reports/text/replayText.ts'
import { replayStored } from '../../studies/explanation/replayStored.ts'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { browsers, type OpenBrowser, type OpenPage, until } from './explorerPage.ts'

const [chromium] = browsers
const folder = freshFolder()
afterAll(folder.remove)

async function made(name: string, ...asked: readonly string[]): Promise<string> {
  await plantshift(folder.path, ...asked, '--out', name, '--quiet')
  await plantshift(folder.path, 'explore', name, '--file', `${name}.html`)
  return pathToFileURL(join(folder.path, `${name}.html`)).href
}

describe.runIf(chromium.path !== undefined)('a finished study in the page', () => {
  let browser: OpenBrowser | undefined
  beforeAll(async () => {
    browser = await chromium.open(chromium.path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
  })

  const opened = async (address: string): Promise<OpenPage> => {
    const page = await browser!.page()
    await page.goto(`${address}#replicates=4`)
    await until(page, "document.querySelector('#table-lines')")
    return page
  }

  test('a comparison: ranges leave replicates out, and a line tells what replay prints', async () => {
    const page = await opened(
      await made('pair', 'compare', 'base', 'tariff-232-2025', '--replicates', '12', '--seed', '3'),
    )
    expect(await textOf(page, '#remaining')).toBe('12 of 12 replicates remain')
    // An arrow key on the lower end of the first outcome leaves out the lowest replicate.
    await page.evaluate(`document.querySelector('.axis:last-child .handle')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`)
    await until(page, "!document.querySelector('#remaining').textContent.startsWith('12 of')")
    await page.evaluate("document.querySelector('#keep-all').click()")
    await until(page, "document.querySelector('#remaining').textContent.startsWith('12 of')")
    await page.evaluate("document.querySelectorAll('#table-lines button')[4].click()")
    await until(page, "document.querySelector('#replay pre')?.textContent")
    const trace = replayStored(join(folder.path, 'pair'), { replicate: 4, scenario: 'tariff-232-2025' })
    const printed = Array.from({ length: 120 }, (_, width) => replayText(trace, width))
    expect(printed).toContain(await textOf(page, '#replay pre'))
    expect(await textOf(page, '#replay code')).toBe(
      'npx plantshift replay pair --replicate 4 --scenario=tariff-232-2025',
    )
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((address) => !/^(?:file|blob|data):/.test(address))).toEqual([])
  })

  test('a sweep: a line for each point, its levers as axes, and a replicate of the point that is chosen', async () => {
    const sweep =
      'title: Two duties\nquestion: Which?\nscenario: usmca-2025-tariffs\nlevers: { us-tariff-mexico: [0, 0.25] }\n'
    writeFileSync(join(folder.path, 'duties.yaml'), sweep)
    const page = await opened(await made('duties', 'sweep', 'duties.yaml', '--replicates', '2'))
    expect(await textOf(page, '#remaining')).toBe('2 of 2 points remain')
    expect(await textOf(page, '.axis:first-of-type .axis-title')).toContain('US tariff on vehicles from Mexico')
    await page.evaluate("document.querySelectorAll('#table-lines button')[1].click()")
    await until(page, "document.querySelector('#replay pre')?.textContent")
    expect(await textOf(page, '#replay code')).toMatch(/^npx plantshift replay duties --replicate 0 --scenario=/)
    expect(page.complaints).toEqual([])
  })
})

async function textOf(page: OpenPage, selector: string): Promise<string> {
  return String(await page.evaluate(`document.querySelector('${selector}').textContent`))
}
