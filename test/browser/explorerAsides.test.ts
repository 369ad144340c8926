/** Why plants move, a curve along a lever, and single futures, in the explorer's page. */
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explanationText } from '../../reports/text/explainText.ts'
import { explain } from '../../studies/explanation/explain.ts'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser } from './browser.ts'
import { oneFile, type OpenPage, reportIn, until } from './explorerPage.ts'

const address = pathToFileURL(oneFile).href
const path = findBrowser()

/** The words alone: rules between figures and the layout are left out. */
function words(text: string): string {
  return text.replaceAll(/[-\s]+/g, ' ').trim()
}

describe.runIf(path !== undefined)('what the page is asked beside its study', () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
  })

  const opened = async (link: string, isStill = false): Promise<OpenPage & Pick<Page, 'keyboard'>> => {
    const page = await browser!.newPage({ reducedMotion: isStill ? 'reduce' : 'no-preference' })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${address}${link}`)
    const { keyboard } = page
    const found = {
      goto: async () => undefined,
      evaluate: async (script: string): Promise<unknown> => page.evaluate(script),
      complaints,
      requests: [],
      keyboard,
    }
    await until(found, "document.querySelector('#futures-buttons button:not([disabled])')")
    return found
  }

  test('an explanation says what plantshift explain prints', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=4&seed=3&why=Toyota%20RAV4')
    await until(page, "document.querySelector('#explanation[aria-busy=false]')")
    const { subject, scenario, ...found } = explain('Toyota RAV4', { scenario: 'tariff-232-2025', seed: 3 })
    const printed = words(explanationText(subject, scenario, found))
    const shown = String(
      await page.evaluate(
        "[...document.querySelectorAll('#explanation .pieces')].map((one) => one.innerText).join(' ')",
      ),
    )
    expect(words(shown)).toBe(printed)
    expect(page.complaints).toEqual([])
  })

  test('what nothing is called is said, with the nearest name', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=4&why=GM%20Silau')
    await until(page, "document.querySelector('#why [role=alert]')")
    expect(await page.evaluate("document.querySelector('#why [role=alert]').textContent")).toContain('GM Silao')
  })

  test('the curve sets its lever by its slider, and the study and the link follow', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=4&along=us-tariff-canada')
    await page.evaluate("document.querySelector('#curve').scrollIntoView()")
    await until(page, "document.querySelector('#figure-curve svg')")
    expect(await page.evaluate("document.querySelector('#curve-level').value")).toBe('0.25')
    await page.evaluate(`(() => {
      const slider = document.querySelector('#curve-level')
      slider.value = '0.4'
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })()`)
    await until(page, '!plantshiftExplorer.isOld.value && plantshiftExplorer.picture.value.isWhole')
    expect(await page.evaluate('location.hash')).toBe(
      '#option=tariff-232-2025&lever.us-tariff-canada=0.4&replicates=4&along=us-tariff-canada',
    )
    expect(await page.evaluate('plantshiftExplorer.picture.value.settings.levers')).toEqual({ 'us-tariff-canada': 0.4 })
    expect(await page.evaluate("document.querySelector('#curve .at').textContent")).toContain('40%')
    expect(page.complaints).toEqual([])
  })

  test('futures are the replicates of the study, and their words count them', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=12&seed=3&outcome=output.MX')
    await until(page, 'plantshiftExplorer.picture.value?.isWhole')
    const press = async (name: string): Promise<unknown> =>
      page.evaluate(
        `[...document.querySelectorAll('#futures button')].find((one) => one.textContent === '${name}').click()`,
      )
    await press('Draw a future')
    await until(page, "document.querySelector('#futures-words')?.textContent.includes('One future tells')")
    await press('Draw a future')
    await press('Draw ten more')
    await until(page, "document.querySelector('#futures-words').textContent.includes('Of 12 futures drawn')")
    const { comparisons } = await reportIn(page)
    const paired = comparisons.find(({ outcome, year }) => outcome.id === 'output.MX' && year === 2036)?.paired
    const drawn = String(
      await page.evaluate(
        "[...document.querySelectorAll('#table-futures td:last-child')].map((one) => one.textContent).join(' ')",
      ),
    )
    const values = drawn.split(' ').map((text) => Number(text.replaceAll(',', '')))
    expect(values).toHaveLength(12)
    expect(values.reduce((sum, value) => sum + value, 0) / 12).toBeCloseTo(paired!.difference.mean, -1)
    expect(page.complaints).toEqual([])
  })

  test('the years of a future are stepped through by keyboard, and play by themselves only where motion is welcome', async () => {
    const page = await opened('#option=tariff-232-2025&replicates=4&seed=3')
    await page.evaluate("document.querySelector('#futures-buttons button').click()")
    await until(page, "document.querySelector('#future-year')")
    expect(await page.evaluate("document.querySelector('#future-year').textContent.slice(0, 5)")).toBe('2036:')
    await page.evaluate("document.querySelector('#future-step').focus()")
    await page.keyboard.press('ArrowLeft')
    await until(page, "document.querySelector('#future-year').textContent.startsWith('2035:')")
    await page.keyboard.press('Home')
    await until(page, "document.querySelector('#future-year').textContent.startsWith('2024:')")
    const canPlay = "[...document.querySelectorAll('.years button')].some((one) => one.textContent === 'Play')"
    expect(await page.evaluate(canPlay)).toBe(true)
    const still = await opened('#option=tariff-232-2025&replicates=4&seed=3', true)
    await still.evaluate("document.querySelector('#futures-buttons button').click()")
    await until(still, "document.querySelector('#future-year')")
    expect(await still.evaluate(canPlay)).toBe(false)
  })
})
