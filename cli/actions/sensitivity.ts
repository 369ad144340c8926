/** Runs the design of a sensitivity analysis on threads and prints what it finds; with `--out` it is written too. */
import type { RunTable } from '../../engine/analysis/sensitivity/factors.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeIndex, type OutcomeDefinition } from '../../engine/model/outcomes.ts'
import { runMonteCarlo, type MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { Estimate } from '../../engine/run/plan.ts'
import { readColumns } from '../../engine/run/store.ts'
import { durationText } from '../../reports/numbers.ts'
import { sensitivityMethods, type SensitivityMethod, type SensitivityStudy } from '../../reports/sensitivity/study.ts'
import { sensitivityCsv, sensitivityJson } from '../../reports/sensitivity/files.ts'
import { sensitivityText } from '../../reports/sensitivityText.ts'
import { factorKinds, sensitivityFactors, type FactorKind } from '../../scenarios/sensitivityFactors.ts'
import type { OptionValues } from '../console/command.ts'
import { usageFailure } from '../console/failure.ts'
import { flagOption, numberOption, textOption } from '../console/options.ts'
import { defaultSeed } from '../../reports/studies/defaults.ts'
import { askedOutcome, oneOf } from '../console/outcome.ts'
import { showProgress } from '../console/progress.ts'
import { sensitivityReplicates } from '../sensitivity.ts'
import { addOrCreate, requireRoom } from './addResults.ts'
import { speaker } from '../console/say.ts'
import { loadStudyInputs, type StudyInputs } from '../../reports/studies/inputs.ts'
import { shellWord } from '../../reports/studies/commandLine.ts'
import { programCall } from './reproduce.ts'
import { planSensitivity } from './sensitivityPlan.ts'
import { studyExitCode } from './studyResults.ts'

/** What is asked, read from the command line. */
interface SensitivityRequest {
  readonly scenario: string
  readonly against: string | undefined
  readonly method: SensitivityMethod
  readonly factors: FactorKind
  readonly outcome: OutcomeDefinition
  /** Undefined for the last one. */
  readonly year: number | undefined
  readonly replicates: number
}

export async function printSensitivity(scenario: string, options: OptionValues): Promise<number> {
  const request = readRequest(scenario, options)
  const out = textOption(options, 'out')
  if (out !== undefined) requireRoom(out)
  const inputs = loadStudyInputs('run', [scenario], request.against ?? scenario)
  if (request.against !== undefined && inputs.scenarios.length === 1) {
    throw usageFailure(`--against: ${request.against} is the scenario itself; give another one, or leave it out`)
  }
  const quiet = flagOption(options, 'quiet')
  if (!quiet) for (const warning of inputs.warnings) process.stderr.write(`${warning}\n`)
  const seed = numberOption(options, 'seed', inputs.design.seed ?? defaultSeed)
  const year = yearOf(request, inputs)
  const factors = sensitivityFactors(request.factors, inputs.laws)
  const plan = planSensitivity(request.method, factors, request.replicates, rootKey(seed))
  const workers = numberOption(options, 'workers', 0)
  const outcomes = await runTable(inputs, request, year, plan.table, { seed, workers, quiet })
  const study: SensitivityStudy = {
    scenario: inputs.name,
    against: request.against === undefined ? undefined : inputs.scenarios[inputs.baseline].name,
    outcome: request.outcome,
    year,
    seed,
    replicates: outcomes.length,
    finding: plan.find(outcomes),
    reproduce: reproduceLine(request, year, seed),
  }
  if (out !== undefined) {
    const files = { 'sensitivity.json': sensitivityJson(study), 'sensitivity.csv': sensitivityCsv(study) }
    await addOrCreate(out, files, study.scenario, study.reproduce, speaker(options))
  }
  process.stdout.write(flagOption(options, 'json') ? sensitivityJson(study) : sensitivityText(study))
  const goodReplicates = outcomes.filter(Number.isFinite).length
  return studyExitCode({ interrupted: false, replicates: outcomes.length, goodReplicates })
}

function readRequest(scenario: string, options: OptionValues): SensitivityRequest {
  const method = oneOf('--method', textOption(options, 'method') ?? 'sobol', sensitivityMethods)
  const usualFactors = method === 'sobol' || method === 'morris' ? 'groups' : 'parameters'
  return {
    scenario,
    against: textOption(options, 'against'),
    method,
    factors: oneOf('--factors', textOption(options, 'factors') ?? usualFactors, factorKinds),
    ...askedOutcome(options),
    replicates: numberOption(options, 'replicates', sensitivityReplicates),
  }
}

function yearOf({ year, outcome }: SensitivityRequest, { industry, scenarios }: StudyInputs): number {
  const first = industry.baseYear
  const last = first + scenarios[0].compiled.years
  if (year === undefined) return last
  if (year >= first && year <= last) return year
  throw usageFailure(`--outcome: ${outcome.id}@${year} is not in the scenario; its years go from ${first} to ${last}`)
}

/** The outcome of every row, or its difference from the other scenario in the same row; NaN where either failed. */
async function runTable(
  { industry, laws, scenarios, baseline }: StudyInputs,
  request: SensitivityRequest,
  year: number,
  table: RunTable,
  { seed, workers, quiet }: { readonly seed: number; readonly workers: number; readonly quiet: boolean },
): Promise<Float64Array> {
  const replicates = table.chance.length
  const progress = showProgress(quiet)
  try {
    const result = await runMonteCarlo({
      industry,
      laws,
      scenarios: scenarios.map((scenario) => scenario.compiled),
      baseline,
      seed,
      replicates,
      sampling: { kind: 'table', ...table },
      // Of all that a replicate gives only this is looked at.
      kept: { years: [year - industry.baseYear], outcomes: [outcomeIndex(request.outcome.id)] },
      keepPlants: false,
      ...(workers > 0 ? { workers } : {}),
      ...(quiet ? {} : { onEstimate: (estimate) => announce(replicates, estimate) }),
      onProgress: progress.update,
    })
    const columns = scenarios.map((_, scenario) => onlyColumn(result, scenario))
    if (request.against === undefined) return columns[0]
    const [subject, other] = [columns[1 - baseline], columns[baseline]]
    return subject.map((value, row) => value - other[row])
  } finally {
    progress.finish()
  }
}

/** [replicate] of the one outcome and year that are kept. */
function onlyColumn({ store, plan, blocks, replicates }: MonteCarloResult, scenario: number): Float64Array {
  const into = new Float64Array(replicates)
  readColumns(store, plan, blocks, { scenario, firstYear: 0, years: 1, firstOutcome: 0, outcomes: 1 }, into)
  return into
}

function announce(replicates: number, { seconds }: Estimate): void {
  process.stderr.write(`${replicates} runs of the model; about ${durationText(seconds)}.\n`)
}

function reproduceLine(request: SensitivityRequest, year: number, seed: number): string {
  const { scenario, against, method, factors, outcome, replicates } = request
  return [
    programCall(),
    'sensitivity',
    shellWord(scenario),
    `--outcome ${shellWord(`${outcome.id}@${year}`)}`,
    `--method ${method}`,
    ...(against === undefined ? [] : ['--against', shellWord(against)]),
    `--factors ${factors}`,
    `--replicates ${replicates}`,
    `--seed ${seed}`,
  ].join(' ')
}
