import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplingGroups } from '../../engine/math/groupError.ts'
import {
  chanceReplicate,
  checkSampling,
  fillUniforms,
  independentSampling,
  sharedSampling,
  type Sampling,
} from '../../engine/math/sampling.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../engine/math/streams.ts'

const root = rootKey(2024)
const hypercube = (strata: number): Sampling => ({ kind: 'latin-hypercube', strata })
const sobol = (scramblings: number): Sampling => ({ kind: 'sobol', scramblings })
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

function uniformsOf(sampling: Sampling, replicate: number, dimensions: number): Float64Array {
  const uniforms = new Float64Array(dimensions)
  fillUniforms(sampling, root, replicate, uniforms)
  return uniforms
}

describe('every sampler', () => {
  it('gives a replicate by itself, whatever was asked before it and however many dimensions follow', () => {
    const sampling = constantFrom<Sampling[]>(independentSampling, hypercube(10), sobol(4))
    const replicate = integer({ min: 0, max: 1e7 })
    assert(
      property(sampling, replicate, replicate, (one, d, other) => {
        const alone = uniformsOf(one, d, 50)
        uniformsOf(one, other, 50)
        expect(uniformsOf(one, d, 50)).toEqual(alone)
        expect(uniformsOf(one, d, 20)).toEqual(alone.slice(0, 20))
        expect(alone.every((u) => u > 0 && u < 1)).toBe(true)
        expect(chanceReplicate(one, d)).toBe(d)
      }),
    )
  })

  it('gives other points for another root', () => {
    for (const sampling of [independentSampling, hypercube(10), sobol(4)]) {
      const uniforms = new Float64Array(8)
      fillUniforms(sampling, rootKey(7), 3, uniforms)
      uniformsOf(sampling, 3, 8).forEach((u, p) => expect(u).not.toBe(uniforms[p]))
    }
  })
})

describe('independent draws', () => {
  it('are the first uniforms of the streams of purpose 1, as they have been since the first version', () => {
    const stream = newStream()
    for (const replicate of [0, 1, 12_345]) {
      const expected = range(46).map((p) => {
        startStream(stream, root, replicate, 1, p)
        return nextUniform(stream)
      })
      expect([...uniformsOf(independentSampling, replicate, 46)]).toEqual(expected)
    }
    expect([...uniformsOf(independentSampling, 0, 2)]).toEqual([0.5211721447965983, 0.29092165174564066])
  })
})

describe('Latin hypercubes', () => {
  it('have one point a stratum in each dimension of each batch', () => {
    for (const strata of [2, 7, 50]) {
      for (const batch of [0, 1, 5]) {
        const points = range(strata).map((i) => uniformsOf(hypercube(strata), batch * strata + i, 46))
        for (const p of range(46)) {
          const hit = points.map((point) => Math.floor(point[p] * strata))
          expect(hit.toSorted((a, b) => a - b)).toEqual(range(strata))
        }
      }
    }
  })

  it('pair the strata of two dimensions at random, and anew in each batch', () => {
    const strata = 5
    const cells = new Float64Array(strata * strata)
    for (let d = 0; d < 500 * strata; d++) {
      const [x, y] = uniformsOf(hypercube(strata), d, 2)
      cells[Math.floor(x * strata) * strata + Math.floor(y * strata)] += 1
    }
    // A sum over 500 random permutations: mean 100, variance 500 / 5 * 4 / 5 a cell; z below 3.5 in all 25.
    for (const count of cells) expect(Math.abs(count - 100)).toBeLessThan(3.5 * Math.sqrt(80))
  })

  it('of one stratum are independent draws, to the bit', () => {
    for (const d of [0, 3, 99]) expect(uniformsOf(hypercube(1), d, 46)).toEqual(uniformsOf(independentSampling, d, 46))
  })
})

describe('Sobol points in a run', () => {
  it('go round the scramblings, so that each has its first points after any number of rounds', () => {
    for (const p of [0, 17, 45]) {
      for (const scrambling of range(4)) {
        const points = range(32).map((point) => uniformsOf(sobol(4), point * 4 + scrambling, 46)[p])
        expect(points.map((u) => Math.floor(u * 32)).toSorted((a, b) => a - b)).toEqual(range(32))
      }
    }
  })
})

type Integrand = (u: Float64Array) => number

/** Functions of mean 0: a sum of functions of one dimension each, and a product. */
const additive: Integrand = (u) => u.reduce((sum, x, p) => sum + (Math.exp(x) - (Math.E - 1)) / (p + 1), 0)
const smooth: Integrand = (u) => u.reduce((product, x, p) => product * (1 + (x - 0.5) / (p + 1)), 1) - 1

