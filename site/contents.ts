/** The contents of the site: which page stands under which heading, and in what order. A page that is not named stands under More. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesFolder } from './places.ts'

export interface Entry {
  readonly text: string
  readonly link?: string
  readonly items?: readonly Entry[]
  readonly collapsed?: boolean
}

const groups: Readonly<Record<string, readonly string[]>> = {
  'Begin here': ['start', 'docs/paths/economist', 'docs/explorer', 'docs/report', 'docs/results'],
  'Ask your own question': ['docs/scenarios', 'docs/levers', 'docs/sweeps', 'docs/tables', 'docs/other-languages'],
  'The model': ['docs/model', 'docs/parameters', 'docs/statistics', 'docs/data', 'scenarios/data/index'],
  'How far to trust it': ['docs/checks', 'docs/validation'],
  'Programs and machines': ['docs/library', 'docs/cluster', 'docs/scale', 'docs/performance'],
  'The house': ['CONTRIBUTING', 'CHANGELOG', 'THIRD-PARTY', 'findings/index'],
}

/**
 * Doors of the package, from the innermost: a thing is described where it is first met, and the doors after it lead there. `module` is what
 * TypeDoc calls it, by its file.
 */
export const apiDoors: readonly {
  readonly entry: string
  readonly module: string
  readonly page: string
  readonly door: string
  readonly what: string
}[] = [
  {
    entry: 'engine/index.ts',
    module: 'engine',
    page: 'engine',
    door: 'plantshift/engine',
    what: 'the engine alone: no files, no clock; runs unchanged in a browser',
  },
  {
    entry: 'scenarios/index.ts',
    module: 'scenarios',
    page: 'scenarios',
    door: 'plantshift/scenarios',
    what: 'scenario files and the industry',
  },
  {
    entry: 'reports/frames/index.ts',
    module: 'reports/frames',
    page: 'tables',
    door: 'plantshift/tables',
    what: 'results as tables with verbs',
  },
  {
    entry: 'reports/index.ts',
    module: 'reports',
    page: 'plantshift',
    door: 'plantshift',
    what: 'studies, questions and reports, and all of the above',
  },
]

/** Beside the reference of the library, the widest door first. */
export function apiContents(): readonly Entry[] {
  const items = apiDoors.toReversed().map(({ page, door }) => ({ text: door, link: `/api/${page}` }))
  return [{ text: 'The library', items: [{ text: 'Overview', link: '/api/' }, ...items] }]
}

/** Words in place of a title that says too little or too much. */
const titles: Readonly<Record<string, string>> = { start: 'Read me', 'docs/learn/index': 'How to begin' }

/** Beside every page of the documentation. */
export function sidebar(): readonly Entry[] {
  const named = new Set(Object.values(groups).flat())
  const learn = pagesIn('docs/learn')
  const more = pagesIn('docs').filter((page) => !named.has(page))
  return [
    { text: 'Lessons', items: learn.map(entry) },
    ...Object.entries({ ...groups, More: more }).flatMap(([text, pages]) => {
      const there = pages.filter((page) => existsSync(join(pagesFolder, `${page}.md`)))
      return there.length === 0 ? [] : [{ text, items: there.map(entry) }]
    }),
  ]
}

/** The first page of a folder before all others. */
function rank(name: string): string {
  return name === 'index.md' ? '' : name
}

/** Pages that lie right in a folder, its first page first, then by name. */
function pagesIn(folder: string): readonly string[] {
  const names = readdirSync(join(pagesFolder, folder)).filter((name) => name.endsWith('.md'))
  return names
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map((name) => `${folder}/${name.replace(/\.md$/, '')}`)
}

function entry(page: string): Entry {
  const heading = /^# (.+)$/m.exec(readFileSync(join(pagesFolder, `${page}.md`), 'utf8'))?.[1]
  return {
    text: titles[page] ?? (heading ?? page).replaceAll('`', '').replace(/^\d+\. /, ''),
    link: `/${page.replace(/index$/, '')}`,
  }
}
