import { describe, it, expect } from 'vitest'
import { precisionRule } from '../../../studies/plan/precisionRule.ts'
import { problemsOf, placeOf, loadFiles } from '../scenarioFiles.ts'

function ofDesign(design: string): readonly string[] {
  return problemsOf(`extends: base\ntitle: t\ndesign: ${design}\n`).map(({ message }) => message)
}

describe('a wanted precision', () => {
  it('names what is wrong with a target, where it stands', () => {
    const text =
      'extends: base\ntitle: t\ndesign:\n  until:\n    - { outcome: outptu.MX, halfWidth: 1 }\n    - { outcome: output.MX, halfWidth: 1, year: 2050 }\n'
    const problems = problemsOf(text)
    expect(problems.map(placeOf)).toEqual(['rule.yaml:5:18', 'rule.yaml:6:49'])
    expect(problems[0]).toMatchObject({ nearest: 'output.MX' })
    expect(problems[1].message).toBe('design.until[1].year: 2050 is not simulated; the years are 2024 to 2036')
  })

  it('cannot be of being better where nothing is better', () => {
    expect(ofDesign('{ until: [{ outcome: imports.US, statistic: probabilityBetter, halfWidth: 0.1 }] }')[0]).toMatch(
      /neither more nor less/,
    )
  })

  it('holds together with its schedule', () => {
    const until = 'until: [{ outcome: output.MX, halfWidth: 1 }]'
    expect(ofDesign(`{ ${until}, min: 30, max: 20 }`)).toEqual(['design.min: 30 is more than max, 20'])
    expect(ofDesign(`{ ${until}, replicates: 20 }`)[0]).toMatch(/^design.replicates: stands beside until/)
    expect(ofDesign('{ batch: 20, min: 30 }')).toHaveLength(2)
    expect(ofDesign(`{ ${until}, sampler: sobol, scramblings: 1 }`)[0]).toMatch(/at least 2/)
    expect(ofDesign(`{ ${until}, min: 20, max: 30, batch: 10, sampler: sobol }`)).toEqual([])
  })

  it('asks of a probability to be known to less than half of everything', () => {
    const wide = 'until: [{ outcome: output.MX, statistic: probabilityBetter, halfWidth: 0.5 }]'
    expect(ofDesign(`{ ${wide} }`)[0]).toMatch(/^design.until\[0\].halfWidth: 0.5 is no half width of a probability/)
    expect(ofDesign(`{ ${wide.replace('0.5', '0.49')} }`)).toEqual([])
  })

  it('takes the place of a number that is inherited, and gives way to one in a later file', () => {
    const until = 'title: t\nextends: base\ndesign: { until: [{ outcome: output.MX, halfWidth: 1 }], min: 20 }\n'
    expect(loadFiles({ 'a.yaml': until }).content.design).toMatchObject({ min: 20, seed: 1 })
    expect(loadFiles({ 'a.yaml': until }).content.design).not.toHaveProperty('replicates')
    const later = { 'b.yaml': 'title: t\nextends: ./a.yaml\ndesign: { replicates: 7 }\n', 'a.yaml': until }
    expect(loadFiles(later).content.design).toEqual({ replicates: 7, seed: 1, sampler: 'monte-carlo' })
  })
})

describe('the rule of a design', () => {
  const until = [{ outcome: 'output.MX', halfWidth: 1 }]

  it('is none where a number of replicates is asked for', () => {
    expect(precisionRule({ replicates: 40 })).toBeUndefined()
  })

  it('has defaults that make way for what is written', () => {
    expect(precisionRule({ until })).toEqual({ until, min: 200, max: 10_000, batch: 100 })
    expect(precisionRule({ until, max: 50 })).toMatchObject({ min: 50, max: 50 })
    expect(precisionRule({ until, min: 20_000 })).toMatchObject({ min: 20_000, max: 20_000 })
  })
})
