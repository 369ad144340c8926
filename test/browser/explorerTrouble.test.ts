/**
 * The explorer where something goes wrong: a folder on a web server that knows no kinds of files, a browser without workers, workers
 * that die, no memory, files that are dropped. What happened is said in words, and what was chosen stays.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { until } from './explorerPage.ts'

const path = findBrowser()
const folder = freshFolder()
const whole =
  'globalThis.plantshiftExplorer && !plantshiftExplorer.isOld.value && plantshiftExplorer.picture.value.isWhole'

/** Keeps the page's workers where a test finds them. */
const keepWorkers = `{
  globalThis.made = []
  const Plain = Worker
  globalThis.Worker = class extends Plain {
    constructor(...words) {
      super(...words)
      made.push(this)
    }
  }
}`

const said = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? ''

/** A file that is dropped on the page's heading. */
const drop = (name: string, text: string): string => `{
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([${JSON.stringify(text)}], '${name}'))
  document.querySelector('h1').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
}`

/** A server that sends what lies in the folder, and says nothing of it. */
async function plainServer(): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const file = join(folder.path, 'site', url === '/' ? 'index.html' : url)
    if (!existsSync(file)) response.statusCode = 404
    response.end(existsSync(file) ? readFileSync(file) : '')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

describe.runIf(path !== undefined)('the explorer in trouble', () => {
  let browser: Browser | undefined
  let server: Server | undefined
  let address = ''
  beforeAll(async () => {
    await plantshift(folder.path, 'explore', '--static', 'site')
    server = await plainServer()
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await openBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    folder.remove()
  })

  /** @param before a script that runs before the page's own. @param fault one that every computing worker begins with */
  async function opened(link: string, before: string, fault = ''): Promise<Page> {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 900 } })
    await page.addInitScript(before)
    if (fault !== '') {
      await page.route('**/worker.js', async (route) => {
        const answer = await route.fetch()
        await route.fulfill({ body: `${fault}\n${await answer.text()}` })
      })
    }
    await page.goto(`${address}${link}`)
    return page
  }
  test('a folder of plain files works on a server that names no kinds, asks no other server, and goes on when its workers die', async () => {
    const page = await opened('#option=parity-15&replicates=4&why=GM%20Silao', keepWorkers)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await until(page, `${whole} && document.querySelector('#explanation[aria-busy=false]')`)
    const die = "dispatchEvent(new ErrorEvent('error', { message: 'gone' }))"
    // The conductor and the worker that explains.
    await page.evaluate(`plantshiftExplorer.workers()[0].${die}`)
    await page.evaluate("plantshiftExplorer.change({ why: 'GM San Luis Potosi' })")
    await page.evaluate(
      `made.filter((one) => !plantshiftExplorer.workers().includes(one)).forEach((one) => one.${die})`,
    )
    await until(
      page,
      "document.querySelector('#explanation[aria-busy=false] h3')?.textContent === 'GM San Luis Potosi'",
    )
    await page.evaluate('plantshiftExplorer.change({ replicates: 6 })')
    await until(page, `${whole} && plantshiftExplorer.picture.value.report.replicates === 6`)
    expect(await page.evaluate('location.hash')).toBe('#option=parity-15&replicates=6&why=GM%20San%20Luis%20Potosi')
    expect(asked.filter((one) => !one.startsWith(address) && !one.startsWith('blob:'))).toEqual([])
    await page.close()
  })

  test('a scenario file that is dropped anywhere is opened; a worker for files that dies is said, and the next time works', async () => {
    const page = await opened('#option=parity-15&replicates=2', keepWorkers)
    await until(page, whole)
    const mine = 'title: Mine\nquestion: What then?\nextends: parity-15\nset: { us-tariff-mexico: 0.1 }\n'
    const known = String(await page.evaluate('made.length'))
    await page.evaluate(drop('mine.yaml', mine))
    await until(page, `made.length > ${known}`)
    await page.evaluate("made.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'gone' }))")
    await until(page, "document.querySelector('#file-said').textContent.includes('ask again')")
    expect(await page.evaluate('location.hash')).toBe('#option=parity-15&replicates=2')
    await page.evaluate(drop('mine.yaml', mine))
    await until(page, `plantshiftExplorer.settings.value.option === 'mine' && ${whole}`)
    await page.evaluate(drop('mine.yaml', mine.replace('0.1', '7')))
    await until(page, "document.querySelector('#file-said').textContent.includes('us-tariff-mexico')")
    expect(await page.evaluate('plantshiftExplorer.settings.value.option')).toBe('mine')
    await page.close()
  })

  test('without workers the page says that it cannot work, and what does', async () => {
    const page = await opened('', 'delete globalThis.Worker')
    await until(page, "document.querySelector('#page').textContent.includes('cannot work here')")
    expect(await said(page, '#page')).toMatch(/workers.*plantshift run/)
    await page.close()
  })

  test('where memory is short that is said, no figure is shown as if it were there, and fewer replicates are computed', async () => {
    const fault = `{
      const listen = MessagePort.prototype.addEventListener
      let blocks = 0
      MessagePort.prototype.addEventListener = function (kind, hear) {
        listen.call(this, kind, (event) => {
          if (event.data?.kind === 'block' && event.data.values && ++blocks > 6) {
            throw new RangeError('Array buffer allocation failed')
          }
          hear(event)
        })
      }
    }`
    const page = await opened('#option=parity-15&replicates=10000', keepWorkers, fault)
    await until(page, 'globalThis.plantshiftExplorer?.isRefused.value')
    expect(await said(page, '[role=alert]')).toMatch(/not enough memory.*fewer replicates/)
    expect(await said(page, '#progress')).toContain('is not computed')
    await page.evaluate('plantshiftExplorer.change({ replicates: 4 })')
    await until(page, `${whole} && plantshiftExplorer.picture.value.report.goodReplicates === 4`)
    expect(await said(page, '#progress')).toContain('4 of 4 replicates')
    await page.close()
  })

  test('a year that is not simulated is said, and left out of the link', async () => {
    const page = await opened('#option=parity-15&replicates=2&year=20', '')
    await until(page, whole)
    expect(await said(page, '[role=alert]')).toMatch(
      /The year 20 is not simulated: years go from \d{4} to (\d{4})\. \1 is shown\./,
    )
    expect(await page.evaluate('location.hash')).toBe('#option=parity-15&replicates=2')
    await page.close()
  })

  test('a text that the browser does not let it copy can be copied by hand', async () => {
    const page = await opened('#replicates=2', "navigator.clipboard.writeText = async () => { throw new Error('no') }")
    await until(page, whole)
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await until(page, "document.querySelector('#take-away').textContent.includes('copy it yourself')")
    await page.close()
  })
})
