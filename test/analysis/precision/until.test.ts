import { describe, expect, test } from 'vitest'
import { convergenceOf, doublingBoundaries } from '../../../engine/analysis/precision/convergence.ts'
import { estimateOf, type Statistic } from '../../../engine/analysis/precision/estimate.ts'
import {
  checkPrecision,
  precisionOf,
  type PrecisionTarget,
  type Schedule,
} from '../../../engine/analysis/precision/until.ts'
import { normalSample } from './normalSample.ts'

const schedule: Schedule = { min: 100, max: 10_000, batch: 50 }
const meanTarget: PrecisionTarget = { outcome: 'output.US', statistic: 'mean', halfWidth: 0.1, confidence: 0.95 }

describe('an estimate', () => {
  test('has the half width of its kind', () => {
    const values = Float64Array.from({ length: 100 }, (_, n) => n)
    expect(estimateOf(values, { statistic: 'mean' }, 0.95).halfWidth).toBeCloseTo(0.1959964 * Math.sqrt(841.6667), 4)
    // Ranks 40 and 61 enclose the median of a hundred at 95%.
    const median = estimateOf(values, { statistic: 'quantile', probability: 0.5 }, 0.95)
    expect(median).toMatchObject({ estimate: 49.5, halfWidth: 10.5 })
    // Wilson's interval for 10 of 100 is 0.0552 to 0.1744.
    const share = estimateOf(values, { statistic: 'probability', above: 89.5 }, 0.95)
    expect(share.estimate).toBe(0.1)
    expect(share.halfWidth).toBeCloseTo((0.1744 - 0.0552) / 2, 4)
  })

  test('of too few replicates is bounded by nothing', () => {
    expect(estimateOf(new Float64Array(0), { statistic: 'mean' }, 0.95).halfWidth).toBe(Infinity)
    expect(estimateOf(Float64Array.of(1), { statistic: 'difference' }, 0.95).halfWidth).toBe(Infinity)
    const low = estimateOf(Float64Array.of(1, 2, 3), { statistic: 'quantile', probability: 0.05 }, 0.95)
    expect(low.halfWidth).toBe(Infinity)
  })

  test.each([
    ['mean', { statistic: 'mean' }, 0],
    ['quantile', { statistic: 'quantile', probability: 0.9 }, 1.2815515655],
    ['probability', { statistic: 'probability', above: 1 }, 0.1586552539],
  ] as const)('of a %s holds the truth in 95 of 100 runs, a thousand runs long', (_, statistic: Statistic, truth) => {
    let held = 0
    for (let seed = 0; seed < 1000; seed++) {
      const { estimate, halfWidth } = estimateOf(normalSample(200, seed), statistic, 0.95)
      if (Math.abs(estimate - truth) <= halfWidth) held += 1
    }
    // Half widths around the estimate are what stopping looks at; intervals themselves lie a little to the side.
    expect(held / 1000).toBeGreaterThan(0.925)
    expect(held / 1000).toBeLessThan(0.98)
  })
})

/** Share of 1,000 runs that hold the truth, stopped at a half width of 0.3 and looked at every second replicate. */
function sequentialCoverage(min: number): number {
  let held = 0
  for (let seed = 0; seed < 1000; seed++) {
    const values = normalSample(200, seed)
    for (let done = min; done <= 200; done += 2) {
      const { estimate, halfWidth } = estimateOf(values.subarray(0, done), { statistic: 'mean' }, 0.95)
      if (halfWidth > 0.3 && done < 200) continue
      if (Math.abs(estimate) <= halfWidth) held += 1
      break
    }
  }
  return held / 1000
}

describe('a run until it is exact enough', () => {
  test('knows which target binds and how many replicates it needs', () => {
    const values = normalSample(400, 1)
    const targets: PrecisionTarget[] = [
      { ...meanTarget, halfWidth: 0.15 },
      { ...meanTarget, halfWidth: 0.04 },
    ]
    const { targets: states, binding, verdict, next, projected } = precisionOf([values, values], targets, schedule, 400)
    expect(states.map(({ reached }) => reached)).toEqual([true, false])
    expect(binding).toBe(1)
    expect(verdict).toBe('go on')
    expect(next).toBe(450)
    // (1.96/0.04)^2 = 2401 for a deviation of 1.
    expect(Math.abs(projected / 2401 - 1)).toBeLessThan(0.15)
    expect(projected % 50).toBe(0)
  })

  test('needs more replicates where some fail', () => {
    const values = normalSample(400, 1)
    const projected = (done: number): number =>
      precisionOf([values], [{ ...meanTarget, halfWidth: 0.04 }], schedule, done).projected
    expect(projected(800) / projected(400)).toBeCloseTo(2, 1)
  })

  test('neither stops before the minimum nor goes on beyond the maximum', () => {
    const exact = new Float64Array(60).fill(5)
    expect(precisionOf([exact], [meanTarget], schedule, 60)).toMatchObject({ verdict: 'go on', next: 110 })
    const wild = normalSample(10_000, 2).map((value) => 1e6 * value)
    const full = precisionOf([wild], [meanTarget], schedule, 10_000)
    expect(full).toMatchObject({ verdict: 'at the maximum', projected: 10_000 })
    const enough = precisionOf([normalSample(1000, 3)], [meanTarget], schedule, 1000)
    expect(enough).toMatchObject({ verdict: 'reached', next: 1000 })
  })

  test('covers less than it says when it may stop early, and nearly as much with a minimum', () => {
    const [early, late] = [sequentialCoverage(4), sequentialCoverage(50)]
    expect(early).toBeLessThan(0.93)
    expect(late).toBeGreaterThan(0.93)
    expect(late).toBeGreaterThan(early)
  })

  test('knows nothing before the first good replicate', () => {
    const state = precisionOf([new Float64Array(0)], [meanTarget], schedule, 20)
    expect(state).toMatchObject({ binding: 0, verdict: 'go on', next: 100, projected: 10_000 })
  })

  test('says what is wrong with a target or a schedule', () => {
    expect(() => checkPrecision([], schedule)).toThrow(/at least one target/)
    expect(() => checkPrecision([{ ...meanTarget, halfWidth: 0 }], schedule)).toThrow(/output.US: the half .* given: 0/)
    expect(() => checkPrecision([{ ...meanTarget, confidence: 95 }], schedule)).toThrow(/as 0.95; given: 95/)
    expect(() => checkPrecision([meanTarget], { ...schedule, min: 1e6 })).toThrow(/at most max; given: min 1000000/)
    expect(() => checkPrecision([meanTarget], schedule)).not.toThrow()
  })
})

describe('a table of convergence', () => {
  test('has the estimate of the replicates so far, without those that failed', () => {
    const [values, status] = [Float64Array.of(1, 2, 99, 3), Uint8Array.of(0, 0, 1, 0)]
    const rows = convergenceOf(values, status, { statistic: 'mean' }, 0.95, [2, 3, 4])
    expect(rows.map(({ n, estimate }) => [n, estimate])).toEqual([
      [2, 1.5],
      [2, 1.5],
      [3, 2],
    ])
  })

  test('has rows at doubling batches and at the end', () => {
    expect(doublingBoundaries(50, 450)).toEqual([50, 100, 200, 400, 450])
    expect(doublingBoundaries(50, 50)).toEqual([50])
    const none = new Float64Array(3)
    expect(() => convergenceOf(none, new Uint8Array(3), { statistic: 'mean' }, 0.95, [4])).toThrow(/given: 4/)
  })
})
