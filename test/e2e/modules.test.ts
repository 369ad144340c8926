/** Which modules a command loads, as Node itself says it: what only some commands need, the others do without. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const library = new URL('../../dist/reports/index.js', import.meta.url).href
const folder = freshFolder()
afterAll(() => folder.remove())

/** Files whose code ran in a process that was started with these words, its threads among them. */
function loaded(...words: readonly string[]): readonly string[] {
  const kept = mkdtempSync(join(folder.path, 'coverage-'))
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...process.env, NODE_V8_COVERAGE: kept },
  })
  expect(status, stderr).toBe(0)
  const files = readdirSync(kept).flatMap((name) => {
    const { result }: { result: readonly { readonly url: string }[] } = JSON.parse(
      readFileSync(join(kept, name), 'utf8'),
    )
    return result.map(({ url }) => url)
  })
  rmSync(kept, { recursive: true })
  return files
}

/** Of the tables: arquero, and acorn which reads expressions; a joined file that holds one of them has a word that only it has. */
function isOfTables(url: string): boolean {
  if (/\/node_modules\/(?:arquero|acorn)\//.test(url)) return true
  return /\/parts\/.*\.js$/.test(url) && /\becmaVersion\b|\bBitSet\b/.test(readFileSync(fileURLToPath(url), 'utf8'))
}

beforeAll(async () => {
  writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs' })
  const { code, stderr } = await plantshift(folder.path, ...'run tariffs.yaml --replicates 4 --out kept'.split(' '))
  expect(code, stderr).toBe(0)
})

test.each([
  '--help',
  'table --help',
  'scenarios',
  'validate tariffs.yaml',
  'run tariffs.yaml --replicates 2 --workers 1 --out again',
  'export kept --to e.csv',
  'report kept',
  'status kept',
  'verify kept --blocks 0',
])('%s loads nothing of tables', (line) => {
  const files = loaded(program, ...line.split(' '))
  expect(files.some((url) => url.endsWith('/dist/cli/main.js'))).toBe(true)
  expect(files.filter(isOfTables)).toEqual([])
})

test('help reads little: the words of the commands, and neither what checks files nor what reads them', () => {
  const files = loaded(program, '--help').filter((url) => url.startsWith('file:'))
  const bytes = files.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0)
  expect(files.length).toBeGreaterThan(5)
  expect(bytes, files.join('\n')).toBeLessThan(160_000)
})

test('table does, and so does a program that calls it, not one that only could', () => {
  const files = loaded(program, 'table', 'kept', '--rollup', 'n = count()')
  expect(files.filter(isOfTables).length).toBeGreaterThan(1)
  const script = (call: string): string => `const { table } = await import(${JSON.stringify(library)}); ${call}`
  const imported = loaded('--input-type=module', '-e', script('void table'))
  expect(imported.some((url) => url.endsWith('/dist/reports/index.js'))).toBe(true)
  expect(imported.filter(isOfTables)).toEqual([])
  const called = loaded('--input-type=module', '-e', script("await table('kept', 'summary')"))
  expect(called.some((url) => /\/node_modules\/arquero\//.test(url))).toBe(true)
})
