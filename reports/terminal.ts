/**
 * The report as text for a terminal of 100 columns: caveats, the answer, the table of the last year, how it came about, what
 * moved by name, and what failed. Nothing is said by colour alone.
 */
import { outcomeDefinitions, type GoodDirection, type OutcomeDefinition } from '../engine/model/outcomes.ts'
import { answerOf } from './answer.ts'
import { decimalText, percentText, roundingPlace, shareText, signedText } from './numbers.ts'
import { comparisonOf, type ComparisonRow, type Report, type SummaryRow } from './report.ts'
import { movedPlantLines } from './moved.ts'
import { tableLines, wrapText, type Column } from './table.ts'

const width = 100

/** Families of outcomes that the table shows; all others are in the files. */
const shownFamilies = [
  'output',
  'assemblyJobs',
  'partsJobs',
  'plantsOpened',
  'plantsClosed',
  'linesOut',
  'investment',
  'sales',
  'priceIndex',
  'consumerSurplus',
  'vehicleDuties',
  'partsDuties',
  'profit',
  'usSurplus',
]
const familiesOverTime = ['output', 'assemblyJobs', 'priceIndex']

/** The families of the outcomes that the scenario wants first, then the usual ones. */
function familiesOf(report: Report): readonly string[] {
  const first = report.shownFirst.map((id) => outcomeDefinitions.find((outcome) => outcome.id === id)?.family ?? id)
  return [...new Set([...first, ...shownFamilies])]
}

export interface Style {
  readonly bold: (text: string) => string
}

export const plainStyle: Style = { bold: (text) => text }
export const ansiStyle: Style = { bold: (text) => `\u001B[1m${text}\u001B[22m` }

/** The whole text, ending in a line break. */
export function terminalText(report: Report, style: Style = plainStyle): string {
  const compared = report.scenarios.filter((_, s) => s !== report.baseline)
  const sections = [
    headLines(report, style),
    ...(compared.length === 0 ? [baselineLines(report, style)] : []),
    ...compared.map(({ name }) => scenarioLines(report, name, style)),
    footLines(report),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headLines(report: Report, style: Style): readonly string[] {
  const baseline = report.scenarios[report.baseline]
  const titles = report.scenarios.map(({ name, title }, s) => `${s === report.baseline ? 'baseline' : 'scenario'} ${name}: ${title}`)
  const question = report.scenarios.find(({ question }, s) => s !== report.baseline && question !== '')?.question
  return [
    ...titles.flatMap((title) => wrapText(title, width, '  ')),
    ...(question === undefined && baseline.question === '' ? [] : wrapText(question ?? baseline.question, width)),
    ...report.scenarios.flatMap(({ note }) => (note === '' ? [] : wrapText(note, width))),
    '',
    style.bold('Before you read the numbers'),
    ...report.caveats.flatMap((caveat) => wrapText(`- ${caveat}`, width, '  ')),
  ]
}

function scenarioLines(report: Report, scenario: string, style: Style): readonly string[] {
  const last = report.years[report.years.length - 1]
  const baseline = report.scenarios[report.baseline].name
  return [
    style.bold(`${scenario} against ${baseline}`),
    ...wrapText(answerOf(report, scenario), width),
    '',
    style.bold(`${last}, mean of ${report.replicates - failedPairs(report, scenario, last)} replicates`),
    ...comparisonTable(report, scenario, last),
    '',
    ...wrapText(
      'low..high: 5% to 95% of replicates, from uncertain parameters and differences between lines. ' +
        'm.e.: Monte Carlo standard error of the mean difference, which more replicates make smaller. ' +
        'better: share of replicates in which the outcome moves the way that is usually wanted.',
      width,
    ),
    '',
    style.bold('On the way there: mean difference, and as a share of the baseline'),
    ...overTimeTable(report, scenario),
    '',
    style.bold(`What moved by ${last}`),
    ...movedPlantLines(report, scenario),
  ]
}

function failedPairs(report: Report, scenario: string, year: number): number {
  return comparisonOf(report, scenario, 'output.US', year)?.paired.difference.failed ?? 0
}

const comparisonColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'baseline', align: 'right' },
  { title: 'scenario', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: 'change', align: 'right' },
  { title: 'low..high', align: 'right' },
  { title: 'm.e.', align: 'right' },
  { title: 'better', align: 'right' },
]

function comparisonTable(report: Report, scenario: string, year: number): readonly string[] {
  const rows = report.comparisons.filter((row) => row.scenario === scenario && row.year === year)
  const cells = familiesOf(report).flatMap((family) => {
    const members = rows.filter((row) => row.outcome.family === family)
    if (members.length === 0) return []
    return [[familyHeading(members[0].outcome)], ...members.map((row) => comparisonCells(row))]
  })
  return tableLines(comparisonColumns, cells)
}

