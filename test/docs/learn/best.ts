/** Lesson 5: is there a best rule? Of several rules on the same draws, which is best in how many futures, by whom one asks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { printed } from '../figures.ts'
import { claim, explorerAddress, type Ask, type MadeParts, signed, table } from './words.ts'

const today = 'path-2026'
const rules = [
  ['tariff-25-from-2027', '25% on the full value of vehicles from Mexico and Canada'],
  ['no-metal-duties', 'no duties on steel and aluminium'],
  ['separate-deals', 'separate deals: Mexico free with 50% US content, Canada at 15%'],
  ['usmca-free-of-232', 'vehicles that meet the agreement are free of the tariffs of 2025'],
  ['section-232-struck-down', 'the tariffs of 2025 fall, for all countries'],
] as const
const replicates = 40

/** Whom one asks, by what they judge: a sum of outcomes, of which more is better unless `less`. */
interface Goal {
  readonly who: string
  readonly of: readonly string[]
  readonly less?: true
}

const goals: readonly Goal[] = [
  { who: 'Assembly workers in the US: jobs', of: ['assemblyJobs.US'] },
  { who: 'Parts workers in the US: jobs', of: ['partsJobs.US'] },
  { who: 'Both: jobs together', of: ['assemblyJobs.US', 'partsJobs.US'] },
  { who: 'Whoever buys a car in the US: prices', of: ['priceIndex.US'], less: true },
  { who: 'The poorest fifth of US households', of: ['consumersUS.poorest'] },
  { who: 'The richest fifth', of: ['consumersUS.richest'] },
  { who: 'The US treasury', of: ['gainUS.treasury'] },
  { who: 'The US as a whole', of: ['welfare.US'] },
  { who: 'Mexico: vehicles built there', of: ['output.MX'] },
  { who: 'Mexico as a whole', of: ['welfare.MX'] },
]
const shares = ['incomeShareUS.poorest', 'incomeShareUS.richest']

type Row = Readonly<Record<string, string>>

/** Of each goal, by rule, the value in each replicate. */
type Futures = (goal: Goal, rule: string, form?: string) => readonly number[]

export function bestParts(_: Ask, folder: string): MadeParts {
  const names = [today, ...rules.map(([name]) => name)]
  printed(folder, `compare ${names.join(' ')} --baseline ${today} --replicates ${replicates} --out rules --quiet`)
  const outcomes = [...new Set([...goals.flatMap(({ of }) => of), ...shares])]
  printed(folder, `export rules --to rules.csv --years 2036 --outcomes ${outcomes.join(',')} --parameters closureForm --quiet`)
  const rows: readonly Row[] = parse(readFileSync(join(folder, 'rules.csv'), 'utf8'), { columns: true })
  const compared: readonly Row[] = parse(readFileSync(join(folder, 'rules', 'compare.csv'), 'utf8'), { columns: true })
  const futures: Futures = ({ of, less }, rule, form) =>
    rows
      .filter((row) => row.scenario === rule && (form === undefined || (row.closureForm === '0') === (form === 'off')))
      .map((row) => of.reduce((sum, id) => sum + Number(row[id]), 0) * (less ? -1 : 1))
  claim(futures(goals[0], today).length === replicates, 'all futures came out well')
  return { open: links(), result: changes(compared), answer: asked(names, futures), income: byIncome(rows), forms: byForm(names, futures, rows) }
}

function links(): string {
  return rules
    .map(([name, title]) => `* \`${name}\`: [${title}](${explorerAddress}#option=${name}&baseline=${today}&replicates=100)`)
    .join('\n')
}

const columns = [
  ['assembly jobs, US', 'assemblyJobs', 'US', 'relative'],
  ['parts jobs, US', 'partsJobs', 'US', 'relative'],
  ['prices, US', 'priceIndex', 'US', 'relative'],
  ['US treasury', 'gainUS', 'treasury', 'money'],
  ['US as a whole', 'welfare', 'US', 'money'],
  ['vehicles built, Mexico', 'output', 'MX', 'relative'],
] as const

/** Each rule against today's: mean, and what holds nine of ten replicates. */
function changes(compared: readonly Row[]): string {
  const cell = (rule: string, [, outcome, place, kind]: (typeof columns)[number]): string => {
    const statistic = kind === 'money' ? 'difference' : 'relativeChange'
    const is = (row: Row): boolean => row.outcome === outcome && row.place === place && row.statistic === statistic
    const found = compared.find((row) => row.scenario === rule && row.year === '2036' && is(row))
    if (found === undefined) throw new Error(`no ${outcome} ${place} of ${rule}`)
    const unit = kind === 'money' ? 1000 : 0.01
    const [mean, low, high] = [found.value, found.low, found.high].map((value) => signed(Number(value) / unit, 1))
    return `${mean}${kind === 'money' ? '' : '%'} (${low} to ${high})`
  }
  return [
    table(['rule', ...columns.map(([title]) => title)], rules.map(([name, title]) => [title, ...columns.map((column) => cell(name, column))])),
    '',
    `Against \`${today}\`, 2036; treasury and the US as a whole in billion USD a year (${replicates} replicates, seed 1). ` +
      'Metals are free of duty from 2025 in `no-metal-duties`; the other rules change in 2027.',
  ].join('\n')
}

