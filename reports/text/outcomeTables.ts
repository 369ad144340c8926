/**
 * Tables of outcomes for a terminal: one year against the baseline, a few years of the way there, and levels where there is
 * nothing to compare. Rows come by family of outcomes, in a unit in which the family's figures are short.
 */
import { outcomeDefinitions, type OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { GoodDirection } from '../../engine/model/accounts/outcomeFamily.ts'
import {
  decimalText,
  magnitude,
  roundingPlace,
  signedText,
  shareText,
  percentPlace,
  percentText,
} from '../words/numbers.ts'
import { type Report, type ComparisonRow, comparisonOf, type SummaryRow } from '../data/report.ts'
import { type Column, tableLines } from '../words/table.ts'
import { after } from '../words/words.ts'

/** Families of outcomes that tables show; all others are in the files. */
const usualFamilies = [
  'output',
  'assemblyJobs',
  'partsJobs',
  'plantsOpened',
  'plantsClosed',
  'linesOut',
  'investment',
  'sales',
  'priceIndex',
  'vehicleDuties',
  'partsDuties',
  'profit',
  'gainUS',
  'gainCA',
  'gainMX',
  'welfare',
]
const familiesOverTime = ['output', 'assemblyJobs', 'priceIndex']

/** The families of the outcomes that the scenario wants first, then the usual ones. */
export function familiesOf(report: Report): readonly string[] {
  const first = report.shownFirst.map((id) => outcomeDefinitions.find((outcome) => outcome.id === id)?.family ?? id)
  return [...new Set([...first, ...usualFamilies])]
}

/** A family's unit on the page, and the factor into it. */
export interface ShownUnit {
  readonly factor: number
  readonly text: string
}

const large = 1_000_000

/** Short figures: thousands where a family has millions, shares as percentages. */
export function shownUnit({ unit }: OutcomeDefinition, levels: readonly number[]): ShownUnit {
  if (unit === 'share') return { factor: 100, text: '%' }
  if (!levels.some((level) => Math.abs(level) >= large)) return { factor: 1, text: unit }
  if (unit === 'million USD') return { factor: 0.001, text: 'billion USD' }
  return { factor: 0.001, text: `thousand ${unit}`.trimEnd() }
}

const wanted: Readonly<Record<GoodDirection, string>> = { up: '', down: '; less is better', neither: '' }

/** As in `Vehicles built, thousand vehicles`. */
export function heading({ label, good }: OutcomeDefinition, unit: ShownUnit): string {
  return `${label}${after(unit.text)}${wanted[good]}`
}

/** A row under the heading of its family; what is made by a formula is of no one place. */
function placeRow({ place }: OutcomeDefinition): string {
  return `  ${place === '' ? 'all' : place}`
}

/** Rows of each family under its heading. */
function byFamily<Row extends { readonly outcome: OutcomeDefinition }>(
  families: readonly string[],
  rows: readonly Row[],
  levelsOf: (row: Row) => readonly number[],
  cells: (row: Row, unit: ShownUnit) => readonly string[],
): readonly (readonly string[])[] {
  return families.flatMap((family) => {
    const members = rows.filter((row) => row.outcome.family === family)
    if (members.length === 0) return []
    const unit = shownUnit(members[0].outcome, members.flatMap(levelsOf))
    return [[heading(members[0].outcome, unit)], ...members.map((row) => cells(row, unit))]
  })
}

function pairLevels({ paired }: ComparisonRow): readonly number[] {
  return [paired.baselineMean, paired.scenarioMean]
}

const comparisonColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'baseline', align: 'right', leave: 4 },
  { title: 'scenario', align: 'right', leave: 2 },
  { title: 'difference', align: 'right' },
  { title: 'change', align: 'right' },
  { title: 'low..high', align: 'right' },
  { title: 'm.e.', align: 'right', leave: 1 },
  { title: 'better', align: 'right', leave: 3 },
]

