/** What a scenario is compared with, where nobody says otherwise. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { listLibrary } from '../../../scenarios/join/listing.ts'
import { baselineFor } from '../../../scenarios/load.ts'
import { linesOf, problemsOf } from '../scenarioFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'baselines-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The baseline of the last of these files, which extend each other. */
function baselineIn(files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return baselineFor(Object.keys(files).at(-1) ?? '', 'itself', { folder })
}

const policy = (rate: number): string => `
policy:
  start: mine
  regimes: { mine: { extends: usmca, additionalDuties: { tariff: { market: US, origins: [MX], rate: ${rate} } } } }
`
const mine = (extended: string, more: string = ''): string => `extends: ${extended}\ntitle: t\n${more}`

describe('a scenario is compared with', () => {
  it('base, where it extends base alone', () => {
    expect(baselineIn({ 'a.yaml': mine('base', policy(0.1)) })).toBe('base')
  })

  it('the scenario that it changes', () => {
    expect(baselineIn({ 'a.yaml': mine('path-2026', policy(0.1)) })).toBe('path-2026')
    expect(baselineIn({ 'a.yaml': mine('base', policy(0.1)), 'b.yaml': mine('a.yaml', policy(0.2)) })).toBe('a.yaml')
  })

  it('what the scenario that it extends is compared with, where it changes no policy', () => {
    const horizon = 'horizon: { to: 2030 }\nuncertainties: { partsTheta: 4 }\n'
    expect(baselineIn({ 'a.yaml': mine('parity-15', horizon) })).toBe('path-2026')
    expect(baselineIn({ 'a.yaml': mine('usmca-2025-tariffs', horizon) })).toBe('base')
    expect(baselineIn({ 'a.yaml': mine('path-2026', horizon) })).toBe('base')
  })

  it('the one that it names, by name or by a path from its own folder', () => {
    expect(baselineIn({ 'a.yaml': mine('path-2026', `baseline: threat-only\n${policy(0.1)}`) })).toBe('threat-only')
    expect(baselineIn({ 'a.yaml': mine('base', policy(0.1)), 'b.yaml': mine('base', 'baseline: ./a.yaml') })).toBe(
      'a.yaml',
    )
  })

  it('the one that a scenario above it names, unless that is said not to be inherited', () => {
    const named = {
      'a.yaml': mine('base', `baseline: threat-only\n${policy(0.1)}`),
      'b.yaml': mine('a.yaml', policy(0.2)),
    }
    expect(baselineIn(named)).toBe('threat-only')
    const own = {
      ...named,
      'a.yaml': mine('base', `baseline: { scenario: threat-only, inherited: false }\n${policy(0.1)}`),
    }
    expect(baselineIn(own)).toBe('a.yaml')
  })

  it('the nearest scenario that all it extends have in common', () => {
    expect(baselineIn({ 'a.yaml': mine('[review-content-85, korea-25]', policy(0.1)) })).toBe('path-2026')
    const laws = { 'laws.yaml': 'title: laws\nuncertainties: { partsTheta: 4 }\n' }
    expect(baselineIn({ ...laws, 'a.yaml': mine('[parity-15, laws.yaml]', policy(0.1)) })).toBe('parity-15')
  })
})

test('a baseline that is not there is said with its place and the nearest name', () => {
  const said = linesOf(problemsOf({ 'rule.yaml': mine('base', 'baseline: path-2062\n') }))
  expect(said).toEqual(['rule.yaml:3:11: no scenario or file is called path-2062. Did you mean path-2026?'])
})

describe('in the library', () => {
  const baselines = Object.fromEntries(listLibrary().map(({ name }) => [name, baselineFor(name)]))

  it('what comes after mid-2026 is compared with the path up to there, and the path with the rules of 2024', () => {
    const changes = ['parity-15', 'agreement-ends', 'review-content-85', 'review-package', 'korea-25', 'wage-floor-25']
    for (const name of changes) expect(baselines[name], name).toBe('path-2026')
    expect(baselines['path-2026']).toBe('base')
  })

  it.each([
    ['alternative-staging', 'content-85-staged'],
    ['chinese-owned-suppliers', 'china-content-cap'],
    ['connected-vehicle-ban', 'chinese-entry'],
    ['content-85-staged', 'review-content-85'],
    ['ev-credit', 'path-2026'],
    ['ev-credit-anywhere', 'ev-credit'],
    ['expiry-2036', 'path-2026'],
    ['extension-2042', 'annual-reviews'],
    ['farm-retaliation', 'usmca-2025-tariffs'],
    ['metal-export-limits', 'path-2026'],
    ['no-metal-duties', 'path-2026'],
    ['separate-deals', 'path-2026'],
    ['notice-each-year', 'path-2026'],
    ['canada-50-content', 'canada-50-from-2027'],
    ['canada-50-feared', 'path-2026'],
    ['retaliation', 'tariff-25-from-2027'],
    ['section-122-extended', 'path-2026'],
    ['tariff-25-threatened', 'path-2026'],
    ['tariff-carved-out', 'base'],
    ['tariff-struck-down', 'base'],
    ['threat-learned', 'base'],
    ['wait-for-review', 'base'],
  ])('%s is compared with %s, as its question asks', (name, baseline) => {
    expect(baselines[name]).toBe(baseline)
  })
})
