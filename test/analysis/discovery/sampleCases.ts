/** Cases for tests of discovery: uniform parameters x0, x1, ... and a rule that says which are of interest. */
import { casesOf, type Cases } from '../../../engine/analysis/discovery/cases.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../../engine/math/streams.ts'

/**
 * @param chance of being of interest, of the parameters x of a case
 */
export function sampleCases(
  count: number,
  parameters: number,
  seed: string,
  chance: (x: Float64Array) => number,
): Cases {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, 0, 0)
  const draws = new Float64Array(count * parameters)
  const outcome = new Float64Array(count)
  for (let d = 0; d < count; d++) {
    const x = draws.subarray(d * parameters, (d + 1) * parameters)
    for (let p = 0; p < parameters; p++) x[p] = nextUniform(stream)
    outcome[d] = nextUniform(stream) < chance(x) ? -1 : 1
  }
  const names = Array.from({ length: parameters }, (_, p) => `x${p}`)
  return casesOf(names, draws, outcome, new Uint8Array(count), { below: 0 })
}
