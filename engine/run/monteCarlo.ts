/**
 * A Monte Carlo run from start to end: plan, threads, blocks in order into a store, exact sums of plants and lines.
 * This is the call for programs; the command line is one of its users.
 */
import { requireArithmetic } from '../math/arithmetic.ts'
import { type Sampling, independentSampling, checkSampling, sharedSampling } from '../math/sampling.ts'
import type { Industry } from '../model/inputs/industry.ts'
import { keptDefinitions } from './derived.ts'
import type { DerivedOutcome } from '../model/accounts/derivedOutcome.ts'
import type { ParameterLaws } from '../model/draws/parameterLaws.ts'
import { parameterCount } from '../model/draws/parameters.ts'
import type { CompiledScenario } from '../model/inputs/policy.ts'
import { type RunTotals, createTotals, addBlock } from './totals.ts'
import { type Absent, takeBlocks, withGaps } from './gathering.ts'
import type { ResultShape, Kept } from './layout.ts'
import { resultShape } from './resultShape.ts'
import { type RunPlan, planRun, replicatesIn } from './plan.ts'
import { type BlockRun, type Pool, createStopFlag, runBlocks } from './pool.ts'
import type { ShardContext } from './shards.ts'
import { type BlockStore, memoryStore } from './columns.ts'
import { diskStore, type ShardsOnDisk } from './store.ts'
import type { PartSetup } from './tasks.ts'
import { openThreads, type SharedThreads, usefulThreads } from './threads.ts'

/** When a run may end before its last replicate. */
export interface StoppingRule {
  /** Replicates after which it is looked at, again and again; rounded up to whole blocks. */
  readonly batch: number
  /** True when the run is precise enough. Called with what is there so far, replicates in order. */
  readonly enough: (sofar: RunSoFar) => boolean
}

export interface RunSoFar {
  readonly shape: ResultShape
  readonly plan: RunPlan
  readonly blocks: number
  readonly replicates: number
  readonly store: BlockStore
  readonly totals: RunTotals
}

export interface MonteCarloRequest {
  readonly industry: Industry
  readonly laws: ParameterLaws
  /** All with the same number of years. */
  readonly scenarios: readonly CompiledScenario[]
  /** Position of the scenario that the others are compared with; 0 unless given. */
  readonly baseline?: number
  readonly seed: number
  /** Replicates; the most, where a stopping rule is given. */
  readonly replicates: number
  readonly until?: StoppingRule
  /** Design of the parameters' draws; independent draws unless given. */
  readonly sampling?: Sampling
  /** Years and outcomes that are kept; all unless given. */
  readonly kept?: Kept
  /** Outcomes made by formulas: number them behind the catalogue, and keep what they are made of. */
  readonly derived?: readonly DerivedOutcome[]
  /** False where sums over plants, lines and programmes are not wanted. */
  readonly keepPlants?: boolean
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number
  /** Replicates a block. Changes nothing but time, and when a stopping rule is looked at. */
  readonly blockSize?: number
  /** Where blocks are kept, in memory unless given, and the name of the run. Sound blocks that are there are not computed again. */
  readonly shards?: ShardsOnDisk
  /** Hears of each shard that is damaged. */
  readonly onDamaged?: (problem: string) => void
  /**
   * Given where nothing is to be computed and only what is kept counts: what stands for a block that is not there, or undefined
   * where the run is to end before it.
   */
  readonly absent?: Absent
  /** See `createStopFlag`. */
  readonly stop?: Int32Array
  /** Stops the run as `stop` does. */
  readonly signal?: AbortSignal
  /** @param computed replicates that are not older than this call */
  readonly onProgress?: (done: number, replicates: number, computed: number) => void
  /** Threads that stay for the next run of the same industry, and say how many there are; opened and ended by the run unless given. */
  readonly threads?: SharedThreads
  /** Another file for the threads to load, for tests. */
  readonly workerFile?: URL
}

export interface MonteCarloResult extends RunSoFar {
  /** False when it was stopped from outside before it was done. */
  readonly complete: boolean
  /** For `samplingGroups`. */
  readonly sampling: Sampling
  readonly workers: number
  readonly seconds: number
}

