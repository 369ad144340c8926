import { describe, test, expect } from 'vitest'
import { replicatesNeeded } from '../../../engine/analysis/decisions/partialInformation.ts'
import { splineRegressors } from '../../../engine/analysis/decisions/splineBasis.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { parameterDraws } from '../../../engine/model/draws/parameterDraws.ts'
import { parameterCount, parameterIndex } from '../../../engine/model/draws/parameters.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { decisionSections } from '../../../reports/text/decisionSections.ts'
import { type DecisionStudy, decisionStudy } from '../../../reports/data/decisions.ts'
import { decisionsCsv, informationCsv } from '../../../reports/tables/decisionsCsv.ts'
import { drawnGroups } from '../../../reports/data/parameterGroups.ts'
import { plainStyle } from '../../../reports/text/style.ts'
import { normalSample } from '../../analysis/precision/normalSample.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'

const n = 200
const status = new Uint8Array(n)
const root = rootKey('decisions')
const draws = parameterDraws(uniformLaws({ ownElasticity: [0, 1], rvcSlack: [0, 1] }), { kind: 'monte-carlo' }, root, n)
const groups = drawnGroups(draws)
const elasticity = Float64Array.from(
  { length: n },
  (_, d) => draws[d * parameterCount + parameterIndex('ownElasticity')],
)
const noise = normalSample(n, 5)

/** Prices: `risky` is lower where demand is elastic, `safe` where it is not; `dear` never is. */
const options = [
  { name: 'dear', values: noise.map((value) => 5 + 0.1 * value), status },
  { name: 'safe', values: noise.map((value) => 1 + 0.1 * value), status },
  { name: 'risky', values: noise.map((value, d) => 1.5 - elasticity[d] + 0.1 * value), status },
]
const price = outcomeDefinitions.find(({ id }) => id === 'priceIndex.US')!

function study(given: typeof options, asked: boolean = true): DecisionStudy {
  return decisionStudy(given, 0, price, 2036, asked ? groups : undefined, root)!
}

/** In one line, with single spaces. */
function textOf(judged: DecisionStudy): string {
  return decisionSections([judged], plainStyle).flat().join(' ').replaceAll(/ +/g, ' ')
}

describe('options judged by an outcome of which less is better', () => {
  const judged = study(options)

  test('stand in the order of how likely they are the best', () => {
    expect(judged.options.map(({ name }) => name).at(-1)).toBe('dear')
    expect(judged.options.map(({ best }) => best.value)).toEqual(
      judged.options.map(({ best }) => best.value).toSorted((a, b) => b - a),
    )
    expect(judged.dominance.filter(({ statewise }) => statewise).map(({ option, other }) => [option, other])).toEqual([
      ['safe', 'dear'],
      ['risky', 'dear'],
    ])
  })

  test('are worth knowing by what they hang on, and by nothing else', () => {
    const worth = new Map(judged.information.groups!.map(({ group, value }) => [group, value]))
    // Knowing the elasticity tells which of the two is lower: half of the mean distance of 1/4 between them.
    expect(Math.abs(worth.get('demand')! - 0.125)).toBeLessThan(0.03)
    expect(judged.information.perfect.value).toBeCloseTo(worth.get('demand')!, 2)
    expect(worth.get('content rules')!).toBeLessThan(0.03)
  })

  test('are written in their own direction, with regret never below nothing', () => {
    const rows = decisionsCsv([judged])
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    const cell = (option: string, statistic: string): number =>
      Number(rows.find((row) => row[0] === option && row.includes(statistic))!.at(-6))
    expect(rows.filter((row) => row[0] === 'dear' && row.includes('difference'))).toEqual([])
    expect(cell('safe', 'mean')).toBeCloseTo(1, 0)
    expect(rows.find((row) => row[0] === 'safe' && row.includes('difference'))!.join(',')).toMatch(
      /difference,-4(\.0+)?,/,
    )
    expect(informationCsv([judged])).toMatch(/,demand,0\.1\d+,/)
  })

  test('are told in a table, in words, and by what to learn', () => {
    const text = decisionSections([judged], { ...plainStyle, width: 100 })
      .map((lines) => lines.join('\n'))
      .join('\n\n')
    expect(text).toMatch(/^Choosing by .*less is better\n/)
    expect(text).toMatch(/safe is at least as good as dear in every replicate/)
    expect(text).toMatch(/\ndemand +0\.1/)
  })
})

describe('information about parameters', () => {
  test('is worth nothing where one option is always the best, without asking', () => {
    const sure = study(options.slice(0, 2))
    expect(sure.information).toMatchObject({ groups: [], tooShort: [] })
    expect(textOf(sure)).toMatch(/safe is the best in every replicate: to know more/)
  })

  test('is left open where it was not asked, or the run is too short', () => {
    expect(textOf(study(options, false))).toMatch(/resume it with --information/)
    const short = options.map((option) => ({
      ...option,
      values: option.values.slice(0, 20),
      status: status.slice(0, 20),
    }))
    expect(study(short).information.tooShort.map(({ group }) => group)).toEqual(['demand', 'content rules'])
    expect(textOf(study(short))).toMatch(/of any group of parameters: 35 replicates/)
  })

  test('needs five replicates for each term of the regression', () => {
    for (const parameters of [1, 2, 5]) {
      const columns = Array.from({ length: parameters }, (_, k) => normalSample(50, k))
      expect(replicatesNeeded(parameters)).toBe(5 * splineRegressors(columns).length)
    }
  })
})
