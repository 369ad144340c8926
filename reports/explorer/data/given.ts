/** What the one-file page is opened with, and what else it is made of, inside of it. */
import { deflateRawSync } from 'node:zlib'
import type { Given } from './pageData.ts'
import { pack } from './pack.ts'

/** The page, which was made with nothing, opened with something. */
export function withGiven(page: string, given: Given): string {
  return page.replace(givenElement({ kind: 'nothing' }), () => givenElement(given))
}

/** The element in which the page looks for it. */
export function givenElement(given: Given): string {
  const text = pack(given)
  return text.length > longestPlain ? packedElement('given', text) : textElement('given', insideJson(text))
}

/** A scenario can be read in the file; a study that has been run is large, and nobody reads it. */
const longestPlain = 100_000

/** A text made small: the page makes it whole again. */
export function packedElement(id: string, text: string): string {
  const packed = deflateRawSync(Buffer.from(text, 'utf8'), { level: 9 }).toString('base64')
  return `<script type="text/plain" id="source-${id}" data-is="deflated">${packed}</script>`
}

/** A text that the page reads and the browser does not run. @param text without the end of a script */
export function textElement(id: string, text: string): string {
  return `<script type="text/plain" id="source-${id}">${text}</script>`
}

/** JSON as it can stand inside of HTML. */
function insideJson(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`)
}
