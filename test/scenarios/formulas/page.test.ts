/** The derived outcomes and conditions that docs/scenarios.md shows. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { isFormulaProblem, readFormula } from '../../../scenarios/formulas/readFormula.ts'
import { linesOf, problemsOf } from '../scenarioFiles.ts'

const page = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8')

test('the block of derived outcomes is right', () => {
  const [, block] = /^```yaml\n(derived:\n[\s\S]*?)^```$/m.exec(page) ?? []
  expect(block).toMatch(/jobsPerBillion/)
  expect(linesOf(problemsOf(`extends: base\ntitle: Mine\n${block}`))).toEqual([])
})

test('the condition can be read', () => {
  const [, text] = /--when "(.*?)"/.exec(page) ?? []
  const read = readFormula(text, { outcomes: outcomeDefinitions.map(({ id }) => id) })
  expect(isFormulaProblem(read) || read.isCondition).toBe(true)
  expect(isFormulaProblem(read)).toBe(false)
})
