import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  blocksIn,
  type Ended,
  freshFolder,
  plantshift,
  startPlantshift,
  waitForBlocks,
  writeTwoYears,
} from './plantshift.ts'

const folder = freshFolder()
/** Of the first run alone. */
const own = freshFolder()
afterAll(() => [folder, own].forEach(({ remove }) => remove()))
writeTwoYears(own.path, { tariffs: 'usmca-2025-tariffs' })

function read(...path: string[]): string {
  return readFileSync(join(folder.path, ...path), 'utf8')
}

describe('plantshift run', () => {
  let first: Ended
  beforeAll(async () => {
    const words = 'run tariffs.yaml --replicates 6 --seed 11 --workers 2 --out first'
    first = await plantshift(own.path, ...words.split(' '))
    cpSync(own.path, folder.path, { recursive: true })
  })

  test('answers on standard output and talks on standard error', () => {
    expect(first.code, first.stderr).toBe(0)
    expect(first.stdout).toMatch(/In 20\d\d, against base .*vehicles built:\s+Mexico/s)
    expect(first.stdout).toMatch(/Monte Carlo standard error/)
    expect(first.stdout.split('\n').filter((line) => line.length > 100 && !line.includes('again:'))).toEqual([])
    expect(first.stderr).toMatch(/6 replicates of base, tariffs; seed 11; about .* memory, .* on disk/)
    expect(first.stderr).toMatch(/Files: .*first/)
  })

  test('writes its folder, whole, and nothing beside it', () => {
    expect(readdirSync(own.path)).toEqual(['first', 'tariffs.yaml'])
    expect(readdirSync(join(folder.path, 'first')).toSorted()).toEqual([
      'CITATION.cff',
      'REPRODUCE.md',
      'brief.html',
      'brief.md',
      'charts',
      'compare.csv',
      'decisions.csv',
      'draws.parquet',
      'information.csv',
      'lines.csv',
      'log.ndjson',
      'manifest.json',
      'plan.json',
      'plants.csv',
      'programmes.csv',
      'report.html',
      'report.json',
      'scenario.resolved.yaml',
      'shards',
      'summary.csv',
      'tables',
    ])
    const manifest = JSON.parse(read('first', 'manifest.json'))
    expect(manifest).toMatchObject({ seed: 11, replicates: 6, goodReplicates: 6, interrupted: false, baseline: 'base' })
    expect(manifest.scenarios.map((scenario: { sha256: string }) => scenario.sha256)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    expect(manifest.data.map(({ file }: { file: string }) => file)).toContain('models.csv')
    expect(read('first', 'compare.csv')).toMatch(/^scenario,baseline,outcome,place,year,unit,statistic,value,/)
  })

  test('has no path of the machine in what is printed', () => {
    const program = fileURLToPath(new URL('../..', import.meta.url))
    for (const name of ['report.html', 'brief.html', 'brief.md']) {
      expect(read('first', name), name).not.toContain(own.path)
      expect(read('first', name), name).not.toContain(program)
    }
  })

  test('gives every form of its report again from what it stored, to the byte', async () => {
    const forms = [
      'report.html',
      'brief.html',
      'brief.md',
      'REPRODUCE.md',
      'CITATION.cff',
      'charts/map-A.svg',
      'tables/decision.csv',
    ]
    const before = forms.map((name) => read('first', name))
    for (const name of forms) rmSync(join(folder.path, 'first', name))
    const again = await plantshift(folder.path, 'report', 'first')
    expect(again.code, again.stderr).toBe(0)
    expect(again.stdout).toBe(first.stdout)
    expect(forms.map((name) => read('first', name))).toEqual(before)
  })

  test('collects under every programme its rates times its bases', () => {
    const [, ...rows] = read('first', 'programmes.csv')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    for (let n = 0; n < rows.length; n += 4) {
      const [value, nonUs, duty] = [1, 2, 3].map((k) => Number(rows[n + k][5]))
      const due = Number(rows[n][2]) * value + Number(rows[n][3]) * nonUs
      // Sums are rounded to thousand USD in every replicate.
      expect(Math.abs(duty - due), rows[n][1]).toBeLessThan(0.002 + 1e-7 * due)
    }
  })

  test('gives the same numbers from its reproduce line, and with another number of workers', async () => {
    const line = /The same numbers again: (.*)/.exec(first.stdout)![1]
    const words = line.slice(line.indexOf(' run ') + 1).split(' ')
    const again = await plantshift(folder.path, ...words, '--workers', '1', '--out', 'again', '--quiet')
    expect(again.stderr).toBe('')
    for (const file of [
      'summary.csv',
      'compare.csv',
      'plants.csv',
      'programmes.csv',
      'lines.csv',
      'scenario.resolved.yaml',
    ]) {
      expect(read('again', file), file).toBe(read('first', file))
    }
  })

  test('refuses to write over a result, and replaces it with --force', async () => {
    cpSync(join(folder.path, 'first'), join(folder.path, 'there'), { recursive: true })
    const before = read('there', 'summary.csv')
    const refused = await plantshift(folder.path, ...'run base --replicates 2 --out there'.split(' '))
    expect(refused.code).toBe(74)
    expect(refused.stderr).toMatch(/--force/)
    expect(read('there', 'summary.csv')).toBe(before)
    const forced = await plantshift(folder.path, ...'run base --replicates 2 --out there --force --json'.split(' '))
    expect(forced.code, forced.stderr).toBe(0)
    expect(JSON.parse(forced.stdout)).toMatchObject({ replicates: 2, comparisons: [] })
    expect(read('there', 'summary.csv')).not.toBe(before)
  })

  test("never writes over somebody else's files", async () => {
    mkdirSync(join(folder.path, 'thesis'))
    writeFileSync(join(folder.path, 'thesis', 'chapter.txt'), 'mine')
    const refused = await plantshift(folder.path, ...'run base --replicates 2 --out thesis --force'.split(' '))
    expect(refused.code).toBe(74)
    expect(readdirSync(join(folder.path, 'thesis'))).toEqual(['chapter.txt'])
  })

  test('says so when the folder cannot be made', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const failed = await plantshift(folder.path, ...'run base --replicates 2 --out file/result'.split(' '))
    expect(failed.code).toBe(74)
    expect(failed.stderr).toMatch(/is a file, not a folder/)
    expect(failed.stderr).not.toMatch(/ at .*\.js:\d+/)
  })
})

