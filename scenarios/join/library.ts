/** The scenarios that come with the program: where they are, and what each asks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isPlainObject } from '../file/merge.ts'
import { parseYaml } from '../file/yaml.ts'

export interface LibraryEntry {
  /** Name by which commands and `extends` know it, as in `replication/head-mayer-melitz`. */
  readonly name: string
  readonly path: string
  readonly title: string
  readonly question: string
  readonly kind: 'scenario' | 'replication'
}

/** The folder with the library, beside this source or, from the compiled program, in the package. */
function libraryFolder(): string {
  const folders = ['../library/', '../../../scenarios/library/'].map((up) =>
    fileURLToPath(new URL(up, import.meta.url)),
  )
  const found = folders.find((folder) => existsSync(folder))
  if (found === undefined) throw new Error(`the scenario library is missing; looked in ${folders.join(' and ')}`)
  return found
}

/** Names of the library's scenarios, sorted. */
export function libraryNames(): readonly string[] {
  return readdirSync(libraryFolder(), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length).split('\\').join('/'))
    .toSorted()
}

/** Path of a scenario of the library. */
export function libraryPath(name: string): string {
  return join(libraryFolder(), `${name}.yaml`)
}

/** Name of the scenario of the library in the file at a path; nothing for a file outside it. */
export function libraryNameOf(path: string): string | undefined {
  const inside = relative(libraryFolder(), path)
  if (inside.startsWith('..') || isAbsolute(inside) || !inside.endsWith('.yaml')) return undefined
  return inside.slice(0, -'.yaml'.length).split('\\').join('/')
}

/** All scenarios of the library with what they ask. */
export function listLibrary(): readonly LibraryEntry[] {
  return libraryNames().map((name) => {
    const path = libraryPath(name)
    const { value } = parseYaml(readFileSync(path, 'utf8'), path)
    const read = (key: string): string => (isPlainObject(value) && typeof value[key] === 'string' ? value[key] : '')
    const kind = read('kind') === 'replication' ? 'replication' : 'scenario'
    return { name, path, title: read('title'), question: read('question'), kind }
  })
}
