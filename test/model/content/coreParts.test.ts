/** A floor on core parts: what it costs beside the vehicle's floors, by hand and against other ways to meet both. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { usSpared, sparingLadder } from '../../../engine/model/content/chargedContent.ts'
import { contentLadder } from '../../../engine/model/content/content.ts'
import { coreRegionalShare } from '../../../engine/model/content/coreMix.ts'
import { coreLadder } from '../../../engine/model/content/coreParts.ts'
import { ladderCost } from '../../../engine/model/content/ladderCost.ts'
import { createPartsLadder } from '../../../engine/model/content/partsLadder.ts'
import { place } from '../../../engine/model/inputs/sets.ts'
import { createPartsFloors, preparePartsFloors } from '../../../engine/model/content/partsFloors.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { smallScenario, fromFirstYear, baseRegime } from '../../reference/smallPolicy.ts'

interface Line {
  /** [origin] US, CA, MX, MX-CN, ALLY, CN */
  readonly weights: readonly number[]
  /** The vehicle's floors on US and Canadian, and on regional parts. */
  readonly labour: number
  readonly regional: number
  readonly share: number
  readonly odds: number
  readonly theta: number
}

/** With a duty on content that is not of the US where `weightFactor` is below 1. */
function solve(
  line: Line,
  floor: number,
  weightFactor = 1,
): { readonly cost: number; readonly shares: Float64Array; readonly ladder: number } {
  const weights = Float64Array.from(line.weights)
  const { theta, share, odds } = line
  const spared = weightFactor === 1 ? 0 : usSpared
  const room = createPartsLadder()
  room.vehicle.floors.set([0, line.labour, 0, line.regional, 0, 1])
  const floors = { ...createPartsFloors(1), theta, coreMix: { share, odds } }
  floors.core[0] = floor
  floors.spared[0] = spared
  floors.weightFactor[0] = weightFactor
  const ladder =
    spared === 0
      ? contentLadder(room.vehicle, weights, 0, theta)
      : sparingLadder(room, weights, 0, theta, weightFactor, spared)
  const cost = coreLadder(room, ladder, floors, 0, weights, 0)
  return { cost, shares: room.vehicle.shares, ladder }
}

const part = fc.double({ min: 0.01, max: 1, noNaN: true })
const fraction = fc.double({ min: 0, max: 0.98, noNaN: true })
const lines: fc.Arbitrary<Line> = fc.record({
  weights: fc.array(part, { minLength: 6, maxLength: 6 }),
  labour: fraction,
  regional: fraction,
  share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  odds: fc.double({ min: 0.3, max: 5, noNaN: true }),
  theta: fc.double({ min: 2, max: 8, noNaN: true }),
})

function regionalOf(values: ArrayLike<number>): number {
  return values[0] + values[1] + values[2] + values[3]
}

describe('the regional share of core parts', () => {
  it('has the drawn odds over the rest, and the two make up all parts', () => {
    fc.assert(
      fc.property(fraction, lines, (regional, { share, odds }) => {
        const core = coreRegionalShare(regional, { share, odds })
        const rest = (regional - share * core) / (1 - share)
        expect(core).toBeGreaterThanOrEqual(0)
        expect(core).toBeLessThanOrEqual(1)
        expect(core * (1 - rest)).toBeCloseTo(odds * rest * (1 - core), 9)
      }),
    )
  })
})

