/**
 * What a store of many shards takes: its files, bytes a replicate, and time and memory of gathering it. The store is that of a real plan
 * (a sweep of five points, one year, five outcomes) whose blocks all hold the numbers of one that was computed, so that 100,000 of them
 * can be made in minutes.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBlock } from '../../engine/run/block.ts'
import { blockLayout } from '../../engine/run/layout.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { shardName, writeShard } from '../../engine/run/shards.ts'
import { finishFolder } from '../../studies/folder/folder.ts'
import { planSweep, type PlannedStudy } from '../../studies/plan/plans.ts'
import { partRequest, partShards } from '../../studies/plan/work.ts'
import { beginStudy } from '../../studies/run/begin.ts'
import { take, thisBuild } from './commands.ts'
import { timeText } from './measure.ts'
import { dutySweep } from './sweepFiles.ts'

type Row = readonly [name: string, figure: string]

/** Replicates of a block: a report of few replicates shows what the shards take, and not the statistics. */
const each = 8

/** Writes a folder with all its blocks. @returns bytes of a shard */
function writeStore(path: string, shards: number): number {
  const small = planSweep(dutySweep(5), { replicates: each, seed: 1 })
  const planned: PlannedStudy = { ...small, plan: { ...small.plan, replicates: each * shards, blockSize: each } }
  const { folder } = beginStudy(planned, { path, ifThere: 'refuse', command: [] })
  const part = partShards(path, planned.plan, planned.inputs, 0)
  const { shape } = part.context
  const values = new Float64Array(blockLayout(shape, each).length)
  const request = partRequest(planned.inputs, planned.plan, planned.plan.parts[0])
  const thrown = runBlock(replicateRunner(request), shape, 0, each, values)
  for (let b = 0; b < shards; b++) {
    writeShard(part.folder, part.context, { ...planBlock(part.run, b), values, thrown })
  }
  finishFolder(folder)
  return statSync(join(part.folder, shardName(0))).size
}

/** Files, bytes, and what gathering takes, at each number of shards. */
export function* storeRows(counts: readonly number[]): Generator<Row> {
  for (const shards of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
    const path = join(folder, 'store')
    try {
      const start = performance.now()
      const bytes = writeStore(path, shards)
      const written = (performance.now() - start) / 1000
      const begun = performance.now()
      const { processorSeconds, megabytes } = take(thisBuild, ['gather', path, '--quiet'], false)
      const seconds = (performance.now() - begun) / 1000
      yield [
        `${shards} shards of ${each} replicates of 6 scenarios`,
        `${(bytes / each).toFixed(0)} bytes a replicate, written in ${timeText(written)}; gathered in ${timeText(seconds)} ` +
          `(${timeText(processorSeconds)} of a processor), ${megabytes.toFixed(0)} MB`,
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}
