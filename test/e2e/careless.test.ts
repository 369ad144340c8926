/** What a careless user does: moves the folder of a run at work, presses Ctrl-C at the worst moment, names what is no file, forgets a name. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ended, freshFolder, plantshift, startPlantshift, waitForBlocks, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

writeTwoYears(folder.path, { 'base-to-2026': 'base', 'tariffs-to-2026': 'usmca-2025-tariffs' })
const request = 'run tariffs-to-2026.yaml --baseline base-to-2026.yaml --replicates 48 --seed 5 --workers 1'.split(' ')

let whole: Ended
beforeAll(async () => {
  whole = await plantshift(folder.path, ...request, '--out', 'whole')
})

function text(...names: string[]): string {
  return readFileSync(join(folder.path, ...names), 'utf8')
}

/** Moves the folder of a run when its first block is there. Where this process is too slow for that, it is begun anew. */
async function movedWhileAtWork(from: string, to: string): Promise<Ended> {
  for (;;) {
    for (const name of [from, to]) rmSync(join(folder.path, name), { recursive: true, force: true })
    const started = startPlantshift(folder.path, ...request, '--out', from)
    await waitForBlocks(started, join(folder.path, from))
    started.child.kill('SIGSTOP')
    const inTime = existsSync(join(folder.path, from)) && !existsSync(join(folder.path, from, 'manifest.json'))
    if (inTime) renameSync(join(folder.path, from), join(folder.path, to))
    started.child.kill('SIGCONT')
    const ended = await started.ended
    if (inTime) return ended
  }
}

test.skipIf(process.platform === 'win32')(
  'a run whose folder is moved says so, leaves nothing in the old place, and goes on in the new one to the same bytes',
  async () => {
    expect(whole.code, whole.stderr).toBe(0)
    const { code, stderr } = await movedWhileAtWork('here', 'there')
    expect(code, stderr).toBe(74)
    expect(stderr).toMatch(/here: was moved, replaced or taken away .*give resume the name that it has now/)
    expect(existsSync(join(folder.path, 'here'))).toBe(false)
    const resumed = await plantshift(folder.path, 'resume', 'there')
    expect(resumed.code, resumed.stderr).toBe(0)
    for (const name of ['summary.csv', 'compare.csv']) expect(text('there', name)).toBe(text('whole', name))
  },
)

test.each([
  ['export', 'whole', '--format', 'csv', '--to'],
  ['discover', 'whole', '--outcome', 'output.MX', '--below', '1e9', '--out'],
])('%s --force does not take the file of another result, also where a link leads to it', async (...words) => {
  mkdirSync(join(folder.path, 'other'), { recursive: true })
  writeFileSync(join(folder.path, 'other', 'plan.json'), '{"program":"plantshift"}')
  if (!existsSync(join(folder.path, 'link'))) symlinkSync('other', join(folder.path, 'link'))
  for (const name of ['other/plan.json', 'link/plan.json', 'link/report.html']) {
    const { code, stderr } = await plantshift(folder.path, ...words, name, '--force')
    expect(code, name).toBe(2)
    expect(stderr).toMatch(/is a file of the result in .*other; choose another name/)
  }
  expect(text('other', 'plan.json')).toBe('{"program":"plantshift"}')
})

test.each([
  [...request, '--out', ''],
  ['export', 'whole', '--to', ''],
  ['discover', 'whole', '--outcome', 'output.MX', '--below', '0', '--out', ''],
  ['sensitivity', 'base', '--outcome', 'output.MX', '--out', ''],
])(
  '%s with an empty path is refused, and nothing is written into the folder in which the user stands',
  async (...words) => {
    const empty = join(folder.path, 'empty')
    mkdirSync(empty, { recursive: true })
    const { code, stderr } = await plantshift(empty, ...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--(out|to): is empty; give a path, or leave --(out|to) out/)
    expect(readdirSync(empty)).toEqual([])
  },
)

test.each(['status', 'resume', 'report', 'verify'])('%s of a result without a name is refused', async (command) => {
  const { code, stderr } = await plantshift(folder.path, command, '')
  expect(code).toBe(2)
  expect(stderr).toMatch(/no folder of a result is named/)
})

