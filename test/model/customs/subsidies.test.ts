/** Subsidies to buyers: what makers do with them, who gets them, what they cost, and that plants follow their tests. */
import { expect, describe, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import { createDemandMarket, createEquilibrium, salesAtPrices } from '../../../engine/model/market/demand.ts'
import { costPartCount, splitCost, costParts } from '../../../engine/model/explain/explainCosts.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import type { DemandKind, CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { inMarket, outcome, underRegime } from '../../reference/reading.ts'
import { entryScenario, wallRegime, longhe } from '../../reference/smallEntrants.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws, uniformLaws } from '../../reference/smallLaws.ts'
import { fromFirstYear, smallScenario, baseRegime } from '../../reference/smallPolicy.ts'
import { type SmallSubsidy, withSubsidies } from '../../reference/smallSubsidies.ts'
import { sampleMarket } from '../../reference/sampleMarket.ts'

const years = 8
const industry = smallIndustry()
const lines = industry.lines.length
const inUs = (market: number): boolean => market === 0
const later =
  (amount: number) =>
  (regime: number): number =>
    regime === 0 ? 0 : amount

/** The rules of the base year go on under another name, so that only subsidies change. */
function plain(demand: DemandKind = 'nestedLogit', horizon = years): CompiledScenario {
  const options = { truth: fromFirstYear(2, horizon, 1), years: horizon, demand }
  return smallScenario('plain', industry, [baseRegime, { ...baseRegime, name: 'later' }], options)
}

function run(scenarios: readonly CompiledScenario[], laws = constantLaws(), replicate = 1): Workspace {
  const workspace = createWorkspace(industry, laws, scenarios)
  runReplicate(workspace, rootKey(7), replicate)
  expect(workspace.results.map(({ status }) => status)).toEqual(scenarios.map(() => 0))
  return workspace
}

function reader(workspace: Workspace, s: number, t = years): (id: string) => number {
  return (id) => outcome(workspace, s, id, t)
}

describe('a subsidy in a market', () => {
  const sample = sampleMarket(3, 40, 6, 3)
  const buyers = { people: [0.4, 0.4, 0.2], purchases: [0.2, 0.4, 0.4], income: [35, 90, 220] }
  const elasticities = { own: 5, market: 1.2, sigma: 0.6, ces: 5, income: 0.8 }

  it.each(['incomeGroups', 'nestedLogit', 'ces'] as const)(
    'is a lower cost to makers, whose prices are best at it (%s)',
    (kind) => {
      const structure = { ...sample.structure, groups: kind === 'incomeGroups' ? 3 : 0 }
      const market = createDemandMarket(structure, kind, buyers)
      const cost = new Float64Array(sample.price.length)
      calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)
      const eq = createEquilibrium(structure)
      const given = 5
      solvePrices(
        market,
        cost.map((c) => c - given),
        0,
        eq,
      )
      // What a maker earns when it asks a step more for its product i than buyers' price and subsidy together.
      const earned = (i: number, step: number): number => {
        const buyers = eq.price.slice()
        buyers[i] += step
        const other = createEquilibrium(structure)
        salesAtPrices(market, buyers, other)
        const sales =
          kind === 'ces'
            ? // Makers take the price index as given.
              buyers.map((price, n) => eq.quantity[n] * (price / eq.price[n]) ** -market.eta)
            : other.quantity
        let profit = 0
        for (let n = 0; n < buyers.length; n++) {
          if (sample.maker[n] === sample.maker[i]) profit += (buyers[n] + given - cost[n]) * sales[n]
        }
        return profit
      }
      for (let i = 0; i < sample.price.length; i++) {
        const [less, best, more] = [earned(i, -0.05), earned(i, 0), earned(i, 0.05)]
        expect(best).toBeGreaterThan(Math.max(less, more))
        expect(Math.abs(more - less)).toBeLessThan(0.1 * (2 * best - less - more))
      }
    },
  )

  it('reaches buyers whole at once, and then makers raise their prices a part of the way', () => {
    const everyone: SmallSubsidy = { amount: later(3), admits: inUs }
    const { year } = run([withSubsidies(plain('nestedLogit', 1), lines, everyone)]).economies[0]
    const rho = 0.35
    for (let i = 0; i < 5; i++) {
      const before = industry.price[i] - 3
      expect(year.price[0][i]).toBeCloseTo(before + rho * (year.equilibria[0].price[i] - before), 9)
      // What makers get is more than before: the market is not perfectly competitive, and buyers come in.
      expect(year.price[0][i] + 3).toBeGreaterThan(industry.price[i])
    }
    expect(year.price[1]).toEqual(industry.price.subarray(6, 12).map((price, i) => (i === 5 ? Infinity : price)))
  })

  it('costs its amount times the vehicles that get it, and never more than half of a price', () => {
    const inMexico: SmallSubsidy = { amount: later(100), admits: (m) => m === 2 }
    const generous = withSubsidies(plain(), lines, { amount: later(3), admits: inUs }, inMexico)
    const of = reader(run([generous]), 0)
    expect(of('subsidiesPaid.US')).toBeCloseTo((3 * of('sales.US')) / 1000, 6)
    expect(of('subsidiesPaid.CA')).toBe(0)
    expect(of('subsidiesPaid.MX')).toBeLessThan(0.028 * of('sales.MX'))
    expect(of('subsidiesPaid.MX')).toBeGreaterThan(0.012 * of('sales.MX'))
  })
})

