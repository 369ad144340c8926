import { expect, test } from 'vitest'
import { probability } from '../../../engine/analysis/paired.ts'
import { lineMoves } from '../../../reports/document/lineMoves.ts'
import type { Report } from '../../../reports/data/report.ts'
import { sampleReport } from '../sampleReport.ts'

/** Replicates of 100 in which each line is built in each place, by scenario. */
function reportWith(
  here: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>,
): Report {
  const lines = Object.entries(here).flatMap(([scenario, byLine]) =>
    Object.entries(byLine).flatMap(([line, counts]) =>
      Object.entries(counts).map(([place, count]) => ({
        scenario,
        line,
        from: 'MX',
        place,
        n: 100,
        here: probability(count, 100),
      })),
    ),
  )
  return { ...sampleReport(), lines }
}

test('lines that move in the baseline as well as under the option do not move against the baseline', () => {
  const both = { camry: { MX: 20, US: 80, OVERSEAS: 0 } }
  expect(lineMoves(reportWith({ base: both, option: both }), 'option')).toEqual([])
})

test('moves are counted from where a line is built under the baseline, whatever the base year was', () => {
  const report = reportWith({
    base: { camry: { MX: 0, US: 100, OVERSEAS: 0 }, golf: { MX: 0, US: 0, OVERSEAS: 100 } },
    option: { camry: { MX: 50, US: 50, OVERSEAS: 0 }, golf: { MX: 0, US: 75, OVERSEAS: 25 } },
  })
  const moves = lineMoves(report, 'option').map(({ from, to, lines }) => [from, to, lines])
  expect(moves).toEqual([
    ['OVERSEAS', 'US', 0.75],
    ['US', 'MX', 0.5],
  ])
})

test('what leaves one place for two is shared by their gains, and all of it arrives', () => {
  const report = reportWith({
    base: { camry: { MX: 100, US: 0, OVERSEAS: 0 } },
    option: { camry: { MX: 20, US: 60, OVERSEAS: 20 } },
  })
  const moves = lineMoves(report, 'option')
  expect(moves.map(({ from, to }) => `${from} ${to}`)).toEqual(['MX US', 'MX OVERSEAS'])
  expect(moves[0].lines).toBeCloseTo(0.6, 12)
  expect(moves[1].lines).toBeCloseTo(0.2, 12)
})
