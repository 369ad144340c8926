/** A direction that hangs on the form of the model is told at the top, and one that only chance turns is not. */
import { expect, test } from 'vitest'
import { comparePairs } from '../../../engine/analysis/paired.ts'
import { outcomeDefinitions, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import type { FormRow } from '../../../reports/data/forms.ts'
import { formSplitText, openAmong } from '../../../reports/text/formSplit.ts'
import { sampleReport } from '../sampleReport.ts'

const replicates = 50

/** Differences around a mean, as shares of a baseline of 100, that move by `noise`. */
function row(id: string, form: string, mean: number, noise: number): FormRow {
  const status = new Uint8Array(replicates)
  const before = Float64Array.from({ length: replicates }, (_, d) => 100 + (d % 5))
  const after = before.map((value, d) => value * (1 + mean) + (d % 2 === 0 ? noise : -noise))
  const outcome = outcomeDefinitions[outcomeIndex(id)]
  const scratch = new Float64Array(2 * replicates)
  const paired = comparePairs({ values: before, status }, { values: after, status }, outcome.good, scratch)
  return { scenario: 'option', outcome, choice: 'demandForm', form, text: `demand ${form}`, paired }
}

function textOf(forms: readonly FormRow[]): string {
  return formSplitText({ ...sampleReport(), forms }, 'option')
}

test('opposite means that are far from nothing are told with their forms', () => {
  expect(
    textOf([row('output.US', 'a', 0.03, 1), row('output.US', 'b', -0.02, 1), row('output.US', 'c', 0.04, 1)]),
  ).toBe(
    'It hangs on the form of the model whether the United States builds more or fewer vehicles: on average more with demand a (+3.0%) and demand c (+4.0%), fewer with demand b (-2.0%).',
  )
})

test('a mean that chance could have turned, forms that agree, and a run of one form are not', () => {
  expect(textOf([row('output.US', 'a', 0.03, 1), row('output.US', 'b', -0.002, 3)])).toBe('')
  expect(textOf([row('output.US', 'a', 0.03, 1), row('output.US', 'b', 0.01, 1)])).toBe('')
  expect(formSplitText(sampleReport(), 'option')).toBe('')
})

test('of several options it is said which', () => {
  const report = { ...sampleReport(), forms: [row('output.MX', 'a', 0.03, 1), row('output.MX', 'b', -0.02, 1)] }
  const options = [
    { name: 'option', letter: 'A' },
    { name: 'other', letter: 'B' },
  ]
  expect(openAmong(report, options)).toContain(
    'Some directions hang on the form of the model under A: see the table by form.',
  )
})
