import { describe, expect, test } from 'vitest'
import { controlledMean } from '../../../engine/analysis/controlVariates.ts'
import { pairingGain } from '../../../engine/analysis/pairingGain.ts'
import { mean, standardDeviation } from '../../../engine/math/accumulate.ts'
import { normalSample } from './normalSample.ts'

function gainOf(a: Float64Array, b: Float64Array): ReturnType<typeof pairingGain> {
  return pairingGain(a, new Uint8Array(a.length), b, new Uint8Array(b.length))
}

describe('the gain of pairing', () => {
  test('is 1/(1 - correlation) for two of the same variance, within its error', () => {
    const [x, y] = [normalSample(4000, 1), normalSample(4000, 1, 1)]
    for (const correlation of [0, 0.6, 0.95]) {
      const other = x.map((value, d) => correlation * value + Math.sqrt(1 - correlation ** 2) * y[d])
      const { gain, standardError } = gainOf(x, other)
      expect(Math.abs(gain - 1 / (1 - correlation))).toBeLessThan(3 * standardError)
      expect(standardError / gain).toBeLessThan(0.05)
    }
  })

  test('has the error that it has between runs', () => {
    const runs = Array.from({ length: 300 }, (_, n) => {
      const [x, y] = [normalSample(200, n), normalSample(200, n, 1)]
      return gainOf(
        x,
        x.map((value, d) => 0.8 * value + 0.6 * y[d]),
      )
    })
    const spread = standardDeviation(Float64Array.from(runs, ({ gain }) => gain))
    const said = mean(Float64Array.from(runs, ({ standardError }) => standardError))
    expect(Math.abs(said / spread - 1)).toBeLessThan(0.15)
  })

  test('is without bound where every replicate moves alike, and leaves out failures', () => {
    const a = Float64Array.of(1, 2, 99, 4)
    const b = Float64Array.of(2, 3, 0, 5)
    expect(pairingGain(a, Uint8Array.of(0, 0, 1, 0), b, new Uint8Array(4))).toMatchObject({ gain: Infinity, n: 3 })
  })
})

describe('control variates', () => {
  test('leave of the variance what the controls do not explain', () => {
    // y = 5 + 2 x1 - x2 + e: variance 6 of which 1 is left.
    const [x1, x2, e] = [0, 1, 2].map((entity) => normalSample(2000, 9, entity))
    const y = x1.map((value, d) => 5 + 2 * value - x2[d] + e[d])
    const controls = [
      { name: 'x1', values: x1, mean: 0 },
      { name: 'x2', values: x2, mean: 0 },
    ]
    const { mean: adjusted, standardError, gain } = controlledMean(y, controls)
    expect(Math.abs(adjusted - 5)).toBeLessThan(3 * standardError)
    expect(Math.abs(gain - 6)).toBeLessThan(0.7)
    expect(Math.abs(standardError * Math.sqrt(2000) - 1)).toBeLessThan(0.07)
  })

  test('know a mean exactly that is linear in the controls', () => {
    const x = normalSample(50, 4)
    const { mean: adjusted, standardError } = controlledMean(
      x.map((value) => 3 + 7 * (value + 2)),
      [{ name: 'x', values: x, mean: 0 }],
    )
    expect(adjusted).toBeCloseTo(17, 10)
    expect(standardError).toBeLessThan(1e-10)
  })

  test('have an interval that covers, and do little harm where they explain nothing', () => {
    let held = 0
    let gains = 0
    for (let seed = 0; seed < 1000; seed++) {
      const [x, idle, e] = [0, 1, 2].map((entity) => normalSample(60, seed, entity))
      const y = x.map((value, d) => value * value + value + e[d])
      const { mean: adjusted, standardError } = controlledMean(y, [{ name: 'x', values: x, mean: 0 }])
      if (Math.abs(adjusted - 1) <= 2 * standardError) held += 1
      gains += controlledMean(y, [{ name: 'idle', values: idle, mean: 0 }]).gain / 1000
    }
    expect(held / 1000).toBeGreaterThan(0.92)
    expect(Math.abs(gains - 57 / 58)).toBeLessThan(0.03)
  })

  test('count a control that repeats another once', () => {
    const x = normalSample(30, 5)
    const control = { name: 'x', values: x, mean: 0 }
    expect(controlledMean(normalSample(30, 6), [control, control]).controls).toBe(1)
    expect(() => controlledMean(x.subarray(0, 4), [control, control])).toThrow(/2 controls need at least 5 .* given: 4/)
  })
})
