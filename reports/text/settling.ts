/** Precision in the text of a run: targets with what they have reached, and how the one that binds settled. */
import { doublingBoundaries } from '../../engine/analysis/precision/convergence.ts'
import type { PrecisionReport } from '../../studies/plan/precisionQuestion.ts'
import { precisionLines, targetText, convergenceLines } from './precisionText.ts'
import { wrapText } from '../words/table.ts'
import type { Style } from './style.ts'

/** How the figure that needs most replicates settled, at doublings of the replicates. */
export function settlingLines({ replicates, state, convergence }: PrecisionReport, style: Style): readonly string[] {
  const { target } = state.targets[state.binding]
  const rows = convergence[state.binding]
  const shown = doublingBoundaries(rows[0].replicates, replicates)
  return [
    style.bold('Precision asked for'),
    ...precisionLines(state, replicates, style.width),
    ...wrapText(`How ${targetText(target)} settled; the others are in convergence.csv:`, style.width),
    ...convergenceLines(rows.filter((row) => shown.includes(row.replicates))),
  ]
}
