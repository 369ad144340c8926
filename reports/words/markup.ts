/**
 * Text of HTML and SVG from templates that escape what is put into them, unless it is markup already. Titles, notes
 * and names come from files that anybody may have written.
 */

/** Text that is markup already, and safe. */
export interface Markup {
  readonly markup: string
}

/** What a template takes: texts and numbers are escaped, lists are joined, nothing is nothing. */
export type Content = Markup | string | number | undefined | readonly Content[]

/** As in ``markup`<b>${title}</b>` ``. */
export function markup(fixed: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: fixed.map((text, k) => (k === 0 ? text : `${textOf(contents[k - 1])}${text}`)).join('') }
}

/** Takes a text for markup as it stands. Only for what this program drew itself. */
export function trusted(text: string): Markup {
  return { markup: text }
}

function textOf(content: Content): string {
  if (content === undefined) return ''
  if (typeof content === 'string') return escapeText(content)
  if (typeof content === 'number') return String(content)
  if ('markup' in content) return content.markup
  return content.map((one) => textOf(one)).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that means the same in HTML and XML, inside an element or a quoted attribute. */
function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character])
}
