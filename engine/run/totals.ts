/**
 * What a run keeps in memory while its blocks go to the store: status of each replicate, failures with their reasons, and
 * sums over plants and lines. Sums are of whole numbers, exact in any grouping.
 */
import { placeCount } from '../model/inputs/sets.ts'
import { programmeTallyCount } from '../model/accounts/programmeTally.ts'
import { type Failure, thrownStatus, lostStatus, failureReason } from './failures.ts'
import { type ResultShape, plantSumCount, blockLayout } from './layout.ts'
import type { FinishedBlock } from './shards.ts'

export interface RunTotals {
  /** [scenario x replicate of the plan] 0 is good. */
  readonly status: Uint8Array
  /** [scenario x plant slot x plant sum], over replicates good in every scenario. */
  readonly plants: Float64Array
  /** [scenario x line x place] the same. */
  readonly lines: Float64Array
  /** [scenario x programme x tally] the same. */
  readonly programmes: Float64Array
  /** In order of replicates. */
  readonly failures: Failure[]
  /** Replicates good in every scenario. */
  goodEverywhere: number
}

/** Totals of a run without any block yet. */
export function createTotals(shape: ResultShape, replicates: number): RunTotals {
  return {
    status: new Uint8Array(shape.scenarios * replicates),
    plants: new Float64Array(shape.scenarios * shape.plantSlots * plantSumCount),
    lines: new Float64Array(shape.scenarios * shape.lines * placeCount),
    programmes: new Float64Array(shape.scenarios * shape.programmes * programmeTallyCount),
    failures: [],
    goodEverywhere: 0,
  }
}

/** Adds the statuses, failures and sums of one block. */
export function addBlock(totals: RunTotals, shape: ResultShape, block: FinishedBlock): void {
  const layout = blockLayout(shape, block.count)
  const replicates = totals.status.length / shape.scenarios
  for (let d = 0; d < block.count; d++) {
    let good = true
    for (let s = 0; s < shape.scenarios; s++) {
      const status = block.values[layout.statusStart + s * block.count + d]
      totals.status[s * replicates + block.first + d] = status
      if (status === 0) continue
      good = false
      totals.failures.push(failure(block, s, block.first + d, status))
    }
    if (good) totals.goodEverywhere += 1
  }
  addInto(totals.plants, block.values, layout.plantsStart)
  addInto(totals.lines, block.values, layout.linesStart)
  addInto(totals.programmes, block.values, layout.programmesStart)
}

function failure(block: FinishedBlock, scenario: number, replicate: number, status: number): Failure {
  const message =
    status === thrownStatus
      ? block.thrown.find((error) => error.replicate === replicate)?.message
      : status === lostStatus
        ? block.lost
        : undefined
  return { scenario, replicate, status, reason: failureReason(status, message) }
}

function addInto(sums: Float64Array, values: Float64Array, start: number): void {
  for (let n = 0; n < sums.length; n++) sums[n] += values[start + n]
}
