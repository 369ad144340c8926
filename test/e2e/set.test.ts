/** `--set`: levers and held parameters on the command line, with the numbers of a scenario file that says the same. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFolder, plantshift, type Ended } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

const set = ['--set', 'us-tariff-mexico=0.1', '--set', 'levers-from=2026', '--set', 'nestingSigma=0.6']
const how = ['--replicates', '4', '--seed', '5', '--quiet']
const out = join(folder.path, 'out', 'short+levers-from=2026+us-tariff-mexico=0.1')

function read(...parts: readonly string[]): string {
  return readFileSync(join(...parts), 'utf8')
}

/** Columns of numbers of a table, without the names of scenarios. */
function numbersOf(...parts: readonly string[]): readonly string[] {
  return read(...parts)
    .replaceAll(/short\+[^",]*|same/g, 'scenario')
    .split('\n')
}

let ran: Ended
beforeAll(async () => {
  const short = 'horizon: { from: 2025, to: 2027 }\nbaseline: { scenario: base, inherited: false }'
  writeFileSync(join(folder.path, 'short.yaml'), `title: Short\nextends: path-2026\n${short}\n`)
  writeFileSync(
    join(folder.path, 'same.yaml'),
    'title: The same in a file\nextends: short.yaml\nset: { us-tariff-mexico: 0.1, levers-from: 2026 }\nuncertainties: { nestingSigma: 0.6 }\n',
  )
  ran = await plantshift(folder.path, 'run', 'short.yaml', ...set, ...how)
}, 120_000)

test('a run with levers set is compared with the scenario as it is, and says what was changed', () => {
  expect(ran.code, ran.stderr).toBe(0)
  expect(ran.stdout).toContain('US tariff on vehicles from Mexico 10%')
  const plan = JSON.parse(read(out, 'plan.json')) as Record<string, unknown>
  expect(plan).toMatchObject({
    command: 'run short.yaml --set levers-from=2026 --set us-tariff-mexico=0.1 --set nestingSigma=0.6',
    settings: { 'levers-from': 2026, 'us-tariff-mexico': 0.1, nestingSigma: 0.6 },
    scenarios: [{ name: 'short' }, { name: 'short+levers-from=2026+us-tariff-mexico=0.1' }],
  })
  expect(String(plan['notes'])).toContain('changed by levers: Year from which the changed rules hold 2026')
  expect(String(plan['notes'])).toContain('Held in all scenarios, and not drawn: nestingSigma at 0.6.')
  for (const file of ['REPRODUCE.md', 'brief.md', 'report.html', 'report.json']) {
    expect(read(out, file), file).toContain('us-tariff-mexico=0.1')
  }
})

test('a scenario file that says the same gives the same numbers to the last digit', async () => {
  const { code, stderr } = await plantshift(folder.path, 'run', 'same.yaml', ...how)
  expect(code, stderr).toBe(0)
  for (const file of ['summary.csv', 'compare.csv', 'lines.csv']) {
    expect(numbersOf(folder.path, 'out', 'same', file), file).toEqual(numbersOf(out, file))
  }
})

test('its folder is enough to verify it and to make it longer', async () => {
  const verified = await plantshift(folder.path, 'verify', out, '--blocks', '1')
  expect(verified.code, verified.stderr).toBe(0)
  const longer = await plantshift(folder.path, 'resume', out, '--replicates', '6', '--quiet')
  expect(longer.code, longer.stderr).toBe(0)
  const again = await plantshift(folder.path, 'run', 'short.yaml', ...set, ...how.with(1, '6'), '--out', 'again')
  expect(again.code, again.stderr).toBe(0)
  expect(read(folder.path, 'again', 'summary.csv')).toBe(read(out, 'summary.csv'))
})

test.each([
  ['us-tarif-mexico=0.1', 'did you mean us-tariff-mexico?'],
  ['us-tariff-mexico=25%', '25% is written 0.25'],
  ['us-tariff-mexico=25', '25% is written 0.25; it goes from 0 to 1'],
  ['us-tariff-counts=us', 'it is one of value, nonUsContent'],
  ['nestingSigma=60%', '60% is written 0.6'],
  ['us-tariff-mexico', 'write it as in --set us-tariff-mexico=0.1'],
])('--set %s is refused in words', async (text, said) => {
  const { code, stderr } = await plantshift(folder.path, 'run', 'short.yaml', '--set', text, ...how, '--out', 'refused')
  expect(code).toBe(2)
  expect(stderr).toContain(said)
  expect(existsSync(join(folder.path, 'refused'))).toBe(false)
})

test('a file that sets what is not there is refused at its place', async () => {
  writeFileSync(join(folder.path, 'wrong.yaml'), 'extends: base\nset: { us-tariff-mexico: 20, us-tariff-cnada: 0.1 }\n')
  const { code, stdout } = await plantshift(folder.path, 'validate', 'wrong.yaml')
  expect(code).toBe(65)
  expect(stdout).toContain('wrong.yaml:2:26: set.us-tariff-mexico: 20 is not allowed; 20% is written 0.2')
  expect(stdout).toContain('did you mean us-tariff-canada?')
})

test('levers change every scenario of a comparison but its baseline, and explain, replay and sensitivity take them', async () => {
  const compared = await plantshift(
    folder.path,
    'compare',
    'short.yaml',
    'same.yaml',
    '--set',
    'us-tariff-canada=0.5',
    ...how,
  )
  expect(compared.code).toBe(2)
  expect(compared.stderr).toContain('different uncertainties')
  const both = await plantshift(
    folder.path,
    'compare',
    'short.yaml',
    'same.yaml',
    '--set',
    'us-tariff-canada=0.5',
    '--set',
    'nestingSigma=0.6',
    ...how,
  )
  expect(both.code, both.stderr).toBe(0)
  const { scenarios } = JSON.parse(read(folder.path, 'out', 'comparison', 'plan.json')) as {
    scenarios: readonly { name: string }[]
  }
  expect(scenarios.map(({ name }) => name)).toEqual(['short', 'same+us-tariff-canada=0.5'])
  const trace = await plantshift(folder.path, 'replay', 'short.yaml', ...set, '--replicate', '2')
  expect(trace.code, trace.stderr).toBe(0)
  expect(trace.stdout).toContain('short+levers-from=2026')
  const told = await plantshift(
    folder.path,
    'explain',
    'GM Silao',
    '--scenario',
    'short.yaml',
    ...set,
    '--replicates',
    '2',
  )
  expect(told.code, told.stderr).toBe(0)
  expect(told.stdout).toContain('short+levers-from=2026')
  const sensitive = ['--method', 'pawn', '--outcome', 'output.MX', '--replicates', '64']
  const found = await plantshift(folder.path, 'sensitivity', 'short.yaml', ...set, ...sensitive)
  expect(found.code, found.stderr).toBe(0)
  expect(found.stdout).toContain('--set us-tariff-mexico=0.1')
}, 120_000)

const sweepOf = (levers: string, scenario: string = 'short.yaml'): string =>
  `title: Content\nquestion: What does content do?\nscenario: ${scenario}\nbaseline: base\nlevers:\n${levers}\n`

test('a sweep with levers set gives the numbers of one whose scenario says the same, and says what was set', async () => {
  const levers = '  content-regional: [0.75, 0.85]\n  pass: { parameter: metalsPassThrough, values: [0.6, 0.9] }'
  writeFileSync(join(folder.path, 'content.yaml'), sweepOf(levers))
  writeFileSync(join(folder.path, 'content-same.yaml'), sweepOf(levers, 'same.yaml'))
  const one = await plantshift(folder.path, 'sweep', 'content.yaml', ...set, ...how)
  expect(one.code, one.stderr).toBe(0)
  const other = await plantshift(folder.path, 'sweep', 'content-same.yaml', ...how)
  expect(other.code, other.stderr).toBe(0)
  const [here, there] = ['content', 'content-same'].map((name) => join(folder.path, 'out', name))
  expect(read(here, 'sweep.csv')).toBe(read(there, 'sweep.csv'))
  expect(JSON.parse(read(here, 'plan.json'))).toMatchObject({
    title: expect.stringMatching(/^Content, but: .*US tariff on vehicles from Mexico 10%/),
    command: 'sweep content.yaml --set levers-from=2026 --set us-tariff-mexico=0.1 --set nestingSigma=0.6',
    notes: expect.arrayContaining([
      expect.stringMatching(/^Set in all points, and not in the baseline: .*US tariff on vehicles from Mexico 10%/),
      'Held in all points and the baseline, and not drawn: nestingSigma at 0.6.',
    ]),
  })
  expect((await plantshift(folder.path, 'verify', 'out/content', '--quiet')).code).toBe(0)
  expect((await plantshift(folder.path, 'resume', 'out/content', '--replicates', '6', '--quiet')).code).toBe(0)
}, 120_000)

test.each([
  [
    'content-regional: [0.75, 0.85]',
    'content-regional=0.8',
    /--set: content-regional is a lever of the sweep; leave it out/,
  ],
  [
    'a: { lever: content-regional, values: [0.75, 0.85] }',
    'content-regional=0.8',
    /is what the lever a of the sweep varies/,
  ],
  ['a: { parameter: nestingSigma, values: [0.5, 0.6] }', 'nestingSigma=0.6', /is what the lever a of the sweep varies/],
  ['content-regional: [0.75, 0.85]', 'content-regiona=0.8', /did you mean content-regional\?/],
])('a sweep that varies %s refuses --set %s', async (lever, setting, message) => {
  writeFileSync(join(folder.path, 'swept.yaml'), sweepOf(`  ${lever}`))
  const { code, stderr } = await plantshift(folder.path, 'sweep', 'swept.yaml', '--set', setting, ...how)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(existsSync(join(folder.path, 'out', 'swept'))).toBe(false)
})
