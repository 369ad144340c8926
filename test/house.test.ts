/**
 * The rooms of the house and what may be imported where, as CONTRIBUTING.md describes them; and what every function in it
 * owes its reader.
 */
import { isBuiltin } from 'node:module'
import { describe, it, expect } from 'vitest'
import { circles, fileGraph, roomGraph } from './house/circles.ts'
import { isPure, roomOf, rooms, upwardPermissions, wrongImports } from './house/rooms.ts'
import { readHouse, readSource, type Source } from './house/sources.ts'

const mostLines = 250
const mostParameters = 6

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
  // What stands in place of a file in a page may import what that file does.
  for (const { path, imports } of sources.filter((one) => !one.path.includes('/inPlaceOf/'))) {
    for (const imported of imports) {
      const name = packageOf(imported)
      if (name !== undefined) files.set(name, (files.get(name) ?? new Set()).add(path))
    }
  }
  return [...files].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)
}

/** Functions that take more than they may. */
function crowded(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, functions }) =>
    functions.filter(({ parameters }) => parameters > mostParameters).map(({ name }) => `${path}: ${name}`),
  )
}

/** Functions that other files can call and that say nothing of themselves. */
function undocumented(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, functions }) =>
    functions
      .filter(({ isExported, isDocumented }) => isExported && !isDocumented)
      .map(({ name }) => `${path}: ${name}`),
  )
}

