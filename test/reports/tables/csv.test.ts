import { describe, test, expect } from 'vitest'
import {
  summaryCsv,
  compareCsv,
  plantsCsv,
  linesCsv,
  programmesCsv,
  failuresCsv,
  namedFailures,
} from '../../../reports/tables/csv.ts'
import { reportJson } from '../../../reports/tables/json.ts'
import { sampleReport } from '../sampleReport.ts'

const report = sampleReport()

function cells(csv: string): readonly string[][] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
}

describe.each([
  ['summary.csv', summaryCsv(report)],
  ['compare.csv', compareCsv(report)],
  ['plants.csv', plantsCsv(report)],
  ['lines.csv', linesCsv(report)],
  ['programmes.csv', programmesCsv(report)],
  ['failures.csv', failuresCsv(namedFailures(report))],
])('%s', (_, csv) => {
  test('has as many cells in every row as in its heading', () => {
    const [header, ...rows] = cells(csv)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row.length !== header.length)).toEqual([])
  })

  test('holds no NaN and no undefined', () => {
    expect(csv).not.toMatch(/NaN|undefined|Infinity/)
  })
})

function decimals(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

test('a mean keeps two digits of its error', () => {
  const [header, ...rows] = cells(summaryCsv(report))
  const mean = rows.find((row) => row[header.indexOf('statistic')] === 'mean')!
  const [value, error] = ['value', 'monteCarloError'].map((name) => mean[header.indexOf(name)])
  expect(
    error
      .replace(/^0\.0*/, '')
      .replace('.', '')
      .replace(/0+$/, '').length,
  ).toBeLessThanOrEqual(2)
  expect(decimals(value)).toBeLessThanOrEqual(decimals(error))
})

test('rows come by scenario, outcome and year', () => {
  const rows = cells(summaryCsv(report))
    .slice(1)
    .filter((row) => row[5] === 'mean')
  expect(rows.slice(0, 5).map((row) => [row[0], row[1], row[2], row[3]].join(' '))).toEqual([
    'base output US 2024',
    'base output US 2025',
    'base output US 2026',
    'base output US 2027',
    'base output CA 2024',
  ])
})

test('JSON keeps every digit and names the outcomes', () => {
  const parsed = JSON.parse(reportJson(report))
  expect(parsed.outcomes[0].id).toBe('output.US')
  expect(parsed.summaries[0].outcome).toBe('output.US')
  expect(parsed.summaries[0].summary.mean).toBe(report.summaries[0].summary.mean)
})
