/** Targets from the command line to the report, and kept by what comes after. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wilsonInterval } from '../../engine/math/samplingError.ts'
import * as library from '../../reports/index.ts'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

const jobs = 'assemblyJobs.US >= 300000'
const apart = 'output.MX@2030 >= baseline - 400000'
const asked = ['--target', jobs, '--target', apart]

/** What a report says of a target's chance. */
interface Row {
  readonly scenario: string
  readonly outcome: string
  readonly missed: { readonly value: number; readonly low: number; readonly high: number; readonly n: number }
}

function rowsOf(stdout: string): readonly Row[] {
  return (JSON.parse(stdout) as { readonly targets: readonly Row[] }).targets
}

/** The chance that `count` of 16 replicates stand for. */
function chance(count: number): unknown {
  return { value: count / 16, ...wilsonInterval(count, 16, 0.95), n: 16, failed: 0 }
}

describe('a run with targets', () => {
  let rows: readonly Row[] = []
  beforeAll(async () => {
    const words = 'run threat-only --replicates 16 --seed 3 --out kept --json --quiet'.split(' ')
    rows = rowsOf((await plantshift(folder.path, ...words, ...asked)).stdout)
  })

  test('gives the share of replicates that miss each, of the baseline too, and of the difference where it is asked for', async () => {
    const study = await library.run('threat-only', { replicates: 16, seed: 3, workers: 1, targets: [jobs, apart] })
    const column = (scenario: string, outcome: string, year: number): Float64Array =>
      study.column({ scenario, outcome, year })
    const below = ['base', 'threat-only'].map(
      (scenario) => column(scenario, 'assemblyJobs.US', 2036).filter((value) => value < 300000).length,
    )
    const there = column('threat-only', 'output.MX', 2030)
    const baseline = column('base', 'output.MX', 2030)
    const fallen = there.filter((value, d) => value - baseline[d] < -400000).length
    expect(rows.map(({ scenario, outcome, missed }) => [scenario, outcome, missed])).toEqual([
      ['base', 'assemblyJobs.US', chance(below[0])],
      ['threat-only', 'assemblyJobs.US', chance(below[1])],
      ['threat-only', 'output.MX', chance(fallen)],
    ])
    expect(study.report.targets).toMatchObject(rows.map(({ scenario, missed }) => ({ scenario, missed })))
  })

  test('says so on the terminal, the front page and the brief, and in the line that repeats it', async () => {
    const { stdout } = await plantshift(folder.path, 'report', 'kept', '--quiet')
    const sentence = 'Chance that “Assembly jobs, United States” falls below 300,000 in 2036: '
    const html = readFileSync(join(folder.path, 'kept', 'report.html'), 'utf8')
    for (const text of [
      stdout.replaceAll(/\s+/g, ' '),
      html,
      readFileSync(join(folder.path, 'kept', 'brief.md'), 'utf8'),
    ]) {
      expect(text).toContain(sentence)
      expect(text).toContain('falls below the baseline less 400,000 in 2030: ')
    }
    expect(stdout).toContain(`--target '${jobs}'`)
    const [, ...lines] = readFileSync(join(folder.path, 'kept', 'tables', 'targets.csv'), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toHaveLength(3)
  })

  test('is made longer by resume with the same targets, and asked for others by report', async () => {
    const resumed = await plantshift(folder.path, ...'resume kept --replicates 20 --json --quiet'.split(' '))
    expect(rowsOf(resumed.stdout).map(({ missed }) => missed.n)).toEqual([20, 20, 20])
    const other = await plantshift(
      folder.path,
      ...'report kept --json --quiet --target'.split(' '),
      'priceIndex.US < 1',
    )
    expect(rowsOf(other.stdout).map(({ scenario, outcome }) => [scenario, outcome])).toEqual([
      ['base', 'priceIndex.US'],
      ['threat-only', 'priceIndex.US'],
    ])
    const again = await plantshift(folder.path, ...'report kept --json --quiet'.split(' '))
    expect(rowsOf(again.stdout)).toEqual(rowsOf(resumed.stdout))
  })

  test('is refused before anything runs where a target is wrong', async () => {
    const wrong = await plantshift(folder.path, 'run', 'threat-only', '--target', 'asemblyJobs.US >= 1')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('did you mean assemblyJobs.US?')
  })
})

test('a sweep keeps what a target is of, and gives the chance at every point and once for the baseline', async () => {
  const text = [
    'title: Two duties',
    'scenario: usmca-2025-tariffs',
    'baseline: base',
    'levers:',
    '  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.25] }',
    'outcomes: [output.MX]',
  ]
  writeFileSync(join(folder.path, 'duties.yaml'), `${text.join('\n')}\n`)
  const words = 'sweep duties.yaml --replicates 4 --seed 2 --out duties --json --quiet'.split(' ')
  const { stdout } = await plantshift(folder.path, ...words, '--target', 'assemblyJobs.US@2030 >= 300000')
  const report = JSON.parse(stdout) as { readonly points: readonly { readonly name: string }[] }
  const rows = (JSON.parse(stdout) as { readonly targets: readonly Omit<Row, 'outcome'>[] }).targets
  expect(rows.map(({ scenario }) => scenario)).toEqual(['base', ...report.points.map(({ name }) => name)])
  const printed = await plantshift(folder.path, 'report', 'duties', '--quiet')
  expect(printed.stdout.replaceAll(/\s+/g, ' ')).toContain('falls below 300,000 in 2030: baseline ')
})