describe('the house', () => {
  const sources = readHouse()

  it('has no file outside its rooms, and imports that this test can read', () => {
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(1000)
    expect(sources.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => path)).toEqual([])
  })

  it('has an order: no room may import itself or one above it', () => {
    expect(upwardPermissions()).toEqual([])
  })

  it('is entered from the cli, through reports, studies and scenarios, to the engine, and never the other way', () => {
    expect(wrongImports(sources)).toEqual([])
  })

  it('has no files and no rooms that import one another in a circle', () => {
    expect(circles(fileGraph(sources))).toEqual([])
    expect(circles(roomGraph(sources))).toEqual([])
  })

  it('imports each package in one file only', () => {
    expect(packagesInTwoFiles(sources)).toEqual([])
  })

  it('uses nothing that differs between machines where a replicate is computed', () => {
    expect(impurities(sources)).toEqual([])
  })

  it(`has no file of more than ${mostLines} lines`, () => {
    const long = sources.filter(({ lines }) => lines > mostLines)
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it(`has no function that takes more than ${mostParameters} things`, () => {
    expect(crowded(sources)).toEqual([])
  })

  it('says of every exported function what it does', () => {
    expect(undocumented(sources)).toEqual([])
  })
})

/** What is wrong with the imports of a file at `path` that holds `text`. */
function edges(path: string, text: string): string[] {
  return wrongImports([readSource(path, text)])
}

describe('the test of the house sees', () => {
  it('a model that reads a scenario, a math that reads the model, a run that reads the analysis', () => {
    expect(edges('engine/model/cost/a.ts', "import { b } from '../../../scenarios/load.ts'")).toHaveLength(1)
    expect(edges('engine/math/a.ts', "import type { B } from '../model/cost/b.ts'")).toHaveLength(1)
    expect(edges('engine/run/a.ts', "export * from '../analysis/b.ts'")).toHaveLength(1)
    expect(edges('scenarios/file/a.ts', "const b = await import('../../cli/b.ts')")).toHaveLength(1)
    expect(edges('studies/run/a.ts', "let b: import('../../reports/data/b.ts').B")).toHaveLength(1)
  })

  it('a room of the model that reads one above it or beside it, and a file that is in no room', () => {
    expect(edges('engine/model/content/a.ts', "import { b } from '../customs/b.ts'")).toHaveLength(1)
    expect(edges('engine/model/year/a.ts', "import { b } from '../relocation/b.ts'")).toHaveLength(1)
    expect(edges('reports/words/a.ts', "export { b } from '../index.ts'")).toHaveLength(1)
    expect(edges('engine/model/history/a.ts', "import { b } from '../b.ts'")).toHaveLength(1)
    expect(roomOf('engine/model/b.ts')).toBeUndefined()
  })

  it('nothing wrong in a room that imports to its right, or itself', () => {
    expect(edges('cli/a.ts', "import { b } from '../engine/run/b.ts'\nimport './c.ts'\nimport 'node:fs'")).toEqual([])
    expect(edges('engine/index.ts', "export { b } from './model/cost/b.ts'")).toEqual([])
    expect(edges('engine/run/a.ts', "// import '../analysis/b.ts'\nimport { c } from '../model/cost/c.ts'")).toEqual([])
    expect(edges('engine/analysis/a.ts', 'export const b = "import x from \'../run/b.ts\'"')).toEqual([])
    expect(rooms.map((room) => roomOf(room.endsWith('.ts') ? room : `${room}/a.ts`))).toEqual(rooms)
  })

  it('a built-in, a second package or an import over several lines in math', () => {
    expect(edges('engine/math/a.ts', "import { readFileSync } from 'node:fs'")).toHaveLength(1)
    expect(edges('engine/math/a.ts', "import {\n  b,\n} from 'simple-statistics'")).toHaveLength(1)
    expect(edges('scenarios/compile/a.ts', "import { b } from 'path'")).toHaveLength(1)
  })

  it('files and rooms in a circle, whole and once, from wherever it is entered', () => {
    const sources = [
      readSource('cli/a.ts', "import type { C } from '../reports/data/c.ts'"),
      readSource('reports/data/b.ts', "import './c.ts'"),
      readSource('reports/data/c.ts', "const a = await import('../words/d.ts')"),
      readSource('reports/words/d.ts', "import '../data/b.ts'\nimport '../../engine/math/e.ts'"),
      readSource('engine/math/e.ts', ''),
    ]
    expect(circles(fileGraph(sources))).toEqual([
      'reports/data/b.ts -> reports/data/c.ts -> reports/words/d.ts -> reports/data/b.ts',
    ])
    expect(circles(roomGraph(sources))).toEqual(['reports/data -> reports/words -> reports/data'])
  })

  it('a package in two files, also by two of its parts', () => {
    const files = [
      readSource('cli/a.ts', "import a from 'csv-parse'"),
      readSource('cli/b.ts', "import b from 'csv-parse/sync'"),
    ]
    expect(packagesInTwoFiles(files)).toEqual(['csv-parse: cli/a.ts, cli/b.ts'])
  })

  it('a power, a sine and a date in code, but not in comments and texts', () => {
    const text = [
      '/** x ** 2 */',
      "const y = 'Math.sin' + `can't ** https://b` // Date",
      'const z = x ** 2 + Math.sin(x) + Math.sqrt(new Date()) + Math.PI',
    ].join('\n')
    expect(impurities([readSource('engine/model/cost/a.ts', text)])).toEqual([
      'engine/model/cost/a.ts: Math.sin',
      'engine/model/cost/a.ts: **',
      'engine/model/cost/a.ts: Date',
    ])
    expect(impurities([readSource('reports/data/a.ts', text)])).toEqual([])
  })

  it('a function that takes seven things in whichever way it is written, and one object as one thing', () => {
    const seven = 'a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, ...g: 1[]'
    const text = [
      `function declared(${seven}): void {}`,
      `export const arrow = (${seven}): void => {}`,
      `interface Heard { heard(${seven}): void; called: (${seven}) => void }`,
      'function bundled({ a, b, c, d, e, f, g }: All): void {}',
    ].join('\n')
    expect(crowded([readSource('cli/a.ts', text)])).toEqual([
      'cli/a.ts: declared',
      'cli/a.ts: arrow',
      'cli/a.ts: line 3',
      'cli/a.ts: line 3',
    ])
  })

  it('an exported function without a doc comment right before it', () => {
    const text = [
      '/** Said. */\nexport function said(): void {}',
      '/* Not a doc comment. */\nexport function whispered(): void {}',
      '/** Of something else. */\nconst one = 1\nexport const silent = (): void => {}',
      'function late(): void {}\nexport { late }',
      'function own(): void {}',
      '/** Said too. */\nexport const arrow = (): void => {}',
    ].join('\n\n')
    expect(undocumented([readSource('cli/a.ts', text)])).toEqual([
      'cli/a.ts: whispered',
      'cli/a.ts: silent',
      'cli/a.ts: late',
    ])
  })
})
