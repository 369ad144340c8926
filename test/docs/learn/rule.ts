/** Lesson 1: what a content rule costs. */
import type { Answer } from './asked.ts'
import { amountText, type Ask, claim, formsTable, type MadeParts, openLine, percentText, shareText, table } from './words.ts'

const start = '#option=base&baseline=base'
const rule = `${start}&lever.content-regional=0.85`
const underPath = '#option=review-content-85&baseline=path-2026'
const replicates = 40
/** A change of a rule that few notice shows in few replicates, all on the same draws. */
const exerciseReplicates = 24

/** Money stands in million USD. */
const rows = [
  ['Vehicles built in Mexico', percent('output.MX')],
  ['Parts jobs in the US', percent('partsJobs.US', 2)],
  ['What US buyers gain, million USD a year', amount('gainUS.consumers')],
  ['What the US treasury gains', amount('gainUS.treasury')],
  ['What makers with headquarters in the US gain', amount('gainUS.businesses')],
  ['The US as a whole', amount('welfare.US')],
  ['Mexico as a whole', amount('welfare.MX')],
] as const

function percent(id: string, digits = 1): (answer: Answer) => string {
  return ({ change }) => percentText(change(id), digits)
}

function amount(id: string): (answer: Answer) => string {
  return ({ change }) => amountText(change(id), 1, 0)
}

export function ruleParts(ask: Ask): MadeParts {
  const main = ask(`${rule}&replicates=${replicates}`)
  const { change } = main
  const [mexico, jobs, buyers, treasury, whole] = [
    'output.MX', 'partsJobs.US', 'gainUS.consumers', 'gainUS.treasury', 'welfare.US',
  ].map((id) => change(id).difference)
  claim(mexico.mean < 0 && change('output.MX').relative > -0.03, 'Mexico builds a little less')
  claim(jobs.low > 0 && change('partsJobs.US').relative < 0.01, 'there are more parts jobs in the US, by less than 1%')
  claim(buyers.high < 0 && treasury.mean > 0, 'buyers pay, and the treasury takes a part')
  claim(whole.mean < 0 && whole.high > 0, 'the US as a whole loses on average, and may gain')
  claim(pays(main, 1) > pays(main, 0) + 0.01, 'more vehicles pay the duty')
  return {
    open: openLine(`${rule}&replicates=${replicates}`, 'Open: 85% in place of 75%, under the rules of 2024'),
    result: [
      table(['', '2036'], [...rows.map(([title, cell]) => [title, cell(main)]), ['Value that pays a duty', paysText(main)]]),
      '',
      `Against \`base\`, 2036: mean, and in brackets what holds nine of ten replicates (${replicates} replicates, seed ${main.report.seed}). ` +
        'Value that pays a duty: of all that the US imports from Mexico and Canada, in the mean.',
    ].join('\n'),
    price: priceOfJobs(main),
    answer: exercise(ask),
    today: today(ask, main),
    forms: formsTable(ask, rule, ['vehicles built in Mexico', 'parts jobs in the US', 'the US as a whole, million USD'], (one) => {
      claim(one.change('output.MX').relative < 0 && one.change('partsJobs.US').relative > 0, 'both signs are the same in every form')
      claim(one.change('welfare.US').difference.high > 0, 'in no form is it settled that the US loses')
      return [rows[0][1](one), rows[1][1](one), amountText(one.change('welfare.US'), 1, 0)]
    }, 20),
  }
}

/** Share of the value that the US imports from the neighbours that pays a duty. @param scenario 0 for the baseline */
function pays({ change }: Answer, scenario: 0 | 1): number {
  const { baselineMean, scenarioMean } = change('dutiableShare.CA+MX')
  return scenario === 0 ? baselineMean : scenarioMean
}

function paysText(answer: Answer): string {
  return `${shareText(pays(answer, 0))} before, ${shareText(pays(answer, 1))} then`
}

/** What buyers, and the US as a whole, lose for each parts job there is more: a mean over a mean. */
function priceOfJobs({ change }: Answer): string {
  const jobs = change('partsJobs.US').difference.mean
  const perJob = (id: string): number => (-change(id).difference.mean * 1e6) / jobs
  const [buyers, whole] = [perJob('gainUS.consumers'), perJob('welfare.US')]
  claim(buyers > 150_000 && whole < 0.7 * buyers, 'a parts job costs buyers far more than it pays, and the US less, since much of it stays there')
  return (
    `There are ${(Math.round(jobs / 100) * 100).toLocaleString('en-US')} parts jobs more. For each of them US buyers lose ${roundText(buyers)} a year, ` +
    `and the US as a whole ${roundText(whole)}: the mean of the one over the mean of the other.`
  )
}

