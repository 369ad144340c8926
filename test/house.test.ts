/**
 * The rooms of the house and what may be imported where, as CONTRIBUTING.md describes them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, dirname, relative, sep, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it, expect } from 'vitest'

const top = join(dirname(fileURLToPath(import.meta.url)), '..')
const mostLines = 250
/** Files that may be longer, each with its reason. Better to split the file than to add it here. */
const mayBeLonger: readonly string[] = []

/** [room] the rooms whose files it may import, beside its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'engine/math': [],
  'engine/model': ['engine/math'],
  'engine/analysis': ['engine/math'],
  'engine/run': ['engine/model', 'engine/math'],
  engine: ['engine/math', 'engine/model', 'engine/analysis', 'engine/run'],
  scenarios: ['engine'],
  reports: ['scenarios', 'engine'],
  cli: ['reports', 'scenarios', 'engine'],
}
const rooms = Object.keys(mayImport)

/** Rooms where a replicate must come out the same to the bit on every machine. */
function isPure(path: string): boolean {
  return /^engine\/(math|model)\//.test(path) || path.startsWith('scenarios/compile')
}

/** The innermost room a file is in; `engine/index.ts` is in `engine` itself. */
function roomOf(path: string): string | undefined {
  return rooms.filter((room) => path.startsWith(`${room}/`)).toSorted((a, b) => b.length - a.length)[0]
}

interface Source {
  readonly path: string
  readonly lines: number
  /** The text with comments and the contents of quoted texts taken out. */
  readonly code: string
  readonly imports: readonly string[]
}

/** Comments and texts in one pattern, so that neither starts inside the other. */
const commentOrText = /\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g

function read(path: string, text: string): Source {
  const uncommented = text.replace(commentOrText, (found) => (found.startsWith('/') ? ' ' : found))
  return {
    path,
    lines: text.split('\n').length - 1,
    code: uncommented.replace(commentOrText, "''"),
    imports: [...uncommented.matchAll(importPattern)].map((match) => match[1]),
  }
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => read(relative(top, file).split(sep).join('/'), readFileSync(file, 'utf8')))
}

/** What is wrong with one import, or nothing. */
function wrongEdge(path: string, imported: string): string | undefined {
  const room = roomOf(path)
  if (!imported.startsWith('.')) {
    if (isBuiltin(imported)) return isPure(path) ? `${path} imports ${imported}, and must run anywhere` : undefined
    const isForeign = room === 'engine/math' && imported !== 'seedrandom'
    return isForeign ? `${path} imports ${imported}; the only package there is seedrandom` : undefined
  }
  const target = posix.join(posix.dirname(path), imported)
  if (room === undefined || roomOf(target) === undefined) return `${path} imports ${target}, which is outside the rooms`
  if (roomOf(target) === room) return undefined
  const allowed = mayImport[room].some((other) => target.startsWith(`${other}/`))
  const rightRooms = mayImport[room].join(', ') || 'no other room'
  return allowed ? undefined : `${path} imports ${target}; ${room} may import ${rightRooms}`
}

function wrongEdges(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => imports.flatMap((imported) => wrongEdge(path, imported) ?? []))
}

// What IEEE 754 or the language fixes to the bit is left; so are constants, in capitals.
const unequalBits = /\bMath\.(?!(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|[A-Z]\w*)\b)\w+/g
const power = /\*\*=?/g
const clock = /\bDate\b|\bperformance\b|\bprocess\b/g

/** Calls whose result hangs on the machine, in the rooms where none may. */
function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isPure(path))
    .flatMap(({ path, code }) =>
      [unequalBits, power, clock].flatMap((pattern) => code.match(pattern) ?? []).map((found) => `${path}: ${found}`),
    )
}

/** Name of the package that `imported` belongs to, or nothing for a file and for what Node has built in. */
function packageOf(imported: string): string | undefined {
  if (imported.startsWith('.') || isBuiltin(imported)) return undefined
  return imported.split('/', imported.startsWith('@') ? 2 : 1).join('/')
}

/** Packages imported in more than one file, with the files. */
function packagesInTwoFiles(sources: readonly Source[]): string[] {
  const files = new Map<string, Set<string>>()
  for (const { path, imports } of sources) {
    for (const imported of imports) {
      const name = packageOf(imported)
      if (name !== undefined) files.set(name, (files.get(name) ?? new Set()).add(path))
    }
  }
  return [...files].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)
}

describe('the house', () => {
  const sources = ['engine', 'scenarios', 'reports', 'cli'].flatMap(sourcesIn)

  it('has files in it, with imports that this test can read', () => {
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(20)
  })

  it('is entered from the cli, through reports and scenarios, to the engine, and never the other way', () => {
    expect(wrongEdges(sources)).toEqual([])
  })

  it('imports each package in one file only', () => {
    expect(packagesInTwoFiles(sources)).toEqual([])
  })

  it('uses nothing that differs between machines where a replicate is computed', () => {
    expect(impurities(sources)).toEqual([])
  })

  it(`has no file of more than ${mostLines} lines`, () => {
    const long = sources.filter(({ path, lines }) => lines > mostLines && !mayBeLonger.includes(path))
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })
})

describe('the test of the house sees', () => {
  const edges = (path: string, text: string): string[] => wrongEdges([read(path, text)])

  it('a model that reads a scenario, a math that reads the model, a run that reads the analysis', () => {
    expect(edges('engine/model/a.ts', "import { b } from '../../scenarios/b.ts'")).toHaveLength(1)
    expect(edges('engine/math/a.ts', "import type { B } from '../model/b.ts'")).toHaveLength(1)
    expect(edges('engine/run/a.ts', "export * from '../analysis/b.ts'")).toHaveLength(1)
    expect(edges('scenarios/a.ts', "const b = await import('../cli/b.ts')")).toHaveLength(1)
  })

  it('nothing wrong in a room that imports to its right, or itself', () => {
    expect(edges('cli/a.ts', "import { b } from '../engine/run/b.ts'\nimport './c.ts'\nimport 'node:fs'")).toEqual([])
    expect(edges('engine/index.ts', "export { b } from './model/b.ts'")).toEqual([])
    expect(edges('engine/run/a.ts', "// import '../analysis/b.ts'\nimport { c } from '../model/c.ts'")).toEqual([])
  })

  it('a built-in, a second package or an import over several lines in math', () => {
    expect(edges('engine/math/a.ts', "import { readFileSync } from 'node:fs'")).toHaveLength(1)
    expect(edges('engine/math/a.ts', "import {\n  b,\n} from 'simple-statistics'")).toHaveLength(1)
    expect(edges('scenarios/compile/a.ts', "import { b } from 'path'")).toHaveLength(1)
  })

  it('a package in two files, also by two of its parts', () => {
    const files = [read('cli/a.ts', "import a from 'csv-parse'"), read('cli/b.ts', "import b from 'csv-parse/sync'")]
    expect(packagesInTwoFiles(files)).toEqual(['csv-parse: cli/a.ts, cli/b.ts'])
  })

  it('a power, a sine and a date in code, but not in comments and texts', () => {
    const text = [
      '/** x ** 2 */',
      "const y = 'Math.sin' + `can't ** https://b` // Date",
      'const z = x ** 2 + Math.sin(x) + Math.sqrt(new Date()) + Math.PI',
    ].join('\n')
    expect(impurities([read('engine/model/a.ts', text)])).toEqual([
      'engine/model/a.ts: Math.sin',
      'engine/model/a.ts: **',
      'engine/model/a.ts: Date',
    ])
    expect(impurities([read('reports/a.ts', text)])).toEqual([])
  })
})
