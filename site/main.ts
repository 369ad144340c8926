/**
 * `npm run site`: the documentation as a static site in `out/site`, for any web server, without network: lessons with the explorer inside,
 * search, the reference of the library and reports of the library's questions.
 *
 *     npm run site -- --reports 6 --replicates 20 --base /plantshift/ --check
 *
 * `--reports` makes the first so many reports alone; `--check` also
 * checks the types of this folder, and then looks at the site in a browser. A link that leads nowhere fails.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deadLinks } from './deadLinks.ts'
import { pagesFolder, project, publicFolder, siteFolder } from './places.ts'
import { stagePages } from './stage.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    replicates: { type: 'string', default: '100' },
    base: { type: 'string', default: '/' },
    check: { type: 'boolean', default: false },
  },
})
const here = join(project, 'site')
const tsx = join(project, 'node_modules', '.bin', 'tsx')
const own = (name: string): string => join(here, 'node_modules', '.bin', name)

/** A step in a process of its own. @throws where it ends with another code than 0 */
async function step(command: string, words: readonly string[]): Promise<void> {
  const environment = { ...process.env, PLANTSHIFT_SITE_BASE: values.base }
  const child = spawn(command, words, { cwd: project, stdio: 'inherit', env: environment })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${[command, ...words].join(' ')} has ended with ${String(code)}`)
}

if (!existsSync(own('vitepress'))) await step('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'])
for (const folder of [pagesFolder, siteFolder]) rmSync(folder, { recursive: true, force: true })
const pages = stagePages()
cpSync(join(project, 'dist', 'reports', 'explorer', 'built'), join(publicFolder, 'explorer'), { recursive: true })
rmSync(join(publicFolder, 'explorer', 'explorer.html'))
if (values.check) await step(join(project, 'node_modules', '.bin', 'tsc'), ['-p', here])
await Promise.all([
  step(tsx, [join(here, 'api.ts')]),
  step(tsx, [join(here, 'gallery.ts'), values.replicates, values.reports]),
])
await step(own('vitepress'), ['build', here])

const { links, dead } = deadLinks(siteFolder, values.base)
if (dead.length > 0) throw new Error(`links that lead nowhere:\n  ${dead.join('\n  ')}`)
process.stdout.write(`${pages} pages, ${links} links, all of which lead somewhere: ${siteFolder}\n`)
if (values.check) {
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs')
  const words = ['run', '--config', join(here, 'vitest.config.ts'), '--root', project]
  await step(process.execPath, [vitest, ...words])
}
