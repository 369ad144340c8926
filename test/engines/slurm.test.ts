/**
 * Runs on a real Slurm of one node end in the bytes of a run on a laptop, whatever befalls their tasks: killed, requeued, cancelled,
 * out of time, their node away, held.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLedgers } from '../../studies/engines/ledger.ts'
import { readRounds } from '../../studies/engines/rounds.ts'
import { blocksIn, freshFolder, plantshift } from '../e2e/plantshift.ts'
import { analysis, bytesOf, findingOf, question, writeScenarios } from './folders.ts'
import { areThere, until } from './needed.ts'
import { type SlurmCluster, startSlurm } from './slurmCluster.ts'

const isThere = areThere(['slurmctld', 'slurmd', 'sbatch'], 'apt-get install slurm-wlm')
const folder = freshFolder()
const at = (name: string): string => join(folder.path, name)
const words = [...question, '--replicates', '240']
const onSlurm = ['--engine', 'slurm', '--tasks', '2', '--cpus', '1', '--time', '00:10:00', '--quiet']

let cluster: SlurmCluster
const before = process.env['SLURM_CONF']

beforeAll(async () => {
  if (!isThere) return
  mkdirSync(at('slurm'))
  cluster = await startSlurm(at('slurm'))
  process.env['SLURM_CONF'] = cluster.conf
  writeScenarios(folder.path)
  expect((await plantshift(folder.path, 'run', ...words, '--out', 'whole', '--quiet')).code).toBe(0)
})

afterAll(async () => {
  if (isThere) await cluster.stop()
  if (before === undefined) delete process.env['SLURM_CONF']
  else process.env['SLURM_CONF'] = before
  folder.remove()
})

/** Hands the run out. @returns number of the job of its tasks */
async function handOut(name: string, ...more: string[]): Promise<string> {
  const { code, stderr } = await plantshift(folder.path, 'submit', ...words, '--out', name, ...onSlurm, ...more)
  expect(code, stderr).toBe(0)
  return readRounds(at(name))[0].job!.split('+')[0]
}

function succeeds(what: () => void): boolean {
  try {
    what()
    return true
  } catch {
    return false
  }
}

const isFinished = (name: string): boolean => existsSync(join(at(name), 'manifest.json'))

/** Until some blocks are there, and not all. */
async function untilBegun(name: string): Promise<void> {
  await until(() => blocksIn(at(name)).length >= 2)
}

/** What waits for its time after it was requeued, which takes two minutes, begins now. */
function beginNow(job: string): void {
  for (const task of ['0', '1']) {
    // Unless it has begun, or ended.
    succeeds(() => cluster.ask('scontrol', 'update', `JobId=${job}_${task}`, 'StartTime=now'))
  }
}

async function expectSameBytes(name: string, job?: string): Promise<void> {
  await until(() => {
    if (job !== undefined) beginNow(job)
    return isFinished(name)
  })
  expect(bytesOf(at(name))).toEqual(bytesOf(at('whole')))
}

