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
import { median, timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

const scenario = 'tariff-232-2025'
const replicates = 200
const looks = 5
const firstLoad = ['index.html', 'start.js', 'page.js', 'worker.js', 'data.json', 'given.json'] as const
const store = 'globalThis.plantshiftExplorer'

/**
 * What is noted in the page itself, since whoever asks it from outside asks now and then: when the first decision table was painted,
 * and what the page's thread did without a pause, milliseconds. Browsers tell of 50 and more.
 */
const watch = `globalThis.longTasks = []
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true })
globalThis.painted = new Promise((resolve) => {
  const now = () => performance.timeOrigin + performance.now()
  const look = new MutationObserver(() => {
    if (document.querySelector('#table-decision-key') === null) return
    look.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(now())))
  })
  look.observe(document, { childList: true, subtree: true })
})`

/** What one look at the page has found, seconds. */
interface Look {
  readonly first: number
  readonly levers: readonly number[]
  readonly longest: number
  readonly whole: number
  readonly workers: number
  /** The same replicates in Node. */
  readonly node: number
}

/** Rows of a page that is served to this machine. */
export async function explorerRows(): Promise<readonly Row[]> {
  const path = findBrowser()
  if (path === undefined) return [['the explorer', 'no browser: NOT MEASURED']]
  const files = new Map(firstLoad.map((name) => [name, readFileSync(join(pageFolder, name))] as const))
  const server = await servePage(files, 0)
  const browser = await openBrowser(path)
  try {
    const found: Look[] = []
    for (let n = 0; n < looks; n++) {
      const page = await browser.newPage()
      found.push(await lookAt(page, `${server.address}#option=${scenario}&replicates=${replicates}`))
      await page.close()
    }
    const [{ workers }] = found
    return [
      [`explorer: address to first picture, ${availableParallelism()} cores`, spread(found.map(({ first }) => first))],
      ['explorer: lever to new picture, all its words and tables', spread(found.flatMap(({ levers }) => levers))],
      ["explorer: longest task on the page's thread, all along", spread(found.map(({ longest }) => longest))],
      [
        `explorer: ${replicates} replicates of base and option, ${workers} workers`,
        spread(found.map(({ whole }) => whole)),
      ],
      ['explorer: over Node with as many threads, in turn', ratioText(found.map(({ whole, node }) => whole / node))],
      ...sizeRows(files),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

async function lookAt(page: Page, address: string): Promise<Look> {
  await page.addInitScript(watch)
  const asked = performance.timeOrigin + performance.now()
  await page.goto(address)
  const first = (Number(await page.evaluate('painted')) - asked) / 1000
  // The page lets no text be run by itself, on which waiting for a condition rests.
  await page.evaluate(`new Promise((resolve) => {
    const look = () => (${store}.picture.value?.isWhole ? resolve() : setTimeout(look, 20))
    look()
  })`)
  const whole = Number(await page.evaluate(`${store}.picture.value.report.seconds`))
  const workers = Number(await page.evaluate(`${store}.picture.value.report.workers`))
  const levers = await leverTimes(page)
  const longest = Number(await page.evaluate('Math.max(0, ...longTasks)')) / 1000
  return { first, levers, longest, whole, workers, node: await secondsInNode(workers) }
}

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other)
}

/** The least, since whatever else the machine does only adds to it, and the middle. */
function spread(seconds: readonly number[]): string {
  const all = sorted(seconds)
  return `least ${timeText(all[0])}, median ${timeText(median(all))} of ${all.length}`
}

function ratioText(ratios: readonly number[]): string {
  const all = sorted(ratios)
  return `least ${all[0].toFixed(2)}, median ${median(all).toFixed(2)} of ${all.length}`
}

/** Seconds from a change of a lever until its first picture is in the page, each while the one before is still computed. */
async function leverTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 1; round <= 5; round++) {
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

/** Of the same replicates on threads, which are started within that time, as those of the page are. */
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
