/**
 * The whole page with every part of it open, beside a finished study: by keyboard alone from its top to its end, in light and dark,
 * on a desk and on a telephone. One page serves all, one statement after another.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FinishedStudy } from '../../reports/explorer/data/finishedStudy.ts'
import { withGiven } from '../../reports/explorer/data/given.ts'
import { readFinished } from '../../reports/explorer/finished/readFinished.ts'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { oneFile, type OpenPage, until } from './explorerPage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** All rules in light; in dark those on colours, since nothing else is another then. */
const rules = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}
const path = findBrowser()
const folder = freshFolder()

/** What has the focus: whether it is seen, and where it stands. */
interface Focused {
  readonly what: string
  readonly isFirst: boolean
  /** Behind what had the focus before, in the order of the page. */
  readonly isNext: boolean
  readonly hasRing: boolean
  readonly isInView: boolean
}

const look = `(() => {
  const now = document.activeElement
  const before = globalThis.focusedBefore
  globalThis.focusedBefore = now
  const { outlineStyle, outlineWidth } = getComputedStyle(now)
  const { top, bottom } = now.getBoundingClientRect()
  return {
    what: now.tagName + ' ' + (now.id || now.getAttribute('aria-label') || now.textContent).slice(0, 60),
    isFirst: now === document.body,
    isNext: !before || before === document.body || Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
    hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isInView: bottom > 0 && top < innerHeight,
  }
})()`

/** A finished comparison, with a box as `discover` writes them: half of its replicates lie in it. */
async function studyWithBox(): Promise<FinishedStudy> {
  await plantshift(
    folder.path,
    ...'compare base tariff-232-2025 threat-only --replicates 8 --out trio --quiet'.split(' '),
  )
  const study = readFinished(join(folder.path, 'trio'), false, undefined, () => undefined)
  const axis = study.axes.find(({ id }) => id === 'output.MX') ?? study.axes[0]
  const middle = axis.values.toSorted()[axis.values.length / 2]
  const limits = [{ axis: axis.id, low: -Infinity, high: middle - 1 }]
  const box = { sentence: 'Mexico loses more than in the median.', limits, elsewhere: [] }
  return {
    ...study,
    discovery: { event: 'Mexico loses much', reproduce: 'npx plantshift discover trio', boxes: [box] },
  }
}

