/** Which plants moved, by name: those whose output differs most from the baseline's, with how often each gains or loses. */
import { roundingPlace, decimalText, signedText, shareText } from '../words/numbers.ts'
import type { PlantRow } from '../data/places.ts'
import type { Report } from '../data/report.ts'
import { type Column, tableLines, wrapText } from '../words/table.ts'

const plantsShown = 12

const columns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: '', align: 'left' },
  { title: 'baseline', align: 'right', leave: 4 },
  { title: 'difference', align: 'right' },
  { title: 'm.e.', align: 'right', leave: 1 },
  { title: 'cut', align: 'right' },
  { title: 'raised', align: 'right' },
  { title: 'loses', align: 'right', leave: 2 },
  { title: 'gains', align: 'right', leave: 2 },
  { title: 'closed', align: 'right' },
]

/** A table of the plants of `scenario` that change most, with the reading of its columns. */
export function movedPlantLines(report: Report, scenario: string, width: number): readonly string[] {
  const changed = report.plants
    .filter((row) => row.scenario === scenario && (row.cut.value > 0 || row.raised.value > 0))
    .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
  if (changed.length === 0) return ['No plant builds a tenth more or less than under the baseline in any replicate.']
  const anyway = new Map(
    report.plants
      .filter((row) => row.scenario === report.scenarios[report.baseline].name)
      .map(({ plant, closed }) => [plant, closed.value]),
  )
  const rows = changed.slice(0, plantsShown).map((row) => plantCells(row, anyway.get(row.plant) ?? 0))
  const rest = changed.length - rows.length
  const table = tableLines(columns, rows, width)
  const lines = table[0].includes('loses') ? ' loses, gains: a line since the base year;' : ''
  return [
    ...table,
    ...wrapText(
      `In shares of replicates: cut, raised: builds a tenth less or more than under the baseline;${lines} closed: for good, in brackets under the baseline. ` +
        (rest > 0 ? `${rest} more plants change; all are in plants.csv.` : 'All plants are in plants.csv.'),
      width,
    ),
  ]
}

/** @param closedAnyway share of the baseline's replicates in which it is closed */
function plantCells(row: PlantRow, closedAnyway: number): readonly string[] {
  const place = roundingPlace(row.difference, row.differenceStandardError, 1)
  return [
    row.plant,
    row.place,
    decimalText(row.baselineOutput, place),
    signedText(row.difference, place),
    decimalText(row.differenceStandardError, place),
    shareText(row.cut.value),
    shareText(row.raised.value),
    shareText(row.lost.value),
    shareText(row.gained.value),
    `${shareText(row.closed.value)} (${shareText(closedAnyway)})`,
  ]
}