/** By rule, in which share of the futures none is better. */
function bestShares(names: readonly string[], values: (rule: string) => readonly number[]): ReadonlyMap<string, number> {
  const all = names.map(values)
  const wins = all[0].map((_, d) => {
    const best = Math.max(...all.map((one) => one[d]))
    return names[all.findIndex((one) => one[d] === best)]
  })
  return new Map(names.map((name) => [name, wins.filter((one) => one === name).length / wins.length]))
}

function order(found: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...found].filter(([, share]) => share > 0).toSorted(([, one], [, other]) => other - one)
}

function countsText(found: ReadonlyMap<string, number>, count: number): string {
  return order(found)
    .map(([name, share]) => `\`${name}\` ${Math.round(share * count)}`)
    .join(', ')
}

function asked(names: readonly string[], futures: Futures): string {
  const found = goals.map((goal) => bestShares(names, (rule) => futures(goal, rule)))
  const winners = new Set(found.map((one) => order(one)[0][0]))
  claim(rules.every(([name]) => winners.has(name)), 'every one of the five is somebody’s best')
  claim(!winners.has(today), 'what is in force is nobody’s best')
  const top = (n: number): readonly [string, number] => order(found[n])[0]
  claim(top(1)[1] < 0.85 && top(1)[0] === 'separate-deals', 'for parts jobs it is not settled which is best')
  claim(top(9)[1] < 0.95, 'for Mexico as a whole it is not settled')
  claim(top(0)[1] > 0.9 && top(7)[1] > 0.95, 'for assembly jobs and for the US as a whole it is')
  claim(top(2)[0] === 'no-metal-duties', 'for jobs together it is the rule without duties on metals')
  claim(top(4)[0] === top(5)[0] && top(4)[1] > 0.95 && top(5)[1] > 0.95, 'the poorest and the richest fifth have the same best rule')
  return [
    table(['whom one asks', `best, in so many of ${replicates} futures`], goals.map(({ who }, n) => [who, countsText(found[n], replicates)])),
    '',
    `2036, the five rules and \`${today}\`, all in the same futures.`,
  ].join('\n')
}

/** What two rules are to the poorest and to the richest, as a share of their incomes. */
function byIncome(rows: readonly Row[]): string {
  const gain = (rule: string, id: string): number => {
    const mean = (name: string): number => {
      const own = rows.filter(({ scenario }) => scenario === name)
      return own.reduce((sum, row) => sum + Number(row[id]), 0) / own.length
    }
    return mean(rule) - mean(today)
  }
  const told = ['usmca-free-of-232', 'section-232-struck-down']
  const [[poorOfFree, richOfFree], [poorOfAll, richOfAll]] = told.map((rule) => shares.map((id) => gain(rule, id)))
  claim(poorOfFree > 1.3 * richOfFree && poorOfAll < richOfAll, 'the one gives the poorest more of their income, the other the richest')
  return table(
    ['gain, percent of income', 'poorest fifth', 'richest fifth'],
    told.map((rule) => [`\`${rule}\``, ...shares.map((id) => signed(gain(rule, id), 2))]),
  )
}

const forms = [
  ['off', 'wages and exchange rates stay'],
  ['on', 'they answer'],
] as const

/** The same shares among the replicates of either form. */
function byForm(names: readonly string[], futures: Futures, rows: readonly Row[]): string {
  const told = [1, 2, 9].map((n) => goals[n])
  const counts = forms.map(([form]) => rows.filter((row) => row.scenario === today && (row.closureForm === '0') === (form === 'off')).length)
  claim(counts[0] + counts[1] === replicates && Math.min(...counts) >= 10, 'both forms are drawn')
  const found = told.map((goal) => forms.map(([form]) => bestShares(names, (rule) => futures(goal, rule, form))))
  claim(
    found.every(([off, on]) => order(off)[0][0] === order(on)[0][0]),
    'in each row the same rule leads in both',
  )
  return table(
    ['whom one asks', ...forms.map(([, title], n) => `${title} (${counts[n]} futures)`)],
    told.map(({ who }, n) => [who, ...found[n].map((one, form) => countsText(one, counts[form]))]),
  )
}
