/**
 * The work of a command that runs replicates: scenarios in parts that each run on the same draws, and the plan of it that is
 * written into the result folder. A plan is made from what was asked, or work from the plan of a run that was broken off.
 */
import { fileError } from '../../engine/run/errors.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sampling } from '../../engine/math/sampling.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type MonteCarloRequest, shardContext } from '../../engine/run/monteCarlo.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { planRun, type RunPlan } from '../../engine/run/plan.ts'
import type { ShardContext } from '../../engine/run/shards.ts'
import { type RunPlanFile, type PlanPart, partFolder, partIdentity, putRight } from './runPlan.ts'
import type { SensitivityDesign } from './sensitivityMethods.ts'
import { planSensitivity, type SensitivityPlan } from './sensitivityPlan.ts'
import { changedFailure, requireSameData } from './sameData.ts'
import { programName, programVersion } from './version.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { isScenarioError, scenarioProblemText } from '../../scenarios/file/problem.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import type { DerivedText } from '../../scenarios/file/derived.ts'
import { readDerived } from '../../scenarios/formulas/derived.ts'
import { loadScenarioText } from '../../scenarios/load.ts'
import { sensitivityFactors } from '../../scenarios/parameters/sensitivityFactors.ts'
import { type StudyInputs, studyInputs } from './inputs.ts'

/** All of a plan but what follows from the inputs. */
type PlanContents = Pick<
  RunPlanFile,
  | 'kind'
  | 'command'
  | 'seed'
  | 'replicates'
  | 'sampling'
  | 'parts'
  | 'points'
  | 'levers'
  | 'plants'
  | 'precision'
  | 'sensitivity'
  | 'targets'
  | 'settings'
> & {
  readonly title: string
  readonly question: string
  /** Calendar years, and ids of outcomes, to keep; all unless given. */
  readonly years?: readonly number[]
  readonly outcomes?: readonly string[]
}

/** The plan of what is asked, with blocks of a size that memory and the batches of its precision allow. */
export function planOf(inputs: StudyInputs, asked: PlanContents): RunPlanFile {
  const { industry, scenarios } = inputs
  const years = asked.years ?? Array.from({ length: scenarios[0].compiled.years + 1 }, (_, t) => industry.baseYear + t)
  const outcomes = asked.outcomes ?? [...outcomeDefinitions, ...inputs.derived].map(({ id }) => id)
  const { kind, title, question, command, seed, replicates, sampling, precision, parts, points, levers, plants } = asked
  const plan: RunPlanFile = {
    program: programName,
    version: programVersion(),
    kind,
    name: inputs.name,
    title,
    question,
    command,
    seed,
    replicates,
    blockSize: 1,
    sampling,
    ...(precision === undefined ? {} : { precision }),
    ...(asked.sensitivity === undefined ? {} : { sensitivity: asked.sensitivity }),
    subject: inputs.subject,
    scenarios: scenarios.map(({ name, hash }) => ({ name, sha256: hash })),
    parts,
    ...(points === undefined ? {} : { points }),
    ...(asked.targets === undefined || asked.targets.length === 0 ? {} : { targets: asked.targets }),
    ...(levers === undefined ? {} : { levers }),
    ...(asked.settings === undefined || Object.keys(asked.settings).length === 0 ? {} : { settings: asked.settings }),
    years,
    outcomes,
    plants,
    data: inputs.dataHashes,
    ...(inputs.derived.length === 0 ? {} : { derived: inputs.derived }),
    ...(inputs.ownData === undefined ? {} : { ownData: inputs.ownData }),
    ...(inputs.notes.length === 0 ? {} : { notes: inputs.notes }),
  }
  const largest = parts.toSorted((one, other) => other.scenarios.length - one.scenarios.length)[0]
  const shape = resultShape(partRequest(inputs, plan, largest))
  if (precision === undefined) return { ...plan, blockSize: planRun(shape, replicates).blockSize }
  return {
    ...plan,
    blockSize: blockSizeWithin(precision.batch, planRun(shape, Math.min(precision.batch, replicates)).blockSize),
  }
}

/** At most `usual`, and such that a batch is a whole number of blocks, unless they would be far smaller than usual. */
function blockSizeWithin(batch: number, usual: number): number {
  for (let size = usual; size > usual / 2; size--) if (batch % size === 0) return size
  return usual
}

/** Number of an outcome: of the catalogue, or of a derived one behind it. */
export function positionOf(id: string, derived: readonly DerivedText[]): number {
  const position = outcomeDefinitions.findIndex((outcome) => outcome.id === id)
  return position >= 0 ? position : outcomeDefinitions.length + derived.findIndex((outcome) => outcome.id === id)
}

/** Derived outcomes as the engine takes them, where there are any. */
export function derivedPart(texts: readonly DerivedText[]): Pick<MonteCarloRequest, 'derived'> {
  return texts.length === 0 ? {} : { derived: readDerived(texts).outcomes }
}

