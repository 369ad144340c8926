/** `discover` from a sweep over scenarios: levers whose values are words, a condition, and another box than the rule's. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

const sweepFile = `title: Rules
question: Which rule does it?
baseline: base.yaml
levers:
  rule: { scenarios: [base.yaml, tariffs.yaml, content.yaml] }
  pass: { parameter: metalsPassThrough, values: [0.6, 0.9] }
`
const question = ['discover', 'out/rules', '--when', 'change(output.MX) < -1e6']

type Row = Readonly<Record<string, string>>
const rowsOf = (name: string): readonly Row[] =>
  parse(readFileSync(join(folder.path, 'out', 'rules', name), 'utf8'), { columns: true })

const key = ({ replicate, pass }: Row): string => `${replicate} ${pass}`

interface Found {
  readonly cases: number
  readonly ofInterest: number
  readonly part: { readonly boxes: readonly { readonly limits: readonly { readonly factor: string }[] }[] }
  readonly reproduce: string
}

async function found(...more: readonly string[]): Promise<Found> {
  const { code, stdout, stderr } = await plantshift(folder.path, ...question, ...more, '--json')
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

beforeAll(async () => {
  writeTwoYears(folder.path, { base: 'base', tariffs: 'usmca-2025-tariffs', content: 'content-85' })
  writeFileSync(join(folder.path, 'rules.yaml'), sweepFile)
  const sweep = ['sweep', 'rules.yaml', '--replicates', '24', '--seed', '5', '--quiet']
  expect((await plantshift(folder.path, ...sweep)).code).toBe(0)
}, 120_000)

describe('a lever whose values are words', () => {
  test('is sought among by its values, and the box names the one that it is', async () => {
    const { code, stdout, stderr } = await plantshift(folder.path, ...question)
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/Sought among levers rule, pass and \d+ parameters/)
    expect(stdout).toMatch(/where rule is tariffs\.yaml/)
    const [limit] = rowsOf('discovery.csv')
    expect(JSON.stringify(limit)).toContain('rule=tariffs.yaml')
  })

  test('fails there as often as its replicates say', async () => {
    const { cases, ofInterest } = await found('--factors', 'levers')
    const { code } = await plantshift(folder.path, 'export', 'out/rules', '--to', 'rules.csv', '--force')
    expect(code).toBe(0)
    const rows: readonly Row[] = parse(readFileSync(join(folder.path, 'rules.csv'), 'utf8'), { columns: true })
    const last = rows.filter(({ year }) => year === '2026')
    const before = new Map(last.filter(({ rule }) => rule === 'base.yaml').map((row) => [key(row), row['output.MX']]))
    const points = last.filter(({ rule }) => rule !== '')
    const fails = points.filter((row) => Number(row['output.MX']) - Number(before.get(key(row))) < -1e6)
    expect([cases, ofInterest]).toEqual([points.length, fails.length])
    expect(fails.length).toBeGreaterThan(10)
  })
})

describe('--box', () => {
  test('takes the step of the search that it names, and the line that repeats it says so', async () => {
    await found()
    const step = rowsOf('discovery-curve.csv').find(({ restricted }) => restricted === '1')!
    const {
      part: { boxes },
      reproduce,
    } = await found('--box', step['step'])
    expect(boxes).toHaveLength(1)
    expect(boxes[0].limits.map(({ factor }) => factor)).toEqual(['rule=tariffs.yaml'])
    expect(reproduce).toContain(`--box ${step['step']}`)
  })

  test('takes the first step as dense, or the last that holds as much', async () => {
    await found()
    const curve = rowsOf('discovery-curve.csv')
    const dense = curve.find(({ densitySearched }) => Number(densitySearched) >= 0.8)!
    const wide = curve.findLast(({ coverageSearched }) => Number(coverageSearched) >= 0.9)!
    const [byDensity, byCoverage] = [await found('--box', 'density=0.8'), await found('--box', 'coverage=0.9')]
    const [first, last] = [await found('--box', dense['step']), await found('--box', wide['step'])]
    expect(first.part.boxes[0].limits.length).toBeGreaterThan(0)
    expect(byDensity.part.boxes[0].limits).toEqual(first.part.boxes[0].limits)
    expect(byCoverage.part.boxes[0].limits).toEqual(last.part.boxes[0].limits)
  })

  test('that is everything finds no box', async () => {
    expect((await found('--box', '0')).part.boxes).toEqual([])
  })

  test.each([
    ['density=2', /--box: density=2 is not allowed; give a step, as in 7, or density=0\.8 or coverage=0\.5/],
    ['mass=0.5', /--box: mass=0\.5 is not allowed/],
    ['density=', /--box: density= is not allowed/],
    ['999', /--box/],
  ])('%s is refused', async (box, message) => {
    const { code, stderr } = await plantshift(folder.path, ...question, '--box', box)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

test.each([
  ['output.MX', /is a number and no condition/],
  ['change(output.MX) < -1e6 and', /--when: sign/],
  ['1 > 0', /every case|names no outcome|all/],
  ['output.MX < 0', /no case|none/],
])('--when %j is refused', async (when, message) => {
  const { code, stderr } = await plantshift(folder.path, 'discover', 'out/rules', '--when', when)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
})
