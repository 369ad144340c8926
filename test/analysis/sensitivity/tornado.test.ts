import { describe, expect, test } from 'vitest'
import { tornado } from '../../../engine/analysis/sensitivity/tornado.ts'
import { tornadoDesign, tornadoRunsInReplicate } from '../../../engine/analysis/sensitivity/tornadoDesign.ts'
import { evaluate, noise, singles, type Model } from './testFunctions.ts'

const model: Model = ([x, y], chance) => 10 * x - 2 * y * y + noise(chance)

describe('a tornado', () => {
  test('has bars from 5% to 95% of each factor, exact where chance only adds', () => {
    const design = tornadoDesign(singles(3), 3, 40)
    const result = tornado(design, evaluate(design, model))
    const [x, y, unused] = result.bars
    expect(x.low.value).toBeCloseTo(-4.5, 12)
    expect(x.high.value).toBeCloseTo(4.5, 12)
    expect(x.swing.value).toBeCloseTo(9, 12)
    expect(y.high.value).toBeCloseTo(-2 * (0.95 ** 2 - 0.25), 12)
    expect(x.swing.standardError).toBeCloseTo(0, 9)
    expect([unused.low.value, unused.high.value, unused.swing.standardError]).toEqual([0, 0, 0])
  })

  test('shows beside them how far single replicates lie apart', () => {
    const design = tornadoDesign(singles(2), 2, 400)
    const { chance, middle } = tornado(design, evaluate(design, model))
    expect(Math.abs(middle.value - 4.5)).toBeLessThan(4 * middle.standardError)
    expect(Math.abs(chance.swing.value - 2 * 1.645)).toBeLessThan(4 * chance.swing.standardError)
    expect(chance.swing.standardError).toBeGreaterThan(0.05)
  })

  test('moves all parameters of a group at once', () => {
    const design = tornadoDesign([{ name: 'both', dimensions: [0, 1] }], 2, 2)
    const [both] = tornado(
      design,
      evaluate(design, ([x, y]) => x - y),
    ).bars
    expect(both.swing.value).toBe(0)
  })

  test('leaves out a replicate of chance in which a run failed', () => {
    const design = tornadoDesign(singles(2), 2, 5)
    const outcomes = evaluate(design, model)
    outcomes[tornadoRunsInReplicate(singles(2)) * 3 + 2] = NaN
    const result = tornado(design, outcomes)
    expect([result.n, result.failed]).toEqual([4, 1])
    expect(result.bars[0].swing.value).toBeCloseTo(9, 12)
  })
})
