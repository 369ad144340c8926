import { describe, test, expect } from 'vitest'
import { outcomeIndex, outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'
import { type MonteCarloRequest, type MonteCarloResult, runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { openThreads } from '../../engine/run/threads.ts'
import { readColumns } from '../../engine/run/columns.ts'
import { compiledWorker } from '../reference/compiled.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'
import { uniformLaws } from '../reference/smallLaws.ts'
import { smallScenario, baseRegime, fromFirstYear, tariffRegime } from '../reference/smallPolicy.ts'

const industry = smallIndustry()
const laws = uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9], sunkCostExistingPlant: [0.2, 1.5] })
const years = 4
const base = smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
const tariff = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], {
  truth: fromFirstYear(2, years, 1),
  years,
})
const twin = { ...base, name: 'twin' }

async function run(
  scenarios: readonly CompiledScenario[],
  more: Partial<MonteCarloRequest> = {},
): Promise<MonteCarloResult> {
  const usual = { industry, laws, scenarios, seed: 3, replicates: 12, workers: 1, workerFile: compiledWorker }
  return await runMonteCarlo({ ...usual, ...more })
}

/** [outcome x year x replicate] of one scenario. */
function allOutcomes(result: MonteCarloResult, scenario: number): Float64Array {
  const { store, shape, plan, blocks, replicates } = result
  const all = new Float64Array(shape.outcomes * shape.years * replicates)
  const range = { scenario, firstYear: 0, years: shape.years, firstOutcome: 0, outcomes: shape.outcomes }
  readColumns(store, plan, blocks, range, all)
  return all
}

describe('a Monte Carlo run of the model', async () => {
  const one = await run([base, tariff], { blockSize: 12 })

  test('fails in no replicate of the small industry', () => {
    expect(one.totals.failures).toEqual([])
    expect(one.totals.goodEverywhere).toBe(12)
  })

  test('has replicates that differ, in the base year by measurement error and later by policy', () => {
    const lastYear = (outcomeIndex('output.MX') * (years + 1) + years) * 12
    const baseline = allOutcomes(one, 0).subarray(lastYear, lastYear + 12)
    const changed = allOutcomes(one, 1).subarray(lastYear, lastYear + 12)
    expect(new Set(changed).size).toBe(12)
    baseline.forEach((before, d) => expect(changed[d]).toBeLessThan(before))
  })

  test.each([
    ['two workers', { workers: 2, blockSize: 5 }],
    ['three workers', { workers: 3, blockSize: 1 }],
    ['blocks of another size', { blockSize: 4 }],
  ])('gives the same bits with %s', async (_, more) => {
    const other = await run([base, tariff], more)
    for (const scenario of [0, 1]) expect(allOutcomes(other, scenario)).toEqual(allOutcomes(one, scenario))
    expect(other.totals).toEqual(one.totals)
  })

  test('gives a scenario the same bits whatever else is run beside it', async () => {
    const alone = await run([tariff])
    const amongOthers = await run([twin, base, tariff])
    expect(allOutcomes(alone, 0)).toEqual(allOutcomes(one, 1))
    expect(allOutcomes(amongOthers, 2)).toEqual(allOutcomes(one, 1))
  })

  test('changes nothing, to the bit, under a policy equal to the base', async () => {
    const result = await run([base, twin])
    expect(allOutcomes(result, 1)).toEqual(allOutcomes(result, 0))
  })

  test('gives the first replicates of a longer run', async () => {
    const longer = await run([base, tariff], { replicates: 15 })
    const [short, long] = [allOutcomes(one, 1), allOutcomes(longer, 1)]
    for (let c = 0; c < (years + 1) * outcomeDefinitions.length; c++) {
      expect(long.slice(c * 15, c * 15 + 12)).toEqual(short.slice(c * 12, c * 12 + 12))
    }
  })

  test('gives the same bits on threads that have run other parts before, of other laws or other scenarios', async () => {
    const threads = openThreads(industry, 2, compiledWorker)
    const otherLaws = { ...laws, a: laws.a.map((value) => value * 1.01) }
    try {
      const results = [
        await run([base, tariff], { threads }),
        await run([base, tariff], { threads, laws: otherLaws }),
        await run([{ ...base, name: 'again' }, tariff], { threads }),
        await run([tariff], { threads }),
        await run([base, tariff], { threads }),
      ]
      expect(allOutcomes(results[1], 1)).not.toEqual(allOutcomes(one, 1))
      expect(allOutcomes(results[3], 0)).toEqual(allOutcomes(one, 1))
      for (const n of [0, 2, 4]) {
        for (const scenario of [0, 1]) expect(allOutcomes(results[n], scenario)).toEqual(allOutcomes(one, scenario))
        expect(results[n].totals).toEqual(one.totals)
      }
    } finally {
      await threads.pool.close()
    }
  })

  test('gives other numbers for another seed', async () => {
    expect(allOutcomes(await run([tariff], { seed: 4 }), 0)).not.toEqual(allOutcomes(one, 1))
  })

  test('keeps only the years and outcomes that are wanted, and the same numbers', async () => {
    const [output, price] = [outcomeIndex('output.MX'), outcomeIndex('priceIndex.US')]
    const kept = await run([base, tariff], {
      kept: { years: [2, years], outcomes: [output, price] },
      keepPlants: false,
    })
    const all = allOutcomes(one, 1)
    const wanted = [output, price].flatMap((c) =>
      [2, years].flatMap((t) => [...all.subarray((c * (years + 1) + t) * 12, (c * (years + 1) + t + 1) * 12)]),
    )
    expect([...allOutcomes(kept, 1)]).toEqual(wanted)
    expect(kept.totals.plants).toHaveLength(0)
  })

  test('stops at the first batch that is enough, and a signal stops it', async () => {
    const looks: number[] = []
    const enough = ({ replicates }: { readonly replicates: number }): boolean => looks.push(replicates) === 2
    const early = await run([tariff], { blockSize: 2, until: { batch: 3, enough } })
    expect(looks).toEqual([4, 8])
    expect([early.replicates, early.complete]).toEqual([8, true])
    const aborted = await run([tariff], { blockSize: 2, signal: AbortSignal.abort() })
    expect([aborted.replicates, aborted.complete]).toEqual([0, false])
  })

  test('refuses scenarios with different years', async () => {
    await expect(run([base, { ...tariff, years: 3 }])).rejects.toThrow(/same years: base has 4, tariff has 3/)
  })
})
