import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, test, expect } from 'vitest'
import { type LoadedSweep, loadSweep } from '../../../scenarios/sweep/loadSweep.ts'
import { sweepPoints, pointName } from '../../../scenarios/sweep/points.ts'
import type { SweepFile } from '../../../scenarios/sweep/sweepFile.ts'
import { noPositions } from '../../../scenarios/file/position.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { industry } = loadIndustry()

function load(text: string, name: string = 'grid'): LoadedSweep {
  const path = join(folder, `${name}.yaml`)
  writeFileSync(path, text)
  return loadSweep(path, industry)
}

/**
 * What scenarios say whose names begin alike, by name; a baseline that is the only one is called otherwise, and a value stands
 * elsewhere in its line among others.
 */
function kindOf(list: LoadedSweep['scenarios'], kind: string): unknown {
  return list
    .filter(({ name }) => name.startsWith(kind))
    .map(({ content, policy, warnings }) => ({
      content,
      policy,
      warnings: warnings.map((said) => ({ ...said, column: undefined })),
    }))
    .toSorted((one, other) => (JSON.stringify(one.content) < JSON.stringify(other.content) ? -1 : 1))
}

/** What is said of a sweep file, a line a problem, by the name of the file alone. */
function linesOf(text: string): readonly string[] {
  try {
    load(text)
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.replace(`${folder}/`, ''))
  }
  return []
}

function points(file: SweepFile): readonly unknown[] {
  return sweepPoints(file, 'grid.yaml', noPositions).points
}

const tariff = `
title: Height of a duty
scenario: usmca-2025-tariffs
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0.1, 0.25] }
`

describe('the points of a sweep', () => {
  test('cross to every combination once', () => {
    const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(lists, (values) => {
        const levers = Object.fromEntries(values.map((list, n) => [`lever${n}`, { set: `a.b${n}`, values: list }]))
        const names = points({ levers }).map((point) => pointName(point as Record<string, number>))
        expect(new Set(names).size).toBe(values.reduce((product, list) => product * list.length, 1))
        expect(names).toHaveLength(new Set(names).size)
      }),
    )
  })

  test('pair value by value, and only lists of the same length', () => {
    const levers = { a: { set: 'x', values: [1, 2] }, b: { set: 'y', values: [3, 4] } }
    expect(points({ levers, cross: 'zip' })).toEqual([
      { a: 1, b: 3 },
      { a: 2, b: 4 },
    ])
    const uneven = sweepPoints(
      { levers: { ...levers, b: { set: 'y', values: [3] } }, cross: 'zip' },
      'grid.yaml',
      noPositions,
    )
    expect(uneven.problems[0].message).toMatch(/a has 2, b has 1/)
  })

  test('of a range are equal steps with both ends', () => {
    const levers = { a: { set: 'x', values: { from: 0, to: 0.3, steps: 4 } } }
    expect(points({ levers })).toEqual([{ a: 0 }, { a: 0.1 }, { a: 0.2 }, { a: 0.3 }])
  })

  test('that are listed name every lever and no other', () => {
    const { problems } = sweepPoints(
      { levers: { duty: { set: 'x' } }, points: [{ dutty: 1 }] },
      'grid.yaml',
      noPositions,
    )
    expect(problems.map(({ message }) => message)).toEqual([
      'unknown lever: dutty; did you mean duty?',
      'this point has no value of duty',
    ])
  })
})

