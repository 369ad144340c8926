/**
 * Lines that are built in another country under an option than under the baseline in the last year, from the shares of
 * replicates in which each line is built in each country. Of one line, what some replicates move there and others move back
 * cancels: moves are net, and no fewer can make the difference.
 */
import type { LineMove } from '../charts/map/arrows.ts'
import type { Report } from '../data/report.ts'

/** Pairs of countries between which fewer lines move in the mean are left out. */
const leastShown = 0.05

/** Mean number of lines by both places, the most first. */
export function lineMoves(report: Report, scenario: string): readonly LineMove[] {
  const before = sharesByLine(report, report.scenarios[report.baseline].name)
  const sums = new Map<string, LineMove>()
  for (const [line, here] of sharesByLine(report, scenario)) {
    for (const { from, to, lines } of movesOf(before.get(line) ?? new Map<string, number>(), here)) {
      const sum = (sums.get(`${from} ${to}`)?.lines ?? 0) + lines
      sums.set(`${from} ${to}`, { from, to, lines: sum, words: `${sum.toFixed(1)} lines` })
    }
  }
  return [...sums.values()].filter(({ lines }) => lines >= leastShown).toSorted((one, other) => other.lines - one.lines)
}

/** [line][place] share of replicates. */
function sharesByLine({ lines }: Report, scenario: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const shares = new Map<string, Map<string, number>>()
  for (const { scenario: name, line, place, here } of lines) {
    if (name !== scenario) continue
    const ofLine = shares.get(line) ?? new Map<string, number>()
    shares.set(line, ofLine.set(place, here.value))
  }
  return shares
}

/** What leaves a place goes to those that gain, in proportion to their gains. */
function movesOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly { readonly from: string; readonly to: string; readonly lines: number }[] {
  const changes = [...after].map(([place, share]) => ({ place, change: share - (before.get(place) ?? 0) }))
  const gains = changes.filter(({ change }) => change > 0)
  const gained = gains.reduce((sum, { change }) => sum + change, 0)
  return changes
    .filter(({ change }) => change < 0)
    .flatMap(({ place: from, change: lost }) =>
      gains.map(({ place: to, change }) => ({ from, to, lines: (-lost * change) / gained })),
    )
}
