/** Findings beside a report: taken into it as they are, and left out with a word where they cannot be read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, test, expect } from 'vitest'
import { withFindings } from '../../../reports/stored/findings.ts'
import type { Report } from '../../../reports/data/report.ts'
import { sampleParts, sampleCurve, sampleFront } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'

const parts = sampleParts('option')
const curve = { ...sampleCurve(), outcome: 'parts jobs, US, 2027, less base' }
let home = ''
let said: string[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
  said = []
})
afterEach(() => rmSync(home, { recursive: true }))

function store(name: string, content: unknown): void {
  writeFileSync(join(home, name), typeof content === 'string' ? content : JSON.stringify(content))
}

function joined(report: Report = sampleReport()): Report {
  return withFindings(home, report, (text) => said.push(text))
}

test('a folder without findings leaves the report as it is', () => {
  const report = sampleReport()
  expect(joined(report)).toBe(report)
})

test('findings become parts of the report, whatever else their files hold', () => {
  store('sensitivity.json', { finding: 'all of it', part: parts.sensitivity })
  store('discovery.json', { seed: 1, part: { ...parts.discovery, boxes: [] } })
  store('optimum.json', { reproduce: 'plantshift optimise out', optima: [{ optimum: {}, curve }] })
  expect(joined().parts).toEqual({
    sensitivity: parts.sensitivity,
    discovery: { ...parts.discovery, boxes: [] },
    sweep: [{ ...curve, reproduce: 'plantshift optimise out' }],
  })
  expect(said).toEqual([])
})

test('a study of several outcomes is a part an outcome', () => {
  store('sensitivity.json', { studies: [], part: parts.sensitivity, moreParts: [{ ...parts.sensitivity, year: 2026 }] })
  const { sensitivity, moreSensitivity } = joined().parts ?? {}
  expect([sensitivity?.year, moreSensitivity?.map(({ year }) => year)]).toEqual([2027, [2026]])
})

test('several outcomes at once are a part for each set of laws', () => {
  store('front.json', { goals: [], parts: [sampleFront()] })
  expect(joined().parts).toEqual({ fronts: [sampleFront()] })
  store('front.json', { parts: [{ ...sampleFront(), points: [{ number: 'one' }] }] })
  expect(joined().parts).toBeUndefined()
  expect(said).toEqual([expect.stringMatching(/front\.json: left out of the report.*find it anew with optimise/)])
})

test('a curve that was asked for stands for the one that the sweep has of the same outcome, and before the others', () => {
  const other = { ...curve, outcome: 'vehicles built, US, 2027, less base' }
  store('optimum.json', { reproduce: 'again', optima: [{ curve: { ...curve, words: ['Asked.'] } }] })
  const { sweep = [] } = joined({ ...sampleReport(), parts: { sweep: [other, curve] } }).parts ?? {}
  expect(sweep.map(({ outcome, words }) => [outcome, words[0]])).toEqual([
    [curve.outcome, 'Asked.'],
    [other.outcome, other.words[0]],
  ])
})

test.each([
  ['sensitivity.json', '{"part": {', /it is not whole JSON; find it anew with sensitivity$/],
  ['sensitivity.json', { part: { ...parts.sensitivity, runs: 'many' } }, /part\.runs: "many" instead of a number/],
  ['discovery.json', { boxes: [] }, /part: nothing instead of a map; find it anew with discover$/],
  [
    'optimum.json',
    { reproduce: '', optima: [{ curve: { ...curve, words: [7] } }] },
    /optima\[0\]\.curve\.words\[0\]: 7 instead of a text/,
  ],
  [
    'optimum.json',
    {
      reproduce: '',
      optima: [{ curve: { ...curve, peak: { kind: 'hill', level: 1, interval: { low: 0, high: 2 } } } }],
    },
    /curve\.peak\.kind: "hill" instead of one of peak, trough/,
  ],
])('%s that cannot be read is said and left out, and the others stay', (name, content, message) => {
  store('sensitivity.json', { part: parts.sensitivity })
  store('discovery.json', { part: parts.discovery })
  store(name, content)
  const { parts: found = {} } = joined()
  expect(said).toEqual([expect.stringMatching(message)])
  expect(said[0]).toContain(`${join(home, name)}: left out of the report`)
  expect(Object.keys(found)).toEqual(['sensitivity', 'discovery'].filter((part) => `${part}.json` !== name))
})
