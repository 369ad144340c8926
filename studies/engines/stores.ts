/**
 * Stores: folders in which workers without a shared disk have kept their blocks. They are carried to the result folder by whatever
 * carries files, and taken in there: every shard is checked as it is read, and compared where the block is there already.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard, unlessDamaged } from '../../engine/run/readShards.ts'
import { doneBlocks } from '../folder/status.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { partFolder } from '../plan/runPlan.ts'
import { partShards } from '../plan/work.ts'
import { numberOfBlock } from './blocks.ts'
import { keepBlock, requireAgreement } from './keep.ts'
import { readLedgers } from './ledger.ts'

/** What was taken from a store. */
export interface TakenIn {
  readonly taken: number
  /** Blocks that were there already, with the same bytes. */
  readonly again: number
  /** Shards that were damaged on their way, and stay where they are. */
  readonly problems: readonly string[]
}

/**
 * Takes the blocks of a store into a result folder.
 *
 * @throws errors of kind `usage` where it is no store, `file` for shards of another run, `platform` where machines disagree
 */
export function takeStore({ inputs, plan }: PlannedStudy, path: string, store: string): TakenIn {
  if (!existsSync(store) || !statSync(store).isDirectory()) throw usageError(`--store: there is no folder ${store}`)
  if (!existsSync(join(store, 'shards')) && !existsSync(join(store, 'work'))) {
    throw usageError(`--store: ${store} is no store; name the folder that work --store has written to`)
  }
  requireAgreement(store)
  const ledger = readLedgers(store)
  const problems: string[] = []
  const counts = { new: 0, again: 0 }
  plan.parts.forEach((_, part) => {
    const { context, run, folder } = partShards(path, plan, inputs, part)
    const source = partFolder(join(store, 'shards'), part)
    for (const index of doneBlocks(store, part).filter((done) => done < run.blocks)) {
      const block = unlessDamaged(
        () => readShard(source, context, planBlock(run, index)),
        (problem) => problems.push(problem),
      )
      if (block === undefined || block.lost !== undefined) continue
      const number = numberOfBlock(plan, { part, index })
      counts[keepBlock({ folder, context, path, number }, block, ledger.done.get(number) ?? [])] += 1
    }
  })
  return { taken: counts.new, again: counts.again, problems }
}
