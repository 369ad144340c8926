/** Rounds: a list of blocks that was handed out to an engine at once, cut into tasks, and what the engine calls it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { writeWhole } from '../../engine/run/wholeFile.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { readStored } from '../../scenarios/file/storedJson.ts'
import { blocksText, readBlocks, shareOf } from './blocks.ts'
import { makeWorkFolders, roundFile, roundNumbers } from './engineFiles.ts'
import { type EngineName, engineNames } from './engineNames.ts'

/** What is handed out. */
export interface Round {
  /** From 1. */
  readonly number: number
  readonly engine: EngineName
  /** Rising, over all parts: see `blocks.ts`. */
  readonly blocks: readonly number[]
  readonly tasks: number
  /** What the engine calls it; undefined where it was written down and nobody knows whether it was handed out. */
  readonly job?: string | undefined
}

interface StoredRound {
  readonly number: number
  readonly engine: EngineName
  readonly blocks: string
  readonly tasks: number
  readonly job?: string
}

const roundSchema = schemaOf<StoredRound>()(
  z.object({
    number: z.int().min(1),
    engine: z.enum(engineNames),
    blocks: z.string(),
    tasks: z.int().min(1),
    job: z.string().exactOptional(),
  }),
)

/** Writes a round down: before it is handed out, since its tasks read it, and again when its job is known. */
export function writeRound(path: string, { number, engine, blocks, tasks, job }: Round): void {
  makeWorkFolders(path)
  const said: StoredRound = {
    number,
    engine,
    blocks: blocksText(blocks),
    tasks,
    ...(job === undefined ? {} : { job }),
  }
  writeWhole(roundFile(path, number, '.json'), `${JSON.stringify(said)}\n`)
}

/** @throws an error of kind `file` where it is damaged, and of kind `usage` where there is none of that number */
export function readRound(path: string, number: number): Round {
  const file = roundFile(path, number, '.json')
  if (!existsSync(file)) {
    const numbers = roundNumbers(path)
    const there = numbers.length === 0 ? 'nothing was handed out there' : `there are ${blocksText(numbers)}`
    throw usageError(`--round: ${path} has no round ${number}; ${there}`)
  }
  try {
    const said = readStored(roundSchema, JSON.parse(readFileSync(file, 'utf8')))
    return { ...said, blocks: said.blocks === '' ? [] : readBlocks(said.blocks) }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw fileError(`${file}: is damaged: ${what}; take it away, and resume hands out what is missing`)
  }
}

/** All rounds of a run, in their order. */
export function readRounds(path: string): readonly Round[] {
  return roundNumbers(path).map((number) => readRound(path, number))
}

/**
 * Blocks of one task of a round, in the order in which it takes them.
 *
 * @throws an error of kind `usage` where the round has no such task
 */
export function blocksOfTask({ number, blocks, tasks }: Round, task: number): readonly number[] {
  if (task < tasks) return shareOf(blocks, task, tasks)
  throw usageError(`--task: round ${number} has tasks 0 to ${tasks - 1}; given: ${task}`)
}
