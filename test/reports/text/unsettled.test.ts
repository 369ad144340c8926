/** Signs that are open are said first, in every form, and signs that are settled or open by chance alone are not. */
import { describe, expect, test } from 'vitest'
import { comparePairs } from '../../../engine/analysis/paired.ts'
import type { Report } from '../../../reports/data/report.ts'
import { buildDocument } from '../../../reports/document/build.ts'
import { briefMarkdown } from '../../../reports/forms/brief.ts'
import { briefHtml } from '../../../reports/forms/briefHtml.ts'
import { reportHtml } from '../../../reports/forms/html.ts'
import { screenText } from '../../../reports/forms/screen.ts'
import { plainStyle } from '../../../reports/text/style.ts'
import { terminalText } from '../../../reports/text/terminal.ts'
import { hasBothSigns, unsettledAmong, unsettledText } from '../../../reports/text/unsettled.ts'
import { sampleReport } from '../sampleReport.ts'
import { reportOf } from '../sampleStudies.ts'

/** The report in which an outcome of one scenario falls in so many of n replicates and rises in the others. */
function withFalls(report: Report, id: string, falls: number, n: number, scenario = 'option'): Report {
  const status = new Uint8Array(n)
  const before = new Float64Array(n).fill(100)
  const after = Float64Array.from({ length: n }, (_, d) => (d < falls ? 90 + d / n : 110 + d / n))
  const comparisons = report.comparisons.map((row) =>
    row.scenario !== scenario || row.outcome.id !== id
      ? row
      : {
          ...row,
          paired: comparePairs(
            { values: before, status },
            { values: after, status },
            row.outcome.good,
            new Float64Array(2 * n),
          ),
        },
  )
  return { ...report, comparisons }
}

const rowOf = (report: Report, id: string): Report['comparisons'][number] =>
  report.comparisons.findLast(({ outcome }) => outcome.id === id)!

const both = withFalls(sampleReport(), 'output.US', 30, 100)
const sentence =
  'It is not settled whether the United States builds more or fewer vehicles (more in 70% of runs, fewer in 30%).'

test('two shares make 100% also where both would be rounded up', () => {
  expect(unsettledText(withFalls(sampleReport(), 'output.US', 169, 200), 'option')).toContain(
    'more in 16% of runs, fewer in 84%',
  )
})

describe('a sign', () => {
  test('is open where both signs are in the interval by more than chance, and settled where one is, or hardly the other', () => {
    const isOpen = (falls: number, n: number): boolean =>
      hasBothSigns(rowOf(withFalls(sampleReport(), 'output.US', falls, n), 'output.US'))
    expect([0, 4, 6, 9, 15, 50, 85, 91, 96, 100].map((falls) => isOpen(falls, 100))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    // The same 9% is no chance among a thousand.
    expect(isOpen(90, 1000)).toBe(true)
  })

  test('is told by what the outcome does, also where less is better', () => {
    const prices = withFalls(sampleReport(), 'priceIndex.US', 30, 100)
    expect(unsettledText(prices, 'option')).toBe(
      'It is not settled whether vehicles in the United States cost more or less (more in 70% of runs, less in 30%).',
    )
  })

  test('that is settled is not mentioned', () => {
    expect(unsettledText(sampleReport(), 'option')).toBe('')
    expect(buildDocument(sampleReport()).unsettled).toBe('')
    expect(terminalText(sampleReport())).not.toContain('not settled')
  })
})

test('jobs that go with the vehicles are not told again, and other outcomes are told beside them', () => {
  const jobs = withFalls(both, 'assemblyJobs.US', 30, 100)
  expect(unsettledText(jobs, 'option')).toBe(sentence)
  expect(unsettledText(withFalls(jobs, 'welfare.US', 50, 100), 'option')).toBe(
    `${sentence.slice(0, -1)} or whether the United States as a whole gains or loses (gains in 50% of runs, loses in 50%).`,
  )
})

test('is said before any figure, in every form', () => {
  const document = buildDocument(both)
  const forms = [briefMarkdown(document), briefHtml(document), reportHtml(document), terminalText(both)].map((text) =>
    text.replaceAll(/<[^>]*>|\\/g, '').replaceAll(/\s+/g, ' '),
  )
  for (const text of forms) {
    expect(text).toContain(sentence)
    const answer = /(By|In) 2027, against/.exec(text)?.index ?? -1
    expect(answer).toBeGreaterThan(text.indexOf(sentence))
  }
})

test('of several options says under which, and of many under how many', () => {
  const three = withFalls(withFalls(reportOf(3), 'output.US', 30, 100, 'option-1'), 'output.US', 40, 100, 'option-3')
  const said = 'It is not settled whether the United States builds more or fewer vehicles under A and C.'
  expect(screenText(three, plainStyle).replaceAll(/\s+/g, ' ')).toContain(said)
  const brief = briefMarkdown(buildDocument(three))
  expect(brief.indexOf(said)).toBeGreaterThan(0)
  expect(brief.indexOf(said)).toBeLessThan(brief.indexOf('| Option |'))
  const many = { ...reportOf(8) }
  const names = many.scenarios.slice(1).map(({ name }) => name)
  const open = names.reduce((report, name) => withFalls(report, 'output.US', 30, 100, name), many as Report)
  expect(
    unsettledAmong(
      open,
      names.map((name, k) => ({ name, letter: String(k + 1) })),
    ),
  ).toBe('It is not settled whether the United States builds more or fewer vehicles under 8 of the 8 options.')
})
