import { describe, expect, it } from 'vitest'
import {
  compliancePenalty,
  createRegionalLadder,
  costShareOfPartShare,
  freeShare,
  logCutoffDelta,
  logFreeComplianceDelta,
  partShareOfCostShare,
} from '../../engine/model/replication/carline.ts'
import { paperParameters, precisionOf, type ClosureParameters } from '../../engine/model/replication/closure.ts'
import { cutoffsOf, lafferOutcome } from '../../engine/model/replication/laffer.ts'
import { peakOf } from '../../engine/model/replication/peak.ts'
import { penaltyOfSales } from '../../engine/model/replication/penaltyIndex.ts'
import { normalCdf } from '../../engine/math/normalQuantile.ts'
import { alwaysComplierDelta, freeCost, penaltyIndex } from '../reference/headMayerMelitz.ts'
import { lafferOnGrid } from '../reference/laffer.ts'

const theta = 4
const both = (tau: number) => [{ tau, tauQ: tau }]

describe('a carline of two origins of parts', () => {
  it.each([
    [0.7, 0.8, 1.114003],
    [0.7, 1, 1.025464],
    [0.9, 1.25, 1.031754],
    [0.5, 0.6, 1.155879],
  ])('that buys a share %f of its parts in the region at delta %f costs as known', (chi, delta, cost) => {
    expect(
      compliancePenalty(createRegionalLadder(), costShareOfPartShare(chi, delta, theta), delta, theta),
    ).toBeCloseTo(cost, 6)
  })

  it("has cost and part shares that are each other's inverse", () => {
    for (const chi of [0.05, 0.4, 0.9]) {
      expect(partShareOfCostShare(costShareOfPartShare(chi, 0.8, theta), 0.8, theta)).toBeCloseTo(chi, 14)
    }
  })

  it('spends on regional parts the share that it buys of them when nothing constrains it', () => {
    expect(costShareOfPartShare(freeShare(0.8, theta), 0.8, theta)).toBeCloseTo(freeShare(0.8, theta), 14)
    expect(freeCost(0.8, theta)).toBeCloseTo(freeShare(0.8, theta) ** (1 / theta), 14)
  })

  it('complies with any rule above the delta where all regional parts cost as much as the penalty', () => {
    const delta = alwaysComplierDelta(1.1, theta)
    expect(delta).toBeCloseTo(1.211566, 6)
    expect(1 - normalCdf(Math.log(delta) / 0.2)).toBeCloseTo(0.168636, 6)
    expect(compliancePenalty(createRegionalLadder(), 1, delta, theta)).toBeCloseTo(1.1, 12)
  })

  it('pays exactly the penalty at its cut-off', () => {
    for (const tau of [1.0001, 1.01, 1.1, 1.3]) {
      const parts = createRegionalLadder()
      const complianceAt = (logDelta: number): number => compliancePenalty(parts, 0.7, Math.exp(logDelta), theta)
      const cutoff = logCutoffDelta(complianceAt, 0.85, tau, -3, logFreeComplianceDelta(0.7, theta))
      expect(compliancePenalty(parts, 0.7, Math.exp(cutoff), theta) ** 0.85).toBeCloseTo(tau, 12)
    }
  })
})

