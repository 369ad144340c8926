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
import { type CompiledPolicy, isMean } from '../inputs/policy.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'
import type { Sourcing } from '../content/sourcing.ts'
import type { LocalCosts } from './localCosts.ts'
import type { PartsCharges } from './partsClaims.ts'
import { cellUnder, fillMean } from './spellMeans.ts'
import * as columns from './customsTables.ts'
import { type CustomsTables, cellsPerRegime, rowOf } from './customsTables.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const origins = originCount
const assemblyPlaces = assemblyOrigins
const { rowValue, rowDuty, rowCredit, rowParts, rowShares } = columns

/** Inputs of the choice that do not change within a replicate, and room to work in. */
export interface CustomsInputs {
  readonly industry: Industry
  readonly policy: CompiledPolicy
  /** Sets of rules that are worked out, see `setsInOrder`. */
  readonly order: Int32Array
  readonly floors: PartsFloors
  readonly sourcing: Sourcing
  readonly metals: Metals
  /** [line x place] cost of assembly relative to the line's own base place, at the wages of the base year. */
  readonly assembly: Float64Array
  /** What wages and exchange rates make of costs under every set of rules. */
  readonly local: LocalCosts
  /** Working arrays of the choice of parts. */
  readonly ladder: PartsLadder
  /** Share of assembly in the cost of a vehicle. */
  assemblyShare: number
  /** Dispersion of part costs. */
  theta: number
  /** [line] cost of papers that prove origin, as a share of customs value. */
  readonly papers: Float64Array
  /** What parts pay above their price under every set of rules. */
  readonly charges: PartsCharges
}

/** Fills one regime's tables. Cells with the rules of an earlier regime have its row, so that only what is read most is copied. */
export function chooseProgrammes(inputs: CustomsInputs, r: number, tables: CustomsTables): void {
  const { industry } = inputs
  const { sales, placePrior } = industry
  const lines = industry.lines.length
  const perRegime = cellsPerRegime(lines)
  for (let m = 0; m < markets; m++) {
    for (let j = 0; j < lines; j++) {
      // No table is read where a line sells nothing.
      if (sales[m * lines + j] === 0) continue
      for (let o = 0; o < places; o++) {
        // Nor where it may not go: those cells stay barred.
        if (placePrior[j * places + o] === 0) continue
        fillCell(inputs, r, j, o, r * perRegime + (m * lines + j) * places + o, tables)
      }
    }
  }
}

/**
 * Fills one cell of line j built at o under regime r: as under an earlier regime with the same rules, as the mean of the year's
 * spells, or by a choice of its own.
 *
 * @param cell of the tables, for one market
 */
export function fillCell(
  inputs: CustomsInputs,
  r: number,
  j: number,
  o: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { policy, industry } = inputs
  const { spells } = policy
  const { factor, programme } = tables
  const lines = industry.lines.length
  const earlier = cellUnder(lines, policy.sameAs[cell], r, cell)
  if (earlier !== cell) {
    // Rules of a part of a year are read where they are first.
    if (r >= policy.regimes.length) return
    factor[cell] = factor[earlier]
    programme[cell] = programme[earlier]
  } else if (spells !== undefined && isMean(spells, r)) fillMean(policy, spells, lines, r, cell, tables)
  else chooseProgramme(inputs, r, j, o, cell, tables)
}

/**
 * Fills one cell: the cheapest programme open to line j built at o under regime r.
 *
 * @param cell of the tables, for one market
 */
function chooseProgramme(
  inputs: CustomsInputs,
  r: number,
  j: number,
  o: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { industry, policy, floors, sourcing, metals, ladder, assemblyShare } = inputs
  const { shares } = ladder.vehicle
  const papers = inputs.papers[j]
  const { weights } = sourcing
  const { asks } = floors
  const { programmeOff, programmeIds } = policy
  const { duty: onValue, dutyOnNonUsContent, sparedOrigins, preferential } = policy.programmes
  const sourced = (r * industry.lines.length + j) * places + o
  const weightOffset = sourced * origins
  const assembly = assemblyShare * inputs.assembly[j * places + o] * inputs.local.assembly[r * places + o]
  const freeParts = (1 - assemblyShare) * sourcing.partsCost[sourced]
  const assembledIn = assemblyOrigin(industry, j, o)
  const { rows } = tables
  const row = rowOf(policy, industry.lines.length, r, cell)
  let cheapest = Infinity
  let taken = -1
  const end = programmeOff[cell + 1]
  for (let n = programmeOff[cell]; n < end; n++) {
    const programme = programmeIds[n]
    const onNonUs = dutyOnNonUsContent[programme]
    const free = asks[programme * assemblyPlaces + assembledIn] === 0 && onNonUs === 0
    const ratio = free ? 1 : ladderCost(ladder, floors, programme, assembledIn, weights, weightOffset)
    const parts = freeParts * ratio * metalsPremium(policy, metals, r, programme, o)
    const value = parts + assembly
    const charged = onNonUs === 0 ? 0 : chargedValue(industry, sparedOrigins[programme], shares, parts, assembly, o)
    const duty = onValue[programme] * value + onNonUs * charged
    const factor = value * (1 + papers * preferential[programme]) + duty
    // Also passes over a programme whose floors cannot be met: its factor is Infinity, or no number.
    if (!(factor < cheapest)) continue
    cheapest = factor
    taken = programme
    rows[row + rowValue] = value
    rows[row + rowDuty] = duty
    rows[row + rowParts] = parts
    if (free) copyShares(weights, weightOffset, rows, row + rowShares)
    else copyShares(shares, 0, rows, row + rowShares)
  }
  const credit = taken < 0 ? 0 : creditOf(inputs, r * places + o, rows, row)
  rows[row + rowCredit] = credit
  tables.programme[cell] = taken
  tables.factor[cell] = cheapest - credit
}

/** Credit for assembly of the vehicle in a row. */
function creditOf(inputs: CustomsInputs, site: number, rows: Float64Array, row: number): number {
  return assemblyCredit(inputs, site, rows[row + rowValue], rows[row + rowParts], rows, row + rowShares)
}

/** Copies shares by origin. */
function copyShares(from: Float64Array, start: number, to: Float64Array, at: number): void {
  for (let k = 0; k < origins; k++) to[at + k] = from[start + k]
}
