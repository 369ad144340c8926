/** Which states of the policy chain each country's retaliation on farm products answers. Section 13 of docs/model.md. */
import type { RetaliationRule } from '../../engine/model/inputs/policy.ts'
import { markets } from '../../engine/model/inputs/sets.ts'
import { type RetaliationBlock, retaliators } from '../file/scenario.ts'
import type { PolicyState } from './states.ts'

/** @param states those that are kept, in the order of the compiled regimes */
export function compileRetaliation(
  block: RetaliationBlock | null | undefined,
  states: readonly PolicyState[],
): readonly RetaliationRule[] {
  return retaliators.flatMap((country): RetaliationRule[] => {
    const answer = block?.[country]
    if (answer === null || answer === undefined) return []
    const provoking = answer.when ?? []
    return [
      {
        market: markets.indexOf(country),
        probability: answer.probability ?? 1,
        lag: answer.lag ?? 0,
        rate: answer.rate ?? 0,
        share: answer.share ?? 1,
        provoked: Uint8Array.from(states, ({ regime }) => (regime !== undefined && provoking.includes(regime) ? 1 : 0)),
      },
    ]
  })
}
