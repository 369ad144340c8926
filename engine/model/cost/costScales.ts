/** Columns that the delivered cost of a line is worked out of: what the industry fixes, and what a replicate scales. */
import type { Industry } from '../inputs/industry.ts'
import { placeCount, destinationCount, overseasPlace, marketCount } from '../inputs/sets.ts'

/** What does not change between replicates. */
export interface CostGeography {
  /** [line x place] index into `countries`, or -1 where the line has no overseas home. */
  readonly country: Int32Array
  /** [line x place x destination] freight, thousand USD per vehicle. */
  readonly freight: Float64Array
}

/** Freight and countries of the lines of `industry`. */
export function costGeography(industry: Industry): CostGeography {
  const lines = industry.lines.length
  const country = new Int32Array(lines * placeCount)
  const freight = new Float64Array(lines * placeCount * destinationCount)
  for (let j = 0; j < lines; j++) {
    for (let o = 0; o < placeCount; o++) {
      const at = o === overseasPlace ? industry.lineOverseas[j] : o
      country[j * placeCount + o] = at
      for (let m = 0; m < destinationCount; m++) {
        freight[(j * placeCount + o) * destinationCount + m] =
          at < 0 ? Infinity : industry.freight[at * destinationCount + m]
      }
    }
  }
  return { country, freight }
}

/** Scales of one replicate. */
export interface CostScales {
  /** [market x line] cost of the line, without duty and freight, thousand USD; 0 where it is not sold. */
  readonly base: Float64Array
  /** [line] the same for what leaves the region. */
  readonly baseRow: Float64Array
  /** [line x place] location efficiency as a cost factor; Infinity where it may not go. */
  readonly locationFactor: Float64Array
  /** [line x place] assembly cost (labour and overhead) relative to the base place. */
  readonly assembly: Float64Array
}

/** Room for the scales of one replicate. */
export function createCostScales(industry: Industry): CostScales {
  const lines = industry.lines.length
  return {
    base: new Float64Array(marketCount * lines),
    baseRow: new Float64Array(lines),
    locationFactor: new Float64Array(lines * placeCount),
    assembly: new Float64Array(lines * placeCount),
  }
}