test.each([
  ['1e999', 'Infinity'],
  ['-.inf', '-Infinity'],
  ['.nan', 'NaN'],
])('a rate of %s is named in the message for what it is', async (written, named) => {
  writeFileSync(
    join(folder.path, 'rate.yaml'),
    `extends: base\ntitle: t\npolicy: { start: x, regimes: { x: { extends: usmca, additionalDuties: { d: { market: US, rate: ${written} } } } } }\n`,
  )
  const { code, stderr, stdout } = await plantshift(folder.path, 'validate', 'rate.yaml')
  expect(code).toBe(65)
  expect(stdout + stderr).toContain(`additionalDuties.d.rate: given ${named}; allowed is a number from 0 to 2`)
})

test('a CSV file of points that is a folder is named, with the place that names it', async () => {
  mkdirSync(join(folder.path, 'points.csv'))
  const lines = [
    'scenario: usmca-2025-tariffs',
    'levers: { elasticity: { parameter: ownElasticity } }',
    'csv: points.csv',
    'design: { replicates: 8 }',
  ]
  writeFileSync(join(folder.path, 'grid.yaml'), `${lines.join('\n')}\n`)
  const { code, stderr } = await plantshift(folder.path, 'sweep', 'grid.yaml')
  expect(code).toBe(65)
  expect(stderr).toMatch(/grid\.yaml:3:6: csv: points\.csv is a folder; name a file with a row for each point/)
})

test.skipIf(process.platform === 'win32')(
  'Ctrl-C while an earlier result is put aside for a new one is heard, and the earlier one is back or told of',
  async () => {
    expect((await plantshift(folder.path, ...request, '--out', 'again')).code).toBe(0)
    const before = text('again', 'summary.csv')
    const aside = join(folder.path, '.again.replaced')
    const started = startPlantshift(folder.path, ...request, '--out', 'again', '--seed', '6', '--force')
    while (!existsSync(aside) && started.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    started.child.kill('SIGINT')
    const { code, stderr } = await started.ended
    expect(code, stderr).toBe(130)
    const isBack = !existsSync(aside)
    expect(stderr).toMatch(isBack ? /nothing was written/ : /To have it back: rm -r .*again && mv .*\.again\.replaced/)
    expect(text(isBack ? 'again' : '.again.replaced', 'summary.csv')).toBe(before)
  },
)

test('a run that is stopped before its first block tells where an earlier result is that was put aside before', async () => {
  mkdirSync(join(folder.path, '.late.replaced'))
  writeFileSync(join(folder.path, '.late.replaced', 'plan.json'), '{"program":"plantshift"}')
  const started = startPlantshift(folder.path, ...request, '--out', 'late', '--force')
  while (!existsSync(join(folder.path, 'late')) && started.child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  started.child.kill('SIGINT')
  const { code, stderr } = await started.ended
  expect(code, stderr).toBe(130)
  expect(stderr).toMatch(/To have it back: .*mv .*\.late\.replaced/)
})

test('a file of the user that has the name of a lock is not taken for one', async () => {
  mkdirSync(join(folder.path, 'locked'))
  writeFileSync(join(folder.path, 'locked', 'lock'), 'combination 12-34-56')
  const { code, stderr } = await plantshift(folder.path, ...request, '--out', 'locked')
  expect(code).toBe(74)
  expect(stderr).toMatch(/locked: holds files that are not a result of plantshift/)
  expect(text('locked', 'lock')).toBe('combination 12-34-56')
})

test('a folder of what sensitivity has found is told from a run that lacks its plan', async () => {
  mkdirSync(join(folder.path, 'found'))
  writeFileSync(join(folder.path, 'found', 'manifest.json'), '{"program":"plantshift"}')
  writeFileSync(join(folder.path, 'found', 'sensitivity.json'), '{}')
  const questions = [
    'status',
    'verify',
    'resume',
    'report',
    'export --to x.csv',
    'discover --outcome output.MX --below 0',
  ]
  for (const question of questions) {
    const [command, ...more] = question.split(' ')
    const { code, stderr } = await plantshift(folder.path, command, 'found', ...more)
    expect(code, question).toBe(74)
    expect(stderr, question).toMatch(/found: holds what sensitivity has found, whole, .* give the folder of a run/)
  }
})

test.runIf(process.platform === 'linux')(
  'a terminal or pipe that takes no more is told in a sentence, without a stack',
  () => {
    const program = new URL('../../dist/cli/main.js', import.meta.url).pathname
    const script = 'exec "$0" "$1" scenarios > /dev/full'
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, program], { encoding: 'utf8' })
    expect(status).toBe(74)
    expect(stderr).toMatch(/^standard output: the disk is full[^\n]*\n$/)
  },
)
