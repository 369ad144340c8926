/**
 * Which blocks of a run are wanted now, and which of these are not there. A run until a precision wants them batch by batch, and
 * looks after each as a run on one machine does, at the same replicates: where it ends does not hang on who computes.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { readShard, unlessDamaged } from '../../engine/run/readShards.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { shardName } from '../../engine/run/shards.ts'
import { doneBlocks } from '../folder/status.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { partFolder } from '../plan/runPlan.ts'
import { partShards } from '../plan/work.ts'
import { carryOut } from '../run/carryOut.ts'
import { blocksOfPart, numberOfBlock } from './blocks.ts'

/** What a run wants. */
export interface Due {
  /** [part] blocks that are wanted now, from the first on; and whether that is all of the part. */
  readonly parts: readonly { readonly wanted: number; readonly isLast: boolean }[]
  /** Numbers over all parts, rising, of those that are not there. */
  readonly missing: readonly number[]
}

/** The blocks that are wanted now and are not there, by their names. @param path of the result folder */
export async function dueBlocks(planned: PlannedStudy, path: string): Promise<Due> {
  const { plan } = planned
  const all = blocksOfPart(plan)
  const there = plan.parts.map((_, part) => new Set(doneBlocks(path, part)))
  const parts =
    plan.precision === undefined
      ? plan.parts.map(() => ({ wanted: all, isLast: true }))
      : await wantedByPrecision(planned, path, there)
  const missing = parts.flatMap(({ wanted }, part) =>
    Array.from({ length: wanted }, (_, index) => index)
      .filter((index) => !there[part].has(index))
      .map((index) => numberOfBlock(plan, { part, index })),
  )
  return { parts, missing }
}

async function wantedByPrecision(
  planned: PlannedStudy,
  path: string,
  there: readonly ReadonlySet<number>[],
): Promise<Due['parts']> {
  const { plan } = planned
  const all = blocksOfPart(plan)
  const batch = Math.max(1, Math.ceil(plan.precision!.batch / plan.blockSize))
  // No look before the fewest replicates can end it.
  const first = Math.min(all, roundUp(Math.ceil(plan.precision!.min / plan.blockSize), batch))
  const isBegun = there.map((found) => isWhole(found, first))
  if (!isBegun.includes(true)) return plan.parts.map(() => ({ wanted: first, isLast: false }))
  const results = await lookThrough(planned, path)
  return plan.parts.map((_, part) => {
    const { complete, blocks } = results[part]
    if (complete) return { wanted: blocks, isLast: true }
    return { wanted: Math.min(all, Math.max(first, roundUp(blocks + 1, batch))), isLast: false }
  })
}

function roundUp(count: number, step: number): number {
  return Math.ceil(count / step) * step
}

function isWhole(found: ReadonlySet<number>, blocks: number): boolean {
  return Array.from({ length: blocks }, (_, index) => index).every((index) => found.has(index))
}

/** Every part up to its first block that is not there, looked at after every batch. */
async function lookThrough(planned: PlannedStudy, path: string): Promise<readonly MonteCarloResult[]> {
  const folder = { path, lock: '', shards: join(path, 'shards') }
  return await carryOut(planned, { folder, absent: () => () => undefined })
}

/**
 * Takes away shards that are damaged or whose thread died, so that their blocks are handed out again.
 *
 * @param wanted of each part, from the first on
 * @returns what was wrong with them
 */
export function removeUnsound(
  { inputs, plan }: PlannedStudy,
  path: string,
  wanted: readonly number[],
): readonly string[] {
  return plan.parts.flatMap((_, part) => {
    const { context, run, folder } = partShards(path, plan, inputs, part)
    const problems: string[] = []
    for (const index of doneBlocks(path, part).filter((done) => done < wanted[part])) {
      const block = unlessDamaged(
        () => readShard(folder, context, planBlock(run, index)) ?? 'shorter',
        (problem) => problems.push(problem),
      )
      const isLost = block !== undefined && block !== 'shorter' && block.lost !== undefined
      if (isLost) problems.push(`${join(folder, shardName(index))}: its thread died`)
      if (block === undefined || block === 'shorter' || isLost)
        rmSync(join(partFolder(join(path, 'shards'), part), shardName(index)))
    }
    return problems
  })
}