describe.runIf(path !== undefined)('the whole page', () => {
  let browser: Browser | undefined
  let page: Page & Pick<OpenPage, 'complaints' | 'requests'>
  const whole = '!plantshiftExplorer.isOld.value && plantshiftExplorer.picture.value.isWhole'
  beforeAll(async () => {
    const file = join(folder.path, 'trio.html')
    writeFileSync(file, withGiven(readFileSync(oneFile, 'utf8'), { kind: 'finished', study: await studyWithBox() }))
    browser = await openBrowser(path ?? '')
    const plain = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    const [complaints, requests]: string[][] = [[], []]
    plain.on('console', (message) => complaints.push(message.text()))
    plain.on('pageerror', (error) => complaints.push(error.message))
    plain.on('request', (request) => requests.push(request.url()))
    page = Object.assign(plain, { complaints, requests })
    await page.goto(`${pathToFileURL(file).href}#replicates=4`)
    await until(page, `globalThis.plantshiftExplorer && ${whole} && document.querySelector('#figure-map g > title')`)
  })
  afterAll(async () => {
    await browser?.close()
    folder.remove()
  })

  const passed: Focused[] = []
  /** Presses the tab key until something of that kind has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 400; presses++) {
      await page.keyboard.press('Tab')
      passed.push(await page.evaluate<Focused>(look))
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
      if (passed[passed.length - 1].isFirst) break
    }
    throw new Error(
      `the tab key does not come to ${selector}; last: ${passed
        .slice(-3)
        .map(({ what }) => what)
        .join('; ')}`,
    )
  }

  test('is headed by the finished study, and says which question is computed anew', async () => {
    expect(await page.textContent('h1')).toBe('How do these scenarios differ?')
    expect(await page.textContent('.anew')).toContain('If vehicles from Mexico and Canada pay 25%')
  })

  test('can be used from top to end by keyboard alone: in its order, with a ring around what has the focus, and no trap', async () => {
    await tabTo('.skip')
    await tabTo('#levers details:nth-of-type(2) > summary')
    await page.keyboard.press('Enter')
    await until(page, "document.querySelector('#lever-us-tariff-mexico')")
    await tabTo('#lever-us-tariff-mexico')
    await page.keyboard.press('ArrowRight')
    await until(page, "location.hash.includes('lever.us-tariff-mexico=')")
    await tabTo('#boxes button')
    await page.keyboard.press('Enter')
    await until(page, "document.querySelector('#remaining').textContent.startsWith('8 of 16')")
    await tabTo('.handle')
    await page.keyboard.press('End')
    await until(page, "!document.querySelector('#remaining').textContent.startsWith('8 of 16')")
    await tabTo('#keep-all')
    await page.keyboard.press('Enter')
    await tabTo('#table-lines tbody button')
    await page.keyboard.press('Enter')
    await until(page, "document.querySelector('#replay pre')?.textContent")
    await until(page, whole)
    await tabTo('#table-plants tbody button')
    await tabTo('#futures-buttons button')
    await page.keyboard.press('Enter')
    await until(page, "document.querySelector('#future-year')")
    await tabTo('#curve-lever')
    await until(page, "document.querySelector('#figure-curve svg')")
    await tabTo('#curve-level')
    const before = await page.evaluate('location.hash')
    await page.keyboard.press('ArrowLeft')
    await until(page, `location.hash !== ${JSON.stringify(before)}`)
    await tabTo('#why-subject')
    await page.keyboard.press('ArrowDown')
    await until(page, "document.querySelector('#explanation')")
    await tabTo('#why-beside')
    await page.keyboard.press('Enter')
    await until(page, "document.querySelector('#explanation').textContent.includes('under two scenarios')")
    await tabTo('#take-away ul li:last-child button')
    await page.keyboard.press('Tab')
    expect((await page.evaluate<Focused>(look)).isFirst).toBe(true)
    const stops = passed.filter(({ isFirst }) => !isFirst)
    expect(stops.filter(({ isNext }) => !isNext)).toEqual([])
    expect(stops.filter(({ hasRing }) => !hasRing)).toEqual([])
    expect(stops.filter(({ isInView }) => !isInView)).toEqual([])
  })

  test('a plant tells why, by a click on the map and by Enter in its table, and the focus goes there', async () => {
    const why = 'plantshiftExplorer.settings.value.why'
    const clicked = String(await page.textContent('#table-plants tbody button'))
    await page.evaluate(`[...document.querySelectorAll('#figure-map g > title')]
      .find((title) => title.textContent.startsWith(${JSON.stringify(`${clicked} `)}))
      .parentElement.dispatchEvent(new MouseEvent('click', { bubbles: true }))`)
    expect(await page.evaluate(why)).toBe(clicked)
    expect(await page.evaluate('document.activeElement.id')).toBe('why')
    const other = page.locator('#table-plants tbody button').filter({ hasNotText: clicked }).first()
    await other.focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(why)).toBe(await other.textContent())
    await until(page, `document.querySelector('#explanation h3')?.textContent === ${why}`)
  })

  test('axe finds nothing at WCAG 2.2 AA with all parts open, and nothing is wider than the window', async () => {
    const bad = 'title: x\nquestion: y\nextends: parity-51\n'
    await page.setInputFiles('#file', { name: 'bad.yaml', mimeType: 'text/yaml', buffer: Buffer.from(bad) })
    await until(page, "document.querySelector('#file-said').textContent.includes('parity-15')")
    await page.evaluate(
      'plantshiftExplorer.change({ held: { nestingSigma: 0.6 }, narrowed: { discountRate: [0.08, 0.1] } })',
    )
    await page.evaluate("document.querySelector('#futures-buttons button').click()")
    const closed = "document.querySelectorAll('details:not([open])')"
    await until(
      page,
      `(${closed}.forEach((one) => one.setAttribute('open', '')), ${closed}.length === 0 && document.querySelectorAll('fieldset.unknown').length > 40)`,
    )
    await until(
      page,
      `${whole} && document.querySelector('#future-year') && document.querySelector('#figure-curve svg')`,
    )
    await page.evaluate(axe)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await until(page, `${closed}.length === 0 || ${closed}.forEach((one) => one.setAttribute('open', ''))`)
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const found =
          await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules[colorScheme])} }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 200)).slice(0, 3).join(' ')))`)
        expect(found, `${width} px, ${colorScheme}`).toEqual([])
      }
    }
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((address) => !/^(?:file|blob|data):/.test(address))).toEqual([])
  })
})
