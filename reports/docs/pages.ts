/** Pages of docs/ that are made, whole or in part, from the sources: what `npm run docs` writes and a test compares. */
import { libraryTable } from './library.ts'
import { parametersPage } from './parameters.ts'

const begin = '<!-- made by npm run docs: begin -->'
const end = '<!-- made by npm run docs: end -->'

/** By name of the file in docs/: its text, given the text that is there. */
export const madePages: Readonly<Record<string, (current: string) => string>> = {
  'parameters.md': () => parametersPage(),
  'scenarios.md': (current) => betweenMarks(current, libraryTable()),
}

/** The text with what stands between the marks replaced. @throws Error when the marks are not there */
export function betweenMarks(current: string, made: string): string {
  const from = current.indexOf(begin)
  const to = current.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the page must have ${begin} and, after it, ${end}`)
  return `${current.slice(0, from + begin.length)}\n\n${made}\n\n${current.slice(to)}`
}
