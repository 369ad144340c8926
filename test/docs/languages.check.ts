/** docs/other-languages.md is followed as it stands: its programs in R, Python and SQL give what the replicates are. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift } from '../e2e/plantshift.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/other-languages.md', import.meta.url)), 'utf8')
const folder = freshFolder()
afterAll(() => folder.remove())

/** Where CI has them; on a machine without R or pandas their part is left out. */
const isRequired = process.env['PLANTSHIFT_REQUIRE_LANGUAGES'] === '1'

/** Debian's Python before one of somebody's own, which may have no pandas. */
const python = runs('/usr/bin/python3', '-c', '') ? '/usr/bin/python3' : 'python3'

function runs(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words).status === 0
}

const hasR = isRequired || runs('Rscript', '-e', '1')
const hasPython = isRequired || runs(python, '-c', 'import csv')
const hasPandas = isRequired || runs(python, '-c', 'import pandas')

function stretches(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1])
}

const means = new Map<string, number>()

beforeAll(async () => {
  for (const line of stretches('sh')[0].trimEnd().split('\n')) {
    const words = line.split(' ').slice(1)
    const few = words[0] === 'run' ? ['--replicates', '24'] : []
    const { code, stderr } = await plantshift(folder.path, ...words, ...few)
    expect(code, stderr).toBe(0)
  }
  const rows: readonly Readonly<Record<string, string>>[] = parse(
    readFileSync(join(folder.path, 'replicates.csv'), 'utf8'),
    { columns: true },
  )
  for (const scenario of new Set(rows.map((row) => row['scenario']))) {
    const values = rows.filter((row) => row['scenario'] === scenario).map((row) => Number(row['output.MX']))
    means.set(scenario, values.reduce((sum, value) => sum + value, 0) / values.length)
  }
  expect(means.size).toBe(2)
})

/** What a program prints must be the means, but for the order in which they were summed up. */
function expectMeans(text: string): void {
  const found = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  expect(found.map(([scenario]) => scenario)).toEqual([...means.keys()].toSorted())
  for (const [scenario, mean] of found) expect(Number(mean) / means.get(scenario)!).toBeCloseTo(1, 12)
}

function printed(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder.path, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

async function asked(sql: string): Promise<readonly (readonly unknown[])[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    return (await connection.runAndReadAll(sql)).getRows()
  } finally {
    connection.closeSync()
  }
}

test.runIf(hasR)('R', () => {
  expectMeans(printed('Rscript', '-e', stretches('r')[0]))
})

describe('Python', () => {
  test.runIf(hasPython)('alone', () => {
    expectMeans(printed(python, '-c', stretches('python')[0]))
  })

  test.runIf(hasPandas)('with pandas', () => {
    expectMeans(printed(python, '-c', stretches('python')[1]))
  })

  test.runIf(hasPandas)('whose pandas changes last digits unless it is told not to', () => {
    const count = [
      'import csv, pandas, numpy',
      'exact = [float(row["output.MX"]) for row in csv.DictReader(open("replicates.csv"))]',
      'for how in ["round_trip", None]:',
      '    read = pandas.read_csv("replicates.csv", float_precision=how)["output.MX"]',
      '    print(int(numpy.sum(read.to_numpy() != numpy.array(exact))))',
    ].join('\n')
    const [told, untold] = printed(python, '-c', count).trim().split('\n').map(Number)
    expect(told).toBe(0)
    expect(untold).toBeGreaterThan(0)
  })
})

describe('SQL', () => {
  test('as it stands', async () => {
    const path = join(folder.path, 'replicates.parquet')
    const rows = await asked(stretches('sql')[0].replace('replicates.parquet', path))
    expectMeans(rows.map((row) => row.join(' ')).join('\n'))
  })

  test('NaN is above all numbers, and equal to itself', async () => {
    const values = `(values (1.0::double), ('nan'::double), (7.0::double)) as t(x)`
    expect(await asked(`select max(x), count(*) filter (x > 5), count(*) filter (x = 'nan'::double) from ${values}`)).toEqual([
      [NaN, 2n, 1n],
    ])
  })
})
