/** Runs that several processes compute end in the bytes of one that a single process has computed, whatever befalls the processes. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parquetOutline } from '../../engine/run/parquet.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard } from '../../engine/run/readShards.ts'
import { valuesHash, writeShard } from '../../engine/run/shards.ts'
import { readRunPlan } from '../../studies/plan/runPlan.ts'
import { partShards, storedInputs } from '../../studies/plan/work.ts'
import { blocksIn, freshFolder, plantshift, startPlantshift, waitForBlocks } from '../e2e/plantshift.ts'
import { analysis, bytesOf, findingOf, question, writeScenarios } from './folders.ts'

const folder = freshFolder()
const at = (name: string): string => join(folder.path, name)
afterAll(() => folder.remove())
writeScenarios(folder.path)

beforeAll(async () => {
  const { code, stderr } = await plantshift(folder.path, 'run', ...question, '--out', 'whole')
  expect(code, stderr).toBe(0)
})

/** Plan and scenarios of the run, and none of its blocks. */
function handedOut(name: string): string {
  cpSync(at('whole'), at(name), { recursive: true })
  for (const other of ['shards', 'manifest.json', 'report.json']) rmSync(join(at(name), other), { recursive: true })
  return at(name)
}

describe('a run on several processes', () => {
  test('whose processes are killed is handed out again and ends in the same bytes', async () => {
    const started = startPlantshift(
      folder.path,
      'submit',
      ...question,
      '--out',
      'killed',
      '--engine',
      'local',
      '--tasks',
      '2',
    )
    await waitForBlocks(started, at('killed'))
    const round = JSON.parse(readFileSync(join(at('killed'), 'work', 'round-001.json'), 'utf8'))
    for (const word of round.job.split(',')) {
      try {
        process.kill(Number(word.split('@')[0]), 'SIGKILL')
      } catch {
        // A fast machine may be done with it.
      }
    }
    const { code, stderr } = await started.ended
    expect(code, stderr).toBe(0)
    expect(bytesOf(at('killed'))).toEqual(bytesOf(at('whole')))
  })

  test('whose driver is killed too goes on by resume, with the same bytes', async () => {
    const started = startPlantshift(
      folder.path,
      'submit',
      ...question,
      '--out',
      'driver',
      '--engine',
      'local',
      '--tasks',
      '1',
    )
    await waitForBlocks(started, at('driver'))
    started.child.kill('SIGKILL')
    await started.ended
    const { code, stderr } = await plantshift(folder.path, 'resume', 'driver', '--engine', 'local', '--tasks', '2')
    expect(code, stderr).toBe(0)
    expect(bytesOf(at('driver'))).toEqual(bytesOf(at('whole')))
    expect((await plantshift(folder.path, 'verify', 'driver', '--blocks', '1')).code).toBe(0)
  })

  test('that is asked to stop leaves its folder to be gone on with', async () => {
    const words = [
      'submit',
      ...question,
      '--replicates',
      '3000',
      '--out',
      'stopped',
      '--engine',
      'local',
      '--tasks',
      '1',
    ]
    const started = startPlantshift(folder.path, ...words)
    await waitForBlocks(started, at('stopped'))
    started.child.kill('SIGTERM')
    const { code, stderr } = await started.ended
    expect(code, stderr).toBe(130)
    expect(stderr).toMatch(/To go on: .*resume stopped --engine local/)
    expect(existsSync(join(at('stopped'), 'lock'))).toBe(false)
    const partial = await plantshift(folder.path, 'gather', 'stopped', '--partial', '--json')
    expect(JSON.parse(partial.stdout)).toMatchObject({ replicates: 3000, interrupted: false })
    expect(JSON.parse(partial.stdout).lostReplicates).toBeGreaterThan(0)
  })

  test('until a precision ends where a run of one process does', async () => {
    const design = '{ until: [{ outcome: output.MX, year: 2026, halfWidth: 80000 }], min: 32, batch: 16, max: 96 }'
    writeFileSync(at('until.yaml'), `title: Until\nextends: tariffs-to-2026.yaml\ndesign: ${design}\n`)
    const words = ['until.yaml', '--baseline', 'base-to-2026.yaml', '--seed', '5']
    const one = await plantshift(folder.path, 'run', ...words, '--out', 'until-one')
    expect(one.code, one.stderr).toBe(0)
    const several = await plantshift(folder.path, 'submit', ...words, '--out', 'until-several', '--engine', 'local')
    expect(several.code, several.stderr).toBe(0)
    expect(several.stderr).toMatch(/Round 3/)
    expect(bytesOf(at('until-several'))).toEqual(bytesOf(at('until-one')))
  })
})

