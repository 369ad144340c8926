/**
 * A store that keeps one outcome of one year in every scenario and forgets the rest, for runs with very many
 * replicates of which nothing else is wanted.
 */
import { columnStart, type ResultShape } from './layout.ts'
import { planBlock, type RunPlan } from './plan.ts'
import type { BlockStore } from './store.ts'

export interface ColumnStore extends BlockStore {
  /** [scenario][replicate] NaN where the replicate failed or is not done */
  readonly columns: readonly Float64Array[]
}

/**
 * Its `read` gives back the column that is kept.
 * @throws RangeError when anything else is read
 */
export function columnStore(shape: ResultShape, plan: RunPlan, year: number, outcome: number): ColumnStore {
  const columns = Array.from({ length: shape.scenarios }, () => new Float64Array(plan.replicates).fill(NaN))
  const startIn = (count: number, scenario: number): number => columnStart(shape, count, scenario, year, outcome)
  return {
    columns,
    write: (index, values) => {
      const { first, count } = planBlock(plan, index)
      columns.forEach((column, s) => column.set(values.subarray(startIn(count, s), startIn(count, s) + count), first))
    },
    read: (index, start, into) => {
      const { first, count } = planBlock(plan, index)
      const kept = columns.find((_, s) => startIn(count, s) === start)
      if (kept === undefined || into.length !== count) {
        throw new RangeError(`only outcome ${outcome} of year ${year} was kept, in whole columns of a block`)
      }
      into.set(kept.subarray(first, first + count))
    },
  }
}
