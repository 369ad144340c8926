/** Where an option fails: the study of the command `discover`, in the replicates of a result folder. */
import type { BoxChoice } from '../../engine/analysis/discovery/discover.ts'
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { askedColumns, type ColumnQuestion } from '../folder/askedColumns.ts'
import { openReplicates } from '../folder/columns.ts'
import { oneOf } from '../plan/choice.ts'
import { usageError } from '../../engine/run/errors.ts'
import { programCall, shellWord, whenWords } from '../plan/commandLine.ts'
import { type CaseFactorKind, caseFactorKinds, foundCases } from './cases.ts'
import { findings, requireBoth, sourcesOf } from './findings.ts'
import type { DiscoveryStudy } from './study.ts'

export interface DiscoverOptions extends ColumnQuestion {
  /** What counts as failing of an outcome, in its unit: `{ below: 0 }` or `{ above: 0 }`. A condition by `when` says it itself. */
  readonly failing?: Failing | undefined
  /** Scenario or point to look at; the one asked about, or all points of a sweep, unless given. */
  readonly scenario?: string | undefined
  /** Levers, parameters, or both, which is usual. */
  readonly factors?: readonly CaseFactorKind[] | undefined
  /** Which box of the search for the first box to take, in place of the one that the rule chooses. */
  readonly box?: BoxChoice | undefined
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
  const kinds = (options.factors ?? caseFactorKinds).map((kind) => oneOf('--factors', kind, caseFactorKinds))
  const { difference = false } = options
  const failing = failingOf(options)
  const result = openReplicates(folder, options.partial === true, options.data)
  const { plan, inputs } = result
  const { outcome, year, columns } = askedColumns(result, options)
  const sources = sourcesOf(result, options.scenario, difference)
  const found = foundCases(result, sources, columns, kinds, failing)
  requireBoth(found, failing)
  const [{ scenario, part }] = sources
  return {
    option: sources.length > 1 ? plan.name : plan.scenarios[scenario].name,
    points: sources.length,
    replicates: (found.cases.ofInterest.length + found.cases.leftOut) / sources.length,
    against: difference ? inputs.scenarios[plan.parts[part].baseline].name : undefined,
    outcome,
    year,
    failing,
    ...(options.when === undefined ? {} : { when: options.when }),
    factors: found.factors,
    ...(options.box === undefined ? {} : { chosen: choiceWords(options.box) }),
    ...findings(found, plan.seed, options.box),
    ...(result.partial === undefined ? {} : { partial: result.partial }),
    seed: plan.seed,
    reproduce: reproduceLine(folder, year, options),
  }
}

/** A condition is an outcome of 0 and 1, which fails where it holds. */
const whereItHolds: Failing = { above: 0.5 }

function failingOf({ failing, when }: DiscoverOptions): Failing {
  if (when === undefined && failing !== undefined) return failing
  if (when !== undefined && failing === undefined) return whereItHolds
  throw usageError(
    'say what counts as failing, by --below FIGURE, by --above FIGURE or by --when CONDITION, one of them',
  )
}

function choiceWords(choice: BoxChoice): string {
  if ('step' in choice) return `step ${choice.step}`
  if ('density' in choice) return `the first step with a density of ${choice.density} where it was sought`
  return `the last step with a coverage of ${choice.coverage} where it was sought`
}

/** As `--box` takes it. */
function boxWord(choice: BoxChoice): string {
  if ('step' in choice) return String(choice.step)
  return 'density' in choice ? `density=${choice.density}` : `coverage=${choice.coverage}`
}

function reproduceLine(folder: string, year: number, options: DiscoverOptions): string {
  const { outcome, when, failing, scenario, factors, difference, partial } = options
  return [
    programCall,
    'discover',
    shellWord(folder),
    ...(when === undefined ? ['--outcome', shellWord(`${outcome}@${year}`)] : whenWords(when, year)),
    ...(failing === undefined
      ? []
      : 'below' in failing
        ? ['--below', String(failing.below)]
        : ['--above', String(failing.above)]),
    ...(scenario === undefined ? [] : ['--scenario', shellWord(scenario)]),
    ...(factors === undefined ? [] : ['--factors', factors.join(',')]),
    ...(options.box === undefined ? [] : ['--box', boxWord(options.box)]),
    ...(difference === true ? ['--difference'] : []),
    ...(partial === true ? ['--partial'] : []),
  ].join(' ')
}
