/** The example programs run as they stand, against the compiled package, with few replicates. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test, expect } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What each must say, whatever the figures. */
const says: Readonly<Record<string, RegExp>> = {
  'one-question.ts': /^US: \d+\.\d% vehicles built in 2036, .*\nCA: -.*\nMX: -.*\nMexico loses more than half/,
  'options-and-information.ts': /usmca-free-of-232: best in .*\n[^]*to know everything first is worth/,
  'sweep-that-stops.ts':
    /first night: \d of 8 replicates of 6 points\nsecond night: 8 of 8[^]*most US assembly jobs at duty=0\.5/,
}

test('every example is looked at here', () => {
  expect(
    readdirSync(join(root, 'examples'))
      .filter((name) => name.endsWith('.ts'))
      .toSorted(),
  ).toEqual(Object.keys(says))
})

test.each(Object.keys(says))('%s', (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', join('examples', name), '8'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(says[name])
})
