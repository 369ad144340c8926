/**
 * What studies beyond a plain run add to a report, each a part of its own: sensitivity, discovery, curves along a lever.
 * Plain data; a part that is absent leaves no trace in the report.
 */
import type { Interval } from '../../engine/math/samplingError.ts'

/** One uncertain factor and how much of the spread of an outcome it accounts for. */
export interface FactorRow {
  readonly factor: string
  /** The factor in words, with its unit. */
  readonly title: string
  /** In the unit of the part. */
  readonly index: number
  /** Of the index, 95%: how far this number of model runs may be off. */
  readonly interval: Interval
  /** False where the index cannot be told from that of a factor without effect. */
  readonly isSeen: boolean
  /** Which way it works, as in `the more of it, the less of the outcome`. */
  readonly words: string
}

export interface SensitivityPart {
  /** As in `Sobol' total index`. */
  readonly method: string
  /** Of the index: `share` is shown in percents. */
  readonly unit: string
  /** What the index says of a factor. */
  readonly meaning: string
  /** Name of the scenario whose outcome is explained. */
  readonly scenario: string
  /** Scenario whose outcome is taken off; absent where the level is explained. */
  readonly against?: string
  /** In words, with place and unit. */
  readonly outcome: string
  readonly year: number
  /** The strongest factor first. */
  readonly factors: readonly FactorRow[]
  /** What pairs of factors do together, in shares of variance, the largest first; absent where it was not asked. */
  readonly pairs?: readonly FactorRow[]
  /** Runs of the model, which are others than the replicates of the report. */
  readonly runs: number
  /** The command that finds the same again. */
  readonly reproduce: string
}

/** A box in the space of levers and parameters in which an option fails. */
export interface FailureBox {
  /** Where, how often, and how much of all failing it holds, in a sentence of its own. */
  readonly sentence: string
  /** Share of the replicates in the box that fail, and share of all failing replicates that are in it. */
  readonly density: number
  readonly coverage: number
  /** The steps of the search on replicates that took no part in it; older findings lack it. */
  readonly curve?: readonly {
    readonly step: number
    readonly density: number
    /** Of the density, 95%. */
    readonly interval: Interval
    readonly coverage: number
    readonly restricted: number
  }[]
  readonly limits: readonly {
    readonly factor: string
    readonly title: string
    readonly unit: string
    readonly low: number
    readonly high: number
  }[]
}

export interface DiscoveryPart {
  /** Scenario, or the sweep all of whose points are cases. */
  readonly option: string
  /** What counts as failing, in words. */
  readonly event: string
  /** Cases that could be computed, and those that fail; and what could not be computed. */
  readonly cases: number
  readonly ofInterest: number
  readonly leftOut: number
  /** Of each point when it was sought: a run that was made longer since has more. Older findings do not say it. */
  readonly replicates?: number
  /** None where no box is borne out by replicates that took no part in the search. */
  readonly boxes: readonly FailureBox[]
  readonly reproduce: string
}

export interface CurvePoint {
  readonly level: number
  readonly mean: number
  /** Of the mean: Monte Carlo error at 90%. */
  readonly error: Interval
  /** 5% to 95% of replicates. */
  readonly spread: Interval
}

/** Where an outcome is greatest, or least, along a lever. */
export interface CurveTop {
  /** Where, how surely, how flat, and where single replicates peak. */
  readonly words: readonly string[]
  /** Between the levels tried, with the 95% interval that resampling replicates gives; absent where there is none. */
  readonly peak?: { readonly kind: 'peak' | 'trough'; readonly level: number; readonly interval: Interval }
}

/** An outcome along the levels of one lever, as on a Laffer curve. */
export interface SweepCurve extends CurveTop {
  readonly lever: string
  readonly leverUnit: string
  /** Values of the other levers of the sweep, in words; empty where there are none. */
  readonly others: string
  /** In words, with its year: as in `parts jobs, US, 2036, less base`. */
  readonly outcome: string
  readonly unit: string
  /** Of the outcome's catalogue entry; older results lack it. */
  readonly outcomeId?: string
  readonly points: readonly CurvePoint[]
  /** When its top was sought, where that was a question of its own: a sweep that was made longer since has more. */
  readonly replicates?: number
  /** The command that sought its top, where that was a question of its own. */
  readonly reproduce?: string
}

/** A lever of a surface with its levels in the order of an axis. */
export interface SurfaceLever {
  readonly title: string
  readonly unit: string
  /** Numbers ascending, else in the order of the sweep. */
  readonly levels: readonly string[]
}

/** An outcome over the levels of two levers, for each level of a third where there is one. */
export interface SweepSurface {
  /** Two or three: that of the rows, that of the columns, that of the panels. */
  readonly levers: readonly SurfaceLever[]
  /** In words, with its year and baseline. */
  readonly outcome: string
  readonly outcomeId: string
  readonly unit: string
  readonly cells: readonly {
    /** [lever] position of its level. */
    readonly at: readonly number[]
    readonly mean: number
    /** Of the mean: Monte Carlo error at 90%. */
    readonly error: Interval
    /** 5% to 95% of replicates. */
    readonly spread: Interval
  }[]
}

/** A point of a sweep judged by several outcomes, or the baseline, which is number 0. */
export interface FrontPartPoint {
  readonly number: number
  /** Values of its levers, or the name of the baseline. */
  readonly title: string
  /** [goal] */
  readonly figures: readonly {
    readonly mean: number
    /** Of the mean: Monte Carlo error at 90%. */
    readonly error: Interval
    /** 5% to 95% of replicates. */
    readonly spread: Interval
  }[]
  readonly standing: 'on the front' | 'not settled' | 'dominated'
  /** Share of resamples on whose front it is. */
  readonly chance: number
  /** On the front of the means as they are. */
  readonly isOnFront: boolean
  /** Share of replicates on whose own front it is. */
  readonly inReplicates: number
  /** The largest 95% quantile of regret, in parts of the largest of any point. */
  readonly worstRegret: number
  /** Share of replicates in which all thresholds are kept, with its 95% interval; absent without thresholds. */
  readonly keepsAll?: Interval & { readonly value: number }
}

/** All points of a sweep under the same laws, by several outcomes at once. */
export interface FrontPart {
  /** Parameters that the sweep holds, in words; empty where there are none. */
  readonly laws: string
  readonly goals: readonly {
    /** In words, with its year. */
    readonly outcome: string
    readonly unit: string
    readonly sought: 'most' | 'least'
  }[]
  /** What is found, what is open first. */
  readonly words: readonly string[]
  readonly points: readonly FrontPartPoint[]
  /** When it was sought: a sweep that was made longer since has more. */
  readonly replicates: number
  readonly reproduce: string
}

export interface ReportParts {
  readonly sensitivity?: SensitivityPart
  /** Of further outcomes, from the same runs of the model. */
  readonly moreSensitivity?: readonly SensitivityPart[]
  readonly discovery?: DiscoveryPart
  readonly sweep?: readonly SweepCurve[]
  readonly surfaces?: readonly SweepSurface[]
  readonly fronts?: readonly FrontPart[]
}
