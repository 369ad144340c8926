/** What is wrong with a law is said where it stands, in the scenario or in the CSV file that holds its values. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chanceOutside } from '../../../scenarios/checks/lawTails.ts'
import { lawNumbers } from '../../../scenarios/parameters/laws.ts'
import { linesOf, loadFiles, problemsOf, type Files } from '../scenarioFiles.ts'

function fileWith(parameter: string, law: string): string {
  return `extends: base\ntitle: A law\nuncertainties:\n  ${parameter}: ${law}\n`
}

function saidOf(parameter: string, law: string, others: Files = {}): string {
  return linesOf(problemsOf({ 'rule.yaml': fileWith(parameter, law), ...others })).join('\n')
}

describe('a law is taken:', () => {
  test.each([
    ['nestingSigma', '{ law: beta, alpha: 20, beta: 10, low: 0.4, high: 0.9 }'],
    ['partsTheta', '{ law: logUniform, low: 3, high: 6 }'],
    ['partsTheta', '{ law: discrete, values: [3, 4, 6] }'],
    ['partsTheta', '{ law: discrete, values: [3, 4, 6], chances: [0.2, 0.5, 0.3] }'],
    ['partsTheta', '{ law: truncated, of: { law: lognormal, median: 4, sigma: 1 }, low: 3, high: 6 }'],
    ['dutySpread', '{ law: truncated, of: { law: normal, mean: 0.6, deviation: 0.3 }, low: 0.2, high: 1 }'],
  ])('%s: %s', (parameter, law) => {
    expect(saidOf(parameter, law)).toBe('')
  })
})

describe('a law is refused:', () => {
  test.each([
    ['nestingSigma', '{ law: beta, alpha: 0, beta: 2, low: 0.4, high: 0.9 }', /4:37: .*allowed is 0\.01 to 10000/],
    ['partsTheta', '{ law: beta, alpha: 2, beta: 2 }', /out of range: allowed is/],
    ['partsTheta', '{ law: beta, alpha: 2, beta: 2, low: 6, high: 3 }', /must rise: low <= high/],
    ['partsTheta', '{ law: logUniform, low: 6, high: 3 }', /must rise: low <= high/],
    ['partsTheta', '{ law: discrete, values: [] }', /values/],
    ['partsTheta', '{ law: discrete, values: [3, 400] }', /4:44: .*400 is out of range/],
    ['partsTheta', '{ law: discrete, values: [3, 4], chances: [1] }', /there are 1 chances and 2 values/],
    [
      'partsTheta',
      '{ law: discrete, values: [3, 4], chances: [0.5, 0.4] }',
      /chances add up to 0\.9, and must add up to 1/,
    ],
    [
      'partsTheta',
      '{ law: discrete, values: [3, 4], chances: [1.5, -0.5] }',
      /4:63: .*given -0\.5; a chance is 0 or more/,
    ],
    [
      'partsTheta',
      '{ law: truncated, of: { law: normal, mean: 4, deviation: 1 } }',
      /cuts nothing off: give low, high or both/,
    ],
    [
      'partsTheta',
      '{ law: truncated, of: { law: normal, mean: 4, deviation: 0 }, low: 3, high: 5 }',
      /given 0; must be above 0/,
    ],
    [
      'partsTheta',
      '{ law: truncated, of: { law: normal, mean: 4, deviation: 1 }, low: 5, high: 3 }',
      /must rise: low <= high/,
    ],
    [
      'partsTheta',
      '{ law: truncated, of: { law: uniform, low: 3, high: 4 }, low: 5, high: 6 }',
      /next to no chance between its ends 5 and 6/,
    ],
    [
      'nestingSigma',
      '{ law: truncated, of: { law: normal, mean: 0.6, deviation: 0.2 }, low: 0.4 }',
      /% of its draws would lie outside of .*: give it a high end as well/,
    ],
    ['partsTheta', '{ law: truncated, of: { law: discrete, values: [3, 4] }, low: 3 }', /law/],
    ['partsTheta', '{ law: logunifrom, low: 3, high: 6 }', /logUniform/],
  ])('%s: %s', (parameter, law, message) => {
    expect(saidOf(parameter, law)).toMatch(message)
  })

  test('by the chance that is left of it outside', () => {
    const law = { law: 'truncated', of: { law: 'uniform', low: 0, high: 10 }, low: 5 } as const
    expect(chanceOutside(law, [0, 9])).toBeCloseTo(0.2, 12)
    expect(chanceOutside({ ...law, high: 9 }, [0, 9])).toBe(0)
  })
})

describe('the laws of docs/scenarios.md', () => {
  const page = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8')
  const laws = [...page.matchAll(/^\| `(\{ law: (\w+).*?\})` \|/gm)].map(([, text, kind]) => ({ text, kind }))
  const others = { 'thetas.csv': 'theta,count\n3.5,10\n5,20\n' }

  test.each(laws)('%j', ({ text }) => {
    expect(saidOf('partsTheta', text, others)).toBe('')
  })

  test('are all that there are', () => {
    const stated = [
      ...Object.keys(lawNumbers).filter((kind) => kind !== 'choice'),
      'beta',
      'discrete',
      'empirical',
      'truncated',
    ]
    expect(laws.map(({ kind }) => kind).toSorted()).toEqual(stated.toSorted())
  })
})

describe('values in a CSV file', () => {
  const law = '{ law: empirical, csv: mine.csv, column: theta }'
  const csv = 'year,theta,weight\n2001,3.5,1\n2002,4.25,2\n2003,5,1\n'

  test('become those of the law, so that the file is needed no more', () => {
    const { content } = loadFiles({ 'a.yaml': fileWith('partsTheta', law), 'mine.csv': csv })
    expect(content.uncertainties?.partsTheta).toEqual({
      law: 'discrete',
      values: [3.5, 4.25, 5],
      source: 'mine.csv, column theta',
    })
  })

  test('count by their weights', () => {
    const weighted = '{ law: empirical, csv: mine.csv, column: theta, weights: weight, source: my survey }'
    const { content } = loadFiles({ 'a.yaml': fileWith('partsTheta', weighted), 'mine.csv': csv })
    expect(content.uncertainties?.partsTheta).toMatchObject({ chances: [0.25, 0.5, 0.25], source: 'my survey' })
  })

  test('need no name where there is one column', () => {
    const files = { 'a.yaml': fileWith('partsTheta', '{ law: empirical, csv: mine.csv }'), 'mine.csv': 'x\n3\n4\n' }
    expect(loadFiles(files).content.uncertainties?.partsTheta).toMatchObject({ values: [3, 4] })
  })

  test('are found beside the file that states them, also where another extends it', () => {
    const files = {
      'a.yaml': 'extends: below/law.yaml\ntitle: Above\n',
      'below/law.yaml': fileWith('partsTheta', law),
      'below/mine.csv': csv,
    }
    expect(loadFiles(files).content.uncertainties?.partsTheta).toMatchObject({ values: [3.5, 4.25, 5] })
  })

  test.each([
    [
      'no such file',
      law,
      undefined,
      /4:38: uncertainties\.partsTheta\.csv: there is no file mine\.csv beside this one/,
    ],
    [
      'a misspelt column',
      law.replace('theta }', 'thetta }'),
      csv,
      /4:56: .*mine\.csv has no column thetta; did you mean theta\?/,
    ],
    [
      'no column named',
      '{ law: empirical, csv: mine.csv }',
      csv,
      /has several columns: say which by column: year, theta, weight/,
    ],
    ['a word', law, `${csv}2004,many,1\n`, /mine\.csv:5:undefined: theta: "many" is no number/],
    ['nothing in a cell', law, `${csv}2004,,1\n`, /mine\.csv:5:undefined: theta: "" is no number/],
    ['a value out of range', law, `${csv}2004,4000,1\n`, /mine\.csv:5:undefined: theta: 4000 is out of range/],
    ['a torn row', law, `${csv}2004`, /mine\.csv:5:undefined: has 1 fields, the header has 3/],
    ['no rows', law, 'year,theta\n', /has a header and no values/],
    ['too many rows', law, `theta,x\n${'4,1\n'.repeat(10_001)}`, /has 10001 rows; the most is 10000/],
    ['a negative weight', law.replace(' }', ', weights: weight }'), `${csv}2004,4,-1\n`, /weight: "-1" is no weight/],
    ['only weights of 0', law.replace(' }', ', weights: w }'), 'theta,w\n4,0\n', /w: all weights are 0/],
  ])('%s is said with its place', (_, stated, text, message) => {
    expect(saidOf('partsTheta', stated, text === undefined ? {} : { 'mine.csv': text })).toMatch(message)
  })
})
