import { describe, test, expect } from 'vitest'
import type { Sampling } from '../../../engine/math/sampling.ts'
import { type MonteCarloResult, runMonteCarlo } from '../../../engine/run/monteCarlo.ts'
import { keepAll, resultShape } from '../../../engine/run/resultShape.ts'
import { growingColumns } from '../../../engine/run/growingColumns.ts'
import { readColumns } from '../../../engine/run/columns.ts'
import { stoppingRule } from '../../../studies/plan/precisionRule.ts'
import {
  type PrecisionQuestion,
  precisionQuestion,
  lookAt,
  precisionReport,
} from '../../../studies/plan/precisionQuestion.ts'
import { convergenceCsv } from '../../../reports/tables/precisionCsv.ts'
import { settlingLines } from '../../../reports/text/settling.ts'
import { plainStyle } from '../../../reports/text/style.ts'
import type { PrecisionTarget } from '../../../scenarios/parameters/sampling.ts'
import { compiledWorker } from '../../reference/compiled.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'
import { smallScenario, baseRegime, fromFirstYear, tariffRegime } from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const laws = uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9], sunkCostExistingPlant: [0.2, 1.5] })
const years = 4
const base = smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
const tariff = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], {
  truth: fromFirstYear(2, years, 1),
  years,
})
const request = {
  industry,
  laws,
  scenarios: [base, tariff, { ...tariff, name: 'twin' }],
  baseline: 0,
  kept: keepAll(years),
}
const names = request.scenarios.map(({ name }) => name)
const schedule = { min: 8, max: 40, batch: 8 }

function ask(until: readonly PrecisionTarget[], sampling: Sampling = { kind: 'monte-carlo' }): PrecisionQuestion {
  return precisionQuestion(until, schedule, names, industry.baseYear, resultShape(request), sampling)
}

async function run(question: PrecisionQuestion, blockSize: number, looks: number[] = []): Promise<MonteCarloResult> {
  const until = stoppingRule(question, (_, { replicates }) => looks.push(replicates))
  return await runMonteCarlo({
    ...request,
    seed: 3,
    replicates: 40,
    workers: 1,
    workerFile: compiledWorker,
    blockSize,
    sampling: question.sampling,
    until,
  })
}

function column(
  { store, plan, blocks, replicates }: MonteCarloResult,
  scenario: number,
  outcome: number,
  year: number,
): Float64Array {
  const into = new Float64Array(replicates)
  readColumns(store, plan, blocks, { scenario, firstOutcome: outcome, outcomes: 1, firstYear: year, years: 1 }, into)
  return into
}

const difference: PrecisionTarget = { outcome: 'output.MX', statistic: 'difference', halfWidth: 1e9 }

describe('a run that goes on until it is precise enough', () => {
  test('asks every target of every scenario but the baseline, in the last year where none is said', () => {
    const targets = ask([difference, { outcome: 'priceIndex.US', year: industry.baseYear + 1, halfWidth: 1 }]).targets
    expect(
      targets.map(({ target }) => [
        target.scenario,
        target.outcome,
        target.year! - industry.baseYear,
        target.statistic,
      ]),
    ).toEqual([
      ['tariff', 'output.MX', years, 'difference'],
      ['tariff', 'priceIndex.US', 1, 'mean'],
      ['twin', 'output.MX', years, 'difference'],
      ['twin', 'priceIndex.US', 1, 'mean'],
    ])
  })

  test('ends at the first look that finds all of them reached, wherever blocks end', async () => {
    const whole = await run(ask([{ ...difference, halfWidth: 1e-9 }]), 4)
    expect([whole.replicates, whole.complete]).toEqual([40, true])
    const read = growingColumns()
    const reached = (replicates: number): number =>
      lookAt(ask([difference]), read, { ...whole, replicates, blocks: replicates / 4 }).targets[0].halfWidth
    const looks = [8, 16, 24, 32, 40]
    const halfWidths = looks.map(reached)
    const target = { ...difference, halfWidth: halfWidths[3] * 1.0001 }
    const first = looks[halfWidths.findIndex((halfWidth) => halfWidth <= target.halfWidth)]
    for (const blockSize of [4, 8, 2]) {
      const seen: number[] = []
      const early = await run(ask([target]), blockSize, seen)
      expect(early.complete).toBe(true)
      expect(early.replicates).toBe(first)
      expect(seen).toEqual(looks.filter((look) => look <= first))
    }
  })

  test('looks at the columns that the store has, of differences turned so that more is better', async () => {
    const question = ask([{ outcome: 'priceIndex.US', statistic: 'probabilityBetter', halfWidth: 1 }, difference])
    const result = await run(question, 8)
    const { targets } = lookAt(question, growingColumns(), result)
    const [priceIndex, output] = question.targets.map(({ place }) => place)
    const change = ({ outcome, year }: typeof output): Float64Array => {
      const before = column(result, 0, outcome, year)
      return column(result, 1, outcome, year).map((value, d) => value - before[d])
    }
    expect(targets[0].estimate).toBe(change(priceIndex).filter((value) => value < 0).length / result.replicates)
    expect(targets[1].estimate).toBeCloseTo(
      change(output).reduce((sum, value) => sum + value, 0) / result.replicates,
      6,
    )
  })

  test('takes half widths from groups where a design makes replicates depend on each other', async () => {
    const grouped = ask([difference], { kind: 'latin-hypercube', strata: 8 })
    const result = await run(grouped, 8)
    // One Latin hypercube has no error: the first look cannot be enough, the second can.
    expect(result.replicates).toBe(16)
    expect(lookAt(grouped, growingColumns(), { ...result, replicates: 8, blocks: 1 }).targets[0].halfWidth).toBe(
      Infinity,
    )
  })

  test('writes how each target settled, and says which one bound', async () => {
    const question = ask([{ ...difference, halfWidth: 1e-9 }])
    const report = precisionReport(question, growingColumns(), await run(question, 8))
    const rows = convergenceCsv([report]).trimEnd().split('\n')
    expect(rows).toHaveLength(1 + 2 * 5)
    expect(rows[1]).toMatch(/^tariff,output,MX,\d+,vehicles,difference,0\.95,8,8,-?\d+,\d+,1e-9$/)
    const text = settlingLines(report, plainStyle).join(' ')
    expect(text).toMatch(/binds/)
    expect(text).toMatch(/Stopped at the maximum of 40 replicates; tariff: output\.MX in \d+, mean difference/)
  })
})
