/** How cost grows: the exponent b of `cost = a size^b`, by least squares through the logarithms of a few sizes. */
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Slope of log cost over log size. */
function exponent(sizes: readonly number[], costs: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), costs.map(Math.log)]
  const [x0, y0] = [mean(x), mean(y)]
  const covariance = x.reduce((sum, value, n) => sum + (value - x0) * (y[n] - y0), 0)
  return covariance / x.reduce((sum, value) => sum + (value - x0) ** 2, 0)
}

function row(name: string, sizes: readonly number[], costs: readonly number[]): Row {
  return [`growth with ${name} (${sizes.join(', ')})`, `size^${exponent(sizes, costs).toFixed(2)}`]
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
