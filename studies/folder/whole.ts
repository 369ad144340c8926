/**
 * Whether a result has all the blocks of replicates that it should have. What reads replicates asks for a whole result: figures of
 * a part of them, taken for those of all, would be wrong in silence.
 */
import { relative } from 'node:path'
import { fileError } from '../../engine/run/errors.ts'
import { planBlock } from '../../engine/run/plan.ts'
import type { ResultShape } from '../../engine/run/layout.ts'
import { readShard } from '../../engine/run/readShards.ts'
import { type FinishedBlock } from '../../engine/run/shards.ts'
import { programCall, shellWord } from '../plan/commandLine.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import { partShards } from '../plan/work.ts'
import { isFinished, writtenReplicates } from './marks.ts'
import { doneBlocks } from './status.ts'

/** Blocks that a result has, of those that it should have. */
export interface Holdings {
  readonly blocks: number
  readonly of: number
}

/**
 * Blocks that are there, by their names.
 *
 * @param replicates of each part; as planned, or as a precision has ended them, unless given
 */
export function holdings(
  path: string,
  plan: RunPlanFile,
  replicates: readonly number[] = replicatesDue(path, plan),
): Holdings {
  const due = replicates.map((count) => Math.ceil(count / plan.blockSize))
  const there = due.map((count, part) => doneBlocks(path, part).filter((index) => index < count).length)
  return { blocks: sum(there), of: sum(due) }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** Replicates that each part should have. */
function replicatesDue(path: string, plan: RunPlanFile): readonly number[] {
  const planned = plan.parts.map(() => plan.replicates)
  if (plan.precision === undefined || !isFinished(path)) return planned
  const ended = writtenReplicates(path)
  // Written by an earlier version, the manifest does not say where a part has ended.
  return planned.map((_, part) => ended?.[part] ?? (Math.max(-1, ...doneBlocks(path, part)) + 1) * plan.blockSize)
}

/** As in `9 of 12 blocks of replicates`. */
export function holdingsText({ blocks, of }: Holdings): string {
  return `${blocks} of ${of} blocks of replicates`
}

/** @throws an error of kind `file` where blocks are not there, with the command that computes them */
export function requireWhole(path: string, found: Holdings): void {
  if (found.blocks < found.of) throw notWhole(path, `has ${holdingsText(found)}`)
}

/** The command that computes what is missing of a result and writes its files anew. */
export function mendingCommand(path: string): string {
  const near = relative(process.cwd(), path)
  const folder = near === '' || near.startsWith('..') ? path : near
  return `${programCall} resume ${shellWord(folder)}`
}

function notWhole(path: string, what: string): Error {
  return fileError(
    `${path}: ${what}; ${mendingCommand(path)} computes what is missing, --partial takes what is there and says so`,
  )
}

/** A result whose replicates are read. */
export interface ReadableResult {
  readonly path: string
  readonly plan: RunPlanFile
  readonly inputs: StudyInputs
  /** What is there, where it was asked for although it is not all: as in `9 of 12 blocks of replicates`. */
  readonly partial?: string
}

/**
 * Makes sure that a result is whole, or, where what is there is enough, finds out how much that is.
 *
 * @param partial true where what is there is enough
 * @throws an error of kind `file`
 */
export function wholeOrPartial(result: ReadableResult, partial: boolean): ReadableResult {
  const found = holdings(result.path, result.plan)
  if (!partial) {
    requireWhole(result.path, found)
    return result
  }
  const readers = result.plan.parts.map((_, part) => partReader({ ...result, partial: '' }, part))
  const sound = readers.flatMap(({ blocks, read }) => blocks.filter((index) => read(index) !== undefined)).length
  return sound === found.of ? result : { ...result, partial: holdingsText({ ...found, blocks: sound }) }
}

/** The blocks of a part, read when they are asked for. */
export interface PartReader {
  readonly shape: ResultShape
  /** Indices of those that it should have. */
  readonly blocks: readonly number[]
  /** Replicates that it should have. */
  readonly replicates: number
  /**
   * Undefined where the result may be partial, and the block is not there, is damaged, or its thread died.
   *
   * @throws an error of kind `file` where the result should be whole
   */
  readonly read: (index: number) => FinishedBlock | undefined
}

/** What reads a part, strictly unless the result may be partial. */
export function partReader({ path, plan, inputs, partial }: ReadableResult, part: number): PartReader {
  const { context, run, folder } = partShards(path, plan, inputs, part)
  const replicates = replicatesDue(path, plan)[part]
  const count = Math.ceil(replicates / plan.blockSize)
  const readSound = (index: number): FinishedBlock | undefined => {
    const block = readShard(folder, context, planBlock(run, index))
    const which = `block ${index}${plan.parts.length === 1 ? '' : ` of part ${part}`}`
    if (block === undefined) throw notWhole(path, `${which} has fewer replicates than are planned`)
    if (block.lost !== undefined) throw notWhole(path, `the thread of ${which} died: ${block.lost}`)
    return block
  }
  return {
    shape: context.shape,
    blocks: Array.from({ length: count }, (_, index) => index),
    replicates,
    read: (index) => (partial === undefined ? readSound(index) : unlessUnfit(() => readSound(index))),
  }
}

function unlessUnfit(read: () => FinishedBlock | undefined): FinishedBlock | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'kind' in error && error.kind === 'file') return undefined
    throw error
  }
}
