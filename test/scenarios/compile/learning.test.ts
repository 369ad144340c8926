/** Learning from threats that do not land, in scenario files. */
import { describe, it, expect } from 'vitest'
import type { CompiledPolicy } from '../../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { loadFiles, linesOf, problemsOf } from '../scenarioFiles.ts'

const head = 'title: A threat\nextends: threat-only\n'
const beliefs = (text: string): string => `${head}policy:\n  beliefs:\n    ${text}\n`

function policyOf(text: string): CompiledPolicy {
  return compileScenario(loadFiles({ 'a.yaml': text }), smallIndustry()).policy
}

/** Believed chance of going from the first to the second regime into year t after n quiet years. */
function believed(
  { learning, belief, regimes }: CompiledPolicy,
  n: number,
  from: string,
  to: string,
  t: number,
): number {
  const chain = n === 0 ? belief : learning?.chains[n - 1]
  return chain?.yearly[((t - 1) * regimes.length + regimes.indexOf(from)) * regimes.length + regimes.indexOf(to)] ?? NaN
}

describe('belief in a threat', () => {
  const policy = policyOf(beliefs('learning: { threats: { usmca: [tariff-25] }, weight: 4 }'))

  it('of 30% a year worth 4 years is 20% after two quiet years, and 15% after four', () => {
    expect(believed(policy, 0, 'usmca', 'tariff-25', 5)).toBe(0.3)
    expect(believed(policy, 2, 'usmca', 'tariff-25', 5)).toBeCloseTo(0.2, 15)
    expect(believed(policy, 4, 'usmca', 'tariff-25', 9)).toBeCloseTo(0.15, 15)
  })

  it('is the posterior mean of a chance with a Beta prior, by brute integration over all chances', () => {
    for (const [weight, n] of [
      [4, 3],
      [7, 11],
      [12, 1],
    ]) {
      const one = policyOf(beliefs(`learning: { threats: { usmca: [tariff-25] }, weight: ${weight} }`))
      // Prior times likelihood of n years without it, up to a constant.
      const density = (p: number): number => p ** (0.3 * weight - 1) * (1 - p) ** (0.7 * weight - 1 + n)
      let [mass, moment] = [0, 0]
      for (let step = 0.5; step < 20_000; step++) {
        mass += density(step / 20_000)
        moment += (step / 20_000) * density(step / 20_000)
      }
      expect(believed(one, n, 'usmca', 'tariff-25', 12)).toBeCloseTo(moment / mass, 4)
    }
  })

  it('gives what it loses to staying, and leaves other chances alone', () => {
    for (let n = 1; n <= 12; n++) {
      expect(believed(policy, n, 'usmca', 'usmca', 5)).toBeCloseTo(1 - (0.3 * 4) / (4 + n), 15)
      expect(believed(policy, n, 'tariff-25', 'usmca', 5)).toBe(0.15)
    }
  })

  it('says which step is the threat that lands', () => {
    const lands = policy.regimes
      .flatMap((from) => policy.regimes.map((to) => `${from}>${to}`))
      .filter((_, cell) => policy.learning?.lands[cell] === 1)
    expect(lands).toEqual(['usmca>tariff-25'])
  })

  it('fades in the years of a dated chance, and leaves dated events as certain as they are', () => {
    const dated = policyOf(
      beliefs(
        'transitions: { usmca: { tariff-25: { probability: 0.4, from: 2027-01-01 } } }\n' +
          '    events: [{ date: 2030-01-01, to: tariff-25 }]\n    learning: { threats: { usmca: [tariff-25] }, weight: 1 }',
      ),
    )
    const chances = [2, 3, 6].map((t) => believed(dated, 3, 'usmca', 'tariff-25', t))
    expect(chances).toEqual([0, 0.1, 1])
  })
})

describe('learning', () => {
  it('is off unless a scenario has it, and can be taken away', () => {
    expect(policyOf(head).learning).toBeUndefined()
    expect(
      policyOf(`title: B\nextends: threat-learned\npolicy: { beliefs: { learning: null } }\n`).learning,
    ).toBeUndefined()
  })

  it('learns from what is true where makers believe that', () => {
    const text =
      'title: B\nextends: usmca-2025-tariffs\npolicy:\n  events: []\n  start: usmca\n' +
      '  transitions: { usmca: { tariff-25: 0.5 } }\n  beliefs: { learning: { threats: { usmca: [tariff-25] }, weight: 1 } }\n'
    expect(believed(policyOf(text), 1, 'usmca', 'tariff-25', 3)).toBe(0.25)
  })

  it('names regimes that exist, in both places', () => {
    expect(
      linesOf(problemsOf(beliefs('learning: { threats: { usmcq: [tariff-25], usmca: [tarif-25] }, weight: 4 }'))),
    ).toEqual([
      'rule.yaml:5:28: policy.beliefs.learning.threats.usmcq: unknown regime: usmcq; did you mean usmca?',
      'rule.yaml:5:56: policy.beliefs.learning.threats.usmca[0]: unknown regime: tarif-25; did you mean tariff-25?',
    ])
  })

  it('has a weight above 0, and threats', () => {
    const allowed = 'the years of experience that the first belief is worth, above 0, as in 4'
    expect(linesOf(problemsOf(beliefs('learning: { threats: { usmca: [tariff-25] }, weight: 0 }')))).toEqual([
      `rule.yaml:5:58: policy.beliefs.learning.weight: 0 leaves no belief to fade; write ${allowed}`,
    ])
    expect(linesOf(problemsOf(beliefs('learning: {}')))).toEqual([
      `rule.yaml:5:15: policy.beliefs.learning.weight: is missing: write ${allowed}`,
      'rule.yaml:5:15: policy.beliefs.learning.threats: is missing: ' +
        'write which steps are threats, as in { usmca: [tariff-25] }',
    ])
  })

  it('is of threats in which makers believe', () => {
    expect(linesOf(problemsOf(beliefs('learning: { threats: { tariff-25: [tariff-25] }, weight: 4 }')))).toEqual([
      'rule.yaml:5:40: policy.beliefs.learning.threats.tariff-25[0]: makers do not believe that tariff-25 can follow ' +
        'tariff-25: give tariff-25 a probability under transitions.tariff-25, or name one of usmca',
    ])
    const none = beliefs('transitions: { usmca: null }\n    learning: { threats: { usmca: [tariff-25] }, weight: 4 }')
    expect(linesOf(problemsOf(none))).toEqual([
      'rule.yaml:6:36: policy.beliefs.learning.threats.usmca[0]: makers do not believe that tariff-25 can follow usmca: ' +
        'give tariff-25 a probability under transitions.usmca',
    ])
  })
})