function roundText(value: number): string {
  return `${(Math.round(value / 1e4) * 1e4).toLocaleString('en-US')} USD`
}

const changed = [
  ['75%, as agreed; failing costs 10 points more', '&lever.us-tariff-non-compliant=0.1'],
  ['62.5%, as under NAFTA', '&lever.content-regional=0.625'],
  ['62.5%, and no high-wage work', '&lever.content-regional=0.625&lever.content-labour=0'],
  ['85%', '&lever.content-regional=0.85'],
  ['90%', '&lever.content-regional=0.9'],
  ['85%; failing costs 10 points more', '&lever.content-regional=0.85&lever.us-tariff-non-compliant=0.1'],
] as const

/** The levers of the exercise. */
function exercise(ask: Ask): string {
  const found = changed.map(([, words]) => ask(`${start}${words}`, { replicates: exerciseReplicates }))
  const [dear, loose, free, strict, stricter, both] = found
  const lost = found.map(({ change }) => -change('gainUS.consumers').difference.mean)
  claim(-lost[1] < lost[3] / 4 && lost[1] < 0, 'a laxer rule gives back little')
  claim(lost[4] > 1.5 * lost[3], 'five points more cost more than the first ten by half')
  const jobs = found.map(({ change }) => change('partsJobs.US').difference.mean)
  claim(jobs[4] > jobs[3] && jobs[3] > 0, 'up to 90% parts jobs rise with the rule')
  claim(jobs[2] < 2 * jobs[1] && jobs[1] < 0, 'without the rule for high-wage work there are fewer parts jobs')
  claim(pays(dear, 1) < pays(dear, 0) / 2, 'where failing is dear, most of those who failed comply')
  claim(pays(strict, 1) > pays(strict, 0) && pays(stricter, 1) > pays(strict, 1), 'the stricter, the more pay')
  claim(pays(loose, 1) < pays(loose, 0) && pays(both, 1) < pays(strict, 1) / 2, 'fewer pay where paying is dear')
  claim(lost[5] > lost[0] + lost[3], 'both together cost more than one and the other')
  claim(pays(loose, 1) > 0.8 * pays(loose, 0), 'who pays today hardly fails by the 75%')
  claim(pays(free, 1) < 0.4 * pays(free, 0), 'it is the high-wage work that most of them fail by')
  claim(both.change('welfare.US').difference.high < 0, 'it is settled that the US loses')
  return [
    table(
      ['the rule', 'value that pays a duty', 'parts jobs in the US', 'US buyers gain, million USD', 'the US as a whole'],
      found.map((one, n) => [changed[n][0], shareText(pays(one, 1)), rows[1][1](one), rows[2][1](one), rows[5][1](one)]),
    ),
    '',
    `Against \`base\`, in which ${shareText(pays(dear, 0))} of the value pays a duty, 2036 (${exerciseReplicates} replicates, seed ${dear.report.seed}).`,
  ].join('\n')
}

/** The same ten points on top of what is in force in late 2026. */
function today(ask: Ask, before: Answer): string {
  const now = ask(underPath, { replicates: exerciseReplicates })
  const jobs = now.change('partsJobs.US')
  claim(jobs.difference.mean < 0 && jobs.difference.high < before.change('partsJobs.US').difference.high / 2, 'parts jobs fall a little on average')
  claim(now.change('welfare.US').difference.high < 0, 'it is settled that the US loses')
  claim(pays(now, 0) < 0.02 && pays(now, 1) < 0.04, 'nearly all use the agreement, before and after')
  const sales = [before, now].map(({ change }) => change('salesFrom.MX'))
  const content = [before, now].map(({ change }) => change('usContent.MX'))
  claim(
    sales.every(({ relative }) => relative < -0.01 && relative > -0.03),
    'as many vehicles from Mexico are not sold any more',
  )
  claim(content[1].baselineMean > 1.6 * content[0].baselineMean, 'each has nearly twice as much of the US in it')
  return table(
    ['85%, 2036', 'under the rules of 2024', 'under those of late 2026'],
    [
      ['Parts jobs in the US', rows[1][1](before), rows[1][1](now)],
      ['US sales of vehicles from Mexico', ...sales.map((one) => percentText(one))],
      ['US share of the value of such a vehicle, before', ...content.map(({ baselineMean }) => shareText(baselineMean, 1))],
      ['and with the rule', ...content.map(({ scenarioMean }) => shareText(scenarioMean, 1))],
      ['The US as a whole, million USD', rows[5][1](before), rows[5][1](now)],
    ],
  )
}
