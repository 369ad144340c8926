/**
 * What a page may do, said to the browser by the page itself: show its own pictures and styles and run the script it was made
 * with, known by its hash. Nothing else is loaded, run or sent, whatever text has come into the page.
 */
import { createHash } from 'node:crypto'
import { markup, type Markup } from '../words/markup.ts'

/** The mark that goes into the head, before all that it is about. @param script the one that the page has, to the letter; none unless given */
export function securityPolicy(script?: string): Markup {
  const scripts =
    script === undefined ? "'none'" : `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`
  const rules = [
    "default-src 'none'",
    `script-src ${scripts}`,
    // Pictures say by attributes how they look, and no hash can stand for these.
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return markup`<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
}
