import { usageError } from '../../engine/run/errors.ts'
import type { Cases, Failing } from '../../engine/analysis/discovery/cases.ts'
import type { Key } from '../../engine/math/streams.ts'
import {
  type BoxChoice,
  type Discovery,
  discover,
  searchHalves,
  usualDiscovery,
} from '../../engine/analysis/discovery/discover.ts'
import { pruneTree, growTree, featureScores } from '../../engine/analysis/discovery/tree.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { quantile } from '../../engine/math/accumulate.ts'
import type { DiscoveryStudy } from './study.ts'
import { oneOf } from '../plan/choice.ts'
import type { FoundCases, CaseSource } from './cases.ts'
import type { OpenedResult } from '../folder/columns.ts'

/** Leaves of the tree hold a twentieth of the searching half, as the smallest boxes do; deeper trees are not read. */
const leafShare = 0.05
const deepest = 4

/** Boxes, tree and scores of what tells the cases that fail from the others; `seed` divides them for search and check. */
export function findings(
  { cases, factors }: FoundCases,
  seed: number,
  choice: BoxChoice | undefined,
): Pick<DiscoveryStudy, 'discovery' | 'tree' | 'scores'> {
  const root = rootKey(seed)
  const [search, check] = searchHalves(cases, root)
  const leastLeaf = Math.max(5, Math.ceil(leafShare * search.length))
  const tree = pruneTree(growTree(cases, search, leastLeaf, deepest), cases, check)
  return {
    discovery: discovered(cases, root, choice),
    tree,
    scores: Array.from(featureScores(tree, factors.length)),
  }
}

function discovered(cases: Cases, root: Key, choice: BoxChoice | undefined): Discovery {
  try {
    return discover(cases, { ...usualDiscovery, ...(choice === undefined ? {} : { choice }) }, root)
  } catch (error) {
    if (choice !== undefined && error instanceof RangeError)
      throw usageError(`--box: there is none such; ${error.message}`)
    throw error
  }
}

/** All points of a sweep, or the scenario that the run is about, unless another is asked for. */
export function sourcesOf(
  { plan }: OpenedResult,
  name: string | undefined,
  isDifference: boolean,
): readonly CaseSource[] {
  if (name === undefined && plan.points !== undefined) return plan.points
  const single = plan.scenarios.map((_, scenario) => ({ scenario, part: 0, levers: {} }))
  const all: readonly CaseSource[] = plan.points ?? single
  const names = all.map(({ scenario }) => plan.scenarios[scenario].name)
  const source = name === undefined ? all[usualScenario(plan)] : all[names.indexOf(oneOf('--scenario', name, names))]
  if (isDifference && source.scenario === plan.parts[source.part].baseline) {
    const baseline = plan.scenarios[source.scenario].name
    throw usageError(`--difference: ${baseline} is the baseline itself; leave it out, or give another --scenario`)
  }
  return [source]
}

/** The scenario that is asked about; a comparison of many has none such. */
function usualScenario({ kind, scenarios, subject, parts: [{ baseline }] }: OpenedResult['plan']): number {
  if (kind === 'run') return subject
  const others = scenarios.flatMap((_, s) => (s === baseline ? [] : [s]))
  if (others.length === 1) return others[0]
  throw usageError(`--scenario: say which; this result compares ${scenarios.map(({ name }) => name).join(', ')}`)
}

/**
 * Refuses a threshold that no case or every case meets.
 *
 * @throws an error of kind `usage` with the quantiles of the outcome, so that a better figure can be chosen
 */
export function requireBoth({ cases: { ofInterest }, outcomes }: FoundCases, failing: Failing): void {
  const failures = ofInterest.reduce((sum, fails) => sum + fails, 0)
  if (ofInterest.length > 0 && failures > 0 && failures < ofInterest.length) return
  const [option, figure] = 'below' in failing ? ['--below', failing.below] : ['--above', failing.above]
  if (ofInterest.length === 0) throw usageError('no replicate is there that could be computed; resume the run first')
  const sorted = outcomes.toSorted()
  const at = (p: number): string => String(Number(quantile(sorted, p).toPrecision(4)))
  throw usageError(
    `${option} ${figure}: ${failures === 0 ? 'no case fails' : 'every case fails'}; the outcome goes from ${at(0)} to ` +
      `${at(1)}, half of it below ${at(0.5)}, nine in ten from ${at(0.05)} to ${at(0.95)}`,
  )
}