describe('Ctrl-C', () => {
  test('once finishes the blocks in flight, writes them and says how to go on', async () => {
    const started = startPlantshift(
      folder.path,
      ...'run tariffs.yaml --replicates 5000 --workers 2 --out stopped'.split(' '),
    )
    await waitForBlocks(started, join(folder.path, 'stopped'))
    started.child.kill('SIGINT')
    const { code, stdout, stderr } = await started.ended
    expect(code, stderr).toBe(130)
    expect(stderr).toMatch(/Interrupted after \d+ of 5000 replicates/)
    expect(stderr).toMatch(/To go on: .*resume stopped/)
    const manifest = JSON.parse(read('stopped', 'manifest.json'))
    expect(manifest.interrupted).toBe(true)
    expect(manifest.replicates).toBeGreaterThan(0)
    expect(manifest.replicates).toBeLessThan(5000)
    expect(blocksIn(join(folder.path, 'stopped'))).toHaveLength(manifest.blocks)
    expect(stdout).toContain(`--replicates ${manifest.replicates} `)
  })

  test('twice leaves at once, keeps what was written and says how to go on', async () => {
    const started = startPlantshift(
      folder.path,
      ...'run tariffs.yaml --replicates 5000 --workers 1 --out left'.split(' '),
    )
    await waitForBlocks(started, join(folder.path, 'left'))
    started.child.stderr!.on('data', (part: Buffer) => {
      if (part.includes('Stopping')) started.child.kill('SIGINT')
    })
    started.child.kill('SIGINT')
    const { code, stderr } = await started.ended
    expect(code).toBe(130)
    expect(stderr).toMatch(/To go on: .*resume left/)
    expect(readdirSync(join(folder.path, 'left')).toSorted()).toEqual([
      'log.ndjson',
      'plan.json',
      'scenario.resolved.yaml',
      'shards',
    ])
  })
})

describe('plantshift compare', () => {
  test('runs any number of scenarios against any of them', async () => {
    writeTwoYears(folder.path, { two: 'base', content: 'content-85', threat: 'threat-only' })
    const { code, stdout, stderr } = await plantshift(
      folder.path,
      ...'compare two.yaml content.yaml threat.yaml --baseline content.yaml --replicates 2 --out three --json'.split(
        ' ',
      ),
    )
    expect(code, stderr).toBe(0)
    const report = JSON.parse(stdout)
    const pairs = report.comparisons.map(
      (row: { scenario: string; baseline: string }) => `${row.scenario}-${row.baseline}`,
    )
    expect([...new Set(pairs)]).toEqual(['two-content', 'threat-content'])
  })
})