/** What the shards of a run are checked against. */
export function shardContext(request: MonteCarloRequest, shape: ResultShape, run: string): ShardContext {
  return {
    run,
    shape,
    scenarios: request.scenarios.map(({ name }) => name),
    years: shape.kept.years.map((t) => request.industry.baseYear + t),
    outcomes: keptDefinitions(shape).map(({ id }) => id),
  }
}

/**
 * Runs it. @throws RangeError for impossible counts and designs, what `requireArithmetic` throws, and what the store throws, as
 * when the disk is full.
 */
export async function runMonteCarlo(request: MonteCarloRequest): Promise<MonteCarloResult> {
  requireArithmetic()
  const { industry, laws, scenarios, seed, shards } = request
  const shape = resultShape(request)
  const plan = planRun(shape, request.replicates, request.blockSize)
  const { sampling: asked = independentSampling } = request
  checkSampling(asked, parameterCount, plan.replicates)
  const sampling = sharedSampling(asked)
  const threads =
    request.threads ?? openThreads(industry, usefulThreads(request.workers, plan.blocks), request.workerFile)
  const { pool } = threads
  const { workers } = pool
  const checks = request.absent === undefined ? 'bytes' : 'numbers'
  const kept =
    shards === undefined
      ? memoryStore(shape)
      : diskStore({ ...shards, checks }, shardContext(request, shape, shards.run), request.onDamaged)
  const { store, absent } = withGaps(kept, request.absent)
  const totals = createTotals(shape, plan.replicates)
  const part = threads.setupOf({ laws, scenarios, seed, sampling, shape })
  const start = performance.now()
  try {
    const { blocks, complete } = await runBatches(pool, { ...request, absent }, part, { shape, plan, store, totals })
    const seconds = (performance.now() - start) / 1000
    return {
      shape,
      plan,
      blocks,
      complete,
      replicates: replicatesIn(plan, blocks),
      sampling,
      workers,
      seconds,
      store,
      totals,
    }
  } finally {
    if (request.threads === undefined) await pool.close()
  }
}

type Begun = Pick<RunSoFar, 'shape' | 'plan' | 'store' | 'totals'>

/** Runs batch after batch until the rule is met, the plan is done, or it is stopped. */
async function runBatches(
  pool: Pool,
  request: Omit<MonteCarloRequest, 'absent'> & { readonly absent: Absent | undefined },
  part: PartSetup,
  begun: Begun,
): Promise<Pick<MonteCarloResult, 'blocks' | 'complete'>> {
  const { shape, plan, store, totals } = begun
  const stop = request.stop ?? createStopFlag()
  const batch = request.until === undefined ? plan.blocks : Math.max(1, Math.ceil(request.until.batch / plan.blockSize))
  const abort = (): void => void Atomics.store(stop, 0, 1)
  if (request.signal?.aborted) abort()
  request.signal?.addEventListener('abort', abort)
  const advance = async (run: BlockRun): Promise<number> =>
    request.absent === undefined ? await runBlocks(pool, plan, run) : takeBlocks(plan, run, request.absent)
  let blocks = 0
  let computed = 0
  try {
    while (blocks < plan.blocks) {
      const to = Math.min(plan.blocks, blocks + batch)
      const done = await advance({
        part,
        from: blocks,
        to,
        stop,
        find: store.find,
        deliver: (block, fresh) => {
          if (fresh) store.write(block)
          if (fresh) computed += block.count
          addBlock(totals, shape, block)
          request.onProgress?.(block.first + block.count, plan.replicates, computed)
        },
      })
      blocks += done
      if (blocks < to) return { blocks, complete: false }
      const sofar = { shape, plan, blocks, replicates: replicatesIn(plan, blocks), store, totals }
      if (request.until?.enough(sofar)) return { blocks, complete: true }
    }
    return { blocks, complete: true }
  } finally {
    request.signal?.removeEventListener('abort', abort)
  }
}