test('a sweep whose points have draws of their own ends in the same bytes', async () => {
  writeFileSync(
    at('points.yaml'),
    `title: Points
scenario: tariffs-to-2026.yaml
baseline: base-to-2026.yaml
levers:
  elasticity: { parameter: ownElasticity, values: [4.8, 5.6] }
  duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0.1, 0.3] }
years: [2026]
outcomes: [output.US, priceIndex.US]
`,
  )
  const words = ['points.yaml', '--replicates', '16', '--seed', '3']
  const one = await plantshift(folder.path, 'sweep', ...words, '--out', 'points-one')
  expect(one.code, one.stderr).toBe(0)
  const several = await plantshift(folder.path, 'submit', ...words, '--out', 'points-several', '--engine', 'local')
  expect(several.code, several.stderr).toBe(0)
  expect(JSON.parse(readFileSync(join(at('points-one'), 'plan.json'), 'utf8')).parts).toHaveLength(2)
  const files = ['plan.json', 'scenario.resolved.yaml', 'design.csv', 'sweep.csv']
  expect(bytesOf(at('points-several'), files)).toEqual(bytesOf(at('points-one'), files))
})

test('a sensitivity analysis ends in the same bytes, and its runs can be computed again', async () => {
  const one = await plantshift(folder.path, 'sensitivity', ...analysis, '--out', 'found-one')
  expect(one.code, one.stderr).toBe(0)
  const words = ['submit', 'sensitivity', ...analysis, '--out', 'found-several', '--engine', 'local', '--json']
  const several = await plantshift(folder.path, ...words)
  expect(several.code, several.stderr).toBe(0)
  expect(findingOf(at('found-several'))).toEqual(findingOf(at('found-one')))
  expect(several.stdout).toBe(findingOf(at('found-one'))[0])
  const checked = await plantshift(folder.path, 'verify', 'found-several', '--blocks', '1')
  expect(checked.stdout).toMatch(/7 of 7 blocks .*; 1 computed again, all the same to the bit/)
  const report = await plantshift(folder.path, 'report', 'found-several')
  expect(report.stderr).toMatch(/holds what sensitivity has found, whole, and no replicates of a run/)
  const longer = await plantshift(folder.path, 'resume', 'found-several', '--replicates', '68')
  expect(longer.stderr).toMatch(/a sensitivity analysis has a design of its own size/)
})

test('a comparison on data of its own ends in the same bytes', async () => {
  expect((await plantshift(folder.path, 'data', 'copy', 'own')).code).toBe(0)
  const words = ['compare', 'base-to-2026.yaml', 'tariffs-to-2026.yaml', '--replicates', '8', '--data', 'own']
  const one = await plantshift(folder.path, ...words, '--out', 'compared-one')
  expect(one.code, one.stderr).toBe(0)
  const handedOut = ['submit', ...words, '--out', 'compared-several', '--engine', 'local', '--tasks', '1']
  const several = await plantshift(folder.path, ...handedOut)
  expect(several.code, several.stderr).toBe(0)
  expect(bytesOf(at('compared-several'))).toEqual(bytesOf(at('compared-one')))
})

test.each([
  ['submit sensitivity', 2, /submit sensitivity: name what it is asked of/],
  ['submit base --outcome output.MX', 2, /--outcome: is for a sensitivity analysis; write submit sensitivity SCENARIO/],
  ['submit sensitivity base --outcome output.MX --baseline base', 2, /--baseline: is not for a sensitivity analysis/],
  ['submit run base tariff-232-2025', 2, /submit run: one scenario is allowed/],
])('refuses %s', async (words, expected, message) => {
  const { code, stderr } = await plantshift(folder.path, ...words.split(' '), '--engine', 'local')
  expect(code, stderr).toBe(expected)
  expect(stderr).toMatch(message)
})

