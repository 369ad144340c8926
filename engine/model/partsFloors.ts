/**
 * Content that rules ask of a vehicle as floors on its parts, after what assembly counts and what customs practice leaves.
 * Section 3 of docs/model.md.
 */
import { pow } from '../math/elementary.ts'
import { vehicleFloorToPartsFloor } from './content.ts'
import type { Industry } from './industry.ts'
import { lastRung } from './ladderCost.ts'
import { floorKindCount, type ProgrammeTable } from './policy.ts'
import { countries, originCount, overseasPlace } from './sets.ts'

/** Assembly's own origin, for what it counts towards: US, CA, MX, an ally abroad, or China. */
export const assemblyOrigins = 5
const allyAssembly = 3
const chinaAssembly = 4

/** [floorKind x assembly origin] whether assembly there counts towards the floor. */
const assemblyCounts: readonly (readonly boolean[])[] = [
  [true, false, false, false, false],
  [true, true, false, false, false],
  [true, true, true, false, false],
  [true, true, true, true, false],
]

const labourKind = 1
const regionalKind = 2

/** The floors of every programme on parts, for each origin of assembly, after slack and credits. */
export interface PartsFloors {
  /** [programme x assembly origin x rung] cumulative floors on parts; the last rung is 1. */
  readonly floors: Float64Array
  /** [programme x assembly origin] 1 where any floor asks something. */
  readonly asks: Uint8Array
  /** [programme] powers -(theta+1) and -theta of (1+t+u)/(1+t), t the duty on value and u that on non-US content. */
  readonly weightFactor: Float64Array
  readonly costFactor: Float64Array
  /** [programme] 1 where Chinese-owned suppliers in Mexico count as Chinese: the ladder has another order. */
  readonly chineseOwnedAreChinese: Uint8Array
}

export function createPartsFloors(programmes: number): PartsFloors {
  return {
    floors: new Float64Array(programmes * assemblyOrigins * originCount),
    asks: new Uint8Array(programmes * assemblyOrigins),
    weightFactor: new Float64Array(programmes),
    costFactor: new Float64Array(programmes),
    chineseOwnedAreChinese: new Uint8Array(programmes),
  }
}

/** Slack that customs practice leaves, as fractions of vehicle value. */
export interface ContentSlack {
  readonly regional: number
  readonly labour: number
}

/** Turns the rules' vehicle-level floors into floors on parts, once a replicate. */
export function preparePartsFloors(
  table: ProgrammeTable,
  assemblyShare: number,
  theta: number,
  slack: ContentSlack,
  target: PartsFloors,
): void {
  target.floors.fill(0)
  for (let programme = 0; programme < table.names.length; programme++) {
    const step = 1 + table.dutyOnNonUsContent[programme] / (1 + table.duty[programme])
    target.costFactor[programme] = pow(step, -theta)
    target.weightFactor[programme] = target.costFactor[programme] / step
    const chineseOwned = table.chineseOwnedAreChinese?.[programme] ?? 0
    target.chineseOwnedAreChinese[programme] = chineseOwned
    for (let origin = 0; origin < assemblyOrigins; origin++) {
      const row = programme * assemblyOrigins + origin
      let asks = 0
      for (let kind = 0; kind < floorKindCount; kind++) {
        const written = table.floors[programme * floorKindCount + kind]
        if (written === 0) continue
        let vehicle = written
        if (kind === regionalKind) vehicle -= slack.regional * (table.rollUp?.[programme] ?? 1)
        if (kind === labourKind) vehicle -= slack.labour + table.labourCredits[programme]
        const parts = vehicleFloorToPartsFloor(vehicle, assemblyShare, assemblyCounts[kind][origin])
        target.floors[row * originCount + lastRung(kind, chineseOwned === 1)] = parts
        if (parts > 0) asks = 1
      }
      target.floors[row * originCount + originCount - 1] = 1
      target.asks[row] = asks
    }
  }
}

const chinaCountry = countries.indexOf('CN')

/** Column of `assemblyCounts` for a line assembled at place o. */
export function assemblyOrigin(industry: Industry, j: number, o: number): number {
  if (o !== overseasPlace) return o
  return industry.lineOverseas[j] === chinaCountry ? chinaAssembly : allyAssembly
}
