/**
 * A step of `npm run build`: the explorer's page. Its script and the script of its workers are bundled from the sources into one
 * file each, without anything of Node; the data come from `reports/explorer/data/writePageData.ts`, which runs compiled.
 *
 *     tsx test/build/explorer.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown, type Plugin } from 'rolldown'
import { pack } from '../../reports/explorer/data/pack.ts'
import { laterFiles, type LaterName } from '../../reports/explorer/data/laterFiles.ts'
import { oneFileOf, servedHtml, styleFile } from '../../reports/explorer/data/wholePage.ts'
import { pageStyle } from '../../reports/explorer/page/style.ts'
import { libraryNames, libraryPath } from '../../scenarios/join/library.ts'
import { pageAtlas } from './atlas.ts'
import { licencesOf } from './licences.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = join(root, 'reports', 'explorer', 'page')
const built = join(root, 'dist', 'reports', 'explorer', 'built')

/** Files that have another in the page. */
const inPlaceOf = new Map([[join(root, 'reports', 'charts', 'chartDocument.ts'), join(page, 'chartDocument.ts')]])

const pageFiles: Plugin = {
  name: 'files of the page',
  resolveId: (source, importer) =>
    importer !== undefined && source.startsWith('.') ? inPlaceOf.get(resolve(importer, '..', source)) : undefined,
}

/** What the checks of scenario files read from a disk, they read in a page from what the page was given. */
const ofFiles = (name: string): string => join(root, 'reports', 'explorer', 'files', 'inPlaceOf', name)
const sourcesOfFiles = new Map([
  [join(root, 'scenarios', 'join', 'library.ts'), ofFiles('library.ts')],
  [join(root, 'scenarios', 'formulas', 'mathTree.ts'), ofFiles('mathTree.ts')],
])
const packagesOfFiles: ReadonlyMap<string, string> = new Map([
  ['node:fs', ofFiles('disk.ts')],
  ['node:path', ofFiles('paths.ts')],
  ['csv-parse/sync', join(root, 'node_modules', 'csv-parse', 'dist', 'esm', 'sync.js')],
  ['csv-stringify/sync', join(root, 'node_modules', 'csv-stringify', 'dist', 'esm', 'sync.js')],
])

const diskOfPage: Plugin = {
  name: 'disk of the page',
  resolveId: (source, importer) => {
    if (importer === undefined) return undefined
    if (source.startsWith('.')) return sourcesOfFiles.get(resolve(importer, '..', source))
    return packagesOfFiles.get(source)
  },
}

/** What is only read from files. */
const readersOfFiles = /node_modules[/\\](?:zod|yaml|csv-|mathjs)/
/** What no page has. */
const notForPages = /node_modules[/\\](?:linkedom|piscina)/

interface Bundled {
  readonly code: string
  readonly modules: readonly string[]
}

/** One classic script that runs by itself. @throws where something of Node, or what is only read from files, has come into it */
async function bundled(entry: string, plugin: Plugin, foreign: readonly RegExp[]): Promise<Bundled> {
  const bundle = await rolldown({
    cwd: root,
    input: join(page, entry),
    platform: 'browser',
    plugins: [plugin],
    tsconfig: join(page, 'tsconfig.json'),
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${entry}: ${log.message}`)
    },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  await bundle.close()
  const [{ code, moduleIds }] = output
  const found = moduleIds.find((id) => foreign.some((pattern) => pattern.test(id)))
  if (output.length !== 1 || found !== undefined) {
    throw new Error(`${entry}: ${found ?? 'more than one file'} is not for a page`)
  }
  return { code, modules: moduleIds }
}

const [start, script, worker, fileWorker] = await Promise.all([
  bundled('start.ts', pageFiles, [readersOfFiles, notForPages]),
  bundled('main.tsx', pageFiles, [readersOfFiles, notForPages]),
  bundled('worker.ts', pageFiles, [readersOfFiles, notForPages]),
  bundled('fileWorker.ts', diskOfPage, [notForPages]),
])
const atlas = JSON.stringify(pageAtlas())
const later: Readonly<Record<LaterName, string>> = {
  atlas,
  files: fileWorker.code,
  library: JSON.stringify(
    Object.fromEntries(libraryNames().map((name) => [name, readFileSync(libraryPath(name), 'utf8')])),
  ),
}
const licences = licencesOf([...script.modules, ...worker.modules, ...fileWorker.modules])
const files: Readonly<Record<string, string>> = {
  'index.html': servedHtml(pageStyle),
  'start.js': start.code,
  'page.js': script.code,
  'worker.js': worker.code,
  'given.json': pack({ kind: 'nothing' }),
  ...Object.fromEntries(Object.entries(later).map(([name, text]) => [laterFiles[name as LaterName], text])),
  'licences.txt': licences,
  [styleFile]: pageStyle,
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(built, name), text)
// For tests; `plantshift explore --file` makes it of the other files, so that a package holds their texts once.
writeFileSync(join(built, 'explorer.html'), oneFileOf(built))
