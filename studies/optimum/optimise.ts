/** The level of a lever that makes most, or least, of an outcome: the study of the command `optimise`. */
import { rootKey } from '../../engine/math/streams.ts'
import { usageError } from '../../engine/run/errors.ts'
import { askedColumns, type ColumnQuestion } from '../folder/askedColumns.ts'
import { openReplicates } from '../folder/columns.ts'
import { oneOf } from '../plan/choice.ts'
import { programCall, shellWord, whenWords } from '../plan/commandLine.ts'
import type { RunPlanFile, SweepLever } from '../plan/runPlan.ts'
import { curveOptima } from './curves.ts'
import { pointColumns } from './points.ts'
import type { OptimumStudy } from './study.ts'

export interface OptimiseOptions extends ColumnQuestion {
  /** Name of a lever whose values are numbers; the only one unless given. */
  readonly lever?: string | undefined
  /** True to seek the least of the outcome, not the most. */
  readonly least?: boolean | undefined
  /** True to take the replicates that are there where some are missing; the study then says so. */
  readonly partial?: boolean | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Finds the level at which the mean outcome peaks, how surely, and how flat the top is, at each combination of the other levers.
 *
 * @param folder of a sweep
 * @throws errors of kind `usage` where a lever is no number or has fewer than three levels, or the outcome is not kept; `file`
 */
export function optimise(folder: string, options: OptimiseOptions): OptimumStudy {
  const { difference = false, least = false } = options
  const result = openReplicates(folder, options.partial === true, options.data)
  const { plan, inputs } = result
  const { outcome, year, columns } = askedColumns(result, options)
  const asked = {
    lever: leverOf(plan, options.lever),
    outcome,
    year,
    against: difference ? inputs.scenarios[plan.parts[0].baseline].name : undefined,
    least,
  }
  const optima = curveOptima(pointColumns(result, columns), asked, rootKey(plan.seed))
  const of =
    options.when === undefined ? ['--outcome', shellWord(`${outcome.id}@${year}`)] : whenWords(options.when, year)
  const partial = result.partial === undefined ? {} : { partial: result.partial }
  const flags = [
    ...(difference ? ['--difference'] : []),
    ...(least ? ['--least'] : []),
    ...(options.partial === true ? ['--partial'] : []),
  ]
  const lever = ['--lever', shellWord(asked.lever.name)]
  const reproduce = [programCall, 'optimise', shellWord(folder), ...lever, ...of, ...flags].join(' ')
  return { sweep: plan.name, ...asked, optima, ...partial, seed: plan.seed, reproduce }
}

/** A lever whose values are numbers. */
function leverOf({ name: sweep, levers = [], points = [] }: RunPlanFile, name: string | undefined): SweepLever {
  if (levers.length === 0) {
    throw usageError(`${sweep} is no sweep: it has no levers; optimise takes a sweep file or its folder`)
  }
  const names = levers.map((lever) => lever.name)
  if (name === undefined && names.length > 1) throw usageError(`--lever: say which; there are ${names.join(', ')}`)
  const lever = name === undefined ? levers[0] : levers[names.indexOf(oneOf('--lever', name, names))]
  const word = points.map((point) => point.levers[lever.name]).find((value) => typeof value !== 'number')
  if (word === undefined) return lever
  throw usageError(`--lever: ${lever.name} has the value ${String(word)}; a peak is sought along numbers`)
}