describe('a sweep file', () => {
  test('makes a scenario a point, which says what the lever says and is otherwise the scenario', () => {
    const { scenarios, points: all, parts } = load(tariff)
    expect(parts).toHaveLength(1)
    expect(scenarios.map(({ name }) => name)).toEqual(['base', 'duty=0.1', 'duty=0.25'])
    const rates = all.map(
      ({ scenario }) => scenarios[scenario].policy.regimes['tariff-25'].additionalDuties?.['tariff-25']?.rate,
    )
    expect(rates).toEqual([0.1, 0.25])
  })

  test('gives points with other parameters a part of their own, with a baseline under the same laws', () => {
    const { scenarios, parts } = load(`${tariff}  elasticity: { parameter: ownElasticity, values: [4.5, 5.5] }\n`)
    expect(parts).toEqual([
      { baseline: 0, scenarios: [0, 1, 2] },
      { baseline: 3, scenarios: [3, 4, 5] },
    ])
    expect(scenarios.map(({ content }) => content.uncertainties?.ownElasticity)).toEqual([4.5, 4.5, 4.5, 5.5, 5.5, 5.5])
  })

  test.each([
    ['elasticities', 'ownElasticity', [4.8, 5.2, 5.6]],
    ['elasticities that are unusual', 'ownElasticity', [5.2, 14, 5.6]],
    ['shares of assembly, on which it depends what content can be reached', 'assemblyCostShare', [0.15, 0.2]],
  ])('of %s gives each point, and its baseline, as if it were the only one', (_, parameter, values) => {
    const held = (levels: readonly number[]): string =>
      `${tariff}  held: { parameter: ${parameter}, values: [${levels.join(', ')}] }\n`
    const together = load(held(values)).scenarios
    const alone = values.flatMap((value) => load(held([value])).scenarios)
    for (const kind of ['duty', 'base']) expect(kindOf(together, kind)).toEqual(kindOf(alone, kind))
  })

  test('may choose among scenarios', () => {
    const { scenarios } = load('title: Which\nlevers:\n  rule: { scenarios: [content-85, threat-only] }\n')
    expect(scenarios.map(({ name }) => name)).toEqual(['base', 'rule=content-85', 'rule=threat-only'])
  })

  test('may take its points from a CSV file', () => {
    writeFileSync(join(folder, 'points.csv'), 'duty\n0.1\n0.5\n')
    const text = tariff.replace(', values: [0.1, 0.25]', '').concat('csv: points.csv\n')
    expect(load(text).points.map(({ values }) => values)).toEqual([{ duty: 0.1 }, { duty: 0.5 }])
  })

  test.each([
    [
      'a typo in a key',
      tariff.replace('scenario:', 'scenaro:'),
      /grid\.yaml:3:1: unknown key: scenaro; did you mean scenario\?/,
    ],
    [
      'a typo in what is set',
      tariff.replace('tariff-25.rate', 'tarif-25.rate'),
      /unknown key tarif-25; did you mean tariff-25\?/,
    ],
    ['a percentage', tariff.replace('0.1, 0.25', '10, 25'), /grid\.yaml:5:\d+: .*looks like a percentage: write 0\.1/],
    [
      'a point at which elasticities contradict each other',
      `${tariff}  held: { parameter: marketElasticity, values: [1, 3.5] }\n  own: { parameter: ownElasticity, values: [3] }\n`,
      /that of a product must be the larger one/,
    ],
    [
      'a scenario that is not there',
      tariff.replace('usmca-2025-tariffs', 'usmca-2025-tarifs'),
      /Did you mean usmca-2025-tariffs\?/,
    ],
    [
      'itself as the scenario',
      tariff.replace('usmca-2025-tariffs', 'grid.yaml'),
      /grid\.yaml:3:11: scenario: grid\.yaml is this sweep itself/,
    ],
    [
      'itself as the baseline',
      `${tariff}baseline: ./grid.yaml\n`,
      /grid\.yaml:6:11: baseline: \.\/grid\.yaml is this sweep itself/,
    ],
    [
      'an outcome that is not there',
      `${tariff}outcomes: [outptu.US]\n`,
      /unknown outcome: outptu\.US; did you mean output\.US\?/,
    ],
    ['no levers', 'title: x\nscenario: base\n', /levers is missing/],
    ['a lever of no kind', tariff.replace('set:', 'title:'), /write one of lever .* parameter, scenarios/],
    [
      'a CSV file that is not there',
      tariff.replace(', values: [0.1, 0.25]', '').concat('csv: pionts.csv\n'),
      /there is no file pionts\.csv/,
    ],
  ])('with %s says where and what is right', (_, text, message) => {
    expect(() => load(text)).toThrow(message)
  })

  test('with many mistakes says all of them at once, each where it stands, and none that another has made', () => {
    const text = `titel: Many mistakes
scenario: usmca-2025-tariffs
levers:
  duty: { set: policy.regimes.tarif-25.additionalDuties.tariff-25.rate, values: [0.1] }
  us-tariff-mexico: [0.1, 25]
  held: { parameter: ownElastcity, values: [5] }
derived: { ratio: output.MX / outptu.US, whole: 5 }
outcomes: [output.MX, outputt.US, whole]
years: [2036, 2150]
design: { replicates: many, strata: 9 }
`
    const said = [
      /^grid\.yaml:1:1: unknown key: titel; did you mean title\?$/,
      /^grid\.yaml:5:3: levers\.us-tariff-mexico: 25 is not allowed; 25% is written 0\.25/,
      /^grid\.yaml:6:\d+: levers\.held\.parameter: given ownElastcity; did you mean ownElasticity\?/,
      /^grid\.yaml:7:\d+: .*outptu\.US.*output\.US/,
      /^grid\.yaml:7:\d+: derived\.whole: given 5/,
      /^grid\.yaml:9:15: years\[1\]: 2150 is not simulated; the years are 2024 to 2036$/,
      /^grid\.yaml:10:\d+: design\.replicates: given many/,
      /^grid\.yaml:10:\d+: design\.strata: belongs to sampler: latin-hypercube/,
      /^grid\.yaml:4:\d+: .*unknown key tarif-25; did you mean tariff-25\?$/,
    ]
    const lines = linesOf(text)
    for (const one of said) expect(lines).toContainEqual(expect.stringMatching(one))
    expect(lines).toHaveLength(said.length)
  })

  test('that is a scenario is called one, with the command that runs it', () => {
    expect(linesOf('title: x\nextends: base\nhorizon: { to: 2030 }\n')).toEqual([
      expect.stringMatching(/grid\.yaml:2:1: extends: this file is a scenario, .*: plantshift run \S*grid\.yaml$/),
    ])
  })

  test('over another sweep says that a sweep is no scenario, and nothing of its keys', () => {
    writeFileSync(join(folder, 'other.yaml'), tariff)
    const problem =
      /other\.yaml:4:1: levers: this file is a sweep, and a scenario is wanted; .* plantshift sweep \S*other\.yaml$/
    expect(() => load(tariff.replace('usmca-2025-tariffs', 'other.yaml'))).toThrow(problem)
  })
})

