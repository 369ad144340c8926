/**
 * What a run finds under each form of the model that it draws, in the last year: the differences of an option from its baseline in
 * the replicates that have the form. Section 14 of docs/model.md.
 */
import { comparePairs, type PairedSummary } from '../../engine/analysis/paired.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { keptDefinitions } from '../../engine/run/derived.ts'
import { type FormName, parameterCount, parameterIndex } from '../../engine/model/draws/parameters.ts'
import { statusColumn } from '../../engine/run/growingColumns.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { type FormChance, formChances } from '../../scenarios/parameters/forms.ts'
import { partDraws } from '../../studies/folder/draws.ts'
import { keptPosition, lastYearColumns } from '../../studies/folder/runColumns.ts'
import type { PlannedStudy } from '../../studies/plan/plans.ts'
import type { View } from './view.ts'

/** One outcome of one option under one form. */
export interface FormRow extends Pick<FormChance, 'choice' | 'form' | 'text'> {
  readonly scenario: string
  readonly outcome: OutcomeDefinition
  readonly paired: PairedSummary
}

interface Studied extends PlannedStudy {
  readonly results: readonly MonteCarloResult[]
}

/** Outcomes by which an answer is told: what is built everywhere, and jobs, prices and welfare of the country it is told for. */
function toldOutcomes(view: View): readonly string[] {
  const own = ['assemblyJobs', 'partsJobs', 'priceIndex', 'welfare'].map((family) => `${family}.${view}`)
  return ['output.US', 'output.CA', 'output.MX', ...own]
}

/** Rows of one part, in the order of scenarios, outcomes and forms; none where all replicates have one form. */
export function formRows(study: Studied, part: number, view: View): readonly FormRow[] {
  const { inputs, plan, results } = study
  const { scenarios, baseline, laws } = plan.parts[part]
  const result = results[part]
  const chances = formChances(inputs.scenarios[laws].laws).filter(({ chance }) => chance < 1)
  if (chances.length === 0) return []
  const draws = partDraws(study, part)
  const told = toldOutcomes(view)
  const kept = keptDefinitions(result.shape).filter(({ id }) => told.includes(id))
  const names = scenarios.map((s) => plan.scenarios[s].name)
  const base = scenarios.indexOf(baseline)
  const scratch = new Float64Array(2 * result.replicates)
  const columns = kept.map((outcome) => lastYearColumns(result, names, keptPosition(result, outcome)))
  const good = statusColumn(result, base)
  const forms = chances.map((form) => ({ ...form, status: withForm(draws, form.choice, form.number, good) }))
  return names.flatMap((scenario, s) => {
    if (s === base) return []
    return kept.flatMap((outcome, c) =>
      forms.map(({ choice, form, text, status }): FormRow => {
        const before = { values: columns[c][base].values, status }
        const paired = comparePairs(before, columns[c][s], outcome.good, scratch)
        return { scenario, outcome, choice, form, text, paired }
      }),
    )
  })
}

/** [replicate] 0 where the replicate is good and has the form. */
function withForm(draws: Float64Array, choice: FormName, number: number, status: Uint8Array): Uint8Array {
  const position = parameterIndex(choice)
  return status.map((state, d) => (state === 0 && draws[d * parameterCount + position] === number ? 0 : 1))
}
