/** Wages and exchange rates: by hand, at no change to the bit, and lines that follow them. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { createLocalCosts, priceLocalCosts } from '../../../engine/model/customs/localCosts.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { origin, originCount, place, placeCount } from '../../../engine/model/inputs/sets.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { type SmallRegime, baseRegime, fromFirstYear, smallScenario } from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const years = 12

function changed(wages: [number, number, number], currencies: [number, number, number]): SmallRegime {
  return { ...baseRegime, name: 'changed', wages, currencies }
}

function run(regime: SmallRegime, replicate = 1): Workspace {
  const chain = { truth: fromFirstYear(2, years, 1), years }
  const workspace = createWorkspace(industry, constantLaws(), [
    smallScenario('economy', industry, [baseRegime, regime], chain),
  ])
  runReplicate(workspace, rootKey(6), replicate)
  return workspace
}

describe('costs of a country', () => {
  const { policy } = smallScenario('one', industry, [baseRegime, changed([0, 0, 0.2], [0, -0.1, -0.1])], {
    truth: fromFirstYear(2, 2, 1),
    years: 2,
  })
  const local = createLocalCosts(2)
  const labourScale = Float64Array.of(1, 1, 1, 1)
  priceLocalCosts(industry, policy, { labourInParts: 0.2, localShare: 0.6, labourScale }, local)
  const parts = (k: number): number => local.parts[originCount + k]

  it('are those of wages and of the currency on the parts of cost that they bear on', () => {
    // Mexico: a fifth more pay in a currency worth a tenth less. Canada: the currency alone.
    expect(parts(origin.MX)).toBeCloseTo(0.4 + 0.4 * 0.9 + 0.2 * 1.2 * 0.9, 14)
    expect(parts(origin.chineseInMexico)).toBe(parts(origin.MX))
    expect(parts(origin.CA)).toBeCloseTo(1 - 0.6 * 0.1, 14)
    const { assemblyOverhead: overhead, labourCost } = industry
    const labour = labourCost[place.MX]
    const now = overhead * (1 - 0.6 * 0.1) + labour * 1.2 * 0.9
    expect(local.assembly[placeCount + place.MX]).toBeCloseTo(now / (overhead + labour), 14)
  })

  it('are those of the base year at home, abroad, and in the base year', () => {
    expect([parts(origin.US), parts(origin.allied), parts(origin.CN)]).toEqual([1, 1, 1])
    expect([...local.parts.subarray(0, originCount), ...local.assembly.subarray(0, placeCount)]).toEqual(
      Array.from({ length: originCount + placeCount }, () => 1),
    )
    expect(local.assembly[placeCount + place.overseas]).toBe(1)
  })
})

describe('a history', () => {
  it('under no change has the bits of one without the key', () => {
    const still = run({ ...baseRegime, name: 'still' }).results[0].outcomes
    expect([...run(changed([0, 0, 0], [0, 0, 0])).results[0].outcomes]).toEqual([...still])
  })

  it('moves lines out of a country whose wages double, and prices up: changes of wages count, levels do not', () => {
    const mean = (regime: SmallRegime, id: string): number => {
      let sum = 0
      for (let replicate = 0; replicate < 12; replicate++) sum += outcome(run(regime, replicate), 0, id, years)
      return sum / 12
    }
    const still = changed([0, 0, 0], [0, 0, 0])
    const dear = changed([0, 0, 1], [0, 0, 0])
    expect(mean(dear, 'output.MX')).toBeLessThan(mean(still, 'output.MX'))
    expect(mean(dear, 'linesOut.MX')).toBeGreaterThan(mean(still, 'linesOut.MX'))
    expect(mean(dear, 'priceIndex.US')).toBeGreaterThan(mean(still, 'priceIndex.US'))
    // A peso that is worth half takes back more than half of it.
    const cheap = changed([0, 0, 1], [0, 0, -0.5])
    expect(mean(cheap, 'output.MX')).toBeGreaterThan(mean(dear, 'output.MX'))
  })

  it('books purchases of parts at prices of the base year, so that a cheaper peso is no loss of jobs by itself', () => {
    const peso = changed([0, 0, 0], [0, 0, -0.2])
    expect(outcome(run(peso), 0, 'partsJobs.MX', 2)).toBeGreaterThan(
      outcome(run(changed([0, 0, 0], [0, 0, 0])), 0, 'partsJobs.MX', 2),
    )
  })
})
