/** Figures in the documentation, from the compiled program as a reader calls it. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** What the program prints. @throws Error when it does not end well */
export function printed(folder: string, line: string): string {
  return printedWords(folder, line.split(' '))
}

/** The same of words, which may hold spaces. */
function printedWords(folder: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (status !== 0) throw new Error(`${words.join(' ')}: ended with code ${status}\n${stderr}`)
  return stdout
}

/** The answer and the table of the main job, which it writes into `folder/first`. */
export function firstResult(folder: string): string {
  const text = printed(folder, 'run usmca-2025-tariffs --out first --quiet')
  const answer = /usmca-2025-tariffs against base\n[^]*?(?=\n\n)/.exec(text)?.[0]
  const table = /2036, mean of 1000 replicates\n[^]*?(?=New plants opened)/.exec(text)?.[0]
  if (answer === undefined || table === undefined) throw new Error('the main job prints no answer, or no table')
  return `\`\`\`text\n${answer}\n\n${table}\`\`\`\n`
}

interface Row {
  readonly scenario: string
  readonly outcome: string
  readonly place: string
  readonly year: string
  readonly statistic: string
  readonly value: string
  readonly low: string
  readonly high: string
}

const scenarios = ['nafta-62.5', 'content-85', 'threat-only', 'tariff-232-2025', 'usmca-2025-tariffs']
const columns = [
  { title: 'US output', outcome: 'output', place: 'US' },
  { title: 'Mexican output', outcome: 'output', place: 'MX' },
  { title: 'Canadian output', outcome: 'output', place: 'CA' },
  { title: 'US prices', outcome: 'priceIndex', place: 'US' },
  { title: 'US parts jobs', outcome: 'partsJobs', place: 'US' },
]

/** The table of docs/results.md: changes against `base`, as shares of its level. */
export function resultsTable(folder: string): string {
  printed(folder, `compare base ${scenarios.join(' ')} --baseline base --replicates 400 --out compared --quiet`)
  const read = (file: string): readonly Row[] =>
    parse(readFileSync(join(folder, 'compared', file), 'utf8'), { columns: true })
  const compared = read('compare.csv').filter(({ statistic }) => statistic === 'difference')
  const base = read('summary.csv').filter(({ scenario, statistic }) => scenario === 'base' && statistic === 'mean')
  const cell = (scenario: string, outcome: string, place: string, year: string): string => {
    const is = (row: Row): boolean => row.outcome === outcome && row.place === place && row.year === year
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
  return `${header}${lines.join('')}`
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`
}
