/**
 * Which customs programme a vehicle takes at each border, and what its content, duty and paperwork then cost.
 * Section 3 and 4 of docs/model.md.
 *
 * For every line, place of assembly, market and regime the maker compares the programmes that are open to it: the content
 * that each asks (through the content ladder), the duty on value or on non-US content, and paperwork. It takes the
 * cheapest. Costs are factors on the line's base cost, which is 1 where and as it is built under no content rule.
 */
import { assemblyCredit } from './assemblyCredits.ts'
import { chargedValue } from '../content/chargedContent.ts'
import type { Industry } from '../inputs/industry.ts'
import { ladderCost } from '../content/ladderCost.ts'
import type { PartsLadder } from '../content/partsLadder.ts'
import { type Metals, metalsPremium } from './metals.ts'
import { type PartsFloors, assemblyOrigin, assemblyOrigins } from '../content/partsFloors.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'
import type { Sourcing } from '../content/sourcing.ts'

/** Results of the choice. Cells run over [regime x market x line x place]. */
export interface CustomsTables {
  /** Cost factor with duty and paperwork, less the credit for assembly; Infinity where sale is barred. */
  readonly factor: Float64Array
  /** Customs value factor: parts with their content and assembly, before duty. */
  readonly value: Float64Array
  /** Duty as a factor on the same base. */
  readonly duty: Float64Array
  /** Credit for assembly as a factor on the same base. */
  readonly credit: Float64Array
  /** Programme taken, or -1 where sale is barred. */
  readonly programme: Int16Array
  /** Value of parts alone, as a factor. */
  readonly parts: Float64Array
  /** [... x origin] shares of parts by origin under the programme taken. */
  readonly shares: Float64Array
}

/** Tables in which sale is barred everywhere; `chooseProgrammes` fills them. */
export function createCustomsTables(regimes: number, lines: number): CustomsTables {
  const cells = regimes * marketCount * lines * placeCount
  return {
    factor: new Float64Array(cells).fill(Infinity),
    value: new Float64Array(cells),
    duty: new Float64Array(cells),
    credit: new Float64Array(cells),
    programme: new Int16Array(cells).fill(-1),
    parts: new Float64Array(cells),
    shares: new Float64Array(cells * originCount),
  }
}

/** Inputs of the choice that do not change within a replicate, and room to work in. */
export interface CustomsInputs {
  readonly industry: Industry
  readonly policy: CompiledPolicy
  readonly floors: PartsFloors
  readonly sourcing: Sourcing
  readonly metals: Metals
  /** [line x place] cost of assembly relative to the line's own base place. */
  readonly assembly: Float64Array
  /** Working arrays of the choice of parts. */
  readonly ladder: PartsLadder
  /** Share of assembly in the cost of a vehicle. */
  assemblyShare: number
  /** Dispersion of part costs. */
  theta: number
  /** Cost of papers that prove origin, as a share of customs value. */
  paperwork: number
}

/** Fills one regime's tables, copying cells that an earlier regime has already worked out. */
export function chooseProgrammes(inputs: CustomsInputs, r: number, tables: CustomsTables): void {
  const { industry } = inputs
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
        else chooseProgramme(inputs, r, j, o, cell, tables)
      }
    }
  }
}

function copyCell(tables: CustomsTables, from: number, to: number): void {
  tables.factor[to] = tables.factor[from]
  tables.value[to] = tables.value[from]
  tables.duty[to] = tables.duty[from]
  tables.credit[to] = tables.credit[from]
  tables.programme[to] = tables.programme[from]
  tables.parts[to] = tables.parts[from]
  for (let k = 0; k < originCount; k++) tables.shares[to * originCount + k] = tables.shares[from * originCount + k]
}

/**
 * Fills one cell: the cheapest programme open to line j built at o under regime r.
 *
 * @param cell of the tables, for one market
 */
export function chooseProgramme(
  inputs: CustomsInputs,
  r: number,
  j: number,
  o: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { industry, policy, floors, sourcing, metals, ladder, assemblyShare, paperwork } = inputs
  const { shares } = ladder.vehicle
  const { duty: onValue, dutyOnNonUsContent, sparedOrigins, preferential } = policy.programmes
  const sourced = (r * industry.lines.length + j) * placeCount + o
  const weightOffset = sourced * originCount
  const assembly = assemblyShare * inputs.assembly[j * placeCount + o]
  const freeParts = (1 - assemblyShare) * sourcing.partsCost[sourced]
  const assembledIn = assemblyOrigin(industry, j, o)
  tables.factor[cell] = Infinity
  tables.programme[cell] = -1
  for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
    const programme = policy.programmeIds[n]
    const onNonUs = dutyOnNonUsContent[programme]
    const free = floors.asks[programme * assemblyOrigins + assembledIn] === 0 && onNonUs === 0
    const ratio = free ? 1 : ladderCost(ladder, floors, programme, assembledIn, sourcing.weights, weightOffset)
    const parts = freeParts * ratio * metalsPremium(policy, metals, r, programme, o)
    const value = parts + assembly
    const charged = onNonUs === 0 ? 0 : chargedValue(industry, sparedOrigins[programme], shares, parts, assembly, o)
    const duty = onValue[programme] * value + onNonUs * charged
    const factor = value * (1 + paperwork * preferential[programme]) + duty
    // Also passes over a programme whose floors cannot be met: its factor is Infinity, or no number.
    if (!(factor < tables.factor[cell])) continue
    tables.factor[cell] = factor
    tables.value[cell] = value
    tables.duty[cell] = duty
    tables.parts[cell] = parts
    tables.programme[cell] = programme
    for (let k = 0; k < originCount; k++) {
      tables.shares[cell * originCount + k] = free ? sourcing.weights[weightOffset + k] : shares[k]
    }
  }
  creditAssembly(policy, r, o, cell, tables)
}

/** Takes the credit for assembly off the cost of the programme taken. */
function creditAssembly(policy: CompiledPolicy, r: number, o: number, cell: number, tables: CustomsTables): void {
  const { value, parts, shares, credit, factor, programme } = tables
  credit[cell] = 0
  if (programme[cell] < 0) return
  credit[cell] = assemblyCredit(policy, r * placeCount + o, value[cell], parts[cell], shares, cell * originCount)
  factor[cell] = factor[cell] - credit[cell]
}
