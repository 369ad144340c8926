/**
 * A run, comparison or sweep that is finished, as the page shows it: its report, and a line for each replicate of a comparison or
 * each point of a sweep, with what it drew or set and what came of it. Made by `reports/explorer/finished` from the folder of a result.
 */
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import type { Sampling } from '../../../engine/math/sampling.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import type { Report } from '../../data/report.ts'

/** One thing that lines differ by. */
export interface FinishedAxis {
  /** Of a lever, parameter or outcome; `option` for which option a line is of. */
  readonly id: string
  readonly title: string
  /** Unit, year and baseline in words. */
  readonly unit: string
  readonly kind: 'option' | 'lever' | 'parameter' | 'outcome'
  /** What a value says, by number from 0, where values are words. */
  readonly words?: readonly string[]
  /** [line] in the unit; not a number where there is none. */
  readonly values: Float64Array
  /** Whether it is shown before anybody chooses. */
  readonly isFirst: boolean
}

/** Where `discover` has found that an option fails. */
export interface FinishedBox {
  readonly sentence: string
  /** Open ends are infinite. */
  readonly limits: readonly { readonly axis: string; readonly low: number; readonly high: number }[]
  /** Titles of its limits for which lines have no axis. */
  readonly elsewhere: readonly string[]
}

export interface FinishedStudy {
  readonly kind: 'replicates' | 'points'
  readonly title: string
  readonly question: string
  /** The folder as it was named, for commands. */
  readonly folder: string
  /** Rows of key outcomes in the last year; no plants and lines. */
  readonly report: Report
  readonly axes: readonly FinishedAxis[]
  /** [line] position of its scenario in `scenarios`. */
  readonly lineScenario: Int32Array
  /** [line] number of its replicate; of a point none. */
  readonly lineReplicate?: Int32Array
  /** What lines there are, and what was left out of them, in words. */
  readonly told: readonly string[]
  readonly discovery?: { readonly event: string; readonly reproduce: string; readonly boxes: readonly FinishedBox[] }
  readonly scenarios: readonly { readonly name: string; readonly title: string }[]
  readonly replayed: Replayed
}

/** The lines of a study, without what else a page shows of it. */
export type Lines = Pick<FinishedStudy, 'kind' | 'axes' | 'lineScenario' | 'lineReplicate' | 'told'>

/** What a replicate is computed again from. */
export interface Replayed {
  readonly seed: number
  readonly sampling: Sampling
  readonly replicates: number
  /** The data of the study where they are not the shipped ones. */
  readonly industry?: Industry
  readonly parts: readonly {
    readonly laws: ParameterLaws
    readonly baseline: number
    /** Positions in `resolved`, which has the order of `FinishedStudy.scenarios`. */
    readonly scenarios: readonly number[]
  }[]
  /** What the page compiles: arrays that come of it are many times as long. */
  readonly resolved: readonly ResolvedScenario[]
}