/** The tariff with another lever beside its own. */
function beside(what: string): string {
  return `${tariff}  other: { ${what}, values: [0.5] }\n`
}

/** A sweep of a duty in a regime of `dotted.yaml`. */
function setting(regime: string): string {
  return `title: x\nscenario: dotted.yaml\nlevers:\n  duty: { set: 'policy.regimes.${regime}.additionalDuties.t.rate', values: [0.2] }\n`
}

describe('levers', () => {
  test('have names that are no columns of the results, and not alike but for capitals', () => {
    for (const name of ['year', 'scenario', 'Replicates', 'output.US']) {
      expect(() => load(tariff.replace('duty:', `${name}:`))).toThrow(
        /grid\.yaml:5:3: .*the results have a column of this name/,
      )
    }
    expect(() => load(`${tariff}  Duty: { parameter: ownElasticity, values: [3] }\n`)).toThrow(/in capitals alone/)
  })

  test('set each key once, whatever way it is named', () => {
    const duty = 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate'
    expect(() => load(beside(`set: [${duty}]`))).toThrow(/:6:3: .*which duty sets too; the last would win/)
    expect(() => load(beside('set: policy.regimes.tariff-25.additionalDuties'))).toThrow(/which duty sets too/)
    expect(() => load(beside(`set: [note, note]`))).toThrow(/sets note twice/)
    const held = `${tariff}  a: { parameter: ownElasticity, values: [3] }\n  b: { set: uncertainties.ownElasticity, values: [5] }\n`
    expect(() => load(held)).toThrow(/levers\.b: sets uncertainties\.ownElasticity, which a sets too/)
  })

  test('reach a name that holds a dot in quotes', () => {
    writeFileSync(
      join(folder, 'dotted.yaml'),
      'extends: base\ntitle: A dot\npolicy:\n  start: tariff-2.5\n  regimes:\n    tariff-2.5: { extends: usmca, ' +
        'additionalDuties: { t: { market: US, origins: [MX], rate: 0.1 } } }\n',
    )
    expect(load(setting('"tariff-2.5"')).scenarios[1].policy.regimes['tariff-2.5'].additionalDuties?.['t']?.rate).toBe(
      0.2,
    )
    expect(() => load(setting('tariff-2.5'))).toThrow(/a name that holds a dot stands in quotes: write "tariff-2\.5"/)
    expect(() => load(setting('"tariff-2.5'))).toThrow(/is no key/)
    expect(() => load(setting('__proto__'))).toThrow(/is no key/)
  })
})

