/**
 * Inputs to whole studies that once went wrong, each by name, with what is right: dates inside a year, failures at both ends of a
 * lever, kept years, points of a file, characters that nobody sees.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

function write(name: string, text: string): void {
  writeFileSync(join(folder.path, name), text)
}

function read(...path: readonly string[]): string {
  return readFileSync(join(folder.path, ...path), 'utf8')
}

async function asked(line: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const { code, stdout, stderr } = await plantshift(folder.path, ...line.split(' '))
  return { code, said: stdout + stderr }
}

/** US duties on vehicles of 2026 under 25% on Mexico and Canada between two days, beyond those without, million USD. */
async function dutiesBetween(name: string, days: string): Promise<number> {
  const duty = `{ market: US, origins: [CA, MX], rate: 0.25, ${days} }`
  write(
    `${name}.yaml`,
    `extends: base\ntitle: ${name}\nquestion: ${name}?\npolicy:\n  start: tariff\n  regimes:\n    tariff:\n      extends: usmca\n` +
      `      additionalDuties:\n        tariff: ${duty}\ndesign: { replicates: 4, seed: 1 }\n`,
  )
  const { code, said } = await asked(`run ${name}.yaml --workers 1 --out ${name} --quiet`)
  expect(code, said).toBe(0)
  const of = (scenario: string): number => {
    const line = read(name, 'summary.csv')
      .split('\n')
      .find((row) => row.startsWith(`${scenario},vehicleDuties,US,2026,million USD,mean,`))
    return Number(line?.split(',')[6])
  }
  return of(name) - of('base')
}

describe('dates: a duty is paid for the days on which it is in force', () => {
  test.each([
    ['dates/three-days', 'from: 2026-06-30, to: 2026-07-02', 3 / 365],
    ['dates/ten-months', 'from: 2025-08-01, to: 2026-05-31', 151 / 365],
    ['dates/from-2-july', 'from: 2026-07-02', 183 / 365],
  ])('%s', async (name, days, part) => {
    const whole = await dutiesBetween(`whole-${name.slice(6)}`, 'from: 2026-01-01, to: 2026-12-31')
    const some = await dutiesBetween(name.slice(6), days)
    // Fewer vehicles come the longer it lasts, so that a part of the year brings somewhat more than its share.
    expect(some / whole / part).toBeGreaterThan(0.95)
    expect(some / whole / part).toBeLessThan(1.6)
  })
})

test('discover/ends: content that is asked too low and too high fails in a box at each end', async () => {
  write(
    'content-rule.yaml',
    'extends: base\ntitle: Content asked\nquestion: q?\npolicy:\n  start: content-rule\n  regimes:\n    content-rule:\n' +
      '      extends: usmca\n      programmes:\n        US:\n          usmca: { content: { regional: 0.75, rollUp: 0 } }\n' +
      '      additionalDuties:\n        penalty: { market: US, origins: [CA, MX], bodies: [car, cuvSuv], rate: 0, exempt: [usmca] }\n',
  )
  write(
    'ends.yaml',
    'title: Content asked\nscenario: ./content-rule.yaml\nbaseline: base\nlevers:\n  content:\n' +
      '    set: policy.regimes.content-rule.programmes.US.usmca.content.regional\n    values: { from: 0.5, to: 1, steps: 11 }\n' +
      'outcomes: [partsJobs.US]\nyears: [2036]\ndesign: { replicates: 60, seed: 1 }\n',
  )
  expect((await asked('sweep ends.yaml --workers 1 --out ends --quiet')).code).toBe(0)
  const { code, said } = await asked('discover ends --outcome partsJobs.US --below 500 --difference --quiet')
  expect(code, said).toBe(0)
  const text = said.replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/where content is below 0\.[67]/)
  expect(text).toMatch(/where content is above 0\.[89]/)
})

