/** Retaliation on farm products in scenario files. */
import { describe, expect, it } from 'vitest'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const head = 'title: A tariff\nextends: usmca-2025-tariffs\n'
const block = 'retaliation:\n  MX: { when: [tariff-25], probability: 0.6, lag: 1, rate: 0.2, share: 0.3 }\n'

describe('retaliation', () => {
  it('answers the regimes that it names, and is written as it is meant', () => {
    const { retaliation, policy } = compileScenario(loadFiles({ 'a.yaml': head + block }), smallIndustry())
    expect(retaliation).toHaveLength(1)
    expect(retaliation[0]).toMatchObject({ market: 2, probability: 0.6, lag: 1, rate: 0.2, share: 0.3 })
    expect([...retaliation[0].provoked]).toEqual(policy.regimes.map((name) => (name === 'tariff-25' ? 1 : 0)))
  })

  it('is not there unless a scenario has it, and can be taken away', () => {
    const files = { 'b.yaml': 'title: B\nextends: ./a.yaml\nretaliation: { MX: null }\n', 'a.yaml': head + block }
    expect(compileScenario(loadFiles(files), smallIndustry()).retaliation).toEqual([])
    expect(compileScenario(loadFiles({ 'c.yaml': head }), smallIndustry()).retaliation).toEqual([])
  })

  it('names regimes that exist, a rate, and countries that can answer', () => {
    expect(linesOf(problemsOf(`${head}retaliation:\n  MX: { when: [tarif-25], rate: 0.2 }\n`))).toEqual([
      'rule.yaml:4:16: retaliation.MX.when[0]: unknown regime: tarif-25; did you mean tariff-25?',
    ])
    expect(linesOf(problemsOf(`${head}retaliation:\n  CA: { when: [tariff-25] }\n`))).toEqual([
      'rule.yaml:4:7: retaliation.CA.rate: is missing: write the duty on US farm products, as in 0.25',
    ])
    expect(linesOf(problemsOf(`${head}retaliation:\n  US: {}\n`))).toEqual([
      'rule.yaml:4:3: unknown key: US in retaliation; did you mean CA?',
    ])
    expect(linesOf(problemsOf(`${head}retaliation:\n  CA: { when: [tariff-25], rate: 25% }\n`))[0]).toMatch(
      /looks like a percentage: write 0.25$/,
    )
  })
})
