/** Quotas by volume: who pays what, where the margin lies, and that duties, rents and profits add up. */
import { expect, describe, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { programmeTallyCount } from '../../../engine/model/accounts/programmeTally.ts'
import { createQuotaSearch, beginSearch, searchOn, shareOutside } from '../../../engine/model/cost/quotaSearch.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { replicateStatus } from '../../../engine/model/accounts/results.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import {
  type SmallProgramme,
  agreement,
  smallScenario,
  baseRegime,
  fromFirstYear,
} from '../../reference/smallPolicy.ts'

const years = 5
const industry = smallIndustry()
const isOverseas = (market: number, place: number): boolean => market === 0 && place === 3

/** 25% on what the US imports from overseas, and less within a quota if there is one. */
function overseasTariff(name: string, outside: number | undefined, inside?: Partial<SmallProgramme>): CompiledScenario {
  const elsewhere = agreement().map((programme) => ({
    ...programme,
    admits: (m: number, j: number, o: number): boolean => programme.admits(m, j, o) && !isOverseas(m, o),
  }))
  const admits = (m: number, _j: number, o: number): boolean => isOverseas(m, o)
  const all = [
    ...elsewhere,
    ...(outside === undefined ? [] : [{ name: 'outside', duty: outside, admits }]),
    ...(inside === undefined ? [] : [{ name: 'inside', duty: 0.1, admits, ...inside }]),
  ]
  return smallScenario(name, industry, [baseRegime, { name, programmes: all }], {
    truth: fromFirstYear(2, years, 1),
    years,
  })
}

function run(...scenarios: readonly CompiledScenario[]): Workspace {
  const workspace = createWorkspace(industry, constantLaws(), scenarios)
  runReplicate(workspace, rootKey(5), 2)
  workspace.results.forEach(({ status }) => expect(status).toBe(replicateStatus.good))
  return workspace
}

/** Volume 100 at the inside duty, 60 at the outside duty. */
function settle(limit: number): { readonly tightness: number; readonly outside: number; readonly rounds: number } {
  const search = createQuotaSearch(1)
  beginSearch(search, Float64Array.of(limit), 0)
  do search.volume[0] = 100 - 40 * search.tightness[0]
  while (searchOn(search))
  return { tightness: search.tightness[0], outside: shareOutside(search, 0), rounds: search.round }
}

describe('the search', () => {
  it('leaves a wide quota alone, at once', () => {
    expect(settle(100)).toEqual({ tightness: 0, outside: 0, rounds: 0 })
    expect(settle(Infinity)).toEqual({ tightness: 0, outside: 0, rounds: 0 })
  })

  it('finds the margin at which volume fills the quota', () => {
    const { tightness, outside } = settle(90)
    expect(Math.abs(tightness - 0.25)).toBeLessThan(1 / 2000)
    expect(outside).toBe(0)
  })

  it('puts the margin outside where even that is more than the quota', () => {
    expect(settle(15)).toMatchObject({ tightness: 1, outside: 0.75 })
    expect(settle(0)).toMatchObject({ tightness: 1, outside: 1 })
  })
})

describe('a quota that does not bind', () => {
  it('is the inside duty without a quota, to the bit', () => {
    const workspace = run(overseasTariff('wide', 0.25, { quota: 1e9 }), overseasTariff('no quota', 0.25, {}))
    expect(workspace.results[0].outcomes).toEqual(workspace.results[1].outcomes)
    expect(outcome(workspace, 0, 'quotaRent.US', 1)).toBe(0)
  })
})

describe('a quota of no vehicle', () => {
  it('is the outside duty', () => {
    const workspace = run(overseasTariff('none', 0.25, { quota: 0 }), overseasTariff('outside', 0.25))
    workspace.results[0].outcomes.forEach((value, n) => {
      const there = workspace.results[1].outcomes[n]
      expect(Math.abs(value - there)).toBeLessThan(1e-9 * Math.max(1, Math.abs(there)))
    })
  })
})

describe('a quota that binds at the outside duty', () => {
  const limit = 10_000
  const workspace = run(
    overseasTariff('quota', 0.25, { quota: limit }),
    overseasTariff('outside', 0.25),
    overseasTariff('inside', 0.25, {}),
  )

  it('has the prices and sales of the outside duty', () => {
    for (let t = 1; t <= years; t++) {
      for (const id of ['priceIndex.US', 'salesFrom.OVERSEAS', 'output.US', 'consumerSurplus.US']) {
        expect(outcome(workspace, 0, id, t)).toBeCloseTo(outcome(workspace, 1, id, t), 6)
      }
    }
  })

  it('collects the inside duty on the quota and the outside duty on the rest; the difference is rent', () => {
    for (let t = 1; t <= years; t++) {
      const sold = outcome(workspace, 0, 'salesFrom.OVERSEAS', t)
      expect(sold).toBeGreaterThan(limit)
      const within = limit / sold
      expect(outcome(workspace, 0, 'dutyRate.OVERSEAS', t)).toBeCloseTo(0.1 * within + 0.25 * (1 - within), 10)
      const rent = outcome(workspace, 0, 'quotaRent.US', t)
      const lost = outcome(workspace, 1, 'vehicleDuties.US', t) - outcome(workspace, 0, 'vehicleDuties.US', t)
      expect(rent).toBeGreaterThan(0)
      expect(rent).toBeCloseTo(lost, 6)
      expect(outcome(workspace, 0, 'profit.all', t)).toBeCloseTo(outcome(workspace, 1, 'profit.all', t) + rent, 6)
    }
  })
})

describe('a quota that is just filled', () => {
  const limit = 30_000
  const inside = { duty: 0.025, quota: limit }
  const workspace = run(
    overseasTariff('quota', 0.6, inside),
    overseasTariff('outside', 0.6),
    overseasTariff('inside', 0.6, { duty: 0.025 }),
  )

  it('sells the quota at the inside duty, at a price between', () => {
    const t = years
    expect(outcome(workspace, 1, 'salesFrom.OVERSEAS', t)).toBeLessThan(limit)
    expect(outcome(workspace, 2, 'salesFrom.OVERSEAS', t)).toBeGreaterThan(limit)
    expect(outcome(workspace, 0, 'salesFrom.OVERSEAS', t)).toBeLessThanOrEqual(limit)
    expect(outcome(workspace, 0, 'salesFrom.OVERSEAS', t)).toBeGreaterThan(0.99 * limit)
    expect(outcome(workspace, 0, 'dutyRate.OVERSEAS', t)).toBeCloseTo(0.025, 10)
    expect(outcome(workspace, 0, 'quotaRent.US', t)).toBeGreaterThan(0)
  })
})

describe('sums by programme and by place', () => {
  const limit = 10_000
  const workspace = run(overseasTariff('quota', 0.25, { quota: limit }))
  const [{ scenario }] = workspace.economies
  const tally = (name: string, column: number): number => {
    const ids = scenario.policy.programmes.names.flatMap((known, id) => (known === name ? [id] : []))
    return ids.reduce((sum, id) => sum + workspace.results[0].programmes[id * programmeTallyCount + column], 0)
  }

  it('count the quota under its programme and the rest outside, each at its own rate', () => {
    expect(Math.abs(tally('inside', 0) - limit)).toBeLessThan(2)
    expect(tally('outside', 0)).toBeGreaterThan(0)
    expect(tally('inside', 3) / tally('inside', 1)).toBeCloseTo(0.1, 4)
    // Tallies are whole thousands of USD.
    expect(tally('outside', 3) / tally('outside', 1)).toBeCloseTo(0.25, 3)
    const collected = outcome(workspace, 0, 'vehicleDuties.US', years) * 1000
    const all = scenario.policy.programmes.names.reduce(
      (sum, _, id) => sum + workspace.results[0].programmes[id * programmeTallyCount + 3],
      0,
    )
    const elsewhere =
      (outcome(workspace, 0, 'vehicleDuties.CA', years) + outcome(workspace, 0, 'vehicleDuties.MX', years)) * 1000
    expect(Math.abs(all - collected - elsewhere)).toBeLessThan(10)
  })

  it('hold rents: profit by place is profit', () => {
    const places = ['US', 'CA', 'MX', 'OVERSEAS']
    for (let t = 1; t <= years; t++) {
      const sum = places.reduce((total, place) => total + outcome(workspace, 0, `profitByPlace.${place}`, t), 0)
      expect(sum).toBeCloseTo(outcome(workspace, 0, 'profit.all', t), 5)
    }
  })
})

describe('spending in the US', () => {
  it("is what lines cost as paid, duties included, and makers' profit with rents", () => {
    const workspace = run(overseasTariff('quota', 0.25, { quota: 10_000 }))
    const [{ year, setting }] = workspace.economies
    const lines = industry.lines.length
    const products = industry.products.length
    let spent = 0
    let cost = 0
    let profit = 0
    for (let m = 0; m < 3; m++) {
      const { quantity } = year.equilibria[m]
      for (let i = 0; i < products; i++) {
        if (quantity[i] === 0) continue
        spent += quantity[i] * year.price[m][i]
        profit += quantity[i] * (year.price[m][i] - year.productCost[m * products + i])
      }
      for (let j = 0; j < lines; j++) {
        const cell = m * lines + j
        const sold = year.weights[cell] * quantity[industry.lineProduct[j]]
        if (!(sold > 0)) continue
        // lineCost is that of the margin; factor[cell] in force is what is paid.
        const rent = setting.quotas?.rent[cell] ?? 0
        cost += sold * year.lineShareFactor[cell] * (year.lineCost[cell] - rent)
        profit += sold * year.lineShareFactor[cell] * rent
      }
    }
    expect(Math.abs(spent - cost - profit)).toBeLessThan(1e-9 * spent)
  })
})

describe('a quota with a closed border behind it', () => {
  it('sells the quota and no more', () => {
    const workspace = run(overseasTariff('quota', undefined, { quota: 20_000 }))
    for (let t = 1; t <= years; t++) {
      expect(outcome(workspace, 0, 'salesFrom.OVERSEAS', t)).toBeLessThanOrEqual(20_000)
      expect(outcome(workspace, 0, 'salesFrom.OVERSEAS', t)).toBeGreaterThan(19_000)
      expect(outcome(workspace, 0, 'dutyRate.OVERSEAS', t)).toBeCloseTo(0.1, 10)
    }
  })
})

describe('quotas', () => {
  it('are the same whatever replicates were run before', () => {
    const scenario = overseasTariff('quota', 0.4, { quota: 15_000 })
    const after = createWorkspace(industry, constantLaws(), [scenario])
    for (const replicate of [7, 3, 2]) runReplicate(after, rootKey(5), replicate)
    expect(after.results[0].outcomes).toEqual(run(scenario).results[0].outcomes)
  })

  it('may not be part of the policy of the base year', () => {
    const { policy, ...rest } = overseasTariff('quota', 0.25, { quota: 1 })
    const early = { ...rest, policy: { ...policy, quotaVolume: Float64Array.of(5, 1) } }
    expect(() => createWorkspace(industry, constantLaws(), [early])).toThrow(/quotas in the base year/)
  })
})
