/** A comparison that goes on until it is precise enough: killed and resumed to the same bytes, with what to choose. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parquetOutline } from '../../engine/run/parquet.ts'
import { blocksIn, breakOff, type Ended, freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

writeFileSync(
  join(folder.path, 'precise.yaml'),
  `
title: Tariffs, known well enough
extends: usmca-2025-tariffs
design:
  until:
    - { outcome: output.MX, year: 2030, statistic: difference, halfWidth: 180000 }
    - { outcome: priceIndex.US, halfWidth: 0.1 }
  min: 8
  max: 40
  batch: 8
`,
)
const request = 'compare precise.yaml content-85 --baseline base --seed 3 --workers 1'.split(' ')
let whole: Ended
let told: Ended
beforeAll(async () => {
  whole = await plantshift(folder.path, ...request, '--out', 'whole')
  told = await plantshift(folder.path, 'report', 'whole', '--full')
})

function read(...path: readonly string[]): string {
  return readFileSync(join(folder.path, ...path), 'utf8')
}

function bytesOf(name: string): Record<string, string> {
  const files = [
    'plan.json',
    'summary.csv',
    'compare.csv',
    'decisions.csv',
    'information.csv',
    'convergence.csv',
    'draws.parquet',
  ]
  const paths = [...files, ...blocksIn(join(folder.path, name))]
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder.path, name, path)).toString('base64')]))
}

test('ends before its maximum, complete, and says what it reached', () => {
  expect(whole.code, whole.stderr).toBe(0)
  expect(whole.stderr).toMatch(/at most 40 replicates/)
  const manifest = JSON.parse(read('whole', 'manifest.json'))
  expect(manifest).toMatchObject({ interrupted: false, precision: 'reached' })
  expect(manifest.replicates).toBeLessThan(40)
  expect(whole.stdout).toMatch(new RegExp(`All half widths are reached after ${manifest.replicates} replicates`))
  const rows: readonly Record<string, string>[] = parse(read('whole', 'convergence.csv'), { columns: true })
  const ends = rows.filter(({ replicates }) => Number(replicates) === manifest.replicates)
  expect(ends.map(({ scenario }) => scenario)).toEqual(['precise', 'precise', 'content-85', 'content-85'])
  ends.forEach(({ halfWidth, wanted }) => expect(Number(halfWidth)).toBeLessThanOrEqual(1.05 * Number(wanted)))
  expect(read('whole', 'log.ndjson').match(/"event":"precision"/g)).toHaveLength(manifest.replicates / 8)
  expect(parquetOutline(readFileSync(join(folder.path, 'whole', 'draws.parquet'))).rows).toBe(manifest.replicates)
})

test('says which scenario to choose, how much pairing is worth, and what knowing more is', () => {
  expect(told.stdout).toMatch(/Pairing is worth [\d.,]+ ± [\d.,]+ times as many\s+replicates\s+for\s+output\.US/)
  expect(told.stdout).toMatch(/Choosing by Assembly jobs, US, 2036, jobs\n.*\nprecise +\d/)
  const rows: readonly Record<string, string>[] = parse(read('whole', 'decisions.csv'), { columns: true })
  const best = rows.filter(({ outcome, statistic }) => outcome === 'welfare' && statistic === 'probabilityBest')
  expect(best.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(1, 6)
  const information: readonly Record<string, string>[] = parse(read('whole', 'information.csv'), { columns: true })
  expect(information.filter(({ toKnow }) => toKnow === 'everything')).toHaveLength(4)
})

test('says the same again from what it stored', async () => {
  expect((await plantshift(folder.path, 'report', 'whole')).stdout).toBe(whole.stdout)
})

test('that is killed and resumed ends at the same replicate, in the same bytes', async () => {
  await breakOff(folder.path, 'killed', [[...request, '--out', 'killed']])
  const last = await plantshift(folder.path, 'resume', 'killed')
  expect(last.code, last.stderr).toBe(0)
  expect(last.stdout).toBe(whole.stdout)
  expect(bytesOf('killed')).toEqual(bytesOf('whole'))
})

test('asks nothing of a run that names its number of replicates, nor differences of one that is alone', async () => {
  const { code, stdout } = await plantshift(folder.path, ...request, ...'--replicates 3 --out few'.split(' '))
  expect(code).toBe(0)
  expect(stdout).toMatch(/3 of 3 replicates done/)
  expect(existsSync(join(folder.path, 'few', 'convergence.csv'))).toBe(false)
  const alone = await plantshift(folder.path, 'compare', 'precise.yaml')
  expect(alone.code).not.toBe(0)
  expect(alone.stderr).toMatch(/until asks for the difference of output\.MX, and precise runs alone/)
})
