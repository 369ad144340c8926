/** What most likely becomes of each plant under an option, against the baseline. */
import type { Fate } from '../charts/map/symbols.ts'
import type { PlantRow } from '../data/places.ts'
import type { Report } from '../data/report.ts'

/** Plants with a number on the map and a row in the table: of one option, and of each of several. */
const mostNumbered = { one: 10, each: 5 } as const

export const fateTexts: Readonly<Record<Fate, string>> = {
  closes: '■ closes for good',
  opens: '★ opens',
  grows: '▲ builds more',
  shrinks: '▼ builds less',
  steady: '● little changed',
}

/** A plant of an option, with what most likely becomes of it. */
export interface PlantFate {
  readonly row: PlantRow
  readonly fate: Fate
  /** Share of replicates in which that happens. */
  readonly share: number
}

/** All plants of an option. */
export function fatesOf(report: Report, scenario: string): readonly PlantFate[] {
  const { name } = report.scenarios[report.baseline]
  const closedAnyway = new Map(
    report.plants.filter((row) => row.scenario === name).map((row) => [row.plant, row.closed.value]),
  )
  return report.plants
    .filter((row) => row.scenario === scenario)
    .map((row) => ({ row, ...fateOf(row, closedAnyway.get(row.plant) ?? 0) }))
}

/**
 * What most likely becomes of a plant that is closed in `closedAnyway` of the baseline's replicates: a plant closes
 * where the option closes it in at least half of the replicates more.
 */
function fateOf(row: PlantRow, closedAnyway: number): { readonly fate: Fate; readonly share: number } {
  if (row.closed.value - closedAnyway >= 0.5) return { fate: 'closes', share: row.closed.value }
  if (row.baseYearOutput === 0 && row.baselineOutput === 0 && row.active.value >= 0.5)
    return { fate: 'opens', share: row.active.value }
  if (Math.max(row.cut.value, row.raised.value) < 0.1)
    return { fate: 'steady', share: 1 - row.cut.value - row.raised.value }
  return row.difference < 0 ? { fate: 'shrinks', share: row.cut.value } : { fate: 'grows', share: row.raised.value }
}

/** The plants that change most, the largest change first. */
export function ranked(report: Report, scenario: string): readonly PlantFate[] {
  return fatesOf(report, scenario)
    .filter(({ fate }) => fate !== 'steady')
    .toSorted(({ row: one }, { row: other }) => Math.abs(other.difference) - Math.abs(one.difference))
    .slice(0, report.scenarios.length > 2 ? mostNumbered.each : mostNumbered.one)
}
