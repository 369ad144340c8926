/** Why plants move, a curve along a lever, and single futures, in the explorer's page. */
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explanationText } from '../../reports/text/explainText.ts'
import { explain } from '../../studies/explanation/explain.ts'
import { browsers, oneFile, type OpenBrowser, type OpenPage, until } from './explorerPage.ts'

const address = pathToFileURL(oneFile).href
const [chromium] = browsers

describe.runIf(chromium.path !== undefined)('what the page is asked beside its study', () => {
  let browser: OpenBrowser | undefined
  beforeAll(async () => {
    browser = await chromium.open(chromium.path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
  })

  const opened = async (link: string): Promise<OpenPage> => {
    const page = await browser!.page()
    await page.goto(`${address}${link}`)
    await until(page, "document.querySelector('#why-subject')")
    return page
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
})

/** The words of a text, however its lines are broken. */
function words(text: string): string {
  return text.replaceAll(/[-\s]+/g, ' ').trim()
}
