/**
 * Results survive: a run that is killed at any moment is taken up again and ends in the same bytes; what is damaged, foreign or
 * changed is found and said; what is exported is what was computed.
 */
import { readFileSync, cpSync, writeFileSync, rmSync, existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test, expect } from 'vitest'
import { blockLayout } from '../../engine/run/layout.ts'
import { lostStatus } from '../../engine/run/failures.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { partRequest, partShards, storedInputs } from '../../studies/plan/work.ts'
import { newStream, startStream, rootKey, nextUniform } from '../../engine/math/streams.ts'
import { shardContext } from '../../engine/run/monteCarlo.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { readShard } from '../../engine/run/readShards.ts'
import { writeShard } from '../../engine/run/shards.ts'
import { readRunPlan, partIdentity, partFolder } from '../../studies/plan/runPlan.ts'
import {
  freshFolder,
  blocksIn,
  breakOff,
  type Ended,
  plantshift,
  startPlantshift,
  waitForBlocks,
  writeTwoYears,
  rewrite,
} from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

/** The main job over two years: what survives does not hang on how many there are. */
writeTwoYears(folder.path, { 'base-to-2026': 'base', 'tariffs-to-2026': 'usmca-2025-tariffs' })
const question = 'run tariffs-to-2026.yaml --baseline base-to-2026.yaml'
const request = `${question} --replicates 48 --seed 5 --workers 1`.split(' ')

/** Everything but the time and the machine. */
function bytesOf(name: string): Record<string, string> {
  const files = [
    'plan.json',
    'scenario.resolved.yaml',
    'summary.csv',
    'compare.csv',
    'plants.csv',
    'lines.csv',
    'programmes.csv',
  ]
  const paths = [...files, ...blocksIn(join(folder.path, name))]
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder.path, name, path)).toString('base64')]))
}

function copy(name: string): string {
  cpSync(join(folder.path, 'whole'), join(folder.path, name), { recursive: true })
  return join(folder.path, name)
}

let whole: Ended
beforeAll(async () => {
  whole = await plantshift(folder.path, ...request, '--out', 'whole')
})

describe('a run', () => {
  test('that is killed again and again ends in the same bytes as one that is not', async () => {
    expect(whole.code, whole.stderr).toBe(0)
    const chance = newStream()
    startStream(chance, rootKey(2), 0, 0, 0)
    const commands = [
      [...request, '--out', 'killed'],
      ['resume', 'killed', '--workers', '2'],
      ['resume', 'killed', '--workers', '1'],
    ]
    await breakOff(folder.path, 'killed', commands, () => 60 * nextUniform(chance))
    const status = JSON.parse((await plantshift(folder.path, 'status', 'killed', '--json')).stdout)
    expect(status).toMatchObject({ state: 'broken off', replicates: 48, blocks: 8 })
    expect(status.blocksDone).toBeGreaterThan(0)
    const last = await plantshift(folder.path, 'resume', 'killed')
    expect(last.code, last.stderr).toBe(0)
    expect(bytesOf('killed')).toEqual(bytesOf('whole'))
    expect((await plantshift(folder.path, 'status', 'killed')).stdout).toMatch(/finished\n8 of 8 blocks/)
  })

  test('that is stopped by Ctrl-C and resumed prints what a whole one prints', async () => {
    const started = startPlantshift(folder.path, ...request, '--out', 'stopped')
    await waitForBlocks(started, join(folder.path, 'stopped'))
    started.child.kill('SIGINT')
    const { code, stderr } = await started.ended
    // A fast machine may be done before it is told to stop.
    if (code !== 0) expect(stderr).toMatch(/To go on: .*resume stopped/)
    const again = await plantshift(folder.path, 'resume', 'stopped')
    expect(again.code, again.stderr).toBe(0)
    expect(again.stdout).toBe(whole.stdout)
  })

  test('that is told SIGTERM twice at once, as srun does, and SIGHUP after it stops as by one Ctrl-C', async () => {
    const words = `${question} --replicates 20000 --workers 1 --out ended`.split(' ')
    const started = startPlantshift(folder.path, ...words)
    await waitForBlocks(started, join(folder.path, 'ended'))
    started.child.stderr!.on('data', (part: Buffer) => {
      if (part.includes('Stopping')) for (const signal of ['SIGTERM', 'SIGHUP'] as const) started.child.kill(signal)
    })
    started.child.kill('SIGTERM')
    started.child.kill('SIGTERM')
    const { code, stderr } = await started.ended
    expect(code, stderr).toBe(130)
    expect(stderr).toMatch(/Interrupted after \d+ of 20000 replicates/)
    expect(stderr).not.toMatch(/Left at once/)
    expect(JSON.parse(readFileSync(join(folder.path, 'ended', 'manifest.json'), 'utf8')).interrupted).toBe(true)
  })

  test('made longer gives the numbers of one that was asked for as many at once', async () => {
    copy('longer')
    const longer = await plantshift(folder.path, 'resume', 'longer', '--replicates', '60')
    expect(longer.code, longer.stderr).toBe(0)
    const asked = await plantshift(folder.path, ...`${question} --replicates 60 --seed 5 --out asked`.split(' '))
    expect(longer.stdout).toBe(asked.stdout)
    const shorter = await plantshift(folder.path, 'resume', 'longer', '--replicates', '10')
    expect(shorter.code).toBe(2)
    expect(shorter.stderr).toMatch(/can only be made longer/)
  })
})

