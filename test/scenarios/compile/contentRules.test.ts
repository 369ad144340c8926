/** Rules on core parts and wages in scenario files: dates, defaults, and what is said of mistakes. */
import { expect, it } from 'vitest'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

/** The text of a programme's content stands in line 8. */
function rule(content: string, more = ''): string {
  return `extends: base
title: A rule
policy:
  start: strict
  regimes:
    strict:
      extends: usmca
      programmes: { US: { usmca: { content: ${content}${more} } } }
`
}

function messages(text: string): readonly string[] {
  return linesOf(problemsOf(text))
}

it('core parts and the wage hold from their dates on; the wage is 16 before', () => {
  const text = rule('{ core: [{ from: 2027-01-01, value: 0.9 }], labourWage: [{ from: 2028-01-01, value: 25 }] }')
  const { policy } = compileScenario(loadFiles({ 'rule.yaml': text }), smallIndustry())
  expect(policy.regimes).toEqual(['strict', 'strict from 2027', 'strict from 2028'])
  const { names, coreFloor, labourWage } = policy.programmes
  const asked = names.flatMap((name, n) => (name === 'US/usmca' ? [[coreFloor?.[n], labourWage?.[n]]] : []))
  expect(asked).toEqual([
    [0, 16],
    [0.9, 16],
    [0.9, 25],
  ])
  expect(new Set(names.flatMap((name, n) => (name === 'US/usmca' ? [] : [labourWage?.[n]])))).toEqual(new Set([16]))
})

it('shares are fractions and wages are dollars', () => {
  expect(messages(rule('{ core: 75 }'))[0]).toMatch(
    /^rule\.yaml:8:\d+: .*core: 75 looks like a percentage: write 0\.75$/,
  )
  expect(messages(rule('{ labourWage: 0.16 }'))[0]).toMatch(
    /labourWage: given 0\.16; allowed is a number from 1 to 100/,
  )
})

it('core parts are asked of those who claim a preference', () => {
  expect(messages(rule('{ core: 0.75 }', ', preferential: false'))).toEqual([
    'rule.yaml:8:53: policy.regimes.strict.programmes.US.usmca.content.core: usmca claims no preference, and the rule on ' +
      'core parts is one of origin: write preferential: true beside the duty, or leave core out',
  ])
})

it('a wage needs labour value content that it is the wage of', () => {
  expect(messages(rule('{ labour: 0, labourWage: 25 }'))[0]).toMatch(
    /labourWage: changes nothing without labour value content/,
  )
})
