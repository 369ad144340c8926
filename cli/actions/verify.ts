/**
 * Checks a result folder: that a finished one lacks no block, every block by its bytes, and some blocks computed anew in this
 * thread and compared to the bit.
 */
import { join } from 'node:path'
import { runBlock } from '../../engine/run/block.ts'
import { blockLayout, type Block } from '../../engine/run/layout.ts'
import { resultShape } from '../../engine/run/monteCarlo.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard, requireSameBytes, shardName, valuesHash } from '../../engine/run/shards.ts'
import { replicateRunner } from '../../engine/run/runner.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../engine/math/streams.ts'
import type { RunPlanFile } from '../../reports/runPlan.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, numberOption } from '../console/options.ts'
import type { StudyInputs } from '../../reports/studies/inputs.ts'
import { partRequest, partShards } from '../../reports/studies/work.ts'
import { doneBlocks, stateOf } from './status.ts'
import { openResult } from './stored.ts'

const usualBlocks = 3

interface Finding {
  readonly part: number
  readonly block: number
  readonly problem: string
}

interface StoredBlock extends Block {
  readonly part: number
  readonly hash: string
}

export function verifyResult(given: string, options: OptionValues): number {
  const { path, plan, inputs } = openResult(given)
  const { sound, findings } = readBlocks(path, plan, inputs)
  const chosen = choose(sound, numberOption(options, 'blocks', usualBlocks), numberOption(options, 'seed', 1))
  const differing = chosen.flatMap((block) => compareAnew(inputs, plan, block))
  const all = [...findings, ...differing]
  const said = { blocks: sound.length + findings.length, sound: sound.length, computedAgain: chosen.length, problems: all }
  if (flagOption(options, 'json')) process.stdout.write(`${JSON.stringify(said)}\n`)
  else process.stdout.write(verdictText(said))
  return all.length === 0 ? exitCode.done : exitCode.tooManyFailed
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
  throw Object.assign(new Error(`${message}. Go on with that one, or run it again into another folder`), { kind: 'file' })
}

/** Reads the blocks one by one; only their places are kept, so that memory does not grow. */
function readBlocks(
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
    const expected = !isFinished ? 0 : plan.precision === undefined ? run.blocks : Math.max(-1, ...doneBlocks(path, part)) + 1
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

const chooseBlocks = 60

/** `count` of the blocks, by a shuffle that the seed decides. */
function choose(blocks: readonly StoredBlock[], count: number, seed: number): readonly StoredBlock[] {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, chooseBlocks, 0)
  const ranked = blocks.map((block) => ({ block, rank: nextUniform(stream) })).toSorted((one, other) => one.rank - other.rank)
  return ranked.slice(0, count).map(({ block }) => block)
}

function compareAnew(inputs: StudyInputs, plan: RunPlanFile, { part, index, first, count, hash }: StoredBlock): readonly Finding[] {
  const request = partRequest(inputs, plan, plan.parts[part])
  const shape = resultShape(request)
  const values = new Float64Array(blockLayout(shape, count).length)
  runBlock(replicateRunner(request), shape, first, count, values)
  if (valuesHash(values) === hash) return []
  const problem = `replicates ${first} to ${first + count - 1} come out differently when they are computed again`
  return [{ part, block: index, problem }]
}

interface Verdict {
  readonly blocks: number
  readonly sound: number
  readonly computedAgain: number
  readonly problems: readonly Finding[]
}

function verdictText(said: Verdict): string {
  const lines = [
    ...said.problems.map(({ problem }) => problem),
    `${said.sound} of ${said.blocks} blocks are as they were written; ${said.computedAgain} computed again, ` +
      `${said.problems.length === 0 ? 'all the same to the bit' : 'see above'}.`,
  ]
  return `${lines.join('\n')}\n`
}
