import { describe, test, expect } from 'vitest'
import { samplingGroups } from '../../engine/math/groupError.ts'
import type { Sampling } from '../../engine/math/sampling.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { parameterIndex, parameterCount } from '../../engine/model/draws/parameters.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { type MonteCarloRequest, type MonteCarloResult, runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { readColumns } from '../../engine/run/columns.ts'
import { outcome } from '../reference/reading.ts'
import { compiledWorker } from '../reference/compiled.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'
import { uniformLaws } from '../reference/smallLaws.ts'
import { fromFirstYear, smallScenario, baseRegime, tariffRegime } from '../reference/smallPolicy.ts'

const industry = smallIndustry()
const laws = uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9], sunkCostExistingPlant: [0.2, 1.5] })
const years = 3
const truth = fromFirstYear(2, years, 1)
const tariff = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], { truth, years })

async function run(sampling: Sampling, more: Partial<MonteCarloRequest> = {}): Promise<MonteCarloResult> {
  const usual = { industry, laws, scenarios: [tariff], seed: 3, replicates: 64, workers: 1, workerFile: compiledWorker }
  return await runMonteCarlo({ ...usual, sampling, ...more })
}

/** [outcome x replicate] of the last year. */
function lastYear({ store, plan, blocks, replicates }: MonteCarloResult): Float64Array {
  const into = new Float64Array(outcomeCount * replicates)
  const range = { scenario: 0, firstYear: years, years: 1, firstOutcome: 0, outcomes: outcomeCount }
  readColumns(store, plan, blocks, range, into)
  return into
}

function outcomeOf(result: MonteCarloResult, id: string): Float64Array {
  const { replicates } = result
  return lastYear(result).subarray(outcomeIndex(id) * replicates, (outcomeIndex(id) + 1) * replicates)
}

/** The same outcome from plain calls in this thread. */
function inThisThread(sampling: Sampling, replicates: number, id: string): Float64Array {
  const workspace = createWorkspace(industry, laws, [tariff], sampling)
  return Float64Array.from({ length: replicates }, (_, d) => {
    runReplicate(workspace, rootKey(3), d)
    return outcome(workspace, 0, id, years)
  })
}

const sobol: Sampling = { kind: 'sobol', scramblings: 8 }
const hypercube: Sampling = { kind: 'latin-hypercube', strata: 16 }

describe('a run over a design', () => {
  test('of Sobol points gives the same bits on one worker and on two, and for a start of it', async () => {
    const one = await run(sobol)
    expect(one.totals.failures).toEqual([])
    expect(lastYear(await run(sobol, { workers: 2, blockSize: 5 }))).toEqual(lastYear(one))
    expect(inThisThread(sobol, 24, 'output.MX')).toEqual(outcomeOf(one, 'output.MX').slice(0, 24))
    expect(samplingGroups(one.sampling, one.replicates)?.count).toBe(8)
  })

  test('of Latin hypercubes gives on two workers what plain calls give', async () => {
    const two = await run(hypercube, { workers: 2, blockSize: 5 })
    expect(inThisThread(hypercube, 64, 'output.MX')).toEqual(outcomeOf(two, 'output.MX'))
    expect(samplingGroups(two.sampling, two.replicates)?.count).toBe(4)
  })

  test('is one of independent draws unless another is asked for', async () => {
    const request = {
      industry,
      laws,
      scenarios: [tariff],
      seed: 3,
      replicates: 8,
      workers: 1,
      workerFile: compiledWorker,
    }
    const result = await runMonteCarlo(request)
    expect(result.sampling).toEqual({ kind: 'monte-carlo' })
    expect(outcomeOf(result, 'output.MX')).toEqual(inThisThread({ kind: 'monte-carlo' }, 8, 'output.MX'))
    expect(outcomeOf(result, 'output.MX')).not.toEqual(inThisThread(sobol, 8, 'output.MX'))
  })

  test('from a table gives a row the parameters and the chance that it states, on any thread', async () => {
    const own = parameterIndex('ownElasticity')
    const uniforms = new Float64Array(6 * parameterCount).fill(0.5)
    ;[0.2, 0.5, 0.9, 0.2, 0.5, 0.9].forEach((u, row) => (uniforms[row * parameterCount + own] = u))
    const chance = Int32Array.of(0, 0, 0, 5, 5, 0)
    const table: Sampling = { kind: 'table', dimensions: parameterCount, uniforms, chance }
    const result = await run(table, { replicates: 6, workers: 2, blockSize: 2 })
    const output = outcomeOf(result, 'output.MX')
    expect(output[5]).toBe(output[2])
    expect(new Set(output).size).toBe(5)
  })

  test('that cannot be is refused before anything runs', async () => {
    await expect(run({ kind: 'sobol', scramblings: 0 })).rejects.toThrow(/scramblings of Sobol' points: 0 is not/)
  })
})
