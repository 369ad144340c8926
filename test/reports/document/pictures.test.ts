/** Pictures of a report: none repeats another, all of one kind have one scale, and each says year and baseline. */
import { expect, test } from 'vitest'
import { buildDocument } from '../../../reports/document/build.ts'
import { figuresOf, tablesOf } from '../../../reports/document/document.ts'
import type { Report } from '../../../reports/data/report.ts'
import { sampleCurve, sampleSurface } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'
import { reportOf } from '../sampleStudies.ts'

/** Jobs that follow output to the last vehicle. */
function withJobsAsOutput(report: Report): Report {
  const output = report.comparisons.filter(({ outcome }) => outcome.family === 'output')
  return {
    ...report,
    comparisons: report.comparisons.map((row) => {
      const twin = output.find(
        ({ scenario, year, outcome }) =>
          scenario === row.scenario && year === row.year && outcome.place === row.outcome.place,
      )
      return row.outcome.family === 'assemblyJobs' && twin !== undefined ? { ...row, paired: twin.paired } : row
    }),
  }
}

test('a picture that would repeat another is a sentence, and keeps its table', () => {
  const document = buildDocument(withJobsAsOutput(sampleReport()))
  expect(figuresOf(document).map(({ id }) => id)).not.toContain('assembly-jobs')
  expect(figuresOf(document).map(({ id }) => id)).toContain('output')
  expect(tablesOf(document).map(({ id }) => id)).toContain('assembly-jobs')
  expect(JSON.stringify(document)).toContain('Assembly jobs: the same picture as vehicles built')
})

test('gains of all options are on one scale', () => {
  const ticks = figuresOf(buildDocument(reportOf(5)))
    .filter(({ id }) => id.startsWith('gains-'))
    // Figures of the rows have decimals, or are 0 as one of the ticks is.
    .map(({ narrow }) => [
      ...new Set([...narrow.matchAll(/<text[^>]*>([+-]?[\d,]+)<\/text>/g)].map(([, text]) => text)),
    ])
    .map((texts) => texts.toSorted().join(' '))
  expect(ticks).toHaveLength(5)
  expect(new Set(ticks)).toEqual(new Set([ticks[0]]))
})

function isWelfare({ outcome }: { readonly outcome: { readonly id: string } }): boolean {
  return outcome.id === 'welfare.US'
}

function idsOf(report: Report): readonly string[] {
  return figuresOf(buildDocument(report)).map(({ id }) => id)
}

test('gains that are drawn along the levers already are not drawn again', () => {
  const report = reportOf(3)
  const sweep: Report = {
    ...report,
    summaries: report.summaries.filter(isWelfare),
    comparisons: report.comparisons.filter(isWelfare),
    parts: { sweep: [{ ...sampleCurve(), outcomeId: 'welfare.US' }] },
  }
  expect(idsOf(sweep).some((id) => id.startsWith('gains'))).toBe(false)
  expect(idsOf({ ...sweep, parts: { surfaces: [sampleSurface(2)] } })).toContain('gains')
})

test('every surface has its picture and its table', () => {
  const document = buildDocument({ ...reportOf(3), parts: { surfaces: [sampleSurface(2), sampleSurface(3)] } })
  expect(figuresOf(document).map(({ id }) => id)).toEqual(expect.arrayContaining(['surface-1', 'surface-2']))
  const tables = tablesOf(document).filter(({ id }) => id.startsWith('surface-'))
  expect(tables.map(({ groups }) => groups[0].rows.length)).toEqual([12, 24])
})

test('maps, years, flows and gains say their year or years and the baseline, options and baseline by their titles', () => {
  for (const { id, title, caption } of figuresOf(buildDocument(reportOf(2)))) {
    if (!/^(map|flows|gains)/.test(id)) continue
    const { wide } = figuresOf(buildDocument(reportOf(2))).find((figure) => figure.id === id) ?? { wide: '' }
    expect(`${title} ${caption} ${wide}`, id).toContain('2027')
    expect(`${title} ${caption}`, id).toContain('“Rules as they are”')
    expect(`${title} ${caption}`, id).not.toMatch(/option-\d|\bbase\b/)
  }
})
