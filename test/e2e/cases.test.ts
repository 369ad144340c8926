/**
 * Inputs that once went wrong, each by name, with what is right. The whole of a fault's kind is tested where it belongs; here
 * the case itself is run again as a user would.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { discover, usualDiscovery } from '../../engine/analysis/discovery/discover.ts'
import { morrisDesign } from '../../engine/analysis/sensitivity/morrisDesign.ts'
import { morrisEffects } from '../../engine/analysis/sensitivity/morrisEffects.ts'
import { independentSampling } from '../../engine/math/sampling.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { parameterDraws } from '../../engine/model/draws/parameterDraws.ts'
import { type ParameterName, parameterCount, parameterIndex } from '../../engine/model/draws/parameters.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'
import { sampleCases } from '../analysis/discovery/sampleCases.ts'
import { loadFiles } from '../scenarios/scenarioFiles.ts'
import { blocksIn, freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(folder.remove)

function write(name: string, text: string): void {
  writeFileSync(join(folder.path, name), text)
}

/** What a command prints and its exit code. */
async function asked(line: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const { code, stdout, stderr } = await plantshift(folder.path, ...line.split(' '))
  return { code, said: stdout + stderr }
}

/** The verdict on a file of this text. */
async function validated(
  text: string,
  name = 'case.yaml',
): Promise<{ readonly code: number | null; readonly said: string }> {
  write(name, text)
  return await asked(`validate ${name}`)
}

const rateOfAll = 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate'

/** A sweep of the tariff on everything with these levers and points. */
function sweepOf(levers: string, rest = ''): string {
  return `title: t\nscenario: usmca-2025-tariffs\nlevers:\n${levers}\n${rest}outcomes: [output.US]\nyears: [2030]\ndesign: { replicates: 2, seed: 1 }\n`
}

const pointLevers = `  duty: { set: ${rateOfAll} }\n  elasticity: { parameter: ownElasticity }`

function ranksOf(values: readonly number[]): readonly number[] {
  const rank = values.map(() => 0)
  values
    .map((_, d) => d)
    .toSorted((one, other) => values[one] - values[other])
    .forEach((d, n) => (rank[d] = n))
  return rank
}

test('correlations/two-correlations: both are drawn with the rank correlations stated', () => {
  const text =
    'extends: base\ntitle: t\ncorrelations:\n' +
    '  - { between: [partsTheta, locationTheta], value: 0.5 }\n  - { between: [rvcSlack, lvcSlack], value: 0.3 }\n'
  const stated = loadFiles({ 'a.yaml': text }).content.correlations ?? []
  const n = 40_000
  const draws = parameterDraws(flattenLaws({}, stated), independentSampling, rootKey(5), n)
  const column = (name: ParameterName): readonly number[] =>
    ranksOf(Array.from({ length: n }, (_, d) => draws[d * parameterCount + parameterIndex(name)]))
  for (const { between, value } of stated) {
    const [x, y] = between.map(column)
    const distance = x.reduce((sum, rank, d) => sum + (rank - y[d]) ** 2, 0)
    expect(Math.abs(1 - (6 * distance) / (n * (n ** 2 - 1)) - value)).toBeLessThan(0.01)
  }
})

test('discover/both-ends: an option that fails below .2 and above .8 of one factor has a box at each end', () => {
  const cases = sampleCases(2000, 3, 'both ends', ([x]) => Number(x < 0.2 || x > 0.8))
  const { boxes } = discover(cases, { ...usualDiscovery, resamples: 0 }, rootKey(1))
  const limits = boxes.map(({ restrictions: [{ low, high }] }) =>
    low > 0.5 ? 'above' : high < 0.5 ? 'below' : 'neither',
  )
  expect(limits.toSorted()).toEqual(['above', 'below'])
})

