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
import { pageStyle } from '../../reports/explorer/page/style.ts'
import { oneFileHtml, servedHtml } from './explorerHtml.ts'
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

interface Bundled {
  readonly code: string
  readonly modules: readonly string[]
}

/** One classic script that runs by itself. @throws where something of Node, or what is only read from files, has come into it */
async function bundled(entry: string): Promise<Bundled> {
  const bundle = await rolldown({
    cwd: root,
    input: join(page, entry),
    platform: 'browser',
    plugins: [pageFiles],
    tsconfig: join(page, 'tsconfig.json'),
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${entry}: ${log.message}`)
    },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  await bundle.close()
  const [{ code, moduleIds }] = output
  const foreign = moduleIds.find((id) => /node_modules[/\\](?:zod|yaml|mathjs|linkedom|piscina|csv-)/.test(id))
  if (output.length !== 1 || foreign !== undefined) {
    throw new Error(`${entry}: ${foreign ?? 'more than one file'} is not for a page`)
  }
  return { code, modules: moduleIds }
}

const [script, worker] = await Promise.all([bundled('main.tsx'), bundled('worker.ts')])
const data = readFileSync(join(built, 'data.json'), 'utf8')
const licences = licencesOf([...script.modules, ...worker.modules])
const files: Readonly<Record<string, string>> = {
  'index.html': servedHtml(pageStyle),
  'page.js': script.code,
  'worker.js': worker.code,
  'given.json': pack({ kind: 'nothing' }),
  'licences.txt': licences,
  'explorer.html': oneFileHtml({ style: pageStyle, script: script.code, worker: worker.code, data, licences }),
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(built, name), text)
