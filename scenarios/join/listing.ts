/** What the scenarios that come with the program ask. */
import { readFileSync } from 'node:fs'
import { isPlainObject } from '../file/merge.ts'
import { filledText, hasReferences } from '../file/references.ts'
import { parseYaml } from '../file/yaml.ts'
import { readSources } from './files.ts'
import { joinSources } from './joinSources.ts'
import { libraryNames, libraryPath } from './library.ts'
import { flattenRegimes } from './regimes.ts'

export interface LibraryEntry {
  /** Name by which commands and `extends` know it, as in `replication/head-mayer-melitz`. */
  readonly name: string
  readonly path: string
  readonly title: string
  readonly question: string
  readonly kind: 'scenario' | 'replication'
}

/** All scenarios of the library with what they ask. */
export function listLibrary(): readonly LibraryEntry[] {
  return libraryNames().map((name) => {
    const path = libraryPath(name)
    const { value } = parseYaml(readFileSync(path, 'utf8'), path)
    const read = (key: string): string => (isPlainObject(value) && typeof value[key] === 'string' ? value[key] : '')
    const kind = read('kind') === 'replication' ? 'replication' : 'scenario'
    const texts = { title: read('title'), question: read('question') }
    return { name, path, kind, ...(Object.values(texts).some(hasReferences) ? filledFrom(path, texts) : texts) }
  })
}

/** Texts with the values of the whole scenario that they name. */
function filledFrom(path: string, texts: Pick<LibraryEntry, 'title' | 'question'>): typeof texts {
  const { content } = joinSources(readSources(path, process.cwd()).sources)
  const { regimes } = flattenRegimes(content.policy?.regimes ?? {})
  const whole = { ...content, policy: { ...content.policy, regimes } }
  return { title: filledText(texts.title, whole).text, question: filledText(texts.question, whole).text }
}
