/** Who gains and who loses: parts that add up, displaced work and retaliation by hand. */
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { createDisplacement, resetDisplacement, displaceWorkers } from '../../../engine/model/accounts/displacement.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { plantMap } from '../../../engine/model/plants/plantMap.ts'
import { createPlantState, resetPlants } from '../../../engine/model/plants/plantState.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createRetaliation, retaliate } from '../../../engine/model/accounts/retaliation.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws, constantLaws } from '../../reference/smallLaws.ts'
import { fromFirstYear, smallScenario, baseRegime, tariffRegime } from '../../reference/smallPolicy.ts'

const years = 12
const root = rootKey(7)
const industry = smallIndustry()

function tariff(retaliation: CompiledScenario['retaliation'] = []): CompiledScenario {
  const options = { truth: fromFirstYear(2, years, 1), years, retaliation }
  return smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], options)
}

const base = smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
const fromMexico = { market: 2, probability: 1, lag: 2, rate: 0.25, share: 0.4, provoked: Uint8Array.of(0, 1) }
const drawn = uniformLaws({ ownElasticity: [4.2, 6.1], costShockDeviation: [0, 0.02], discountRate: [0.06, 0.13] })

function reader(workspace: Workspace, s: number, t: number): (id: string) => number {
  return (id) => outcome(workspace, s, id, t)
}

describe('the accounts of welfare', () => {
  const workspace = createWorkspace(industry, drawn, [base, tariff([fromMexico])])

  it('add up to the bit: countries from their parts, and all from countries', () => {
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(workspace, root, replicate)
      for (let t = 0; t <= years; t++) {
        const of = reader(workspace, 1, t)
        const us = of('gainUS.consumers') + of('gainUS.businesses') + of('gainUS.treasury')
        expect(of('surplus.US')).toBe(us)
        expect(of('welfare.US')).toBe(us + of('gainUS.workers') + of('gainUS.farmers'))
        for (const country of ['CA', 'MX']) {
          const surplus = of(`gain${country}.consumers`) + of(`gain${country}.treasury`)
          expect(of(`welfare.${country}`)).toBe(surplus + of(`gain${country}.workers`))
        }
        for (const sum of ['surplus', 'welfare']) {
          const all = of(`${sum}.US`) + of(`${sum}.CA`) + of(`${sum}.MX`) + of(`${sum}.elsewhere`)
          expect(of(`${sum}.all`)).toBe(all)
        }
      }
    }
  })

  it('rest on the same books as the other outcomes', () => {
    runReplicate(workspace, root, 3)
    const before = reader(workspace, 1, 0)
    for (let t = 0; t <= years; t++) {
      const of = reader(workspace, 1, t)
      const collected = (id: string): number => of(`vehicleDuties.${id}`) + of(`partsDuties.${id}`)
      for (const country of ['US', 'CA', 'MX']) {
        const base0 = before(`vehicleDuties.${country}`) + before(`partsDuties.${country}`)
        expect(of(`gain${country}.treasury`)).toBeCloseTo(collected(country) - base0, 6)
      }
      expect(of('gainUS.businesses')).toBeCloseTo(of('profit.US') - before('profit.US'), 6)
      const places = ['US', 'CA', 'MX', 'OVERSEAS'].map((place) => of(`profitByPlace.${place}`))
      expect(places.reduce((sum, profit) => sum + profit, 0) / of('profit.all')).toBeCloseTo(1, 10)
    }
  })

  it('are of nothing in the base year', () => {
    runReplicate(workspace, root, 1)
    outcomeDefinitions.forEach(({ id, family }, k) => {
      if (!/^(gain|surplus|welfare|displaced|farm)/.test(family)) return
      expect(workspace.results[1].outcomes[k], id).toBe(0)
    })
  })

  it('show that a tariff costs consumers and makers more than it brings in, where no price abroad gives way', () => {
    for (let replicate = 0; replicate < 40; replicate++) {
      runReplicate(workspace, root, replicate)
      const cost = reader(workspace, 1, years)('surplus.all') - reader(workspace, 0, years)('surplus.all')
      expect(cost).toBeLessThan(0)
    }
  })

  it('report investment since the base year: it never falls', () => {
    runReplicate(workspace, root, 5)
    for (let t = 1; t <= years; t++) {
      for (const place of ['US', 'CA', 'MX']) {
        const id = `investment.${place}`
        expect(reader(workspace, 1, t)(id)).toBeGreaterThanOrEqual(reader(workspace, 1, t - 1)(id))
      }
    }
  })
})

