/** In place of `scenarios/join/library.ts` where a page checks scenario files: the library is a folder of its disk. */

const folder = '/library'
let names: readonly string[] = []

/** The library's scenarios as files of the disk. @param texts by name */
export function libraryFiles(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  names = Object.keys(texts).toSorted()
  return new Map(names.map((name) => [libraryPath(name), texts[name]]))
}

/** Names of the library's scenarios, sorted. */
export function libraryNames(): readonly string[] {
  return names
}

/** Path of a scenario of the library. */
export function libraryPath(name: string): string {
  return `${folder}/${name}.yaml`
}

/** Name of the scenario of the library in the file at a path; nothing for a file outside it. */
export function libraryNameOf(path: string): string | undefined {
  return path.startsWith(`${folder}/`) && path.endsWith('.yaml')
    ? path.slice(folder.length + 1, -'.yaml'.length)
    : undefined
}
