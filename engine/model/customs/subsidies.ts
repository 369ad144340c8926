/**
 * Subsidies to buyers by market: a sum for each vehicle sold that passes a test of where it is built and what is in it.
 * Section 4 of docs/model.md. The one in mind is the US credit for clean vehicles (Internal Revenue Code, section 30D).
 *
 * A buyer pays the price less the subsidy. With p the buyer's price, a maker that earns p + s - c chooses p as it would at
 * the unit cost c - s, in both demand systems. So the model works with buyers' prices, and with costs less subsidies:
 *
 *   cost to the maker = delivered cost - added,    added = paid under the regime - paid under the policy of the base year
 *
 * Base-year prices and sales have the subsidies of that year in them, so that only what changes is `added`. It counts at
 * every place alike: the map of the base year was chosen under what was then paid. Budgets are charged `paid` itself.
 */
import { type CustomsTables, cellsPerRegime, rowShares } from './customsTables.ts'
import { readyRow } from './spellMeans.ts'
import type { Industry } from '../inputs/industry.ts'
import { type PartsFloors, createPartsFloors, assemblyOrigin, meetsFloors } from '../content/partsFloors.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'
import type { CompiledPolicy, SubsidyTable } from '../inputs/policy.ts'

/** What one scenario with subsidies needs beside the rest. */
export interface SubsidySpace {
  readonly table: SubsidyTable
  readonly floors: PartsFloors
  /** [regime x market x line x place] thousand USD per vehicle, and the same less what regime 0 pays there. */
  readonly paid: Float64Array
  readonly added: Float64Array
  /** [market x line] `added` of lines where a decision puts them. */
  readonly considered: Float64Array
  /** [origin] shares of parts of the vehicle that is tested for content. */
  readonly partShares: Float64Array
  /** [market x line] `added` of lines where they are this year. */
  readonly line: Float64Array
  /** [market x product] mean of `added` over what is sold, this year and last year. */
  readonly product: Float64Array
  readonly before: Float64Array
}

/** Room for a scenario's subsidies to buyers; undefined where its policy has none. */
export function createSubsidySpace(industry: Industry, table: SubsidyTable | undefined): SubsidySpace | undefined {
  if (table === undefined) return undefined
  const cells = table.off.length - 1
  const perProduct = marketCount * industry.products.length
  return {
    table,
    floors: createPartsFloors(table.amount.length),
    paid: new Float64Array(cells),
    added: new Float64Array(cells),
    considered: new Float64Array(marketCount * industry.lines.length),
    partShares: new Float64Array(originCount),
    line: new Float64Array(marketCount * industry.lines.length),
    product: new Float64Array(perProduct),
    before: new Float64Array(perProduct),
  }
}

/** No more than this share of the base-year price is paid: a judgement, which keeps costs above nothing. */
const largestShareOfPrice = 0.5

/**
 * Fills what is paid in every cell, once parts and programmes are chosen and `floors` prepared. A line passes a test of
 * content as a whole where its newly sourced vehicles do; makers do not change their parts to pass it. Several subsidies
 * for one vehicle add up.
 */
export function fillSubsidies(
  industry: Industry,
  policy: CompiledPolicy,
  tables: CustomsTables,
  subsidies: SubsidySpace,
): void {
  const { table, paid, added } = subsidies
  const lines = industry.lines.length
  const perRegime = cellsPerRegime(lines)
  for (let r = 0; r < policy.regimes.length; r++) {
    for (let m = 0; m < marketCount; m++) {
      for (let j = 0; j < lines; j++) {
        const price = industry.price[m * industry.products.length + industry.lineProduct[j]]
        const most = price > 0 ? largestShareOfPrice * price : Infinity
        for (let o = 0; o < placeCount; o++) {
          const within = (m * lines + j) * placeCount + o
          const cell = r * perRegime + within
          const offers = table.off[cell + 1] > table.off[cell] && tables.programme[cell] >= 0
          if (offers) loadShares(tables, readyRow(policy, tables, lines, r, cell), subsidies.partShares)
          paid[cell] = offers ? Math.min(most, amountAt(industry, subsidies, j, o, cell)) : 0
          added[cell] = paid[cell] - paid[within]
        }
      }
    }
  }
}

/** Copies the shares of parts by origin out of a row. */
function loadShares({ rows }: CustomsTables, row: number, partShares: Float64Array): void {
  for (let k = 0; k < originCount; k++) partShares[k] = rows[row + rowShares + k]
}

/** Sum of the subsidies whose content the vehicle of a cell has, with its parts in `partShares`. */
function amountAt(
  industry: Industry,
  { table, floors, partShares }: SubsidySpace,
  j: number,
  o: number,
  cell: number,
): number {
  const assembledIn = assemblyOrigin(industry, j, o)
  let sum = 0
  for (let n = table.off[cell]; n < table.off[cell + 1]; n++) {
    const subsidy = table.ids[n]
    if (meetsFloors(floors, subsidy, assembledIn, partShares)) sum += table.amount[subsidy]
  }
  return sum
}

/** What line j built at o and sold in m gets under r beyond the base year, thousand USD. */
export function addedAt({ added }: SubsidySpace, lines: number, r: number, m: number, j: number, o: number): number {
  return added[((r * marketCount + m) * lines + j) * placeCount + o]
}
