/**
 * Gauss-Legendre quadrature: nodes and weights that integrate polynomials of degree 2n-1 exactly.
 *
 * Nodes are the roots of the Legendre polynomial P_n. The roots of P_(n-1), with the ends of the interval, separate
 * those of P_n, so that each is found by Newton's method inside a bracket and no trigonometric first guess is needed.
 * Formulas: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 3.5.21 and 18.9.
 */

export interface Quadrature {
  /** [node] points in (0, 1), rising. */
  readonly nodes: Float64Array
  /** [node] weights, which sum to 1. */
  readonly weights: Float64Array
}

/** P_n(x) and P_(n-1)(x) by the three-term recurrence. */
function legendre(n: number, x: number): readonly [number, number] {
  let before = 1
  let value = x
  for (let m = 2; m <= n; m++) {
    const next = ((2 * m - 1) * x * value - (m - 1) * before) / m
    before = value
    value = next
  }
  return [value, before]
}

function slopeAt(n: number, x: number, value: number, before: number): number {
  return (n * (before - x * value)) / (1 - x * x)
}

/** The one root of P_n between two roots of P_(n-1). */
function rootBetween(n: number, from: number, to: number): number {
  let low = from
  let high = to
  const rises = legendre(n, low)[0] < 0
  let x = (low + high) / 2
  for (let round = 0; round < 100; round++) {
    const [value, before] = legendre(n, x)
    if (value < 0 === rises) low = x
    else high = x
    const step = x - value / slopeAt(n, x, value, before)
    const next = step > low && step < high ? step : (low + high) / 2
    if (Math.abs(next - x) <= 1e-16) break
    x = next
  }
  return x
}

/**
 * The rule with `count` nodes for integrals over (0, 1): the integral of f is near sum of weights[i]*f(nodes[i]).
 *
 * @throws RangeError if count is not a whole number from 1 to 200.
 */
export function gaussLegendre(count: number): Quadrature {
  if (!(Number.isInteger(count) && count >= 1 && count <= 200)) {
    throw new RangeError(`Gauss-Legendre quadrature: count must be a whole number from 1 to 200; given: ${count}`)
  }
  let roots = [0]
  for (let n = 2; n <= count; n++) {
    const walls = [-1, ...roots, 1]
    roots = Array.from({ length: n }, (_, i) => rootBetween(n, walls[i], walls[i + 1]))
  }
  const nodes = Float64Array.from(roots, (x) => (1 + x) / 2)
  const weights = Float64Array.from(roots, (x) => {
    const slope = slopeAt(count, x, ...legendre(count, x))
    return 1 / ((1 - x * x) * slope * slope)
  })
  return { nodes, weights }
}
