/** What happened in 2025 beside the engine's year under the rules in force: mean, interval, and whether what happened lies in it. */
import { summarise } from '../../engine/analysis/summary.ts'
import { type MeasuredRun, type Ours, columnOf, statusOf } from './measure.ts'
import { type Happened, happened2025 } from './outcomes2025.ts'
import { type ModelCheckOptions, runScenarios } from './runScenarios.ts'

export interface OutcomeResult {
  readonly happened: Happened
  readonly ours: Ours
  /** What happened lies within 5% to 95% of replicates, or how far outside: in widths of that interval. */
  readonly verdict: 'inside' | 'outside'
  readonly distance: number
}

/** All outcomes of 2025, misses first, the farthest first. */
export interface OutcomeChecks {
  readonly scenario: string
  readonly replicates: number
  readonly seed: number
  readonly failed: number
  readonly results: readonly OutcomeResult[]
}

const scenario = 'path-2026'
const year = 2025
const daysInYear = 365
const millionsInBillion = 1000

/** Runs the path of 2025 and puts it beside what happened. Nothing is judged but whether what happened is in the interval. */
export async function checkOutcomes(options: ModelCheckOptions): Promise<OutcomeChecks> {
  const scenarios = [scenario]
  const { inputs, seed, result, failed } = await runScenarios(scenarios, options)
  const run = { result, scenarios, baseYear: inputs.industry.baseYear }
  const results = happened2025.map((happened) => resultOf(run, happened))
  return {
    scenario,
    replicates: result.replicates,
    seed,
    failed,
    results: results.toSorted((one, other) => other.distance - one.distance),
  }
}

function resultOf(run: MeasuredRun, happened: Happened): OutcomeResult {
  const values = valuesOf(run, happened)
  const ours = summarise(values, statusOf(run, scenario), new Float64Array(2 * values.length))
  const beyond = Math.max(0, ours.low - happened.actual, happened.actual - ours.high)
  return { happened, ours, verdict: beyond === 0 ? 'inside' : 'outside', distance: beyond / (ours.high - ours.low) }
}

/** [replicate] our number. */
function valuesOf(run: MeasuredRun, { ours: { outcome, kind, days = daysInYear } }: Happened): Float64Array {
  const column = (of: number): Float64Array => columnOf(run, scenario, { outcomes: [outcome], year: of })
  const now = column(year)
  if (kind === 'level') return now
  const before = column(run.baseYear)
  if (kind === 'change') return now.map((value, d) => value / before[d] - 1)
  if (kind === 'added') return now.map((value, d) => (value - before[d]) / millionsInBillion)
  return now.map((value, d) => (value - (before[d] * (daysInYear - days)) / daysInYear) * (daysInYear / days))
}
