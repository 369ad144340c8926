/** Laws of parameters that a scenario writes itself: that they are laws, and within the parameter's range. */
import { lawOf } from '../parameters/parameterLaws.ts'
import { parameters, statedTable } from '../parameters/parameters.ts'
import { elasticityFindings } from './elasticities.ts'
import { lawProblems } from './lawTails.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { levelsOf, shapeProblems } from './lawShapes.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { percentageMeant } from '../file/structure.ts'
import { type CheckContext, type Findings, problemAt } from './context.ts'

/** Laws that make no sense, or reach outside the range of their parameter; and those that are only unusual. */
export function uncertaintyFindings(uncertainties: ScenarioFile['uncertainties'], context: CheckContext): Findings {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (const { name } of statedTable) {
    const given = uncertainties?.[name]
    if (given === null || given === undefined) continue
    const path = ['uncertainties', name]
    const { range, warning, unit } = parameters[name]
    const law = lawOf(given)
    const shape = shapeProblems(law, path, context)
    problems.push(...shape)
    const levels = levelsOf(law)
    for (const [number, value] of levels) {
      const at = typeof given === 'number' ? path : [...path, ...number]
      const outside = rangeProblem(value, at, range, unit, context)
      if (outside !== undefined) problems.push(outside)
      else if (value < warning[0] || value > warning[1]) warnings.push(unusual(value, at, warning, unit, context))
    }
    const inRange = levels.every(([, value]) => value >= range[0] && value <= range[1])
    if (shape.length === 0 && inRange) problems.push(...lawProblems(law, { range, unit }, path, context))
  }
  if (problems.length > 0) return { problems, warnings }
  const crossing = elasticityFindings(uncertainties, context)
  return { problems: crossing.problems, warnings: [...warnings, ...crossing.warnings] }
}

function rangeProblem(
  value: number,
  path: Path,
  [least, most]: readonly [number, number],
  unit: string,
  context: CheckContext,
): Problem | undefined {
  if (value >= least && value <= most) return undefined
  const allowed = `${least} to ${most} (${unit})`
  const meant = most <= 1 ? percentageMeant(value, most) : undefined
  const hint = meant === undefined ? '' : `; ${value} looks like a percentage: write ${meant}`
  const nearest = meant === undefined ? undefined : String(meant)
  const message = `${value} is out of range: allowed is ${allowed}${hint}`
  return problemAt(context, path, { message, given: String(value), allowed, nearest })
}

function unusual(
  value: number,
  path: Path,
  [low, high]: readonly [number, number],
  unit: string,
  context: CheckContext,
): Problem {
  const allowed = `${low} to ${high} (${unit})`
  const message = `${value} is unusual: most studies use ${allowed}`
  return problemAt(context, path, { message, given: String(value), allowed })
}
