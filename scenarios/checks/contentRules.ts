/** Rules on core parts and on wages: that someone is asked, and that there is something which they change. */
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type Programme, domesticName } from '../file/scenario.ts'
import type { Dated } from '../file/values.ts'
import { type CheckContext, problemAt } from './context.ts'

/** @param path of the programme */
export function contentRuleProblems(
  name: string,
  { content, preferential }: Programme,
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  const problems: Problem[] = []
  if (asksAnything(content?.core) && (preferential !== true || name === domesticName)) {
    const message =
      `${name} claims no preference, and the rule on core parts is one of origin: write preferential: true beside the ` +
      'duty, or leave core out'
    problems.push(
      problemAt(context, [...path, 'content', 'core'], { message, allowed: 'a programme with a preference' }),
    )
  }
  if (content?.labourWage !== undefined && content.labourWage !== null && !asksAnything(content.labour)) {
    const message =
      'changes nothing without labour value content: write labour: 0.40, or leave it out (the wage of the USMCA is ' +
      `${agreedWage} USD an hour)`
    const finding = { message, allowed: 'a rule that asks labour value content', onKey: true }
    problems.push(problemAt(context, [...path, 'content', 'labourWage'], finding))
  }
  return problems
}

function asksAnything(floor: Dated | null | undefined): boolean {
  if (floor === null || floor === undefined) return false
  return typeof floor === 'number' ? floor > 0 : floor.some(({ value }) => value > 0)
}
