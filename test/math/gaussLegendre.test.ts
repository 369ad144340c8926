import { describe, expect, it } from 'vitest'
import { gaussLegendre } from '../../engine/math/gaussLegendre.ts'

function integral(count: number, f: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(count)
  return nodes.reduce((sum, node, i) => sum + weights[i] * f(node), 0)
}

describe('Gauss-Legendre quadrature', () => {
  it.each([1, 2, 3, 12, 24, 80])('with %i nodes is exact for polynomials up to twice that degree less one', (count) => {
    for (const degree of [0, 1, count, 2 * count - 1]) {
      expect(integral(count, (x) => x ** degree)).toBeCloseTo(1 / (degree + 1), 13)
    }
  })

  it('does not integrate the next power exactly', () => {
    expect(Math.abs(integral(3, (x) => x ** 6) - 1 / 7)).toBeGreaterThan(1e-5)
  })

  it('has the nodes of the handbooks for three points', () => {
    const [low, middle, high] = gaussLegendre(3).nodes
    expect(low).toBeCloseTo((1 - Math.sqrt(0.6)) / 2, 15)
    expect(middle).toBeCloseTo(0.5, 15)
    expect(high).toBeCloseTo((1 + Math.sqrt(0.6)) / 2, 15)
  })

  it('integrates a smooth function to rounding', () => {
    expect(integral(24, (x) => Math.exp(3 * x) * Math.cos(5 * x))).toBeCloseTo(
      (Math.exp(3) * (3 * Math.cos(5) + 5 * Math.sin(5)) - 3) / 34,
      13,
    )
  })

  it('says what count it takes', () => {
    expect(() => gaussLegendre(0)).toThrow(/whole number from 1 to 200; given: 0/)
    expect(() => gaussLegendre(2.5)).toThrow(/given: 2.5/)
  })
})