describe('what is wrong in a folder is said:', () => {
  test('a damaged shard, which resume computes again', async () => {
    const path = copy('damaged')
    const shard = join(path, blocksIn(path)[2])
    const bytes = readFileSync(shard)
    bytes[Math.floor(bytes.length / 2)] ^= 1
    writeFileSync(shard, bytes)
    const checked = await plantshift(folder.path, 'verify', 'damaged', '--blocks', '0')
    expect(checked.code).toBe(1)
    expect(checked.stdout).toMatch(/7 of 8 blocks are as they were written/)
    const { code, stderr } = await plantshift(folder.path, 'resume', 'damaged')
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/block-000002\.parquet: is damaged: .*; its block is computed again/)
    expect(bytesOf('damaged')).toEqual(bytesOf('whole'))
  })

  test('a first shard that is empty or no table, and a column that only other programs read', async () => {
    const path = copy('broken')
    const [first, second, third] = blocksIn(path).map((name) => join(path, name))
    writeFileSync(first, '')
    writeFileSync(second, 'PAR1 and no more PAR1')
    const bytes = readFileSync(third)
    bytes[4] ^= 1
    writeFileSync(third, bytes)
    const { code, stderr } = await plantshift(folder.path, 'resume', 'broken')
    expect(code, stderr).toBe(0)
    expect(stderr.match(/is damaged/g)).toHaveLength(3)
    expect(bytesOf('broken')).toEqual(bytesOf('whole'))
  })

  test('a damaged column that only other programs read, and a block that a finished result lacks', async () => {
    const path = copy('columns')
    const [first, second] = blocksIn(path).map((name) => join(path, name))
    const bytes = readFileSync(first)
    bytes[4] ^= 1
    writeFileSync(first, bytes)
    rmSync(second)
    const checked = await plantshift(folder.path, 'verify', 'columns', '--blocks', '0')
    expect(checked.code).toBe(1)
    expect(checked.stdout).toMatch(/block-000000\.parquet: is damaged: its names, years or replicates/)
    expect(checked.stdout).toMatch(/block-000001\.parquet: is missing/)
    expect(checked.stdout).toMatch(/6 of 8 blocks are as they were written/)
  })

  test('blocks whose thread died, which resume tries again', async () => {
    const path = copy('lost')
    const plan = readRunPlan(path)
    const { context, run, folder: shards } = partShards(path, plan, storedInputs(path, plan), 0)
    for (const index of [2, 7]) {
      const block = readShard(shards, context, planBlock(run, index))!
      const { statusStart, plantsStart } = blockLayout(context.shape, block.count)
      block.values.fill(NaN, 0, statusStart)
      block.values.fill(lostStatus, statusStart, plantsStart)
      block.values.fill(0, plantsStart)
      writeShard(shards, context, { ...block, lost: 'out of memory' })
    }
    writeFileSync(join(path, 'failures.csv'), 'scenario,replicate,reason\n')
    rewrite(join(path, 'manifest.json'), { lostReplicates: 12 })
    const status = await plantshift(folder.path, 'status', 'lost')
    expect(status.stdout).toMatch(/12 of these are lost with their thread\. To try again: .*resume lost/)
    const checked = await plantshift(folder.path, 'verify', 'lost', '--blocks', '0')
    expect(checked.code).toBe(1)
    expect(checked.stdout.match(/its thread died: out of memory; resume computes it again/g)).toHaveLength(2)
    const { code, stderr } = await plantshift(folder.path, 'resume', 'lost')
    expect(code, stderr).toBe(0)
    expect(bytesOf('lost')).toEqual(bytesOf('whole'))
    expect(existsSync(join(path, 'failures.csv'))).toBe(false)
    expect(readFileSync(join(path, 'manifest.json'), 'utf8')).not.toContain('lostReplicates')
  })

  test('a shard of another run', async () => {
    const path = copy('foreign')
    const other = await plantshift(folder.path, ...`${question} --replicates 48 --seed 6 --out other`.split(' '))
    expect(other.code).toBe(0)
    const [shard] = blocksIn(path)
    cpSync(join(folder.path, 'other', shard), join(path, shard))
    const { code, stderr } = await plantshift(folder.path, 'resume', 'foreign')
    expect(code).toBe(74)
    expect(stderr).toMatch(/block-000000\.parquet: belongs to another run/)
  })

  test('a scenario that was changed', async () => {
    const path = copy('changed')
    const scenario = join(path, 'scenario.resolved.yaml')
    writeFileSync(scenario, readFileSync(scenario, 'utf8').replace('rate: 0.25', 'rate: 0.30'))
    const { code, stderr } = await plantshift(folder.path, 'resume', 'changed')
    expect(code).toBe(74)
    expect(stderr).toMatch(/no longer the scenario with which the run was begun/)
  })

  test('another version of the program', async () => {
    const path = copy('older')
    const plan = join(path, 'plan.json')
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/"version": "[^"]*"/, '"version": "0.0.1"'))
    const { code, stderr } = await plantshift(folder.path, 'resume', 'older')
    expect(code).toBe(74)
    expect(stderr).toMatch(/written by version 0\.0\.1/)
  })

  test('an engine that computes other numbers, by the first block and by verify', async () => {
    const path = copy('otherwise')
    const plan = readRunPlan(path)
    const request = partRequest(storedInputs(path, plan), plan, plan.parts[0])
    const context = shardContext(request, resultShape(request), partIdentity(plan, 0))
    const shards = partFolder(join(path, 'shards'), 0)
    const block = readShard(shards, context, { index: 0, first: 0, count: plan.blockSize })!
    // As if one number had come out a bit larger, and had been written down as it was.
    block.values[block.values.findIndex((value) => value > 1e6)] *= 1 + 2 ** -40
    writeShard(shards, context, block)
    const { code, stderr } = await plantshift(folder.path, 'resume', 'otherwise')
    expect(code).toBe(74)
    expect(stderr).toMatch(/computes other numbers than the one that began the run/)
    const checked = await plantshift(folder.path, 'verify', 'otherwise', '--blocks', '8')
    expect(checked.code).toBe(1)
    expect(checked.stdout).toMatch(/replicates 0 to 5 come out differently/)
  })

  test('a folder in which another program is at work, which report leaves alone', async () => {
    const path = copy('held')
    // Process 1 is always there.
    writeFileSync(join(path, 'lock'), `1 ${hostname()}`)
    const { code, stderr } = await plantshift(folder.path, 'report', 'held')
    expect(code, stderr).toBe(75)
    expect(stderr).toMatch(/another plantshift \(process 1\) is at work there/)
    expect((await plantshift(folder.path, 'report', 'held', '--break-lock')).code).toBe(0)
    expect(existsSync(join(path, 'lock'))).toBe(false)
  })

  test('a folder that is none of ours', async () => {
    expect((await plantshift(folder.path, 'resume', 'nowhere')).stderr).toMatch(/there is no such folder/)
    expect((await plantshift(folder.path, 'status', folder.path)).stderr).toMatch(/is not a result of plantshift/)
  })
})

