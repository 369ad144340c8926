/** A disk that gets full: no file that is there is cut short. A limit on the size of files stands for it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshFolder } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const compiled = new URL('../../dist/', import.meta.url)

/** Runs a line of JavaScript where no file may grow beyond 64 kB. */
function withSmallFiles(file: string, line: string): { readonly code: number | null; readonly stderr: string } {
  const module = JSON.stringify(new URL(file, compiled).href)
  const script = `import(${module}).then((it) => { ${line} })`
  const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -f 64; exec "$0" -e "$1"', process.execPath, script], {
    cwd: folder.path,
    encoding: 'utf8',
  })
  return { code: status, stderr }
}

test.runIf(process.platform === 'linux')('leaves the file that was there, and says why', () => {
  writeFileSync(join(folder.path, 'result'), 'old')
  const small = withSmallFiles('engine/run/wholeFile.js', "it.writeWhole('result', 'x'.repeat(60000))")
  expect(small).toEqual({ code: 0, stderr: '' })
  const large = withSmallFiles('engine/run/wholeFile.js', "it.writeWhole('result', 'y'.repeat(90000))")
  expect(large.code).not.toBe(0)
  expect(large.stderr).toMatch(/EFBIG/)
  expect(readFileSync(join(folder.path, 'result'), 'utf8')).toBe('x'.repeat(60000))
})

test.runIf(process.platform === 'linux')('does not cut rows that are written a block at a time', () => {
  const shape =
    '{ scenarios: 1, years: 1, outcomes: 1, kept: { years: [0], outcomes: [0] }, plants: 0, lines: 0, programmes: 0 }'
  const plan =
    "{ parts: [{ scenarios: [0] }], scenarios: [{ name: 'long name '.repeat(20) }], years: [2024], outcomes: ['x'] }"
  const block = `{ part: 0, shape: ${shape}, read: () => ({ first: 0, count: 500, values: new Float64Array(5000) }) }`
  const wanted = `{ plan: ${plan}, years: [0], outcomes: [0], levers: [], parameters: [] }`
  const { code, stderr } = withSmallFiles(
    'reports/tables/replicates.js',
    `it.writeRows('rows.csv', 'csv', ${wanted}, [${block}])`,
  )
  expect(code).not.toBe(0)
  expect(stderr).toMatch(/EFBIG/)
  expect(existsSync(join(folder.path, 'rows.csv'))).toBe(true)
})