/** What a part asks of the engine. */
export function partRequest(inputs: StudyInputs, plan: RunPlanFile, part: PlanPart): MonteCarloRequest {
  const { industry, scenarios } = inputs
  return {
    industry,
    laws: scenarios[part.laws].laws,
    scenarios: part.scenarios.map((s) => scenarios[s].compiled),
    baseline: part.scenarios.indexOf(part.baseline),
    seed: plan.seed,
    replicates: plan.replicates,
    sampling: samplingOf(inputs, plan),
    blockSize: plan.blockSize,
    kept: {
      years: plan.years.map((year) => year - industry.baseYear),
      outcomes: plan.outcomes.map((id) => positionOf(id, inputs.derived)),
    },
    ...derivedPart(inputs.derived),
    keepPlants: plan.plants,
  }
}

/** How the parameters of each replicate are drawn; the runs of a sensitivity analysis are the rows of its table. */
function samplingOf(inputs: StudyInputs, plan: RunPlanFile): Sampling {
  if (plan.sensitivity === undefined) return plan.sampling
  return { kind: 'table', ...sensitivityOf(inputs, plan, plan.sensitivity).table }
}

/** The table of runs of a sensitivity analysis, and what is found in their outcomes. */
export function sensitivityOf(
  { laws }: StudyInputs,
  { replicates, seed }: RunPlanFile,
  { method, factors, pairs }: SensitivityDesign,
): SensitivityPlan {
  return planSensitivity({ method, pairs, replicates }, sensitivityFactors(factors, laws), rootKey(seed))
}

/** The folder of all shards, and what is asked before anything is written into it. */
export interface ShardsFolder {
  readonly shards: string
  readonly mayWrite: () => void
  /** See `ShardsOnDisk`. */
  readonly memory: number
}

/** The same with the shards in which its blocks are kept. */
export function storedRequest(
  inputs: StudyInputs,
  plan: RunPlanFile,
  part: number,
  { shards, mayWrite, memory }: ShardsFolder,
): MonteCarloRequest {
  return {
    ...partRequest(inputs, plan, plan.parts[part]),
    shards: { folder: partFolder(shards, part), run: partIdentity(plan, part), mayWrite, memory },
  }
}

/** The blocks of a part in a result folder: where they are, how they are cut, and what they are checked against. */
export interface PartShards {
  readonly context: ShardContext
  readonly run: RunPlan
  readonly folder: string
}

/** @param path of the result folder */
export function partShards(path: string, plan: RunPlanFile, inputs: StudyInputs, part: number): PartShards {
  const request = partRequest(inputs, plan, plan.parts[part])
  const context = shardContext(request, resultShape(request), partIdentity(plan, part))
  const run = planRun(context.shape, plan.replicates, plan.blockSize)
  return { context, run, folder: partFolder(join(path, 'shards'), part) }
}

/** The scenarios as the folder keeps them: one YAML document each, with this line between two of them. */
const divider = '---\n'
export const resolvedFile = 'scenario.resolved.yaml'

/**
 * The scenarios with everything written out that they take from others, for a result's folder: the pieces of one text, each
 * made when it is asked for, since hundreds of points take megabytes.
 */
export function* resolvedTexts(inputs: StudyInputs): Generator<string> {
  for (const [s, { resolvedText }] of inputs.scenarios.entries()) yield (s === 0 ? '' : divider) + resolvedText()
}

/**
 * The documents of such a text. Only a line feed ends a line in YAML: a text may hold other signs that end lines elsewhere, with
 * what looks like a divider behind them.
 */
function resolvedDocuments(text: string): readonly string[] {
  return text.split(`\n${divider}`).map((document) => `${document}\n`)
}

/**
 * Inputs of a run as its folder keeps them.
 * @param data folder where the data of its own are now, when they are no longer where they were
 * @throws an error of kind `file` when the scenarios or the data are no longer those of the plan
 */
export function storedInputs(folder: string, plan: RunPlanFile, data?: string): StudyInputs {
  const path = join(folder, resolvedFile)
  if (!existsSync(path)) throw fileError(`${path}: is missing. ${putRight}`)
  const texts = resolvedDocuments(readFileSync(path, 'utf8'))
  const loaded = loadIndustry(requireSameData(folder, plan, data))
  const resolved = plan.scenarios.map(({ name }, s) => storedScenario(name, texts[s] ?? '', path, loaded.industry))
  const made = studyInputs(plan.name, loaded, resolved, plan.parts[0].baseline, plan.subject)
  // Those of a sweep stand in no scenario.
  const inputs = { ...made, derived: plan.derived ?? [] }
  const other = inputs.scenarios.find(({ hash }, s) => hash !== plan.scenarios[s].sha256)
  if (other !== undefined) {
    throw changedFailure(`${path}: ${other.name} is no longer the scenario with which the run was begun`)
  }
  return inputs
}

/** A scenario that can no longer be read is no mistake of who asks: nobody wrote the file by hand. */
function storedScenario(
  name: string,
  text: string,
  path: string,
  industry: Industry,
): ReturnType<typeof loadScenarioText> {
  try {
    return loadScenarioText(name, text, path, { industry })
  } catch (error) {
    if (!isScenarioError(error)) throw error
    throw changedFailure(`${path} has been changed since the run was begun: ${scenarioProblemText(error.problems[0])}`)
  }
}