describe('verify and export', () => {
  test('computes blocks again and finds them the same', async () => {
    const { code, stdout } = await plantshift(folder.path, ...'verify whole --blocks 2 --json'.split(' '))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ blocks: 8, sound: 8, computedAgain: 2, problems: [], fileProblems: [] })
  })

  test('writes the replicates, whose mean is that of the table', async () => {
    const words = 'export whole --outcomes output.US --years 2026 --to us.csv'.split(' ')
    const { code, stderr } = await plantshift(folder.path, ...words)
    expect(code, stderr).toBe(0)
    const [header, ...rows] = readFileSync(join(folder.path, 'us.csv'), 'utf8').trimEnd().split('\n')
    expect(header).toBe('scenario,replicate,year,status,output.US')
    expect(rows).toHaveLength(2 * 48)
    const values = rows.filter((row) => row.startsWith('tariffs')).map((row) => Number(row.split(',')[4]))
    const mean = values.reduce((sum, value) => sum + value, 0) / 48
    const [, stated] = /tariffs-to-2026,output,US,2026,vehicles,mean,(\d+)/.exec(
      readFileSync(join(folder.path, 'whole', 'summary.csv'), 'utf8'),
    )!
    expect(Math.abs(mean - Number(stated)) / mean).toBeLessThan(1e-3)
    expect((await plantshift(folder.path, ...words)).stderr).toMatch(/is there already; add --force/)
  })

  test('does not write over a file of the result, though --force is given', async () => {
    for (const to of [blocksIn(join(folder.path, 'whole'))[0], 'report.json', 'tables/new.csv']) {
      const { code, stderr } = await plantshift(
        folder.path,
        ...`export whole --to whole/${to} --force --format csv`.split(' '),
      )
      expect(code === 0, stderr).toBe(to === 'tables/new.csv')
      if (code !== 0) expect(stderr).toMatch(/is a file of the result in .*; choose another name/)
    }
  })

  test('says which outcome is near a wrong name, and which formats there are', async () => {
    const typo = await plantshift(folder.path, ...'export whole --outcomes outptu.US --to x.csv'.split(' '))
    expect(typo.stderr).toMatch(/did you mean output\.US\?/)
    const format = await plantshift(folder.path, ...'export whole --to x.xlsx'.split(' '))
    expect(format.stderr).toMatch(/is none of csv, parquet, arrow, json/)
    expect(existsSync(join(folder.path, 'x.csv'))).toBe(false)
  })
})
