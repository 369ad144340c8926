/** The explorer in real browsers, as one file from disk: the same numbers as the command line, and nothing from anywhere else. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareCsv, linesCsv, plantsCsv, programmesCsv, summaryCsv } from '../../reports/tables/csv.ts'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { browsers, oneFile, type OpenBrowser, type OpenPage, reportIn, until, untilWhole } from './explorerPage.ts'

const address = pathToFileURL(oneFile).href

test('the one-file page is small enough to mail, and what a server sends at first is less than 600 kB compressed', () => {
  expect(statSync(oneFile).size).toBeLessThan(2_000_000)
  const names = ['index.html', 'start.js', 'page.js', 'worker.js', 'data.json', 'given.json']
  const sent = names.map((name) => gzipSync(readFileSync(join(dirname(oneFile), name))).length)
  expect(sent.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000)
})

describe.each(browsers.filter(({ path }) => path !== undefined))('the explorer in $name', ({ path, open }) => {
  const folder = freshFolder()
  let browser: OpenBrowser | undefined
  beforeAll(async () => {
    browser = await open(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  async function opened(link: string): Promise<OpenPage> {
    if (browser === undefined) throw new Error('the browser has not started')
    const page = await browser.page()
    await page.goto(`${address}${link}`)
    return page
  }

  test('gives every figure of a run to the last digit, from a file on disk, and asks nobody else', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=11&seed=7')
    await untilWhole(page)
    const report = await reportIn(page)
    const run = await plantshift(
      folder.path,
      ...'run tariff-232-2025 --replicates 11 --seed 7 --out run --quiet'.split(' '),
    )
    expect(run.code, run.stderr).toBe(0)
    const tables = {
      summary: summaryCsv,
      compare: compareCsv,
      plants: plantsCsv,
      lines: linesCsv,
      programmes: programmesCsv,
    }
    for (const [name, table] of Object.entries(tables)) {
      expect(table(report), name).toBe(readFileSync(join(folder.path, 'run', `${name}.csv`), 'utf8'))
    }
    expect(summaryCsv(report).split('\n').length).toBeGreaterThan(10_000)
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((asked) => !/^(file|data|blob):/.test(asked))).toEqual([])
  })

  test('gives the figures of the command that it names itself, with levers and a held parameter', async () => {
    const page = await opened('#option=path-2026&lever.us-tariff-mexico=0.1&hold.nestingSigma=0.6&replicates=5')
    await untilWhole(page)
    const report = await reportIn(page)
    expect(report.reproduce).toBe(
      'npx plantshift run path-2026 --baseline base --set us-tariff-mexico=0.1 --set nestingSigma=0.6 --replicates 5 --seed 1',
    )
    const words = report.reproduce.split(' ').slice(2)
    const run = await plantshift(folder.path, ...words, '--out', 'levers', '--quiet')
    expect(run.code, run.stderr).toBe(0)
    for (const [name, table] of Object.entries({ summary: summaryCsv, compare: compareCsv })) {
      expect(table(report), name).toBe(readFileSync(join(folder.path, 'levers', `${name}.csv`), 'utf8'))
    }
  })

  test('opens the nearest right thing for a link that is wrong, and says what was wrong', async () => {
    const page = await opened('#option=tarif-232-2025&replicates=4&seed=x&hold.rvcSlak=1')
    await untilWhole(page)
    const said = String(await page.evaluate("document.querySelector('[role=alert]').textContent"))
    expect(said).toContain('names a scenario tarif-232-2025, which is not there; tariff-232-2025 is opened')
    expect(said).toContain('a seed is a whole number')
    expect(said).toContain('did you mean rvcSlack?')
    await until(page, "document.querySelector('#table-decision-key')")
    expect(await page.evaluate('location.hash')).toBe('#option=tariff-232-2025&replicates=4')
  })

  test('goes on when a worker dies: the hand is replaced, and no replicate is lost', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=40')
    await until(page, 'globalThis.plantshiftExplorer?.picture.value')
    // As a browser ends one that takes too much memory: without a word.
    await page.evaluate('plantshiftExplorer.workers().slice(1).forEach((worker) => worker.terminate())')
    await untilWhole(page)
    const report = await reportIn(page)
    expect([report.replicates, report.goodReplicates]).toEqual([40, 40])
  })

  test('rests after the replicates in flight while nobody sees the page, and goes on when it is seen again', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=2000')
    const replicates = async (): Promise<number> => (await reportIn(page)).replicates
    const hide = (isHidden: boolean): Promise<unknown> =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))`)
    await until(page, 'globalThis.plantshiftExplorer?.picture.value')
    await hide(true)
    const before = await replicates()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const resting = await replicates()
    // Two at each of the hands.
    const hands = Number(await page.evaluate('plantshiftExplorer.workers().length - 1'))
    expect(resting).toBeLessThanOrEqual(before + 2 * hands)
    await hide(false)
    while ((await replicates()) <= resting + 2 * hands);
  })
})
