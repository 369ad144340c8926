/**
 * Options judged by a few outcomes of the last year: chances of being the best, regret, dominance, and what it would be
 * worth to know more before choosing. Section "Decisions" of docs/statistics.md.
 */
import { type Option, choiceOf, type Choice } from '../../engine/analysis/decisions/choice.ts'
import { type OptionRow, compareOptions } from '../../engine/analysis/decisions/compareOptions.ts'
import { type Dominance, dominances } from '../../engine/analysis/decisions/dominance.ts'
import {
  type PartialInformation,
  type ParameterGroup,
  replicatesNeeded,
  valueOfPartialInformation,
} from '../../engine/analysis/decisions/partialInformation.ts'
import {
  type PerfectInformation,
  valueOfPerfectInformation,
} from '../../engine/analysis/decisions/perfectInformation.ts'
import type { Key } from '../../engine/math/streams.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'

export interface DecisionStudy {
  readonly outcome: OutcomeDefinition
  /** Calendar year. */
  readonly year: number
  readonly baseline: string
  /** Good and left-out replicates: those that failed under any option. */
  readonly n: number
  readonly failed: number
  /** The most likely to be best first; of those equally likely the better on average. */
  readonly options: readonly OptionRow[]
  /** Between the first `mostListed` options. */
  readonly dominance: readonly Dominance[]
  readonly information: Information
}

export interface Information {
  readonly perfect: PerfectInformation
  /** Undefined where groups of parameters were not looked at, because it takes long. */
  readonly groups: readonly PartialInformation[] | undefined
  /** Groups that the run is too short for, and the good replicates they need. */
  readonly tooShort: readonly { readonly group: string; readonly needed: number }[]
}

/** Options in a table on the terminal, and in statements of dominance. */
export const mostListed = 12

/** Bootstrap samples for the errors of values of information: an error to within a sixth is enough to round by. */
const rounds = 25

/**
 * @param options all scenarios, the baseline among them
 * @param groups undefined where values of information about groups are not wanted
 * @param root key of the run, for the bootstrap
 * @returns undefined where no replicate is good under all options, or neither more nor less is better
 */
export function decisionStudy(
  options: readonly Option[],
  baseline: number,
  outcome: OutcomeDefinition,
  year: number,
  groups: readonly ParameterGroup[] | undefined,
  root: Key,
): DecisionStudy | undefined {
  if (outcome.good === 'neither') return undefined
  const choice = choiceOf(options, outcome.good)
  const n = choice.replicates.length
  if (n === 0) return undefined
  const rows = compareOptions(choice, baseline).toSorted(
    (one, other) => other.best.value - one.best.value || other.mean.value - one.mean.value,
  )
  const listed = new Set(rows.slice(0, mostListed).map(({ name }) => name))
  const dominance = dominances(
    choiceOf(
      options.filter(({ name }) => listed.has(name)),
      outcome.good,
    ),
  )
  const information = informationOf(choice, groups, root)
  const { failed } = choice
  return { outcome, year, baseline: options[baseline].name, n, failed, options: rows, dominance, information }
}

function informationOf(choice: Choice, groups: readonly ParameterGroup[] | undefined, root: Key): Information {
  const perfect = valueOfPerfectInformation(choice, root, rounds)
  if (groups === undefined) return { perfect, groups, tooShort: [] }
  // One option is the best in every replicate: whatever is learned, it is chosen.
  if (perfect.value === 0) return { perfect, groups: [], tooShort: [] }
  const needs = groups.map((group) => ({ group, needed: replicatesNeeded(group.columns.length) }))
  const n = choice.replicates.length
  const known = needs.filter(({ needed }) => needed <= n)
  const tooShort = needs.filter(({ needed }) => needed > n)
  return {
    perfect,
    groups: known.map(({ group }) => valueOfPartialInformation(choice, group, root, rounds)),
    tooShort: tooShort.map(({ group, needed }) => ({ group: group.name, needed })),
  }
}
