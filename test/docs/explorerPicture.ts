/**
 * The picture of the explorer in README.md, light and dark. Screenshots differ from machine to machine, so what is compared is the words that
 * they show, which stand beside them in docs/images/explorer.txt: when the engine says others, `npm run docs` takes new pictures, as it does where
 * that file is not there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { headline } from '../../reports/document/headline.ts'
import { plantSentence } from '../../reports/document/plantTable.ts'
import { findBrowser, openBrowser } from '../browser/browser.ts'
import { oneFile } from '../browser/explorerPage.ts'
import { asker } from './learn/asked.ts'

/** 25% on vehicles from Mexico, under the rules of 2024 else. */
const pictureLink = '#option=base&baseline=base&lever.us-tariff-mexico=0.25&replicates=50'
/** Of a picture, in pixels of the page. */
export const pictureSize: { readonly width: number; readonly height: number } = { width: 1280, height: 1240 }
const pictureFolder: string = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const schemes = ['light', 'dark'] as const
export const pictureNames: readonly string[] = schemes.map((scheme) => `explorer-${scheme}.webp`)

/** The link, and below it what the page answers to it, a sentence a line. */
export function pictureWords(): string {
  const { report } = asker().ask(pictureLink)
  const option = report.scenarios[1 - report.baseline].name
  const found = headline(report, option)
  if (found === undefined) throw new Error('the picture of the explorer would say nothing')
  return `${[pictureLink, found.built, found.means, plantSentence(report, option)].join('\n')}\n`
}

/** Takes the pictures in Debian's Chromium. @param words as `pictureWords` has them @throws Error where the page says others */
export async function takePictures(words: string): Promise<void> {
  const path = findBrowser()
  if (path === undefined) throw new Error('the pictures of the explorer are taken in Chromium, which is not there')
  const browser = await openBrowser(path)
  try {
    for (const [n, colorScheme] of schemes.entries()) {
      const context = await browser.newContext({ viewport: pictureSize, colorScheme, deviceScaleFactor: 1 })
      const page = await context.newPage()
      const png = await pictureOf(page, words)
      writeFileSync(join(pictureFolder, pictureNames[n]), await asWebp(browser, png))
      await context.close()
    }
  } finally {
    await browser.close()
  }
}

async function pictureOf(page: Page, words: string): Promise<Buffer> {
  await page.goto(`${pathToFileURL(oneFile).href}${pictureLink}`)
  const isDrawn =
    "Boolean(globalThis.plantshiftExplorer?.picture.value?.isWhole && document.querySelector('#figure-map svg'))"
  while ((await page.evaluate(isDrawn)) !== true) await new Promise((resolve) => setTimeout(resolve, 100))
  const shown = (await page.textContent('#answer')) ?? ''
  const missing = words.trim().split('\n').slice(1).find((sentence) => !shown.includes(sentence))
  if (missing !== undefined) throw new Error(`the explorer does not say “${missing}” but “${shown}”`)
  await page.evaluate("document.querySelector('#lever-us-tariff-mexico').closest('details').open = true")
  // Charts are drawn one a turn.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return page.screenshot()
}

/** Half the size of a PNG and less; the browser that took it can write it. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const encoded = await page.evaluate(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png.toString('base64')}'
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.8)
  })()`)
  await page.close()
  return Buffer.from(String(encoded).replace(/^data:image\/webp;base64,/, ''), 'base64')
}

/** Width and height that a WebP file of a canvas states (RFC 9649): of a `VP8 ` chunk, after its start code. @throws Error for another file */
export function webpSize(name: string): { readonly width: number; readonly height: number; readonly bytes: number } {
  const file = readFileSync(join(pictureFolder, name))
  const at = file.indexOf(Buffer.from([0x9d, 0x01, 0x2a]))
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP' || at < 0) {
    throw new Error(`${name} is no picture`)
  }
  const side = (from: number): number => file.readUInt16LE(from) & 0x3fff
  return { width: side(at + 3), height: side(at + 5), bytes: file.length }
}