describe('a floor on core parts', () => {
  it('alone costs the ladder of half of the parts', () => {
    // 60% regional in all parts, core and rest alike: a core of 80% is as two bundles of equal value.
    const line = { weights: [0.3, 0.1, 0.15, 0.05, 0.3, 0.1], labour: 0, regional: 0, share: 0.5, odds: 1, theta: 4 }
    const { cost, shares } = solve(line, 0.8)
    const core = 0.6 * (0.8 / 0.6) ** 0.8 + 0.4 * (0.2 / 0.4) ** 0.8
    expect(cost).toBeCloseTo((0.5 * core + 0.5) ** -1.25, 12)
    expect(regionalOf(shares)).toBeCloseTo(0.7, 12)
    expect(shares[0] / shares[2]).toBeCloseTo(2, 12)
  })

  it('that the vehicle meets anyway changes no bit', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const before = solve(line, 0)
        const shares = [...before.shares]
        const met = solve(
          line,
          coreRegionalShare(regionalOf(line.weights) / line.weights.reduce((a, b) => a + b), line) * 0.999,
        )
        expect(met.cost).toBe(met.ladder)
        expect([...met.shares]).toEqual(shares)
      }),
    )
  })

  it('never costs less when it is raised, and never undoes what the vehicle must have', () => {
    fc.assert(
      fc.property(lines, fraction, fraction, (line, one, two) => {
        const low = solve(line, Math.min(one, two))
        const high = solve(line, Math.max(one, two))
        expect(high.cost).toBeGreaterThanOrEqual(low.cost * (1 - 1e-12))
        expect(low.cost).toBeGreaterThanOrEqual(low.ladder * (1 - 1e-12))
        for (const { shares } of [low, high, solve(line, one, 0.5)]) {
          expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
          expect(shares[0] + shares[1]).toBeGreaterThanOrEqual(line.labour - 1e-9)
          expect(regionalOf(shares)).toBeGreaterThanOrEqual(line.regional - 1e-9)
        }
      }),
    )
  })

  it('is met in the cheapest way beside a regional floor, at the value that core parts have', () => {
    // Two origins: the core at its floor x, the rest at what is left of the vehicle's floor. Every other pair costs more.
    fc.assert(
      fc.property(lines, fraction, fraction, (drawn, floor, x) => {
        const line = { ...drawn, labour: 0 }
        const { cost, ladder } = solve(line, floor)
        if (cost === ladder) return
        const total = line.weights.reduce((a, b) => a + b)
        const all = regionalOf(line.weights) / total
        const reached = Math.max(all, line.regional)
        const inCore = line.share * coreRegionalShare(all, line)
        const slopes = [reached / all, (1 - reached) / (1 - all)]
        const value = inCore * slopes[0] + (line.share - inCore) * slopes[1]
        const core = floor + (1 - floor) * x
        const rest = Math.min(1, Math.max(0, (line.regional - value * core) / (1 - value)))
        const power = line.theta / (line.theta + 1)
        const term = (before: number, after: number): number => (before > 0 ? before * (after / before) ** power : 0)
        const sum = (least: number): number =>
          term(inCore, value * core) +
          term(line.share - inCore, value * (1 - core)) +
          term(all - inCore, (1 - value) * least) +
          term(1 - all - line.share + inCore, (1 - value) * (1 - least))
        for (const more of [0, 0.1, 0.3, 0.6]) {
          expect(sum(rest + (1 - rest) * more) ** (-1 / power)).toBeGreaterThanOrEqual(cost * (1 - 1e-9))
        }
      }),
    )
  })
})

/** Cost of a core floor of 95%, and what the table makes of it. */
function costAt(rollUp: number, chineseOwned: number): number {
  const { policy } = smallScenario(
    'one',
    smallIndustry(),
    [{ name: 'one', programmes: [{ name: 'rule', duty: 0, coreFloor: 0.95, rollUp, admits: () => true }] }],
    { truth: fromFirstYear(1, 1, 0), years: 1 },
  )
  const floors = createPartsFloors(1)
  const parameters = {
    assemblyShare: 0.15,
    theta: 4,
    rvcSlack: 0.2,
    lvcSlack: 0,
    coreMix: { share: 0.5, odds: 2 },
    wageSpread: 0.14,
  }
  const table = { ...policy.programmes, chineseOwnedAreChinese: Uint8Array.of(chineseOwned) }
  preparePartsFloors(table, parameters, smallIndustry(), floors)
  expect(floors.core[0]).toBeCloseTo(0.95 - 0.2 * rollUp, 12)
  expect(floors.asks[0]).toBe(1)
  return ladderCost(createPartsLadder(), floors, 0, place.US, Float64Array.of(0.3, 0.05, 0.2, 0.15, 0.2, 0.1), 0)
}

describe('the table of floors', () => {
  it('leaves core parts the roll-up of the vehicle, and Chinese-owned suppliers to the rule', () => {
    expect(costAt(1, 0)).toBe(1)
    expect(costAt(0, 0)).toBeGreaterThan(1)
    expect(costAt(0, 1)).toBeGreaterThan(costAt(0, 0))
  })
})

describe('in the model', () => {
  const industry = smallIndustry()
  const years = 3
  const scenario = (name: string, core: number): CompiledScenario => {
    const programmes = baseRegime.programmes.map((one) =>
      one.name === 'agreement' ? { ...one, coreFloor: core, rollUp: 0 } : one,
    )
    const regimes = [baseRegime, { ...baseRegime, name, programmes }]
    return smallScenario(name, industry, regimes, { truth: fromFirstYear(2, years, 1), years })
  }
  const run = (...scenarios: readonly CompiledScenario[]): Workspace => {
    const workspace = createWorkspace(industry, constantLaws(), scenarios)
    runReplicate(workspace, rootKey(3), 4)
    return workspace
  }
  const workspace = run(...[0, 0.3, 0.97].map((core, n) => scenario(`core ${n}`, core)))
  const lastYear = (s: number, id: string): number => outcome(workspace, s, id, years)

  it('a floor below what lines have changes nothing, to the bit', () => {
    expect(workspace.results[1].outcomes).toEqual(workspace.results[0].outcomes)
  })

  it('a high one makes vehicles that claim the agreement dearer', () => {
    expect(lastYear(2, 'priceIndex.US')).toBeGreaterThan(lastYear(0, 'priceIndex.US'))
    expect(lastYear(2, 'output.MX')).toBeLessThan(lastYear(0, 'output.MX'))
  })
})
