/** Why plants and lines move, as `plantshift explain` tells it. */
import { rootKey } from '../../../engine/math/streams.ts'
import { type GrowingExplanation, growingExplanation } from '../../../engine/model/explain/explain.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../../scenarios/compile/memory.ts'
import { requireSubject } from '../../../studies/explanation/subject.ts'
import { commandLine, programCall, reproduceLine } from '../../../studies/plan/commandLine.ts'
import type { AsideQuestions, ExplainAnswer } from './asides.ts'
import { drawingOf, drawnBy, keepLast } from './kept.ts'
import { askedOf } from './scenarioFiles.ts'
import { type Library, type Pair, pairOf } from './library.ts'
import type { StudySettings } from './protocol.ts'

/** An explanation on its way. */
interface Telling {
  /** The option; before it the baseline, where it stands beside it. */
  readonly scenarios: readonly string[]
  readonly subject: string
  readonly growing: GrowingExplanation
  readonly command: string
  readonly seed: number
  readonly isReproduced: boolean
}

/** Explains whatever is asked about; the same question with more replicates goes on from where it was. */
export function explainTeller(library: Library): (question: AsideQuestions['explain']) => ExplainAnswer {
  const { industry } = library
  const memory = createCompileMemory(industry)
  const kept = keepLast<Telling>()
  const begun = ({ settings, word, isBeside }: AsideQuestions['explain']): Telling => {
    const { name: subject, plant, lines } = requireSubject(industry, word)
    const pair = pairOf(library, settings)
    const { option, baseline } = pair
    const { laws, sampling, seed } = drawingOf(option, settings)
    const scenarios = isBeside ? [baseline, option] : [option]
    const compiled = scenarios.map((one) => compileScenario(one, industry, memory))
    const workspace = createWorkspace(industry, laws, compiled, sampling)
    const asked = askedOf(library, pair, settings)
    const canCompare = isBeside && areComparable(pair, settings)
    const command = canCompare
      ? commandLine(
          'explain',
          [subject, '--scenario', settings.baseline, '--compare', asked.word],
          undefined,
          asked.words,
        )
      : commandLine('explain', [subject, '--scenario', asked.word], undefined, asked.words)
    const growing = growingExplanation(workspace, rootKey(seed), { lines, plant })
    const names = scenarios.map(({ name }) => name)
    return { scenarios: names, subject, growing, command, seed, isReproduced: canCompare || !isBeside }
  }
  return (question) => {
    const { settings, word, isBeside, replicates } = question
    const { scenarios, subject, growing, command, seed, isReproduced } = kept([drawnBy(settings), word, isBeside], () =>
      begun(question),
    )
    growing.goOn(replicates)
    const [explanation, before] = growing.explanations().toReversed()
    const reproduce = reproduceLine(programCall, { command, seed }, explanation.replicates)
    const [scenario, baseline] = scenarios.toReversed()
    const compared = before === undefined ? {} : { compared: { scenario: baseline, explanation: before } }
    return { subject, scenario, explanation, ...compared, reproduce, isReproduced }
  }
}

/** Whether a command can lay them beside each other: what is set or held is set for both there, and both draw by the same laws. */
function areComparable({ option, baseline, notes }: Pair, settings: StudySettings): boolean {
  const { levers, held, narrowed, forms } = settings
  const isPlain = [levers, held, narrowed, forms].every((set) => Object.keys(set).length === 0)
  const [one, other] = [option, baseline].map((scenario) => JSON.stringify(drawingOf(scenario, settings)))
  return isPlain && notes.length === 0 && one === other
}