/** What the US treasury has of the industry, million USD. */
function budget(read: (id: string) => number): number {
  return read('vehicleDuties.US') + read('partsDuties.US') - read('subsidiesPaid.US')
}

describe('a test of assembly', () => {
  const crossovers = [2, 3, 4]
  const inPlace = (place: number): SmallSubsidy => ({
    amount: later(6),
    admits: (m, j, o) => m === 0 && crossovers.includes(j) && o === place,
  })
  const scenarios = [plain(), withSubsidies(plain(), lines, inPlace(0)), withSubsidies(plain(), lines, inPlace(2))]

  it('draws lines to the place where the subsidy is paid', () => {
    const workspace = createWorkspace(industry, constantLaws({ sunkCostExistingPlant: 0.3 }), scenarios)
    const moved = [0, 1, 2].map(() => ({ US: 0, MX: 0, CA: 0 }))
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(workspace, rootKey(7), replicate)
      moved.forEach((sums, s) => {
        for (const place of ['US', 'MX', 'CA'] as const) sums[place] += reader(workspace, s)(`linesIn.${place}`)
      })
    }
    expect(moved[0]).toEqual({ US: 0, MX: 0, CA: 0 })
    expect(moved[1].US).toBeGreaterThan(2)
    expect(moved[1]).toMatchObject({ MX: 0, CA: 0 })
    expect(moved[2].MX).toBeGreaterThan(2)
    expect(moved[2]).toMatchObject({ US: 0, CA: 0 })
  })

  it('holds in costs by cause, which sum to the index that makers compare places by', () => {
    const workspace = run(scenarios)
    const { setting, outlook } = workspace.economies[1]
    const parts = new Float64Array(costPartCount)
    for (const j of crossovers) {
      for (let o = 0; o < 3; o++) {
        splitCost(setting, workspace.draws.sales, { r: 1, j, o }, parts)
        const sum = parts.reduce((total, part) => total + part, 0)
        expect(sum).toBeCloseTo(outlook.index[underRegime(lines, 1, j, o)], 9)
        // Nothing else is charged: duty is less the subsidy.
        expect(parts[costParts.indexOf('duty')] < 0).toBe(o === 0)
      }
    }
  })

  it('beside a quota that never binds is what it is without', () => {
    const wide = baseRegime.programmes.map((programme) =>
      programme.name === 'agreement' ? { ...programme, quota: 1e9 } : programme,
    )
    const options = { truth: fromFirstYear(2, years, 1), years }
    const quota = smallScenario('quota', industry, [baseRegime, { name: 'later', programmes: wide }], options)
    const workspace = run([withSubsidies(plain(), lines, inPlace(0)), withSubsidies(quota, lines, inPlace(0))])
    for (let t = 1; t <= years; t++) {
      for (const id of ['subsidiesPaid.US', 'priceIndex.US', 'output.US', 'profit.all', 'surplus.US']) {
        expect(reader(workspace, 1, t)(id), id).toBeCloseTo(reader(workspace, 0, t)(id), 5)
      }
    }
  })

  it.each(['incomeGroups', 'nestedLogit', 'ces'] as const)('leaves books that add up in every draw (%s)', (demand) => {
    const laws = uniformLaws({ ownElasticity: [4.2, 6.1], splitTheta: [4, 15], costShockDeviation: [0, 0.02] })
    const home: SmallSubsidy = { amount: (r) => (r === 0 ? 5 : 2), admits: (m, _j, o) => m === 0 && o === 0 }
    const workspace = createWorkspace(industry, laws, [withSubsidies(plain(demand), lines, home)])
    for (let replicate = 0; replicate < 10; replicate++) {
      runReplicate(workspace, rootKey(7), replicate)
      const before = reader(workspace, 0, 0)
      expect(before('subsidiesPaid.US')).toBeCloseTo(0.005 * before('salesFrom.US'), 6)
      for (let t = 1; t <= years; t++) {
        const of = reader(workspace, 0, t)
        expect(of('subsidiesPaid.US')).toBeCloseTo(0.002 * of('salesFrom.US'), 6)
        expect(of('gainUS.treasury')).toBeCloseTo(budget(of) - budget(before), 6)
        expect(of('surplus.US')).toBe(of('gainUS.consumers') + of('gainUS.businesses') + of('gainUS.treasury'))
        const places = ['US', 'CA', 'MX', 'OVERSEAS'].map((place) => of(`profitByPlace.${place}`))
        expect(places.reduce((sum, profit) => sum + profit, 0) / of('profit.all')).toBeCloseTo(1, 10)
      }
    }
  })
})

