/**
 * Declarations of types that nobody can reach: the compiler writes one for every file, and those who use the package see only
 * what its doors lead to. The others are taken away, since they are an eighth of what is packed.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

interface Door {
  readonly types: string
}

/**
 * Removes declarations in `dist` that the doors in `exports` of package.json do not lead to.
 *
 * @returns how many stay
 * @throws where one that is reached names another that is not there
 */
export function removeUnreached(root: string): number {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, Door>>
  }
  const reached = reachedFrom(Object.values(exports).map(({ types }) => join(root, types)))
  const dist = join(root, 'dist')
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const path = join(dist, name)
    if (name.endsWith('.d.ts') && !reached.has(path)) rmSync(path)
  }
  return reached.size
}

function reachedFrom(doors: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...doors]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    if (!existsSync(path)) throw new Error(`${path} is missing, and declarations of the package name it`)
    reached.add(path)
    waiting.push(...namedIn(path))
  }
  return reached
}

/** Files that a declaration names: `from './x.ts'`, `import './x.ts'` and `import('./x.ts')`. */
function namedIn(path: string): readonly string[] {
  const names = readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)\.[jt]s["']/g)
  return [...names].map(([, name]) => resolve(dirname(path), `${name}.d.ts`))
}
