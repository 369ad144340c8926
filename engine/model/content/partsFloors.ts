/**
 * Content that rules ask of a vehicle as floors on its parts, after what assembly counts and what customs practice leaves.
 * Section 3 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import { vehicleFloorToPartsFloor } from './content.ts'
import { type CoreMix, coreRegionalShare } from './coreMix.ts'
import type { Industry } from '../inputs/industry.ts'
import { type CountedWork, createCountedWork, type Wages, countWork, labourFloorOnParts } from './labourWage.ts'
import { exchangeSpared, regionalKind, lastRung, shareUpTo } from './rungs.ts'
import { originCount, countries, overseasPlace, regionPlaces } from '../inputs/sets.ts'
import { type FloorTable, floorKindCount, floorKinds } from '../inputs/policy.ts'

/**
 * Origin of assembly, for what it counts towards: the three places of the region by their own numbers, then an ally abroad,
 * then China.
 */
const assembledIn = { ally: regionPlaces, china: regionPlaces + 1 } as const
export const assemblyOrigins: number = regionPlaces + 2

// Constants of this file's own: exported ones, here and elsewhere, are read from memory in every round of a loop.
const rowsPerProgramme = assemblyOrigins
const origins = originCount
const abroad = overseasPlace

/** [floorKind x assembly origin] whether assembly there counts towards the floor; for labour see `labourWage`. */
const assemblyCounts: readonly (readonly boolean[])[] = [
  [true, false, false, false, false],
  [true, true, false, false, false],
  [true, true, true, false, false],
  [true, true, true, true, false],
]

const labourKind = floorKinds.indexOf('labour')

/** The floors of every programme on parts, for each origin of assembly, after slack and credits. */
export interface PartsFloors {
  /** [programme x assembly origin x rung] cumulative floors on parts; the last rung is 1. */
  readonly floors: Float64Array
  /** [programme x assembly origin] 1 where any floor asks something. */
  readonly asks: Uint8Array
  /** Dispersion of part costs in this replicate. */
  theta: number
  /** [programme] powers -(theta+1) and -theta of (1+t+u)/(1+t), t the duty on value and u that on non-US content. */
  readonly weightFactor: Float64Array
  readonly costFactor: Float64Array
  /**
   * [programme] set of rungs of the programme's ladder that a duty on content spares, bit k for rung k; 0 where there is
   * no such duty.
   */
  readonly spared: Uint8Array
  /** [programme] 1 where Chinese-owned suppliers in Mexico count as Chinese: the ladder has another order. */
  readonly chineseOwnedAreChinese: Uint8Array
  /** [programme] floor on the regional content of core parts, after slack. */
  readonly core: Float64Array
  readonly coreMix: CoreMix
  /** Work that the programme in hand counts towards labour value content. */
  readonly counted: CountedWork
}

/** Room for the floors of so many programmes or subsidies; `preparePartsFloors` fills it. */
export function createPartsFloors(programmes: number): PartsFloors {
  return {
    floors: new Float64Array(programmes * rowsPerProgramme * origins),
    asks: new Uint8Array(programmes * rowsPerProgramme),
    theta: 0,
    weightFactor: new Float64Array(programmes),
    costFactor: new Float64Array(programmes),
    spared: new Uint8Array(programmes),
    chineseOwnedAreChinese: new Uint8Array(programmes),
    core: new Float64Array(programmes),
    coreMix: { share: 0, odds: 1 },
    counted: createCountedWork(),
  }
}

/** What a replicate draws about content rules. */
export interface ContentParameters {
  /** Share of assembly in the cost of a vehicle. */
  readonly assemblyShare: number
  readonly theta: number
  /** Slack that customs practice leaves, as fractions of vehicle value. */
  readonly rvcSlack: number
  readonly lvcSlack: number
  readonly coreMix: CoreMix
  /** Spread of wages over a country's plants. */
  readonly wageSpread: number
}

