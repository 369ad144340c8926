/** Credits for assembly at home: their size by hand, their limit, where they count, and what the treasury loses. */
import { describe, it, expect } from 'vitest'
import { createLocalCosts } from '../../../engine/model/customs/localCosts.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { assemblyCredit, priceOverCost } from '../../../engine/model/customs/assemblyCredits.ts'
import { chargeParts, createPartsCharges } from '../../../engine/model/customs/partsClaims.ts'
import { rowCredit, rowOf } from '../../../engine/model/customs/customsTables.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { place, placeCount, origin } from '../../../engine/model/inputs/sets.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { inMarket, outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { baseRegime, smallScenario, fromFirstYear } from '../../reference/smallPolicy.ts'

const years = 6
const industry = smallIndustry()

const duty = (o: number, k: number): number => (o === place.US && k === origin.allied ? 0.25 : 0)

/** 25% on allies' parts in the US, with a credit for assembly at the given rate. */
function withCredit(rate: number): CompiledScenario {
  const regime = {
    ...baseRegime,
    name: 'credit',
    partsDuty: duty,
    assemblyCredit: (o: number): number => (o === 0 ? rate : 0),
  }
  return smallScenario(`credit ${rate}`, industry, [baseRegime, regime], { truth: fromFirstYear(2, years, 1), years })
}

function run(...rates: readonly number[]): Workspace {
  const workspace = createWorkspace(industry, constantLaws(), rates.map(withCredit))
  runReplicate(workspace, rootKey(7), 1)
  return workspace
}

describe('the credit of one vehicle', () => {
  const { policy } = withCredit(0.0375)
  const charges = createPartsCharges(policy.regimes.length)
  chargeParts(
    policy,
    { median: 0.016, spread: 0.5, originatingCA: 0.9, originatingMX: 0.8 },
    createLocalCosts(policy.regimes.length),
    charges,
  )
  const customs = { policy, charges }
  const shares = Float64Array.of(0.5, 0, 0.2, 0, 0.3, 0)

  it('is 3.75% of a price of 1.227 times customs value', () => {
    // Parts of 80, of which 24 from allies, duty paid: 24 * 0.25/1.25 = 4.8 of duty.
    expect(assemblyCredit(customs, placeCount + place.US, 100, 80, shares, 0)).toBeCloseTo(0.0375 * 122.699, 4)
  })

  it('never exceeds the added duties on parts', () => {
    expect(assemblyCredit(customs, placeCount + place.US, 100, 40, shares, 0)).toBeCloseTo(40 * 0.3 * 0.2, 12)
  })

  it('is nothing for vehicles assembled elsewhere, and under the policy of the base year', () => {
    expect(assemblyCredit(customs, placeCount + place.MX, 100, 80, shares, 0)).toBe(0)
    expect(assemblyCredit(customs, place.US, 100, 80, shares, 0)).toBe(0)
    expect(priceOverCost).toBeCloseTo(1.227, 3)
  })
})

describe('a credit for assembly in the US', () => {
  const workspace = run(0, 0.02, 0.0375)

  it('lowers the cost of what is built there, in all markets and out of the region, by its amount', () => {
    const [none, some] = workspace.economies
    const lines = industry.lines.length
    for (let m = 0; m < 3; m++) {
      for (let j = 0; j < lines; j++) {
        for (let o = 0; o < 4; o++) {
          const cell = inMarket(lines, { r: 1, m, j, o })
          const [before, after] = [none.tables.factor[cell], some.tables.factor[cell]]
          if (before === Infinity) continue
          const row = rowOf(some.scenario.policy, lines, 1, cell)
          const credit = some.tables.rows[row + rowCredit]
          expect(after).toBeCloseTo(before - credit, 12)
          expect(credit > 0).toBe(o === 0)
        }
      }
    }
    expect(some.year.rowCost[3]).toBeLessThan(none.year.rowCost[3])
  })

  it('raises US output and lowers US prices, and costs the treasury what it grants', () => {
    for (let t = 1; t <= years; t++) {
      expect(outcome(workspace, 1, 'output.US', t)).toBeGreaterThan(outcome(workspace, 0, 'output.US', t))
      expect(outcome(workspace, 2, 'output.US', t)).toBeGreaterThan(outcome(workspace, 1, 'output.US', t))
      const granted = outcome(workspace, 1, 'assemblyCredits.US', t)
      expect(granted).toBeGreaterThan(0)
      const gross = outcome(workspace, 1, 'partsDuties.US', t) + granted
      // More vehicles are built, of the same parts.
      expect(gross).toBeGreaterThan(outcome(workspace, 0, 'partsDuties.US', t))
      expect(outcome(workspace, 1, 'partsDuties.US', t)).toBeLessThan(outcome(workspace, 0, 'partsDuties.US', t))
    }
    expect(outcome(workspace, 2, 'priceIndex.US', years)).toBeLessThan(outcome(workspace, 0, 'priceIndex.US', years))
  })

  it('grants nothing in Canada and Mexico, and never more than the duties', () => {
    const generous = run(1)
    for (let t = 0; t <= years; t++) {
      expect(outcome(generous, 0, 'assemblyCredits.CA', t)).toBe(0)
      expect(outcome(generous, 0, 'assemblyCredits.MX', t)).toBe(0)
      expect(Math.abs(outcome(generous, 0, 'partsDuties.US', t))).toBeLessThan(1e-6)
    }
  })

  it('at a rate of 0 is no credit, to the bit', () => {
    const { assemblyCredit: _, ...policy } = withCredit(0).policy
    const without = { ...withCredit(0), policy: { ...policy, assemblyCredit: new Float64Array(8) } }
    const other = createWorkspace(industry, constantLaws(), [without])
    runReplicate(other, rootKey(7), 1)
    expect(other.results[0].outcomes).toEqual(workspace.results[0].outcomes)
  })
})

describe('a credit that ends because policy returns to that of the base year', () => {
  it('is gone from the first year back, in exported vehicles too', () => {
    const scenario = withCredit(0.0375)
    const { yearly, settled } = fromFirstYear(2, years, 0)
    // One year under the credit, then back for good.
    const once = Float64Array.from(yearly)
    once.set([0, 1, 0, 1], 0)
    const chain = { yearly: once, settled }
    const returning = { ...scenario, policy: { ...scenario.policy, truth: chain, belief: chain } }
    const workspace = createWorkspace(industry, constantLaws(), [returning])
    runReplicate(workspace, rootKey(7), 1)
    expect(outcome(workspace, 0, 'assemblyCredits.US', 1)).toBeGreaterThan(0)
    for (let t = 2; t <= years; t++) expect(outcome(workspace, 0, 'assemblyCredits.US', t)).toBe(0)
  })
})
