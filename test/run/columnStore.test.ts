import { describe, expect, test } from 'vitest'
import { sobolDesign, sobolPointDimensions } from '../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolIndices } from '../../engine/analysis/sensitivity/sobolIndices.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeIndex } from '../../engine/model/outcomes.ts'
import { parameterCount, parameterIndex } from '../../engine/model/parameters.ts'
import { columnStore, type ColumnStore } from '../../engine/run/columnStore.ts'
import { resultShape, runMonteCarlo, type MonteCarloRequest } from '../../engine/run/monteCarlo.ts'
import { planRun } from '../../engine/run/plan.ts'
import { readColumns } from '../../engine/run/store.ts'
import { plainPoints } from '../analysis/sensitivity/testFunctions.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'
import { uniformLaws } from '../reference/smallLaws.ts'
import { baseRegime, fromFirstYear, smallScenario, tariffRegime } from '../reference/smallPolicy.ts'

const industry = smallIndustry()
const laws = uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9], chineseCostAdvantage: [0.1, 0.3] })
const years = 3
const scenarios = [
  smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years }),
  smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], { truth: fromFirstYear(2, years, 1), years }),
]
const outcome = outcomeIndex('output.MX')

async function runInto(replicates: number, more: Partial<MonteCarloRequest> = {}): Promise<ColumnStore> {
  const shape = resultShape(industry, scenarios)
  const plan = planRun(shape, replicates, 7)
  const store = columnStore(shape, plan, years, outcome)
  await runMonteCarlo({ industry, laws, scenarios, seed: 3, replicates, blockSize: 7, workers: 1, store, ...more })
  return store
}

describe('a store of one column', () => {
  test('keeps what a store of everything would', async () => {
    const { columns } = await runInto(20)
    const { store, shape, plan, blocks } = await runMonteCarlo({ industry, laws, scenarios, seed: 3, replicates: 20, workers: 1 })
    for (const scenario of [0, 1]) {
      const whole = new Float64Array(20)
      readColumns(store, shape, plan, blocks, { scenario, year: years, first: outcome, outcomes: 1 }, whole)
      expect(columns[scenario]).toEqual(whole)
    }
  })

  test('gives its column back and refuses any other', async () => {
    const store = await runInto(20)
    const shape = resultShape(industry, scenarios)
    const plan = planRun(shape, 20, 7)
    const into = new Float64Array(20)
    readColumns(store, shape, plan, plan.blocks, { scenario: 1, year: years, first: outcome, outcomes: 1 }, into)
    expect(into).toEqual(store.columns[1])
    const other = { scenario: 1, year: years, first: outcome + 1, outcomes: 1 }
    expect(() => readColumns(store, shape, plan, plan.blocks, other, into)).toThrow('was kept')
  })
})

describe('Sobol indices of the model', async () => {
  const factors = (['ownElasticity', 'locationTheta', 'chineseCostAdvantage'] as const).map((name) => ({
    name,
    dimensions: [parameterIndex(name)],
  }))
  const baseRows = 24
  const points = plainPoints(baseRows, sobolPointDimensions(factors, parameterCount), 1)
  const design = sobolDesign(factors, parameterCount, baseRows, points)
  const { columns } = await runInto(design.chance.length, { sampling: { kind: 'table', ...design } })
  const difference = columns[1].map((value, row) => value - columns[0][row])
  const result = sobolIndices(design, difference, rootKey(3), { resamples: 100 })

  test('see that what an entrant costs is nothing where no scenario has one, and that all else is something', () => {
    expect(result.factors.map(({ name, changesOutcome }) => [name, changesOutcome])).toEqual([
      ['ownElasticity', true],
      ['locationTheta', true],
      ['chineseCostAdvantage', false],
      ['chance', true],
    ])
    expect(result.failed).toBe(0)
  })

  test('have first indices that do not pass the total ones by more than their errors', () => {
    for (const { interaction } of result.factors) expect(interaction.high).toBeGreaterThanOrEqual(0)
  })
})
