/**
 * Figures in the documentation are those that the program prints: the README's first result and its picture, and the table
 * of docs/results.md. With PLANTSHIFT_UPDATE_DOCS=1 they are written anew instead of compared.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, describe, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const updates = process.env['PLANTSHIFT_UPDATE_DOCS'] === '1'
const folder = freshFolder()
afterAll(() => folder.remove())

/** Compares a stretch of a page between two markers with what it should be, or writes it. */
function expectStretch(page: string, name: string, wanted: string): void {
  const path = join(root, page)
  const text = readFileSync(path, 'utf8')
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end of ${name} -->)`)
  expect(text, `${page} has no place for "${name}"`).toMatch(pattern)
  if (updates)
    writeFileSync(
      path,
      text.replace(pattern, (_, start: string, end: string) => `${start}${wanted}${end}`),
    )
  else expect(pattern.exec(text)?.[0]).toBe(`<!-- ${name} -->\n${wanted}<!-- end of ${name} -->`)
}

function expectFile(page: string, wanted: string): void {
  if (updates) writeFileSync(join(root, page), wanted)
  else expect(readFileSync(join(root, page), 'utf8')).toBe(wanted)
}

describe('the README', async () => {
  const main = await plantshift(folder.path, ...'run usmca-2025-tariffs --out first --quiet'.split(' '))

  test('prints what the main job prints', () => {
    expect(main.code, main.stderr).toBe(0)
    const answer = /usmca-2025-tariffs against base\n[^]*?(?=\n\n)/.exec(main.stdout)?.[0]
    const table = /2036, mean of 1000 replicates\n[^]*?(?=New plants opened)/.exec(main.stdout)?.[0]
    expectStretch('README.md', 'first result', `\`\`\`text\n${answer}\n\n${table}\`\`\`\n`)
  })

  test('shows the pictures that the main job draws', () => {
    expectFile('docs/images/first-result.svg', readFileSync(join(folder.path, 'first', 'charts', 'output.svg'), 'utf8'))
    expectFile('docs/images/first-map.svg', readFileSync(join(folder.path, 'first', 'charts', 'map-A.svg'), 'utf8'))
  })
})

interface ComparedOutcome {
  readonly scenario: string
  readonly outcome: string
  readonly place: string
  readonly year: string
  readonly statistic: string
  readonly value: string
  readonly low: string
  readonly high: string
}

function read(file: string): readonly ComparedOutcome[] {
  return parse(readFileSync(join(folder.path, 'compared', file), 'utf8'), { columns: true })
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`
}

describe('docs/results.md', () => {
  const scenarios = ['nafta-62.5', 'content-85', 'threat-only', 'tariff-232-2025', 'usmca-2025-tariffs']
  const columns = [
    { title: 'US output', outcome: 'output', place: 'US' },
    { title: 'Mexican output', outcome: 'output', place: 'MX' },
    { title: 'Canadian output', outcome: 'output', place: 'CA' },
    { title: 'US prices', outcome: 'priceIndex', place: 'US' },
    { title: 'US parts jobs', outcome: 'partsJobs', place: 'US' },
  ]

  test('has the table that compare gives', async () => {
    const words = `compare base ${scenarios.join(' ')} --baseline base --replicates 400 --out compared --quiet`
    const run = await plantshift(folder.path, ...words.split(' '))
    expect(run.code, run.stderr).toBe(0)
    const compared = read('compare.csv').filter(({ statistic }) => statistic === 'difference')
    const base = read('summary.csv').filter(({ scenario, statistic }) => scenario === 'base' && statistic === 'mean')
    const cell = (scenario: string, outcome: string, place: string, year: string): string => {
      const is = (row: ComparedOutcome): boolean => row.outcome === outcome && row.place === place && row.year === year
      const row = compared.find((one) => one.scenario === scenario && is(one))
      const level = Number(base.find(is)?.value)
      if (row === undefined) throw new Error(`no ${outcome} ${place} ${year} for ${scenario}`)
      const [mean, low, high] = [row.value, row.low, row.high].map((value) => percent(Number(value) / level))
      return `${mean} (${low}..${high})`
    }
    const header = `| scenario | year | ${columns.map(({ title }) => title).join(' | ')} |\n|---|---|${'---|'.repeat(columns.length)}\n`
    const lines = scenarios.flatMap((scenario) =>
      ['2026', '2036'].map((year) => {
        const cells = columns.map(({ outcome, place }) => cell(scenario, outcome, place, year))
        return `| ${scenario} | ${year} | ${cells.join(' | ')} |\n`
      }),
    )
    expectStretch('docs/results.md', 'table', `${header}${lines.join('')}`)
  })
})
