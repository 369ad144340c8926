/** The scenarios that the points of a sweep make. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { isScenarioError, scenarioError, type Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { loadScenarioOver } from '../load.ts'
import { splitValues, withHeld } from './heldParameters.ts'
import { change, extendedBy, type PointPlaces } from './leverChange.ts'
import { pointName } from './points.ts'
import type { SweepSource } from './readSweep.ts'
import type { PointValues } from './sweepFile.ts'

/** Problems after which no further points are looked at. */
const mostProblems = 100

/**
 * Each point whole, or where another one differs from it in parameters alone, from that one.
 *
 * @throws an error of kind `scenario` with the problems of all points
 */
export function pointScenarios(
  read: SweepSource,
  points: readonly PointValues[],
  places: readonly PointPlaces[],
  industry: Industry,
): readonly ResolvedScenario[] {
  const options = { industry, folder: read.folder, known: read.known }
  const load = takenOver(read)
  const problems: Problem[] = []
  const scenarios = points.flatMap((values, n) => {
    if (problems.length >= mostProblems) return []
    const name = pointName(values)
    const loaded = (): ResolvedScenario =>
      loadScenarioOver(name, extendedBy(read, values), change(read, values, places[n]), options)
    try {
      return [load(name, values, loaded)]
    } catch (error) {
      if (!isScenarioError(error)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw scenarioError(problems)
  return scenarios
}

export type LoadPoint = (name: string, values: PointValues, load: () => ResolvedScenario) => ResolvedScenario

/** Takes a scenario over from the first that differs from it in values of parameters alone; loads it where there is none. */
export function takenOver({ content, file, positions }: SweepSource): LoadPoint {
  const firsts = new Map<string, ResolvedScenario>()
  return (name, values, load) => {
    const { held, others } = splitValues(content.levers, values)
    const key = JSON.stringify(others)
    const first = firsts.get(key)
    const taken = first && withHeld(first, name, held, { file, positions, chains: new Map() })
    if (taken !== undefined) return taken
    const loaded = load()
    if (first === undefined) firsts.set(key, loaded)
    return loaded
  }
}
