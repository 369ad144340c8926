/** Chinese makers as entrants: where they come in, from where, and what keeps them out. */
import { expect, describe, it } from 'vitest'
import { destination, place } from '../../../engine/model/inputs/sets.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { rowOf, rowShares } from '../../../engine/model/customs/customsTables.ts'
import { brandAppeal } from '../../../engine/model/entry/entryCosts.ts'
import type { EntryState } from '../../../engine/model/entry/entryState.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { outcomeCount } from '../../../engine/model/accounts/outcomes.ts'
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { costAt } from '../../../engine/model/cost/costAt.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { replicateStatus } from '../../../engine/model/accounts/results.ts'
import { type TracedMove, traceReplicate } from '../../../engine/model/explain/trace.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { atPlace, inMarket, outcome as outcomeIn } from '../../reference/reading.ts'
import {
  type Permission,
  entrantYears,
  entryScenario,
  longhe,
  wallRegime,
  bannedRegime,
} from '../../reference/smallEntrants.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws, constantLaws } from '../../reference/smallLaws.ts'
import { tariffRegime, smallScenario, baseRegime, fromFirstYear, chain } from '../../reference/smallPolicy.ts'

const root = rootKey(7)
const everywhere: Permission = { mayEnter: ['US', 'CA'], mayBuild: ['US', 'CA', 'MX'] }
const exporter: Permission = { mayEnter: ['US', 'CA'] }
const viaMexico: Permission = { mayEnter: ['US'], mayBuild: ['MX'] }
/** Cheap plants, so that a small maker has a choice. */
const cheapPlants = { sunkCostNewPlant: 0.6, sunkCostExistingPlant: 0.3 }
const wide = uniformLaws({
  ownElasticity: [4.2, 6.1],
  nestingSigma: [0.4, 0.85],
  chineseCostAdvantage: [0.1, 0.35],
  brandGapUS: [0.1, 0.35],
  costShockDeviation: [0, 0.02],
})

function workspaceOf(laws: ParameterLaws, ...scenarios: CompiledScenario[]): Workspace {
  return createWorkspace(smallIndustry(), laws, scenarios)
}

function outcome(workspace: Workspace, s: number, id: string, t = entrantYears): number {
  return outcomeIn(workspace, s, id, t)
}

/** Longhe's share of the US market in the last year, of one scenario by itself. */
function usShare(laws: ParameterLaws, scenario: CompiledScenario, replicate = 1): number {
  const workspace = workspaceOf(laws, scenario)
  runReplicate(workspace, root, replicate)
  expect(workspace.results[0].status).toBe(replicateStatus.good)
  return outcome(workspace, 0, 'chineseMakersShare.US')
}

function movesOf(
  laws: ParameterLaws,
  scenario: CompiledScenario,
  industry: Industry = smallIndustry(),
): readonly TracedMove[] {
  const trace = traceReplicate(createWorkspace(industry, laws, [scenario]), root, 1)
  return trace.scenarios[0].years.flatMap(({ moves }) => moves).filter(({ maker }) => maker === 'Longhe')
}

function entryOf(workspace: Workspace): EntryState {
  const { entry } = workspace.economies[0]
  if (entry === undefined) throw new Error('the scenario has no entrants')
  return entry
}

describe('entrants that may do nothing', () => {
  it.each([undefined, tariffRegime(0.25)])('leave every outcome as it is, to the bit', (regime) => {
    const industry = smallIndustry()
    const without = entryScenario(industry, undefined, regime)
    const idle = entryScenario(industry, {}, regime)
    const alone = workspaceOf(wide, without)
    const both = workspaceOf(wide, idle, without)
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(alone, root, replicate)
      runReplicate(both, root, replicate)
      expect(both.results[0].outcomes).toEqual(alone.results[0].outcomes)
      expect(both.results[1].outcomes).toEqual(alone.results[0].outcomes)
    }
  })

  it('and those that do come in leave the other scenarios of the run alone, and the base year', () => {
    const industry = smallIndustry()
    const without = entryScenario(industry, undefined, tariffRegime(0.25))
    const alone = workspaceOf(wide, without)
    const both = workspaceOf(wide, entryScenario(industry, everywhere), without)
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(alone, root, replicate)
      runReplicate(both, root, replicate)
      expect(both.results[1].outcomes).toEqual(alone.results[0].outcomes)
      const baseYear = alone.results[0].outcomes.subarray(0, outcomeCount)
      expect(both.results[0].outcomes.subarray(0, outcomeCount)).toEqual(baseYear)
    }
  })
})

