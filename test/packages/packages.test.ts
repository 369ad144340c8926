/** What the package takes from others: what it says of Node, which versions it takes, under which licences, and what an audit is worth. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { auditText, auditOutcome } from './auditOutcome.ts'
import { loadedBy, packagesLoadedIn } from './imported.ts'
import { lowestVersion, ours, productionPackages } from './lock.ts'

const packages = productionPackages()

function isLower(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, n) => part !== other[n])
  return at >= 0 && one[at] < other[at]
}

describe('engines', () => {
  test('is the lowest version of Node that every package takes, and no lower', () => {
    const asked = packages.flatMap(({ node }) => (node === undefined ? [] : [lowestVersion(node)]))
    const lowest = asked.reduce((sofar, one) => (isLower(sofar, one) ? one : sofar))
    expect(lowestVersion(ours.engines.node)).toEqual(lowest)
  })

  test.each([
    ['>=20.19.0', [20, 19, 0]],
    ['>= 14.6', [14, 6, 0]],
    ['>=20.x', [20, 0, 0]],
  ])('%s is read', (range, version) => {
    expect(lowestVersion(range)).toEqual(version)
  })

  test('a range of another form is not passed over', () => {
    expect(() => lowestVersion('^20.19.0 || >=22.12.0')).toThrow(/teach lowestVersion/)
  })
})

test('what touches numbers or file formats is pinned exactly', () => {
  const exact = [
    '@uwdata/flechette',
    'acorn',
    'arquero',
    'csv-parse',
    'csv-stringify',
    'hyparquet',
    'hyparquet-writer',
    'mathjs',
    'seedrandom',
    'simple-statistics',
    'us-atlas',
    'world-atlas',
    'yaml',
    'zod',
  ]
  for (const name of exact) expect(ours.dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/)
})

describe('what is installed with ours', () => {
  test('is loaded by code that runs: what only tests call, or only types name, is no dependency', () => {
    const loaded = packagesLoadedIn(fileURLToPath(new URL('../..', import.meta.url)), [
      'engine',
      'scenarios',
      'studies',
      'reports',
      'cli',
    ])
    expect(Object.keys(ours.dependencies).filter((name) => !loaded.has(name))).toEqual([])
  })

  test('is not loaded by types', () => {
    const text = `import type { A } from 'a'; import { type B } from 'b'; export type { C } from 'c'; let d: import('d').D
      import { type E, e } from 'e'; import 'f'; const g = await import('g'); const h = require('h/i'); print('j')`
    expect(loadedBy('x.ts', text)).toEqual(['e', 'f', 'g', 'h/i'])
  })
})

test('every package has a licence under which it may be passed on with ours', () => {
  const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense']
  expect(packages.length).toBeGreaterThan(50)
  expect(packages.filter(({ license }) => !allowed.includes(license))).toEqual([])
})

test('the list of packages and their licences goes along', () => {
  expect(ours.files).toContain('THIRD-PARTY.md')
})

describe('an audit', () => {
  const counts = { info: 0, low: 1, moderate: 0, high: 1, critical: 0, total: 2 }
  const report = {
    auditReportVersion: 2,
    vulnerabilities: {
      one: { name: 'one', severity: 'high', range: '<2', via: [{ title: 'Bad' }] },
      two: { name: 'two', severity: 'low', range: '*', via: ['one'] },
    },
    metadata: { vulnerabilities: counts },
  }

  test('that found something serious fails, and names it', () => {
    const outcome = auditOutcome(JSON.stringify(report))
    expect(outcome).toMatchObject({ kind: 'answered', isSerious: true })
    expect(auditText(outcome)).toMatch(/one <2: high, Bad\n.*two \*: low/)
  })

  test('that found nothing serious passes', () => {
    const { two } = report.vulnerabilities
    const outcome = auditOutcome(JSON.stringify({ ...report, vulnerabilities: { two } }))
    expect(outcome).toMatchObject({ kind: 'answered', isSerious: false })
  })

  test.each([
    ['405', JSON.stringify({ message: '405 Method Not Allowed - POST', statusCode: 405, error: {} })],
    ['refused', JSON.stringify({ message: 'request failed, reason: connect ECONNREFUSED', error: {} })],
    ['no words', ''],
  ])('that nobody answered says loudly that nothing is known: %s', (_, said) => {
    const outcome = auditOutcome(said)
    expect(outcome.kind).toBe('unanswered')
    expect(auditText(outcome)).toMatch(/NOT AUDITED/)
  })
})
