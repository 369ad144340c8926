/** `npm run docs`: writes the pages of docs/ that are made from the sources. Not a command of the program. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madePages } from '../reports/docs/pages.ts'

for (const [name, make] of Object.entries(madePages)) {
  const path = join('docs', name)
  writeFileSync(path, make(existsSync(path) ? readFileSync(path, 'utf8') : ''))
}
