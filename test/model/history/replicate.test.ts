import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { replicateStatus } from '../../../engine/model/accounts/results.ts'
import { traceReplicate } from '../../../engine/model/explain/trace.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { withoutMaker, withLinesReversed } from '../../reference/changedIndustry.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws, constantLaws } from '../../reference/smallLaws.ts'
import { smallScenario, baseRegime, fromFirstYear, tariffRegime, chain } from '../../reference/smallPolicy.ts'

const years = 12
const root = rootKey(2024)
const wide = uniformLaws({
  ownElasticity: [4.2, 6.1],
  marketElasticity: [0.75, 1.45],
  nestingSigma: [0.4, 0.85],
  partsTheta: [3, 6],
  assemblyCostShare: [0.1, 0.2],
  rvcSlack: [0.05, 0.28],
  locationTheta: [4, 9],
  splitTheta: [4, 15],
  sunkCostExistingPlant: [0.2, 1.5],
  discountRate: [0.06, 0.13],
  costShockDeviation: [0, 0.02],
})

const base = (industry: Industry): CompiledScenario =>
  smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
const copy = (industry: Industry): CompiledScenario =>
  smallScenario('copy', industry, [baseRegime, { ...baseRegime, name: 'copy' }], {
    truth: fromFirstYear(2, years, 1),
    years,
  })
const tariff = (industry: Industry, rate = 0.25): CompiledScenario =>
  smallScenario('tariff', industry, [baseRegime, tariffRegime(rate)], { truth: fromFirstYear(2, years, 1), years })
const threat = (industry: Industry): CompiledScenario =>
  smallScenario('threat', industry, [baseRegime, tariffRegime(0.25)], {
    truth: fromFirstYear(2, years, 0),
    belief: chain(2, years, [0.7, 0.3, 0, 1]),
    years,
  })

function workspaceOf(
  scenarios: readonly ((industry: Industry) => CompiledScenario)[],
  laws: ParameterLaws = wide,
  industry: Industry = smallIndustry(),
): Workspace {
  return createWorkspace(
    industry,
    laws,
    scenarios.map((scenario) => scenario(industry)),
  )
}

describe('a policy that changes nothing', () => {
  it('moves no line in twelve years, in any draw', () => {
    const workspace = workspaceOf([copy])
    for (let replicate = 0; replicate < 200; replicate++) {
      const trace = traceReplicate(workspace, root, replicate)
      expect(trace.scenarios[0].status).toBe('good')
      expect(trace.scenarios[0].years.flatMap((year) => year.moves)).toEqual([])
    }
  })

  it('has the outcomes of the base policy, to the bit', () => {
    const workspace = workspaceOf([base, copy])
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(workspace, root, replicate)
      expect(workspace.results[1].outcomes).toEqual(workspace.results[0].outcomes)
    }
  })

  it('keeps base-year sales, prices and output when there are no shocks', () => {
    const workspace = workspaceOf([copy], constantLaws())
    runReplicate(workspace, root, 1)
    for (const id of ['output.US', 'output.MX', 'sales.US', 'priceIndex.CA', 'profit.all', 'partsJobs.MX']) {
      const before = outcome(workspace, 0, id, 0)
      for (let t = 1; t <= years; t++) {
        expect(Math.abs(outcome(workspace, 0, id, t) / before - 1), `${id} in year ${t}`).toBeLessThan(1e-8)
      }
    }
  })
})

describe('the base year of every draw', () => {
  it('returns the sales that were drawn, by market and place of assembly', () => {
    const workspace = workspaceOf([base])
    const lines = workspace.industry.lines.length
    for (let replicate = 0; replicate < 50; replicate++) {
      runReplicate(workspace, root, replicate)
      for (let o = 0; o < 4; o++) {
        let sold = 0
        for (let j = 0; j < lines; j++) if (workspace.industry.linePlace[j] === o) sold += workspace.draws.sales[j]
        const place = ['US', 'CA', 'MX', 'OVERSEAS'][o]
        expect(Math.abs(outcome(workspace, 0, `salesFrom.${place}`, 0) - sold)).toBeLessThan(1e-8 * (1 + sold))
      }
    }
  })
})

