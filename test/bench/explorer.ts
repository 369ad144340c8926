/**
 * The explorer as its reader meets it, in Chromium: from the address to the first picture, from a lever to a new one, what keeps the
 * page's own thread, replicates against Node with as many threads, and what is sent. Rows say so where there is no browser.
 */
import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { servePage } from '../../cli/actions/explorePage.ts'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { pageFolder } from '../../reports/explorer/data/files.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { findBrowser, openBrowser } from '../browser/browser.ts'
import { timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

const scenario = 'tariff-232-2025'
const replicates = 200
const rounds = 5
const firstLoad = ['index.html', 'page.js', 'worker.js', 'data.json', 'given.json'] as const
const store = 'globalThis.plantshiftExplorer'

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
}

/** What the page's thread did without a pause, milliseconds: browsers tell of 50 and more. */
const watchTasks = `globalThis.longTasks = []
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true })`

/** Rows of a page that is served to this machine. */
export async function explorerRows(): Promise<readonly Row[]> {
  const path = findBrowser()
  if (path === undefined) return [['the explorer', 'no browser: NOT MEASURED']]
  const files = new Map(firstLoad.map((name) => [name, readFileSync(join(pageFolder, name))] as const))
  const server = await servePage(files, 0)
  const browser = await openBrowser(path)
  try {
    const loads: number[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage()
      loads.push(await firstPicture(page, `${server.address}#option=${scenario}`))
      await page.close()
    }
    const page = await browser.newPage()
    await page.addInitScript(watchTasks)
    await firstPicture(page, `${server.address}#option=${scenario}&replicates=${replicates}`)
    const hands = Number(await page.evaluate(`${store}.workers().length - 1`))
    // The page lets no text be run by itself, on which waiting for a condition rests.
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (${store}.picture.value?.isWhole ? resolve() : setTimeout(look, 20))
      look()
    })`)
    const inPage = Number(await page.evaluate(`${store}.picture.value.report.seconds`))
    const levers = await leverTimes(page)
    const longest = Number(await page.evaluate('Math.max(0, ...longTasks)'))
    const inNode = await secondsInNode(hands)
    return [
      [`explorer: address to first picture, ${availableParallelism()} cores`, timeText(median(loads))],
      ['explorer: lever to new picture', timeText(median(levers))],
      ["explorer: longest task on the page's thread", longest === 0 ? 'under 50 ms' : timeText(longest / 1000)],
      [
        `explorer: ${replicates} replicates of base and option, ${hands} workers, over Node`,
        `${timeText(inPage)} / ${timeText(inNode)} = ${(inPage / inNode).toFixed(2)}`,
      ],
      ...sizeRows(files),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

/** Seconds from asking for the address to the first picture of the study. */
async function firstPicture(page: Page, address: string): Promise<number> {
  const start = performance.now()
  await page.goto(address)
  await page.waitForSelector('#table-decision-key')
  return (performance.now() - start) / 1000
}

/** Seconds from a change of a lever to its first picture, again and again, each while the one before is still computed. */
async function leverTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const time = await page.evaluate(`new Promise((resolve) => {
      const start = performance.now()
      ${store}.change({ levers: { 'us-tariff-mexico': ${round / 100} } })
      const look = () => (${store}.isOld.value ? setTimeout(look, 2) : resolve((performance.now() - start) / 1000))
      look()
    })`)
    times.push(Number(time))
  }
  return times
}

/** Of the same replicates on threads, which are started within that time, as the workers of the page are not. */
async function secondsInNode(workers: number): Promise<number> {
  const { industry, laws, scenarios, baseline } = loadStudyInputs('run', [scenario], undefined)
  const compiled = scenarios.map((one) => one.compiled)
  const { seconds } = await runMonteCarlo({
    industry,
    laws,
    scenarios: compiled,
    baseline,
    seed: 1,
    replicates,
    workers,
  })
  return seconds
}

function sizeRows(files: ReadonlyMap<string, Uint8Array>): readonly Row[] {
  const compressed = [...files.values()].reduce((sum, content) => sum + gzipSync(content).length, 0)
  const { size } = statSync(join(pageFolder, 'explorer.html'))
  return [
    ['explorer: first load, compressed', `${(compressed / 1000).toFixed(0)} kB`],
    ['explorer: the one-file page', `${(size / 1e6).toFixed(2)} MB`],
  ]
}
