/**
 * Blocks of a plan by one number over all its parts, which is how engines know them, and lists of them as text that a person can
 * read and write: `0-39,44`.
 */
import { usageError } from '../../engine/run/errors.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'

/** Blocks of each part: parts have the same replicates. */
export function blocksOfPart({ replicates, blockSize }: Pick<RunPlanFile, 'replicates' | 'blockSize'>): number {
  return Math.ceil(replicates / blockSize)
}

/** Blocks over all parts: they are numbered part by part. */
export function blocksOfPlan(plan: Pick<RunPlanFile, 'replicates' | 'blockSize' | 'parts'>): number {
  return blocksOfPart(plan) * plan.parts.length
}

/** Where a block is. */
export interface BlockPlace {
  readonly part: number
  /** Within the part. */
  readonly index: number
}

/** The part of a block, and its number there. */
export function placeOfBlock(plan: Pick<RunPlanFile, 'replicates' | 'blockSize'>, block: number): BlockPlace {
  const each = blocksOfPart(plan)
  return { part: Math.floor(block / each), index: block % each }
}

/** The number over all parts. */
export function numberOfBlock(
  plan: Pick<RunPlanFile, 'replicates' | 'blockSize'>,
  { part, index }: BlockPlace,
): number {
  return part * blocksOfPart(plan) + index
}

/** As in `0-39,44`: what `readBlocks` reads. @param blocks rising */
export function blocksText(blocks: readonly number[]): string {
  const ranges: (readonly [first: number, last: number])[] = []
  for (const block of blocks) {
    const last = ranges.at(-1)
    if (last !== undefined && block === last[1] + 1) ranges[ranges.length - 1] = [last[0], block]
    else ranges.push([block, block])
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',')
}

/**
 * Numbers of blocks, rising and each once.
 *
 * @param text as in `0-39,44`
 * @param of blocks that there are; any number unless given
 * @throws an error of kind `usage` for another text, and for blocks that there are not
 */
export function readBlocks(text: string, of: number = Number.MAX_SAFE_INTEGER): readonly number[] {
  const found = new Set<number>()
  for (const word of text.split(',')) {
    const [, first, last = first] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(word) ?? refuse(text)
    const [from, to] = [Number(first), Number(last)]
    if (from > to) throw usageError(`--blocks: ${word} goes backwards; write ${to}-${from}`)
    if (to >= of) throw usageError(`--blocks: there is no block ${to}; the plan has blocks 0 to ${of - 1}`)
    for (let block = from; block <= to; block++) found.add(block)
  }
  return [...found].toSorted((one, other) => one - other)
}

function refuse(text: string): never {
  throw usageError(`--blocks: ${JSON.stringify(text)} is not allowed; give numbers of blocks, as in 0-39,44`)
}

/** The share of one task of several: every so manieth block of a list, from its own number on. */
export function shareOf(blocks: readonly number[], task: number, tasks: number): readonly number[] {
  return blocks.filter((_, n) => n % tasks === task)
}
