/**
 * Functions whose sensitivity is known from theory, as models: a point of uniforms and the number of its chance to a
 * number.
 */
import type { Factor, RunTable } from '../../../engine/analysis/sensitivity/factors.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../../engine/math/streams.ts'
import { nextNormal } from '../../reference/normal.ts'

export type Model = (point: Float64Array, chance: number) => number

/** The outcomes of a design's runs. */
export function evaluate({ dimensions, uniforms, chance }: RunTable, model: Model): Float64Array {
  return Float64Array.from(chance, (number, row) =>
    model(uniforms.subarray(row * dimensions, (row + 1) * dimensions), number),
  )
}

/** One factor for each of the first `count` parameters, x1, x2, ... */
export function singles(count: number): readonly Factor[] {
  return Array.from({ length: count }, (_, p) => ({ name: `x${p + 1}`, dimensions: [p] }))
}

/** [row x column] plain uniforms. */
export function plainPoints(rows: number, columns: number, seed: number): Float64Array {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, 0, 0)
  return Float64Array.from({ length: rows * columns }, () => nextUniform(stream))
}

const noiseRoot = rootKey('noise')
const stream = newStream()

/** A standard normal number for each number of chance. */
export function noise(chance: number): number {
  startStream(stream, noiseRoot, chance, 0, 0)
  return nextNormal(stream)
}

/**
 * T. Ishigami and T. Homma (1990): sin x1 + a sin^2 x2 + b x3^4 sin x1 with a = 7, b = 0.1 and all x uniform from -pi
 * to pi. With b = 0.1, V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2; V1 = (1 + b pi^4/5)^2/2, V2 = a^2/8, V13 = 8 b^2
 * pi^8/225.
 */
export const ishigami: Model = ([u1, u2, u3]) => {
  const [x1, x2, x3] = [u1, u2, u3].map((u) => Math.PI * (2 * u - 1))
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1)
}
export const ishigamiFirst: readonly number[] = [0.3139, 0.4424, 0]
export const ishigamiTotal: readonly number[] = [0.5576, 0.4424, 0.2437]

/** I. M. Sobol's g function: the product of (|4 u - 2| + a)/(1 + a). */
export function sobolG(a: readonly number[]): Model {
  return (point) =>
    a.reduce((product, weight, p) => (product * (Math.abs(4 * point[p] - 2) + weight)) / (1 + weight), 1)
}

/**
 * Exact indices of the g function: v = 1/(3 (1 + a)^2), V = prod(1 + v) - 1, first = v/V, total = v prod others(1 +
 * v)/V.
 */
export function sobolGIndices(a: readonly number[]): readonly { readonly first: number; readonly total: number }[] {
  const parts = a.map((weight) => 1 / (3 * (1 + weight) ** 2))
  const product = parts.reduce((all, v) => all * (1 + v), 1)
  return parts.map((v) => ({ first: v / (product - 1), total: (v * product) / (1 + v) / (product - 1) }))
}

/**
 * M. D. Morris (1991), section 4: 20 inputs, the first ten with large effects; 8, 9 and 10 without curvature or
 * interaction. The small coefficients are not drawn but alternate, as in A. Saltelli and others, "Global Sensitivity
 * Analysis. The Primer" (2008): (-1)^i and (-1)^(i+j).
 */
export const morrisFunction: Model = (point) => {
  const w = Array.from(point, (x, i) => 2 * (([2, 4, 6].includes(i) ? (1.1 * x) / (x + 0.1) : x) - 0.5))
  let y = 0
  for (let i = 0; i < 20; i++) {
    y += (i < 10 ? 20 : i % 2 === 0 ? -1 : 1) * w[i]
    for (let j = i + 1; j < 20; j++) {
      y += (j < 6 ? -15 : (i + j) % 2 === 0 ? 1 : -1) * w[i] * w[j]
      for (let l = j + 1; l < 5; l++) {
        y += -10 * w[i] * w[j] * w[l]
        for (let s = l + 1; s < 4; s++) y += 5 * w[i] * w[j] * w[l] * w[s]
      }
    }
  }
  return y
}
