/** Sections on decisions, precision and findings: their figures are those of the CSV files, their words those of the findings. */
import { parse } from 'csv-parse/sync'
import { describe, test, expect } from 'vitest'
import { buildDocument } from '../../../reports/document/build.ts'
import { type DocumentTable, tablesOf, type ReportDocument } from '../../../reports/document/document.ts'
import { decisionsCsv, informationCsv } from '../../../reports/tables/decisionsCsv.ts'
import { briefMarkdown } from '../../../reports/forms/brief.ts'
import { reportHtml } from '../../../reports/forms/html.ts'
import { tableCsv } from '../../../reports/forms/tableCsv.ts'
import { wholeReport, sampleDecisions, sampleParts, sampleCurve, sampleFront } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'
import { reportOf } from '../sampleStudies.ts'

const report = wholeReport(reportOf(4))
const document = buildDocument(report)

function tableOf(id: string): DocumentTable {
  return tablesOf(document).find((table) => table.id === id)!
}

function textOf({ sections }: ReportDocument, id: string): string {
  const blocks = sections.find((section) => section.id === id)?.blocks ?? []
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : []))
    .join('\n')
}

type Rows = readonly Record<string, string>[]

describe('choosing between options', () => {
  test('has the figures of decisions.csv and of information.csv', () => {
    const stated: Rows = parse(decisionsCsv(report.decisions ?? []), { columns: true })
    const shown: Rows = parse(tableCsv(tableOf('choice')), { columns: true })
    expect(shown).toHaveLength(10)
    for (const row of shown) {
      const family = row['group'].startsWith('Price') ? 'priceIndex' : 'output'
      const { option } = row
      for (const statistic of ['mean', 'probabilityBest', 'expectedRegret', 'regret95']) {
        const found = stated.find(
          (one) => one['option'] === option && one['outcome'] === family && one['statistic'] === statistic,
        )
        expect(row[statistic], `${option} ${statistic}`).toBe(found?.['value'])
      }
    }
    const known: Rows = parse(informationCsv(report.decisions ?? []), { columns: true })
    const worth: Rows = parse(tableCsv(tableOf('information')), { columns: true })
    const values = known.map(({ value }) => value)
    for (const { value } of worth) expect(values).toContain(value)
  })

  test('says dominance once for each option that is dominated, by the likeliest option that does so', () => {
    const [study] = sampleDecisions(['base', 'one', 'two'])
    const chance = { value: 0, low: 0, high: 0.02 }
    const pair = (option: string, other: string): (typeof study.dominance)[number] => ({
      option,
      other,
      statewise: true,
      stochastic: true,
      worse: chance,
      violation: 0,
    })
    const options = ['two', 'one', 'base'].map((name) => study.options.find((option) => option.name === name)!)
    const dominance = [pair('one', 'base'), pair('two', 'base'), pair('two', 'one')]
    const text = textOf(buildDocument({ ...report, decisions: [{ ...study, options, dominance }] }), 'choice')
    expect(text).toMatch(/two is at least as good as each of the baseline and one in every replicate/)
    expect(text).not.toMatch(/\bone is at least/)
  })

  test('stands at the top of the report and in the brief: which is best by each outcome, how often, and a verdict first', () => {
    expect(document.chosen[0]).toMatch(
      /^(D|The baseline) .*(They trade off|It is the best by all|cannot be told apart)/,
    )
    expect(document.chosen[1]).toMatch(
      /^Vehicles built, United States: .* (best on average, and the best of all in \d+% of runs|cannot be told apart)/,
    )
    expect(document.chosen.join(' ')).toContain('Welfare, United States:')
    expect(document.chosen.join(' ')).not.toMatch(/regret|replicate|option-\d/)
    expect(briefMarkdown(document)).toContain('## Which is best')
    // Sets of points under laws of their own are no single choice.
    expect(buildDocument({ ...report, decisions: [...report.decisions!, ...report.decisions!] }).chosen).toEqual([])
  })

  test('of two options is left to the decision table, which says nothing of regret', () => {
    const two = buildDocument({ ...sampleReport(), decisions: sampleDecisions(['base', 'option']) })
    expect(two.sections.map(({ id }) => id)).not.toContain('choice')
    expect(tablesOf(two)[0].columns.map(({ title }) => title)).not.toContain('Regret')
  })
})

