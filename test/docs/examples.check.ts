/** The example programs run as they stand, against the compiled package, with few replicates. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test, expect } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What each must say, whatever the figures. */
const says: Readonly<Record<string, RegExp>> = {
  'one-question.ts': /^US: \d+\.\d% vehicles built in 2036, .*\nCA: -.*\nMX: -.*\nMexico loses more than half/,
  'options-and-information.ts': /usmca-free-of-232: best in .*\n[^]*to know everything first is worth/,
  'replication.ts': /^content, all carlines, rule 0%: .* published, .* ours[^]*22 of 22 changes have the published sign/,
  'sweep-that-stops.ts':
    /first night: \d of 8 replicates of 6 points\nsecond night: 8 of 8[^]*most US assembly jobs at duty=0\.5/,
  'tables.ts': /'usmca-2025-tariffs' │ 2036[^]*go together by -?\d\.\d\d\nmost often closed: .+, in \d+% of replicates/,
}

test('every example is looked at here', () => {
  expect(
    readdirSync(join(root, 'examples'))
      .filter((name) => name.endsWith('.ts'))
      .toSorted(),
  ).toEqual(Object.keys(says))
})

function example(name: string, ...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--import=tsx', join('examples', name), ...words], { cwd: root, encoding: 'utf8' })
}

test.each(Object.keys(says))('%s', (name) => {
  const { status, stdout, stderr } = example(name, ...(name === 'replication.ts' ? [] : ['8']))
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(says[name])
})

test('replication.ts takes a list of penalties, and says which line of it is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
  try {
    const list = join(folder, 'penalties.csv')
    writeFileSync(list, 'class,tau,tauQ\ncars,1.021,1.02\ncars,1.012,\ntrucks,1.15,1.14\n')
    expect(example('replication.ts', list).stdout).toMatch(/parts jobs L, trucks, rule \d+% against none: .* published/)
    writeFileSync(list, 'class,tau,tauQ\ncars,1.02,1.02\nvans,1.1,1.1\n')
    expect(example('replication.ts', list).stderr).toMatch(/line 3: "vans,1\.1,1\.1" is not cars or trucks/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
