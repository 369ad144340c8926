/** The model gives the same bits in a browser: an engine of its own, with other compilers than Node's, on the same inputs. */
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { describe, expect, test } from 'vitest'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { type ModelInputs, outcomeBits } from './modelInPage.ts'

const path = findBrowser()

/** The model and all that it imports as one script, which leaves `model.outcomeBits` in the page. */
async function scriptOfModel(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('modelInPage.ts', import.meta.url)),
    platform: 'browser',
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'model' })
  await bundle.close()
  return output[0].code
}

describe.skipIf(path === undefined)('the model in a browser', () => {
  test('needs nothing of Node, and gives every outcome with the same bits', async () => {
    const { industry, laws, scenarios } = loadStudyInputs('compare', ['tariff-232-2025', 'path-2026'], undefined)
    const inputs: ModelInputs = { industry, laws, scenarios: scenarios.map(({ compiled }) => compiled), replicates: 2 }
    const script = await scriptOfModel()
    expect(script).not.toMatch(/\brequire\(|from ['"]node:/)
    const browser = await openBrowser(path ?? '')
    try {
      const page = await browser.newPage()
      await page.addScriptTag({ content: script })
      const there = await page.evaluate((given) => {
        const { model } = globalThis as unknown as { model: { outcomeBits: (given: unknown) => readonly string[] } }
        return model.outcomeBits(given)
      }, inputs)
      const here = outcomeBits(inputs)
      expect(here[0]).toMatch(/^0 [0-9a-f ]{10000}/)
      expect(there).toEqual(here)
    } finally {
      await browser.close()
    }
  })
})
