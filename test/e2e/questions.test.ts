/** What is asked of a scenario or of the folder of a result from TypeScript is what the commands answer. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { discoveryJson } from '../../reports/tables/discovery.ts'
import { frontJson } from '../../reports/tables/front.ts'
import { optimumJson } from '../../reports/tables/optimum.ts'
import { sensitivityJson } from '../../reports/tables/sensitivity.ts'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

// The compiled package, whose threads start at once.
const front = new URL('../../dist/reports/index.js', import.meta.url).href
const library = (await import(front)) as typeof import('../../reports/index.ts')

const kept = join(folder.path, 'kept')
const scenario = join(folder.path, 'tariffs.yaml')
const grid = join(folder.path, 'grid')
const shards = (path: string, block: number): string => join(path, 'shards', 'part-000', `block-00000${block}.parquet`)

/** Places are named as they are seen from where the program stands, so that only lines and words are compared. */
function messages(verdicts: ReturnType<typeof library.validate>): unknown {
  return verdicts.map(({ ok, problems }) => [ok, ...problems.map(({ line, message }) => `${line}: ${message}`)])
}

beforeAll(async () => {
  writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs' })
  await library.run(scenario, { replicates: 40, seed: 5, workers: 1, folder: kept })
  writeFileSync(
    join(folder.path, 'grid.yaml'),
    `
title: Height of a duty
scenario: tariffs.yaml
levers:
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.1, 0.25] }
outcomes: [output.MX, priceIndex.US]
`,
  )
  await library.sweep(join(folder.path, 'grid.yaml'), { replicates: 8, seed: 3, workers: 1, folder: grid })
})

describe('a folder that a program has kept', () => {
  test('is that of the command: it has tables, a report and a manifest, and is finished', async () => {
    const words = ['run', scenario, ...'--replicates 40 --seed 5 --out command'.split(' ')]
    const { code, stderr } = await plantshift(folder.path, ...words)
    expect(code, stderr).toBe(0)
    const files = ['plan.json', 'summary.csv', 'compare.csv', 'plants.csv', 'decisions.csv', 'draws.parquet']
    for (const file of files) {
      const of = (path: string): Buffer => readFileSync(join(path, file))
      expect(of(kept).equals(of(join(folder.path, 'command'))), file).toBe(true)
    }
    expect(existsSync(join(kept, 'report.html'))).toBe(true)
    expect(library.status(kept)).toMatchObject({ state: 'finished', replicates: 40, replicatesDone: 40 })
    expect(library.status(grid)).toMatchObject({ kind: 'sweep', state: 'finished', scenarios: 4 })
  })

  test('is gone on with where blocks are missing, and can be made longer', async () => {
    const path = join(folder.path, 'less')
    cpSync(kept, path, { recursive: true })
    rmSync(shards(path, 2))
    const again = await library.resume(path, { workers: 1 })
    expect(again.kind).toBe('study')
    expect(existsSync(shards(path, 2))).toBe(true)
    const longer = await library.resume(grid, { workers: 1, replicates: 9 })
    expect(longer.kind === 'sweep' && longer.report.points.map(({ replicates }) => replicates)).toEqual([9, 9, 9])
    await expect(library.resume(grid, { replicates: 3 })).rejects.toMatchObject({ kind: 'usage' })
  })
})