describe('work', () => {
  test('computes the blocks that are named, and gather refuses what is not whole, or takes it and says so', async () => {
    const path = handedOut('named')
    const one = await plantshift(folder.path, 'work', 'named', '--blocks', '0-2,5', '--workers', '1')
    expect(one.code, one.stderr).toBe(0)
    expect(one.stderr).toMatch(/4 of 4 blocks are done/)
    expect(blocksIn(path)).toHaveLength(4)
    const early = await plantshift(folder.path, 'gather', 'named')
    expect(early.code).toBe(75)
    expect(early.stderr).toMatch(/4 blocks are missing: 3-4,6-7\. To hand them out: .*--partial takes what is there/)
    expect(existsSync(join(path, 'report.json'))).toBe(false)
    const partial = await plantshift(folder.path, 'gather', 'named', '--partial')
    expect(partial.stdout).toMatch(/24 replicates are lost/)
    const again = await plantshift(folder.path, 'work', 'named', '--workers', '1')
    expect(again.stderr).toMatch(/4 of 4 blocks are done/)
    const whole = await plantshift(folder.path, 'gather', 'named')
    expect(whole.code, whole.stderr).toBe(0)
    expect(bytesOf(path)).toEqual(bytesOf(at('whole')))
    const third = await plantshift(folder.path, 'work', 'named', '--blocks', '0-7', '--workers', '1')
    expect(third.stderr).toMatch(/8 of 8 blocks are done, 8 of them were there already/)
  })

  test('keeps blocks in a store, which gather takes in', async () => {
    const path = handedOut('far')
    for (const [blocks, store] of [
      ['0-4', 'store-a'],
      ['4-7', 'store-b'],
    ]) {
      const { code, stderr } = await plantshift(
        folder.path,
        'work',
        'far',
        '--blocks',
        blocks,
        '--store',
        store,
        '--workers',
        '1',
      )
      expect(code, stderr).toBe(0)
    }
    expect(blocksIn(path)).toEqual([])
    const { code, stderr } = await plantshift(folder.path, 'gather', 'far', '--store', 'store-a', '--store', 'store-b')
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/5 blocks taken in from store-a\n3 blocks taken in from store-b; 1 were there already/)
    expect(bytesOf(path)).toEqual(bytesOf(at('whole')))
    const none = await plantshift(folder.path, 'gather', 'far', '--store', 'nowhere')
    expect(none.code).toBe(2)
    expect(none.stderr).toMatch(/--store: there is no folder nowhere/)
  })

  test('computes a damaged block again, also where it is found when the result is gathered', async () => {
    const path = handedOut('damaged')
    expect((await plantshift(folder.path, 'work', 'damaged', '--workers', '1')).code).toBe(0)
    const shard = join(path, blocksIn(path)[3])
    const bytes = readFileSync(shard)
    // Gathering checks the numbers; verify also what other programs alone read.
    bytes[parquetOutline(bytes).starts.get('output.MX')!] ^= 1
    writeFileSync(shard, bytes)
    const gathered = await plantshift(folder.path, 'gather', 'damaged')
    expect(gathered.code).toBe(75)
    expect(gathered.stderr).toMatch(/block-000003\.parquet: is damaged/)
    expect((await plantshift(folder.path, 'work', 'damaged', '--workers', '1')).stderr).toMatch(
      /1 of 1 blocks are done/,
    )
    expect((await plantshift(folder.path, 'gather', 'damaged')).code).toBe(0)
    expect(bytesOf(path)).toEqual(bytesOf(at('whole')))
  })

  test('stops the run where machines disagree, and names both hashes and hosts', async () => {
    const path = handedOut('disagree')
    const plan = readRunPlan(path)
    const { context, run, folder: shards } = partShards(path, plan, storedInputs(path, plan), 0)
    expect(
      (await plantshift(folder.path, 'work', 'disagree', '--blocks', '1', '--store', 'right', '--workers', '1')).code,
    ).toBe(0)
    expect((await plantshift(folder.path, 'work', 'disagree', '--blocks', '1', '--workers', '1')).code).toBe(0)
    const block = readShard(shards, context, planBlock(run, 1))!
    const right = valuesHash(block.values)
    // As if one number had come out a bit larger on the machine that was first.
    block.values[block.values.findIndex((value) => value > 1e6)] *= 1 + 2 ** -40
    writeShard(shards, context, block)
    const wrong = valuesHash(block.values)
    const ledger = join(path, 'work', 'ledger', 'other-1-1.ndjson')
    const said = [
      { event: 'start', host: 'other', process: 1, since: '' },
      { event: 'done', block: 1, sha256: wrong },
    ]
    writeFileSync(ledger, said.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const { code, stderr } = await plantshift(folder.path, 'gather', 'disagree', '--store', 'right')
    expect(code).toBe(78)
    expect(stderr).toContain(`${right} from ${hostname()} (process ${process.pid}), ${wrong} from other (process 1)`)
    const later = await plantshift(folder.path, 'work', 'disagree', '--blocks', '2', '--workers', '1')
    expect(later.code).toBe(78)
    expect(later.stderr).toMatch(/machines disagree on block 1/)
  })

  test.each([
    ['--blocks 9', 2, /there is no block 9; the plan has blocks 0 to 7/],
    ['--round 3 --task 0', 2, /has no round 3; nothing was handed out there/],
    ['--round 3', 2, /--round and --task go together/],
    ['--blocks 1 --round 1', 2, /give one of them/],
  ])('refuses %s', async (words, expected, message) => {
    const { code, stderr } = await plantshift(folder.path, 'work', 'whole', ...words.split(' '))
    expect(code, stderr).toBe(expected)
    expect(stderr).toMatch(message)
  })
})

test('a dry run prints what would be handed out and writes nothing', async () => {
  const { code, stdout } = await plantshift(
    folder.path,
    'submit',
    ...question,
    '--out',
    'dry',
    '--engine',
    'local',
    '--tasks',
    '2',
    '--dry-run',
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/work \S*dry --round 1 --task 0 --workers 1 &\n.*--task 1 --workers 1 &\n/)
  expect(existsSync(at('dry'))).toBe(false)
})
