/** From what somebody has chosen to all that a study needs before its first replicate. */
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import type { ResultShape } from '../../../engine/run/layout.ts'
import { type RunPlan, planRun } from '../../../engine/run/plan.ts'
import { resultShape } from '../../../engine/run/resultShape.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../../scenarios/compile/memory.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import { parameterRows } from '../../../scenarios/parameters/parameterRows.ts'
import { samplingOf } from '../../../scenarios/parameters/sampling.ts'
import { commandLine, programCall, reproduceLine } from '../../../studies/plan/commandLine.ts'
import { seedOf } from '../../../studies/plan/defaults.ts'
import { lawsOf, lawText } from '../../../studies/plan/laws.ts'
import { caveatsOf } from '../../data/caveats.ts'
import type { RunFacts } from '../../data/runFacts.ts'
import { keepLast } from './kept.ts'
import { type Library, type Pair, pairOf } from './library.ts'
import { askedOf } from './scenarioFiles.ts'
import type { Begun, HandPart, StudySettings } from './protocol.ts'

/** Replicates of a block: one, so that the first picture is soon there and a hand soon free. */
const blockSize = 1

export interface Prepared {
  readonly setup: HandPart
  readonly plan: RunPlan
  readonly shape: ResultShape
  readonly facts: RunFacts
  readonly begun: Begun
  readonly compiled: readonly CompiledScenario[]
}

export type Prepare = (part: number, settings: StudySettings) => Prepared

/**
 * Prepares studies of one library, each as `plantshift run OPTION` would carry it out: the baseline before the option, on
 * the laws, the seed and the design of the option.
 */
export function preparer(library: Library): Prepare {
  const { industry } = library
  const memory = createCompileMemory(industry)
  // A lever changes the option, and most leave the baseline as it was.
  const kept = keepLast<CompiledScenario>()
  const compile: Compile = ({ baseline, option }) => [
    kept(baseline, () => compileScenario(baseline, industry, memory)),
    compileScenario(option, industry, memory),
  ]
  return (part, settings) => prepared(library, compile, part, settings)
}

/** The baseline, and then the option. */
type Compile = (pair: Pair) => readonly CompiledScenario[]

function prepared(library: Library, compile: Compile, part: number, settings: StudySettings): Prepared {
  const { industry } = library
  const pair = pairOf(library, settings)
  const { content } = pair.option
  const scenarios = compile(pair)
  const shape = resultShape({ industry, scenarios })
  const seed = seedOf(settings.seed, content.design?.seed)
  const laws = flattenLaws(lawsOf(pair.option), content.correlations ?? [])
  const facts = factsOf(library, pair, settings, seed)
  return {
    setup: { part, laws, scenarios, seed, sampling: samplingOf(content.design ?? {}), shape },
    plan: planRun(shape, settings.replicates, blockSize),
    shape,
    facts,
    begun: { stands: pair.stands, parameters: facts.parameters, seed },
    compiled: scenarios,
  }
}

function factsOf(library: Library, pair: Pair, settings: StudySettings, seed: number): RunFacts {
  const { option, baseline, notes } = pair
  const scenarios = [baseline, option]
  const { word, compared, words } = askedOf(library, pair, settings)
  const command = commandLine('run', [word], compared, words)
  return {
    name: option.name,
    scenarios: scenarios.map(({ name, title, question, content }) => ({
      name,
      title,
      question,
      note: content.report ?? '',
    })),
    baseline: 0,
    seed,
    replicatesAsked: settings.replicates,
    reproduce: reproduceLine(programCall, { command, seed }, settings.replicates),
    caveats: caveatsOf({
      inputs: {
        evidence: library.evidence,
        subject: 1,
        scenarios: scenarios.map(caveatSource),
        dataHashes: [],
      },
      plan: { kind: 'run', notes },
    }),
    notes,
    shownFirst: option.content.outcomes ?? [],
    evidence: library.evidence,
    parameters: parameterRows(lawsOf(option)),
  }
}

function caveatSource(scenario: ResolvedScenario): Parameters<typeof caveatsOf>[0]['inputs']['scenarios'][number] {
  const { name, content } = scenario
  return {
    name,
    caveat: (content.note ?? '').trim(),
    laws: flattenLaws(lawsOf(scenario), content.correlations ?? []),
    statedLaws: lawText(scenario),
  }
}

/** Whether an outcome is of one of these families; all are where none are named. */
export function isOfFamilies(families: readonly string[]): (outcome: (typeof outcomeDefinitions)[number]) => boolean {
  return ({ family }) => families.length === 0 || families.includes(family)
}