/** Root mean square error of the mean of `integrand` over 40 runs of n points. */
function rootMeanSquareError(sampling: (n: number) => Sampling, n: number, integrand: Integrand): number {
  const uniforms = new Float64Array(5)
  let squares = 0
  for (let run = 0; run < 40; run++) {
    const own = rootKey(`integration ${run}`)
    let sum = 0
    for (let d = 0; d < n; d++) {
      fillUniforms(sampling(n), own, d, uniforms)
      sum += integrand(uniforms)
    }
    squares += (sum / n) ** 2
  }
  return Math.sqrt(squares / 40)
}

describe('the error of a mean, from 32 to 512 points', () => {
  const gain = (sampling: (n: number) => Sampling, integrand: Integrand): number =>
    rootMeanSquareError(sampling, 32, integrand) / rootMeanSquareError(sampling, 512, integrand)

  it('falls with the root of their number for independent draws: by 4', () => {
    expect(gain(() => independentSampling, smooth)).toBeGreaterThan(2.8)
    expect(gain(() => independentSampling, smooth)).toBeLessThan(5.7)
  })

  it('falls nearly as n^-3/2 for Sobol points and a smooth function: by more than 20', () => {
    expect(gain(() => sobol(1), smooth)).toBeGreaterThan(20)
  })

  it('falls as n^-3/2 for one Latin hypercube and a sum of functions of one dimension each: by about 64', () => {
    expect(gain(hypercube, additive)).toBeGreaterThan(40)
    expect(gain(hypercube, additive)).toBeLessThan(100)
  })
})

const check = (sampling: Sampling, parameters: number, replicates: number) => (): void =>
  checkSampling(sampling, parameters, replicates)

describe('a table', () => {
  const table: Sampling = {
    kind: 'table',
    dimensions: 2,
    uniforms: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
    chance: Int32Array.of(7, 7, 0),
  }

  it('gives its rows, and says whose chance they use', () => {
    expect([...uniformsOf(table, 1, 2)]).toEqual([0.3, 0.4])
    expect([0, 1, 2].map((row) => chanceReplicate(table, row))).toEqual([7, 7, 0])
  })

  it('is shared between threads, not copied', () => {
    const shared = sharedSampling(table)
    if (shared.kind !== 'table') throw new Error('a table stays a table')
    expect(shared.uniforms.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect([...shared.uniforms, ...shared.chance]).toEqual([...table.uniforms, ...table.chance])
  })

  it('is refused, with the place, where it does not fit', () => {
    expect(check(table, 2, 3)).not.toThrow()
    expect(check(table, 3, 3)).toThrow(/a column for each of 3 parameters; it has 2/)
    expect(check(table, 2, 4)).toThrow(/4 replicates are asked for and the table of draws has 3 rows/)
    expect(check({ ...table, chance: Int32Array.of(1) }, 2, 1)).toThrow(/has 1 rows of chance and 3 of uniforms/)
    const edge = { ...table, uniforms: Float64Array.of(0.1, 0.2, 0.3, 1, 0.5, 0.6) }
    expect(check(edge, 2, 3)).toThrow(/row 1, column 1: 1 is not strictly between 0 and 1/)
    const half = { ...table, chance: Float64Array.of(0, 0.5, 1) }
    expect(check(half, 2, 3)).toThrow(/row 1: 0.5 is not the number of a replicate/)
  })
})

describe('a design that cannot be', () => {
  it('is refused with what is allowed', () => {
    expect(check(hypercube(0), 46, 10)).toThrow(/strata of a Latin hypercube: 0 is not a whole number from 1 to/)
    expect(check(sobol(1.5), 46, 10)).toThrow(/scramblings of Sobol' points: 1.5 is not a whole number/)
    expect(check(sobol(4), 201, 10)).toThrow(/known here in 200 dimensions and there are 201 parameters: use/)
  })
})

describe('groups of a run', () => {
  it('are batches, scramblings, or nothing', () => {
    expect([...samplingGroups(hypercube(2), 5)!.of]).toEqual([0, 0, 1, 1, 2])
    expect(samplingGroups(hypercube(2), 5)!.count).toBe(3)
    expect([...samplingGroups(sobol(3), 5)!.of]).toEqual([0, 1, 2, 0, 1])
    expect(samplingGroups(independentSampling, 5)).toBeUndefined()
  })
})
