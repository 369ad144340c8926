/** A sweep through the command line: killed and resumed to the same bytes, read by another program's Parquet reader. */
import { writeFileSync, readFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, test, expect } from 'vitest'
import { type Ended, freshFolder, plantshift, blocksIn, breakOff, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())
writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs' })

writeFileSync(
  join(folder.path, 'grid.yaml'),
  `
title: Height of a duty under two elasticities
scenario: tariffs.yaml
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.25] }
  elasticity: { parameter: ownElasticity, values: [4.5, 5.5] }
outcomes: [output.MX, priceIndex.US]
`,
)
const request = 'sweep grid.yaml --replicates 12 --seed 3'.split(' ')
let whole: Ended
beforeAll(async () => {
  whole = await plantshift(folder.path, ...request, '--out', 'whole')
})

function bytesOf(name: string): Record<string, string> {
  const paths = ['plan.json', 'scenario.resolved.yaml', 'design.csv', 'sweep.csv', ...blocksIn(join(folder.path, name))]
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder.path, name, path)).toString('base64')]))
}

test('writes its design and its results, each with the levers beside it', () => {
  expect(whole.code, whole.stderr).toBe(0)
  expect(whole.stdout).toMatch(/4 points of duty, elasticity; each against base/)
  const design = readFileSync(join(folder.path, 'whole', 'design.csv'), 'utf8')
  expect(design).toContain('duty=0.25 elasticity=4.5,0.25,4.5,0,12,12\n')
  const rows = readFileSync(join(folder.path, 'whole', 'sweep.csv'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(rows[0]).toBe(
    'point,duty,elasticity,outcome,place,year,unit,statistic,value,monteCarloError,low,high,n,failed',
  )
  // A duty of nothing is the baseline, to the bit.
  const figures: readonly Record<string, string>[] = parse(rows.join('\n'), { columns: true })
  const nothing = figures.filter(({ duty, statistic }) => duty === '0' && statistic === 'difference')
  expect(nothing.map(({ value }) => value)).toEqual(['0', '0', '0', '0'])
})

test('that is killed and resumed ends in the same bytes', async () => {
  await breakOff(folder.path, 'killed', [
    [...request, '--out', 'killed'],
    ['resume', 'killed'],
  ])
  const last = await plantshift(folder.path, 'resume', 'killed')
  expect(last.code, last.stderr).toBe(0)
  expect(last.stdout).toBe(whole.stdout)
  expect(bytesOf('killed')).toEqual(bytesOf('whole'))
})

test('has a report, which is made again from what it stored', async () => {
  const before = readFileSync(join(folder.path, 'whole', 'report.html'), 'utf8')
  expect(before).toContain('Height of a duty under two elasticities')
  const { code, stdout, stderr } = await plantshift(folder.path, 'report', 'whole', '--full')
  expect(code, stderr).toBe(0)
  expect(stdout).toContain('duty=0.25 elasticity=5.5 against base')
  expect(readFileSync(join(folder.path, 'whole', 'report.html'), 'utf8')).toBe(before)
})

test('of one lever of numbers has the words of its peaks in its report, and the same again', async () => {
  writeFileSync(
    join(folder.path, 'levels.yaml'),
    `
title: Height of a duty
scenario: tariffs.yaml
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.1, 0.25] }
outcomes: [output.MX, priceIndex.US]
`,
  )
  const { code, stderr } = await plantshift(
    folder.path,
    ...'sweep levels.yaml --replicates 8 --out levels --quiet'.split(' '),
  )
  expect(code, stderr).toBe(0)
  const { parts } = JSON.parse(readFileSync(join(folder.path, 'levels', 'report.json'), 'utf8'))
  const words = parts.sweep.map((curve: { words: readonly string[] }) => curve.words[0])
  // A duty takes vehicles from Mexico and makes them dear; a trough is sought of prices.
  expect(words[0]).toMatch(
    /^No interior peak: mean vehicles built, MX, 2026, less base \(vehicles\) is greatest at the lowest level/,
  )
  expect(words[1]).toMatch(/^No interior trough: mean price index, .* is least at the lowest level tried, duty 0/)
  const before = readFileSync(join(folder.path, 'levels', 'report.html'), 'utf8')
  expect(before).toContain('Along the lever')
  expect((await plantshift(folder.path, 'report', 'levels')).code).toBe(0)
  expect(readFileSync(join(folder.path, 'levels', 'report.html'), 'utf8')).toBe(before)
})

test('is read by DuckDB from its shards, with the means of the table', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const shards = join(folder.path, 'whole', 'shards', '*', '*.parquet')
  const answer = await connection.runAndReadAll(
    `select avg("output.MX") from '${shards}' where scenario = 'duty=0.25 elasticity=5.5' and year = 2026 and status = 0`,
  )
  const [[mean]] = answer.getRows()
  const table = readFileSync(join(folder.path, 'whole', 'sweep.csv'), 'utf8')
  const [, stated] = /duty=0.25 elasticity=5.5,0.25,5.5,output,MX,2026,vehicles,mean,(\d+)/.exec(table)!
  expect(Math.abs(Number(mean) - Number(stated)) / Number(mean)).toBeLessThan(0.005)
  connection.closeSync()
})

test('is exported the same in every format', async () => {
  for (const format of ['parquet', 'arrow', 'csv', 'json']) {
    const { code, stderr } = await plantshift(folder.path, 'export', 'whole', '--to', `all.${format}`)
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/72 rows written/)
  }
  const lines = readFileSync(join(folder.path, 'all.csv'), 'utf8').trimEnd().split('\n').slice(1)
  const objects = readFileSync(join(folder.path, 'all.json'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const answer = await connection.runAndReadAll(
    `select "output.MX", "priceIndex.US" from '${join(folder.path, 'all.parquet')}'`,
  )
  const { tableFromIPC } = await import('@uwdata/flechette')
  const arrow = tableFromIPC(readFileSync(join(folder.path, 'all.arrow')))
  const csv = lines.map((line) => Number(line.split(',').at(-1)))
  expect(objects.map((row) => Number(row['priceIndex.US']))).toEqual(csv)
  expect(answer.getRows().map((row) => Number(row[1]))).toEqual(csv)
  expect(Array.from(arrow.getChild('priceIndex.US'), Number)).toEqual(csv)
  connection.closeSync()
})

test('of a folder that was copied elsewhere is still that sweep', async () => {
  cpSync(join(folder.path, 'whole'), join(folder.path, 'elsewhere', 'whole'), { recursive: true })
  const { code, stdout } = await plantshift(folder.path, ...'verify elsewhere/whole --blocks 1'.split(' '))
  expect(code).toBe(0)
  expect(stdout).toMatch(/computed again, all the same to the bit/)
})
