/**
 * Rule `us-content`: what customs counts as US content in Mexican-built cars is more than the content label shows
 * (docs/model.md section 11), because it traces US inputs inside Mexican parts. One share of the value of Mexican parts, the
 * same for all Mexican-built lines, is solved so that their US-bound sales have the wanted share of vehicle value. Where the
 * parts are made stays as labelled: a car that moves north does not lose US parts it never had.
 */
import { originCount, place, origin } from '../../engine/model/inputs/sets.ts'
import { usContentOfMexicanCars, assemblyShare } from './judgement.ts'
import type { Sketch } from './sketch.ts'

/** Not every part made in Mexico can be American inside. */
const mostTraced = 0.9

export interface UsContent {
  /** Share of the value of Mexican parts that customs counts as US content. */
  readonly tracing: number
  /** Mean US share of vehicle value in US-bound Mexican cars: as labelled, and as customs counts. */
  readonly before: number
  readonly after: number
}

/**
 * @param shares [line x origin] as labelled
 * @param value [line] US sales times price
 */
export function customsContent(sketch: Sketch, shares: Float64Array, value: Float64Array): UsContent {
  const counts = sketch.lines.map(
    (line) => line.place === place.MX && !sketch.mexicoOnly[sketch.products[line.product].maker],
  )
  const wanted = usContentOfMexicanCars / (1 - assemblyShare)
  const labelled = meanShare(shares, origin.US, value, counts)
  const mexican = meanShare(shares, origin.MX, value, counts)
  // No US-bound Mexican cars, or content that is there already: nothing to trace.
  const isShort = mexican > 0 && labelled < wanted
  const tracing = isShort ? Math.min(mostTraced, (wanted - labelled) / mexican) : 0
  return {
    tracing,
    before: labelled * (1 - assemblyShare),
    after: (labelled + tracing * mexican) * (1 - assemblyShare),
  }
}

/** Mean share of parts from one origin, weighted by value; 0 where nothing is chosen. */
function meanShare(shares: Float64Array, origin: number, value: Float64Array, chosen: readonly boolean[]): number {
  let sum = 0
  let weight = 0
  for (let j = 0; j < value.length; j++) {
    if (!chosen[j]) continue
    sum += value[j] * shares[j * originCount + origin]
    weight += value[j]
  }
  return weight > 0 ? sum / weight : 0
}
