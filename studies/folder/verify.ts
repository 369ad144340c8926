/**
 * Whether what a result folder holds is what this program computes: that a finished result lacks no block, every block and every
 * table by its bytes, and some blocks computed anew in this thread and compared to the bit.
 */
import { fileError } from '../../engine/run/errors.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runBlock } from '../../engine/run/block.ts'
import { type Block, blockLayout } from '../../engine/run/layout.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard, requireSameBytes, unlessDamaged } from '../../engine/run/readShards.ts'
import { valuesHash, shardName } from '../../engine/run/shards.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { newStream, startStream, rootKey, nextUniform } from '../../engine/math/streams.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { partShards, partRequest } from '../plan/work.ts'
import { type OpenedResult, openResult } from './columns.ts'
import { changeSince } from './fileMarks.ts'
import { isFinished, isManifestChanged, writtenMarks } from './marks.ts'
import { doneBlocks } from './status.ts'
import { mendingCommand } from './whole.ts'

/** Stream of random numbers by which blocks are chosen; the model uses streams below it. */
const chooseBlocks = 60

/** What is wrong with a block, in words. */
export interface BlockProblem {
  readonly part: number
  readonly block: number
  readonly problem: string
}

interface StoredBlock extends Block {
  readonly part: number
  readonly hash: string
}

/**
 * Computes the first block that is whole anew before a run goes on: the numbers of an engine that has changed since would not
 * fit those that are there.
 *
 * @throws an error of kind `file` when it comes out differently, or a shard is foreign
 */
export function refuseOtherEngine(path: string, plan: RunPlanFile, inputs: StudyInputs): void {
  const block = firstSoundBlock(path, plan, inputs)
  if (block === undefined) return
  const [finding] = compareAnew({ inputs, plan }, block)
  if (finding === undefined) return
  const message = `${path}: ${finding.problem}: this program, or Node, computes other numbers than the one that began the run`
  throw fileError(`${message}. Go on with that one, or run it again into another folder`)
}

function firstSoundBlock(path: string, plan: RunPlanFile, inputs: StudyInputs): StoredBlock | undefined {
  for (const part of plan.parts.keys()) {
    const { context, run, folder } = partShards(path, plan, inputs, part)
    for (const index of doneBlocks(path, part).filter((done) => done < run.blocks)) {
      const planned = planBlock(run, index)
      const found = unlessDamaged(() => readShard(folder, context, planned))
      if (found !== undefined && found.lost === undefined) return { ...planned, part, hash: valuesHash(found.values) }
    }
  }
  return undefined
}

/** What a check has come to. */
export interface Verification {
  /** Blocks that are there or should be. */
  readonly blocks: number
  /** Of these, the ones that are as they were written. */
  readonly sound: number
  readonly computedAgain: number
  readonly problems: readonly BlockProblem[]
  /** Files beside the blocks that were compared with the manifest; undefined where there is none, or one without their hashes. */
  readonly files: number | undefined
  /** What is wrong with these, in words. */
  readonly fileProblems: readonly string[]
}

