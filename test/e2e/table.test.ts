/** Tables of results: what the command prints and writes is what the replicates and the report say, and what the library hands out. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parameterNames } from '../../engine/model/draws/parameters.ts'
import { blocksIn, freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const dist = new URL('../../dist/reports/', import.meta.url)
const library = (await import(new URL('index.js', dist).href)) as typeof import('../../reports/index.ts')
const { groupRows, op } = (await import(
  new URL('frames/index.js', dist).href
)) as typeof import('../../reports/frames/index.ts')

type Study = Awaited<ReturnType<typeof library.run>>
type Row = Readonly<Record<string, string | number | boolean | null>>
let study: Study

beforeAll(async () => {
  writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs' })
  const scenario = join(folder.path, 'tariffs.yaml')
  study = await library.run(scenario, { replicates: 40, seed: 5, workers: 1, folder: join(folder.path, 'kept') })
  writeFileSync(
    join(folder.path, 'grid.yaml'),
    `
title: Height of a duty
scenario: tariffs.yaml
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.25] }
  ownElasticity: { parameter: ownElasticity, values: [4, 6] }
outcomes: [output.MX, priceIndex.US]
`,
  )
  const { code, stderr } = await plantshift(
    folder.path,
    ...'sweep grid.yaml --replicates 8 --seed 3 --out grid'.split(' '),
  )
  expect(code, stderr).toBe(0)
})

async function asked(...words: string[]): Promise<readonly Row[]> {
  const { code, stdout, stderr } = await plantshift(folder.path, 'table', ...words, '--json')
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as readonly Row[]
}

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(folder.path, file), 'utf8'), { columns: true })
}

function mean(values: Iterable<number>): number {
  const all = [...values]
  return all.reduce((sum, value) => sum + value, 0) / all.length
}

describe('the command', () => {
  test('sums up what replicates are', async () => {
    const words = [
      '--filter',
      'year == 2026',
      '--groupby',
      'scenario',
      '--rollup',
      'mean = mean(output.MX), n = count()',
    ]
    const rows = await asked('kept', ...words)
    expect(rows).toEqual(
      ['base', 'tariffs'].map((scenario) => ({
        scenario,
        mean: expect.closeTo(mean(study.column({ scenario, outcome: 'output.MX', year: 2026 })), 3),
        n: 40,
      })),
    )
  })

  test('takes steps in the order in which they are written', async () => {
    const first = await asked('kept', '--limit', '1', '--derive', 'place = row_number()', '--select', 'place,replicate')
    expect(first).toEqual([{ place: 1, replicate: 0 }])
    const words = ['--orderby', '-replicate', '--limit', '2', '--orderby', 'scenario', '--select', 'replicate,scenario']
    expect((await asked('kept', '--years', '2026', ...words)).map(({ replicate }) => replicate)).toEqual([39, 39])
  })

  test('says the same as the files of the result', async () => {
    const summary = await asked('kept', '--of', 'summary', '--filter', 'id == "output.MX" && year == 2026')
    const written = rowsOf('kept/summary.csv').filter(
      (row) =>
        row['outcome'] === 'output' && row['place'] === 'MX' && row['year'] === '2026' && row['statistic'] === 'mean',
    )
    expect(written).toHaveLength(2)
    written.forEach((row, n) => {
      expect(Number(summary[n]['mean'])).toBeCloseTo(Number(row['value']), -3)
      expect(summary[n]).toMatchObject({ scenario: row['scenario'], unit: row['unit'], year: 2026, n: 40, failed: 0 })
    })
    const compare = await asked('kept', '--of', 'compare', '--filter', 'id == "output.MX" && year == 2026')
    const [before, after] = ['base', 'tariffs'].map((scenario) => study.column({ scenario, outcome: 'output.MX' }))
    expect(compare[0]['mean']).toBeCloseTo(mean(after.map((value, d) => value - before[d])), 3)
    expect(await asked('kept', '--of', 'plants', '--rollup', 'n = count()')).toEqual([
      { n: study.report.plants.length },
    ])
    expect(await asked('kept', '--of', 'lines', '--rollup', 'n = count()')).toEqual([{ n: study.report.lines.length }])
  })

  test('has the levers of a sweep, and a parameter that has the name of one', async () => {
    const rows = await asked(
      'grid',
      '--years',
      '2026',
      '--select',
      'scenario,duty,ownElasticity,parameters.ownElasticity,output.MX',
    )
    expect(new Set(rows.map(({ duty }) => duty))).toEqual(new Set([null, 0, 0.25]))
    for (const row of rows) {
      if (row['ownElasticity'] !== null) expect(row['parameters.ownElasticity']).toBe(row['ownElasticity'])
    }
    expect(rows.filter(({ ownElasticity }) => ownElasticity === 4)).toHaveLength(16)
  })

  test('writes every form of file alike, and prints text and CSV', async () => {
    const words = ['table', 'kept', '--years', '2026', '--select', 'scenario,year,output.MX,ownElasticity']
    for (const format of ['csv', 'json', 'parquet', 'arrow']) {
      const { code, stderr } = await plantshift(folder.path, ...words, '--to', `t.${format}`)
      expect(code, stderr).toBe(0)
      expect(stderr).toBe(`80 rows written to t.${format}\n`)
    }
    const lines = readFileSync(join(folder.path, 't.json'), 'utf8').trimEnd().split('\n')
    const json = lines.map((line) => JSON.parse(line) as Row)
    const table = await library.table(study, 'replicates', {
      years: [2026],
      columns: ['scenario', 'year', 'output.MX', 'ownElasticity'],
    })
    expect(json).toEqual(table.objects())
    const ofText = rowsOf('t.csv').map((row) => ({
      ...row,
      year: Number(row['year']),
      'output.MX': Number(row['output.MX']),
      ownElasticity: Number(row['ownElasticity']),
    }))
    expect(ofText).toEqual(json)
    const { parquetReadObjects } = await import('hyparquet')
    const bytes = new Uint8Array(readFileSync(join(folder.path, 't.parquet')))
    expect(await parquetReadObjects({ file: bytes.buffer })).toEqual(json)
    const { tableFromIPC } = await import('@uwdata/flechette')
    expect(tableFromIPC(readFileSync(join(folder.path, 't.arrow'))).toArray()).toEqual(json)
    const printed = await plantshift(folder.path, ...words, '--format', 'csv')
    expect(printed.stdout).toBe(readFileSync(join(folder.path, 't.csv'), 'utf8'))
    const shown = await plantshift(folder.path, ...words, '--limit', '1')
    expect(shown.stdout).toMatch(/^scenario +year +output\.MX +ownElasticity\nbase +2026 +[\d.]+ +[\d.]+\n$/)
  })

  test.each([
    [['kept', '--of', 'plant'], 2, /--of: there is no table "plant"; did you mean plants\?/],
    [['kept', '--years', '1999'], 2, /--years: 1999 is not kept in this result/],
    [['kept', '--filter', 'output.ZZ > 1'], 2, /--filter: character 1, "output\.ZZ": there is no such column/],
    [['kept', '--to', 't.xlsx'], 2, /the ending of t\.xlsx is none of csv, parquet, arrow, json/],
    [['kept', '--format', 'arrow'], 2, /--format: arrow is for a file; name it with --to/],
    [['kept', '--to', 'tariffs.yaml', '--format', 'csv'], 2, /is there already; add --force/],
    [['nowhere'], 74, /nowhere/],
    [['grid', '--of', 'draws', '--select', 'output.MX'], 2, /there is no column output\.MX/],
  ])('%j ends with %i and says why', async (words, code, message) => {
    const ended = await plantshift(folder.path, 'table', ...words)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(message)
    expect(ended.stdout).toBe('')
  })
})

describe('a result that lacks a block', () => {
  beforeAll(() => {
    const path = join(folder.path, 'lacking')
    cpSync(join(folder.path, 'kept'), path, { recursive: true })
    rmSync(join(path, blocksIn(path)[1]))
  })

  test('is refused, and with --partial every row says so, also where it is summed up', async () => {
    const words = ['--years', '2026', '--rollup', 'n = count()']
    const refused = await plantshift(folder.path, 'table', 'lacking', ...words)
    expect(refused.code).toBe(74)
    expect(refused.stderr).toMatch(/--partial takes what is there/)
    const [row] = await asked('lacking', ...words, '--partial')
    expect(row['n']).toBeLessThan(80)
    expect(row['partial']).toMatch(/of \d+ blocks of replicates/)
  })
})

describe('parameters beside outcomes', () => {
  test.each(['csv', 'json', 'parquet', 'arrow'])('are exported to %s as draws.parquet has them', async (format) => {
    const words = `export kept --outcomes output.MX --years 2026 --parameters all --to xy.${format} --force`.split(' ')
    const { code, stderr } = await plantshift(folder.path, ...words)
    expect(code, stderr).toBe(0)
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const ask = async (sql: string): Promise<Row[]> => (await connection.runAndReadAll(sql)).getRowObjects() as Row[]
    const draws = await ask(
      `select * exclude (part) from '${join(folder.path, 'kept/draws.parquet')}' order by replicate`,
    )
    connection.closeSync()
    const { tableFromIPC } = await import('@uwdata/flechette')
    const { parquetReadObjects } = await import('hyparquet')
    const path = join(folder.path, `xy.${format}`)
    const bytes = new Uint8Array(readFileSync(path))
    const rows: readonly Readonly<Record<string, unknown>>[] =
      format === 'csv'
        ? rowsOf('xy.csv')
        : format === 'json'
          ? readFileSync(path, 'utf8')
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line) as Row)
          : format === 'arrow'
            ? tableFromIPC(bytes).toArray()
            : await parquetReadObjects({ file: bytes.buffer })
    expect(rows).toHaveLength(80)
    expect(Object.keys(rows[0])).toEqual(['scenario', 'replicate', 'year', 'status', 'output.MX', ...parameterNames])
    for (const row of rows) {
      const drawn = draws[Number(row['replicate'])]
      for (const name of parameterNames) expect(Number(row[name]), name).toBe(drawn[name])
    }
  })

  test('are asked for by name, and none that is not there', async () => {
    const words = 'export kept --outcomes output.MX --years 2026 --to few.csv --parameters'.split(' ')
    expect((await plantshift(folder.path, ...words, 'ownElasticity, passThrouhg')).stderr).toMatch(
      /--parameters: "passThrouhg" is no parameter/,
    )
    expect(existsSync(join(folder.path, 'few.csv'))).toBe(false)
    expect((await plantshift(folder.path, ...words, 'ownElasticity')).code).toBe(0)
    expect(Object.keys(rowsOf('few.csv')[0])).toEqual([
      'scenario',
      'replicate',
      'year',
      'status',
      'output.MX',
      'ownElasticity',
    ])
  })

  test('have no name that an outcome has', () => {
    const outcomes = new Set<string>(study.plan.outcomes)
    expect(parameterNames.filter((name) => outcomes.has(name))).toEqual([])
  })
})

describe('the library', () => {
  test('hands out the same table of a study, of its folder, and of one that was kept in memory', async () => {
    const options = { columns: ['scenario', 'replicate', 'year', 'status', 'output.MX', 'ownElasticity'] }
    const ofStudy = (await library.table(study, 'replicates', options)).objects()
    expect(ofStudy).toHaveLength(2 * 3 * 40)
    expect((await library.table(join(folder.path, 'kept'), 'replicates', options)).objects()).toEqual(ofStudy)
    const memory = await library.run(join(folder.path, 'tariffs.yaml'), { replicates: 40, seed: 5, workers: 1 })
    expect((await library.table(memory, 'replicates', options)).objects()).toEqual(ofStudy)
    for (const kind of ['summary', 'compare', 'plants', 'lines', 'draws'] as const) {
      const ofFolder = (await library.table(join(folder.path, 'kept'), kind)).objects()
      expect(ofFolder.length).toBeGreaterThan(0)
      expect((await library.table(memory, kind)).objects()).toEqual(ofFolder)
    }
  })

  test('hands out tables on which arquero’s verbs work, and groups rows as it does', async () => {
    const table = await library.table(study)
    const figures = { mean: (d: { 'output.MX': number }) => op.mean(d['output.MX']) }
    const quick = groupRows(table, 'scenario', 'year').rollup(figures).objects()
    expect(quick).toEqual(table.groupby('scenario', 'year').rollup(figures).objects())
    expect(quick).toHaveLength(2 * 3)
  })

  test('refuses columns that are not there, and plants of a sweep in memory', async () => {
    await expect(library.table(study, 'draws', { columns: ['output.MX'] })).rejects.toMatchObject({ kind: 'usage' })
    const sweep = await library.sweep(join(folder.path, 'grid.yaml'), { replicates: 2, seed: 3, workers: 1 })
    await expect(library.table(sweep, 'plants')).rejects.toThrow(/a sweep in memory has no plants/)
    expect((await library.table(sweep, 'compare')).numRows()).toBeGreaterThan(0)
  })
})