test('sweeps/yrs: an axis has labels whatever years are kept', async () => {
  const lever = 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate'
  write(
    'yrs.yaml',
    `title: years kept\nscenario: usmca-2025-tariffs\nlevers:\n  duty: { set: ${lever}, values: [0.1, 0.2] }\n` +
      'outcomes: [output.MX]\nyears: [2026, 2028, 2031, 2036]\ndesign: { replicates: 8, seed: 1 }\n',
  )
  expect((await asked('sweep yrs.yaml --workers 1 --out yrs --quiet')).code).toBe(0)
  const labels = [...read('yrs', 'report.html').matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(labels).toEqual(expect.arrayContaining(['2026', '2036']))
  expect(labels.filter((label) => label.trim() === '')).toEqual([])
})

test('sweeps/big30: thirty points over a duty and a parameter are one study with a row for each', async () => {
  const lever = 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate'
  const points = Array.from({ length: 30 }, (_, n) => `${(n % 6) / 20},${4.5 + Math.floor(n / 6) / 4}`)
  write('big30.csv', ['duty,elasticity', ...points].join('\n'))
  write(
    'big30.yaml',
    `title: CSV big30\nscenario: usmca-2025-tariffs\nlevers:\n  duty: { set: ${lever} }\n  elasticity: { parameter: ownElasticity }\n` +
      'csv: big30.csv\noutcomes: [output.US]\nyears: [2030]\ndesign: { replicates: 1, seed: 1 }\n',
  )
  const { code, said } = await asked('sweep big30.yaml --workers 1 --out big30 --quiet')
  expect(code, said).toBe(0)
  expect((await asked('export big30 --to big30-out.csv --quiet')).code).toBe(0)
  const [header, ...rows] = read('big30-out.csv').trim().split('\n')
  const levers = header.split(',').slice(0, 12)
  expect(levers).toEqual(expect.arrayContaining(['duty', 'elasticity']))
  const at = ['duty', 'elasticity'].map((name) => header.split(',').indexOf(name))
  const seen = new Set(rows.map((row) => at.map((column) => row.split(',')[column]).join(' ')))
  expect([...seen].filter((point) => !point.startsWith(' ')).length).toBeGreaterThanOrEqual(30)
})

test('lost/sweep-9900-points: a folder that holds a result is told before anything is planned', async () => {
  const lever = 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate'
  const file = (steps: number): string =>
    `title: t\nscenario: usmca-2025-tariffs\nlevers:\n  duty: { set: ${lever}, values: { from: 0, to: 1, steps: ${steps} } }\n` +
    '  e: { parameter: ownElasticity, values: { from: 4, to: 6, steps: 99 } }\noutcomes: [output.US]\nyears: [2030]\n' +
    'design: { replicates: 1, seed: 1 }\n'
  expect((await asked('run base --replicates 2 --workers 1 --out held --quiet')).code).toBe(0)
  // What planning would find is not found, since it does not come to that.
  write('many.yaml', file(100).replace('ownElasticity', 'ownElastcity'))
  const { code, said } = await asked('sweep many.yaml --out held')
  expect(code).toBe(74)
  expect(said).toContain('held: already holds a result')
  expect(said).not.toContain('ownElastcity')
})

test('lost/control-characters: what nobody sees is made visible in the terminal and in the page', async () => {
  const odd = String.raw`\u0001\u0007\u001b[31mRED\u001b[0m\u009b31m\u007f`
  write(
    'odd.yaml',
    `extends: base\ntitle: "T ${odd}"\nquestion: "Q ${odd}?"\nnote: "N ${odd}"\nreport: "R ${odd}"\nsources: ["S ${odd}"]\n`,
  )
  const { code, said } = await asked('run odd.yaml --replicates 2 --workers 1 --out odd')
  expect(code, said).toBe(0)
  // eslint-disable-next-line no-control-regex
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
  expect(said).toContain('RED')
  expect(unseen.test(said)).toBe(false)
  for (const file of ['report.html', 'brief.html']) expect(unseen.test(read('odd', file))).toBe(false)
})
