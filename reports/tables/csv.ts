/**
 * Tidy tables, one row a figure, in a stable order. Figures keep two digits of their Monte Carlo standard error; a figure
 * without one keeps eight significant digits. Column `monteCarloError` is the Monte Carlo standard error.
 */
import { stringify } from 'csv-stringify/sync'
import type { Probability } from '../../engine/analysis/paired.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { errorFigure, figure } from '../words/figures.ts'
import { safeCell } from '../../scenarios/file/csvCells.ts'
import type { PlantRow } from '../data/places.ts'
import type { Report } from '../data/report.ts'

export type Cell = string | number

const rowsAtOnce = 500

/**
 * Comma-separated text of a table, for every file of the kind; texts that a spreadsheet would take for formulas are made safe.
 *
 * @param rows may be made one by one, where there are many
 */
export function csv(header: readonly Cell[], rows: Iterable<readonly Cell[]>): string {
  let text = ''
  let some: Cell[][] = [safeRow(header)]
  const write = (): void => {
    text += stringify(some, { record_delimiter: '\n' })
    some = []
  }
  for (const row of rows) {
    some.push(safeRow(row))
    if (some.length === rowsAtOnce) write()
  }
  write()
  return text
}

function safeRow(row: readonly Cell[]): Cell[] {
  return row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))
}

function subject(scenario: string, outcome: OutcomeDefinition, year: number): readonly Cell[] {
  return [scenario, outcome.family, outcome.place, year, outcome.unit]
}

/** Levels: mean (with 5% and 95% of replicates as `low` and `high`), median and standard deviation. */
export function summaryCsv(report: Report): string {
  const header = [
    'scenario',
    'outcome',
    'place',
    'year',
    'unit',
    'statistic',
    'value',
    'monteCarloError',
    'low',
    'high',
    'n',
    'failed',
  ]
  return csv(header, summaryCells(report.summaries))
}

/** Rows of `summaryCsv`, beginning with the scenario. */
export function summaryCells(summaries: Report['summaries']): readonly (readonly Cell[])[] {
  return summaries.flatMap(({ scenario, outcome, year, summary }): readonly Cell[][] => {
    const { mean, median, standardDeviation, standardError, low, high, n, failed } = summary
    const common = subject(scenario, outcome, year)
    const text = (value: number): string => figure(value, standardError)
    return [
      [...common, 'mean', text(mean), errorFigure(standardError), text(low), text(high), n, failed],
      [...common, 'median', text(median), '', '', '', n, failed],
      [...common, 'standardDeviation', text(standardDeviation), '', '', '', n, failed],
    ]
  })
}

/** Paired differences against the baseline: difference, relative change, probability of being better. */
export function compareCsv(report: Report): string {
  const header = [
    'scenario',
    'baseline',
    'outcome',
    'place',
    'year',
    'unit',
    'statistic',
    'value',
    'monteCarloError',
    'low',
    'high',
    'n',
    'failed',
  ]
  return csv(header, comparisonCells(report.comparisons))
}

/** Rows of `compareCsv`, beginning with the scenario and its baseline. */
export function comparisonCells(comparisons: Report['comparisons']): readonly (readonly Cell[])[] {
  return comparisons.flatMap(({ scenario, baseline, outcome, year, paired }): readonly Cell[][] => {
    const { difference, relative, relativeStandardError, baselineMean, better } = paired
    const { mean, median, standardError, low, high, n, failed } = difference
    const [, family, place, when, unit] = subject(scenario, outcome, year)
    const common = [scenario, baseline, family, place, when]
    const text = (value: number): string => figure(value, standardError)
    const share = (value: number): string => figure(value / Math.abs(baselineMean), relativeStandardError)
    const bounds = Number.isFinite(relative) ? [share(low), share(high)] : ['', '']
    return [
      [...common, unit, 'difference', text(mean), errorFigure(standardError), text(low), text(high), n, failed],
      [...common, unit, 'medianDifference', text(median), '', '', '', n, failed],
      [
        ...common,
        'share',
        'relativeChange',
        figure(relative, relativeStandardError),
        errorFigure(relativeStandardError),
        ...bounds,
        n,
        failed,
      ],
      ...(better === undefined
        ? []
        : [[...common, 'share', 'probabilityBetter', ...probabilityCells(better), '', '', n, failed]]),
    ]
  })
}

function probabilityCells(share: Probability): readonly [string, string] {
  return [figure(share.value, share.standardError), errorFigure(share.standardError)]
}

const plantShares = ['active', 'opened', 'idled', 'closed', 'gained', 'lost', 'cut', 'raised'] as const

/** Plants in the last year: shares of replicates, and mean output against the baseline. */
export function plantsCsv(report: Report): string {
  const header = ['scenario', 'plant', 'maker', 'city', 'state', 'place', 'statistic', 'value', 'monteCarloError', 'n']
  const rows = report.plants.flatMap((row) => {
    const common = [row.scenario, row.plant, row.maker, row.city, row.state, row.place]
    return [
      ...plantShares.map((name) => [...common, name, ...probabilityCells(row[name]), row.n]),
      ...outputCells(row).map((cells) => [...common, ...cells, row.n]),
    ]
  })
  return csv(header, rows)
}

function outputCells(row: PlantRow): readonly (readonly Cell[])[] {
  return [
    ['baseYearOutput', figure(row.baseYearOutput, NaN), ''],
    ['baselineOutput', figure(row.baselineOutput, NaN), ''],
    ['output', figure(row.output, NaN), ''],
    ['difference', figure(row.difference, row.differenceStandardError), errorFigure(row.differenceStandardError)],
  ]
}

/** Where each line is assembled in the last year: shares of replicates. */
export function linesCsv(report: Report): string {
  const header = ['scenario', 'line', 'fromPlace', 'place', 'value', 'monteCarloError', 'n']
  const rows = report.lines.map(({ scenario, line, from, place, n, here }) => [
    scenario,
    line,
    from,
    place,
    ...probabilityCells(here),
    n,
  ])
  return csv(header, rows)
}

/** Customs programmes in the last year, means: rates, vehicles, and million USD of value, non-US value and duty. */
export function programmesCsv(report: Report): string {
  const header = ['scenario', 'programme', 'dutyRate', 'dutyRateOnNonUsContent', 'statistic', 'value', 'n']
  const rows = report.programmes.flatMap((row) => {
    const common = [row.scenario, row.programme, row.dutyRate, row.dutyRateOnNonUsContent]
    return (['vehicles', 'value', 'nonUsValue', 'duty'] as const).map((name) => [
      ...common,
      name,
      figure(row[name], NaN),
      row.n,
    ])
  })
  return csv(header, rows)
}

/** Failed replicates with their reasons. */
export function failuresCsv(
  failures: readonly { readonly scenario: string; readonly replicate: number; readonly reason: string }[],
): string {
  return csv(
    ['scenario', 'replicate', 'reason'],
    failures.map(({ scenario, replicate, reason }) => [scenario, replicate, reason]),
  )
}

/** Failures of a report, with the names of their scenarios. */
export function namedFailures(report: Report): Parameters<typeof failuresCsv>[0] {
  return report.failures.map(({ scenario, replicate, reason }) => ({
    scenario: report.scenarios[scenario].name,
    replicate,
    reason,
  }))
}
