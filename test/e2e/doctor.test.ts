/** `doctor --model`, and a comparison of many scenarios, as a user runs them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ended, freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

interface Result {
  readonly check: { readonly id: string; readonly band: readonly [number | null, number]; readonly what: string }
  readonly ours: { readonly mean: number; readonly low: number; readonly high: number }
  readonly verdict: string
}

interface OutcomeRow {
  readonly happened: { readonly what: string; readonly actual: number; readonly ours: { readonly outcome: string } }
  readonly ours: { readonly mean: number; readonly low: number; readonly high: number }
  readonly verdict: string
  readonly distance: number
}

const words = '--replicates 6 --seed 5 --quiet --json'
let run: Ended
let results: readonly Result[]
let replicates: number
beforeAll(async () => {
  run = await plantshift(folder.path, ...`doctor --model ${words}`.split(' '))
  ;({ results, replicates } = JSON.parse(run.stdout))
})

test('doctor --model says for every check whether our mean lies in the band', () => {
  expect(run.code, run.stderr).toBe(0)
  expect(replicates).toBe(6)
  expect([...new Set(results.map(({ check }) => check.id))]).toEqual([
    'C1',
    'C3',
    'C4',
    'C6',
    'C7',
    'C9',
    'C10',
    'C13',
    'C14',
  ])
  for (const { check, ours, verdict } of results) {
    const inside = ours.mean >= (check.band[0] ?? -Infinity) && ours.mean <= check.band[1]
    expect(verdict, check.what).toBe(inside ? 'inside' : 'outside')
  }
})

test('its numbers are those of compare', async () => {
  const compare = await plantshift(folder.path, ...`compare base path-2026 ${words} --out c3`.split(' '))
  expect(compare.code, compare.stderr).toBe(0)
  const { comparisons } = JSON.parse(compare.stdout)
  const theirs = comparisons.find(
    (row: { outcome: string | { id: string }; year: number }) =>
      (typeof row.outcome === 'string' ? row.outcome : row.outcome.id) === 'output.MX' && row.year === 2025,
  )
  const ours = results.find(({ check }) => check.id === 'C3')
  expect(ours?.ours.mean).toBe(theirs.paired.relative)
})

test('--write writes the page that is printed', async () => {
  const written = await plantshift(folder.path, ...'doctor --model --replicates 2 --quiet --write page.md'.split(' '))
  expect(readFileSync(join(folder.path, 'page.md'), 'utf8')).toBe(written.stdout)
  expect(written.stdout).toMatch(/\| C10 \|.*\| -67% \|/)
})

test('doctor --outcomes puts what happened in 2025 first where it lies farthest outside', async () => {
  const { code, stdout } = await plantshift(
    folder.path,
    ...'doctor --outcomes --replicates 4 --quiet --json'.split(' '),
  )
  expect(code).toBe(0)
  const checks: { readonly results: readonly OutcomeRow[] } = JSON.parse(stdout)
  const distances = checks.results.map(({ distance }) => distance)
  expect(distances).toEqual(distances.toSorted((one, other) => other - one))
  for (const { happened, ours, verdict } of checks.results) {
    const isInside = happened.actual >= ours.low && happened.actual <= ours.high
    expect(verdict, happened.what).toBe(isInside ? 'inside' : 'outside')
  }
  const mexican = checks.results.find(({ happened }) => happened.ours.outcome === 'dutyRate.MX')
  expect(mexican?.ours.mean).toBeGreaterThan(0.12)
  expect(mexican?.ours.mean).toBeLessThan(0.18)
})

test('six scenarios of the library can be compared', async () => {
  const six = 'path-2026 review-package tariff-25-threatened agreement-ends annual-reviews parity-15'
  const compared = await plantshift(folder.path, ...`compare ${six} --replicates 2 --quiet --full --out six`.split(' '))
  expect(compared.code, compared.stderr).toBe(0)
  expect(existsSync(join(folder.path, 'six', 'compare.csv'))).toBe(true)
  for (const name of six.split(' ').slice(1)) expect(compared.stdout).toContain(`${name} against path-2026`)
})