describe('what the library says is what the command says:', () => {
  test('verify, of a sound folder and of one that lacks a block', async () => {
    const path = join(folder.path, 'lacking')
    cpSync(kept, path, { recursive: true })
    rmSync(shards(path, 1))
    for (const one of [kept, path]) {
      const { stdout } = await plantshift(folder.path, 'verify', one, '--blocks', '1', '--seed', '7', '--json')
      expect(library.verify(one, { blocks: 1, seed: 7 })).toEqual(JSON.parse(stdout))
    }
    expect(library.verify(path, { blocks: 0 }).problems).toMatchObject([{ part: 0, block: 1 }])
    expect(library.verify(kept)).toMatchObject({ computedAgain: 3, problems: [] })
  })

  test('discover', async () => {
    const words = 'discover kept --outcome output.MX --below -700000 --difference --out found.json --json'.split(' ')
    const { stdout, stderr } = await plantshift(folder.path, ...words)
    const study = library.discover(kept, { outcome: 'output.MX', failing: { below: -700_000 }, difference: true })
    // The command names the folder as it was given.
    expect(discoveryJson({ ...study, reproduce: study.reproduce.replace(kept, 'kept') }), stderr).toBe(stdout)
    expect(study).toMatchObject({ option: 'tariffs', against: 'base', replicates: 40, year: 2026 })
    const nothing = { outcome: 'output.MX', failing: { below: -1e12 } }
    expect(() => library.discover(kept, nothing)).toThrow(/no case fails; the outcome goes from/)
  })

  test('optimise', async () => {
    const { stdout } = await plantshift(
      folder.path,
      ...'optimise grid --outcome priceIndex.US --least --json'.split(' '),
    )
    const study = library.optimise(grid, { outcome: 'priceIndex.US', least: true })
    expect(optimumJson({ ...study, reproduce: study.reproduce.replace(grid, 'grid') })).toBe(stdout)
    expect(study.optima[0].levels.map(({ level }) => level)).toEqual([0, 0.1, 0.25])
    expect(() => library.optimise(kept, { outcome: 'output.MX' })).toThrow(/is no sweep/)
  })

  test('optimise by several outcomes at once, with a threshold', async () => {
    const asked = ['--outcome', 'output.MX', '--outcome', 'priceIndex.US@2026:least', '--difference']
    const threshold = 'change(output.MX) > -200000'
    const words = ['optimise', 'grid', ...asked, '--threshold', threshold]
    const { stdout } = await plantshift(folder.path, ...words, '--json')
    const study = library.paretoFront(grid, {
      outcomes: [{ outcome: 'output.MX' }, { outcome: 'priceIndex.US', year: 2026 }],
      thresholds: [threshold],
      difference: true,
    })
    expect(frontJson({ ...study, reproduce: study.reproduce.replace(grid, 'grid') })).toBe(stdout)
    expect(readFileSync(join(grid, 'front.json'), 'utf8')).toBe(stdout)
    const [{ points }] = study.fronts
    expect(points.map(({ number, levers }) => [number, levers?.['duty']])).toEqual([
      [0, undefined],
      [1, 0],
      [2, 0.1],
      [3, 0.25],
    ])
    // A duty moves plants and raises prices, so that none is best by both; none at all is the baseline, to the bit.
    expect(points.map(({ front }) => front.chance)).toEqual([1, 1, 0, 0])
    expect(points[1].figures).toEqual(points[0].figures)
    expect(points[3].front.dominatedBy).toEqual([0, 1, 2])
    expect(points.map(({ satisfying }) => satisfying!.all.value).slice(0, 2)).toEqual([1, 1])
    const [header, ...rows] = readFileSync(join(grid, 'front.csv'), 'utf8').trim().split('\n')
    expect(header).toMatch(/^point,duty,output\.MX@2026,output\.MX@2026Error,.*,keepsAll,.*,n,failed$/)
    expect(rows.map((row) => row.split(',')[1])).toEqual(['', '0', '0.1', '0.25'])
    expect(existsSync(join(grid, 'charts', 'front-1.svg'))).toBe(true)
    const again = await plantshift(
      folder.path,
      ...study.reproduce.replace(grid, 'grid').split(' ').slice(2, 8),
      '--json',
    )
    expect(JSON.parse(again.stdout).fronts[0].points[2].front).toEqual(points[2].front)
    const refused = async (...more: string[]): Promise<string> =>
      (await plantshift(folder.path, ...words, ...more)).stderr
    expect(await refused('--lever', 'duty')).toMatch(/--lever: is for one outcome without thresholds/)
    expect(await refused('--least')).toMatch(/write :least behind the outcome/)
    expect(await refused('--outcome', 'output.MX:best')).toMatch(/behind a colon stands most or least/)
    expect(await refused('--outcome', 'output.MX@2026')).toMatch(/--outcome: output\.MX@2026 is given twice/)
  })

  test('sensitivity', async () => {
    const words = 'sensitivity threat-only --outcome output.MX@2030 --method pawn --replicates 64 --seed 2 --json'
    const { stdout } = await plantshift(folder.path, ...words.split(' '))
    const asked = { outcome: 'output.MX', year: 2030, method: 'pawn', replicates: 64, seed: 2, workers: 1 } as const
    const { study, outcomes } = await library.sensitivity('threat-only', asked)
    expect(sensitivityJson(study)).toBe(stdout)
    expect(outcomes).toHaveLength(64)
    const few = library.sensitivity('threat-only', { ...asked, replicates: 5 })
    await expect(few).rejects.toThrow(/pawn needs 64 or more; given: 5/)
  })

  test('explain and replay', async () => {
    const asked = '--scenario threat-only --replicates 5 --seed 3 --json'.split(' ')
    const explained = await plantshift(folder.path, 'explain', 'GM Silao', ...asked)
    const study = library.explain('gm silao', { scenario: 'threat-only', replicates: 5, seed: 3 })
    expect(`${JSON.stringify(study)}\n`).toBe(explained.stdout)
    expect(study).toMatchObject({ subject: 'GM Silao', scenario: 'threat-only', replicates: 5 })
    const beside = await plantshift(folder.path, 'explain', 'GM Silao', ...asked, '--compare', 'usmca-2025-tariffs')
    const two = library.explain('gm silao', {
      scenario: 'threat-only',
      compare: 'usmca-2025-tariffs',
      replicates: 5,
      seed: 3,
    })
    expect(`${JSON.stringify(two)}\n`).toBe(beside.stdout)
    expect(two).toMatchObject({ ...study, compared: { scenario: 'usmca-2025-tariffs' } })
    const traced = await plantshift(folder.path, ...'replay threat-only --replicate 3 --seed 3 --json'.split(' '))
    expect(`${JSON.stringify(library.replay('threat-only', { replicate: 3, seed: 3 }))}\n`).toBe(traced.stdout)
  })

  test('validate', async () => {
    writeFileSync(join(folder.path, 'wrong.yaml'), 'extends: base\ntitle: Wrong\nquestoin: What?\n')
    const wrong = join(folder.path, 'wrong.yaml')
    const { code, stdout } = await plantshift(folder.path, 'validate', 'base', wrong, '--json')
    expect(code).toBe(65)
    expect(messages(library.validate(['base', wrong]))).toEqual(messages(JSON.parse(stdout)))
  })

  test('export', async () => {
    const target = join(folder.path, 'ours.csv')
    const columns = { outcomes: ['output.US'], years: [2026] }
    expect(await library.exportReplicates(kept, { to: target, ...columns })).toBe(80)
    await plantshift(folder.path, ...'export kept --outcomes output.US --years 2026 --to theirs.csv'.split(' '))
    expect(readFileSync(target, 'utf8')).toBe(readFileSync(join(folder.path, 'theirs.csv'), 'utf8'))
    await expect(library.exportReplicates(kept, { to: target })).rejects.toMatchObject({ kind: 'usage' })
    const unknown = library.exportReplicates(kept, { to: target, force: true, years: [1999] })
    await expect(unknown).rejects.toThrow(/--years: 1999 is not kept in this result/)
  })
})
