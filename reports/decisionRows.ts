/** How each scenario of a run does beside all others in one outcome: how often it is the best, and its mean regret. */
import { choiceOf } from '../engine/analysis/decisions/choice.ts'
import { compareOptions } from '../engine/analysis/decisions/compareOptions.ts'
import type { OutcomeDefinition } from '../engine/model/outcomes.ts'
import type { DecisionRow } from './parts.ts'

/**
 * Empty where no direction of the outcome is wanted, there is nothing to choose between, or no replicate is good in all.
 *
 * @param values [scenario][replicate], with a status for each
 */
export function decisionRows(
  names: readonly string[],
  outcome: OutcomeDefinition,
  values: readonly Float64Array[],
  statuses: readonly Uint8Array[],
): readonly DecisionRow[] {
  if (outcome.good === 'neither' || names.length < 2) return []
  const choice = choiceOf(names.map((name, s) => ({ name, values: values[s], status: statuses[s] })), outcome.good)
  if (choice.replicates.length === 0) return []
  return compareOptions(choice, 0).map(({ name, best, expectedRegret }) => ({
    scenario: name,
    outcome: outcome.id,
    best: best.value,
    regret: expectedRegret.value,
    regretStandardError: expectedRegret.standardError,
  }))
}