describe('precision asked for', () => {
  test('is a table of targets, the one that needs most first, and says which binds', () => {
    const [{ rows }] = tableOf('precision-asked').groups
    expect(rows.map((row) => [row[0].text, row.at(-1)?.text])).toEqual([
      ['option-1: output.MX in 2027, mean difference, 95% interval', 'not reached, binds'],
      ['option-1: output.US in 2027, mean difference, 95% interval', 'reached'],
    ])
    expect(textOf(document, 'precision')).toMatch(
      /Stopped at the maximum of 40 replicates; option-1: output\.MX .* is not reached/,
    )
    expect(tableOf('settling').groups[0].rows.map(([replicates]) => replicates.text)).toEqual(['8', '16', '32', '40'])
  })

  test('says what common draws are worth, over the options', () => {
    expect(textOf(document, 'precision')).toMatch(
      /from the least to the most over the options: 20 to 23 for vehicles built, United States\./,
    )
  })
})

describe('findings', () => {
  test('on what drives an outcome name what leads, and what cannot be told from zero', () => {
    const text = textOf(document, 'drivers')
    expect(text).toMatch(
      /most hangs on own-price elasticity of a product, 46% \(39% to 53%\); then dispersion of parts costs, 21%/,
    )
    expect(text).toMatch(/not distinguishable from zero: slack of customs\./)
    expect(tableOf('drivers').groups[0].rows.map((row) => row.at(-1)?.text)[2]).toBe('not distinguishable from zero')
  })

  test('on what drives several outcomes have a table and a picture each, and the command that finds them once', () => {
    const { sensitivity } = sampleParts('option-1')
    const moreSensitivity = [{ ...sensitivity!, outcome: 'Price index, US (index)', factors: [] }]
    const several = buildDocument({ ...report, parts: { sensitivity: sensitivity!, moreSensitivity } })
    expect(textOf(several, 'drivers')).toMatch(/Price index, US \(index\), 2027, .*: no factor can be told from one/)
    const ids = tablesOf(several).map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('drivers'))).toEqual(['drivers', 'drivers-2'])
    const { blocks } = several.sections.find(({ id }) => id === 'reproduce')!
    expect(JSON.stringify(blocks).split(sensitivity!.reproduce)).toHaveLength(2)
  })

  test('on pairs of factors are a table, and name only those that can be told from none', () => {
    const { sensitivity } = sampleParts('option-1')
    const [first, , last] = sensitivity!.factors
    const withPairs = (pairs: NonNullable<typeof sensitivity>['factors']): ReturnType<typeof buildDocument> =>
      buildDocument({ ...report, parts: { sensitivity: { ...sensitivity!, pairs } } })
    expect(textOf(withPairs([first, last]), 'drivers')).toMatch(
      /Together, beyond what each does by itself: own-price elasticity of a product, 46% \(39% to 53%\)\./,
    )
    expect(textOf(withPairs([last]), 'drivers')).toMatch(/no pair of 1 can be told from one that does nothing together/)
    const table = tablesOf(withPairs([first, last])).find(({ id }) => id === 'drivers-pairs')!
    expect(table.groups[0].rows).toHaveLength(2)
  })

  test('on where an option fails are its box as a sentence and as limits; without a box it says so', () => {
    expect(textOf(document, 'failing')).toMatch(/in 12 of 40 replicates \(30%\); 1 could not be computed/)
    expect(textOf(document, 'failing')).toContain(sampleParts('option-1').discovery!.boxes[0].sentence)
    expect(tableOf('failing-1').caption).toMatch(/density 81%, coverage 64%/)
    const discovery = { ...sampleParts('option-1').discovery!, boxes: [] }
    expect(textOf(buildDocument({ ...report, parts: { discovery } }), 'failing')).toMatch(
      /No box of levers and parameters was found/,
    )
  })

  test('on where an option fails show what each step of the search holds, where there are some', () => {
    const { boxes } = sampleParts('option-1').discovery!
    const curve = [1, 0.8, 0.5].map((coverage, step) => {
      const density = 0.3 + 0.2 * step
      return { step, density, interval: { low: density - 0.1, high: density + 0.1 }, coverage, restricted: step }
    })
    const discovery = { ...sampleParts('option-1').discovery!, boxes: [{ ...boxes[0], curve }] }
    const table = tablesOf(buildDocument({ ...report, parts: { discovery } })).find(({ id }) => id === 'failing-steps')!
    expect(table.groups[0].rows.map((row) => row.slice(0, 3).map(({ text }) => text))).toEqual([
      ['0', '100%', '30%'],
      ['1', '80%', '50%'],
      ['2', '50%', '70%'],
    ])
    expect(tablesOf(document).map(({ id }) => id)).not.toContain('failing-steps')
  })

  test('along a lever come in words first; several curves stand beside each other, by the other levers', () => {
    expect(textOf(document, 'sweep')).toMatch(/^Mean US parts jobs in 2036 peaks at content 75, 95% interval 71 to 80/)
    const sweep = [0, 0.25].map((duty) => ({ ...sampleCurve(), others: `duty ${duty}` }))
    const several = buildDocument({ ...report, parts: { sweep } })
    expect(textOf(several, 'sweep')).toMatch(/^At duty 0: Mean .*\nAt duty 0\.25: Mean/)
    expect(reportHtml(several)).toContain('US parts jobs in 2036, change against base, at duty 0.25')
  })

  test('of several outcomes at once say what is open first, and have a table and a picture of the front', () => {
    const front = sampleFront()
    const several = buildDocument({ ...report, parts: { fronts: [front, { ...front, laws: 'elasticity 5.5' }] } })
    expect(textOf(several, 'front')).toMatch(
      /^Not settled whether on the front with this many replicates: 0 base and 3/,
    )
    const table = tablesOf(several).find(({ id }) => id === 'front-2')!
    expect(table.caption).toBe('Points by their chance of being on the front, at elasticity 5.5')
    expect(table.groups[0].rows.map((row) => [row[0].text, row.at(-1)?.text])).toEqual([
      ['1 duty 0.1', '50% (40% to 60%)'],
      ['0 base', '50% (40% to 60%)'],
      ['3 duty 0.25', '50% (40% to 60%)'],
      ['2 duty 0.2', '50% (40% to 60%)'],
    ])
    const section = several.sections.find(({ id }) => id === 'front')!
    const figures = section.blocks.flatMap((block) =>
      block.kind === 'figures' ? block.figures.map(({ id }) => id) : [],
    )
    expect(figures).toEqual(['front-1', 'front-2'])
  })

  test('can be found again by the commands at the end', () => {
    const { blocks } = document.sections.find(({ id }) => id === 'reproduce')!
    const code = blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []))
    expect(code[1]).toContain('plantshift sensitivity option-1 --outcome output.US@2027\nplantshift discover')
  })

  test('of fewer replicates than the report has are said to be so, and those of all are not', () => {
    const discovery = { ...sampleParts('option-1').discovery!, replicates: report.replicates - 10 }
    const sweep = [{ ...sampleCurve(), replicates: report.replicates - 10 }]
    const longer = buildDocument({ ...report, parts: { discovery, sweep } })
    for (const id of ['failing', 'sweep'])
      expect(textOf(longer, id)).toMatch(/Sought on 30 replicates; the report now has 40\./)
    const { replicates } = report
    const whole = buildDocument({ ...report, parts: { discovery: { ...discovery, replicates }, sweep } })
    expect(textOf(whole, 'failing')).not.toContain('Sought on')
  })
})

describe('a worth that is within two of its errors', () => {
  test('is told as not distinguishable from zero, with no share of all there is to know', () => {
    const decisions = (report.decisions ?? []).map((study) => ({
      ...study,
      information: {
        ...study.information,
        perfect: { ...study.information.perfect, value: 0.01, standardError: 0.005 / 2 },
        groups: (study.information.groups ?? []).map((group) => ({ ...group, value: 0.2, standardError: 0.2 })),
      },
    }))
    const noise = buildDocument({ ...report, decisions })
    const { rows } = tablesOf(noise).find(({ id }) => id === 'information')!.groups[0]
    expect(rows.length).toBeGreaterThan(1)
    for (const [, worth, , share] of rows.slice(1)) {
      expect(worth.text).toBe('not distinguishable from zero')
      expect(share.text).toBe('')
    }
  })
})
