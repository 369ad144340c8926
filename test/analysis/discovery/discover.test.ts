import { describe, expect, test } from 'vitest'
import { allRows, casesOf } from '../../../engine/analysis/discovery/cases.ts'
import { binomialTail, boxStatistics, quasiPs, wholeBox, withLimits } from '../../../engine/analysis/discovery/box.ts'
import { chooseBox } from '../../../engine/analysis/discovery/choose.ts'
import { discover, usualDiscovery } from '../../../engine/analysis/discovery/discover.ts'
import { peel } from '../../../engine/analysis/discovery/peel.ts'
import { halves } from '../../../engine/analysis/resample.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { sampleCases } from './sampleCases.ts'

const root = rootKey('discovery')
/** Without the resamples that say how often a limit is found again, which change no box. */
const onceOnly = { ...usualDiscovery, resamples: 0 }

describe('cases', () => {
  test('leave out replicates that failed, and count them', () => {
    const [draws, outcome] = [Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, -9, 3)]
    const cases = casesOf(['a', 'b'], draws, outcome, Uint8Array.of(0, 1, 0), { below: 2 })
    expect(cases.columns.map((column) => [...column])).toEqual([
      [1, 5],
      [2, 6],
    ])
    expect([...cases.ofInterest]).toEqual([1, 0])
    expect(cases.leftOut).toBe(1)
  })

  test('may fail above a figure', () => {
    const cases = casesOf(['a'], Float64Array.of(1, 2), Float64Array.of(1, 3), new Uint8Array(2), { above: 1 })
    expect([...cases.ofInterest]).toEqual([0, 1])
  })

  test('refuse draws of another shape', () => {
    expect(() => casesOf(['a'], new Float64Array(3), new Float64Array(2), new Uint8Array(2), { above: 1 })).toThrow(
      /1 parameters of 2 replicates are 2 draws and 2 states; given: 3 draws/,
    )
  })
})

describe('a box', () => {
  // Ten cases on a line; of interest are 6 to 9.
  const digits = Float64Array.from({ length: 10 }, (_, n) => n)
  const cases = casesOf(['a'], digits, digits, new Uint8Array(10), { above: 5 })
  const rows = allRows(cases)
  const upper = withLimits(wholeBox(1), 0, 4.5, Infinity)

  test('has the coverage, density and mass of Bryant and Lempert', () => {
    expect(boxStatistics(cases, rows, upper)).toMatchObject({ coverage: 1, density: 0.8, mass: 0.5, restricted: 1 })
    expect(boxStatistics(cases, rows, wholeBox(1))).toMatchObject({ coverage: 1, density: 0.4, correlation: 0 })
    expect(boxStatistics(cases, rows, withLimits(wholeBox(1), 0, 5.5, Infinity)).correlation).toBeCloseTo(1, 14)
  })

  test('has for its quasi-p-value the chance of as many at the density without the restriction', () => {
    // At least 4 of 5 at 0.4: 5 x 0.4^4 x 0.6 + 0.4^5
    expect(quasiPs(cases, rows, upper)[0]).toBeCloseTo(5 * 0.0256 * 0.6 + 0.01024, 12)
    expect(binomialTail(0, 5, 0.4)).toBe(1)
  })
})

describe('peeling', () => {
  test('gives up a twentieth of the cases at each step, and never density while there is some to gain', () => {
    const cases = sampleCases(2000, 3, 'peel', ([a]) => (a > 0.5 ? 1 : 0))
    const steps = peel(cases, allRows(cases), usualDiscovery)
    for (let n = 1; n < steps.length; n++) {
      const [before, after] = [steps[n - 1].statistics, steps[n].statistics]
      expect(after.inside / before.inside).toBeCloseTo(0.95, 2)
      expect(after.density).toBeGreaterThan(before.density)
      expect(after.coverage).toBeLessThanOrEqual(before.coverage)
    }
    expect(steps.at(-1)!.statistics.density).toBe(1)
    expect(steps.at(-1)!.statistics.coverage).toBeGreaterThan(0.9)
  })

  test('does not tear equal values of a parameter apart', () => {
    const cases = sampleCases(900, 2, 'levels', ([a]) => (a > 2 / 3 ? 0.9 : 0.05))
    const levels = { ...cases, columns: [cases.columns[0].map((x) => Math.floor(3 * x)), cases.columns[1]] }
    const box = chooseBox(levels, allRows(levels), peel(levels, allRows(levels), usualDiscovery), usualDiscovery)
    expect([box.low[0], box.high[0]]).toEqual([1.5, Infinity])
    expect([box.low[1], box.high[1]]).toEqual([-Infinity, Infinity])
  })
})

