/** The precision that a run is to go on for: what it is asked of exists, and the schedule holds together. */
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import type { DerivedText } from '../file/derived.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import type { Problem } from '../file/problem.ts'
import type { DesignBlock, PrecisionTarget } from '../parameters/sampling.ts'
import { type CheckContext, problemAt } from './context.ts'
import type { Years } from './policy.ts'

/**
 * Targets of precision whose outcome or year is not of the run, and a schedule that cannot be kept.
 *
 * @param derived outcomes that the file makes by formulas
 */
export function untilProblems(
  design: DesignBlock,
  derived: readonly DerivedText[],
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  return [
    ...(design.until ?? []).flatMap((target, n) => [
      ...outcomeProblems(target, n, derived, context),
      ...yearProblems(target, n, years, context),
      ...widthProblems(target, n, context),
    ]),
    ...scheduleProblems(design, context),
    ...scramblingProblems(design, context),
  ]
}

function outcomeProblems(
  { outcome, statistic }: PrecisionTarget,
  n: number,
  derived: readonly DerivedText[],
  context: CheckContext,
): readonly Problem[] {
  const known: readonly Pick<DerivedText, 'id' | 'good'>[] = [...derived, ...outcomeDefinitions]
  const found = known.find(({ id }) => id === outcome)
  if (found === undefined) {
    const ids = known.map(({ id }) => id)
    const nearest = nearestName(outcome, ids)
    const hint = nameHint(outcome, ids)
    const finding = {
      message: `unknown outcome: ${outcome}; ${hint}`,
      given: outcome,
      allowed: ids.join(', '),
      nearest,
    }
    return [problemAt(context, ['design', 'until', n, 'outcome'], finding)]
  }
  if (statistic !== 'probabilityBetter' || found.good !== 'neither') return []
  const message = `of ${outcome} neither more nor less is better: ask for its difference`
  return [problemAt(context, ['design', 'until', n, 'statistic'], { message, given: statistic, nearest: 'difference' })]
}

function yearProblems(
  { year }: PrecisionTarget,
  n: number,
  { from, to }: Years,
  context: CheckContext,
): readonly Problem[] {
  const first = from - 1
  if (year === undefined || (year >= first && year <= to)) return []
  const allowed = `${first} to ${to}`
  const message = `${year} is not simulated; the years are ${allowed}`
  return [problemAt(context, ['design', 'until', n, 'year'], { message, given: String(year), allowed })]
}

const widestOfProbability = 0.5

/** An interval that holds every probability asks nothing. */
function widthProblems(
  { statistic, halfWidth }: PrecisionTarget,
  n: number,
  context: CheckContext,
): readonly Problem[] {
  if (statistic !== 'probabilityBetter' || halfWidth < widestOfProbability) return []
  const allowed = `above 0 and below ${widestOfProbability}, as in 0.02`
  const message = `${halfWidth} is no half width of a probability, which lies between 0 and 1: allowed is ${allowed}`
  return [problemAt(context, ['design', 'until', n, 'halfWidth'], { message, given: String(halfWidth), allowed })]
}

function scheduleProblems(design: DesignBlock, context: CheckContext): readonly Problem[] {
  const { until, replicates, min, max } = design
  if (!isStated(until)) {
    const message = 'belongs to until, and nothing is to be reached; write until, or replicates'
    const stated = (['min', 'max', 'batch'] as const).filter((key) => isStated(design[key]))
    return stated.map((key) => problemAt(context, ['design', key], { message, onKey: true }))
  }
  const problems: Problem[] = []
  if (isStated(replicates)) {
    const message = 'stands beside until, which decides how many there are: leave one of them out; the most are max'
    problems.push(problemAt(context, ['design', 'replicates'], { message, onKey: true }))
  }
  if (isStated(min) && isStated(max) && min > max) {
    const finding = { message: `${min} is more than max, ${max}`, given: String(min), allowed: `1 to ${max}` }
    problems.push(problemAt(context, ['design', 'min'], finding))
  }
  return problems
}

/** One scrambling has no error that could become small enough. */
function scramblingProblems({ until, sampler, scramblings }: DesignBlock, context: CheckContext): readonly Problem[] {
  if (!isStated(until) || sampler !== 'sobol' || scramblings !== 1) return []
  const message =
    "until needs errors, which come from the differences between scramblings of Sobol' points: give at least 2"
  return [problemAt(context, ['design', 'scramblings'], { message, given: '1', allowed: '2 or more' })]
}

function isStated<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null
}
