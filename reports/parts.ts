/**
 * What studies beyond a plain run may add to a report, each a part of its own: sensitivity, discovery, a sweep's
 * curve, decisions. Plain data; a part that is absent leaves no trace in the report.
 */

/** Two ends of an interval, in the unit of what it belongs to. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** One uncertain factor and how much of the spread of an outcome's difference it accounts for. */
export interface FactorRow {
  readonly factor: string
  /** The factor in words, with its unit. */
  readonly title: string
  /** The index, a number from 0 to 1 for Sobol' indices. */
  readonly index: number
  /** Of the index: how far this number of model runs may be off. */
  readonly interval: Interval
  /** Which way it works, as in `more of it, fewer vehicles`. */
  readonly words: string
}

export interface SensitivityPart {
  /** As in `Sobol' total index`. */
  readonly method: string
  /** Name of the scenario whose difference from the baseline is explained. */
  readonly scenario: string
  /** Id of the outcome, and the year. */
  readonly outcome: string
  readonly year: number
  /** The strongest factor first. */
  readonly factors: readonly FactorRow[]
}

/** A box in the space of parameters in which an option fails. */
export interface FailureBox {
  readonly scenario: string
  /** As in `It fails where demand is elastic and moving is cheap`. */
  readonly sentence: string
  /** What counts as failing, in words. */
  readonly failing: string
  /** Share of the replicates in the box that fail, and share of all failing replicates that are in it. */
  readonly density: number
  readonly coverage: number
  readonly limits: readonly {
    readonly factor: string
    readonly title: string
    readonly unit: string
    readonly low: number
    readonly high: number
  }[]
}

export interface SweepPoint {
  readonly level: number
  readonly mean: number
  /** Of the mean: Monte Carlo error at 90%. */
  readonly error: Interval
  /** 5% to 95% of replicates. */
  readonly spread: Interval
}

/** An outcome along the levels of one lever, as on a Laffer curve. */
export interface SweepCurve {
  readonly lever: string
  readonly leverUnit: string
  /** In words, with its year: as in `US parts jobs in 2036, change against base`. */
  readonly outcome: string
  readonly unit: string
  readonly points: readonly SweepPoint[]
  /** Level at which the outcome is greatest, with the interval that resampling replicates gives. */
  readonly peak?: { readonly level: number; readonly interval: Interval }
}

/** One option judged by one outcome. */
export interface DecisionRow {
  readonly scenario: string
  readonly outcome: string
  /** Share of replicates in which no other option does better. */
  readonly best: number
  /** Mean shortfall from the best option of the same replicate, in the outcome's unit, and its Monte Carlo error. */
  readonly regret: number
  readonly regretStandardError: number
}

export interface DecisionPart {
  readonly year: number
  readonly rows: readonly DecisionRow[]
}

export interface ReportParts {
  readonly sensitivity?: readonly SensitivityPart[]
  readonly discovery?: readonly FailureBox[]
  readonly sweep?: readonly SweepCurve[]
  readonly decisions?: DecisionPart
}
