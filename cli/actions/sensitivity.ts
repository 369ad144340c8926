/** Runs the design of a sensitivity analysis on threads and prints what it finds; with `--out` it is written too. */
import { rootKey } from '../../engine/math/streams.ts'
import type { Estimate } from '../../engine/run/plan.ts'
import { durationText } from '../../reports/words/numbers.ts'
import { type SensitivityStudy, sensitivityMethods } from '../../studies/sensitivity/study.ts'
import { sensitivityJson, sensitivityCsv } from '../../reports/tables/sensitivity.ts'
import { sensitivityText } from '../../reports/text/sensitivity/studyText.ts'
import { sensitivityFactors, factorKinds } from '../../scenarios/parameters/sensitivityFactors.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, flagOption, numberOption, givenNumber } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import { defaultSeed, sensitivityReplicates } from '../../studies/plan/defaults.ts'
import { askedOutcome } from '../console/outcome.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { requireRoom, addOrCreate } from '../../reports/write/addFinding.ts'
import { speaker } from '../console/say.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'
import { planSensitivity, requireAskable } from '../../studies/sensitivity/plan.ts'
import { studyExitCode } from './studyResults.ts'
import { yearOf, runTable, type SensitivityRequest } from '../../studies/sensitivity/runTable.ts'

/** `sensitivity`: runs the table of a method, prints which factors an outcome hangs on, and writes it where asked. */
export async function printSensitivity(scenario: string, options: OptionValues): Promise<number> {
  const request = readRequest(scenario, options)
  requireAskable(request)
  const out = textOption(options, 'out')
  if (out !== undefined) requireRoom(out)
  const inputs = loadStudyInputs('run', [scenario], request.against ?? scenario)
  const quiet = flagOption(options, 'quiet')
  if (!quiet) for (const warning of inputs.warnings) process.stderr.write(`${warning}\n`)
  const seed = numberOption(options, 'seed', inputs.design.seed ?? defaultSeed)
  const year = yearOf(request, inputs)
  const factors = sensitivityFactors(request.factors, inputs.laws)
  const plan = planSensitivity(request.method, factors, request.replicates, rootKey(seed))
  const progress = showProgress(quiet)
  const outcomes = await runTable(inputs, request, year, plan.table, {
    seed,
    workers: givenNumber(options, 'workers'),
    onEstimate: quiet ? undefined : announce,
    onProgress: progress.update,
  }).finally(progress.finish)
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

function announce({ seconds }: Estimate, runs: number): void {
  process.stderr.write(`${runs} runs of the model; about ${durationText(seconds)}.\n`)
}

function reproduceLine(request: SensitivityRequest, year: number, seed: number): string {
  const { scenario, against, method, factors, outcome, replicates } = request
  return [
    programCall,
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