describe.skipIf(!isThere)('a run on Slurm', () => {
  test('ends in the same bytes where its node goes away and comes back', async () => {
    const job = await handOut('away')
    await untilBegun('away')
    cluster.ask('scontrol', 'update', `NodeName=${hostname()}`, 'State=DOWN', 'Reason=test')
    await until(() => {
      // Unless it has come back by itself. A task that starts beside what is left of it is held, and its node drained.
      succeeds(() => cluster.ask('scontrol', 'update', `NodeName=${hostname()}`, 'State=RESUME'))
      succeeds(() => cluster.ask('scontrol', 'release', job))
      beginNow(job)
      return isFinished('away')
    })
    await expectSameBytes('away')
  })

  test('ends in the same bytes where a worker is killed: what it lacks is handed out again', async () => {
    // Runs into its limit of a minute while this and the others are tried.
    const long = [
      'submit',
      ...question,
      '--replicates',
      '200000',
      '--out',
      'limit',
      ...onSlurm,
      '--tasks',
      '1',
      '--time',
      '00:01:00',
    ]
    expect((await plantshift(folder.path, ...long)).code).toBe(0)
    // Where this process is too slow to kill it in time, another one is begun.
    for (let n = 1; ; n++) {
      const name = `killed-${n}`
      await handOut(name)
      await untilBegun(name)
      const [worker] = readLedgers(at(name)).workers
      expect(worker.host).toBe(hostname())
      const isKilled = succeeds(() => process.kill(worker.process, 'SIGKILL'))
      await expectSameBytes(name)
      if (!isKilled || readLedgers(at(name)).workers.every(({ ended }) => ended)) continue
      expect(readRounds(at(name)).length).toBeGreaterThan(1)
      return
    }
  })

  test('ends in the same bytes where its tasks are requeued', async () => {
    const job = await handOut('requeued')
    await untilBegun('requeued')
    cluster.ask('scontrol', 'requeue', `${job}_0`)
    await expectSameBytes('requeued', job)
  })

  test('ends in the same bytes where the array is cancelled: the job after it gathers all the same', async () => {
    const job = await handOut('can celled')
    await untilBegun('can celled')
    cluster.ask('scancel', job)
    await expectSameBytes('can celled')
    expect(readRounds(at('can celled'))).toHaveLength(2)
  })

  test('that is held says so, with the command that frees it: here a sensitivity analysis', async () => {
    expect((await plantshift(folder.path, 'sensitivity', ...analysis, '--out', 'found')).code).toBe(0)
    const submit = ['submit', 'sensitivity', ...analysis, '--out', 'held', ...onSlurm, '--sbatch=--hold']
    expect((await plantshift(folder.path, ...submit)).code).toBe(0)
    const { stdout } = await plantshift(folder.path, 'status', 'held', '--engine', 'slurm')
    expect(stdout).toMatch(/0 running, 2 waiting, 2 of these held; 7 blocks missing, 7 of these with slurm/)
    const [, command] = /3 tasks and jobs are held \(JobHeldUser\).*To free them: (.*)/.exec(stdout)!
    const [program, ...rest] = command.split(' ')
    cluster.ask(program, ...rest)
    await until(() => isFinished('held'))
    expect(findingOf(at('held'))).toEqual(findingOf(at('found')))
  })

  test('until a precision goes on batch by batch, and ends where a run on a laptop does', async () => {
    const design = '{ until: [{ outcome: output.MX, year: 2026, halfWidth: 80000 }], min: 32, batch: 16, max: 96 }'
    writeFileSync(at('until.yaml'), `title: Until\nextends: tariffs-to-2026.yaml\ndesign: ${design}\n`)
    const asked = ['until.yaml', '--baseline', 'base-to-2026.yaml', '--seed', '5']
    expect((await plantshift(folder.path, 'run', ...asked, '--out', 'until-one', '--quiet')).code).toBe(0)
    const { code, stderr } = await plantshift(folder.path, 'submit', ...asked, '--out', 'until', ...onSlurm)
    expect(code, stderr).toBe(0)
    await until(() => isFinished('until'))
    expect(bytesOf(at('until'))).toEqual(bytesOf(at('until-one')))
    expect(readRounds(at('until'))).toHaveLength(3)
  })

  test('that comes to its time limit finishes the blocks in flight, and the rest is handed out again', async () => {
    await until(() => readRounds(at('limit')).length > 1)
    const ledgers = readLedgers(at('limit'))
    expect(ledgers.workers[0].ended).toBe(true)
    const log = readFileSync(join(at('limit'), 'work', 'logs', 'round-001-0.txt'), 'utf8')
    expect(log).toMatch(/Stopping: the blocks in flight are finished/)
  })

  test('that cannot be handed out leaves nothing behind, and says what Slurm said', async () => {
    const refused = await plantshift(
      folder.path,
      'submit',
      ...words,
      '--out',
      'no',
      ...onSlurm,
      '--sbatch=--partition=nowhere',
    )
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(/sbatch: .*[Ii]nvalid partition/)
    expect(existsSync(at('no'))).toBe(false)
  })
})
