/** Duties on steel and aluminium, limits on their export and melted-and-poured rules: sizes by hand, and where they count. */
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { type Metals, type MetalsParameters, createMetals, priceMetals } from '../../../engine/model/customs/metals.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { atPlace, outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { type SmallRegime, baseRegime, smallScenario, fromFirstYear } from '../../reference/smallPolicy.ts'

const years = 4
const industry = smallIndustry()
const theta = 4
const parameters = { share: 0.1, passThrough: 0.6, limitElasticity: 0.8, coverage: 0.8, neighbourRise: 0.5 }

function scenario(name: string, changes: Partial<SmallRegime>): CompiledScenario {
  const regimes = [baseRegime, { ...baseRegime, name, ...changes }]
  return smallScenario(name, industry, regimes, { truth: fromFirstYear(2, years, 1), years })
}

const onAll = { metalsDuty: (o: number, k: number): number => (o === 0 && k > 0 ? 0.5 : 0) }
const withheld = { metalsLimit: (o: number, k: number): number => (o === 0 && k === 2 ? 0.5 : 0) }
const floor = (share: number): Partial<SmallRegime> => ({
  programmes: baseRegime.programmes.map((one) => (one.name === 'agreement' ? { ...one, metalsFloor: share } : one)),
})

function tables({ policy }: CompiledScenario, drawn: MetalsParameters = parameters): Metals {
  const metals = createMetals(2, policy.programmes.names.length)
  priceMetals(policy, drawn, theta, metals)
  return metals
}

function run(...scenarios: readonly CompiledScenario[]): Workspace {
  const workspace = createWorkspace(industry, constantLaws(), scenarios)
  runReplicate(workspace, rootKey(3), 4)
  return workspace
}

describe('the factor on parts', () => {
  it('of a 50% duty on all foreign metal is that of a bundle in which domestic metal rises by 30%', () => {
    const bundle = (0.7 * 1.3 ** -theta + 0.3 * 1.5 ** -theta) ** (-1 / theta)
    const metals = tables(scenario('duty', onAll))
    expect(metals.factor[4]).toBeCloseTo(1 + 0.08 * (bundle - 1), 12)
    expect([...metals.factor.subarray(0, 4), metals.factor[7]]).toEqual([1, 1, 1, 1, 1])
    const foreign = (0.3 * 1.5 ** -theta) / bundle ** -theta
    expect(metals.duty[4]).toBeCloseTo((0.08 * bundle * foreign) / 3 / metals.factor[4], 12)
  })

  it('rises at the neighbours with the part of the US rise that US metal carries to them, and they collect no duty', () => {
    const metals = tables(scenario('duty', onAll))
    for (const [place, usShare] of [
      [1, 0.35],
      [2, 0.2],
    ]) {
      const bundle = (1 - usShare + usShare * 1.15 ** -theta) ** (-1 / theta)
      expect(metals.factor[4 + place]).toBeCloseTo(1 + 0.08 * (bundle - 1), 12)
      expect(metals.duty[4 + place]).toBe(0)
    }
  })

  it('stays as it is at the neighbours where US metal carries nothing to them', () => {
    const metals = tables(scenario('duty', onAll), { ...parameters, neighbourRise: 0 })
    expect([metals.factor[5], metals.factor[6]]).toEqual([1, 1])
  })

  it('rises in proportion to the part of metal that is at the prices of the place', () => {
    const rise = (coverage: number): number =>
      tables(scenario('duty', onAll), { ...parameters, coverage }).factor[4] - 1
    expect(rise(0)).toBe(0)
    expect(rise(0.5)).toBeCloseTo(rise(1) / 2, 12)
  })

  it('of half of Mexican metal withheld is 0.8 of the 1.5% of supply', () => {
    const metals = tables(scenario('limit', withheld))
    expect(metals.factor[4]).toBeCloseTo(1 + 0.08 * 0.8 * 0.015, 12)
    expect(metals.duty[4]).toBe(0)
  })
})

describe('a floor on metal melted in the three countries', () => {
  const premium = (share: number): readonly number[] => {
    const compiled = scenario('floor', floor(share))
    const count = compiled.policy.programmes.names.length
    const agreement = compiled.policy.programmes.names.lastIndexOf('agreement')
    return [...tables(compiled).premium.subarray(atPlace(count + agreement, 0), atPlace(count + agreement + 1, 0))]
  }

  it('costs nothing where enough is', () => {
    // US 88%, Canada 89%, Mexico 74%.
    expect(premium(0.7)).toEqual([1, 1, 1, 1])
  })

  it('costs the ladder of metals where it binds', () => {
    const [us, , mexico] = premium(0.85)
    expect(us).toBe(1)
    const ladder = (0.74 * (0.85 / 0.74) ** 0.8 + 0.26 * (0.15 / 0.26) ** 0.8) ** -1.25
    expect(mexico).toBeCloseTo(1 + 0.08 * (ladder - 1), 12)
  })
})

describe('duties on metals', () => {
  const none = scenario('none', {})
  const workspace = run(none, scenario('duty', onAll), scenario('limit', withheld), scenario('floor', floor(0.95)))

  it('raise the cost of US plants, lower US output and fill the treasury', () => {
    for (let t = 1; t <= years; t++) {
      expect(outcome(workspace, 1, 'output.US', t)).toBeLessThan(outcome(workspace, 0, 'output.US', t))
      expect(outcome(workspace, 1, 'priceIndex.US', t)).toBeGreaterThan(outcome(workspace, 0, 'priceIndex.US', t))
      expect(outcome(workspace, 1, 'metalsDuties.US', t)).toBeGreaterThan(0)
      expect(outcome(workspace, 1, 'metalsDuties.CA', t)).toBe(0)
      expect(outcome(workspace, 0, 'metalsDuties.US', t)).toBe(0)
      // Dearer metal is not more work.
      expect(outcome(workspace, 1, 'partsJobs.US', t)).toBeLessThan(outcome(workspace, 0, 'partsJobs.US', t))
    }
  })

  it('withheld exports raise it less, and a floor that binds raises what the agreement costs', () => {
    expect(outcome(workspace, 2, 'output.US', 1)).toBeLessThan(outcome(workspace, 0, 'output.US', 1))
    expect(outcome(workspace, 2, 'output.US', 1)).toBeGreaterThan(outcome(workspace, 1, 'output.US', 1))
    expect(outcome(workspace, 3, 'output.MX', 1)).toBeLessThan(outcome(workspace, 0, 'output.MX', 1))
  })

  it('of 0 are no duties, to the bit', () => {
    const workspaces = [run(none), run(scenario('zero', { metalsDuty: () => 0, metalsLimit: () => 0, ...floor(0) }))]
    expect(workspaces[1].results[0].outcomes).toEqual(workspaces[0].results[0].outcomes)
  })
})