describe('a 25% duty on Mexico and Canada', () => {
  const workspace = workspaceOf([base, tariff])
  const difference = (id: string, t: number): number => outcome(workspace, 1, id, t) - outcome(workspace, 0, id, t)

  it('moves output to the US, raises US prices and lowers US sales in every draw', () => {
    for (let replicate = 0; replicate < 100; replicate++) {
      runReplicate(workspace, root, replicate)
      expect(workspace.results[1].status).toBe(replicateStatus.good)
      expect(difference('output.US', years)).toBeGreaterThan(0)
      expect(difference('output.MX', years)).toBeLessThan(0)
      expect(difference('priceIndex.US', years)).toBeGreaterThan(0)
      expect(difference('sales.US', years)).toBeLessThan(0)
      expect(difference('consumerSurplus.US', years)).toBeLessThan(0)
    }
  })

  it('collects the rate times the value: a quarter of what comes from Mexico', () => {
    for (let replicate = 0; replicate < 20; replicate++) {
      runReplicate(workspace, root, replicate)
      const rate = outcome(workspace, 1, 'dutyRate.MX', 1)
      expect(rate).toBeGreaterThan(0.25 - 1e-12)
      expect(rate).toBeLessThan(0.275 + 1e-12)
    }
  })
})

describe('a duty that makers fear and that never lands', () => {
  it('moves lines to the US although no duty is ever paid', () => {
    const workspace = workspaceOf([base, threat], constantLaws({ sunkCostExistingPlant: 0.2, sunkCostNewPlant: 0.8 }))
    let moved = 0
    for (let replicate = 0; replicate < 40; replicate++) {
      runReplicate(workspace, root, replicate)
      moved += outcome(workspace, 1, 'linesIn.US', years)
      expect(outcome(workspace, 1, 'dutyRate.MX', 3)).toBeLessThan(0.03)
    }
    expect(moved).toBeGreaterThan(0)
  })
})

describe('accounts of every year', () => {
  const workspace = workspaceOf([tariff])

  it('add up: what is built is sold in a market or shipped out of the region', () => {
    for (let replicate = 0; replicate < 30; replicate++) {
      runReplicate(workspace, root, replicate)
      for (let t = 0; t <= years; t++) {
        const of = (id: string): number => outcome(workspace, 0, id, t)
        for (const place of ['US', 'CA', 'MX']) {
          const sold = of(`salesFrom.${place}`) + of(`salesToCanadaFrom.${place}`) + of(`salesToMexicoFrom.${place}`)
          expect(Math.abs(of(`output.${place}`) - sold - of(`exports.${place}`))).toBeLessThan(1e-6)
        }
        const sales = ['US', 'CA', 'MX', 'OVERSEAS'].reduce((sum, place) => sum + of(`salesFrom.${place}`), 0)
        expect(Math.abs(of('sales.US') - sales)).toBeLessThan(1e-6)
        expect(of('imports.US')).toBeCloseTo(sales - of('salesFrom.US'), 6)
        const profit = of('profit.US') + of('profit.Asia and Europe') + of('profit.China')
        expect(of('profit.all')).toBeCloseTo(profit, 6)
        if (of('output.MX') === 0) expect(of('assemblyJobs.MX')).toBe(0)
      }
    }
  })

  it('reports shares between 0 and 1', () => {
    runReplicate(workspace, root, 3)
    outcomeDefinitions.forEach((definition) => {
      if (definition.unit !== 'share') return
      for (let t = 0; t <= years; t++) {
        const value = outcome(workspace, 0, definition.id, t)
        expect(value, definition.id).toBeGreaterThanOrEqual(0)
        expect(value, definition.id).toBeLessThanOrEqual(1)
      }
    })
  })
})

