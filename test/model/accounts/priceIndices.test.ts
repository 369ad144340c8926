/** The exact price index is the area under demand between two price vectors; the fixed basket stands beside it. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace } from '../../../engine/model/history/workspace.ts'
import type { DemandKind } from '../../../engine/model/inputs/policy.ts'
import { createEquilibrium, salesAtPrices } from '../../../engine/model/market/demand.ts'
import { outcome } from '../../reference/reading.ts'
import { type SmallRegime, agreement, baseRegime, tariffRegime } from '../../reference/smallPolicy.ts'
import { regimeWorkspace } from '../../reference/smallRun.ts'

const years = 6
const kinds: readonly DemandKind[] = ['nestedLogit', 'ces', 'incomeGroups']

function run(regime: SmallRegime, demand: DemandKind): Workspace {
  const workspace = regimeWorkspace(regime, years, { demand })
  runReplicate(workspace, rootKey(5), 2)
  return workspace
}

/** What buyers of market m would pay more, along the straight way from base-year prices, at what they would then buy: Simpson's rule. */
function areaUnderDemand({ economies: [{ ledger, year }], markets, structure }: Workspace, m: number): number {
  const from = ledger.basePrice[m]
  const to = year.price[m]
  const eq = createEquilibrium(structure)
  const steps = 200
  let area = 0
  for (let n = 0; n <= steps; n++) {
    const price = from.map((before, i) => (before < Infinity ? before + (n / steps) * (to[i] - before) : Infinity))
    salesAtPrices(markets[m], price, eq)
    const slope = eq.quantity.reduce((sum, sold, i) => (sold > 0 ? sum + sold * (to[i] - from[i]) : sum), 0)
    area += (slope * (n === 0 || n === steps ? 1 : n % 2 === 0 ? 2 : 4)) / (3 * steps)
  }
  return area
}

function spending({ economies: [{ ledger }] }: Workspace, m: number): number {
  return ledger.baseQuantity[m].reduce((sum, sold, i) => (sold > 0 ? sum + sold * ledger.basePrice[m][i] : sum), 0)
}

describe.each(kinds)('the exact index under %s', (kind) => {
  it('is the area under demand between the prices of the base year and those of today, over spending', () => {
    const workspace = run(tariffRegime(0.25), kind)
    for (const [m, market] of ['US', 'CA', 'MX'].entries()) {
      const index = outcome(workspace, 0, `exactPriceIndex.${market}`, years)
      expect(index - 1).toBeCloseTo(areaUnderDemand(workspace, m) / spending(workspace, m), 9)
    }
    expect(outcome(workspace, 0, 'exactPriceIndex.US', years)).toBeGreaterThan(1.01)
  })

  it('is 1 where nothing changes', () => {
    const still = run({ ...baseRegime, name: 'still' }, kind)
    for (const m of ['US', 'CA', 'MX']) expect(outcome(still, 0, `exactPriceIndex.${m}`, years)).toBeCloseTo(1, 12)
  })

  it('is that of the basket where prices change little, and below it where they change much', () => {
    const gap = (rate: number): number => {
      const workspace = run(tariffRegime(rate), kind)
      const at = (id: string): number => outcome(workspace, 0, id, years) - 1
      return 1 - at('exactPriceIndex.US') / at('priceIndex.US')
    }
    expect(gap(0.01)).toBeGreaterThan(0)
    expect(gap(0.01)).toBeLessThan(0.05)
    expect(gap(0.25)).toBeGreaterThan(2 * gap(0.01))
  })

  it('counts what vanishes, which the basket forgets', () => {
    // The only Chinese car is sold in Mexico and built in China.
    const barred = run(
      {
        name: 'barred',
        programmes: agreement().map((programme) => ({
          ...programme,
          admits: (m: number, j: number, o: number): boolean => programme.admits(m, j, o) && !(m === 2 && j === 8),
        })),
      },
      kind,
    )
    const { ledger, year } = barred.economies[0]
    expect(ledger.baseQuantity[2][5]).toBeGreaterThan(0)
    expect(year.price[2][5]).toBe(Infinity)
    const lost = (ledger.baseSurplus[2] - year.equilibria[2].surplus) / spending(barred, 2)
    expect(outcome(barred, 0, 'exactPriceIndex.MX', years) - 1).toBeCloseTo(lost, 12)
    expect(outcome(barred, 0, 'exactPriceIndex.MX', years)).toBeGreaterThan(
      outcome(barred, 0, 'priceIndex.MX', years) + 0.01,
    )
  })
})
