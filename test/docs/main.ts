/**
 * `npm run docs` writes what the documentation takes from the program. `npm run docs -- --check` compares it instead, says
 * page, line and difference where they have drifted apart, and follows commands and examples as a reader does (`*.check.ts`).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { madePages } from './pages.ts'
import { differenceOf, differenceText } from './stretch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const folder = mkdtempSync(join(tmpdir(), 'plantshift-docs-'))
/** What following the pages says, which goes on beside the making of them; it is shown after that. */
const followed = join(folder, 'followed.txt')
const following = values.check ? follow() : undefined
let drifted = 0
try {
  for (const { path, make, follow } of madePages) {
    const file = join(root, path)
    const current = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const wanted = make(current, folder)
    const difference = differenceOf(current, wanted)
    if (difference === undefined) continue
    drifted += 1
    process.stdout.write(values.check ? `${differenceText(path, difference)}\n` : `${path} is written anew\n`)
    if (values.check) continue
    await follow?.(wanted)
    writeFileSync(file, wanted)
  }
  if (drifted === 0) process.stdout.write(`${madePages.length} pages and pictures say what the program says\n`)
  const status = await following
  if (status !== undefined) process.stdout.write(readFileSync(followed))
  if (values.check && (drifted > 0 || status !== 0)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @returns the status of the process that follows commands and examples, when it has ended */
async function follow(): Promise<number> {
  const words = ['run', '--config', join(root, 'test', 'docs', 'vitest.config.ts'), '--root', root]
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const said = openSync(followed, 'w')
  const child = spawn(process.execPath, [vitest, ...words], { cwd: root, stdio: ['ignore', said, said] })
  closeSync(said)
  const [status]: unknown[] = await once(child, 'exit')
  return typeof status === 'number' ? status : 1
}