describe('discovery', () => {
  test('finds a box of three sides, says how dense it is on cases it has not seen, and nothing dense beside it', () => {
    const cases = sampleCases(4000, 6, 'box', ([a, b]) => (a > 0.6 && b > 0.2 && b < 0.7 ? 0.9 : 0.05))
    const { boxes, reproduced } = discover(cases, usualDiscovery, root)
    const [{ restrictions, heldOut, density, densityElsewhere }, ...others] = boxes
    // What is left is a thin ring around the box.
    for (const other of others) expect(other.heldOut.density).toBeLessThan(0.15)
    expect(restrictions.map(({ parameter }) => parameter)).toEqual(['x0', 'x1'])
    expect(Math.abs(restrictions[0].low - 0.6)).toBeLessThan(0.03)
    expect(restrictions[0].high).toBe(Infinity)
    expect(Math.abs(restrictions[1].low - 0.2)).toBeLessThan(0.03)
    expect(Math.abs(restrictions[1].high - 0.7)).toBeLessThan(0.03)
    expect(Math.abs(heldOut.density - 0.9)).toBeLessThan(0.06)
    expect(density.low).toBeLessThan(0.9)
    expect(densityElsewhere).toBeLessThan(0.08)
    expect(reproduced.slice(0, 2)).toEqual(Float64Array.of(1, 1))
    expect(Math.max(...reproduced.slice(2))).toBeLessThan(0.4)
  })

  test('finds the second box outside the first', () => {
    const cases = sampleCases(6000, 4, 'two', ([a, b]) => (a > 0.8 ? 0.95 : b < 0.1 ? 0.8 : 0.03))
    const { boxes } = discover(cases, onceOnly, root)
    expect(boxes.slice(0, 2).map(({ restrictions }) => restrictions[0].parameter)).toEqual(['x0', 'x1'])
    expect(boxes[1].restrictions).toHaveLength(1)
    expect(Math.abs(boxes[1].restrictions[0].high - 0.1)).toBeLessThan(0.02)
  })

  test('finds a box where failing is the rule', () => {
    const cases = sampleCases(3000, 4, 'usual', ([a]) => (a > 0.5 ? 0.95 : 0.6))
    const [box] = discover(cases, onceOnly, root).boxes
    expect(box.restrictions[0].parameter).toBe('x0')
    expect(Math.abs(box.heldOut.density - 0.95)).toBeLessThan(0.04)
  })

  test('in noise proposes nothing that the other half bears out, but for the level of the test', () => {
    let found = 0
    for (let seed = 0; seed < 60; seed++) {
      const cases = sampleCases(300, 6, `noise ${seed}`, () => 0.3)
      found += Number(discover(cases, onceOnly, root).boxes.length > 0)
    }
    expect(found).toBeLessThanOrEqual(8)
  })

  test('needs the other half: on the half that searched, a box in noise looks dense', () => {
    let [searched, heldOut] = [0, 0]
    for (let seed = 0; seed < 20; seed++) {
      const cases = sampleCases(300, 6, `flattered ${seed}`, () => 0.3)
      const [search, check] = halves(300, root, seed, 'halves')
      const box = chooseBox(cases, search, peel(cases, search, usualDiscovery), { ...usualDiscovery, level: 1 })
      searched += boxStatistics(cases, search, box).density / 20
      heldOut += boxStatistics(cases, check, box).density / 20
    }
    expect(searched).toBeGreaterThan(0.42)
    expect(Math.abs(heldOut - 0.3)).toBeLessThan(0.05)
  })

  test('is at peace with nothing or everything of interest', () => {
    expect(
      discover(
        sampleCases(100, 2, 'none', () => 0),
        usualDiscovery,
        root,
      ).boxes,
    ).toEqual([])
    expect(
      discover(
        sampleCases(100, 2, 'all', () => 1),
        usualDiscovery,
        root,
      ).boxes,
    ).toEqual([])
  })
})

describe('an option that fails at both ends of one factor', () => {
  test.each([
    ['five values, 0 and 4', (u: number) => Math.floor(5 * u), (k: number) => k === 0 || k === 4, [0.5, 3.5]],
    ['below 0.2 and above 0.8', (u: number) => u, (x: number) => x < 0.2 || x > 0.8, [0.2, 0.8]],
    ['below 0.1 and above 0.7', (u: number) => u, (x: number) => x < 0.1 || x > 0.7, [0.1, 0.7]],
  ])('has a box at each, whatever factors stand beside: %s', (_, draw, fails, [low, high]) => {
    for (const factors of [1, 2, 11]) {
      const drawn = sampleCases(2000, factors, 'ends', ([u]) => Number(fails(draw(u))))
      const cases = { ...drawn, columns: drawn.columns.map((column, n) => (n === 0 ? column.map(draw) : column)) }
      const { boxes } = discover(cases, onceOnly, root)
      const limits = boxes.flatMap(({ restrictions }) => restrictions)
      expect(limits.map(({ parameter }) => parameter)).toEqual([cases.parameters[0], cases.parameters[0]])
      expect(Math.max(...limits.map((limit) => limit.low))).toBeCloseTo(high, 1)
      expect(Math.min(...limits.map((limit) => limit.high))).toBeCloseTo(low, 1)
      for (const { heldOut } of boxes) expect(heldOut.density).toBeGreaterThan(0.97)
    }
  })
})
