/** `plan.json` is read by its schema: what of it is wrong is named, and a plan comes back as it was written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRunPlan, runPlanJson, type RunPlanFile } from '../../../studies/plan/runPlan.ts'
import { programName, programVersion } from '../../../studies/plan/version.ts'

const plan: RunPlanFile = {
  program: programName,
  version: programVersion(),
  kind: 'sweep',
  name: 'duties',
  title: 'Duties',
  question: 'What do they do?',
  command: 'plantshift sweep duties.yaml',
  seed: 1,
  replicates: 100,
  blockSize: 10,
  sampling: { kind: 'latin-hypercube', strata: 50 },
  precision: { until: [{ outcome: 'output.US', halfWidth: 0.1 }], min: 50, batch: 10 },
  subject: 1,
  scenarios: [
    { name: 'base', sha256: 'a' },
    { name: 'duty 0.1', sha256: 'b' },
  ],
  parts: [{ scenarios: [0, 1], baseline: 0, laws: 1 }],
  points: [{ scenario: 1, part: 0, levers: { duty: 0.1, agreed: true, rule: 'strict' } }],
  levers: [{ name: 'duty', title: 'Duty', unit: '', kind: 'policy' }],
  years: [2024, 2025],
  outcomes: ['output.US'],
  plants: false,
  data: [{ file: 'models.csv', sha256: 'c', asShipped: true }],
}

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(home, { recursive: true }))

test('a plan comes back as it was written, to the byte', () => {
  writeFileSync(join(home, 'plan.json'), runPlanJson(plan))
  expect(runPlanJson(readRunPlan(home))).toBe(runPlanJson(plan))
})

test.each([
  [{ ...plan, kind: 'race' }, 'kind: "race" instead of one of run, compare, sweep'],
  [{ ...plan, replicates: 0 }, 'replicates: 0 instead of a whole number, at least 1'],
  [{ ...plan, sampling: { kind: 'sobol' } }, 'sampling.scramblings: nothing instead of a whole number, at least 1'],
  [
    { ...plan, sampling: { kind: 'dice' } },
    'sampling.kind: "dice" instead of one of monte-carlo, latin-hypercube, sobol',
  ],
  [
    { ...plan, points: [{ scenario: 1, part: 0, levers: { duty: [] } }] },
    'points[0].levers.duty: [] instead of a text',
  ],
  [{ ...plan, program: 'other' }, 'was not written by plantshift'],
  [{ ...plan, version: '0.0.0' }, 'was written by version 0.0.0 of plantshift'],
  ['{"program": ', 'is damaged: it is not JSON'],
])('what is wrong with a plan is named: %#', (said, words) => {
  writeFileSync(join(home, 'plan.json'), typeof said === 'string' ? said : JSON.stringify(said))
  let caught: unknown
  try {
    readRunPlan(home)
  } catch (error) {
    caught = error
  }
  expect(caught).toMatchObject({ kind: 'file', message: expect.stringContaining(words) })
})
