/** The scenarios that come with the program: what they are called, and where they are. */
import { existsSync, readdirSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with the library, beside this source or, from the compiled program, in the package. */
function libraryFolder(): string {
  const folders = ['../library/', '../../../scenarios/library/'].map((up) =>
    fileURLToPath(new URL(up, import.meta.url)),
  )
  const found = folders.find((folder) => existsSync(folder))
  if (found === undefined) throw new Error(`the scenario library is missing; looked in ${folders.join(' and ')}`)
  return found
}

let names: readonly string[] | undefined

/** Names of the library's scenarios, sorted; read once, since the library does not change while the program runs. */
export function libraryNames(): readonly string[] {
  names ??= readdirSync(libraryFolder(), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length).split('\\').join('/'))
    .toSorted()
  return names
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
