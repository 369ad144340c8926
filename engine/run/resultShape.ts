/** The sizes of what a run keeps of its replicates. */
import { outcomeCount, outcomeDefinitions } from '../model/accounts/outcomes.ts'
import type { Industry } from '../model/inputs/industry.ts'
import type { CompiledScenario } from '../model/inputs/policy.ts'
import { plantMap } from '../model/plants/plantMap.ts'
import type { DerivedOutcome } from '../model/accounts/derivedOutcome.ts'
import type { Kept, ResultShape } from './layout.ts'

/** Every year and outcome. */
export function keepAll(years: number): Kept {
  return { years: Array.from({ length: years + 1 }, (_, t) => t), outcomes: outcomeDefinitions.map((_, c) => c) }
}

/** What decides the sizes of a run's results. */
export interface ShapeRequest {
  readonly industry: Industry
  readonly scenarios: readonly CompiledScenario[]
  /** As in `MonteCarloRequest`. */
  readonly baseline?: number
  readonly kept?: Kept
  readonly keepPlants?: boolean
  readonly derived?: readonly DerivedOutcome[]
}

/**
 * Sizes of a run's results.
 * @throws RangeError when there is no scenario, or their years differ.
 */
export function resultShape(request: ShapeRequest): ResultShape {
  const { industry, scenarios } = request
  const first = scenarios[0]
  if (first === undefined) throw new RangeError('a run needs at least one scenario')
  const other = scenarios.find((scenario) => scenario.years !== first.years)
  if (other !== undefined) {
    throw new RangeError(
      `scenarios of one run need the same years: ${first.name} has ${first.years}, ${other.name} has ${other.years}`,
    )
  }
  const kept = request.kept ?? keepAll(first.years)
  const plants = request.keepPlants !== false
  return {
    scenarios: scenarios.length,
    baseline: request.baseline ?? 0,
    kept,
    catalogue: outcomeCount,
    ...(request.derived === undefined || request.derived.length === 0 ? {} : { derived: request.derived }),
    years: kept.years.length,
    outcomes: kept.outcomes.length,
    plantSlots: plants ? plantMap(industry).slots : 0,
    lines: plants ? industry.lines.length : 0,
    programmes: plants ? Math.max(...scenarios.map(({ policy }) => policy.programmes.names.length)) : 0,
  }
}
