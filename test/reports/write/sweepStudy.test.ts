import { test, expect } from 'vitest'
import { buildDocument } from '../../../reports/document/build.ts'
import { tablesOf } from '../../../reports/document/document.ts'
import { studyOfSweep } from '../../../reports/write/sweepStudy.ts'
import type { SweepReport } from '../../../reports/data/sweepReport.ts'
import { sampleDecisions, samplePrecision, wholeReport } from '../sampleParts.ts'
import { reportOf } from '../sampleStudies.ts'

const part = reportOf(5)
const names = part.scenarios.slice(1).map(({ name }) => name)
const sweep: SweepReport = {
  name: 'duties',
  title: 'Height of a duty',
  question: 'How high a duty brings most jobs?',
  baseline: 'base',
  seed: 7,
  reproduce: 'plantshift sweep duty.yaml',
  caveats: part.caveats,
  years: part.years,
  interrupted: false,
  seconds: 1,
  failures: [],
  levers: [{ name: 'duty', title: 'Duty', unit: 'share', kind: 'policy' }],
  points: names.map((name, k) => ({
    name,
    levers: { duty: 0.4 - 0.1 * k },
    part: 0,
    replicates: 40,
    goodReplicates: 39,
  })),
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
  const row = part.comparisons.find(
    (one) => one.scenario === names[0] && one.year === last && one.outcome.id === 'welfare.US',
  )
  const top = curve.points[curve.points.length - 1]
  expect(top.mean).toBe(row?.paired.difference.mean)
  expect(top.spread.low).toBe(row?.paired.difference.low)
  // Monte Carlo error and spread are two intervals.
  expect(top.error.high - top.error.low).toBeLessThan(top.spread.high - top.spread.low)
})

test('a curve has the words and the peak of its outcome', () => {
  const top = { words: ['It peaks.'], peak: { kind: 'peak', level: 0.2, interval: { low: 0.1, high: 0.3 } } } as const
  const curves = studyOfSweep(sweep, [part], new Map([['output.MX', top]])).parts?.sweep ?? []
  expect(curves.find(({ outcome }) => outcome === 'vehicles built, MX, 2027, less base')).toMatchObject(top)
  expect(curves.filter(({ words }) => words.length > 0)).toHaveLength(1)
})

test('two levers, one of words, or two points at one level make none', () => {
  const [lever] = sweep.levers
  expect(studyOfSweep({ ...sweep, levers: [lever, { ...lever, name: 'other' }] }, [part]).parts).toBeUndefined()
  for (const duty of ['high', sweep.points[1].levers['duty']]) {
    const points = sweep.points.map((point, k) => (k === 0 ? { ...point, levers: { duty } } : point))
    expect(studyOfSweep({ ...sweep, points }, [part]).parts).toBeUndefined()
  }
})

test('decisions, precision and pairing of every part are in the report', () => {
  const decisions = [1, 2].map(() => sampleDecisions([sweep.baseline, ...names]))
  const study = studyOfSweep({ ...sweep, decisions, precision: [samplePrecision(names[0])] }, [
    { ...part, pairing: wholeReport(part).pairing! },
  ])
  expect(study.decisions).toHaveLength(4)
  expect(study.precision).toHaveLength(1)
  expect(study.pairing).toHaveLength(names.length)
  const titles = tablesOf(buildDocument(study))
    .find(({ id }) => id === 'choice')
    ?.groups.map(({ title }) => title)
  expect(titles?.[2]).toMatch(/^Vehicles built, United States, 2027, set 2 of 2 under the same laws/)
})