export interface VerifyOptions {
  /** Blocks to compute again; 3 unless given. */
  readonly blocks?: number | undefined
  /** By which blocks are chosen; 1 unless given. */
  readonly seed?: number | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

const usualBlocks = 3

/**
 * Checks a result, finished or not.
 *
 * @throws errors of kind `file` when the folder holds no result, or its plan, scenarios or data have changed
 */
export function verify(folder: string, { blocks = usualBlocks, seed = 1, data }: VerifyOptions = {}): Verification {
  const result = openResult(folder, data)
  const { sound, problems } = readBlocks(result)
  const chosen = choose(sound, blocks, seed)
  const differing = chosen.flatMap((block) => compareAnew(result, block))
  return {
    blocks: sound.length + problems.length,
    sound: sound.length,
    computedAgain: chosen.length,
    problems: [...problems, ...differing],
    ...checkFiles(result.path),
  }
}

/** Compares report and tables with what the manifest says of them. */
function checkFiles(path: string): Pick<Verification, 'files' | 'fileProblems'> {
  const marks = writtenMarks(path)
  const mend = `; ${mendingCommand(path)} writes it anew`
  const changed = (marks ?? []).flatMap((mark) => changeSince(path, mark) ?? []).map((change) => change + mend)
  const manifest = join(path, 'manifest.json')
  const own = isManifestChanged(path) ? [`${manifest}: is no longer what was written${mend}`] : []
  // The manifest is written after the report.
  const isLost = existsSync(join(path, 'report.json')) && !existsSync(manifest)
  const lost = isLost ? [`${manifest}: is missing beside a report${mend}`] : []
  return { files: marks?.length, fileProblems: [...lost, ...own, ...changed] }
}

/** What is known of the blocks of a result, in the order of parts and replicates. */
interface CheckedBlocks {
  readonly sound: readonly StoredBlock[]
  readonly problems: readonly BlockProblem[]
}

/** Reads the blocks one by one; only their places are kept, so that memory does not grow. */
function readBlocks(result: OpenedResult): CheckedBlocks {
  const parts = result.plan.parts.map((_, part) => readPart(result, part))
  return { sound: parts.flatMap(({ sound }) => sound), problems: parts.flatMap(({ problems }) => problems) }
}

function readPart(result: OpenedResult, part: number): CheckedBlocks {
  const { context, run, folder } = partShards(result.path, result.plan, result.inputs, part)
  const sound: StoredBlock[] = []
  const problems: BlockProblem[] = []
  const expected = expectedBlocks(result, part, run.blocks)
  for (let index = 0; index < run.blocks; index++) {
    try {
      const block = readShard(folder, context, planBlock(run, index))
      if (block?.lost !== undefined) {
        problems.push({ part, block: index, problem: lostText(folder, index, block.lost) })
      } else if (block !== undefined) {
        requireSameBytes(folder, context, block)
        sound.push({ part, index, first: block.first, count: block.count, hash: valuesHash(block.values) })
      } else if (index < expected) {
        problems.push({ part, block: index, problem: missingText(folder, index) })
      }
    } catch (error) {
      problems.push({ part, block: index, problem: error instanceof Error ? error.message : String(error) })
    }
  }
  return { sound, problems }
}

/** A run until a precision ends before its last block; one that is not finished may lack any of them. */
function expectedBlocks({ path, plan }: OpenedResult, part: number, blocks: number): number {
  if (!isFinished(path)) return 0
  return plan.precision === undefined ? blocks : Math.max(-1, ...doneBlocks(path, part)) + 1
}

function missingText(folder: string, index: number): string {
  return `${join(folder, shardName(index))}: is missing from a finished result; resume computes it again`
}

function lostText(folder: string, index: number, why: string): string {
  return `${join(folder, shardName(index))}: its thread died: ${why}; resume computes it again`
}

/** `count` of the blocks, by a shuffle that the seed decides. */
function choose(blocks: readonly StoredBlock[], count: number, seed: number): readonly StoredBlock[] {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, chooseBlocks, 0)
  const ranked = blocks
    .map((block) => ({ block, rank: nextUniform(stream) }))
    .toSorted((one, other) => one.rank - other.rank)
  return ranked.slice(0, count).map(({ block }) => block)
}

/** Computes a block again. @returns nothing where every bit is the same */
function compareAnew(
  { inputs, plan }: PlannedStudy,
  { part, index, first, count, hash }: StoredBlock,
): readonly BlockProblem[] {
  const request = partRequest(inputs, plan, plan.parts[part])
  const shape = resultShape(request)
  const values = new Float64Array(blockLayout(shape, count).length)
  runBlock(replicateRunner(request), shape, first, count, values)
  if (valuesHash(values) === hash) return []
  const problem = `replicates ${first} to ${first + count - 1} come out differently when they are computed again`
  return [{ part, block: index, problem }]
}
