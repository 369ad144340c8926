/** Where an option fails: the study of the command `discover`, in the replicates of a result folder. */
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { keptColumn, openReplicates } from '../folder/columns.ts'
import { oneOf, outcomeNamed } from '../plan/choice.ts'
import { programCall, shellWord } from '../plan/commandLine.ts'
import { type CaseFactorKind, caseFactorKinds, foundCases } from './cases.ts'
import { findings, requireBoth, sourcesOf } from './findings.ts'
import type { DiscoveryStudy } from './study.ts'

export interface DiscoverOptions {
  /** Id, as in `partsJobs.US`. */
  readonly outcome: string
  /** Calendar year; the last that is kept unless given. */
  readonly year?: number | undefined
  /** What counts as failing, in the unit of the outcome: `{ below: 0 }` or `{ above: 0 }`. */
  readonly failing: Failing
  /** True to look at the difference from the baseline in the same replicate. */
  readonly difference?: boolean | undefined
  /** Scenario or point to look at; the one asked about, or all points of a sweep, unless given. */
  readonly scenario?: string | undefined
  /** Levers, parameters, or both, which is usual. */
  readonly factors?: readonly CaseFactorKind[] | undefined
  /** True to take the replicates that are there where some are missing; the study then says so. */
  readonly partial?: boolean | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Finds the boxes of levers and parameters in which an outcome is unusually often below or above a figure, by one half of the
 * replicates, and judges them by the other.
 *
 * @param folder of a result that says how `reproduce` names it
 * @throws errors of kind `usage` where the outcome is not kept, nothing or everything fails, or no factor differs; `file`
 */
export function discover(folder: string, options: DiscoverOptions): DiscoveryStudy {
  const outcome = outcomeNamed(options.outcome)
  const kinds = (options.factors ?? caseFactorKinds).map((kind) => oneOf('--factors', kind, caseFactorKinds))
  const { failing, difference = false } = options
  const result = openReplicates(folder, options.partial === true, options.data)
  const { plan, inputs } = result
  const column = keptColumn(plan, options)
  const sources = sourcesOf(result, options.scenario, difference)
  const found = foundCases(result, sources, column, difference, kinds, failing)
  requireBoth(found, failing)
  const [{ scenario, part }] = sources
  const year = plan.years[column.year]
  return {
    option: sources.length > 1 ? plan.name : plan.scenarios[scenario].name,
    points: sources.length,
    replicates: (found.cases.ofInterest.length + found.cases.leftOut) / sources.length,
    against: difference ? inputs.scenarios[plan.parts[part].baseline].name : undefined,
    outcome,
    year,
    failing,
    factors: found.factors,
    leversLeftOut: found.leversLeftOut,
    ...findings(found, plan.seed),
    ...(result.partial === undefined ? {} : { partial: result.partial }),
    seed: plan.seed,
    reproduce: reproduceLine(folder, year, options),
  }
}

function reproduceLine(folder: string, year: number, options: DiscoverOptions): string {
  const { outcome, failing, scenario, factors, difference, partial } = options
  return [
    programCall,
    'discover',
    shellWord(folder),
    '--outcome',
    shellWord(`${outcome}@${year}`),
    ...('below' in failing ? ['--below', String(failing.below)] : ['--above', String(failing.above)]),
    ...(scenario === undefined ? [] : ['--scenario', shellWord(scenario)]),
    ...(factors === undefined ? [] : ['--factors', factors.join(',')]),
    ...(difference === true ? ['--difference'] : []),
    ...(partial === true ? ['--partial'] : []),
  ].join(' ')
}
