/** Reports of other kinds than one option against a baseline, made of the sample's figures. */
import { type PairedSummary, probability } from '../../engine/analysis/paired.ts'
import type { Summary } from '../../engine/analysis/summary.ts'
import type { Report } from '../../reports/data/report.ts'
import { sampleReport } from './sampleReport.ts'

function isBase({ scenario }: { readonly scenario: string }): boolean {
  return scenario === 'base'
}

/** One scenario alone. */
export function aloneReport(): Report {
  const report = sampleReport()
  return {
    ...report,
    scenarios: report.scenarios.slice(0, 1),
    comparisons: [],
    summaries: report.summaries.filter(isBase),
    plants: report.plants.filter(isBase),
    lines: [],
    programmes: [],
  }
}

/** A comparison of several options, made of a report with one: the k-th of n has k/n of its differences. */
export function reportOf(options: number, report: Report = sampleReport()): Report {
  const [base, option] = report.scenarios
  const names = Array.from({ length: options }, (_, k) => `option-${k + 1}`)
  const copies = <Row extends { readonly scenario: string }>(rows: readonly Row[]): readonly Row[] => [
    ...rows.filter(({ scenario }) => scenario === base.name),
    ...names.flatMap((scenario) =>
      rows.filter((row) => row.scenario === option.name).map((row) => ({ ...row, scenario })),
    ),
  ]
  return {
    ...report,
    scenarios: [base, ...names.map((name, k) => ({ ...option, name, title: `Rules as they might be, step ${k + 1}` }))],
    summaries: copies(report.summaries),
    comparisons: names.flatMap((scenario, k) =>
      report.comparisons.map((row) => ({ ...row, scenario, paired: scaled(row.paired, (k + 1) / options) })),
    ),
    plants: copies(report.plants),
    lines: copies(report.lines),
    programmes: copies(report.programmes),
  }
}

function scaled(paired: PairedSummary, factor: number): PairedSummary {
  const times = (summary: Summary): Summary => ({
    ...summary,
    mean: factor * summary.mean,
    low: factor * summary.low,
    median: factor * summary.median,
    high: factor * summary.high,
    standardDeviation: factor * summary.standardDeviation,
    standardError: factor * summary.standardError,
  })
  return {
    ...paired,
    difference: times(paired.difference),
    relative: factor * paired.relative,
    relativeStandardError: factor * paired.relativeStandardError,
    scenarioMean: paired.baselineMean + factor * paired.difference.mean,
  }
}

/** No replicate was good in every scenario: sums over none are not numbers. */
export function failedReport(): Report {
  const report = sampleReport()
  const none: Summary = {
    mean: NaN,
    standardDeviation: NaN,
    standardError: NaN,
    low: NaN,
    median: NaN,
    high: NaN,
    n: 0,
    failed: 40,
  }
  const never = probability(0, 0)
  return {
    ...report,
    goodReplicates: 0,
    summaries: report.summaries.map((row) => ({ ...row, summary: none })),
    comparisons: report.comparisons.map((row) => ({
      ...row,
      paired: {
        ...row.paired,
        difference: none,
        baselineMean: NaN,
        scenarioMean: NaN,
        relative: NaN,
        relativeStandardError: NaN,
        better: never,
        same: 0,
      },
    })),
    plants: report.plants.map((row) => ({
      ...row,
      n: 0,
      cut: never,
      raised: never,
      lost: never,
      active: never,
      closed: never,
    })),
    failures: Array.from({ length: 40 }, (_, replicate) => ({
      scenario: 1,
      replicate,
      status: 1,
      reason: 'prices did not converge',
    })),
  }
}
