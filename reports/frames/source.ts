/** Replicates of a study, in memory or in the folder of a result, block by block. */
import { blockLayout, columnStart } from '../../engine/run/layout.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { statusColumn } from '../../engine/run/growingColumns.ts'
import type { StudyInputs } from '../../studies/plan/inputs.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { drawsOf } from '../../studies/folder/drawsOf.ts'
import { partReader, type ReadableResult } from '../../studies/folder/whole.ts'

/** Consecutive replicates `first .. first + count - 1` of a part; positions are those of the part's scenarios and of what is kept. */
export interface ReplicateBlock {
  readonly first: number
  readonly count: number
  /** [replicate] NaN where it failed. */
  readonly values: (scenario: number, year: number, outcome: number) => Float64Array
  /** [replicate] 0 where it is good. */
  readonly status: (scenario: number) => Float64Array | Uint8Array
}

export interface ReplicateSource {
  readonly plan: RunPlanFile
  /** [part] replicates that it has, or should have. */
  readonly replicates: readonly number[]
  /** What is there, where that is not all: as in `9 of 12 blocks of replicates`. */
  readonly partial?: string | undefined
  readonly blocks: (part: number) => Iterable<ReplicateBlock>
  /** [replicate x parameter] what some replicates of a part drew. */
  readonly draws: (part: number, first: number, count: number) => Float64Array
}

/** Of the folder of a result. */
export function storedSource(result: ReadableResult): ReplicateSource {
  const { plan, inputs, partial } = result
  return {
    plan,
    replicates: plan.parts.map((_, part) => partReader(result, part).replicates),
    partial,
    blocks: function* (part) {
      const { shape, blocks, read } = partReader(result, part)
      for (const index of blocks) {
        const block = read(index)
        if (block === undefined) continue
        const { first, count, values } = block
        const { statusStart } = blockLayout(shape, count)
        yield {
          first,
          count,
          values: (s, t, c) => {
            const start = columnStart(shape, count, s, t, c)
            return values.subarray(start, start + count)
          },
          status: (s) => values.subarray(statusStart + s * count, statusStart + (s + 1) * count),
        }
      }
    },
    draws: drawsOf(inputs, plan),
  }
}

/** Of a study that has just been computed; its last part may have been stopped on the way. */
export function computedSource(
  plan: RunPlanFile,
  inputs: StudyInputs,
  results: readonly MonteCarloResult[],
): ReplicateSource {
  return {
    plan,
    replicates: results.map(({ replicates }) => replicates),
    blocks: function* (part) {
      const result = results[part]
      for (let index = 0; index < result.blocks; index++) {
        const block = planBlock(result.plan, index)
        const { first, count } = block
        yield {
          first,
          count,
          values: (scenario, firstYear, firstOutcome) => {
            const into = new Float64Array(count)
            result.store.read(block, { scenario, firstOutcome, outcomes: 1, firstYear, years: 1 }, into)
            return into
          },
          status: (scenario) => statusColumn(result, scenario).subarray(first, first + count),
        }
      }
    },
    draws: drawsOf(inputs, plan),
  }
}
