/** Which uncertain parameters an outcome hangs on, and how much is chance: the study of the command `sensitivity`. */
import { usageError } from '../../engine/run/errors.ts'
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
import { type LookedAt, runTable, type SensitivityRequest, type TableListeners, yearOf } from './runTable.ts'
import { type SensitivityMethod, sensitivityMethods, type SensitivityStudy } from './study.ts'

interface CommonOptions extends TableListeners {
  /** `sobol` unless given. */
  readonly method?: SensitivityMethod | undefined
  /** `groups` for sobol and morris, `parameters` for pawn and oat, unless given. */
  readonly factors?: FactorKind | undefined
  /** True to ask for second indices of pairs, of the method `sobol`: takes nearly twice the runs for a base row. */
  readonly pairs?: boolean | undefined
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

export interface SensitivityOptions extends CommonOptions, AskedFigure {
  /** Calendar year; the last one unless given. */
  readonly year?: number | undefined
}

/** An outcome in a calendar year; the last one unless given. */
export interface OutcomeOfYear {
  readonly outcome: string
  readonly year?: number | undefined
}

export interface SensitivitiesOptions extends CommonOptions {
  /** One or more, each once. */
  readonly outcomes: readonly OutcomeOfYear[]
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
  const [result] = await study(scenario, [{ outcome: askedId(options), year: options.year }], options.when, options)
  return result
}

/**
 * The same of several outcomes, in the same runs of the model: what each finds is what `sensitivity` finds of it alone.
 *
 * @throws errors as `sensitivity`, and of kind `usage` where no outcome is given, or one twice
 */
export async function sensitivities(
  scenario: string,
  options: SensitivitiesOptions,
): Promise<readonly SensitivityResult[]> {
  const asked = options.outcomes.map(({ outcome, year }) => ({ outcome: askedId({ outcome }), year }))
  if (asked.length === 0) requireOne({})
  return await study(scenario, asked, undefined, options)
}

async function study(
  scenario: string,
  asked: readonly OutcomeOfYear[],
  when: string | undefined,
  options: CommonOptions,
): Promise<readonly SensitivityResult[]> {
  const request = requestOf(scenario, options)
  requireAskable(request)
  const inPlace = { forms: readForms(options.forms), settings: readSettings(options.set), data: options.data }
  const loaded = loadStudyInputs(
    request.against === undefined ? 'explain' : 'run',
    [scenario],
    request.against,
    inPlace,
  )
  const inputs = withCondition(loaded, when)
  const definitions = asked.map(({ outcome }) => outcomeNamed(outcome, inputs.derived))
  for (const warning of inputs.warnings) options.onWarning?.(warning)
  const seed = seedOf(options.seed, inputs.design.seed)
  const lookedAt = asked.map((one) => ({ outcome: one.outcome, year: yearOf(one, inputs) }))
  requireEachOnce(lookedAt)
  const factors = sensitivityFactors(request.factors, inputs.laws)
  const plan = planSensitivity(request, factors, rootKey(seed))
  const columns = await runTable(inputs, request, lookedAt, plan.table, { ...options, seed })
  const reproduce = reproduceLine(request, figureWords(lookedAt, when), seed, [
    ...formWords(inPlace.forms),
    ...settingWords(inPlace.settings),
    ...dataWords(options.data).map(shellWord),
  ])
  return columns.map((outcomes, k) => ({
    study: {
      scenario: inputs.name,
      against: request.against === undefined ? undefined : inputs.scenarios[inputs.baseline].name,
      outcome: definitions[k],
      year: lookedAt[k].year,
      seed,
      replicates: outcomes.length,
      finding: plan.find(outcomes),
      reproduce,
    },
    outcomes,
  }))
}

/** Adds a condition as one more derived outcome. */
function withCondition(inputs: StudyInputs, when: string | undefined): StudyInputs {
  if (when === undefined) return inputs
  const ids = outcomeDefinitions.map(({ id }) => id)
  readCondition(when, ids, inputs.derived, false)
  return { ...inputs, derived: [...inputs.derived, conditionText(when)] }
}

function askedId({ outcome, when }: AskedFigure): string {
  requireOne({ outcome, when })
  return when === undefined ? requireOutcome(outcome ?? '') : conditionText(when).id
}

function requireEachOnce(lookedAt: readonly LookedAt[]): void {
  const texts = lookedAt.map(({ outcome, year }) => `${outcome}@${year}`)
  const twice = texts.find((text, k) => texts.indexOf(text) < k)
  if (twice !== undefined) throw usageError(`--outcome: ${twice} is given twice; give each outcome of a year once`)
}

function requestOf(scenario: string, options: CommonOptions): SensitivityRequest {
  const method = oneOf('--method', options.method ?? 'sobol', sensitivityMethods)
  const usualFactors = method === 'sobol' || method === 'morris' ? 'groups' : 'parameters'
  return {
    scenario,
    against: options.against,
    method,
    factors: oneOf('--factors', options.factors ?? usualFactors, factorKinds),
    pairs: options.pairs === true,
    replicates: options.replicates ?? sensitivityReplicates,
  }
}

function figureWords(lookedAt: readonly LookedAt[], when: string | undefined): readonly string[] {
  if (when !== undefined) return whenWords(when, lookedAt[0].year)
  return lookedAt.flatMap(({ outcome, year }) => ['--outcome', shellWord(`${outcome}@${year}`)])
}

function reproduceLine(
  { scenario, against, method, factors, pairs, replicates }: SensitivityRequest,
  figures: readonly string[],
  seed: number,
  inPlace: readonly string[],
): string {
  return [
    programCall,
    'sensitivity',
    shellWord(scenario),
    ...figures,
    `--method ${method}`,
    ...(against === undefined ? [] : ['--against', shellWord(against)]),
    `--factors ${factors}`,
    ...(pairs ? ['--pairs'] : []),
    `--replicates ${replicates}`,
    `--seed ${seed}`,
    ...inPlace.map((word) => shellWord(word)),
  ].join(' ')
}