test("morris/ishigami: the second input has effects at any number of levels, since the step is Morris' own", () => {
  const factors = ['x1', 'x2', 'x3'].map((name, n) => ({ name, dimensions: [n] }))
  for (const levels of [4, 6, 8]) {
    const design = morrisDesign(factors, 3, 50, rootKey(1), levels)
    const outcomes = Float64Array.from({ length: design.chance.length }, (_, row) => {
      const [a, b, c] = [0, 1, 2].map((k) => Math.PI * (2 * design.uniforms[3 * row + k] - 1))
      return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
    })
    expect(morrisEffects(design, outcomes).factors[1].muStar).toBeGreaterThan(1)
  }
})

describe('a scenario', () => {
  test('laws/normal-tails: laws with chance outside of their range are refused, each with one that would do', async () => {
    const laws =
      'dutySpread: { law: normal, mean: 0.6, deviation: 0.3 }, partsTheta: { law: lognormal, median: 4, sigma: 1 }'
    const { code, said } = await validated(`extends: base\ntitle: t\nuncertainties: { ${laws} }\n`)
    expect(code).toBe(65)
    expect(said).toMatch(/case.yaml:3:30: uncertainties.dutySpread: 11.4% of its draws would lie outside/)
    expect(said).toMatch(/uncertainties.partsTheta: 13.7% of its draws/)
  })

  test.each([
    ['horizon/horizon-2028, misc/hz, lost/horizon-shorter', 'horizon: { to: 2026 }', /is run with the horizon of case/],
    ['misc/ces, lost/demand-differs-from-base', 'horizon: { to: 2026 }\ndemand: ces', /and the demand of case/],
  ])('%s: the baseline takes what the scenario has', async (_, line, note) => {
    expect((await validated(`extends: content-85\ntitle: t\n${line}\n`)).code).toBe(0)
    const { code, said } = await asked('run case.yaml --replicates 2 --out hz --force')
    expect({ code, noted: note.test(said.replaceAll(/\s+/g, ' ')) }).toEqual({ code: 0, noted: true })
  })

  test.each([
    [
      'misc/u-prob50',
      'extends: base\ntitle: t\ndesign: { until: [{ outcome: output.MX, statistic: probabilityBetter, halfWidth: 3 }] }\n',
      /case.yaml:3:\d+: .*3 is no half width of a probability/,
    ],
    [
      'lost/elasticities-cross',
      'extends: base\ntitle: t\nuncertainties: { ownElasticity: 1.5, marketElasticity: 2.05 }\n',
      /case.yaml:3:33: uncertainties.ownElasticity: in the middle/,
    ],
    [
      'lost/alias-undefined',
      'extends: base\ntitle: t\npolicy:\n  start: *nothing\n',
      /case.yaml:4:10: .*no &nothing comes before it/,
    ],
    [
      'lost/merge-key',
      'extends: base\ntitle: t\npolicy:\n  regimes:\n    a: &a { extends: usmca }\n    b: { <<: *a }\n',
      /case.yaml:6:10: .*merge keys are left out of YAML 1.2/,
    ],
  ])('%s: refused with line, column and why', async (_, text, message) => {
    const { code, said } = await validated(text)
    expect(code).toBe(65)
    expect(said).toMatch(message)
  })

  test('lost/chain: a thousand files that extend one another are read, each once', async () => {
    mkdirSync(join(folder.path, 'chain'))
    write('chain/c0.yaml', 'extends: base\ntitle: c0\n')
    for (let n = 1; n <= 1000; n++) write(`chain/c${n}.yaml`, `extends: c${n - 1}.yaml\ntitle: c${n}\n`)
    expect(await asked('validate chain/c1000.yaml')).toMatchObject({ code: 0 })
  })
})

