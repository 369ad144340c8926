import { describe, test, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { independentSampling } from '../../../engine/math/sampling.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import { type ParameterName, parameterCount, parameterIndex } from '../../../engine/model/draws/parameters.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import type { Correlation } from '../../../scenarios/parameters/laws.ts'
import { loadFiles, linesOf, problemsOf } from '../scenarioFiles.ts'

const replicates = 4000

/** Spearman's correlation of two drawn parameters. */
function rankCorrelation(stated: readonly Correlation[], one: ParameterName, other: ParameterName): number {
  const draws = parameterDraws(flattenLaws({}, stated), independentSampling, rootKey(5), replicates)
  const [x, y] = [one, other].map((name) =>
    ranks(Array.from({ length: replicates }, (_, d) => draws[d * parameterCount + parameterIndex(name)])),
  )
  const distance = x.reduce((sum, rank, d) => sum + (rank - y[d]) ** 2, 0)
  return 1 - (6 * distance) / (replicates * (replicates ** 2 - 1))
}

function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, d) => d).toSorted((a, b) => values[a] - values[b])
  const rank = values.map(() => 0)
  order.forEach((d, n) => (rank[d] = n))
  return rank
}

function fileWith(entry: string): string {
  return `title: A\nextends: base\ncorrelations:\n  - ${entry}\n`
}

describe('a correlation that a scenario states', () => {
  test.each([[0.7], [-0.5], [0]])('of %d is that of the draws, as ranks', (value) => {
    const stated: Correlation[] = [{ between: ['locationTheta', 'sunkCostNewPlant'], value }]
    expect(rankCorrelation(stated, 'locationTheta', 'sunkCostNewPlant')).toBeCloseTo(value, 1)
  })

  test('takes the place of the one in the table, and leaves all other draws as they are', () => {
    const stated: Correlation[] = [{ between: ['cesElasticity', 'ownElasticity'], value: 0 }]
    expect(rankCorrelation([], 'ownElasticity', 'cesElasticity')).toBeGreaterThan(0.7)
    expect(Math.abs(rankCorrelation(stated, 'ownElasticity', 'cesElasticity'))).toBeLessThan(0.05)
    const [before, after] = [[], stated].map((list) =>
      parameterDraws(flattenLaws({}, list), independentSampling, rootKey(5), 3),
    )
    const changed = before.findIndex((value, n) => value !== after[n])
    expect(changed % parameterCount).toBe(parameterIndex('cesElasticity'))
  })

  test('stands in a scenario file as two names and a number below 1', () => {
    expect(
      loadFiles({ 'a.yaml': fileWith('{ between: [locationTheta, rvcSlack], value: 0.5 }') }).content.correlations,
    ).toHaveLength(1)
    expect(linesOf(problemsOf(fileWith('{ between: [locationTheta, rvcSlack], value: 1 }'))).join()).toMatch(
      /:4:\d+: correlations\[0\]\.value: given 1; allowed is a number from -0\.999 to 0\.999/,
    )
    expect(linesOf(problemsOf(fileWith('{ between: [rvcSlack], value: 0.5 }'))).join()).toMatch(
      /:4:\d+: correlations\[0\]\.between/,
    )
  })

  test('stands beside another, and both are those of the draws', () => {
    const { content } = loadFiles({
      'two.yaml': fileWith(
        '{ between: [partsTheta, locationTheta], value: 0.5 }\n  - { between: [rvcSlack, lvcSlack], value: 0.3 }',
      ),
    })
    const stated = content.correlations ?? []
    expect(rankCorrelation(stated, 'partsTheta', 'locationTheta')).toBeCloseTo(0.5, 1)
    expect(rankCorrelation(stated, 'rvcSlack', 'lvcSlack')).toBeCloseTo(0.3, 1)
  })

  test.each([
    ['of a parameter with itself', '{ between: [rvcSlack, rvcSlack], value: 0.5 }', /rvcSlack stands with itself/],
    ['of a parameter that is not there', '{ between: [rvcSlak, lvcSlack], value: 0.5 }', /did you mean rvcSlack\?/],
    [
      'given twice',
      '{ between: [rvcSlack, lvcSlack], value: 0.5 }\n  - { between: [lvcSlack, rvcSlack], value: 0.1 }',
      /have a correlation above already/,
    ],
    [
      'that cannot be',
      '{ between: [rvcSlack, lvcSlack], value: 0.9 }\n  - { between: [lvcSlack, paperworkCost], value: 0.9 }\n' +
        '  - { between: [rvcSlack, paperworkCost], value: -0.9 }',
      /no numbers can have these correlations/,
    ],
  ])('%s is refused', (_, entry, message) => {
    expect(linesOf(problemsOf(fileWith(entry))).join('\n')).toMatch(message)
  })
})
