/** Scenarios as a result folder keeps them can be read back, also where they are longer than any file that is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { planStudy } from '../../../studies/plan/plans.ts'
import { resolvedFile, resolvedTexts, storedInputs } from '../../../studies/plan/work.ts'
import { problemsOf } from '../../scenarios/scenarioFiles.ts'

const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

test('a note that is folded into lines', () => {
  const note = 'a word '.repeat(284_000).trim()
  writeFileSync(join(home, 'long.yaml'), `title: Long\nextends: base\nnote: ${note}\n`)
  const { inputs, plan } = planStudy('run', [join(home, 'long.yaml')], undefined, { replicates: 2 })
  const text = [...resolvedTexts(inputs)].join('')
  const [, longest] = text.split('\n---\n')
  expect(longest.length).toBeGreaterThan(2_000_000)
  expect(problemsOf({ 'rule.yaml': longest })[0].message).toMatch(/the most that is read is 2000000/)
  writeFileSync(join(home, resolvedFile), text)
  expect(storedInputs(home, plan).scenarios.map(({ hash }) => hash)).toEqual(inputs.scenarios.map(({ hash }) => hash))
})
