/** Decisions between the scenarios of each part of a run, and what its replicates drew. */
import { rootKey } from '../../engine/math/streams.ts'
import { parameterDraws } from '../../engine/model/parameterDraws.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { decisionStudy, type DecisionStudy } from '../../reports/decisions.ts'
import { drawsParquet } from '../../reports/draws.ts'
import { writeResult } from '../../reports/folder.ts'
import { drawnGroups } from '../../reports/parameterGroups.ts'
import { judgedOutcomes, keptPosition, lastYearColumns } from '../../reports/runColumns.ts'
import { flagOption } from '../console/options.ts'
import type { Finished } from './finished.ts'

/** With two scenarios the paired comparison has said it all. */
const fewestOptions = 3

/**
 * Values of information about groups of parameters are worked out for as many outcomes as this number of replicates
 * times options allows, which takes some seconds; for all with --information.
 */
const affordableReplicates = 10_000

/** [replicate x parameter] what a part drew. */
export function partDraws({ inputs, plan, results }: Finished, part: number): Float64Array {
  const { laws } = inputs.scenarios[plan.parts[part].laws]
  return parameterDraws(laws, plan.sampling, rootKey(plan.seed), results[part].replicates)
}

/** `draws.parquet`, with the parts that were begun. */
export function writeDraws(done: Finished): void {
  const bytes = drawsParquet(done.results.map((_, part) => partDraws(done, part)))
  if (bytes === undefined) done.say('draws.parquet is not written: so many draws would not fit into memory.')
  else writeResult(done.folder, 'draws.parquet', bytes)
}

/** A study for each outcome that the options are judged by; none where there are too few options to choose from. */
export function partDecisions(done: Finished, part: number): readonly DecisionStudy[] {
  const { inputs, plan, options, results } = done
  const { scenarios, baseline } = plan.parts[part]
  if (scenarios.length < fewestOptions) return []
  const result = results[part]
  const names = scenarios.map((s) => plan.scenarios[s].name)
  const outcomes = judgedOutcomes(result, inputs.outcomes)
  const informed = flagOption(options, 'information') ? outcomes.length : affordableOutcomes(result, plan.parts.length)
  const groups = informed > 0 ? drawnGroups(partDraws(done, part)) : undefined
  const year = inputs.industry.baseYear + (result.shape.kept.years.at(-1) ?? 0)
  return outcomes.flatMap((outcome, n) => {
    const columns = lastYearColumns(result, names, keptPosition(result, outcome))
    const wanted = n < informed ? groups : undefined
    return decisionStudy(columns, scenarios.indexOf(baseline), outcome, year, wanted, rootKey(plan.seed)) ?? []
  })
}

function affordableOutcomes({ replicates, shape }: MonteCarloResult, parts: number): number {
  return Math.floor(affordableReplicates / (replicates * shape.scenarios * parts))
}
