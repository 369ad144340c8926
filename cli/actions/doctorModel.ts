/** Runs the scenarios of the published checks, prints our numbers beside theirs, and writes the page if asked. */
import { writeFileSync } from 'node:fs'
import { rootKey } from '../../engine/math/streams.ts'
import { demandMoments } from '../../engine/model/demandMoments.ts'
import { runReplicate } from '../../engine/model/replicate.ts'
import { createWorkspace } from '../../engine/model/workspace.ts'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { checkScenarios } from '../../reports/modelChecks/definitions.ts'
import { measureChecks, type DemandColumns } from '../../reports/modelChecks/measure.ts'
import { checksPage } from '../../reports/modelChecks/text.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, numberOption, textOption } from '../console/options.ts'
import { defaultSeed } from '../../reports/studies/defaults.ts'
import { showProgress } from '../console/progress.ts'
import { loadStudyInputs, type StudyInputs } from '../../reports/studies/inputs.ts'

const usualReplicates = 300

export async function printChecks(options: OptionValues): Promise<number> {
  const seed = numberOption(options, 'seed', defaultSeed)
  const replicates = numberOption(options, 'replicates', usualReplicates)
  const workers = numberOption(options, 'workers', 0)
  const scenarios = checkScenarios()
  const inputs = loadStudyInputs('compare', scenarios, undefined)
  const progress = showProgress(flagOption(options, 'quiet'))
  const result = await runMonteCarlo({
    industry: inputs.industry,
    laws: inputs.laws,
    scenarios: inputs.scenarios.map(({ compiled }) => compiled),
    seed,
    replicates,
    ...(workers > 0 ? { workers } : {}),
    onProgress: progress.update,
  })
  progress.finish()
  const demand = demandColumns(inputs, seed, replicates)
  const results = measureChecks({ result, scenarios, baseYear: inputs.industry.baseYear, demand })
  const failed = result.replicates - result.totals.goodEverywhere
  const page = checksPage({ results, replicates: result.replicates, failed, seed })
  process.stdout.write(flagOption(options, 'json') ? `${JSON.stringify({ replicates, seed, failed, results })}\n` : page)
  const file = textOption(options, 'write') ?? (flagOption(options, 'write') ? 'docs/checks.md' : undefined)
  if (file !== undefined) writeFileSync(file, page)
  return exitCode.done
}

/** Elasticities and margins of the US market, replicate by replicate: results of a run do not hold the base year's demand. */
function demandColumns({ industry, laws, scenarios, baseline }: StudyInputs, seed: number, replicates: number): DemandColumns {
  const { compiled } = scenarios[baseline]
  const workspace = createWorkspace(industry, laws, [{ ...compiled, years: 0 }])
  const columns = {
    own: new Float64Array(replicates),
    market: new Float64Array(replicates),
    lerner: new Float64Array(replicates),
  }
  for (let d = 0; d < replicates; d++) {
    runReplicate(workspace, rootKey(seed), d)
    const { markets, productSales, productCost } = workspace
    const moments = demandMoments(markets[0], industry.price, productSales, productCost, 0)
    columns.own[d] = moments.own
    columns.market[d] = moments.market
    columns.lerner[d] = moments.lerner
  }
  return columns
}
