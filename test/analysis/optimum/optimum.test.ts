import { assert, double, property, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optimumOf, usualOptimum, type Optimum } from '../../../engine/analysis/optimum/optimum.ts'
import { topOf } from '../../../engine/analysis/optimum/top.ts'
import { newStream, rootKey, startStream } from '../../../engine/math/streams.ts'
import { nextNormal } from '../../reference/normal.ts'
import { paperParameters } from '../../../engine/model/replication/closure.ts'
import { lafferOutcome } from '../../../engine/model/replication/laffer.ts'

const root = rootKey('optimum')
const steps = Float64Array.from({ length: 11 }, (_, n) => n / 10)

/** Curves top - 10 (x - peak_d)^2 + noise, with peaks around 0.43 and noise of each replicate's own level. */
function quadratics(count: number, seed: string, spread: number, noise: number): readonly Float64Array[] {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, 0, 0)
  const peaks = Float64Array.from({ length: count }, () => 0.43 + spread * nextNormal(stream))
  const level = Float64Array.from({ length: count }, () => 50 * nextNormal(stream))
  const curve = (x: number, d: number): number => level[d] + 100 - 10 * (x - peaks[d]) ** 2 + noise * nextNormal(stream)
  return Array.from(steps, (x) => peaks.map((_, d) => curve(x, d)))
}

function optimum(columns: readonly Float64Array[], levels: Float64Array = steps, rounds: number = 200): Optimum {
  const status = columns.map((column) => new Uint8Array(column.length))
  return optimumOf(levels, columns, status, root, { ...usualOptimum, rounds })
}

function widthOf({ interval }: Optimum): number {
  return interval.high - interval.low
}

function between(min: number, max: number): Arbitrary<number> {
  return double({ min, max, noNaN: true })
}

describe('the top of a curve', () => {
  test('is the vertex of a parabola, between unequal steps too', () => {
    assert(
      property(between(0.25, 0.6), between(0.1, 50), (peak, bend) => {
        const levels = Float64Array.of(0, 0.1, 0.25, 0.3, 0.6, 1)
        const top = topOf(
          levels,
          levels.map((x) => 7 - bend * (x - peak) ** 2),
        )
        expect(top.at).toBeCloseTo(peak, 8)
        expect(top.value).toBeCloseTo(7, 8)
        expect(top.shape).toBe('interior')
      }),
    )
  })

  test('at an end is that end, and of a level curve is nowhere', () => {
    const levels = Float64Array.of(0, 1, 2)
    expect(topOf(levels, Float64Array.of(3, 2, 1))).toMatchObject({ at: 0, shape: 'lowest level' })
    expect(topOf(levels, Float64Array.of(1, 2, 3))).toMatchObject({ at: 2, shape: 'highest level' })
    expect(topOf(levels, Float64Array.of(2, 2, 2))).toMatchObject({ at: NaN, shape: 'flat' })
  })
})

describe('an optimum', () => {
  test('finds the peak of the mean however much replicates differ in level', () => {
    const { top, interval, atAnEnd } = optimum(quadratics(400, 'exact', 0, 0))
    expect(top.at).toBeCloseTo(0.43, 8)
    expect(interval.high - interval.low).toBeLessThan(1e-8)
    expect(atAnEnd).toBe(0)
  })

  test('has an interval that holds the true peak about as often as it says', () => {
    const runs = Array.from({ length: 200 }, (_, n) => optimum(quadratics(100, `cover ${n}`, 0.1, 0.5), steps, 100))
    const held = runs.filter(({ interval: { low, high } }) => low <= 0.43 && 0.43 <= high).length
    expect(held / 200).toBeGreaterThan(0.88)
    expect(held / 200).toBeLessThan(0.99)
  })

  test('keeps where replicates peak apart from how well the mean is known', () => {
    const few = optimum(quadratics(100, 'apart', 0.1, 0))
    const many = optimum(quadratics(6400, 'apart', 0.1, 0), steps, 50)
    expect(widthOf(few) / widthOf(many)).toBeGreaterThan(5)
    for (const { perReplicate } of [few, many]) {
      expect(Math.abs(perReplicate.median - 0.43)).toBeLessThan(0.03)
      // 5% to 95% of a normal law are 3.29 deviations apart.
      expect(Math.abs(perReplicate.high - perReplicate.low - 0.329)).toBeLessThan(0.07)
    }
  })

  test('says how flat the top is, and by paired differences', () => {
    const { withinShare, withinError, levels } = optimum(quadratics(400, 'flat', 0, 0))
    // A level x falls short of the highest, 0.4, by 10 (x - 0.43)^2 - 10 (0.03)^2: within 1 for |x - 0.43| < 0.3176.
    expect(withinShare).toEqual({ low: 0.2, high: 0.7 })
    expect(withinError).toEqual({ low: 0.4, high: 0.4 })
    expect(levels[4].shortfall).toBe(0)
    expect(levels[5].shortfallStandardError).toBeLessThan(1e-10)
    expect(levels[5].standardError).toBeGreaterThan(1)
  })

  test('says when the best is at an end', () => {
    const rising = Array.from(steps, (x) => Float64Array.of(x, 2 * x, x + 1))
    const { top, atAnEnd, perReplicate } = optimum(rising)
    expect(top).toMatchObject({ at: 1, shape: 'highest level' })
    expect(atAnEnd).toBe(1)
    expect(perReplicate.shapes['highest level']).toBeCloseTo(1, 12)
  })

  test('leaves out replicates that failed at any level', () => {
    const columns = [Float64Array.of(1, 9), Float64Array.of(2, 0), Float64Array.of(1, 0)]
    const status = [new Uint8Array(2), Uint8Array.of(0, 1), new Uint8Array(2)]
    const found = optimumOf(Float64Array.of(0, 1, 2), columns, status, root)
    expect(found).toMatchObject({ n: 1, failed: 1, top: { at: 1 } })
  })

  test('asks for three rising levels and a good replicate', () => {
    const columns = [1, 2, 3].map((value) => Float64Array.of(value))
    expect(() => optimum(columns, Float64Array.of(0, 2, 1))).toThrow(/three rising levels .* given: 0, 2, 1/)
    const status = [1, 0, 0].map((s) => Uint8Array.of(s))
    expect(() => optimumOf(Float64Array.of(0, 1, 2), columns, status, root)).toThrow(/no replicate/)
  })
})

describe('the Laffer curve of Head, Mayer and Melitz', () => {
  const rules = Float64Array.from({ length: 13 }, (_, n) => 0.4 + n * 0.045)

  test.each([
    [1.01, 0.755, 0.655],
    [1.025, 0.805, 0.71],
  ])('at tau %f peaks at rule %f for content and %f for parts jobs, from thirteen rules', (tau, content, jobs) => {
    const outcomes = Array.from(rules, (rule) => lafferOutcome([{ tau, tauQ: tau }], rule, paperParameters))
    const peak = (values: readonly number[]): number =>
      optimum(
        values.map((v) => Float64Array.of(v)),
        rules,
        1,
      ).top.at
    expect(Math.abs(peak(outcomes.map((outcome) => outcome.content)) - content)).toBeLessThan(0.012)
    expect(Math.abs(peak(outcomes.map((outcome) => outcome.partsJobsChange)) - jobs)).toBeLessThan(0.012)
  })
})
