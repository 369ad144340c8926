/** What common draws are worth in a run: see `engine/analysis/pairingGain.ts`. */
import { type PairingGain, pairingGain } from '../../engine/analysis/pairingGain.ts'
import type { RunSoFar } from '../../engine/run/monteCarlo.ts'
import { judgedOutcomes, lastYearColumns, keptPosition } from '../../studies/folder/runColumns.ts'

export interface PairingRow {
  readonly scenario: string
  /** Id. */
  readonly outcome: string
  readonly gain: PairingGain
}

/** For each scenario but the baseline and each outcome it is judged by, in the last year. */
export function pairingRows(
  run: RunSoFar,
  names: readonly string[],
  shownFirst: readonly string[],
): readonly PairingRow[] {
  const { baseline } = run.shape
  const rows = judgedOutcomes(run, shownFirst).flatMap((outcome) => {
    const columns = lastYearColumns(run, names, keptPosition(run, outcome))
    const before = columns[baseline]
    return columns
      .filter((column) => column !== before)
      .map(({ name, values, status }): PairingRow => ({
        scenario: name,
        outcome: outcome.id,
        gain: pairingGain(values, status, before.values, before.status),
      }))
  })
  return names.flatMap((name) => rows.filter(({ scenario }) => scenario === name))
}
