/** Runs the scenarios of the published checks, prints our numbers beside theirs, and writes the page if asked. */
import { writeFileSync } from 'node:fs'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { checkScenarios } from '../../studies/modelChecks/definitions.ts'
import { measureChecks } from '../../studies/modelChecks/measure.ts'
import { checksPage } from '../../reports/docs/checks.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { numberOption, flagOption, textOption } from '../console/options.ts'
import { defaultSeed } from '../../studies/plan/defaults.ts'
import { showProgress } from '../console/progress.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { demandColumns } from '../../studies/modelChecks/demand.ts'

const usualReplicates = 300

/** `doctor --model`: runs the scenarios of the published checks and prints our numbers beside theirs. */
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
  process.stdout.write(
    flagOption(options, 'json') ? `${JSON.stringify({ replicates, seed, failed, results })}\n` : page,
  )
  const file = textOption(options, 'write') ?? (flagOption(options, 'write') ? 'docs/checks.md' : undefined)
  if (file !== undefined) writeFileSync(file, page)
  return exitCode.done
}
