/** From what somebody asks to the inputs and the plan of a run, a comparison or a sweep. */
import { usageError } from '../../engine/run/errors.ts'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { type Sampler, type DesignBlock, samplingOf } from '../../scenarios/parameters/sampling.ts'
import { titleWith } from '../../scenarios/levers/settings.ts'
import { loadSweep, type LoadedSweep } from '../../scenarios/sweep/loadSweep.ts'
import type { RunPlanFile, SweepLever } from './runPlan.ts'
import { commandLine } from './commandLine.ts'
import { defaultReplicates, seedOf } from './defaults.ts'
import { type StudyInputs, loadStudyInputs, studyInputs } from './inputs.ts'
import { readForms } from './forms.ts'
import { hasLevers, readSettings, saidBy } from './settings.ts'
import { requireUnswept, sweptSettingNotes } from './sweptSettings.ts'
import { precisionRule } from './precisionRule.ts'
import { sweepNotes } from './baseline.ts'
import { type OutcomeTarget, readTarget, requireTargets } from './targets.ts'
import { derivedPart, planOf } from './work.ts'

/** Options of a run that take the place of the scenario's `design`; what is left out that says, or else `defaults.ts`. */
export interface DesignOptions {
  readonly seed?: number | undefined
  /** Takes the place of a wanted precision. */
  readonly replicates?: number | undefined
  readonly sampler?: Sampler | undefined
  /** Forms of the model, as in `demand=nestedLogit`, in place of what scenarios say. */
  readonly forms?: readonly string[] | undefined
  /** Levers and held parameters, as in `us-tariff-mexico=0.1`, in place of what scenarios say. */
  readonly set?: readonly string[] | undefined
  /** Folder of data in place of the shipped ones, as `plantshift data copy` makes it. */
  readonly data?: string | undefined
}

/** A study with what its outcomes are to keep to. */
export interface StudyRequest extends DesignOptions {
  /** As in `assemblyJobs.US >= 100000`; the report gives the chance that each is missed. */
  readonly targets?: readonly string[] | undefined
}

export interface PlannedStudy {
  readonly inputs: StudyInputs
  readonly plan: RunPlanFile
}

/**
 * A run of one scenario against its baseline, or a comparison of several.
 *
 * @param words names or paths of scenarios
 * @throws errors of kind `usage`, `scenario` and `data`, as `loadStudyInputs`
 */
export function planStudy(
  command: 'run' | 'compare',
  words: readonly string[],
  baseline: string | undefined,
  asked: StudyRequest,
): PlannedStudy {
  const targets = (asked.targets ?? []).map(readTarget)
  const inPlace = { forms: readForms(asked.forms), settings: readSettings(asked.set), data: asked.data }
  const inputs = loadStudyInputs(command, words, baseline, inPlace)
  const { title, question } = inputs.scenarios[inputs.subject]
  const everything = inputs.scenarios.map((_, s) => s)
  const plan = planOf(inputs, {
    kind: command,
    title: command === 'run' ? title : inputs.scenarios.map(({ name }) => name).join(', '),
    question: command === 'run' ? question : 'How do these scenarios differ?',
    command: commandLine(command, words, baseline, { sampler: asked.sampler, targets, ...inPlace }),
    ...askedReplicates(inputs.design, asked),
    parts: [{ scenarios: everything, baseline: inputs.baseline, laws: inputs.subject }],
    plants: true,
    targets,
    settings: { ...inPlace.settings.levers, ...inPlace.settings.parameters },
  })
  requireTargets(targets, plan)
  return { inputs, plan }
}

function askedReplicates(
  design: DesignBlock,
  { seed, replicates, sampler }: DesignOptions,
): Pick<RunPlanFile, 'seed' | 'replicates' | 'sampling' | 'precision'> {
  const precision = replicates === undefined ? precisionRule(design) : undefined
  const usual = precision === undefined ? (design.replicates ?? defaultReplicates) : precision.max
  const rule =
    precision === undefined ? {} : { precision: { until: precision.until, min: precision.min, batch: precision.batch } }
  return {
    seed: seedOf(seed, design.seed),
    replicates: replicates ?? usual,
    sampling: samplingOf(design, sampler),
    ...rule,
  }
}

