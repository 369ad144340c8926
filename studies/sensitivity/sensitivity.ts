/** Which uncertain parameters an outcome hangs on, and how much is chance: the study of the command `sensitivity`. */
import { usageError } from '../../engine/run/errors.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { type FactorKind, factorKinds, sensitivityFactors } from '../../scenarios/parameters/sensitivityFactors.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { type AskedFigure, conditionText, readCondition, requireOne } from '../plan/conditions.ts'
import { oneOf, outcomeNamed, requireOutcome } from '../plan/choice.ts'
import { dataWords, programCall, shellWord, whenWords } from '../plan/commandLine.ts'
import { seedOf, sensitivityReplicates } from '../plan/defaults.ts'
import { formWords, readForms } from '../plan/forms.ts'
import { loadStudyInputs, type StudyInputs } from '../plan/inputs.ts'
import { readSettings, settingWords } from '../plan/settings.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { type LookedAt, type SensitivityMethod, sensitivityMethods } from '../plan/sensitivityMethods.ts'
import { planSensitivity } from '../plan/sensitivityPlan.ts'
import { derivedPart, planOf, positionOf, sensitivityOf } from '../plan/work.ts'
import { carryOut } from '../run/carryOut.ts'
import { outcomesOf, requireAskable, rising, type SensitivityRequest, type TableListeners, yearOf } from './runs.ts'
import type { SensitivityStudy } from './study.ts'

/** What every analysis may be asked. */
export interface CommonOptions extends TableListeners {
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
  const [result] = await compute(planSensitivityStudy(scenario, askedOf(options), options), options)
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
  const outcomes = options.outcomes.map(({ outcome, year }) => ({ outcome: askedId({ outcome }), year }))
  return await compute(planSensitivityStudy(scenario, { outcomes }, options), options)
}

/** What is looked at in the runs of an analysis: outcomes, or one condition, whose id is then the outcome. */
export interface AskedOutcomes {
  readonly outcomes: readonly OutcomeOfYear[]
  readonly when?: string | undefined
}

/** A figure in a year as what is looked at. @throws an error of kind `usage` where it is none */
export function askedOf({ outcome, when, year }: AskedFigure & Pick<OutcomeOfYear, 'year'>): AskedOutcomes {
  return { outcomes: [{ outcome: askedId({ outcome, when }), year }], when }
}

/**
 * The plan of an analysis: runs of the model, of which what is looked at is kept. Whoever carries it out needs nothing else.
 *
 * @param scenario a name of the library, or a path
 * @throws as `sensitivities`
 */
export function planSensitivityStudy(
  scenario: string,
  { outcomes, when }: AskedOutcomes,
  options: CommonOptions,
): PlannedStudy {
  if (outcomes.length === 0) requireOne({})
  const request = requestOf(scenario, options)
  requireAskable(request)
  const { method, factors, pairs, against } = request
  const inPlace = { forms: readForms(options.forms), settings: readSettings(options.set), data: options.data }
  const loaded = loadStudyInputs(against === undefined ? 'explain' : 'run', [scenario], against, inPlace)
  const inputs = withCondition(loaded, when)
  const labels = outcomes.map(({ outcome }) => outcomeNamed(outcome, inputs.derived).label)
  const seed = seedOf(options.seed, inputs.design.seed)
  const lookedAt = outcomes.map((one) => ({ outcome: one.outcome, year: yearOf(one, inputs) }))
  requireEachOnce(lookedAt)
  const { table } = planSensitivity(request, sensitivityFactors(factors, inputs.laws), rootKey(seed))
  const plan = planOf(inputs, {
    kind: 'sensitivity',
    title: `What it hangs on: ${labels.join(', ')}`,
    question: 'Which uncertain parameters does it hang on, and how much of it is chance?',
    command: commandOf(request, figureWords(lookedAt, when), seed, [
      ...formWords(inPlace.forms),
      ...settingWords(inPlace.settings),
      ...dataWords(options.data).map(shellWord),
    ]),
    seed,
    replicates: table.chance.length,
    sampling: { kind: 'monte-carlo' },
    sensitivity: { method, factors, pairs, lookedAt },
    parts: [{ scenarios: inputs.scenarios.map((_, s) => s), baseline: inputs.baseline, laws: inputs.subject }],
    plants: false,
    years: rising(lookedAt.map(({ year }) => year)),
    outcomes: keptIds(lookedAt, inputs),
  })
  return { inputs, plan }
}

/** In the order of the catalogue, with derived ones behind all that they are made of, which is kept too. */
function keptIds(lookedAt: readonly LookedAt[], { derived }: StudyInputs): readonly string[] {
  const made = derivedPart(derived).derived ?? []
  const positions = lookedAt.map(({ outcome }) => positionOf(outcome, derived))
  const needed = positions.flatMap((position) => made[position - outcomeDefinitions.length]?.inputs ?? [])
  const ids = [...outcomeDefinitions, ...derived].map(({ id }) => id)
  return rising([...needed, ...positions]).map((position) => ids[position])
}

async function compute(planned: PlannedStudy, options: CommonOptions): Promise<readonly SensitivityResult[]> {
  for (const warning of planned.inputs.warnings) options.onWarning?.(warning)
  const { onEstimate, onProgress, workers } = options
  const [result] = await carryOut(planned, {
    workers,
    onProgress,
    onEstimate: onEstimate === undefined ? undefined : ({ seconds }) => onEstimate(seconds, planned.plan.replicates),
  })
  return findIn(planned, result)
}

/** What is found in the runs of a plan, of each outcome that is looked at. @throws RangeError where the plan is that of a run */
export function findIn({ inputs, plan }: PlannedStudy, result: MonteCarloResult): readonly SensitivityResult[] {
  const design = plan.sensitivity
  if (design === undefined) throw new RangeError('the plan of a run says nothing of a sensitivity analysis')
  const { find } = sensitivityOf(inputs, plan, design)
  const reproduce = `${programCall} ${plan.command}`
  return design.lookedAt.map((one) => {
    const outcomes = outcomesOf(result, plan, one)
    const facts = { seed: plan.seed, replicates: outcomes.length, finding: find(outcomes), reproduce }
    return { study: { ...subjectOf(inputs, one), ...facts }, outcomes }
  })
}

function subjectOf(
  { name, scenarios, baseline, derived }: StudyInputs,
  { outcome, year }: LookedAt,
): Pick<SensitivityStudy, 'scenario' | 'against' | 'outcome' | 'year'> {
  const against = scenarios.length > 1 ? scenarios[baseline].name : undefined
  return { scenario: name, against, outcome: outcomeNamed(outcome, derived), year }
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

function commandOf(
  { scenario, against, method, factors, pairs, replicates }: SensitivityRequest,
  figures: readonly string[],
  seed: number,
  inPlace: readonly string[],
): string {
  return [
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
