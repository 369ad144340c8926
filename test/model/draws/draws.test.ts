import { describe, it, expect } from 'vitest'
import type { Sampling } from '../../../engine/math/sampling.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import {
  entitiesOf,
  type Draws,
  createDrawWork,
  createDraws,
  drawReplicate,
} from '../../../engine/model/draws/draws.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import { parameterIndex, parameterCount } from '../../../engine/model/draws/parameters.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'

const industry = smallIndustry()
const entities = entitiesOf(industry)
const root = rootKey(11)
const years = 4
const [first, second] = [parameterIndex('ownElasticity'), parameterIndex('locationTheta')]

/** Uniform parameters on (0, 1), two of them correlated by `rho` on the scale of normal scores. */
function unitLaws(rho: number): ParameterLaws {
  const laws = uniformLaws({ ownElasticity: [0, 1], locationTheta: [0, 1], rvcSlack: [0, 1] })
  laws.correlation[second * parameterCount + first] = rho
  laws.correlation[second * parameterCount + second] = Math.sqrt(1 - rho * rho)
  return laws
}

function draw(laws: ParameterLaws, sampling: Sampling, replicate: number): Draws {
  const draws = createDraws(industry, years)
  drawReplicate({ industry, entities, laws, sampling, years, drawWork: createDrawWork() }, root, replicate, draws)
  return draws
}

const strata = 64
const designs: readonly (readonly [string, Sampling])[] = [
  ['latin-hypercube', { kind: 'latin-hypercube', strata }],
  ['sobol', { kind: 'sobol', scramblings: 1 }],
]

describe('parameters drawn by a design', () => {
  it.each(designs)('of kind %s are one a stratum, the first of a correlated pair too', (_, sampling) => {
    const drawn = Array.from({ length: strata }, (_, d) => draw(unitLaws(0.8), sampling, d).parameters)
    for (const p of [first, parameterIndex('rvcSlack')]) {
      const hit = drawn.map((parameters) => Math.floor(parameters[p] * strata))
      expect(hit.toSorted((a, b) => a - b)).toEqual(Array.from({ length: strata }, (_, n) => n))
    }
  })

  it.each(designs)('of kind %s have the correlation that is asked for', (_, sampling) => {
    const drawn = Array.from({ length: 1024 }, (_, d) => draw(unitLaws(0.8), sampling, d).parameters)
    const covariance = drawn.reduce((sum, x) => sum + (x[first] - 0.5) * (x[second] - 0.5), 0) / drawn.length
    // Correlation of uniforms under a Gaussian copula: 6 / pi asin(rho / 2).
    expect(Math.abs(12 * covariance - (6 / Math.PI) * Math.asin(0.4))).toBeLessThan(0.03)
  })

  it.each(designs)('of kind %s leave all other draws as they are', (_, sampling) => {
    const laws = uniformLaws({ ownElasticity: [4, 6], rvcSlack: [0, 0.2] })
    const { parameters: designed, ...others } = draw(laws, sampling, 5)
    const { parameters: independent, ...same } = draw(laws, { kind: 'monte-carlo' }, 5)
    expect(others).toEqual(same)
    expect(designed).not.toEqual(independent)
  })
})

const table = (chance: readonly number[], uniform: number): Sampling => ({
  kind: 'table',
  dimensions: parameterCount,
  uniforms: new Float64Array(chance.length * parameterCount).fill(uniform),
  chance: Int32Array.from(chance),
})

describe('a table of draws', () => {
  const laws = uniformLaws({ ownElasticity: [4, 6], marketElasticity: [1, 2] })

  it('moves parameters and leaves chance, or moves chance and leaves parameters', () => {
    const { parameters: low, ...chance } = draw(laws, table([3], 0.1), 0)
    const { parameters: high, ...sameChance } = draw(laws, table([3], 0.9), 0)
    expect(sameChance).toEqual(chance)
    expect(high[first]).toBeGreaterThan(low[first])
    const { parameters: still, ...otherChance } = draw(laws, table([4], 0.1), 0)
    expect(still).toEqual(low)
    expect(otherChance.locationGap).not.toEqual(chance.locationGap)
  })

  it('with the chance of replicate d has the lines, sales and shocks of replicate d', () => {
    const { parameters: _, ...fromTable } = draw(laws, table([0, 17], 0.5), 1)
    const { parameters: __, ...drawn } = draw(laws, { kind: 'monte-carlo' }, 17)
    expect(fromTable).toEqual(drawn)
  })
})

describe('parameters of a run, had again without running it', () => {
  it.each([['monte-carlo', { kind: 'monte-carlo' }] as const, ...designs])(
    'of kind %s are those that replicates draw',
    (_, sampling) => {
      const again = parameterDraws(unitLaws(0.8), sampling, root, 70)
      for (const d of [0, 1, 63, 69]) {
        expect(again.slice(d * parameterCount, (d + 1) * parameterCount)).toEqual(
          draw(unitLaws(0.8), sampling, d).parameters,
        )
      }
    },
  )
})
