/** A result that lacks blocks of replicates: no figure is made of the others in silence. */
import { existsSync, readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksIn, freshFolder, plantshift, rewrite, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const sweepFile = `
title: Duty
scenario: tariffs.yaml
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0.05, 0.15, 0.25] }
outcomes: [output.US, output.MX]
years: [2026]
`

function copy(name: string, from: string = 'whole'): string {
  cpSync(join(folder.path, from), join(folder.path, name), { recursive: true })
  return join(folder.path, name)
}

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8')
}

beforeAll(async () => {
  writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs', threat: 'threat-only' })
  const { code, stderr } = await plantshift(folder.path, ...'run threat.yaml --replicates 40 --out whole'.split(' '))
  expect(code, stderr).toBe(0)
  writeFileSync(join(folder.path, 'duty.yaml'), sweepFile)
  const swept = await plantshift(folder.path, ...'sweep duty.yaml --replicates 16 --out swept'.split(' '))
  expect(swept.code, swept.stderr).toBe(0)
})

const question = '--outcome output.MX --below -200000 --difference'

describe('missing-block-silent: a finished result that lacks a block', () => {
  beforeAll(() => {
    const path = copy('lacking')
    rmSync(join(path, blocksIn(path)[3]))
    const swept = copy('swept-lacking', 'swept')
    rmSync(join(swept, blocksIn(swept)[1]))
  })

  test.each([
    `export lacking --to e.csv`,
    `discover lacking ${question}`,
    `report lacking`,
    `export swept-lacking --to e.csv`,
    `optimise swept-lacking --outcome output.MX`,
  ])('is refused by %s', async (command) => {
    const { code, stderr, stdout } = await plantshift(folder.path, ...command.split(' '))
    expect(code, stderr).toBe(74)
    expect(stdout).toBe('')
    const name = command.split(' ')[1]
    expect(stderr).toMatch(/has 7 of 8 blocks of replicates/)
    expect(stderr).toContain(`npx plantshift resume ${name} computes what is missing, --partial takes what is there`)
    expect(existsSync(join(folder.path, 'e.csv'))).toBe(false)
  })

  test('is exported with --partial, and every row says so', async () => {
    for (const format of ['csv', 'json', 'parquet', 'arrow']) {
      const words = `export lacking --outcomes output.US --years 2026 --partial --to part.${format}`.split(' ')
      const { code, stderr } = await plantshift(folder.path, ...words)
      expect(code, stderr).toBe(0)
      expect(stderr).toMatch(/70 rows written/)
    }
    const [header, ...rows] = read('part.csv').trimEnd().split('\n')
    expect(header).toMatch(/,partial$/)
    expect(rows.every((row) => row.endsWith(',7 of 8 blocks of replicates'))).toBe(true)
    const { tableFromIPC } = await import('@uwdata/flechette')
    const arrow = tableFromIPC(readFileSync(join(folder.path, 'part.arrow')))
    expect(arrow.getChild('partial').at(0)).toBe('7 of 8 blocks of replicates')
  })

  test('is searched and reported with --partial, and the text, the tables and the report say so', async () => {
    const said = await plantshift(folder.path, ...`discover lacking ${question} --partial`.split(' '))
    expect(said.code, said.stderr).toBe(0)
    expect(said.stdout).toMatch(/^All of this is from 7 of 8 blocks of replicates only/)
    expect(said.stdout).toMatch(/--partial/)
    expect(read('lacking/discovery.csv').split('\n')[0]).toMatch(/,partial$/)
    expect(JSON.parse(read('lacking/discovery.json'))).toMatchObject({ partial: '7 of 8 blocks of replicates' })
    const report = await plantshift(folder.path, 'report', 'lacking', '--partial')
    expect(report.code, report.stderr).toBe(0)
    expect(read('lacking/report.html')).toContain('The folder has no more than 7 of 8 blocks of replicates')
    const best = await plantshift(folder.path, ...'optimise swept-lacking --outcome output.MX --partial'.split(' '))
    expect(best.code, best.stderr).toBe(0)
    expect(best.stdout).toMatch(/All of this is from 7 of 8 blocks of replicates only/)
    expect(read('swept-lacking/optimum.csv').split('\n')[1]).toMatch(/,7 of 8 blocks of replicates$/)
  })

  test('is whole again after resume, and says nothing of it', async () => {
    const { code, stderr } = await plantshift(folder.path, 'resume', 'lacking')
    expect(code, stderr).toBe(0)
    const words = 'export lacking --partial --to all.csv --outcomes output.US --years 2026'.split(' ')
    expect((await plantshift(folder.path, ...words)).code).toBe(0)
    expect(read('all.csv').split('\n')[0]).toBe('scenario,replicate,year,status,output.US')
    await plantshift(folder.path, ...'export whole --to whole.csv --outcomes output.US --years 2026'.split(' '))
    expect(read('all.csv')).toBe(read('whole.csv'))
  })
})

test('a result without any block is refused too, and gives tables of no rows where that is asked', async () => {
  const path = copy('empty')
  rmSync(join(path, 'shards'), { recursive: true })
  const refused = await plantshift(folder.path, 'export', 'empty', '--to', 'none.csv')
  expect(refused.code).toBe(74)
  expect(refused.stderr).toMatch(/has 0 of 8 blocks/)
  for (const format of ['csv', 'parquet', 'arrow']) {
    const words = ['export', 'empty', '--partial', '--outcomes', 'output.US', '--to', `none.${format}`]
    const { code, stderr } = await plantshift(folder.path, ...words)
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/0 rows written/)
  }
  expect(read('none.csv')).toBe('scenario,replicate,year,status,output.US,partial\n')
})

test('a run that was made longer and broken off is not finished', async () => {
  const path = copy('longer')
  rewrite(join(path, 'plan.json'), { replicates: 60 })
  const { stdout } = await plantshift(folder.path, 'status', 'longer')
  expect(stdout).toMatch(/broken off/)
  const refused = await plantshift(folder.path, 'export', 'longer', '--to', 'longer.csv')
  expect(refused.stderr).toMatch(/has 8 of 12 blocks of replicates/)
})

describe('every Parquet file opens in strict readers', () => {
  test.each(['whole/draws.parquet', 'a shard', 'part.parquet', 'none.parquet'])('%s', async (name) => {
    const path = join(folder.path, name === 'a shard' ? join('whole', blocksIn(join(folder.path, 'whole'))[0]) : name)
    const { readParquet } = await import('parquet-wasm/node')
    const rows = readParquet(new Uint8Array(readFileSync(path))).intoIPCStream()
    const { tableFromIPC } = await import('@uwdata/flechette')
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const answer = await connection.runAndReadAll(`select count(*) from '${path}'`)
    connection.closeSync()
    const count = Number(answer.getRows()[0][0])
    expect(tableFromIPC(rows).numRows).toBe(count)
    expect(count > 0).toBe(name !== 'none.parquet')
  })
})