const wanted: Readonly<Record<GoodDirection, string>> = { up: '', down: ', less is better', neither: '' }

function familyHeading({ label, unit, good }: OutcomeDefinition): string {
  return `${label}, ${isShare(unit) ? '%' : unit}${wanted[good]}`
}

function isShare(unit: string): boolean {
  return unit === 'share'
}

function comparisonCells({ outcome, paired }: ComparisonRow): readonly string[] {
  const scale = isShare(outcome.unit) ? 100 : 1
  const { difference } = paired
  const error = scale * difference.standardError
  const place = roundingPlace(scale * difference.mean, error, 1)
  const level = (value: number): string => decimalText(scale * value, place)
  const change = (value: number): string => signedText(scale * value, place)
  const changePlace = Math.max(-2, roundingPlace(100 * paired.relative, 100 * paired.relativeStandardError, 1))
  const nothing = difference.n > 0 && paired.same === difference.n
  return [
    `  ${outcome.place}`,
    level(paired.baselineMean),
    level(paired.scenarioMean),
    nothing ? 'none' : change(difference.mean),
    nothing ? '' : percentText(paired.relative, changePlace, true),
    nothing ? '' : `${change(difference.low)}..${change(difference.high)}`,
    nothing ? '' : decimalText(error, place),
    nothing || paired.better === undefined ? '' : shareText(paired.better.value),
  ]
}

/** The first year, one in the middle, the last. */
function yearsShown(years: readonly number[]): readonly number[] {
  const simulated = years.slice(1)
  return [...new Set([simulated[0], simulated[Math.floor((simulated.length - 1) / 2)], simulated[simulated.length - 1]])]
}

function overTimeTable(report: Report, scenario: string): readonly string[] {
  const years = yearsShown(report.years)
  const columns: Column[] = [{ title: '', align: 'left' }]
  for (const year of years) columns.push({ title: String(year), align: 'right' }, { title: '', align: 'right' })
  const first = report.comparisons.filter((row) => row.scenario === scenario && row.year === years[0])
  const cells = familiesOverTime.flatMap((family) => {
    const members = first.filter((row) => row.outcome.family === family)
    if (members.length === 0) return []
    const rows = members.map(({ outcome }) => [
      `  ${outcome.place}`,
      ...years.flatMap((year) => overTimeCells(comparisonOf(report, scenario, outcome.id, year))),
    ])
    return [[familyHeading(members[0].outcome)], ...rows]
  })
  return tableLines(columns, cells)
}

function overTimeCells(row: ComparisonRow | undefined): readonly [string, string] {
  if (row === undefined) return ['-', '']
  const { difference, relative, relativeStandardError, same } = row.paired
  if (same === difference.n) return ['none', '']
  const place = roundingPlace(difference.mean, difference.standardError, 1)
  const changePlace = Math.max(-2, roundingPlace(100 * relative, 100 * relativeStandardError, 1))
  return [signedText(difference.mean, place), percentText(relative, changePlace, true)]
}

const summaryColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: 'low..high', align: 'right' },
  { title: 'm.e.', align: 'right' },
]

/** A run with nothing to compare: levels of the last year. */
function baselineLines(report: Report, style: Style): readonly string[] {
  const last = report.years[report.years.length - 1]
  const rows = report.summaries.filter((row) => row.year === last)
  const cells = familiesOf(report).flatMap((family) => {
    const members = rows.filter((row) => row.outcome.family === family)
    return members.length === 0 ? [] : [[familyHeading(members[0].outcome)], ...members.map((row) => summaryCells(row))]
  })
  return [style.bold(`${report.scenarios[0].name} in ${last}`), ...tableLines(summaryColumns, cells)]
}

function summaryCells({ outcome, summary }: SummaryRow): readonly string[] {
  const scale = isShare(outcome.unit) ? 100 : 1
  const place = roundingPlace(scale * summary.mean, scale * summary.standardError, 1)
  const text = (value: number): string => decimalText(scale * value, place)
  return [
    `  ${outcome.place}`,
    text(summary.mean),
    `${text(summary.low)}..${text(summary.high)}`,
    decimalText(scale * summary.standardError, place),
  ]
}

function footLines(report: Report): readonly string[] {
  const failed = report.replicates - report.goodReplicates
  const done = `${report.replicates} of ${report.replicatesAsked} replicates done`
  return [
    `${done}, ${failed === 0 ? 'none failed' : `${failed} failed in at least one scenario`}; seed ${report.seed}.`,
    `The same numbers again: ${report.reproduce}`,
  ]
}
