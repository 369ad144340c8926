/** One replicate of baseline and option with all its years, as `plantshift replay` tells it. */
import { rootKey } from '../../../engine/math/streams.ts'
import { traceFuture } from '../../../engine/model/explain/future.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../../scenarios/compile/memory.ts'
import { commandLine, programCall } from '../../../studies/plan/commandLine.ts'
import type { AsideQuestions, FutureAnswer, SubjectNames } from './asides.ts'
import { drawingOf, drawnBy, keepLast } from './kept.ts'
import { askedOf } from './scenarioFiles.ts'
import { type Library, pairOf } from './library.ts'

/** Tells replicates of whatever is asked for. */
export function futureTeller(library: Library): (question: AsideQuestions['future']) => FutureAnswer {
  const { industry } = library
  const memory = createCompileMemory(industry)
  const kept = keepLast<ReturnType<typeof prepared>>()
  const prepared = (settings: AsideQuestions['future']['settings']) => {
    const pair = pairOf(library, settings)
    const { baseline, option } = pair
    const { laws, sampling, seed } = drawingOf(option, settings)
    const scenarios = [baseline, option].map((one) => compileScenario(one, industry, memory))
    const { word, compared, words } = askedOf(library, pair, settings)
    const command = commandLine('replay', [word], compared, words)
    return { workspace: createWorkspace(industry, laws, scenarios, sampling), seed, command }
  }
  const lines = industry.lines.map(({ id }) => id)
  const makers = Array.from(industry.lineProduct, (product) => industry.makers[industry.productMaker[product]].name)
  return ({ settings, replicate }) => {
    const { workspace, seed, command } = kept(drawnBy(settings), () => prepared(settings))
    return {
      future: traceFuture(workspace, rootKey(seed), replicate),
      plants: workspace.map.names,
      lines,
      makers,
      reproduce: `${programCall} ${command} --replicate ${replicate} --seed ${seed}`,
    }
  }
}

/** What can be explained, by the names that people use. */
export function subjectNames({ plants, products, makers }: Industry): SubjectNames {
  return {
    plants: sorted(plants.map(({ name }) => name)),
    nameplates: sorted(products.map(({ brand, name }) => `${brand} ${name}`)),
    makers: sorted(makers.map(({ name }) => name)),
  }
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted()
}
