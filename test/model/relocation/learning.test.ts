/** Makers who learn from threats that do not land: what they count, and what becomes of plants. */
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { prepareBeliefs } from '../../../engine/model/relocation/beliefs.ts'
import {
  type Learning,
  createLearning,
  resetLearning,
  learnFromYear,
} from '../../../engine/model/relocation/learning.ts'
import type { RegimeChain, CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { traceReplicate } from '../../../engine/model/explain/trace.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { chain, fromFirstYear, smallScenario, baseRegime, tariffRegime } from '../../reference/smallPolicy.ts'

const years = 12
const root = rootKey(11)
const industry = smallIndustry()
const cheap = constantLaws({ sunkCostExistingPlant: 0.2, sunkCostNewPlant: 0.8, locationTheta: 6 })

/** Threatened with 30% a year from regime 0; regime 1 is lifted with `lifted` a year. */
const threatened = (chance: number, lifted: number): RegimeChain =>
  chain(2, years, [1 - chance, chance, lifted, 1 - lifted])

function learned(scenario: CompiledScenario, weight: number): CompiledScenario {
  const chains = Array.from({ length: years }, (_, n) => threatened(0.3 * (weight / (weight + n + 1)), 0.15))
  return {
    ...scenario,
    name: `learned ${weight}`,
    policy: { ...scenario.policy, learning: { chains, lands: Uint8Array.of(0, 1, 0, 0) } },
  }
}

/** The threat never lands, or, with a chance, really does. */
function threat(truth: RegimeChain = fromFirstYear(2, years, 0)): CompiledScenario {
  const options = { truth, belief: threatened(0.3, 0.15), years }
  return smallScenario('threat', industry, [baseRegime, tariffRegime(0.25)], options)
}

/** Believed yearly chance that the tariff follows regime 0. */
function chance({ beliefs, quietYears }: Learning): number {
  return beliefs[quietYears].chain.yearly[1]
}

interface Moves {
  /** [year] moves ordered away from Canada and Mexico, and to them. */
  readonly away: readonly number[]
  readonly back: readonly number[]
}

/** Moves over many replicates, by scenario. */
function movesOf(workspace: Workspace, replicates: number): readonly Moves[] {
  const none = (): number[] => Array.from({ length: years + 1 }, () => 0)
  const moves = workspace.economies.map(() => ({ away: none(), back: none() }))
  for (let replicate = 0; replicate < replicates; replicate++) {
    traceReplicate(workspace, root, replicate).scenarios.forEach((scenario, s) => {
      scenario.years.forEach((year, t) => {
        const away = year.moves.filter(({ from }) => from === 'CA' || from === 'MX').length
        moves[s].away[t] += away
        moves[s].back[t] += year.moves.length - away
      })
    })
  }
  return moves
}

function sum(counts: readonly number[], from = 0, to = years): number {
  return counts.slice(from, to + 1).reduce((total, count) => total + count, 0)
}

describe('quiet years', () => {
  const { policy } = learned(threat(), 4)
  const start = (): Learning => {
    const learning = createLearning(policy, prepareBeliefs(policy.belief, 2, years))
    if (learning === undefined) throw new Error('makers should learn')
    resetLearning(learning)
    return learning
  }

  it('are those at risk in which the threat did not land: 30% held for 4 years is 20% after two', () => {
    const learning = start()
    expect(chance(learning)).toBe(0.3)
    learnFromYear(learning, 0, 0, 1)
    const beliefs = learnFromYear(learning, 0, 0, 2)
    expect(chance(learning)).toBeCloseTo(0.2, 15)
    expect(beliefs).toBe(learning.beliefs[2])
  })

  it('begin again when the threat lands, and are not counted while it is in force', () => {
    const learning = start()
    const path = [0, 0, 0, 0, 1, 1, 0, 0]
    const counted = path.slice(1).map((to, n) => {
      learnFromYear(learning, path[n], to, n + 1)
      return learning.quietYears
    })
    expect(counted).toEqual([1, 2, 3, 0, 0, 0, 1])
  })

  it('are not those in which no threat was to be reckoned with', () => {
    const certain = chain(2, 1, [1, 0, 0, 1]).yearly
    const calm = (known: RegimeChain): RegimeChain => {
      const yearly = known.yearly.slice()
      yearly.set(certain, 4)
      return { yearly, settled: known.settled }
    }
    const belief = calm(policy.belief)
    const chains = policy.learning?.chains.map(calm) ?? []
    const after = { ...policy, belief, learning: { chains, lands: Uint8Array.of(0, 1, 0, 0) } }
    const learning = createLearning(after, prepareBeliefs(belief, 2, years))
    if (learning === undefined) throw new Error('makers should learn')
    const counted = [1, 2, 3].map((t) => learning.beliefs.indexOf(learnFromYear(learning, 0, 0, t)))
    expect(counted).toEqual([1, 1, 2])
  })
})

describe('a threat that never lands', () => {
  const weights = [16, 4, 1]
  const workspace = createWorkspace(industry, cheap, [threat(), ...weights.map((weight) => learned(threat(), weight))])
  const [always, firm, middling, fickle] = movesOf(workspace, 100)

  it('drives fewer lines away when makers learn, the fewer the less weight the first belief has', () => {
    const counts = [always, firm, middling, fickle].map(({ away }) => sum(away))
    expect(counts.toSorted((one, other) => other - one)).toEqual(counts)
    expect(new Set(counts).size).toBe(counts.length)
  })

  it('drives away a smaller part of the lines that it would have late than early, whatever the weight', () => {
    for (const { away } of [firm, middling, fickle]) {
      const part = (from: number, to: number): number => sum(away, from, to) / sum(always.away, from, to)
      expect(part(4, years)).toBeLessThan(part(1, 3))
    }
  })

  it('lets lines that have fled come back once it is no longer believed, which a lasting fear never does', () => {
    expect(sum(always.back)).toBe(0)
    expect(sum(fickle.back)).toBeGreaterThan(0)
    expect(sum(fickle.back, 1, 4)).toBe(0)
  })

  it('moves exactly what it does without learning, to the bit, where the first belief has all the weight', () => {
    const workspace = createWorkspace(industry, cheap, [threat(), learned(threat(), 1e18)])
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(workspace, root, replicate)
      expect(workspace.results[1].outcomes).toEqual(workspace.results[0].outcomes)
    }
  })
})

describe('makers who learn', () => {
  it('are told of in the trace: what is left of the threat, year by year', () => {
    const workspace = createWorkspace(industry, cheap, [threat(), learned(threat(), 4)])
    const [without, learning] = traceReplicate(workspace, root, 0).scenarios
    expect(without.years.map(({ believedThreat }) => believedThreat)).toEqual(without.years.map(() => undefined))
    for (const [t, { believedThreat }] of learning.years.entries()) {
      if (t > 0) expect(believedThreat).toBeCloseTo((0.3 * 4) / (4 + t), 14)
    }
  })

  it('begin every replicate anew: a replicate is the same whatever ran before it', () => {
    const scenario = learned(threat(threatened(0.2, 0.3)), 2)
    const [worn, fresh] = [0, 1].map(() => createWorkspace(industry, cheap, [scenario]))
    for (let replicate = 0; replicate < 12; replicate++) runReplicate(worn, root, replicate)
    runReplicate(fresh, root, 11)
    expect(worn.results[0].outcomes).toEqual(fresh.results[0].outcomes)
  })
})
