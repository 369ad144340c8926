/** A seed is held exactly wherever it is written, or refused with the largest that can be. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seedOption } from '../../../cli/console/options.ts'
import { seedOf } from '../../../studies/plan/defaults.ts'
import { readRunPlan } from '../../../studies/plan/runPlan.ts'
import { plantshift } from '../../e2e/plantshift.ts'
import { linesOf, loadFiles, problemsOf } from '../../scenarios/scenarioFiles.ts'

const largest = Number.MAX_SAFE_INTEGER
const file = (seed: string): string => `extends: base\ntitle: t\ndesign: { seed: ${seed} }\n`
const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

test('the largest seed stands to the digit in plan, manifest and report, and in the command that gives the same numbers', async () => {
  expect(loadFiles({ 'a.yaml': file(String(largest)) }).content.design?.seed).toBe(largest)
  const { code } = await plantshift(home, 'run', 'base', '--replicates', '2', '--seed', String(largest), '--out', 'a')
  expect(code).toBe(0)
  const at = (name: string): string => readFileSync(join(home, 'a', name), 'utf8')
  expect(readRunPlan(join(home, 'a')).seed).toBe(largest)
  expect(JSON.parse(at('manifest.json'))).toMatchObject({ seed: largest })
  expect(JSON.parse(at('report.json'))).toMatchObject({ seed: largest })
  expect(at('REPRODUCE.md')).toContain(`--seed ${largest}`)
})

test('a larger one, which would be read as another, is refused in options, files, programs and plans', () => {
  expect(() => seedOption.parse?.('9007199254740993', undefined)).toThrow(
    /give a whole number, from 0 to 9007199254740991$/,
  )
  expect(linesOf(problemsOf(file('9007199254740993')))).toEqual([
    'rule.yaml:3:17: design.seed: about 9007199254740992 is too large to be held exactly; ' +
      'allowed is a whole number, at least 0, and at most 9007199254740991',
  ])
  for (const seed of [2 ** 53, 1.5, -1, NaN]) expect(() => seedOf(seed, undefined)).toThrow(/a whole number from 0 to/)
  const plan = join(home, 'a', 'plan.json')
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(String(largest), '9007199254740993'))
  expect(() => readRunPlan(join(home, 'a'))).toThrow(/seed: 9007199254740992 instead of a whole number/)
})
