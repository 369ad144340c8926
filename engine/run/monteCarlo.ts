/**
 * A Monte Carlo run from start to end: plan, threads, blocks in order into a store, exact sums of plants and lines.
 * This is the call for programs; the command line is one of its users.
 */
import { availableParallelism } from 'node:os'
import { checkSampling, independentSampling, sharedSampling, type Sampling } from '../math/sampling.ts'
import type { Industry } from '../model/industry.ts'
import { outcomeCount } from '../model/outcomes.ts'
import type { ParameterLaws } from '../model/parameterLaws.ts'
import { parameterCount } from '../model/parameters.ts'
import type { CompiledScenario } from '../model/policy.ts'
import { plantMap } from '../model/plants.ts'
import { addBlock, createTotals, type RunTotals } from './totals.ts'
import type { ResultShape } from './layout.ts'
import { planRun, replicatesIn, shardBytes, type Estimate, type RunPlan } from './plan.ts'
import { closePool, createStopFlag, openPool, runBlocks, timeReplicates } from './pool.ts'
import { memoryStore, type BlockStore } from './store.ts'
import type { WorkerSetup } from './worker.ts'

export interface MonteCarloRequest {
  readonly industry: Industry
  readonly laws: ParameterLaws
  /** All with the same number of years. */
  readonly scenarios: readonly CompiledScenario[]
  /** Position of the scenario that the others are compared with; 0 unless given. */
  readonly baseline?: number
  readonly seed: number
  readonly replicates: number
  /** Design of the parameters' draws; independent draws unless given. */
  readonly sampling?: Sampling
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number
  /** Replicates a block. Changes nothing but time. */
  readonly blockSize?: number
  /** Where blocks are kept; in memory unless given. */
  readonly store?: BlockStore
  /** See `createStopFlag`. */
  readonly stop?: Int32Array
  /** Called before the first block; a short pilot is timed only when this is given. */
  readonly onEstimate?: (estimate: Estimate) => void
  readonly onProgress?: (done: number, replicates: number) => void
  /** Another file for the threads to load, for tests. */
  readonly workerFile?: URL
}

export interface MonteCarloResult {
  readonly shape: ResultShape
  readonly plan: RunPlan
  /** Blocks that were finished: the first ones of the plan. */
  readonly blocks: number
  /** Replicates done, failed ones included. */
  readonly replicates: number
  /** For `samplingGroups`. */
  readonly sampling: Sampling
  readonly workers: number
  readonly seconds: number
  readonly store: BlockStore
  readonly totals: RunTotals
}

/**
 * Sizes of a run's results.
 * @throws RangeError when there is no scenario, or their years differ.
 */
export function resultShape(
  industry: Industry,
  scenarios: readonly CompiledScenario[],
  baseline: number = 0,
): ResultShape {
  const first = scenarios[0]
  if (first === undefined) throw new RangeError('a run needs at least one scenario')
  const other = scenarios.find((scenario) => scenario.years !== first.years)
  if (other !== undefined) {
    throw new RangeError(
      `scenarios of one run need the same years: ${first.name} has ${first.years}, ${other.name} has ${other.years}`,
    )
  }
  return {
    scenarios: scenarios.length,
    baseline,
    years: first.years + 1,
    outcomes: outcomeCount,
    plantSlots: plantMap(industry).slots,
    lines: industry.lines.length,
    programmes: Math.max(...scenarios.map(({ policy }) => policy.programmes.names.length)),
  }
}

/** Runs it. @throws RangeError for impossible counts and designs, and what the store throws, as when the disk is full. */
export async function runMonteCarlo(request: MonteCarloRequest): Promise<MonteCarloResult> {
  const { industry, laws, scenarios, seed } = request
  const shape = resultShape(industry, scenarios, request.baseline)
  const plan = planRun(shape, request.replicates, request.blockSize)
  const { sampling: asked = independentSampling } = request
  checkSampling(asked, parameterCount, plan.replicates)
  const sampling = sharedSampling(asked)
  const workers = Math.min(request.workers ?? availableParallelism(), plan.blocks)
  const store = request.store ?? memoryStore()
  const totals = createTotals(shape, plan.replicates)
  const setup: WorkerSetup = { industry, laws, scenarios, seed, sampling, shape }
  const pool = openPool(workers, setup, request.workerFile)
  const start = performance.now()
  try {
    if (request.onEstimate) {
      const secondsPerReplicate = await timeReplicates(pool, plan.replicates)
      request.onEstimate(estimate(shape, plan, workers, secondsPerReplicate))
    }
    const blocks = await runBlocks(pool, shape, plan, request.stop ?? createStopFlag(), (block) => {
      store.write(block.index, block.values)
      addBlock(totals, shape, block)
      request.onProgress?.(block.first + block.count, plan.replicates)
    })
    const seconds = (performance.now() - start) / 1000
    return { shape, plan, blocks, replicates: replicatesIn(plan, blocks), sampling, workers, seconds, store, totals }
  } finally {
    await closePool(pool)
  }
}

/** Memory that reading the results back takes, at most: see the report. */
const summaryBytes = 64 * 2 ** 20

function estimate(shape: ResultShape, plan: RunPlan, workers: number, secondsPerReplicate: number): Estimate {
  return {
    workers,
    seconds: (plan.replicates * secondsPerReplicate) / workers,
    memoryBytes: process.memoryUsage().rss + summaryBytes,
    diskBytes: shardBytes(shape, plan),
  }
}