describe('a sweep', () => {
  const refused = async (text: string, messages: readonly RegExp[]): Promise<void> => {
    const { code, said } = await validated(text, 'sweep.yaml')
    expect(code).toBe(65)
    for (const message of messages) expect(said).toMatch(message)
  }

  test('sweeps/same: two levers on one key are refused, both named', async () => {
    const levers = `  a: { set: ${rateOfAll}, values: [0, .25] }\n  b: { set: [${rateOfAll}], values: [.1, .2] }`
    await refused(sweepOf(levers), [/levers.b: sets .*rate, which a sets too/])
  })

  test('sweeps/year: a lever that is called like a column is refused, with the reserved names', async () => {
    await refused(sweepOf(`  year: { set: ${rateOfAll}, values: [.05] }`), [/levers.year: .*reserved are point.* year/])
  })

  test.each([
    [
      'bad',
      'duty,elasticity\n0.05,5\n25,5\n0.25,55\n-3,5\nx,5\n',
      [/p.csv:3:1: /, /p.csv:4:2: /, /p.csv:5:1: /, /p.csv:6:1: /],
    ],
    ['c7', 'duty,elasticity,duty\n0.05,4.5,0.4\n', [/p.csv:1:3: two columns are called duty/]],
    ['c2', 'duty;elasticity\n0,05;4,5\n', [/p.csv:1/]],
  ])(
    'sweeps/%s, lost/sweep-csv-wrong-place: every mistake is said with row and column of the CSV',
    async (_, csv, places) => {
      write('p.csv', csv)
      await refused(sweepOf(pointLevers, 'csv: p.csv\n'), places)
    },
  )

  test('sweeps/ord2: one point twice is refused, whatever the order of its keys', async () => {
    const points = 'points:\n  - { elasticity: 4.5, duty: 0.25 }\n  - { duty: 0.25, elasticity: 4.5 }\n'
    await refused(sweepOf(pointLevers, points), [/sweep.yaml:8:5: this point is the one in line 7 again/])
  })

  test('sweeps/dot: a regime whose name holds a dot can be quoted, and the hint says how', async () => {
    const duty = '{ extends: usmca, additionalDuties: { t: { market: US, origins: [MX], rate: 0.1 } } }'
    write('dotted.yaml', `extends: base\ntitle: t\npolicy: { start: tariff-2.5, regimes: { tariff-2.5: ${duty} } }\n`)
    const lever = (key: string): string =>
      sweepOf(`  duty: { set: '${key}', values: [.1, .2] }`).replace('usmca-2025-tariffs', 'dotted.yaml')
    await refused(lever('policy.regimes.tariff-2.5.additionalDuties.t.rate'), [/write "tariff-2.5"/])
    const quoted = 'policy.regimes."tariff-2.5".additionalDuties.t.rate'
    expect(await validated(lever(quoted), 'sweep.yaml')).toMatchObject({ code: 0 })
  })

  test('lost/sweep-lever-with-*: names with line breaks and dashes are written and read back', async () => {
    write('sweep.yaml', sweepOf(`  "x\\n---\\ny": { set: ${rateOfAll}, values: [0.1] }`))
    expect(await asked('sweep sweep.yaml --out swept')).toMatchObject({ code: 0 })
    expect(await asked('verify swept --blocks 1')).toMatchObject({ code: 0 })
  })
})

describe('a finished result', () => {
  test('lost/force-destroys: stays where a new run in its place is refused, and is read as before', async () => {
    expect((await asked('run content-85 --replicates 2 --out kept')).code).toBe(0)
    write('wrong.yaml', 'extends: nowhere\ntitle: t\n')
    expect((await asked('run wrong.yaml --replicates 2 --out kept --force')).code).not.toBe(0)
    expect((await asked('status kept')).said).toMatch(/finished/)
  })

  test('lost/missing-block-silent: without a block it is refused, with the command that computes it', async () => {
    rmSync(join(folder.path, 'kept', blocksIn(join(folder.path, 'kept'))[0]))
    const { code, said } = await asked('export kept --to e.csv --outcomes output.US --years 2036')
    expect(code).not.toBe(0)
    expect(said).toMatch(/resume kept/)
  })
})
