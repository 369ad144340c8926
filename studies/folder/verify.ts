import { fileError } from '../../engine/run/errors.ts'
import { join } from 'node:path'
import { runBlock } from '../../engine/run/block.ts'
import { type Block, blockLayout } from '../../engine/run/layout.ts'
import { resultShape } from '../../engine/run/monteCarlo.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard, valuesHash, requireSameBytes, shardName } from '../../engine/run/shards.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { newStream, startStream, rootKey, nextUniform } from '../../engine/math/streams.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import { partShards, partRequest } from '../plan/work.ts'
import { stateOf, doneBlocks } from './status.ts'

/** Stream of random numbers by which blocks are chosen; the model uses streams below it. */
const chooseBlocks = 60

export interface Finding {
  readonly part: number
  readonly block: number
  readonly problem: string
}

interface StoredBlock extends Block {
  readonly part: number
  readonly hash: string
}

/**
 * Computes the first finished block anew before a run goes on: an engine that has changed since would not fit its own past.
 * @throws an error of kind `file` when it comes out differently, or the shard is damaged or foreign
 */
export function refuseOtherEngine(path: string, plan: RunPlanFile, inputs: StudyInputs): void {
  const { context, run, folder } = partShards(path, plan, inputs, 0)
  const first = planBlock(run, 0)
  const block = readShard(folder, context, first)
  if (block === undefined) return
  const [finding] = compareAnew(inputs, plan, { ...first, part: 0, hash: valuesHash(block.values) })
  if (finding === undefined) return
  const message = `${path}: ${finding.problem}: this program, or Node, computes other numbers than the one that began the run`
  throw fileError(`${message}. Go on with that one, or run it again into another folder`)
}

/** Reads the blocks one by one; only their places are kept, so that memory does not grow. */
export function readBlocks(
  path: string,
  plan: RunPlanFile,
  inputs: StudyInputs,
): { readonly sound: readonly StoredBlock[]; readonly findings: readonly Finding[] } {
  const sound: StoredBlock[] = []
  const findings: Finding[] = []
  const isFinished = stateOf(path) === 'finished'
  plan.parts.forEach((_, part) => {
    const { context, run, folder } = partShards(path, plan, inputs, part)
    // A run until a precision ends before its last block; one that is not finished may lack any of them.
    const expected = !isFinished
      ? 0
      : plan.precision === undefined
        ? run.blocks
        : Math.max(-1, ...doneBlocks(path, part)) + 1
    for (let index = 0; index < run.blocks; index++) {
      try {
        const block = readShard(folder, context, planBlock(run, index))
        if (block === undefined) {
          if (index < expected) findings.push({ part, block: index, problem: missingText(folder, index) })
          continue
        }
        requireSameBytes(folder, context, block)
        sound.push({ part, index, first: block.first, count: block.count, hash: valuesHash(block.values) })
      } catch (error) {
        findings.push({ part, block: index, problem: error instanceof Error ? error.message : String(error) })
      }
    }
  })
  return { sound, findings }
}

function missingText(folder: string, index: number): string {
  return `${join(folder, shardName(index))}: is missing from a finished result; resume computes it again`
}

/** `count` of the blocks, by a shuffle that the seed decides. */
export function choose(blocks: readonly StoredBlock[], count: number, seed: number): readonly StoredBlock[] {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, chooseBlocks, 0)
  const ranked = blocks
    .map((block) => ({ block, rank: nextUniform(stream) }))
    .toSorted((one, other) => one.rank - other.rank)
  return ranked.slice(0, count).map(({ block }) => block)
}

/** Computes a stored block again. Nothing where all its numbers are the same to the bit, else what differs. */
export function compareAnew(
  inputs: StudyInputs,
  plan: RunPlanFile,
  { part, index, first, count, hash }: StoredBlock,
): readonly Finding[] {
  const request = partRequest(inputs, plan, plan.parts[part])
  const shape = resultShape(request)
  const values = new Float64Array(blockLayout(shape, count).length)
  runBlock(replicateRunner(request), shape, first, count, values)
  if (valuesHash(values) === hash) return []
  const problem = `replicates ${first} to ${first + count - 1} come out differently when they are computed again`
  return [{ part, block: index, problem }]
}