/** One year of a scenario against the baseline. */
export function comparisonTable(report: Report, scenario: string, year: number, width: number): readonly string[] {
  const rows = report.comparisons.filter((row) => row.scenario === scenario && row.year === year)
  return tableLines(comparisonColumns, byFamily(familiesOf(report), rows, pairLevels, comparisonCells), width)
}

function comparisonCells({ outcome, paired }: ComparisonRow, { factor }: ShownUnit): readonly string[] {
  const { difference, better } = paired
  if (changesNothing(paired)) {
    const level = factor * paired.baselineMean
    const text = decimalText(level, level === 0 ? 0 : Math.min(0, magnitude(level) - 3))
    return [placeRow(outcome), text, text, 'none', '', '', '', '']
  }
  const error = factor * difference.standardError
  const place = roundingPlace(factor * difference.mean, error, 1)
  const level = (value: number): string => decimalText(factor * value, place)
  const change = (value: number): string => signedText(factor * value, place)
  return [
    placeRow(outcome),
    level(paired.baselineMean),
    level(paired.scenarioMean),
    change(difference.mean),
    outcome.unit === 'share' ? '' : relativeText(paired),
    `${change(difference.low)}..${change(difference.high)}`,
    decimalText(error, place),
    better === undefined ? '' : shareText(better.value),
  ]
}

/** True where the outcome is the same to the bit in every replicate of the pair. */
export function changesNothing({ difference, same }: ComparisonRow['paired']): boolean {
  return difference.n > 0 && same === difference.n
}

function relativeText({ relative, relativeStandardError }: ComparisonRow['paired']): string {
  return percentText(relative, percentPlace(relative, relativeStandardError), true)
}

/** The first year, one in the middle, the last. */
function yearsShown(years: readonly number[]): readonly number[] {
  const simulated = years.slice(1)
  return [
    ...new Set([simulated[0], simulated[Math.floor((simulated.length - 1) / 2)], simulated[simulated.length - 1]]),
  ]
}

/** Differences of a few outcomes in the first, a middle and the last year. */
export function overTimeTable(report: Report, scenario: string, width: number): readonly string[] {
  const years = yearsShown(report.years)
  const columns: Column[] = [{ title: '', align: 'left' }]
  for (const year of years) columns.push({ title: String(year), align: 'right' }, { title: '', align: 'right' })
  const rows = report.comparisons.filter((row) => row.scenario === scenario && row.year === years[years.length - 1])
  const cells = byFamily(familiesOverTime, rows, pairLevels, ({ outcome }, { factor }) => [
    placeRow(outcome),
    ...years.flatMap((year) => overTimeCells(comparisonOf(report, scenario, outcome.id, year), factor)),
  ])
  return tableLines(columns, cells, width)
}

function overTimeCells(row: ComparisonRow | undefined, factor: number): readonly [string, string] {
  if (row === undefined) return ['-', '']
  if (changesNothing(row.paired)) return ['none', '']
  const { mean, standardError } = row.paired.difference
  const place = roundingPlace(factor * mean, factor * standardError, 1)
  return [signedText(factor * mean, place), relativeText(row.paired)]
}

const levelColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: 'low..high', align: 'right' },
  { title: 'm.e.', align: 'right' },
]

/** Levels of one year of the only scenario. */
export function levelTableLines(report: Report, year: number, width: number): readonly string[] {
  const rows = report.summaries.filter((row) => row.year === year)
  return tableLines(
    levelColumns,
    byFamily(familiesOf(report), rows, ({ summary }) => [summary.mean], levelCells),
    width,
  )
}

function levelCells({ outcome, summary }: SummaryRow, { factor }: ShownUnit): readonly string[] {
  const error = factor * summary.standardError
  const place = roundingPlace(factor * summary.mean, error, 1)
  const text = (value: number): string => decimalText(factor * value, place)
  return [
    placeRow(outcome),
    text(summary.mean),
    `${text(summary.low)}..${text(summary.high)}`,
    decimalText(error, place),
  ]
}