describe('cost and appeal where a maker does not sell', () => {
  const workspace = workspaceOf(constantLaws(), entryScenario(smallIndustry(), everywhere))
  runReplicate(workspace, root, 1)
  const { setting } = workspace.economies[0]
  const entry = entryOf(workspace)
  const { productSales, productCost, base, industry } = workspace
  const mean = (m: number, value: (i: number) => number): number => {
    let sold = 0
    let sum = 0
    for (let i = 0; i < 5; i++) {
      sold += productSales[m * 6 + i]
      sum += productSales[m * 6 + i] === 0 ? 0 : productSales[m * 6 + i] * value(i)
    }
    return sum / sold
  }

  it('are the cost of comparable vehicles less the advantage, before duty', () => {
    // Nobody else sells electric vehicles there, so that comparable ones are all.
    const comparable = mean(0, (i) => productCost[i])
    expect(entry.cost0[longhe.product] / (0.8 * comparable)).toBeCloseTo(1, 12)
    // At the US border it pays 2.5% on the value of the vehicle at its home.
    const freight = 1.6
    expect(costAt(setting, 0, 0, longhe.line, 3) / (1.025 * (0.8 * comparable - freight) + freight)).toBeCloseTo(1, 12)
  })

  it('and their appeal in Mexico against that of comparable vehicles, carried over', () => {
    const own = base.markets[2].delta[longhe.product] - mean(2, (i) => base.markets[2].delta[i])
    const there = mean(0, (i) => base.markets[0].delta[i])
    expect(entry.fullAppeal[longhe.product]).toBeCloseTo(there + own, 10)
    expect(base.markets[0].delta[longhe.product]).toBe(-Infinity)
    // A gap of 20% of the price, of which 12% go each year.
    const gap = base.markets[0].a * mean(0, (i) => industry.price[i]) * 0.2 * 0.88 * 0.88 * 0.88
    expect(brandAppeal(setting, entry, 0, longhe.product, 3)).toBeCloseTo(there + own - gap, 10)
  })

  it('building in Mexico costs 12% more than in China, before duty and freight', () => {
    const before = (o: number): number => {
      const factor = 0.85 + 0.15 * setting.scales.assembly[atPlace(longhe.line, o)]
      return setting.scales.locationFactor[atPlace(longhe.line, o)] * factor
    }
    expect(before(2) / before(3)).toBeCloseTo(1.12, 12)
    expect(before(0)).toBeGreaterThan(before(2))
  })
})

