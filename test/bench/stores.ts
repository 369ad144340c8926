/**
 * What a store of many shards takes: its files, bytes a replicate, and time and memory of gathering it. The store is that of a real plan
 * (a sweep of five points, one year, five outcomes) whose blocks all hold the numbers of one that was computed, so that 100,000 of them
 * can be made in minutes.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
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

/** Shards of a store, and replicates in each. */
export type StoreSize = readonly [shards: number, each: number]

/** Few and many shards of few and many replicates, so that what each of them takes can be told apart. */
export const usualSizes: readonly StoreSize[] = [
  [100, 8],
  [1000, 8],
  [1000, 80],
  [1000, 800],
  [10_000, 8],
]

interface Measured {
  readonly shards: number
  readonly each: number
  readonly files: number
  /** Of a shard. */
  readonly bytes: number
  readonly writing: number
  readonly gathering: number
  readonly processorSeconds: number
  readonly megabytes: number
}

/** Writes a folder with all its blocks. */
function writeStore(path: string, [shards, each]: StoreSize): Pick<Measured, 'files' | 'bytes'> {
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
  return { files: readdirSync(part.folder).length, bytes: statSync(join(part.folder, shardName(0))).size }
}

function measure(size: StoreSize): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  const path = join(folder, 'store')
  try {
    const start = performance.now()
    const written = writeStore(path, size)
    const begun = performance.now()
    const { processorSeconds, megabytes } = take(thisBuild, ['gather', path, '--quiet'], false)
    const gathering = (performance.now() - begun) / 1000
    const [shards, each] = size
    return { shards, each, ...written, writing: (begun - start) / 1000, gathering, processorSeconds, megabytes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What stores of these sizes take, and what 10^9 replicates would by that. */
export function* storeRows(sizes: readonly StoreSize[]): Generator<Row> {
  const all: Measured[] = []
  for (const size of sizes) {
    const found = measure(size)
    all.push(found)
    const { shards, each, files, bytes, writing, gathering, processorSeconds, megabytes } = found
    yield [
      `${shards} shards of ${each} replicates of 6 scenarios`,
      `${files} files in a folder, ${(bytes / each).toFixed(0)} bytes a replicate, written in ${timeText(writing)}; ` +
        `gathered in ${timeText(gathering)} (${timeText(processorSeconds)} of a processor), ${megabytes.toFixed(0)} MB`,
    ]
  }
  yield* forecastRows(all)
}

function seconds({ processorSeconds }: Measured): number {
  return processorSeconds
}

function memory({ megabytes }: Measured): number {
  return 1e6 * megabytes
}

const many = 1e9
/** A folder takes no more than the last of these. */
const folderSizes = [100_000, 1_000_000, 10_000_000]

function* forecastRows(all: readonly Measured[]): Generator<Row> {
  const at = (size: StoreSize): Measured | undefined =>
    all.find(({ shards, each }) => shards === size[0] && each === size[1])
  const [few, long, longer, more] = [at([100, 8]), at([1000, 80]), at([1000, 800]), at([10_000, 8])]
  if (few === undefined || long === undefined || longer === undefined || more === undefined) return
  // As many replicates in 9,000 more shards; as many shards with 720,000 more replicates.
  const ofShard = (figure: (of: Measured) => number): number => Math.max(0, figure(more) - figure(long)) / 9000
  const ofReplicate = (figure: (of: Measured) => number): number => (figure(longer) - figure(long)) / 720_000
  yield [
    'gathering takes of a processor for a shard, and for a replicate',
    `${timeText(ofShard(seconds))}, ${timeText(ofReplicate(seconds))}`,
  ]
  yield [
    'and of memory for a shard, and for a replicate',
    `${ofShard(memory).toFixed(0)} bytes, ${ofReplicate(memory).toFixed(0)} bytes`,
  ]
  const bytesOfReplicate = (longer.bytes - long.bytes) / 720
  const bytesOfShard = long.bytes - 80 * bytesOfReplicate
  for (const replicates of folderSizes) {
    const { blockSize } = planSweep(dutySweep(5), { replicates, seed: 1 }).plan
    const shards = Math.ceil(replicates / blockSize)
    const gigabytes = (shards * bytesOfShard + replicates * bytesOfReplicate) / 1e9
    const ofFolder = (figure: (of: Measured) => number): number =>
      figure(few) + shards * ofShard(figure) + replicates * ofReplicate(figure)
    const folders = many / replicates
    yield [
      `10^9 replicates in ${folders} folders of ${replicates}, blocks of ${blockSize}, by these`,
      `a folder: ${shards} shards, ${gigabytes.toPrecision(2)} GB, gathered in ${timeText(ofFolder(seconds))} of a processor with ` +
        `${(ofFolder(memory) / 1e6).toFixed(0)} MB; all: ${((shards * folders) / 1e6).toPrecision(2)} million shards, ` +
        `${(gigabytes * folders).toFixed(0)} GB, ${((folders * ofFolder(seconds)) / 3600).toPrecision(2)} hours of a processor`,
    ]
  }
}
