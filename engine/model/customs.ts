/**
 * Which customs programme a vehicle takes at each border, and what its content, duty and paperwork then cost.
 * Section 3 and 4 of docs/model.md.
 *
 * For every line, place of assembly, market and regime the maker compares the programmes that are open to it: the content
 * that each asks (through the content ladder), the duty on value or on non-US content, and paperwork. It takes the
 * cheapest. Costs are factors on the line's base cost, which is 1 where and as it is built under no content rule.
 */
import { pow } from '../math/elementary.ts'
import { vehicleFloorToPartsFloor } from './content.ts'
import type { Industry } from './industry.ts'
import { ladderCost, ladderShares, lastRung } from './ladderCost.ts'
import { floorKindCount, type CompiledPolicy, type ProgrammeTable } from './policy.ts'
import { countries, marketCount, originCount, overseasPlace, placeCount } from './sets.ts'
import type { Sourcing } from './sourcing.ts'

/** Results of the choice. Cells run over [regime x market x line x place]. */
export interface CustomsTables {
  /** Cost factor with duty and paperwork; Infinity where sale is barred. */
  readonly factor: Float64Array
  /** Customs value factor: parts with their content and assembly, before duty. */
  readonly value: Float64Array
  /** Duty as a factor on the same base. */
  readonly duty: Float64Array
  /** Programme taken, or -1 where sale is barred. */
  readonly programme: Int16Array
  /** Value of parts alone, as a factor. */
  readonly parts: Float64Array
  /** [... x origin] shares of parts by origin under the programme taken. */
  readonly shares: Float64Array
}

export function createCustomsTables(regimes: number, lines: number): CustomsTables {
  const cells = regimes * marketCount * lines * placeCount
  return {
    factor: new Float64Array(cells).fill(Infinity),
    value: new Float64Array(cells),
    duty: new Float64Array(cells),
    programme: new Int16Array(cells).fill(-1),
    parts: new Float64Array(cells),
    shares: new Float64Array(cells * originCount),
  }
}

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

/** Inputs of the choice that do not change within a replicate. */
export interface CustomsInputs {
  readonly policy: CompiledPolicy
  readonly floors: PartsFloors
  readonly sourcing: Sourcing
  /** [line x place] cost of assembly relative to the line's own base place. */
  readonly assembly: Float64Array
  assemblyShare: number
  theta: number
  paperwork: number
}

const mexicoPlace = 2
const mexicanParts = 2

/** US share of parts as customs counts it: US inputs inside Mexican parts are traced in vehicles built in Mexico. */
export function countedUsParts(industry: Industry, shares: Float64Array, offset: number, o: number): number {
  return shares[offset] + (o === mexicoPlace ? industry.usTracing * shares[offset + mexicanParts] : 0)
}

/** Value that is not of US content: parts and assembly less the US share of parts, and assembly in the US. */
export function nonUsValue(parts: number, usParts: number, assembly: number, o: number): number {
  return parts * (1 - usParts) + (o === 0 ? 0 : assembly)
}

/** Fills one regime's tables, copying cells that an earlier regime has already worked out. */
export function chooseProgrammes(industry: Industry, inputs: CustomsInputs, r: number, tables: CustomsTables): void {
  const lines = industry.lines.length
  const { sameAs } = inputs.policy
  for (let m = 0; m < marketCount; m++) {
    for (let j = 0; j < lines; j++) {
      // No table is read where a line sells nothing.
      if (industry.sales[m * lines + j] === 0) continue
      for (let o = 0; o < placeCount; o++) {
        // Nor where it may not go: those cells stay barred.
        if (industry.placePrior[j * placeCount + o] === 0) continue
        const within = (m * lines + j) * placeCount + o
        const cell = r * marketCount * lines * placeCount + within
        const earlier = sameAs[cell]
        if (earlier < r) copyCell(tables, earlier * marketCount * lines * placeCount + within, cell)
        else chooseProgramme(industry, inputs, r, j, o, cell, tables)
      }
    }
  }
}

function copyCell(tables: CustomsTables, from: number, to: number): void {
  tables.factor[to] = tables.factor[from]
  tables.value[to] = tables.value[from]
  tables.duty[to] = tables.duty[from]
  tables.programme[to] = tables.programme[from]
  tables.parts[to] = tables.parts[from]
  for (let k = 0; k < originCount; k++) tables.shares[to * originCount + k] = tables.shares[from * originCount + k]
}

const chinaCountry = countries.indexOf('CN')

/** Column of `assemblyCounts` for a line assembled at place o. */
export function assemblyOrigin(industry: Industry, j: number, o: number): number {
  if (o !== overseasPlace) return o
  return industry.lineOverseas[j] === chinaCountry ? chinaAssembly : allyAssembly
}

/** Fills one cell: the cheapest programme open to line j built at o. */
export function chooseProgramme(
  industry: Industry,
  inputs: CustomsInputs,
  r: number,
  j: number,
  o: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { policy, floors, sourcing, assemblyShare, theta, paperwork } = inputs
  const table = policy.programmes
  const sourced = (r * industry.lines.length + j) * placeCount + o
  const weightOffset = sourced * originCount
  const assembly = assemblyShare * inputs.assembly[j * placeCount + o]
  const freeParts = (1 - assemblyShare) * sourcing.partsCost[sourced]
  const origin = assemblyOrigin(industry, j, o)
  tables.factor[cell] = Infinity
  tables.programme[cell] = -1
  for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
    const programme = policy.programmeIds[n]
    const row = programme * assemblyOrigins + origin
    const onValue = table.duty[programme]
    const onNonUs = table.dutyOnNonUsContent[programme]
    const free = floors.asks[row] === 0 && onNonUs === 0
    const ratio = free
      ? 1
      : ladderCost(sourcing.weights, weightOffset, floors, programme, row * originCount, theta, onNonUs > 0)
    const parts = freeParts * ratio
    const value = parts + assembly
    const usParts = onNonUs === 0 ? 0 : countedUsParts(industry, ladderShares, 0, o)
    const duty = onValue * value + onNonUs * nonUsValue(parts, usParts, assembly, o)
    const factor = value * (1 + paperwork * table.preferential[programme]) + duty
    if (factor < tables.factor[cell]) {
      tables.factor[cell] = factor
      tables.value[cell] = value
      tables.duty[cell] = duty
      tables.parts[cell] = parts
      tables.programme[cell] = programme
      for (let k = 0; k < originCount; k++) {
        tables.shares[cell * originCount + k] = free ? sourcing.weights[weightOffset + k] : ladderShares[k]
      }
    }
  }
}