describe('an entrant', () => {
  it('that may export sells in the US', () => {
    expect(usShare(constantLaws(), entryScenario(smallIndustry(), exporter))).toBeGreaterThan(0.001)
    expect(movesOf(constantLaws(), entryScenario(smallIndustry(), exporter))).toEqual([])
  })

  it('does not come before its date', () => {
    const workspace = workspaceOf(constantLaws(), entryScenario(smallIndustry(), { ...exporter, from: 5 }))
    runReplicate(workspace, root, 1)
    expect(outcome(workspace, 0, 'chineseMakersShare.US', 5)).toBe(0)
    expect(outcome(workspace, 0, 'chineseMakersShare.US', 6)).toBeGreaterThan(0)
  })

  it('that cannot afford to come stays out, though plants cost nothing', () => {
    const laws = constantLaws({ marketEntryCost: 1e9, sunkCostNewPlant: 0, sunkCostExistingPlant: 0 })
    expect(usShare(laws, entryScenario(smallIndustry(), everywhere))).toBe(0)
  })

  it('with a higher cost advantage comes no less, and sells no less once there', () => {
    for (const plants of [{}, cheapPlants]) {
      let before = 0
      for (const costAdvantage of [-0.3, -0.1, 0, 0.1, 0.2, 0.3, 0.4]) {
        const scenario = entryScenario(smallIndustry(), { ...exporter, costAdvantage }, wallRegime(true))
        const share = usShare(constantLaws({ ...plants, marketEntryCost: 1 }), scenario)
        expect(share, String(costAdvantage)).toBeGreaterThanOrEqual(before)
        before = share
      }
      expect(before).toBeGreaterThan(0)
    }
  })

  it('sells more where the brand gap is smaller, or has closed', () => {
    const share = (changes: Parameters<typeof constantLaws>[0]): number =>
      usShare(constantLaws({ marketEntryCost: 0, ...changes }), entryScenario(smallIndustry(), exporter))
    const lasting = share({ brandGapClosing: 0 })
    const closing = share({ brandGapClosing: 0.15 })
    const closed = share({ brandGapClosing: 1 })
    const none = share({ brandGapUS: 0, brandGapClosing: 0 })
    expect(closing).toBeGreaterThan(1.1 * lasting)
    expect(closed).toBeGreaterThan(1.1 * closing)
    expect(none).toBeCloseTo(closed, 3)
  })

  it.each(['incomeGroups', 'ces'] as const)('comes in under %s demand too', (demand) => {
    expect(usShare(constantLaws(), entryScenario(smallIndustry(), exporter, undefined, demand))).toBeGreaterThan(0)
  })
})

describe('bars', () => {
  it('by ownership leave it no US sale, even from a plant in Mexico or the US', () => {
    // Mexico is the cheaper place, and plants there are free.
    const laws = constantLaws({ sunkCostNewPlant: 0, localProductionPenalty: -0.1, marketEntryCost: 0 })
    const workspace = workspaceOf(laws, entryScenario(smallIndustry(), everywhere, bannedRegime))
    runReplicate(workspace, root, 1)
    expect(outcome(workspace, 0, 'chineseMakersPlants.MX')).toBeGreaterThan(0)
    for (let t = 0; t <= entrantYears; t++) expect(outcome(workspace, 0, 'chineseMakersShare.US', t)).toBe(0)
    expect(outcome(workspace, 0, 'chineseMakersShare.CA')).toBeGreaterThan(0)
  })

  /** Coming in costs more than exports under 100% are worth. */
  const dear = { ...cheapPlants, marketEntryCost: 4 }

  it('of 100% keep exports out; a plant in Mexico comes in under the agreement, with its content', () => {
    const laws = constantLaws({ ...dear, entrantLocalSourcing: 0.7 })
    expect(usShare(laws, entryScenario(smallIndustry(), exporter, wallRegime(true)))).toBe(0)
    const scenario = entryScenario(smallIndustry(), viaMexico, wallRegime(true))
    const workspace = workspaceOf(laws, scenario)
    runReplicate(workspace, root, 1)
    expect(outcome(workspace, 0, 'chineseMakersShare.US')).toBeGreaterThan(1e-3)
    expect(outcome(workspace, 0, 'chineseMakersPlants.MX')).toBe(1)
    const { tables, plants } = workspace.economies[0]
    expect(plants.linePlace[longhe.line]).toBe(2)
    const cell = inMarket(smallIndustry().lines.length, { r: 1, m: destination.US, j: longhe.line, o: place.MX })
    expect(scenario.policy.programmes.names[tables.programme[cell]]).toBe('agreement')
    const shares = rowOf(scenario.policy, smallIndustry().lines.length, 1, cell) + rowShares
    const regional = [0, 1, 2, 3].reduce((sum, k) => sum + tables.rows[shares + k], 0)
    expect(regional).toBeGreaterThanOrEqual((0.75 - 0.18 - 0.15) / 0.85 - 1e-12)
  })

  it('and a plant in Mexico is no way round them for one that may not claim the agreement, or buys at home', () => {
    expect(usShare(constantLaws(dear), entryScenario(smallIndustry(), viaMexico, wallRegime(false)))).toBe(0)
    const kits = constantLaws({ ...dear, entrantLocalSourcing: 0 })
    expect(usShare(kits, entryScenario(smallIndustry(), viaMexico, wallRegime(true)))).toBe(0)
  })
})

