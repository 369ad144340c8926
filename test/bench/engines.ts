/**
 * What Slurm and a queue on Redis take beside a local run of the same blocks on the same two processors, from handing out to the
 * gathered result. The three take turns, so that whatever else the machine does meets all of them.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blockLayout } from '../../engine/run/layout.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { runBlock } from '../../engine/run/block.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { finishFolder } from '../../studies/folder/folder.ts'
import { isFinished } from '../../studies/folder/marks.ts'
import { planStudy, type PlannedStudy } from '../../studies/plan/plans.ts'
import { partRequest } from '../../studies/plan/work.ts'
import { beginStudy } from '../../studies/run/begin.ts'
import { until } from '../engines/needed.ts'
import { redisServer } from '../engines/redisServer.ts'
import { type SlurmCluster, startSlurm } from '../engines/slurmCluster.ts'
import { take, thisBuild } from './commands.ts'
import { median, timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

/** What is measured: blocks of about so many seconds on one processor. */
export interface EngineBench {
  readonly seconds: number
  readonly blocks: number
  /** Times that all three are measured. */
  readonly turns: number
}

const scenario = 'usmca-2025-tariffs'
const warm = 40

/** Replicates that take about so long, once the code is warm. */
function replicatesWithin(seconds: number): number {
  const { inputs, plan } = planStudy('run', [scenario], undefined, { replicates: warm, seed: 1 })
  const request = partRequest(inputs, plan, plan.parts[0])
  const shape = resultShape(request)
  const runner = replicateRunner(request)
  const values = new Float64Array(blockLayout(shape, warm).length)
  const look = (): number => {
    const before = process.cpuUsage().user
    runBlock(runner, shape, 0, warm, values)
    return (process.cpuUsage().user - before) / 1e6
  }
  look()
  return Math.max(1, Math.round((warm * seconds) / Math.min(look(), look(), look())))
}

/** The plan of so many blocks, all of one size. */
function planBlocks(blocks: number, each: number): PlannedStudy {
  const planned = planStudy('run', [scenario], undefined, { replicates: blocks * each, seed: 1 })
  return { ...planned, plan: { ...planned.plan, blockSize: each } }
}

async function secondsOf(run: () => void | Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

const asked = ['--quiet']

function runHere(path: string): void {
  take(thisBuild, ['resume', path, '--workers', '2', ...asked], false)
}

/** A task of one thread on each processor, and the job after them. */
async function runOnSlurm(path: string): Promise<void> {
  take(
    thisBuild,
    ['resume', path, '--engine', 'slurm', '--tasks', '2', '--cpus', '1', '--time', '300', ...asked],
    false,
  )
  await until(() => isFinished(path))
}

/** One worker of two threads, and who waits for the result. */
async function runFromQueue(path: string): Promise<void> {
  take(thisBuild, ['resume', path, '--engine', 'bullmq', ...asked], false)
  const call = [join(thisBuild.root, 'dist', 'cli', 'main.js'), 'work', path, '--engine', 'bullmq', '--workers', '2']
  const worker = spawn(process.execPath, [...call, ...asked], { stdio: 'ignore' })
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  take(thisBuild, ['gather', path, '--engine', 'bullmq', '--wait', ...asked], false)
  await ended
}

/** The same jobs with nothing in them: what Slurm itself takes to start two tasks, and one after them. */
async function secondsOfSlurm({ ask }: SlurmCluster, folder: string): Promise<number> {
  const mark = join(folder, 'mark')
  rmSync(mark, { force: true })
  const script = join(folder, 'empty.sh')
  writeFileSync(script, `#!/bin/bash\ntouch ${mark}\n`)
  const common = ['--parsable', '--output=/dev/null', '--ntasks=1', '--cpus-per-task=1']
  return await secondsOf(async () => {
    const job = ask('sbatch', ...common, '--array=0-1', '--wrap=true').trim()
    ask('sbatch', ...common, `--dependency=afterany:${job},singleton`, script)
    await until(() => existsSync(mark))
  })
}

interface Turn {
  readonly here: number
  readonly slurm: number
  readonly queue: number
  readonly empty: number
}

/** Rows of both engines over a run on threads. Both have to be installed. */
export async function engineRows({ seconds, blocks, turns }: EngineBench): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  const each = replicatesWithin(seconds)
  const planned = planBlocks(blocks, each)
  const redis = await redisServer(join(folder, 'redis'), ['--appendonly', 'yes'])
  const cluster = await startSlurm(join(folder, 'slurm'))
  process.env['PLANTSHIFT_REDIS'] = `redis://127.0.0.1:${redis.port}`
  process.env['SLURM_CONF'] = cluster.conf
  const timed = async (name: string, run: (path: string) => void | Promise<void>): Promise<number> => {
    const path = join(folder, name)
    finishFolder(beginStudy(planned, { path, ifThere: 'refuse', command: [] }).folder)
    const taken = await secondsOf(async () => await run(path))
    rmSync(path, { recursive: true })
    return taken
  }
  try {
    const all: Turn[] = []
    for (let turn = 0; turn < turns; turn++) {
      all.push({
        here: await timed('here', runHere),
        slurm: await timed('slurm-run', runOnSlurm),
        queue: await timed('queue', runFromQueue),
        empty: await secondsOfSlurm(cluster, folder),
      })
    }
    return rowsOf(all, blocks, each)
  } finally {
    await cluster.stop()
    await redis.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowsOf(all: readonly Turn[], blocks: number, each: number): readonly Row[] {
  const middle = (figure: (turn: Turn) => number): number => median(all.map(figure))
  const over = (figure: (turn: Turn) => number): string =>
    `${timeText(middle(figure))} / ${timeText(middle(({ here }) => here))} = ${middle((turn) => figure(turn) / turn.here).toFixed(3)}`
  const here = middle((turn) => turn.here)
  return [
    [
      `${blocks} blocks of ${each} replicates, two threads of one process`,
      `${timeText(here)}, ${timeText((2 * here) / blocks)} of a processor a block`,
    ],
    ['the same on Slurm, two tasks of one processor, over it', over(({ slurm }) => slurm)],
    ["of it Slurm's own: two tasks and a job after them, with nothing in them", timeText(middle(({ empty }) => empty))],
    ["on Slurm without Slurm's own, over it", over(({ slurm, empty }) => slurm - empty)],
    ['the same from a queue on Redis, a worker of two threads, over it', over(({ queue }) => queue)],
  ]
}
