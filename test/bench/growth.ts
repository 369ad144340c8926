/** How cost grows: the exponent b of `cost = a size^b`, by least squares through the logarithms of a few sizes. */
import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { planSweep } from '../../studies/plan/plans.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { secondsOfAReplicate, take, thisBuild } from './commands.ts'
import { industryOfCopies } from './manyLines.ts'
import { secondsPerUnit } from './measure.ts'
import { dutySweep, parameterSweep } from './sweepFiles.ts'

type Row = readonly [name: string, figure: string]

/** Slope of log cost over log size, and how much of the cost's variance the line explains where that is not all of it. */
function exponentText(sizes: readonly number[], costs: readonly number[]): string {
  const points = sizes.map((size, n) => [Math.log(size), Math.log(costs[n])])
  const line = linearRegression(points)
  const explained = rSquared(points, linearRegressionLine(line))
  return `size^${line.m.toFixed(2)}${explained > 0.98 ? '' : ` (R2 ${explained.toFixed(2)})`}`
}

function row(name: string, sizes: readonly number[], costs: readonly number[]): Row {
  return [`growth with ${name} (${sizes.join(', ')})`, exponentText(sizes, costs)]
}

const scenario = 'tariff-232-2025'

function secondsOf(scenarios: readonly CompiledScenario[], of?: Industry): number {
  const { industry: shipped, laws } = loadStudyInputs('run', [scenario], scenario)
  const industry = of ?? shipped
  const workspace = createWorkspace(industry, laws, scenarios)
  const root = rootKey(1)
  let replicate = 0
  return secondsPerUnit({ name: '', perRun: 1, run: () => runReplicate(workspace, root, replicate++) })
}

/** Scenarios that are the same, which share nothing but their draws. */
function scenarioRow(one: CompiledScenario): Row {
  const counts = [1, 2, 4, 8]
  return row(
    'scenarios',
    counts,
    counts.map((count) => secondsOf(Array.from({ length: count }, (_, n) => ({ ...one, name: `${n}` })))),
  )
}

/** Each model in one, two and four copies. */
function lineRow(): Row {
  const industries = [1, 2, 4].map(industryOfCopies)
  return row(
    'lines',
    industries.map(({ lines }) => lines.length),
    industries.map((industry) =>
      secondsOf([compileScenario(loadScenario(scenario, { industry }), industry)], industry),
    ),
  )
}

/** Exponents of the time of a replicate, of a study, and of its planning. */
export function* growthRows(): Generator<Row> {
  const [{ compiled }] = loadStudyInputs('run', [scenario], scenario).scenarios
  yield scenarioRow(compiled)
  yield lineRow()
  const years = [3, 6, 12]
  yield row(
    'years',
    years,
    years.map((count) => secondsOf([{ ...compiled, years: count }])),
  )
  const library = ['base', 'usmca-2025-tariffs', scenario]
  const regimes = library.map((name) => loadStudyInputs('compare', [name], undefined).scenarios[0].compiled)
  yield row(
    'regimes',
    regimes.map(({ policy }) => policy.regimes.length),
    regimes.map((one) => secondsOf([one])),
  )
  const points = [5, 10, 20]
  yield row(
    'points of a policy, in a replicate',
    points,
    points.map((count) => secondsOfAReplicate(thisBuild, ['sweep', dutySweep(count)], [24, 56])),
  )
  const parts = [50, 100, 200]
  yield row(
    'points over parameters, in the planning',
    parts,
    parts.map((count) => secondsPerUnit({ name: '', perRun: 1, run: () => void planSweep(parameterSweep(count), {}) })),
  )
  const replicates = [500, 1000, 2000]
  yield row(
    'replicates, in the time of a run',
    replicates,
    replicates.map((count) => take(thisBuild, ['run', scenario, '--replicates', String(count)], true).processorSeconds),
  )
}
