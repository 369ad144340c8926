/**
 * In place of `node:fs` where a page checks scenario files: a disk that holds the scenarios of the library and the files that somebody
 * gave it, and nothing else.
 */

/** Text by whole path. */
const files = new Map<string, string>()

/** The files of a disk that is laid out anew. */
export function layOut(texts: ReadonlyMap<string, string>): void {
  files.clear()
  for (const [path, text] of texts) files.set(path, text)
}

function isFolder(path: string): boolean {
  const start = path.endsWith('/') ? path : `${path}/`
  return [...files.keys()].some((file) => file.startsWith(start))
}

/** Whether there is a file or a folder. */
export function existsSync(path: string): boolean {
  return files.has(path) || isFolder(path)
}

/** @throws as the function of Node where there is nothing */
export function statSync(path: string): { readonly size: number; isFile: () => boolean; isDirectory: () => boolean } {
  if (!existsSync(path)) throw missing(path)
  return {
    size: files.get(path)?.length ?? 0,
    isFile: () => files.has(path),
    isDirectory: () => !files.has(path),
  }
}

/** The text of a file. @throws as the function of Node where there is none */
export function readFileSync(path: string): string {
  const text = files.get(path)
  if (text === undefined) throw missing(path)
  return text
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT', path })
}