describe('parts alone, with mu 0, sigma 0.2 and tau 1.1', () => {
  const parts: ClosureParameters = { ...paperParameters, mu: 0, sigma: 0.2, assemblyMean: 0 }

  it('have the known cut-offs and shares of carlines under a rule of 62.5% of cost', () => {
    const cutoffs = cutoffsOf(0.625, 0, 1.1, parts)
    const cutoff = Math.exp(parts.sigma * cutoffs.cutoff)
    expect(cutoff).toBeCloseTo(0.686655, 6)
    expect(freeShare(cutoff, theta)).toBeCloseTo(0.181876, 6)
    expect(Math.exp(parts.sigma * cutoffs.free)).toBeCloseTo(1.136219, 6)
    const outcome = lafferOutcome(both(1.1), 0.625, parts)
    expect(outcome.constrained).toBeCloseTo(0.708356, 6)
    expect(outcome.nonCompliant).toBeCloseTo(0.03008, 6)
  })

  it.each([
    [0.5, 0.56509],
    [0.6, 0.6041],
    [0.7, 0.63506],
    [0.8, 0.642],
    [0.9, 0.61187],
    [0.95, 0.58145],
  ])('have, under a rule of %f of the number of parts, the regional part share %f', (rule, share) => {
    const outcome = lafferOutcome(both(1.1), rule, { ...parts, ruleOn: 'parts' })
    expect(Math.abs(outcome.partShare - share)).toBeLessThan(1e-5)
  })

  it('have the top of that curve at 77.2%', () => {
    const peak = peakOf((rule) => lafferOutcome(both(1.1), rule, { ...parts, ruleOn: 'parts' }).partShare, 0.5, 0.98)
    expect(Math.abs(peak.at - 0.772)).toBeLessThan(0.001)
    expect(Math.abs(peak.value - 0.64336)).toBeLessThan(1e-5)
  })
})

describe('the penalty index', () => {
  it.each([
    [9, 1.025, 1.022386],
    [9, 1.25, 1.212637],
    [0.05, 1.06, 1.002559],
    [1, 1.25, 1.097723],
  ])('for a ratio %f of sales at a duty factor %f is %f', (ratio, factor, tau) => {
    expect(penaltyIndex([ratio], [factor], 4).tau).toBeCloseTo(tau, 6)
  })

  it('adds destinations up', () => {
    expect(penaltyIndex([2, 3], [1.1, 1.1], 4).tau).toBeCloseTo(penaltyIndex([5], [1.1], 4).tau, 14)
    expect(penaltyIndex([2, 3], [1.1, 1], 4).tau).toBeCloseTo(penaltyIndex([0.5], [1.1], 4).tau, 14)
  })

  it('is the duty where everything is sold at that duty', () => {
    const penalty = penaltyOfSales([{ sales: 7, factor: 1.2 }], 4)
    expect(penalty.tau).toBeCloseTo(1.2, 14)
    expect(penalty.tauQ).toBeCloseTo(1.2, 14)
  })

  it('needs sales', () => {
    expect(() => penaltyOfSales([{ sales: 0, factor: 1.2 }], 4)).toThrow(/sales somewhere; given: 0/)
  })
})

describe('the Laffer table', () => {
  it.each([
    [1.01, 0, 0, 100, 0, 65.774, 0, 0, 0, 0],
    [1.25, 0, 0, 100, 0, 65.774, 0, 0, 0, 0],
    [1.01, 0.625, 25.748, 61.001, 13.251, 67.521, 3.238, 2.371, -0.806, 0.203],
    [1.01, 0.75, 33.828, 30.936, 35.236, 68.131, 3.792, 1.9, -1.816, 0.46],
    [1.025, 0.625, 33.54, 61.001, 5.459, 68.998, 6.525, 4.968, -1.285, 0.326],
    [1.025, 0.75, 49.805, 30.936, 19.259, 71.077, 9.16, 5.466, -3.264, 0.838],
    [1.025, 0.85, 48.039, 9.771, 42.19, 71.072, 8.548, 2.39, -5.715, 1.487],
    [1.05, 0.75, 61.121, 30.936, 7.943, 74.187, 15.79, 10.145, -4.33, 1.125],
  ])('at tau %f and rule %f', (tau, rule, cc, cu, nc, content, x, l, la, price) => {
    const ours = lafferOutcome(both(tau), rule, paperParameters)
    const known = [
      [ours.constrained, cc],
      [ours.unconstrained, cu],
      [ours.nonCompliant, nc],
      [ours.content, content],
      [ours.partShareChange, x],
      [ours.partsJobsChange, l],
      [ours.assemblyJobsChange, la],
      [ours.priceChange, price],
    ]
    for (const [fraction, percent] of known) expect(Math.abs(100 * fraction - percent)).toBeLessThan(0.02)
  })

  it.each([
    [1.01, 0.755, 0.655],
    [1.025, 0.805, 0.71],
  ])('has its peaks, at tau %f, at rule %f for content and %f for parts jobs', (tau, content, jobs) => {
    const outcome = (rule: number) => lafferOutcome(both(tau), rule, paperParameters)
    expect(Math.abs(peakOf((rule) => outcome(rule).content, 0.4, 0.98).at - content)).toBeLessThan(0.005)
    expect(Math.abs(peakOf((rule) => outcome(rule).partsJobsChange, 0.4, 0.98).at - jobs)).toBeLessThan(0.005)
  })
})