describe('points from a CSV file', () => {
  const twoLevers = `
title: Points
scenario: usmca-2025-tariffs
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate }
  elasticity: { parameter: ownElasticity }
csv: points.csv
`
  function problems(csv: string): string {
    writeFileSync(join(folder, 'points.csv'), csv)
    try {
      load(twoLevers)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }

  test('are refused all at once, each with the row and cell where it is wrong', () => {
    const said = problems('duty,elasticity\n0.05,5\n25,5\n0.25,55\n-3,5\nx,5\n,5\n')
    expect(said).toMatch(/^points\.csv:7: this point has no value of duty$/)
    const lines = problems('duty,elasticity\n0.05,5\n25,5\n0.25,55\n-3,5\nx,5\n').split('\n')
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      'points.csv:3:1',
      'points.csv:4:2',
      'points.csv:5:1',
      'points.csv:6:1',
    ])
    expect(lines[0]).toMatch(/25 looks like a percentage: write 0\.25/)
  })

  test.each([
    ['a doubled column', 'duty,elasticity,duty\n0.05,4.5,0.4\n', /^points\.csv:1:3: two columns are called duty$/],
    ['a column without a name', 'duty,elasticity,\n0.05,4.5,1\n', /^points\.csv:1:3: column 3 has no name/],
    ['a column that is no lever', 'duty,elasticity,note\n0.05,4.5,1\n', /^points\.csv:1:3: unknown lever: note/],
    [
      'semicolons',
      'duty;elasticity\n0,05;4,5\n',
      /points\.csv:1: duty: column is missing; cells are divided by commas/,
    ],
    ['a header alone', 'duty,elasticity\n', /^points\.csv:1: has a header and no points$/],
    ['a row that is cut off', 'duty,elasticity\n0.05,4.5\n0.1\n', /^points\.csv:3: has 1 fields/],
    ['a point twice', 'duty,elasticity\n0.05,5\n0.1,5\n0.050,5.0\n', /^points\.csv:4: this point is the one in line 2/],
  ])('with %s say so', (_, csv, message) => {
    expect(problems(csv)).toMatch(message)
  })

  test('are the same points whatever the order of their keys', () => {
    const text = twoLevers.replace(
      'csv: points.csv\n',
      'points:\n  - { elasticity: 4.5, duty: 0.25 }\n  - { duty: 0.25, elasticity: 4.5 }\n',
    )
    expect(() => load(text)).toThrow(/grid\.yaml:9:5: this point is the one in line 8 again/)
  })
})

describe('the design of a sweep', () => {
  test('is checked like that of a scenario, where it stands', () => {
    const wrong = `${tariff}design: { until: [{ outcome: outptu.MX, halfWidth: 1 }, { outcome: output.MX, halfWidth: 1, year: 2050 }], strata: 4 }\n`
    expect(() => load(wrong)).toThrow(/unknown outcome: outptu\.MX; did you mean output\.MX\?/)
    expect(() => load(wrong)).toThrow(
      /grid\.yaml:\d+:\d+: design\.until\[1\]\.year: 2050 is not simulated; the years are 2024 to 2036/,
    )
    expect(() => load(wrong)).toThrow(/belongs to sampler: latin-hypercube/)
  })
})

describe('a title that names a value', () => {
  const titled = (title: string): string => tariff.replace('Height of a duty', title)

  test('has the value of the scenario that is swept', () => {
    const { title, question } = load(titled('Duties beside {policy.regimes.usmca.programmes.US.mfn.duty|%}'))
    expect(title).toBe('Duties beside 2.5%')
    expect(question).toBe('Duties beside 2.5%')
  })

  test('is refused where a lever changes the value, or it is not there', () => {
    expect(() => load(titled('Duties of {policy.regimes.tariff-25.additionalDuties.tariff-25.rate|%}'))).toThrow(
      /grid\.yaml:2:8: title: names a value that is not the same at all points/,
    )
    expect(() => load(titled('Duties of {policy.regimes.nowhere.duty|%}'))).toThrow(/the scenario has no nowhere there/)
  })
})
