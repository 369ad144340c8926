/** Forms of the model in a run: drawn by their chances, told in every form of report, or held by the command. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOwnFile } from '../../studies/folder/own.ts'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

interface StoredRow {
  readonly scenario: string
  readonly outcome: string
  readonly paired: { readonly difference: { readonly n: number; readonly mean: number } }
}
interface StoredReport {
  readonly goodReplicates: number
  readonly years: readonly number[]
  readonly comparisons: readonly (StoredRow & { readonly year: number })[]
  readonly forms?: readonly (StoredRow & { readonly choice: string; readonly form: string })[]
}

async function run(...words: readonly string[]): Promise<string> {
  const [out] = words.slice(-1)
  const how = ['--replicates', '40', '--seed', '2', '--workers', '2', '--quiet', '--out', out]
  const { code, stdout, stderr } = await plantshift(folder.path, ...words.slice(0, -1), ...how)
  expect(code, stderr).toBe(0)
  return stdout
}

function stored(name: string): StoredReport {
  return JSON.parse(readFileSync(join(folder.path, name, 'report.json'), 'utf8')) as StoredReport
}

let said = ''
beforeAll(async () => {
  const choices =
    'demand: { law: choice, incomeGroups: 0.5, nestedLogit: 0.3, ces: 0.2 }\nclosure: { law: choice, on: 0.5, off: 0.5 }\n'
  writeFileSync(join(folder.path, 'drawn.yaml'), `title: Drawn\nextends: path-2026\nbaseline: base\n${choices}`)
  said = await run('run', 'drawn.yaml', 'drawn')
}, 120_000)

test('what forms give adds up to what the run gives', () => {
  const { forms = [], comparisons, goodReplicates, years } = stored('drawn')
  expect(new Set(forms.map(({ form }) => form))).toEqual(new Set(['incomeGroups', 'nestedLogit', 'ces', 'off', 'on']))
  for (const outcome of ['output.US', 'output.MX', 'priceIndex.US', 'welfare.US']) {
    const whole = comparisons.find((row) => row.outcome === outcome && row.year === years.at(-1))!.paired.difference
    for (const choice of ['demandForm', 'closureForm']) {
      const parts = forms
        .filter((row) => row.outcome === outcome && row.choice === choice)
        .map(({ paired }) => paired.difference)
      expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(goodReplicates)
      const mean = parts.reduce((sum, { n, mean: of }) => sum + n * of, 0) / goodReplicates
      expect(Math.abs(mean - whole.mean)).toBeLessThan(1e-9 * Math.abs(whole.mean))
    }
  }
})

test('every form of report says which forms its intervals hold', () => {
  const sentence = 'The intervals hold several forms of the model'
  expect(said.replaceAll(/\s+/g, ' ')).toContain(`${sentence}, drawn like parameters`)
  for (const file of ['report.html', 'brief.html', 'brief.md']) {
    expect(readFileSync(join(folder.path, 'drawn', file), 'utf8')).toContain(sentence)
  }
  expect(readFileSync(join(folder.path, 'drawn', 'report.html'), 'utf8')).toContain('By form of the model')
})

test('the tables by form are files of the result, so that it can be replaced', () => {
  const tables = readdirSync(join(folder.path, 'drawn', 'tables'))
  expect(tables).toContain('forms-1.csv')
  for (const name of tables) expect(isOwnFile(`tables/${name}`), name).toBe(true)
})

test('a form that the command holds is in its line, and goes over what the file says', async () => {
  await run('run', 'drawn.yaml', '--form', 'demand=ces', '--form', 'closure=off', 'held')
  expect(stored('held').forms).toBeUndefined()
  const plan = JSON.parse(readFileSync(join(folder.path, 'held', 'plan.json'), 'utf8')) as { readonly command: string }
  expect(plan.command).toBe('run drawn.yaml --form demand=ces --form closure=off')
  expect(readFileSync(join(folder.path, 'held', 'brief.md'), 'utf8')).toContain(
    'The intervals hold one form of the model: demand of constant elasticity of substitution and wages and exchange rates that do not answer.',
  )
}, 120_000)
