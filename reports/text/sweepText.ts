/**
 * A sweep as text for a terminal: for each outcome a table of points with the mean difference from the baseline, the span of
 * replicates, the Monte Carlo error, and how often the point is better.
 */
import { decisionSections } from './decisionSections.ts'
import { roundingPlace, decimalText, signedText, shareText } from '../words/numbers.ts'
import { settlingLines } from './settling.ts'
import { lostWarning } from '../data/lost.ts'
import type { ComparisonRow } from '../data/report.ts'
import type { SweepReport } from '../data/sweepReport.ts'
import { wrapText, type Column, tableLines } from '../words/table.ts'
import type { Style } from './style.ts'
import { targetWords } from './targetText.ts'
import { after } from '../words/words.ts'

const mostOutcomes = 6
const mostPoints = 40
/** Laws of parameters, each with its own table of decisions. */
const mostParts = 2

/** The sweep for a terminal: a table for each of the first outcomes, then what was found. */
export function sweepText(report: SweepReport, style: Style): string {
  const { width } = style
  const { points, levers, baseline, years } = report
  const last = years[years.length - 1]
  const outcomes = [...new Set(report.comparisons.map(({ outcome }) => outcome.id))]
  const tables = outcomes.slice(0, mostOutcomes).map((id) => outcomeLines(report, id, last, style))
  const sections = [
    [
      ...wrapText(`${report.name}: ${report.title}`, width),
      ...(report.question === report.title ? [] : wrapText(report.question, width)),
      '',
      style.bold('Before you read the numbers'),
      ...[...lostWarning(report), ...report.caveats].flatMap((caveat) => wrapText(`- ${caveat}`, width, '  ')),
    ],
    [
      `${points.length} points of ${levers.map(({ name, title }) => (title === name ? name : `${name} (${title})`)).join(', ')}; ` +
        `each against ${baseline} in the same replicates, in ${last}.`,
    ],
    ...tables,
    ...targetSections(report, style),
    ...partSections(report, style),
    [
      ...wrapText(
        'low..high: 5% to 95% of replicates. m.e.: Monte Carlo standard error of the mean difference. better: share of ' +
          'replicates that move the way that is usually wanted.',
        width,
      ),
      ...(outcomes.length > mostOutcomes ? [`${outcomes.length - mostOutcomes} more outcomes are in sweep.csv.`] : []),
    ],
    [`Seed ${report.seed}. The same numbers again: ${report.reproduce}`],
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Targets, with points told by their levers. */
function targetSections(
  { targets, baseline, points }: SweepReport,
  { bold, width }: Style,
): readonly (readonly string[])[] {
  const told = points.map(({ name, levers }): [string, string] => [
    name,
    Object.entries(levers)
      .map(([lever, value]) => `${lever} ${value}`)
      .join(', '),
  ])
  const { sentences, reading } = targetWords(targets ?? [], baseline, new Map(told))
  if (sentences.length === 0) return []
  return [
    [
      bold('Targets'),
      ...sentences.flatMap((text) => wrapText(`- ${text}`, width, '  ')),
      ...wrapText(`${reading} All points: tables/targets.csv.`, width),
    ],
  ]
}

/** Decisions and precision of the parts; of many parts they are in files only. */
function partSections({ decisions, precision }: SweepReport, style: Style): readonly (readonly string[])[] {
  const parts = Math.max(decisions?.length ?? 0, precision?.length ?? 0)
  if (parts > mostParts) {
    const files = [
      ...(decisions === undefined ? [] : ['decisions.csv']),
      ...(precision === undefined ? [] : ['convergence.csv']),
    ]
    return [[`What to choose in each of ${parts} parts, and how exactly it is known, is in ${files.join(' and ')}.`]]
  }
  return [
    ...decisionSections((decisions ?? []).flat(), style),
    ...(precision ?? []).map((part) => settlingLines(part, style)),
  ]
}

function outcomeLines(report: SweepReport, id: string, year: number, style: Style): readonly string[] {
  const rows = report.comparisons.filter((row) => row.outcome.id === id && row.year === year)
  const levers = new Map(report.points.map(({ name, levers: values }) => [name, values]))
  const columns: readonly Column[] = [
    ...report.levers.map(({ name }): Column => ({ title: name, align: 'right' })),
    { title: 'level', align: 'right', leave: 2 },
    { title: 'difference', align: 'right' },
    { title: 'low..high', align: 'right' },
    { title: 'm.e.', align: 'right', leave: 1 },
    { title: 'better', align: 'right', leave: 3 },
  ]
  const cells = rows
    .slice(0, mostPoints)
    .map((row) => [
      ...report.levers.map(({ name }) => String(levers.get(row.scenario)?.[name] ?? '')),
      ...figureCells(row),
    ])
  const outcome = rows[0]?.outcome
  const heading = outcome === undefined ? id : `${outcome.label}${after(outcome.place)}${after(outcome.unit)}`
  const more = rows.length > mostPoints ? [`  and ${rows.length - mostPoints} more points, in sweep.csv`] : []
  return [style.bold(heading), ...tableLines(columns, cells, style.width), ...more]
}

function figureCells({ paired }: ComparisonRow): readonly string[] {
  const { difference, scenarioMean, better } = paired
  const { mean, standardError, low, high } = difference
  const place = roundingPlace(mean, standardError, 2)
  return [
    decimalText(scenarioMean, place),
    signedText(mean, place),
    `${signedText(low, place)}..${signedText(high, place)}`,
    decimalText(standardError, roundingPlace(standardError, standardError, 1)),
    better === undefined ? '' : shareText(better.value),
  ]
}