describe('a ban that makers fear and that never comes', () => {
  it('keeps out a maker that would come in if none were feared', () => {
    const industry = smallIndustry()
    const { entrants } = entryScenario(industry, exporter)
    const feared = (chance: number): CompiledScenario => ({
      ...smallScenario('feared', industry, [baseRegime, bannedRegime], {
        truth: fromFirstYear(2, entrantYears, 0),
        belief: chain(2, entrantYears, [1 - chance, chance, 0, 1]),
        years: entrantYears,
      }),
      entrants,
    })
    const laws = constantLaws({ marketEntryCost: 6 })
    expect(usShare(laws, feared(0))).toBeGreaterThan(0)
    expect(usShare(laws, feared(0.5))).toBe(0)
  })
})

describe('plants of entrants', () => {
  const laws = constantLaws({ sunkCostNewPlant: 0.1, idlePlantCost: 0.01, marketEntryCost: 0 })

  it('are named, and bought where one is for sale at less', () => {
    const [built] = movesOf(laws, entryScenario(smallIndustry(), viaMexico, wallRegime(true)))
    expect(built).toMatchObject({ from: 'OVERSEAS', to: 'MX', plant: 'New Longhe plant, Mexico' })
    const industry = smallIndustry()
    industry.plantCapacity[3] *= 2
    const sale = { ...viaMexico, forSale: 3 }
    const [bought] = movesOf(laws, entryScenario(industry, sale, wallRegime(true)), industry)
    expect(bought).toMatchObject({ to: 'MX', plant: 'Atlas Saltillo' })
  })

  it('are counted where they build', () => {
    const workspace = workspaceOf(laws, entryScenario(smallIndustry(), viaMexico, wallRegime(true)))
    runReplicate(workspace, root, 1)
    expect(outcome(workspace, 0, 'chineseMakersPlants.MX', 0)).toBe(0)
    expect(outcome(workspace, 0, 'chineseMakersPlants.MX')).toBe(1)
    expect(outcome(workspace, 0, 'plantsOpened.MX')).toBe(1)
  })
})

describe('accounts with entrants', () => {
  it('add up in every draw', () => {
    const workspace = workspaceOf(wide, entryScenario(smallIndustry(), everywhere))
    let entered = 0
    for (let replicate = 0; replicate < 30; replicate++) {
      runReplicate(workspace, root, replicate)
      expect(workspace.results[0].status).toBe(replicateStatus.good)
      for (let t = 0; t <= entrantYears; t++) {
        const from = ['US', 'CA', 'MX', 'OVERSEAS'].map((o) => outcome(workspace, 0, `salesFrom.${o}`, t))
        const sales = from.reduce((sum, sold) => sum + sold, 0)
        expect(Math.abs(outcome(workspace, 0, 'sales.US', t) - sales)).toBeLessThan(1e-6)
      }
      if (outcome(workspace, 0, 'chineseMakersShare.US') > 0) entered++
    }
    expect(entered).toBeGreaterThan(0)
  })

  it('do not depend on the replicates that were run before', () => {
    const scenario = entryScenario(smallIndustry(), everywhere)
    const after = workspaceOf(wide, scenario)
    for (const replicate of [3, 9, 4]) runReplicate(after, root, replicate)
    const alone = workspaceOf(wide, scenario)
    runReplicate(alone, root, 4)
    expect(after.results[0].outcomes).toEqual(alone.results[0].outcomes)
  })
})