/** Turns the rules' vehicle-level floors into floors on parts, once a replicate. */
export function preparePartsFloors(
  table: FloorTable,
  parameters: ContentParameters,
  wages: Wages,
  target: PartsFloors,
): void {
  target.floors.fill(0)
  target.theta = parameters.theta
  target.coreMix.share = parameters.coreMix.share
  target.coreMix.odds = parameters.coreMix.odds
  for (let programme = 0; programme < table.names.length; programme++) {
    const onContent = table.dutyOnNonUsContent[programme]
    const step = 1 + onContent / (1 + table.duty[programme])
    target.costFactor[programme] = pow(step, -parameters.theta)
    target.weightFactor[programme] = target.costFactor[programme] / step
    const exchanged = table.chineseOwnedAreChinese[programme]
    const spared = onContent > 0 ? table.sparedOrigins[programme] : 0
    target.chineseOwnedAreChinese[programme] = exchanged
    target.spared[programme] = exchanged === 1 ? exchangeSpared(spared) : spared
    const slack = parameters.rvcSlack * table.rollUp[programme]
    target.core[programme] = Math.max(0, table.coreFloor[programme] - slack)
    countWork(table.labourWage[programme], wages, parameters.wageSpread, target.counted)
    for (let origin = 0; origin < rowsPerProgramme; origin++) {
      fillFloors(table, programme, origin, parameters, slack, target)
    }
  }
}

/** Floors of one programme on the parts of vehicles assembled at an origin. */
function fillFloors(
  table: FloorTable,
  programme: number,
  origin: number,
  { assemblyShare, lvcSlack }: ContentParameters,
  slack: number,
  target: PartsFloors,
): void {
  const row = programme * rowsPerProgramme + origin
  const chineseOwned = target.chineseOwnedAreChinese[programme] === 1
  const asked = programme * floorKindCount
  let asks = target.core[programme] > 0 ? 1 : 0
  const regional = floorOnParts(table.floors[asked + regionalKind] - slack, assemblyShare, regionalKind, origin)
  for (let kind = 0; kind < floorKindCount; kind++) {
    const vehicle = table.floors[asked + kind]
    let parts = regional
    if (kind === labourKind) {
      const left = vehicle - (lvcSlack + table.labourCredits[programme])
      parts = labourFloorOnParts(left, assemblyShare, origin, regional, target.counted)
    } else if (kind !== regionalKind) parts = floorOnParts(vehicle, assemblyShare, kind, origin)
    target.floors[row * origins + lastRung(kind, chineseOwned)] = parts
    if (parts > 0) asks = 1
  }
  target.floors[row * origins + origins - 1] = 1
  target.asks[row] = asks
}

/** Floor on parts that one on the whole vehicle means, for vehicles assembled at an origin. */
function floorOnParts(vehicle: number, assemblyShare: number, kind: number, origin: number): number {
  return vehicleFloorToPartsFloor(vehicle, assemblyShare, assemblyCounts[kind][origin])
}

/** Rounding that a floor met exactly is allowed. */
const tolerance = 1e-9

/**
 * Whether parts with these shares, and the line's usual mix of core parts, meet all floors of a programme or subsidy.
 *
 * @param shares [origin] sum 1
 */
export function meetsFloors(floors: PartsFloors, programme: number, origin: number, shares: Float64Array): boolean {
  const row = programme * rowsPerProgramme + origin
  if (floors.asks[row] === 0) return true
  const chineseOwned = floors.chineseOwnedAreChinese[programme] === 1
  for (let k = 0; k < origins - 1; k++) {
    if (shareUpTo(shares, k, chineseOwned) < floors.floors[row * origins + k] - tolerance) return false
  }
  if (floors.core[programme] === 0) return true
  const regional = shareUpTo(shares, lastRung(regionalKind, chineseOwned), chineseOwned)
  return coreRegionalShare(regional, floors.coreMix) >= floors.core[programme] - tolerance
}

const chinaCountry = countries.indexOf('CN')

/** Column of `assemblyCounts` for a line assembled at place o. */
export function assemblyOrigin(industry: Industry, j: number, o: number): number {
  if (o !== abroad) return o
  return industry.lineOverseas[j] === chinaCountry ? assembledIn.china : assembledIn.ally
}
