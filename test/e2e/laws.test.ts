/** A scenario whose laws stand in a CSV file, run, taken up again and told, with the file gone. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
const at = (...names: string[]): string => join(folder.path, ...names)

async function done(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await plantshift(folder.path, ...words)
  expect(code, stderr).toBe(0)
  return stdout
}

beforeAll(async () => {
  writeTwoYears(folder.path, { short: 'usmca-2025-tariffs' })
  writeFileSync(at('thetas.csv'), 'theta,count\n3.5,1\n4.25,2\n5.5,1\n')
  writeFileSync(at('mine.yaml'), scenario)
  await done('run', 'mine.yaml', '--replicates', '8', '--seed', '2')
})
afterAll(folder.remove)

const scenario = `title: Laws of my own
question: What do laws of my own do?
extends: short.yaml
uncertainties:
  partsTheta: { law: empirical, csv: thetas.csv, column: theta, weights: count, source: my survey of 2026 }
  dutySpread: { law: beta, alpha: 5, beta: 3 }
  locationTheta: { law: truncated, of: { law: lognormal, median: 7.5, sigma: 0.4 }, low: 5, high: 10 }
design: { sampler: sobol, scramblings: 2 }
`

test('draws the values of the file, and nothing between them', async () => {
  const trace: { readonly parameters: readonly { readonly name: string; readonly value: number }[] }[] = []
  for (let d = 0; d < 8; d++)
    trace.push(JSON.parse(await done('replay', 'out/mine', '--replicate', String(d), '--json')))
  const drawn = trace.map(({ parameters }) => parameters.find(({ name }) => name === 'partsTheta')?.value ?? NaN)
  // Two scramblings of four points: one in each quarter, and the middle value has two of them.
  expect(drawn.toSorted((one, other) => one - other)).toEqual([3.5, 3.5, 4.25, 4.25, 4.25, 4.25, 5.5, 5.5])
})

test('is told with its source', () => {
  const { parameters } = JSON.parse(readFileSync(at('out', 'mine', 'report.json'), 'utf8'))
  const row = parameters.find(({ name }: { readonly name: string }) => name === 'partsTheta')
  expect(row.law).toBe('discrete: 3.5 (0.25), 4.25 (0.5), 5.5 (0.25)')
  expect(row.source).toBe('stated by the scenario: my survey of 2026')
})

test('needs the file no more when it is verified and made longer', async () => {
  rmSync(at('thetas.csv'))
  expect(await done('verify', 'out/mine')).toMatch(/all the same to the bit/)
  await done('resume', 'out/mine', '--replicates', '16')
  expect((await plantshift(folder.path, 'validate', 'mine.yaml')).stdout).toMatch(/there is no file thetas\.csv beside/)
})

test('is another scenario when the file has other values', async () => {
  const hash = (name: string): string =>
    JSON.parse(readFileSync(at('out', name, 'plan.json'), 'utf8')).scenarios[1].sha256
  writeFileSync(at('thetas.csv'), 'theta,count\n3.5,1\n4.25,2\n5.75,1\n')
  await done('run', 'mine.yaml', '--replicates', '4', '--out', 'out/other')
  expect(hash('other')).not.toBe(hash('mine'))
})
