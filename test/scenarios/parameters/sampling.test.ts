import { describe, it, expect } from 'vitest'
import { samplingOf, samplingText, samplingAdvice } from '../../../scenarios/parameters/sampling.ts'

describe('the sampling of a design', () => {
  it('is that of the file, with defaults where it is silent', () => {
    expect(samplingOf({})).toEqual({ kind: 'monte-carlo' })
    expect(samplingOf({ sampler: 'latin-hypercube' })).toEqual({ kind: 'latin-hypercube', strata: 50 })
    expect(samplingOf({ sampler: 'latin-hypercube', strata: 10 })).toEqual({ kind: 'latin-hypercube', strata: 10 })
    expect(samplingOf({ sampler: 'sobol', scramblings: null })).toEqual({ kind: 'sobol', scramblings: 16 })
  })

  it('is another where the command line asks for one, with the numbers of the file', () => {
    expect(samplingOf({ sampler: 'sobol', scramblings: 4 }, 'monte-carlo')).toEqual({ kind: 'monte-carlo' })
    expect(samplingOf({ sampler: 'monte-carlo', scramblings: 4 }, 'sobol')).toEqual({ kind: 'sobol', scramblings: 4 })
  })

  it('is said in words', () => {
    expect(samplingText({ kind: 'monte-carlo' })).toBe('independent draws')
    expect(samplingText({ kind: 'sobol', scramblings: 8 })).toBe("Sobol' points, 8 scramblings")
  })
})

describe('advice on a design', () => {
  it('is given where the last Latin hypercube is not whole, or is the only one', () => {
    const sampling = { kind: 'latin-hypercube', strata: 50 } as const
    expect(samplingAdvice(sampling, 500)).toBeUndefined()
    expect(samplingAdvice(sampling, 510)).toContain('550 replicates would make it so')
    expect(samplingAdvice(sampling, 50)).toContain('50 replicates are one Latin hypercube of 50')
  })

  it('is given where scramblings have numbers of points that are not balanced, or there is one', () => {
    const sampling = { kind: 'sobol', scramblings: 16 } as const
    expect(samplingAdvice(sampling, 512)).toBeUndefined()
    expect(samplingAdvice(sampling, 500)).toContain('512 replicates would be')
    expect(samplingAdvice({ kind: 'sobol', scramblings: 1 }, 512)).toContain('give at least 2')
  })

  it('is not needed for independent draws', () => {
    expect(samplingAdvice({ kind: 'monte-carlo' }, 7)).toBeUndefined()
  })
})
