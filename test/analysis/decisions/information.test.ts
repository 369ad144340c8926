import { describe, expect, test } from 'vitest'
import { choiceOf } from '../../../engine/analysis/decisions/choice.ts'
import { valueOfPartialInformation } from '../../../engine/analysis/decisions/partialInformation.ts'
import { valueOfPerfectInformation } from '../../../engine/analysis/decisions/perfectInformation.ts'
import { mean, standardDeviation } from '../../../engine/math/accumulate.ts'
import { normalCdf } from '../../../engine/math/normalQuantile.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { normalChoice, valueOfSpread } from './normalChoice.ts'

const root = rootKey('information')
const [mu, a, b] = [0.4, 1, 2]

describe('the value of perfect information', () => {
  test('about a normal choice is the unit normal loss', () => {
    const { choice } = normalChoice(5000, 'perfect', mu, a, b)
    const { value, standardError, chosen } = valueOfPerfectInformation(choice, root)
    expect(chosen).toBe('act')
    expect(Math.abs(value - valueOfSpread(mu, Math.sqrt(a * a + b * b)))).toBeLessThan(3 * standardError)
    expect(standardError).toBeLessThan(0.03)
  })

  test('has the error that its estimates have between runs', () => {
    const found = Array.from({ length: 100 }, (_, n) =>
      valueOfPerfectInformation(normalChoice(300, `run ${n}`, mu, a, b).choice, root, 50),
    )
    const spread = standardDeviation(Float64Array.from(found, ({ value }) => value))
    expect(mean(Float64Array.from(found, ({ standardError }) => standardError)) / spread).toBeCloseTo(1, 0)
    const truth = valueOfSpread(mu, Math.sqrt(5))
    expect(Math.abs(mean(Float64Array.from(found, ({ value }) => value)) - truth)).toBeLessThan(0.4 * spread)
  })

  test('is nothing where one option is best in every replicate', () => {
    const status = new Uint8Array(3)
    const [a, b] = [Float64Array.of(1, 2, 3), Float64Array.of(0, 2, 1)]
    const choice = choiceOf(
      [
        { name: 'a', values: a, status },
        { name: 'b', values: b, status },
      ],
      'up',
    )
    expect(valueOfPerfectInformation(choice, root)).toMatchObject({ chosen: 'a', value: 0 })
  })
})

describe('the value of information about parameters', () => {
  const {
    choice,
    columns: [x, y, z, v, w],
  } = normalChoice(4000, 'partial', mu, a, b)

  test.each([
    ['x', [x], valueOfSpread(mu, a)],
    ['y', [y], valueOfSpread(mu, b)],
    ['x and y', [x, y], valueOfSpread(mu, Math.sqrt(a * a + b * b))],
  ] as const)('%s is that of the spread they cause', (name, columns, truth) => {
    const { value, standardError, heldOut, heldOutStandardError } = valueOfPartialInformation(
      choice,
      { name, columns },
      root,
      50,
    )
    expect(Math.abs(value - truth)).toBeLessThan(3 * standardError)
    expect(Math.abs(heldOut - truth)).toBeLessThan(3 * heldOutStandardError)
  })

  test('that do nothing is nothing, and the estimate and its counterpart enclose that', () => {
    const { value, heldOut, heldOutStandardError } = valueOfPartialInformation(
      choice,
      { name: 'idle', columns: [z, v, w] },
      root,
      20,
    )
    expect(value).toBeLessThan(0.02)
    expect(heldOut).toBeLessThan(2 * heldOutStandardError)
  })

  test('errs upwards in the first figure and downwards in the second', () => {
    const found = Array.from({ length: 40 }, (_, n) => {
      const { choice, columns } = normalChoice(250, `bias ${n}`, 0.1, 0.3, 1)
      return valueOfPartialInformation(choice, { name: 'x', columns: [columns[0], columns[2]] }, root, 2)
    })
    const truth = valueOfSpread(0.1, 0.3)
    expect(mean(Float64Array.from(found, ({ value }) => value))).toBeGreaterThan(truth)
    expect(mean(Float64Array.from(found, ({ heldOut }) => heldOut))).toBeLessThan(truth)
  })

  test('sees a curve and a product', () => {
    const status = new Uint8Array(4000)
    const bent = x.map((value, d) => value * value - 1.2 + 0.5 * y[d])
    const product = x.map((value, d) => value * z[d] + 0.5 * y[d])
    const value = (values: Float64Array, columns: readonly Float64Array[]): number =>
      valueOfPartialInformation(
        choiceOf(
          [
            { name: 'stay', values: new Float64Array(4000), status },
            { name: 'act', values, status },
          ],
          'up',
        ),
        { name: '', columns },
        root,
        2,
      ).value
    // E max(0, x^2 - c) = 2 sqrt(c) phi(sqrt c) + 2 (1 - c) (1 - Phi(sqrt c)) at c = 1.2; E|xz|/2 = 1/pi.
    const edge = Math.sqrt(1.2)
    const known = (2 * edge * Math.exp(-0.6)) / Math.sqrt(2 * Math.PI) - 0.4 * (1 - normalCdf(edge))
    expect(Math.abs(value(bent, [x]) - known)).toBeLessThan(0.05)
    expect(Math.abs(value(product, [x, z]) - 1 / Math.PI)).toBeLessThan(0.03)
    expect(value(product, [x])).toBeLessThan(0.05)
  })

  test('does not mind a parameter of two values, or one that never varies', () => {
    const switchOn = x.map((value) => Number(value > 0))
    const status = new Uint8Array(4000)
    const values = switchOn.map((on, d) => on - 0.5 + y[d])
    const stay = { name: 'stay', values: new Float64Array(4000), status }
    const two = choiceOf([stay, { name: 'act', values, status }], 'up')
    const { value, terms } = valueOfPartialInformation(
      two,
      { name: 'switch', columns: [switchOn, new Float64Array(4000).fill(7)] },
      root,
      2,
    )
    expect(terms).toBe(2)
    expect(Math.abs(value - 0.25)).toBeLessThan(0.03)
  })

  test('asks for more replicates than terms', () => {
    const small = normalChoice(40, 'small', 0, 1, 1)
    expect(() => valueOfPartialInformation(small.choice, { name: 'all', columns: small.columns }, root)).toThrow(
      /5 parameters need a regression of 41 terms and at least 205 replicates; given: 40/,
    )
    expect(() => valueOfPartialInformation(choice, { name: 'none', columns: [] }, root)).toThrow(
      /none: no parameter is given/,
    )
  })
})
