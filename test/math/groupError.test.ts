import { describe, expect, it } from 'vitest'
import { mean, quantile, standardDeviation } from '../../engine/math/accumulate.ts'
import {
  groupInterval,
  groupMeanError,
  groupQuantileError,
  groupsOf,
  groupStandardError,
  samplingGroups,
  usedGroups,
} from '../../engine/math/groupError.ts'
import { fillUniforms, type Sampling } from '../../engine/math/sampling.ts'
import { rootKey } from '../../engine/math/streams.ts'

const eightRounds: Sampling = { kind: 'sobol', scramblings: 8 }
const tenBatches: Sampling = { kind: 'latin-hypercube', strata: 16 }

/** Values of a cheap function of three uniforms, skewed and not additive, over a design. */
function values(sampling: Sampling, seed: number, replicates: number): Float64Array {
  const root = rootKey(seed)
  const uniforms = new Float64Array(3)
  return Float64Array.from({ length: replicates }, (_, d) => {
    fillUniforms(sampling, root, d, uniforms)
    return Math.exp(2 * uniforms[0]) + uniforms[1] * uniforms[2]
  })
}

const trueMean = (Math.exp(2) - 1) / 2 + 0.25

function coverage(sampling: Sampling, replicates: number, seeds: number): number {
  const groups = samplingGroups(sampling, replicates)!
  let covered = 0
  for (let seed = 0; seed < seeds; seed++) {
    const found = values(sampling, seed, replicates)
    const { low, high } = groupInterval(mean(found), groupMeanError(found, groups), groups.count, 0.9)
    if (low <= trueMean && trueMean <= high) covered += 1
  }
  return covered / seeds
}

describe('the standard error from groups', () => {
  it('is, for groups of one size, the deviation of their means over the root of their number', () => {
    const groups = samplingGroups({ kind: 'latin-hypercube', strata: 2 }, 6)!
    const means = Float64Array.of(1.5, 4, 5)
    const found = groupMeanError(Float64Array.of(1, 2, 3, 5, 4, 6), groups)
    expect(found).toBeCloseTo(standardDeviation(means) / Math.sqrt(3), 14)
  })

  it('is, for groups of one replicate, the usual one', () => {
    const found = values({ kind: 'monte-carlo' }, 5, 40)
    const each = samplingGroups({ kind: 'latin-hypercube', strata: 1 }, 40)!
    expect(groupMeanError(found, each)).toBeCloseTo(standardDeviation(found) / Math.sqrt(40), 14)
  })

  it('weighs groups by their size where replicates are missing', () => {
    const groups = groupsOf(samplingGroups({ kind: 'sobol', scramblings: 3 }, 6)!, (d) => d !== 1 && d !== 4)
    expect([...groups.of]).toEqual([0, 2, 0, 2])
    expect(usedGroups(groups)).toBe(2)
    // Group sums of the residuals from the mean, 2.5: -1 and 1.
    expect(groupMeanError(Float64Array.of(1, 2, 3, 4), groups)).toBeCloseTo(Math.sqrt(2 * 2) / 4, 14)
  })

  it('of a ratio does not change when numerator and denominator are measured in other units', () => {
    const groups = samplingGroups(eightRounds, 64)!
    const top = values(eightRounds, 1, 64)
    const bottom = values(eightRounds, 2, 64)
    const errorOf = (scale: number, unit: number): number => {
      const ratio = (scale * mean(top)) / (unit * mean(bottom))
      const residuals = top.map((a, d) => scale * a - ratio * unit * bottom[d])
      return groupStandardError(residuals, groups, 64 * unit * mean(bottom)) / ratio
    }
    expect(errorOf(1000, 0.01)).toBeCloseTo(errorOf(1, 1), 12)
  })

  it('is not a number for one group', () => {
    const one = samplingGroups({ kind: 'latin-hypercube', strata: 9 }, 4)!
    expect(groupMeanError(Float64Array.of(1, 2, 3, 4), one)).toBeNaN()
    expect(groupQuantileError(Float64Array.of(1, 2, 3, 4), one, 0.5)).toBeNaN()
  })

  it.each([
    ['scramblings', eightRounds, 256, 0.5],
    ['scramblings', eightRounds, 256, 0.9],
    ['Latin hypercubes', tenBatches, 160, 0.5],
    ['Latin hypercubes', tenBatches, 160, 0.05],
  ])("of %s and a quantile is on average how much the run's quantile differs between seeds", (_, sampling, n, p) => {
    const groups = samplingGroups(sampling, n)!
    const runs = Array.from({ length: 200 }, (_run, seed) => values(sampling, seed, n))
    const between = standardDeviation(Float64Array.from(runs, (run) => quantile(run.toSorted(), p)))
    const said = Math.sqrt(mean(Float64Array.from(runs, (run) => groupQuantileError(run, groups, p) ** 2)))
    expect(said / between).toBeGreaterThan(0.9)
    expect(said / between).toBeLessThan(1.25)
  })
})

describe('the 90% interval from groups holds the true mean in 87 to 93% of 1,000 seeds', () => {
  it.each([
    ['of 8 scramblings of 16 points', eightRounds, 128],
    ['of 10 Latin hypercubes of 16 points', tenBatches, 160],
  ])('%s', (_, sampling, replicates) => {
    const share = coverage(sampling, replicates, 1000)
    expect(share).toBeGreaterThan(0.87)
    expect(share).toBeLessThan(0.93)
  })
})
