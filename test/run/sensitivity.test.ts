import { describe, test, expect } from 'vitest'
import { sobolPointDimensions, sobolDesign } from '../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolIndices } from '../../engine/analysis/sensitivity/sobolIndices.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { parameterIndex, parameterCount } from '../../engine/model/draws/parameters.ts'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { readColumns } from '../../engine/run/columns.ts'
import { plainPoints } from '../analysis/sensitivity/testFunctions.ts'
import { compiledWorker } from '../reference/compiled.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'
import { uniformLaws } from '../reference/smallLaws.ts'
import { smallScenario, baseRegime, fromFirstYear, tariffRegime } from '../reference/smallPolicy.ts'

const industry = smallIndustry()
const laws = uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9], chineseCostAdvantage: [0.1, 0.3] })
const years = 3
const scenarios = [
  smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years }),
  smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], { truth: fromFirstYear(2, years, 1), years }),
]

describe("Sobol' indices of the model", async () => {
  const factors = (['ownElasticity', 'locationTheta', 'chineseCostAdvantage'] as const).map((name) => ({
    name,
    dimensions: [parameterIndex(name)],
  }))
  const baseRows = 24
  const points = plainPoints(baseRows, sobolPointDimensions(factors, parameterCount), 1)
  const design = sobolDesign(factors, parameterCount, baseRows, points)
  const replicates = design.chance.length
  const { store, plan, blocks } = await runMonteCarlo({
    industry,
    laws,
    scenarios,
    seed: 3,
    replicates,
    workers: 1,
    workerFile: compiledWorker,
    sampling: { kind: 'table', ...design },
    kept: { years: [years], outcomes: [outcomeIndex('output.MX')] },
    keepPlants: false,
  })
  const [before, after] = [0, 1].map((scenario) => {
    const into = new Float64Array(replicates)
    readColumns(store, plan, blocks, { scenario, firstYear: 0, years: 1, firstOutcome: 0, outcomes: 1 }, into)
    return into
  })
  const result = sobolIndices(
    design,
    after.map((value, row) => value - before[row]),
    rootKey(3),
    { resamples: 100 },
  )

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
