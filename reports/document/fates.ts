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
  /** The share of every fate: in each replicate a plant has exactly one, so that they add up to 1. */
  readonly shares: Readonly<Record<Fate, number>>
}

/** All plants of an option. */
export function fatesOf(report: Report, scenario: string): readonly PlantFate[] {
  const { name } = report.scenarios[report.baseline]
  const activeAnyway = new Map(
    report.plants.filter((row) => row.scenario === name).map((row) => [row.plant, row.active.value]),
  )
  return report.plants
    .filter((row) => row.scenario === scenario)
    .map((row) => {
      const shares = sharesOf(row, activeAnyway.get(row.plant) ?? 1)
      const fate = likeliest(shares)
      return { row, fate, share: shares[fate], shares }
    })
}

/**
 * How often each fate comes, against the baseline in the same replicate. A plant that builds a tenth more or less is cut or raised,
 * never both. Where it is closed for good and would have a line under the baseline, it closes; that is part of being cut. How
 * often both hold is not counted by replicate: where the baseline leaves it without a line in some, this is the least it can be.
 *
 * @param activeAnyway share of the baseline's replicates in which the plant has a line
 */
function sharesOf(row: PlantRow, activeAnyway: number): Readonly<Record<Fate, number>> {
  const [cut, raised] = [row.cut.value, row.raised.value]
  const closes = Math.min(cut, Math.max(0, row.closed.value - (1 - activeAnyway)))
  const isNew = row.baseYearOutput === 0 && row.baselineOutput === 0
  return {
    closes,
    shrinks: cut - closes,
    steady: Math.max(0, 1 - cut - raised),
    grows: isNew ? 0 : raised,
    opens: isNew ? raised : 0,
  }
}

const fates: readonly Fate[] = ['steady', 'closes', 'shrinks', 'grows', 'opens']

function likeliest(shares: Readonly<Record<Fate, number>>): Fate {
  return fates.reduce((best, fate) => (shares[fate] > shares[best] ? fate : best))
}

/** The plants that change most, the largest change first. */
export function ranked(report: Report, scenario: string): readonly PlantFate[] {
  return fatesOf(report, scenario)
    .filter(({ fate }) => fate !== 'steady')
    .toSorted(({ row: one }, { row: other }) => Math.abs(other.difference) - Math.abs(one.difference))
    .slice(0, report.scenarios.length > 2 ? mostNumbered.each : mostNumbered.one)
}
