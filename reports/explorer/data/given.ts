/** What the one-file page is opened with, inside of it. */
import type { Given } from './pageData.ts'
import { pack } from './pack.ts'

/** The page, which was made with nothing, opened with something. */
export function withGiven(page: string, given: Given): string {
  return page.replace(givenElement({ kind: 'nothing' }), () => givenElement(given))
}

/** The element in which the page looks for it. */
export function givenElement(given: Given): string {
  return textElement('given', insideJson(pack(given)))
}

/** A text that the page reads and the browser does not run. @param text without the end of a script */
export function textElement(id: string, text: string): string {
  return `<script type="text/plain" id="source-${id}">${text}</script>`
}

/** JSON as it can stand inside of HTML. */
export function insideJson(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`)
}
