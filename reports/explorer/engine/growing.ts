/** The blocks of a study that have come, and the report of those that follow one another from the first. */
import { memoryStore } from '../../../engine/run/columns.ts'
import type { MonteCarloResult } from '../../../engine/run/monteCarlo.ts'
import { replicatesIn } from '../../../engine/run/plan.ts'
import type { FinishedBlock } from '../../../engine/run/shards.ts'
import { addBlock, createTotals } from '../../../engine/run/totals.ts'
import type { OutcomeDefinition } from '../../../engine/model/accounts/outcomes.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { buildReport, type Report } from '../../data/report.ts'
import type { Prepared } from './prepare.ts'

export interface GrowingStudy {
  /** Takes a block, in whichever order they come. */
  readonly take: (block: FinishedBlock) => void
  /** Replicates from the first on without a gap. */
  readonly replicates: () => number
  /**
   * @param seconds since it began
   * @param workers that compute it
   */
  readonly report: (isWanted: (outcome: OutcomeDefinition) => boolean, seconds: number, workers: number) => Report
}

/** A study without any block yet. */
export function growingStudy({ setup, plan, shape, facts, compiled }: Prepared, industry: Industry): GrowingStudy {
  const store = memoryStore(shape)
  const totals = createTotals(shape, plan.replicates)
  const early = new Map<number, FinishedBlock>()
  const programmes = compiled.map(({ name, policy }) => ({ name, programmes: policy.programmes }))
  let blocks = 0
  return {
    take: (block) => {
      early.set(block.index, block)
      for (let next = early.get(blocks); next !== undefined; next = early.get(blocks)) {
        early.delete(blocks)
        store.write(next)
        addBlock(totals, shape, next)
        blocks += 1
      }
    },
    replicates: () => replicatesIn(plan, blocks),
    report: (isWanted, seconds, workers) => {
      const result: MonteCarloResult = {
        shape,
        plan,
        blocks,
        complete: true,
        replicates: replicatesIn(plan, blocks),
        sampling: setup.sampling,
        workers,
        seconds,
        store,
        totals,
      }
      return buildReport(facts, industry, result, programmes, isWanted)
    },
  }
}
