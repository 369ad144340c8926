/** Which uncertain parameters an outcome hangs on, and how much is chance: the study of the command `sensitivity`. */
import { rootKey } from '../../engine/math/streams.ts'
import { type FactorKind, factorKinds, sensitivityFactors } from '../../scenarios/parameters/sensitivityFactors.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type AskedFigure, conditionText, readCondition, requireOne } from '../plan/conditions.ts'
import { oneOf, outcomeNamed, requireOutcome } from '../plan/choice.ts'
import { dataWords, programCall, shellWord, whenWords } from '../plan/commandLine.ts'
import { seedOf, sensitivityReplicates } from '../plan/defaults.ts'
import { formWords, readForms } from '../plan/forms.ts'
import { loadStudyInputs, type StudyInputs } from '../plan/inputs.ts'
import { readSettings, settingWords } from '../plan/settings.ts'
import { planSensitivity, requireAskable } from './plan.ts'
import { runTable, type SensitivityRequest, type TableListeners, yearOf } from './runTable.ts'
import { type SensitivityMethod, sensitivityMethods, type SensitivityStudy } from './study.ts'

export interface SensitivityOptions extends TableListeners, AskedFigure {
  /** Calendar year; the last one unless given. */
  readonly year?: number | undefined
  /** `sobol` unless given. */
  readonly method?: SensitivityMethod | undefined
  /** `groups` for sobol and morris, `parameters` for pawn and oat, unless given. */
  readonly factors?: FactorKind | undefined
  /** Name or path of a scenario: its outcome in the same draws is taken off. */
  readonly against?: string | undefined
  /** Runs of the model in all, at most; 3000 unless given. */
  readonly replicates?: number | undefined
  /** Else the scenario's. */
  readonly seed?: number | undefined
  /** Forms of the model, as in `demand=nestedLogit`, in place of what the scenarios say. */
  readonly forms?: readonly string[] | undefined
  /** Levers of the scenario and held parameters, as in `us-tariff-mexico=0.1`. */
  readonly set?: readonly string[] | undefined
  /** Folder of data in place of the shipped ones. */
  readonly data?: string | undefined
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number | undefined
  /** Hears what is unusual in the scenarios, but allowed. */
  readonly onWarning?: ((text: string) => void) | undefined
}

/** What was found, and the outcomes that it was found in. */
export interface SensitivityResult {
  readonly study: SensitivityStudy
  /** [run of the model] in the order of the method's design; NaN where it failed. */
  readonly outcomes: Float64Array
}

/**
 * Runs the design of a method on threads and says what each factor does to the outcome.
 *
 * @param scenario a name of the library, or a path
 * @throws errors of kind `usage` for what the method cannot do, `scenario` and `data`
 */
export async function sensitivity(scenario: string, options: SensitivityOptions): Promise<SensitivityResult> {
  const request = requestOf(scenario, options)
  requireAskable(request)
  const inPlace = { forms: readForms(options.forms), settings: readSettings(options.set), data: options.data }
  const loaded = loadStudyInputs(
    request.against === undefined ? 'explain' : 'run',
    [scenario],
    request.against,
    inPlace,
  )
  const inputs = withCondition(loaded, options.when)
  const outcome = outcomeNamed(request.outcome, inputs.derived)
  for (const warning of inputs.warnings) options.onWarning?.(warning)
  const seed = seedOf(options.seed, inputs.design.seed)
  const year = yearOf(request, inputs)
  const factors = sensitivityFactors(request.factors, inputs.laws)
  const plan = planSensitivity(request.method, factors, request.replicates, rootKey(seed))
  const outcomes = await runTable(inputs, request, year, plan.table, { ...options, seed })
  const study = {
    scenario: inputs.name,
    against: request.against === undefined ? undefined : inputs.scenarios[inputs.baseline].name,
    outcome,
    year,
    seed,
    replicates: outcomes.length,
    finding: plan.find(outcomes),
    reproduce: reproduceLine(request, year, seed, [
      ...formWords(inPlace.forms),
      ...settingWords(inPlace.settings),
      ...dataWords(options.data).map(shellWord),
    ]),
  }
  return { study, outcomes }
}

/** Adds a condition as one more derived outcome. */
function withCondition(inputs: StudyInputs, when: string | undefined): StudyInputs {
  if (when === undefined) return inputs
  const ids = outcomeDefinitions.map(({ id }) => id)
  readCondition(when, ids, inputs.derived, false)
  return { ...inputs, derived: [...inputs.derived, conditionText(when)] }
}

function askedId({ outcome, when }: SensitivityOptions): string {
  requireOne({ outcome, when })
  return when === undefined ? requireOutcome(outcome ?? '') : conditionText(when).id
}

function requestOf(scenario: string, options: SensitivityOptions): SensitivityRequest {
  const method = oneOf('--method', options.method ?? 'sobol', sensitivityMethods)
  const usualFactors = method === 'sobol' || method === 'morris' ? 'groups' : 'parameters'
  return {
    scenario,
    against: options.against,
    method,
    factors: oneOf('--factors', options.factors ?? usualFactors, factorKinds),
    outcome: askedId(options),
    when: options.when,
    year: options.year,
    replicates: options.replicates ?? sensitivityReplicates,
  }
}

function reproduceLine(request: SensitivityRequest, year: number, seed: number, inPlace: readonly string[]): string {
  const { scenario, against, method, factors, outcome, when, replicates } = request
  return [
    programCall,
    'sensitivity',
    shellWord(scenario),
    ...(when === undefined ? ['--outcome', shellWord(`${outcome}@${year}`)] : whenWords(when, year)),
    `--method ${method}`,
    ...(against === undefined ? [] : ['--against', shellWord(against)]),
    `--factors ${factors}`,
    `--replicates ${replicates}`,
    `--seed ${seed}`,
    ...inPlace.map((word) => shellWord(word)),
  ].join(' ')
}
