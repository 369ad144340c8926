/** What only the course of a policy over the years shows: that a run can start, and that what the file says counts in some year. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { courseOf, type CourseRules } from '../compile/course.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import type { CheckContext, Findings } from './context.ts'
import { neverInForce } from './neverInForce.ts'
import { closedMarkets, dutiesOnNothing } from './trade.ts'

/** The scenario's own file, and all of it. */
export interface Said {
  readonly own: ScenarioFile
  readonly whole: ScenarioFile
}

/** Markets in which nobody may sell are problems; what never counts is allowed, with a warning. */
export function courseFindings(
  { own, whole }: Said,
  rules: CourseRules,
  industry: Industry,
  context: CheckContext,
): Findings {
  const course = courseOf(rules)
  // Makers that may come in ship what nobody ships today.
  const idle = whole.entrants === undefined ? dutiesOnNothing(own, rules, industry, context) : []
  return {
    problems: closedMarkets(course, industry, context),
    warnings: [...neverInForce(own, { rules, course, context }), ...idle],
  }
}
