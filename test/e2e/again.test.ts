/** A command asked again: its result goes beside the earlier one; and a report that is opened when somebody asks for it. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshFolder, plantshift, writeTwoYears, type Ended } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)
afterEach(() => vi.unstubAllEnvs())

const run = async (...more: string[]): Promise<Ended> =>
  await plantshift(folder.path, 'run', 'two.yaml', '--replicates', '2', ...more)

/** What is in `out`, and of which seed. */
function results(): readonly string[] {
  const out = join(folder.path, 'out')
  return readdirSync(out).map(
    (name) => `${name} ${JSON.parse(readFileSync(join(out, name, 'plan.json'), 'utf8')).seed}`,
  )
}

beforeAll(async () => {
  writeTwoYears(folder.path, { two: 'usmca-2025-tariffs' })
  expect((await run('--seed', '1', '--quiet')).code).toBe(0)
})

describe('a run that is asked again', () => {
  test('goes to a new folder beside the old one, and says so', async () => {
    const { code, stderr } = await run('--seed', '2')
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('out/two holds an earlier result, which stays; this one goes to out/two-2')
    expect(stderr).toMatch(/Files: \S*out\/two-2$/m)
    expect(results()).toEqual(['two 1', 'two-2 2'])
  })

  test('is refused, with what to do, where the folder is named or nothing may be said', async () => {
    for (const more of [['--out', 'out/two'], ['--quiet']]) {
      const { code, stderr } = await run(...more)
      expect(code).toBe(74)
      expect(stderr).toMatch(/out\/two: already holds a result; add --force to replace it or choose another folder/)
    }
  })

  test('replaces the old one where that is asked', async () => {
    expect((await run('--seed', '3', '--force')).code).toBe(0)
    expect(results()).toEqual(['two 3', 'two-2 2'])
  })

  test('passes by no run that was broken off: that is to be gone on with', async () => {
    rmSync(join(folder.path, 'out', 'two-2', 'manifest.json'))
    const { code, stderr } = await run('--seed', '4')
    expect(code).toBe(74)
    expect(stderr).toMatch(/out\/two-2: holds a run that was broken off; go on with it by resume out\/two-2/)
    expect((await plantshift(folder.path, 'resume', 'out/two-2', '--quiet')).code).toBe(0)
    expect(results()).toEqual(['two 3', 'two-2 2'])
  })
})

describe('--open', () => {
  const bin = join(folder.path, 'bin')
  const opened = join(folder.path, 'opened')

  /** In place of the programs that open a browser: they write what they are given. */
  beforeAll(() => {
    mkdirSync(bin)
    for (const name of ['xdg-open', 'open']) {
      writeFileSync(join(bin, name), `#!/bin/sh\nprintf %s "$1" > '${opened}.new' && mv '${opened}.new' '${opened}'\n`)
      chmodSync(join(bin, name), 0o755)
    }
  })

  const inCi = async (CI: string, ...words: string[]): Promise<Ended> => {
    vi.stubEnv('CI', CI)
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH']}`)
    return await plantshift(folder.path, ...words)
  }
  const report = async (CI: string, ...more: string[]): Promise<Ended> => await inCi(CI, 'report', 'out/two', ...more)

  test('opens nothing in CI, and nothing that nobody asked for', async () => {
    expect(await report('true', '--open')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing is opened'),
    })
    expect((await report('')).code).toBe(0)
    expect(existsSync(opened)).toBe(false)
  })

  const openedNow = async (): Promise<string> => {
    while (!existsSync(opened)) await new Promise((later) => setTimeout(later, 10))
    const path = readFileSync(opened, 'utf8')
    rmSync(opened)
    return relative(realpathSync(folder.path), path)
  }

  test('opens the report of the folder', async () => {
    expect((await report('', '--open')).code).toBe(0)
    expect(await openedNow()).toBe(join('out', 'two', 'report.html'))
  })

  test('opens the report of what an engine of this machine has computed, and of what is gathered', async () => {
    const words = ['submit', 'two.yaml', '--replicates', '8', '--out', 'handed', '--engine', 'local', '--open']
    const { code, stderr } = await inCi('', ...words)
    expect(code, stderr).toBe(0)
    expect(await openedNow()).toBe(join('handed', 'report.html'))
    expect((await inCi('', 'gather', 'handed', '--open')).code).toBe(0)
    expect(await openedNow()).toBe(join('handed', 'report.html'))
  })

  test.each([
    [['--engine', 'slurm'], /--open: with slurm the report comes when nobody waits any more; add --wait/],
    [['--engine', 'local', '--dry-run'], /--open: nothing is computed with --dry-run/],
  ])('is refused before anything is handed out where there is nothing to open: %j', async (more, message) => {
    const { code, stderr } = await inCi('', 'submit', 'two.yaml', '--out', 'refused', '--open', ...more)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(existsSync(join(folder.path, 'refused'))).toBe(false)
  })
})
