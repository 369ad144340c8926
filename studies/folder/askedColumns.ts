/** What somebody asks of the replicates of a result: an outcome, its difference from the baseline, or a condition. */
import { evaluator } from '../../engine/math/formula.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { usageError } from '../../engine/run/errors.ts'
import { outcomeNamed } from '../plan/choice.ts'
import { type AskedFigure, conditionDefinition, readCondition, requireOne } from '../plan/conditions.ts'
import {
  type KeptColumn,
  keptColumn,
  type OpenedResult,
  outcomeColumns,
  type PartColumns,
  partColumns,
  type ScenarioColumn,
} from './columns.ts'

/** What is looked at, and where. */
export interface ColumnQuestion extends AskedFigure {
  /** Calendar year; the last that is kept unless given. */
  readonly year?: number | undefined
  /** True to look at the difference from the baseline in the same replicate. */
  readonly difference?: boolean | undefined
}

export interface AskedColumns {
  readonly outcome: OutcomeDefinition
  /** Calendar year. */
  readonly year: number
  readonly columns: PartColumns
}

/** @throws an error of kind `usage` for what is not kept, and for a condition that cannot be read */
export function askedColumns(result: OpenedResult, question: ColumnQuestion): AskedColumns {
  const { outcome, when, year, difference = false } = question
  requireOne(question)
  if (when === undefined) {
    const definition = outcomeNamed(outcome ?? '', result.plan.derived)
    const column = keptColumn(result.plan, { outcome: definition.id, year })
    return {
      outcome: definition,
      year: result.plan.years[column.year],
      columns: outcomeColumns(result, column, difference),
    }
  }
  if (difference) throw usageError('--difference: is for --outcome; in --when write change(output.MX)')
  return { outcome: conditionDefinition(when), ...conditionColumns(result, when, year) }
}

/** 1 where a condition holds, 0 where it does not. */
function conditionColumns(
  result: OpenedResult,
  when: string,
  year: number | undefined,
): Pick<AskedColumns, 'columns' | 'year'> {
  const { plan } = result
  const derived = plan.derived ?? []
  const { formula, inputs } = readCondition(when, plan.outcomes, derived, plan.scenarios.length > 1)
  const places = inputs.map(({ outcome }) => keptColumn(plan, { outcome, year }))
  const at = keptColumn(plan, { outcome: plan.outcomes[0], year }).year
  const evaluate = evaluator(formula)
  const columns: PartColumns = (part) => {
    const { baseline, scenarios } = plan.parts[part]
    const found = places.map((place) => partColumns(result, part, place))
    return scenarios.map((scenario): ScenarioColumn => {
      const read = inputs.map(({ ofBaseline }, n) => of(found[n], ofBaseline ? baseline : scenario))
      const any = read[0] ?? of(partColumns(result, part, firstColumn(at)), scenario)
      const values = new Float64Array(any.values.length)
      evaluate(
        read.map((column) => column.values),
        values,
      )
      const status = any.status.map((state, d) =>
        read.reduce((worst, column) => Math.max(worst, column.status[d]), state),
      )
      return { scenario, values, status }
    })
  }
  return { columns, year: plan.years[at] }
}

function firstColumn(year: number): KeptColumn {
  return { outcome: 0, year }
}

function of(columns: readonly ScenarioColumn[], scenario: number): ScenarioColumn {
  return columns[columns.findIndex((column) => column.scenario === scenario)]
}
