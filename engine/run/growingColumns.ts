/**
 * Columns of a run that is still growing: every look reads the blocks that are new since the last one, so that looking
 * often at a long run does not read its store again and again.
 */
import type { RunSoFar } from './monteCarlo.ts'
import { planBlock } from './plan.ts'

/** One outcome of one scenario in one year, by positions among those that are kept. */
export interface ColumnPlace {
  readonly scenario: number
  readonly outcome: number
  readonly year: number
}

/** [replicate] of what is there so far; a view that later looks leave as it is. */
export type ReadColumn = (sofar: RunSoFar, place: ColumnPlace) => Float64Array

interface Growing {
  readonly values: Float64Array
  blocks: number
}

/** A reader for one run. Its memory is 8 bytes for each column that is asked for and replicate of the plan. */
export function growingColumns(): ReadColumn {
  const known = new Map<string, Growing>()
  return (sofar, { scenario, outcome, year }) => {
    const key = `${scenario} ${outcome} ${year}`
    const column = known.get(key) ?? { values: new Float64Array(sofar.plan.replicates), blocks: 0 }
    known.set(key, column)
    const range = { scenario, firstOutcome: outcome, outcomes: 1, firstYear: year, years: 1 }
    for (; column.blocks < sofar.blocks; column.blocks++) {
      const block = planBlock(sofar.plan, column.blocks)
      sofar.store.read(block, range, column.values.subarray(block.first, block.first + block.count))
    }
    return column.values.subarray(0, sofar.replicates)
  }
}

/** [replicate] 0 where the replicate is good in the scenario. */
export function statusColumn({ totals, plan, replicates }: RunSoFar, scenario: number): Uint8Array {
  return totals.status.subarray(scenario * plan.replicates, scenario * plan.replicates + replicates)
}