describe('draws', () => {
  it('do not depend on the replicates that were run before', () => {
    const after = workspaceOf([base, tariff])
    for (const replicate of [3, 9, 4]) runReplicate(after, root, replicate)
    const alone = workspaceOf([base, tariff])
    runReplicate(alone, root, 4)
    expect(after.results[1].outcomes).toEqual(alone.results[1].outcomes)
  })

  it('stay as they are for the others when one maker is taken away', () => {
    const all = workspaceOf([base])
    const fewer = workspaceOf([base], wide, withoutMaker(smallIndustry(), 'longhe'))
    runReplicate(all, root, 11)
    runReplicate(fewer, root, 11)
    expect(fewer.draws.parameters).toEqual(all.draws.parameters)
    const kept = fewer.industry.lines.map((line) => all.industry.lines.findIndex(({ id }) => id === line.id))
    kept.forEach((j, n) => {
      expect(fewer.draws.locationGap.subarray(4 * n, 4 * n + 4)).toEqual(
        all.draws.locationGap.subarray(4 * j, 4 * j + 4),
      )
      expect(fewer.draws.cycle[n]).toBe(all.draws.cycle[j])
      expect(fewer.draws.partShares.subarray(24 * n, 24 * n + 24)).toEqual(
        all.draws.partShares.subarray(24 * j, 24 * j + 24),
      )
    })
  })

  it("belong to lines and not to their order: reversing a product's lines changes nothing", () => {
    const one = workspaceOf([base, tariff])
    const other = workspaceOf([base, tariff], wide, withLinesReversed(smallIndustry()))
    for (let replicate = 0; replicate < 10; replicate++) {
      runReplicate(one, root, replicate)
      runReplicate(other, root, replicate)
      one.results[1].outcomes.forEach((value, n) => {
        const there = other.results[1].outcomes[n]
        expect(Math.abs(there - value)).toBeLessThan(1e-7 * Math.max(1, Math.abs(value)))
      })
    }
  })
})

describe.each(['incomeGroups', 'ces'] as const)('%s demand', (demand) => {
  it('runs the same years behind the same functions', () => {
    const industry = smallIndustry()
    const options = { truth: fromFirstYear(2, years, 1), years, demand }
    const workspace = createWorkspace(industry, constantLaws(), [
      smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], options),
    ])
    runReplicate(workspace, root, 2)
    expect(workspace.results[0].status).toBe(replicateStatus.good)
    expect(outcome(workspace, 0, 'output.US', years)).toBeGreaterThan(outcome(workspace, 0, 'output.US', 0))
  })
})

describe('buyers who differ by income', () => {
  const alike = (demand: 'incomeGroups' | 'nestedLogit'): CompiledScenario => {
    const options = { truth: fromFirstYear(2, years, 1), years, demand }
    const scenario = smallScenario('tariff', smallIndustry(), [baseRegime, tariffRegime(0.25)], options)
    return { ...scenario, incomeGroups: demand === 'incomeGroups' ? 1 : 0 }
  }

  it('leave all outcomes as they are in the nested logit where they are in one group', () => {
    for (let d = 0; d < 3; d++) {
      const [one, other] = (['incomeGroups', 'nestedLogit'] as const).map((demand) => {
        const workspace = createWorkspace(smallIndustry(), wide, [alike(demand)])
        runReplicate(workspace, root, d)
        return workspace.results[0].outcomes
      })
      one.forEach((value, n) => {
        expect(Math.abs(value - other[n])).toBeLessThan(1e-6 * Math.max(1, Math.abs(other[n])))
      })
    }
  })

  it('give a replicate the same bits whatever was computed before it', () => {
    const scenario = { ...alike('incomeGroups'), incomeGroups: 4 }
    const alone = createWorkspace(smallIndustry(), wide, [scenario])
    const after = createWorkspace(smallIndustry(), wide, [scenario])
    runReplicate(after, root, 5)
    for (const workspace of [alone, after]) runReplicate(workspace, root, 6)
    expect(after.results[0].outcomes).toEqual(alone.results[0].outcomes)
  })
})

describe('scenarios of one run', () => {
  it('must share the reach of Chinese-owned suppliers in the base year', () => {
    const industry = smallIndustry()
    const given = base(industry)
    const chineseSuppliers = Float64Array.from(given.policy.chineseSuppliers, () => 2)
    const other = { ...given, policy: { ...given.policy, chineseSuppliers } }
    expect(() => createWorkspace(industry, wide, [given, other])).toThrow(/differ in the policy of the base year/)
  })

  it('must share the policy of the base year', () => {
    const industry = smallIndustry()
    const other = smallScenario('other', industry, [tariffRegime(0.1)], { truth: fromFirstYear(1, years, 0), years })
    expect(() => createWorkspace(industry, wide, [base(industry), other])).toThrow(
      /differ in the policy of the base year/,
    )
  })

  it('must share the horizon', () => {
    const industry = smallIndustry()
    const shorter = smallScenario('shorter', industry, [baseRegime], { truth: fromFirstYear(1, 5, 0), years: 5 })
    expect(() => createWorkspace(industry, wide, [base(industry), shorter])).toThrow(/same horizon/)
  })
})
