/** A law may give no value outside the range of its parameter. */
import { describe, expect, test } from 'vitest'
import { chanceOutside } from '../../../scenarios/checks/lawTails.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

function fileWith(parameter: string, law: string): string {
  return `extends: base\ntitle: A law\nuncertainties:\n  ${parameter}: ${law}\n`
}

describe('a law whose draws leave the range of its parameter', () => {
  test.each([
    ['dutySpread', '{ law: normal, mean: 0.6, deviation: 0.3 }', /:4:15: .*11\.4% of its draws.*width: 0\.4 }/],
    ['displacementLoss', '{ law: normal, mean: 0.25, deviation: 0.3 }', /20\.9% of its draws.*width: 0\.25 }/],
    ['paperworkCost', '{ law: normal, mean: 0.01, deviation: 0.02 }', /30\.9% of its draws/],
    ['partsTheta', '{ law: lognormal, median: 4, sigma: 1 }', /13\.7% of its draws.*a sigma of at most 0\.222,/],
    ['nestingSigma', '{ law: normal, mean: 0.65, deviation: 0.2 }', /6\.74% of its draws.*width: 0\.3 }/],
    ['nestingSigma', '{ law: truncatedNormal, mean: 0.65, deviation: 0.2, width: 0.4 }', /4:76: .*at most 0\.3$/],
  ])('is refused: %s', (parameter, law, message) => {
    expect(linesOf(problemsOf(fileWith(parameter, law))).join('\n')).toMatch(message)
  })

  test.each([
    ['nestingSigma', '{ law: truncatedNormal, mean: 0.65, deviation: 0.2, width: 0.3 }'],
    ['partsTheta', '{ law: lognormal, median: 4, sigma: 0.223 }'],
    ['ownElasticity', '{ law: normal, mean: 5, deviation: 0.5 }'],
  ])('and is taken where no draw can: %s', (parameter, law) => {
    expect(loadFiles({ 'a.yaml': fileWith(parameter, law) }).warnings).toEqual([])
  })

  test('has the chance of its tails', () => {
    expect(
      chanceOutside({ law: 'normal', mean: 0, deviation: 1 }, [-1.959963984540054, 1.959963984540054]),
    ).toBeCloseTo(0.05, 12)
    expect(chanceOutside({ law: 'lognormal', median: 1, sigma: 1 }, [0, 1])).toBeCloseTo(0.5, 12)
    expect(chanceOutside({ law: 'uniform', low: 0, high: 9 }, [0, 1])).toBe(0)
  })
})

function saidOf(laws: string): string {
  return linesOf(problemsOf(`extends: base\ntitle: x\nuncertainties: { ${laws} }\n`)).join('\n')
}

describe('elasticities', () => {
  test('of a product lie above that of the market, or nothing could be calibrated', () => {
    expect(saidOf('ownElasticity: 1.5, marketElasticity: 2.05')).toMatch(
      /:3:33: .*is 1\.5 and that of the market 2\.05/,
    )
    expect(saidOf('marketElasticity: { law: uniform, low: 6.2, high: 7 }')).toMatch(/out of range/)
    expect(saidOf('ownElasticity: 1.5, marketElasticity: { law: uniform, low: 1.5, high: 2 }')).toMatch(
      /must be the larger one/,
    )
  })

  test('may overlap, since most replicates can be computed', () => {
    expect(saidOf('ownElasticity: { law: uniform, low: 1.5, high: 3 }, marketElasticity: 2')).toBe('')
    expect(saidOf('marketElasticity: 1.6')).toBe('')
  })
})
