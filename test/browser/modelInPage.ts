/** What the test of the model in a browser runs on both sides: replicates by the pure model alone, their outcomes as bits. */
import { rootKey } from '../../engine/math/streams.ts'
import type { ParameterLaws } from '../../engine/model/draws/parameterLaws.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'

export interface ModelInputs {
  readonly industry: Industry
  readonly laws: ParameterLaws
  readonly scenarios: readonly CompiledScenario[]
  readonly replicates: number
}

/** [replicate] all outcomes of all scenarios, hexadecimal. */
export function outcomeBits({ industry, laws, scenarios, replicates }: ModelInputs): readonly string[] {
  const workspace = createWorkspace(industry, laws, scenarios)
  return Array.from({ length: replicates }, (_, d) => {
    runReplicate(workspace, rootKey(1), d)
    return workspace.results.map(({ status, outcomes }) => `${status} ${bitsOf(outcomes)}`).join('\n')
  })
}

function bitsOf(numbers: Float64Array): string {
  const words = new BigUint64Array(numbers.buffer, numbers.byteOffset, numbers.length)
  return Array.from(words, (word) => word.toString(16)).join(' ')
}
