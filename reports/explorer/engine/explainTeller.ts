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
import { type Library, pairOf } from './library.ts'

/** An explanation on its way. */
interface Telling {
  readonly scenario: string
  readonly subject: string
  readonly growing: GrowingExplanation
  readonly command: string
  readonly seed: number
}

/** Explains whatever is asked about; the same question with more replicates goes on from where it was. */
export function explainTeller(library: Library): (question: AsideQuestions['explain']) => ExplainAnswer {
  const { industry } = library
  const memory = createCompileMemory(industry)
  const kept = keepLast<Telling>()
  const begun = ({ settings, word }: AsideQuestions['explain']): Telling => {
    const { name: subject, plant, lines } = requireSubject(industry, word)
    const pair = pairOf(library, settings)
    const { option } = pair
    const { laws, sampling, seed } = drawingOf(option, settings)
    const workspace = createWorkspace(industry, laws, [compileScenario(option, industry, memory)], sampling)
    const asked = askedOf(library, pair, settings)
    const command = commandLine('explain', [subject, '--scenario', asked.word], undefined, asked.words)
    const growing = growingExplanation(workspace, rootKey(seed), { lines, plant })
    return { scenario: option.name, subject, growing, command, seed }
  }
  return (question) => {
    const { settings, word, replicates } = question
    const { scenario, subject, growing, command, seed } = kept([drawnBy(settings), word], () => begun(question))
    growing.goOn(replicates)
    const [explanation] = growing.explanations()
    const reproduce = reproduceLine(programCall, { command, seed }, explanation.replicates)
    return { subject, scenario, explanation, reproduce }
  }
}
