/** A replicate of a finished study again, as `plantshift replay` tells it: from its plan, on its draws. */
import { errorOfKind } from '../../../engine/run/errors.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { type ReplicateTrace, traceReplicate } from '../../../engine/model/explain/trace.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import type { Replayed } from '../data/finishedStudy.ts'
import type { AsideQuestions } from './asides.ts'

/** @param replayed undefined where the page was opened with no finished study */
export function replayTeller(
  shipped: Industry,
  replayed: Replayed | undefined,
): (question: AsideQuestions['replay']) => ReplicateTrace {
  return ({ scenario, replicate }) => {
    const part = replayed?.parts.find(({ scenarios }) => scenarios.includes(scenario))
    if (replayed === undefined || part === undefined) {
      throw errorOfKind('usage', 'the page was opened with no finished study that has this scenario')
    }
    const { industry = shipped, resolved, sampling, seed } = replayed
    const shown = [...new Set([part.baseline, scenario])].map((s) => compileScenario(resolved[s], industry))
    return traceReplicate(createWorkspace(industry, part.laws, shown, sampling), rootKey(seed), replicate)
  }
}
