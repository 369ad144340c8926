import { parse } from 'csv-parse/sync'
import { describe, test, expect } from 'vitest'
import { compareCsv } from '../../../reports/tables/csv.ts'
import { buildDocument } from '../../../reports/document/build.ts'
import {
  type ReportDocument,
  type DocumentTable,
  tablesOf,
  figuresOf,
  showsText,
} from '../../../reports/document/document.ts'
import { reportHtml } from '../../../reports/forms/html.ts'
import { tableCsv } from '../../../reports/forms/tableCsv.ts'
import type { Report } from '../../../reports/data/report.ts'
import { sampleReport } from '../sampleReport.ts'
import { wholeReport } from '../sampleParts.ts'
import { reportOf, aloneReport, failedReport } from '../sampleStudies.ts'

function titles({ sections }: ReportDocument): readonly string[] {
  return sections.map(({ id }) => id)
}

function tableOf(document: ReportDocument, id: string): DocumentTable {
  const found = tablesOf(document).find((table) => table.id === id)
  if (found === undefined) throw new Error(`no table ${id}`)
  return found
}

const one = buildDocument(sampleReport())

describe('a document', () => {
  test('has its sections in the order in which they are read, and none that has nothing to say', () => {
    expect(titles(buildDocument(wholeReport(reportOf(3))))).toEqual([
      'decision',
      'choice',
      'plants',
      'years',
      'flows',
      'gains',
      'drivers',
      'failing',
      'sweep',
      'precision',
      'evidence',
      'methods',
      'reproduce',
    ])
    expect(titles(one)).toEqual([
      'decision',
      'plants',
      'years',
      'flows',
      'gains',
      'precision',
      'evidence',
      'methods',
      'reproduce',
    ])
    expect(titles(buildDocument(aloneReport()))).toEqual([
      'decision',
      'flows',
      'precision',
      'evidence',
      'methods',
      'reproduce',
    ])
  })

  test('answers the question in a sentence with an interval, and says what the interval is', () => {
    expect(one.question).toBe('What if the rules change?')
    expect(one.answers).toHaveLength(1)
    expect(one.answers[0].text).toMatch(
      /^By 2027, against “Rules as they are”, Mexico builds [\d.]+% fewer vehicles \(/,
    )
    expect(one.reading).toMatch(/nine of ten runs/)
    expect(one.caveats).toEqual(['A caveat that comes first.'])
  })

  test('has every picture with its table, and says of every picture what its intervals are', () => {
    const document = buildDocument(wholeReport(reportOf(3)))
    const html = reportHtml(document)
    for (const { id, shows } of figuresOf(document)) {
      if (!id.startsWith('map-')) expect(tableOf(document, id).groups.length).toBeGreaterThan(0)
      if (shows !== 'none') expect(html).toContain(showsText[shows].slice(0, 40))
    }
    const shows = new Map(figuresOf(document).map((figure) => [figure.id, figure.shows]))
    expect(shows.get('output')).toBe('spread')
    expect(shows.get('drivers')).toBe('sampling')
    expect(shows.get('sweep-1')).toBe('both')
  })
})

describe('numbers of a document', () => {
  test.each([
    ['one option', sampleReport()],
    ['three options', reportOf(3)],
  ])('of %s are those of compare.csv', (_, report) => {
    const compared: readonly Record<string, string>[] = parse(compareCsv(report), { columns: true })
    const known = new Set(
      compared.flatMap(({ statistic, value, low, high, monteCarloError }) =>
        statistic === 'difference' ? [[value, low, high, monteCarloError].join(' ')] : [],
      ),
    )
    const table = tableOf(buildDocument(report), 'decision')
    const at = ['difference', 'low', 'high', 'monteCarloError'].map((key) =>
      table.columns.findIndex((column) => column.key === key),
    )
    const rows = table.groups.flatMap((group) => group.rows).filter((row) => row[at[1]].text !== '')
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) expect(known, row[0].text).toContain(at.map((c) => row[c].value).join(' '))
  })

  test('on the page are those of the CSV behind them, with fewer digits', () => {
    const gains = tableOf(one, 'gains')
    for (const row of gains.groups.flatMap(({ rows }) => rows)) {
      const [shown, kept, error] = [Number(row[2].text.replaceAll(',', '')), Number(row[2].value), Number(row[5].value)]
      expect(Math.abs(shown - kept)).toBeLessThanOrEqual(5 * error)
    }
    const [header, first] = tableCsv(gains).split('\n')
    expect(header).toBe('group,who,direction,difference,low,high,monteCarloError,probabilityGain')
    expect(first.split(',')[3]).toBe(gains.groups[0].rows[0][2].value)
  })

  test('say a direction in words beside the arrow, and leave it open where the interval has both signs', () => {
    const column = tableOf(one, 'decision').columns.findIndex(({ key }) => key === 'direction')
    const words = new Set(tableOf(one, 'decision').groups.flatMap(({ rows }) => rows.map((row) => row[column].text)))
    for (const word of words) expect(['▲ up', '▼ down', '↕ open', '= same']).toContain(word)
  })
})

describe('a document of an unusual run', () => {
  test('says so when replicates are few, failed or cut short', () => {
    const tiny = buildDocument({ ...sampleReport(), replicates: 2, goodReplicates: 2, interrupted: true })
    expect(tiny.warnings.join(' ')).toMatch(/Only 2 good replicates.*Do not decide/)
    expect(tiny.warnings.join(' ')).toMatch(/interrupted after 2 of 40/)
    expect(buildDocument({ ...sampleReport(), replicates: 1000, goodReplicates: 1000 }).warnings).toEqual([])
  })

  test('has no answer and no number where no replicate was good, and the reasons', () => {
    const document = buildDocument(failedReport())
    expect(document.answers).toEqual([])
    expect(titles(document)).toEqual(['precision', 'evidence', 'methods', 'reproduce'])
    const html = reportHtml(document)
    expect(html).toContain('None of 40 replicates was good')
    expect(html).toContain('40 × prices did not converge')
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('is whole without any one family of outcomes', () => {
    const report = sampleReport()
    for (const family of new Set(report.summaries.map(({ outcome }) => outcome.family))) {
      const has = ({ outcome }: { readonly outcome: { readonly family: string } }): boolean => outcome.family !== family
      const without: Report = {
        ...report,
        summaries: report.summaries.filter(has),
        comparisons: report.comparisons.filter(has),
        // Maps take longer than all the rest, and know of one family only.
        plants: family === 'plantsOpened' ? report.plants : [],
      }
      const html = reportHtml(buildDocument(without))
      expect(html, family).not.toMatch(/NaN|undefined|Infinity/)
      expect(html, family).toContain('The answer')
    }
  })

  test('of 48 options shows a few, says which, and keeps all in the CSV', () => {
    const document = buildDocument(reportOf(48))
    for (const { id, groups } of tablesOf(document)) {
      const rows = groups.reduce((sum, group) => sum + group.rows.length, 0)
      expect(rows, id).toBeLessThanOrEqual(100)
    }
    expect(JSON.stringify(document.sections.find(({ id }) => id === 'decision'))).toMatch(
      /Pictures show 6 of 48 options/,
    )
    const options = new Set(
      tableCsv(tableOf(document, 'overview'))
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    )
    expect(options.size).toBe(48)
    const shown = figuresOf(document)
      .filter(({ id }) => id.startsWith('map-'))
      .map(({ id }) => id)
    expect(shown).toEqual(['map-1', 'map-10', 'map-20', 'map-29', 'map-39', 'map-48'])
  })
})
