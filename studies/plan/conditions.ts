/**
 * Conditions that somebody asks about, as in `output.MX < 1e6 and priceIndex.US > 1.02`: an outcome that is 1 in replicates in
 * which it holds and 0 in the others.
 */
import { usageError } from '../../engine/run/errors.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { derivedDefinition, type DerivedText } from '../../scenarios/file/derived.ts'
import { readDerived } from '../../scenarios/formulas/derived.ts'
import { isFormulaProblem, readFormula, type KnownFormula } from '../../scenarios/formulas/readFormula.ts'

/** An outcome, or a condition in its place; one of the two. */
export interface AskedFigure {
  /** Id, as in `output.MX`, or the name of a derived outcome. */
  readonly outcome?: string | undefined
  /** As in `output.MX < 1e6 and priceIndex.US > 1.02`. */
  readonly when?: string | undefined
}

/**
 * Reads a condition.
 *
 * @param outcomes ids that it may name, beside derived ones
 * @param change whether `change(x)`, the difference from a baseline, makes sense
 * @throws an error of kind `usage` that says at which sign something is wrong, and the nearest right name
 */
export function readCondition(
  text: string,
  outcomes: readonly string[],
  derived: readonly DerivedText[],
  change: boolean,
): KnownFormula {
  const read = readFormula(text, { outcomes, derived: readDerived(derived).known, change })
  if (isFormulaProblem(read)) throw usageError(`--when: sign ${read.at} of ${JSON.stringify(text)}: ${read.message}`)
  if (read.isCondition) return read
  throw usageError(`--when: ${JSON.stringify(text)} is a number and no condition; compare it, as in "output.MX < 1e6"`)
}

/** A condition as an outcome of its own. */
export function conditionText(formula: string): DerivedText {
  return { id: 'when', title: formula, unit: 'share of runs', good: 'neither', formula }
}

/** The same as tables and reports name it. */
export function conditionDefinition(formula: string): OutcomeDefinition {
  return derivedDefinition(conditionText(formula))
}

/** @throws an error of kind `usage` unless there is an outcome or a condition, and not both */
export function requireOne({ outcome, when }: AskedFigure): void {
  if (outcome !== undefined && when !== undefined) {
    throw usageError('--when: stands in place of --outcome; leave one of them out')
  }
  if (outcome === undefined && when === undefined) {
    throw usageError('--outcome: say which outcome to look at, as in --outcome output.MX, or a condition by --when')
  }
}
