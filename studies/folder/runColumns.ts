/** One outcome of every scenario of a run in one year, read from its store. */
import type { Option } from '../../engine/analysis/decisions/choice.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { keptDefinitions } from '../../engine/run/derived.ts'
import { finiteStatus } from '../../engine/run/finiteStatus.ts'
import { growingColumns, statusColumn } from '../../engine/run/growingColumns.ts'
import type { RunSoFar } from '../../engine/run/monteCarlo.ts'

/**
 * [scenario] values and states of all replicates in the last year that is kept.
 *
 * @param c position among kept outcomes
 */
export function lastYearColumns(run: RunSoFar, names: readonly string[], c: number): readonly Option[] {
  const read = growingColumns()
  const year = run.shape.kept.years.length - 1
  return names.map((name, scenario) => {
    const values = read(run, { scenario, outcome: c, year })
    return { name, values, status: finiteStatus(values, statusColumn(run, scenario)) }
  })
}

/** What most readers ask for first, where nobody says otherwise. */
const usualOutcomes = ['output.US', 'assemblyJobs.US', 'priceIndex.US', 'welfare.US']
/** A run that keeps no more outcomes than this is about all of them. */
const fewOutcomes = 6

/**
 * Outcomes by which options are judged: those that are shown first, or all that are kept where they are few, or what is
 * usual; of these the ones of which more, or less, is better.
 */
export function judgedOutcomes({ shape }: RunSoFar, shownFirst: readonly string[]): readonly OutcomeDefinition[] {
  const kept = keptDefinitions(shape)
  const usual = kept.length <= fewOutcomes ? kept.map(({ id }) => id) : usualOutcomes
  const asked = shownFirst.length > 0 ? shownFirst : usual
  const found = kept.filter(({ id }) => asked.includes(id))
  return (found.length > 0 ? found : kept.slice(0, fewOutcomes)).filter(({ good }) => good !== 'neither')
}

/** Position of an outcome among those that are kept. */
export function keptPosition({ shape }: RunSoFar, { id }: OutcomeDefinition): number {
  return keptDefinitions(shape).findIndex((outcome) => outcome.id === id)
}
