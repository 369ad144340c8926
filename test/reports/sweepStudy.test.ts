import { expect, test } from 'vitest'
import { buildDocument } from '../../reports/document/build.ts'
import { studyOfSweep } from '../../reports/sweepStudy.ts'
import type { SweepReport } from '../../reports/sweepReport.ts'
import { reportOf } from './sampleStudies.ts'

const part = reportOf(5)
const names = part.scenarios.slice(1).map(({ name }) => name)
const sweep: SweepReport = {
  name: 'duties', title: 'Height of a duty', question: 'How high a duty brings most jobs?', baseline: 'base', seed: 7,
  reproduce: 'plantshift sweep duty.yaml', caveats: part.caveats, years: part.years, interrupted: false, seconds: 1, failures: [],
  levers: [{ name: 'duty', title: 'Duty', unit: 'share', kind: 'policy' }],
  points: names.map((name, k) => ({ name, levers: { duty: 0.4 - 0.1 * k }, part: 0, replicates: 40, goodReplicates: 39 })),
  summaries: part.summaries.filter(({ scenario }) => scenario !== 'base'),
  comparisons: part.comparisons,
}

test('the points of a sweep are options of one report, which asks what the sweep asks', () => {
  const document = buildDocument(studyOfSweep(sweep, [part]))
  expect(document.question).toBe('How high a duty brings most jobs?')
  expect(document.options).toHaveLength(6)
  expect(document.sections.map(({ id }) => id)).toContain('sweep')
})

test('a lever of numbers makes curves, in the order of its levels, of the differences as they are', () => {
  const [curve] = studyOfSweep(sweep, [part]).parts?.sweep ?? []
  expect(curve.points.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4].map((k) => 0.4 - 0.1 * (4 - k)))
  const last = part.years[part.years.length - 1]
  const row = part.comparisons.find((one) => one.scenario === names[0] && one.year === last && one.outcome.id === 'welfare.US')
  const top = curve.points[curve.points.length - 1]
  expect(top.mean).toBe(row?.paired.difference.mean)
  expect(top.spread.low).toBe(row?.paired.difference.low)
  // Monte Carlo error and spread are two intervals.
  expect(top.error.high - top.error.low).toBeLessThan(top.spread.high - top.spread.low)
})

test('two levers, or one of words, make none', () => {
  const [lever] = sweep.levers
  expect(studyOfSweep({ ...sweep, levers: [lever, { ...lever, name: 'other' }] }, [part]).parts).toBeUndefined()
  const points = sweep.points.map((point) => ({ ...point, levers: { duty: 'high' } }))
  expect(studyOfSweep({ ...sweep, points }, [part]).parts).toBeUndefined()
})