describe('displaced work', () => {
  const map = plantMap(industry)
  const plants = createPlantState(industry, map)
  const output = Float64Array.from(industry.lines, () => 100_000)
  resetPlants(industry, plants, industry.plantCapacity, output)
  const start = (): ReturnType<typeof createDisplacement> => {
    const state = createDisplacement(map.slots)
    resetDisplacement({ industry, map, plants, output }, state)
    return state
  }
  const year = (state: ReturnType<typeof createDisplacement>, built: Float64Array, parts: Float64Array): void =>
    displaceWorkers({ industry, map, plants, output: built, partsJobs: parts }, { share: 0.3, recovery: 0.1 }, state)

  it('is what a plant builds less than it ever did, and is paid for in earnings that come back slowly', () => {
    const state = start()
    // Line 6 is built at Saltillo, in Mexico: 40,000 vehicles fewer at 0.035 jobs and 12 thousand USD.
    const less = Float64Array.from(output, (volume, j) => (j === 6 ? volume - 40_000 : volume))
    year(state, less, industry.partsJobs)
    expect(state.jobs[2]).toBeCloseTo(1400, 9)
    expect(state.earnings[2]).toBeCloseTo(1400 * 0.3 * 12, 9)
    year(state, less, industry.partsJobs)
    expect(state.jobs[2]).toBeCloseTo(1400, 9)
    expect(state.earnings[2]).toBeCloseTo(1400 * 0.3 * 12 * 0.9, 9)
  })

  it('is counted once when jobs come back and go again', () => {
    const state = start()
    const fewer = Float64Array.from(industry.partsJobs, (jobs) => jobs - 500)
    for (const parts of [fewer, industry.partsJobs, fewer]) year(state, output, parts)
    expect([...state.jobs]).toEqual([500, 500, 500])
    expect(state.earnings[0]).toBeCloseTo(500 * 0.3 * 50 * 0.81, 9)
  })
})

describe('retaliation on farm products', () => {
  const run = (scenarios: readonly CompiledScenario[], of: Industry = industry): Workspace => {
    const workspace = createWorkspace(of, constantLaws(), scenarios)
    runReplicate(workspace, root, 2)
    return workspace
  }

  it('loses exports by the rate and the elasticity, after its lag, and income by its share', () => {
    const workspace = run([tariff([fromMexico])])
    const lost = 3000 * 0.4 * (1 - Math.pow(1.25, -1.5))
    expect(reader(workspace, 0, 2)('farmExportsLost.MX')).toBe(0)
    for (let t = 3; t <= years; t++) {
      expect(reader(workspace, 0, t)('farmExportsLost.MX')).toBeCloseTo(lost, 9)
      expect(reader(workspace, 0, t)('farmIncomeLost.US')).toBeCloseTo(0.35 * lost, 9)
      expect(reader(workspace, 0, t)('farmExportsLost.CA')).toBe(0)
    }
  })

  it('changes nothing else, and nothing at all where no regime provokes it', () => {
    const quiet = { ...fromMexico, provoked: Uint8Array.of(0, 0) }
    const workspace = run([tariff(), tariff([quiet]), tariff([fromMexico])])
    expect(workspace.results[1].outcomes).toEqual(workspace.results[0].outcomes)
    outcomeDefinitions.forEach(({ id }) => {
      if (/^farm|farmers$|^welfare\.(US|all)/.test(id)) return
      expect(reader(workspace, 2, years)(id), id).toBe(reader(workspace, 0, years)(id))
    })
  })

  it('ends with the regime, and counts its lag anew', () => {
    const state = createRetaliation()
    const answered = [1, 1, 1, 0, 1, 1, 1].map((r) => {
      retaliate([fromMexico], r, Float64Array.of(0.5, 0.5, 0.5), industry.farmExports, 1, state)
      return state.lost[2] > 0
    })
    expect(answered).toEqual([false, false, true, false, false, false, true])
  })

  it('comes in as many replicates as its probability says, the same ones in every scenario', () => {
    const half = { ...fromMexico, probability: 0.5, lag: 0 }
    const workspace = createWorkspace(industry, constantLaws(), [tariff([half]), tariff([half])])
    let count = 0
    for (let replicate = 0; replicate < 200; replicate++) {
      runReplicate(workspace, root, replicate)
      const answers = [0, 1].map((s) => reader(workspace, s, years)('farmExportsLost.MX') > 0)
      expect(answers[0]).toBe(answers[1])
      if (answers[0]) count += 1
    }
    expect(Math.abs(count - 100)).toBeLessThan(25)
  })
})