/** Kept where a sweep file names no outcomes: what is built, who works, what it costs, who gains. */
const usualFamilies = ['output', 'assemblyJobs', 'partsJobs', 'priceIndex', 'vehicleDuties', 'gainUS', 'welfare']

/** @param path of a sweep file. @throws errors of kind `usage`, `scenario` and `data` */
export function planSweep(path: string, asked: StudyRequest): PlannedStudy {
  const targets = (asked.targets ?? []).map(readTarget)
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw usageError(`no file is called ${path}; a sweep is described in a file of its own, see docs/sweeps.md`)
  }
  const forms = readForms(asked.forms)
  const settings = readSettings(asked.set)
  const loaded = loadIndustry(asked.data)
  const sweep = loadSweep(resolve(path), loaded.industry, forms, saidBy(settings, true))
  requireUnswept(sweep, settings)
  const first = sweep.points[0].scenario
  const inputs = {
    ...studyInputs(sweep.name, loaded, sweep.scenarios, sweep.parts[0].baseline, first),
    notes: [...sweptSettingNotes(sweep, settings), ...sweepNotes(sweep, loaded.industry)],
    derived: sweep.derived,
  }
  const plan = planOf(inputs, {
    kind: 'sweep',
    title: hasLevers(settings) ? titleWith(sweep.title, settings.levers) : sweep.title,
    question: sweep.question,
    command: commandLine('sweep', [path], undefined, {
      sampler: asked.sampler,
      targets,
      forms,
      settings,
      data: asked.data,
    }),
    ...askedReplicates(sweep.content.design ?? {}, asked),
    parts: sweep.parts.map(({ baseline, scenarios }) => ({ baseline, scenarios, laws: baseline })),
    points: sweep.points.map(({ scenario, part, values }) => ({ scenario, part, levers: values })),
    levers: leversOf(sweep),
    plants: sweep.content.plants ?? false,
    settings: { ...settings.levers, ...settings.parameters },
    years: keptYears(sweep, inputs, targets),
    outcomes: keptOutcomes(sweep, targets),
    targets,
  })
  requireTargets(targets, plan)
  return { inputs, plan }
}

/** Those that the file names and that a wanted precision or a target is of; the last where it names none. */
function keptYears(
  { content }: LoadedSweep,
  { industry, scenarios }: StudyInputs,
  targets: readonly OutcomeTarget[],
): readonly number[] {
  const last = industry.baseYear + scenarios[0].compiled.years
  const looked = [...(content.design?.until ?? []), ...targets].flatMap(({ year }) => year ?? [])
  const years = [...new Set([...(content.years ?? [last]), ...looked])].toSorted((one, other) => one - other)
  const outside = years.find((year) => year < industry.baseYear || year > last)
  if (outside === undefined) return years
  throw usageError(`years: ${outside} is not simulated; the years are ${industry.baseYear} to ${last}`)
}

/**
 * In the order of the catalogue, in which the model writes them, and derived ones behind; what a wanted precision is of, and what
 * derived outcomes are made of, is kept in any case.
 */
function keptOutcomes({ content, derived }: LoadedSweep, targets: readonly OutcomeTarget[]): readonly string[] {
  const wanted = content.outcomes ?? []
  const looked = [...(content.design?.until ?? []), ...targets].map(({ outcome }) => outcome)
  const made = derivedPart(derived).derived ?? []
  const needed = made.flatMap(({ inputs }) => inputs.map((c) => outcomeDefinitions[c].id))
  const kept = outcomeDefinitions.filter(
    ({ id, family }) =>
      looked.includes(id) ||
      needed.includes(id) ||
      (wanted.length > 0 ? wanted.includes(id) : usualFamilies.includes(family)),
  )
  return [...kept, ...derived].map(({ id }) => id)
}

function leversOf({ content }: LoadedSweep): readonly SweepLever[] {
  return Object.entries(content.levers ?? {}).map(([name, { title, unit, parameter, scenarios }]) => ({
    name,
    title: title ?? name,
    unit: unit ?? '',
    kind: parameter === undefined ? (scenarios === undefined ? 'policy' : 'scenario') : 'parameter',
  }))
}