function trucksOfTheRegion(market: number, line: number, place: number): boolean {
  return market === 0 && line > 4 && place < 3
}

describe('a subsidy that the base year had', () => {
  const trucks = (now: number): CompiledScenario =>
    withSubsidies(plain(), lines, { amount: (r) => (r === 0 ? 4 : now), admits: trucksOfTheRegion })
  const workspace = run([plain(), trucks(4), trucks(0)])

  it('changes nothing but budgets while it stays: the industry was calibrated with it', () => {
    for (let t = 0; t <= years; t++) {
      outcomeDefinitions.forEach(({ id }) => {
        if (/^subsidiesPaid|treasury|^surplus|^welfare/.test(id)) return
        expect(reader(workspace, 1, t)(id), id).toBe(reader(workspace, 0, t)(id))
      })
      expect(reader(workspace, 1, t)('subsidiesPaid.US')).toBeGreaterThan(0)
    }
  })

  it('raises what buyers pay and fills the treasury when it ends', () => {
    const [kept, ended] = [reader(workspace, 1), reader(workspace, 2)]
    expect(ended('subsidiesPaid.US')).toBe(0)
    expect(ended('priceIndex.US')).toBeGreaterThan(kept('priceIndex.US'))
    expect(ended('sales.US')).toBeLessThan(kept('sales.US'))
    expect(ended('gainUS.consumers')).toBeLessThan(kept('gainUS.consumers'))
    expect(ended('gainUS.treasury')).toBeCloseTo(budget(ended) - budget(reader(workspace, 2, 0)), 6)
    expect(reader(workspace, 2, 0)('subsidiesPaid.US')).toBeGreaterThan(0)
  })
})

describe('subsidies that no one gets', () => {
  it('change nothing, to the bit: of no amount, for no one, for a content that no vehicle has', () => {
    const none = withSubsidies(plain(), lines, { amount: () => 0, admits: () => true })
    const nowhere = withSubsidies(plain(), lines, { amount: () => 7.5, admits: () => false })
    const closed = withSubsidies(plain(), lines, { amount: () => 7.5, admits: inUs, floors: [0.999, 0, 0, 0] })
    const workspace = run([plain(), none, nowhere, closed])
    for (const s of [1, 2, 3]) expect(workspace.results[s].outcomes).toEqual(workspace.results[0].outcomes)
  })

  it('ask content of the vehicle as it is: half is of the US in the pickup from Detroit, not in the van', () => {
    const us = withSubsidies(plain(), lines, { amount: later(5), admits: inUs, floors: [0.5, 0, 0, 0] })
    const { setting } = run([us]).economies[0]
    // Line 5 holds 0.85 * 0.52 + 0.15 of US value, line 7, built in Canada, 0.85 * 0.45.
    const paid = (j: number, o: number): number => setting.subsidies?.paid[inMarket(lines, { r: 1, m: 0, j, o })] ?? NaN
    expect(paid(5, 0)).toBe(5)
    expect(paid(7, 1)).toBe(0)
  })
})

describe('an entrant', () => {
  const open = { mayEnter: ['US'], mayBuild: ['US'] } as const
  const entry = entryScenario(industry, open, wallRegime(false))
  const given = (place: number): SmallSubsidy => ({
    amount: later(8),
    admits: (m, j, o) => m === 0 && j === longhe.line && o === place,
  })

  it('builds where its buyers are subsidised', () => {
    const workspace = run([entry, withSubsidies(entry, lines, given(0))])
    const share = (s: number): number => reader(workspace, s, 12)('chineseMakersShare.US')
    expect(share(1)).toBeGreaterThan(share(0))
    expect(reader(workspace, 1, 12)('subsidiesPaid.US')).toBeGreaterThan(0)
    expect(reader(workspace, 1, 12)('chineseMakersPlants.US')).toBe(1)
  })
})
