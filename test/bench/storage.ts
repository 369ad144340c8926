/**
 * What keeping results costs beside computing them: a block written as a shard and read back, the bookkeeping of a sweep as a
 * share of its model time, and the memory of a million replicates of a small industry.
 */
import { spawnSync } from 'node:child_process'
import { statSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { runBlock } from '../../engine/run/block.ts'
import { type ResultShape, blockLayout } from '../../engine/run/layout.ts'
import { type MonteCarloRequest, shardContext } from '../../engine/run/monteCarlo.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { readShard } from '../../engine/run/readShards.ts'
import { type ShardContext, type FinishedBlock, writeShard, shardName } from '../../engine/run/shards.ts'
import { createTotals, addBlock } from '../../engine/run/totals.ts'
import { secondsPerUnit, timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

const scenario = 'tariff-232-2025'
const replicates = 16

interface Timed {
  readonly model: number
  readonly write: number
  readonly read: number
  readonly add: number
  readonly bytes: number
}

/** Seconds of one block: computed in this thread, written, read back and checked, added to the sums. */
function timeBlock(request: MonteCarloRequest, folder: string): Timed {
  const shape: ResultShape = resultShape(request)
  const context: ShardContext = shardContext(request, shape, 'bench')
  const runner = replicateRunner(request)
  const values = new Float64Array(blockLayout(shape, replicates).length)
  runBlock(runner, shape, 0, replicates, values)
  const start = performance.now()
  runBlock(runner, shape, 0, replicates, values)
  const model = (performance.now() - start) / 1000
  const block: FinishedBlock = { index: 0, first: 0, count: replicates, values, thrown: [] }
  const totals = createTotals(shape, replicates)
  return {
    model,
    write: secondsPerUnit({ name: '', perRun: 1, run: () => writeShard(folder, context, block) }),
    read: secondsPerUnit({ name: '', perRun: 1, run: () => void readShard(folder, context, block) }),
    add: secondsPerUnit({ name: '', perRun: 1, run: () => addBlock(totals, shape, block) }),
    bytes: statSync(join(folder, shardName(0))).size,
  }
}

/** Keeping a block over computing it. */
function share({ model, write, add }: Timed): string {
  return `${((100 * (write + add)) / model).toFixed(2)}%`
}

export function storageRows(): readonly Row[] {
  const { industry, laws, scenarios } = loadStudyInputs('run', [scenario], undefined)
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  const all: MonteCarloRequest = {
    industry,
    laws,
    scenarios: scenarios.map(({ compiled }) => compiled),
    seed: 1,
    replicates,
    blockSize: replicates,
  }
  const last = scenarios[0].compiled.years
  const outcomes = ['output.US', 'output.CA', 'output.MX', 'priceIndex.US', 'welfare.US']
    .map(outcomeIndex)
    .toSorted((a, b) => a - b)
  const points = Array.from({ length: 15 }, (_, n) => ({ ...scenarios[1].compiled, name: `point ${n}` }))
  const sweep: MonteCarloRequest = {
    ...all,
    scenarios: [scenarios[0].compiled, ...points],
    kept: { years: [last], outcomes },
    keepPlants: false,
  }
  try {
    const run = timeBlock(all, folder)
    const grid = timeBlock(sweep, folder)
    return [
      [
        `shard of ${replicates} replicates of 2 scenarios, written`,
        `${timeText(run.write)}, ${(run.bytes / 1e6).toFixed(2)} MB`,
      ],
      ['the same, read back and checked', timeText(run.read)],
      ['keeping a block of a run, over computing it on one core', share(run)],
      ['bookkeeping of a sweep of 16 points, over its model time', share(grid)],
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Resident memory on the way through a million replicates, of an industry small enough to wait for. */
export function millionRows(count: number): readonly Row[] {
  const program = fileURLToPath(new URL('million.js', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, String(count)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Row => {
      const [name, figure] = line.split('\t')
      return [name, figure]
    })
}