describe('the Laffer integrals', () => {
  it('agree with a grid on which each carline takes the cheaper choice', () => {
    for (const [tau, tauQ, rule] of [
      [1.025, 1.025, 0.75],
      [1.1, 1.12, 0.9],
      [1.004, 1.004, 0.4],
    ]) {
      const exact = lafferOutcome([{ tau, tauQ }], rule, paperParameters)
      const onGrid = lafferOnGrid({ tau, tauQ }, rule, paperParameters)
      for (const [name, value] of Object.entries(onGrid)) {
        expect(Math.abs(value - exact[name as 'content']), `${name} at ${tau}, ${rule}`).toBeLessThan(5e-4)
      }
    }
  })

  it('are within 1e-7 of those with far more nodes', () => {
    for (const [tau, rule] of [
      [1.025, 0.75],
      [1.25, 0.95],
      [1.002, 0.5],
    ]) {
      const standard = lafferOutcome(both(tau), rule, paperParameters)
      const fine = lafferOutcome(both(tau), rule, paperParameters, precisionOf(70))
      for (const name of ['constrained', 'content', 'partShareChange', 'partsJobsChange', 'priceChange'] as const) {
        expect(Math.abs(standard[name] - fine[name])).toBeLessThan(1e-7)
      }
    }
  })

  it('count carlines once each', () => {
    const mixed = lafferOutcome([...both(1.01), ...both(1.05), ...both(1.05)], 0.75, paperParameters)
    const parts = [1.01, 1.05].map((tau) => lafferOutcome(both(tau), 0.75, paperParameters).partsJobsChange)
    expect(mixed.partsJobsChange).toBeCloseTo((parts[0] + 2 * parts[1]) / 3, 14)
  })

  it('change nothing for a carline without a penalty, which just does not comply', () => {
    const free = lafferOutcome(both(1), 0.75, paperParameters)
    expect(free.constrained).toBe(0)
    expect(free.nonCompliant).toBeGreaterThan(0.5)
    expect([free.partShareChange, free.partsJobsChange, free.assemblyJobsChange]).toEqual([0, 0, 0])
    expect(free.priceChange).toBe(0)
  })

  it('comply less under the stricter test on parts alone', () => {
    const vehicle = lafferOutcome(both(1.025), 0.75, paperParameters)
    const parts = lafferOutcome(both(1.025), 0.75, { ...paperParameters, complianceTest: 'parts' })
    expect(parts.nonCompliant).toBeGreaterThan(vehicle.nonCompliant)
    expect(parts.unconstrained).toBeCloseTo(vehicle.unconstrained, 14)
  })

  it('say what is wrong with a rule, a penalty or a parameter', () => {
    expect(() => lafferOutcome(both(1.1), 75, paperParameters)).toThrow(/fraction from 0 to 1, as in 0.75; given: 75/)
    expect(() => lafferOutcome(both(0.9), 0.75, paperParameters)).toThrow(/at least 1, as in 1.025; given: tau 0.9/)
    expect(() => lafferOutcome([], 0.75, paperParameters)).toThrow(/at least one carline/)
    expect(() => lafferOutcome(both(1.1), 0.75, { ...paperParameters, sigma: 0 })).toThrow(/sigma must be above 0/)
  })
})
