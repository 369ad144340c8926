/**
 * The plan of a run: how its replicates are cut into blocks, and what it will take. Blocks depend on the number of
 * replicates and the size of a replicate only, not on workers or the machine; results depend on neither.
 */
import { blockLayout, type Block, type ResultShape } from './layout.ts'

/** No more than this many blocks for a short run, so that a block is long beside the cost of handing it over. */
const blocksOfAShortRun = 64
const largestBlock = 256
/** A thread's slot stays under this many bytes, and a block of any run ends soon after it is asked to stop. */
const largestSlotBytes = 8 * 2 ** 20

export interface RunPlan {
  readonly replicates: number
  readonly blockSize: number
  readonly blocks: number
}

/** What a run is expected to take on this machine in all, from its first blocks. */
export interface Estimate {
  readonly workers: number
  /** From its beginning. */
  readonly seconds: number
  readonly memoryBytes: number
  readonly diskBytes: number
}

/**
 * Cuts `replicates` into blocks.
 * @throws RangeError when replicates or the block size is not a whole number of at least 1.
 */
export function planRun(shape: ResultShape, replicates: number, blockSize?: number): RunPlan {
  requireCount('replicates', replicates)
  const size = blockSize ?? usualBlockSize(shape, replicates)
  requireCount('block size', size)
  return { replicates, blockSize: size, blocks: Math.ceil(replicates / size) }
}

/** Eight replicates or more where the run is long enough to give every worker several blocks. */
function usualBlockSize(shape: ResultShape, replicates: number): number {
  const bytesOfAReplicate = (blockLayout(shape, 2).length - blockLayout(shape, 1).length) * 8
  const byMemory = Math.floor(largestSlotBytes / bytesOfAReplicate)
  const byTime = Math.floor(largestBlock / shape.scenarios)
  const forEvenWork = Math.ceil(replicates / 8)
  const wanted = Math.max(8, Math.ceil(replicates / blocksOfAShortRun))
  return Math.max(1, Math.min(wanted, forEvenWork, byTime, byMemory))
}

/** Number `index` of the blocks that a run is cut into; the last one may be smaller. */
export function planBlock(plan: RunPlan, index: number): Block {
  const first = index * plan.blockSize
  return { index, first, count: Math.min(plan.blockSize, plan.replicates - first) }
}

/** Replicates in the first `blocks` blocks. */
export function replicatesIn(plan: RunPlan, blocks: number): number {
  return Math.min(plan.replicates, blocks * plan.blockSize)
}

/** In a shard: a row's scenario, replicate, year and status, and what names a column. */
const bytesOfARow = 16
const bytesOfAColumn = 110
const columnsOfKeys = 5

/** Bytes of all the shards of a run, about: see `shards.ts`. */
export function diskBytes(shape: ResultShape, plan: RunPlan): number {
  const layout = blockLayout(shape, 0)
  // Sums are kept as text, in which three bytes take four.
  const sums = (8 * layout.length * 4) / 3
  const header = bytesOfAColumn * (shape.outcomes + columnsOfKeys)
  const row = bytesOfARow + 8 * shape.outcomes
  return (sums + header) * plan.blocks + row * shape.scenarios * shape.years * plan.replicates
}

/** Memory that a report takes, about, for each outcome of a scenario in a year. */
const bytesOfASummary = 8192

/** Bytes, about, of the memory of the report of a run with these results. */
export function reportBytes({
  scenarios,
  years,
  outcomes,
}: Pick<ResultShape, 'scenarios' | 'years' | 'outcomes'>): number {
  return bytesOfASummary * scenarios * years * outcomes
}

function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name}: ${value} is not a whole number of at least 1`)
}
