/**
 * The unit of work: a few consecutive replicates, run one after the other, their results written into one flat array.
 *
 * A replicate depends on its number alone, never on its block, so blocks of any size give the same numbers. Runs in a
 * thread, in a browser's worker or in a plain call. `layout.ts` says where each number goes.
 */
import { programmeTallyCount } from '../model/accounts/programmeTally.ts'
import { type ReplicateResult, plantTally, replicateStatus, plantTallyCount } from '../model/accounts/results.ts'
import { fillDerived } from './derived.ts'
import { isOutOfMemory, lostStatus, type ThrownError, thrownStatus } from './failures.ts'
import {
  plantSumIndex,
  type ResultShape,
  blockLayout,
  type BlockLayout,
  columnStart,
  plantSumCount,
  squareSplit,
} from './layout.ts'

/** What computes one replicate in every scenario of the run and leaves it in `results`, one a scenario. */
export interface ReplicateRunner {
  readonly results: readonly ReplicateResult[]
  readonly run: (replicate: number) => void
}

const cutColumn = plantSumIndex('cut')
const raisedColumn = plantSumIndex('raised')
const squareHighColumn = plantSumIndex('differenceSquareHigh')
const squareLowColumn = plantSumIndex('differenceSquareLow')

/**
 * Runs replicates `first .. first + count - 1` and fills `target`, of `blockLayout(shape, count).length` numbers.
 *
 * An error inside a replicate marks that replicate as failed in every scenario and is returned with its number; the
 * block goes on. Only where there was no memory the block ends, to be tried again. Plants and lines are summed over the replicates that are good in every scenario, so that plants are
 * compared over the same replicates. Outcomes of failed replicates are NaN.
 */
export function runBlock(
  runner: ReplicateRunner,
  shape: ResultShape,
  first: number,
  count: number,
  target: Float64Array,
): readonly ThrownError[] {
  const layout = blockLayout(shape, count)
  const thrown: ThrownError[] = []
  target.fill(0, 0, layout.length)
  for (let d = 0; d < count; d++) {
    try {
      runner.run(first + d)
    } catch (error) {
      if (isOutOfMemory(error)) throw error
      thrown.push({ replicate: first + d, message: error instanceof Error ? error.message : String(error) })
      writeFailed(shape, layout, d, target)
      continue
    }
    if (writeReplicate(runner.results, shape, layout, d, target))
      addPlantsAndLines(runner.results, shape, layout, target)
  }
  fillDerived(shape, layout, target)
  return thrown
}

function writeFailed(shape: ResultShape, layout: BlockLayout, d: number, target: Float64Array): void {
  for (let s = 0; s < shape.scenarios; s++) {
    target[layout.statusStart + s * layout.count + d] = thrownStatus
    writeNaN(shape, layout, s, d, target)
  }
}

function writeNaN(shape: ResultShape, layout: BlockLayout, s: number, d: number, target: Float64Array): void {
  const start = columnStart(shape, layout.count, s, 0, 0) + d
  const end = columnStart(shape, layout.count, s + 1, 0, 0)
  for (let n = start; n < end; n += layout.count) target[n] = NaN
}

/** Copies outcomes and status of one replicate; true when it is good in every scenario. */
function writeReplicate(
  results: readonly ReplicateResult[],
  shape: ResultShape,
  layout: BlockLayout,
  d: number,
  target: Float64Array,
): boolean {
  let good = true
  for (let s = 0; s < shape.scenarios; s++) {
    const { outcomes } = results[s]
    let status = results[s].status
    let n = columnStart(shape, layout.count, s, 0, 0) + d
    for (const t of shape.kept.years) {
      for (const c of shape.kept.outcomes) {
        if (c >= shape.catalogue) {
          n += layout.count
          continue
        }
        const outcome = outcomes[t * shape.catalogue + c]
        if (status === replicateStatus.good && !Number.isFinite(outcome)) status = replicateStatus.nonFinite
        target[n] = outcome
        n += layout.count
      }
    }
    target[layout.statusStart + s * layout.count + d] = status
    if (status === replicateStatus.good) continue
    good = false
    writeNaN(shape, layout, s, d, target)
  }
  return good
}

function addPlantsAndLines(
  results: readonly ReplicateResult[],
  shape: ResultShape,
  layout: BlockLayout,
  target: Float64Array,
): void {
  if (shape.plantSlots === 0) return
  const baseline = results[shape.baseline].plants
  for (let s = 0; s < shape.scenarios; s++) {
    const { plants, lines, programmes } = results[s]
    const sums = layout.plantsStart + s * shape.plantSlots * plantSumCount
    for (let p = 0; p < shape.plantSlots; p++) addPlant(plants, baseline, p, sums + p * plantSumCount, target)
    const start = layout.linesStart + s * lines.length
    for (let n = 0; n < lines.length; n++) target[start + n] += lines[n]
    const taken = layout.programmesStart + s * shape.programmes * programmeTallyCount
    for (let n = 0; n < programmes.length; n++) target[taken + n] += programmes[n]
  }
}

function addPlant(plants: Float64Array, baseline: Float64Array, p: number, at: number, target: Float64Array): void {
  for (let c = 0; c < plantTallyCount; c++) target[at + c] += plants[p * plantTallyCount + c]
  const output = plants[p * plantTallyCount + plantTally.output]
  const before = baseline[p * plantTallyCount + plantTally.output]
  const difference = output - before
  const square = difference * difference
  const high = Math.floor(square / squareSplit)
  if (output < before * 0.9) target[at + cutColumn] += 1
  if (output > before * 1.1) target[at + raisedColumn] += 1
  target[at + squareHighColumn] += high
  target[at + squareLowColumn] += square - high * squareSplit
}

/** Fills `values` with a block of which nothing is known, because what computed it died. */
export function writeLost(shape: ResultShape, count: number, values: Float64Array): void {
  const layout = blockLayout(shape, count)
  values.fill(NaN, 0, layout.statusStart)
  values.fill(lostStatus, layout.statusStart, layout.plantsStart)
  values.fill(0, layout.plantsStart)
}
