/** docs/tables.md is followed as it stands: each command after the other, in one folder. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = readFileSync(join(root, 'docs/tables.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('plantshift '))

test('there are commands on the page', () => {
  expect(lines.length).toBeGreaterThan(4)
})

test.each(lines)('%s', (line) => {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((found) => found[1] ?? found[2]).slice(1)
  const few = words[0] === 'run' ? ['--replicates', '16', '--quiet'] : []
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words, ...few], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(stdout + stderr).toMatch(/usmca-2025-tariffs|rows written/)
})
