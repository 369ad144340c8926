/**
 * Everything that is wrong with a sweep file, as far as it can be seen in one go: what does not fit is taken out, and the rest is
 * checked as if it had never been there, as it is with scenario files.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { derivedProblems } from '../checks/derived.ts'
import { designProblems } from '../checks/design.ts'
import { holdForms, settingProblems } from '../checks/settings.ts'
import { type DerivedBlock, derivedTexts } from '../file/derived.ts'
import { pathText } from '../file/position.ts'
import { isScenarioError, scenarioError, type Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { loadScenarioOver } from '../load.ts'
import type { StatedForms } from '../parameters/forms.ts'
import { csvPoints } from './csvPoints.ts'
import { keyProblems, yearProblems } from './keyProblems.ts'
import { change, extendedBy } from './leverChange.ts'
import { pointScenarios } from './pointScenarios.ts'
import { sweepPoints } from './points.ts'
import { outcomeProblems, scenarioProblems, type SweepSource } from './readSweep.ts'
import type { PointValues } from './sweepFile.ts'
import { type SweepTexts, sweepTexts } from './sweepTexts.ts'

/** What a sweep file comes to when nothing is wrong with it. */
export interface CheckedSweep {
  readonly points: readonly PointValues[]
  /** One a point. */
  readonly scenarios: readonly ResolvedScenario[]
  /** Derived outcomes of the scenario and of the sweep. */
  readonly derived: DerivedBlock
  readonly texts: SweepTexts
}

/** @throws an error of kind `scenario` with all problems of the file, its points and the scenarios they make */
export function checkSweep(read: SweepSource, industry: Industry, forms: StatedForms): CheckedSweep {
  const { content, file, positions } = read
  const context = { file, positions, chains: new Map() }
  const csv = csvPoints(read)
  const { points, places, problems: ofPoints } = sweepPoints(content, file, positions, csv.points)
  const named = scenarioProblems(read)
  const found = [...read.problems, ...withoutEchoes([...ofPoints, ...csv.problems, ...named], read)]
  const first = ofPoints.length === 0 ? (points[0] ?? {}) : {}
  const swept = named.length > 0 ? undefined : attempt(found, () => scenarioSwept(read, first, industry))
  if (swept === undefined) throw scenarioError(found)
  const derived = { ...swept.content.derived, ...content.derived }
  const keys = keyProblems(read, swept)
  const ofFile = [
    ...keys,
    ...outcomeProblems(
      read,
      derivedTexts(swept.content.derived).map(({ id }) => id),
    ),
    ...yearProblems(read, swept, industry),
    ...derivedProblems(derived, context),
    ...designProblems({ ...content, derived }, swept, context),
  ]
  found.push(...withoutEchoes(ofFile, read))
  const cannotBeMade = points.length === 0 || ofPoints.length + csv.problems.length + keys.length > 0
  const made = cannotBeMade ? undefined : attempt(found, () => pointScenarios(read, points, places, industry))
  if (made === undefined) throw scenarioError(found)
  const scenarios = made.map((scenario) => holdForms(scenario, forms))
  const texts = sweepTexts(content, scenarios, context)
  found.push(...settingProblems(scenarios).map((problem) => ({ ...problem, file })), ...texts.problems)
  if (found.length > 0) throw scenarioError(found)
  return { points, scenarios, derived, texts }
}

/** What the work gives; undefined where it finds problems, which are added to those that were found. */
function attempt<Result>(found: Problem[], work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (!isScenarioError(error)) throw error
    found.push(...error.problems)
    return undefined
  }
}

/** The scenario that is changed, before any lever changes it. */
function scenarioSwept(read: SweepSource, first: PointValues, industry: Industry): ResolvedScenario {
  const { folder, known } = read
  return loadScenarioOver('sweep', extendedBy(read, first), change(read, {}), { industry, folder, known })
}

/** Leaves out what is wrong only because something unfit was taken out, which has its own message. */
function withoutEchoes(found: readonly Problem[], { removed, problems }: SweepSource): readonly Problem[] {
  const gone = removed.map(pathText)
  const holdsNames = gone.some((one) => /^(derived|levers|points|csv)\b/.test(one))
  return found.filter(({ path, message }) => {
    if (gone.includes('') || problems.some(({ nearest }) => nearest === path)) return false
    if (path !== '' && gone.some((one) => isInside(path, one) || isInside(one, path))) return false
    // What is taken out may hold a name that is missed elsewhere, or a point of the file of points.
    return !(holdsNames && (path === '' || /^unknown (outcome|lever)/.test(message)))
  })
}

/** Whether a place in the file is another, or lies in it: `levers.duty` lies in `levers`. */
function isInside(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`)
}
