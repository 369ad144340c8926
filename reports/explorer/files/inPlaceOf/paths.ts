/** In place of `node:path` where a page checks scenario files: paths with slashes, as on the disk of `disk.ts`. */

/** The whole path: the last of them that begins with a slash, and what follows it. @throws where none begins with one */
export function resolve(...paths: readonly string[]): string {
  const first = paths.findLastIndex((path) => path.startsWith('/'))
  if (first < 0) throw new Error(`${paths.join('/')} is no whole path`)
  const kept: string[] = []
  for (const part of paths.slice(first).join('/').split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return `/${kept.join('/')}`
}

/** The last part, without this ending. */
export function basename(path: string, ending: string = ''): string {
  const name = path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1).replace(/\/+$/, '')
  return ending !== '' && name !== ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name
}

/** The ending with its point; empty where there is none. */
export function extname(path: string): string {
  const name = basename(path)
  const at = name.lastIndexOf('.')
  return at <= 0 ? '' : name.slice(at)
}

/** The folder of a whole path. */
export function dirname(path: string): string {
  const at = path.lastIndexOf('/')
  return at <= 0 ? '/' : path.slice(0, at)
}

/** Whether it begins at the root. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/')
}

/** The way from one whole path to another. */
export function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) =>
    resolve(path)
      .split('/')
      .filter((part) => part !== ''),
  )
  const apart = start.findIndex((part, n) => part !== end[n])
  const common = apart < 0 ? start.length : apart
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/')
}
