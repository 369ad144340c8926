/**
 * The books of one year: what `bookkeeping` adds up over lines, and the base year's levels. Section 13 of docs/model.md.
 * Sums are in vehicles and thousand USD; `accounts` reports them.
 */
import type { Maker, Industry } from '../inputs/industry.ts'
import { cellColumns } from '../cost/cellColumns.ts'
import { fifthCount } from '../market/fifths.ts'
import { headquarters, marketCount, placeCount, originCount } from '../inputs/sets.ts'
import { type TariffBills, createTariffBills } from './tariffBill.ts'
import type { YearState } from '../year/yearState.ts'

/** Number of groups of makers by headquarters. */
export const headquartersCount: number = Object.keys(headquarters).length

/** Group of a maker: position in `headquarters`. */
function headquartersGroup(maker: Maker): number {
  if (maker.headquarters === 'US') return headquarters.us
  return maker.headquarters === 'CN' ? headquarters.china : headquarters.asiaOrEurope
}

/** Sums that the year's accounts are made of, and the base year's levels they are compared with. */
export interface Ledger {
  /** [maker] group of makers it belongs to, a position in `headquarters`. */
  readonly group: Uint8Array
  /** [market x place] vehicles, customs value and duty (thousand USD), and the value that claims no preference. */
  readonly vehicles: Float64Array
  readonly value: Float64Array
  readonly duty: Float64Array
  readonly unclaimed: Float64Array
  /**
   * [market x place x column] sums over lines of what the columns of `cellColumns` hold, thousand USD; and [market x place]
   * value of assembly.
   */
  readonly columns: Float64Array
  readonly assembledFor: Float64Array
  /** [market x place] value of US content; [market] value of Chinese content. */
  readonly usContent: Float64Array
  readonly chineseContent: Float64Array
  /** [place] value of assembly, value built, and its content from the region. */
  readonly assembled: Float64Array
  readonly built: Float64Array
  readonly regional: Float64Array
  /** [place x origin] what was paid for parts, duty included, thousand USD. */
  readonly partsPaid: Float64Array
  /** [origin] value of parts bought, before duty; [place] duty on parts, less the credit for assembly, and that credit. */
  readonly partsBought: Float64Array
  readonly partsDuty: Float64Array
  readonly partsCredit: Float64Array
  /** [origin] value of parts bought for US plants that claims no preference, before duty; and all of it. */
  readonly partsUnclaimed: Float64Array
  readonly partsForUs: Float64Array
  /** [place] duty on metals in parts. */
  readonly metalsDuty: Float64Array
  /** US duties by maker. */
  readonly bills: TariffBills
  /** [market] rents of quotas, thousand USD; they are part of profit. */
  readonly quotaRent: Float64Array
  /** [market] subsidies that buyers were paid, thousand USD. */
  readonly subsidies: Float64Array
  /** [group] makers' profits by headquarters, thousand USD. */
  readonly profit: Float64Array
  /** [place] the same profits by where the vehicles are built. */
  readonly profitAt: Float64Array
  /** [place] sunk costs since the base year, thousand USD, booked in the year of the order. */
  readonly investment: Float64Array
  /** [place] and [group] sunk costs of this year's orders. */
  readonly investmentAt: Float64Array
  readonly investmentBy: Float64Array
  /** [place] lines moved in and out so far. */
  readonly linesIn: Float64Array
  readonly linesOut: Float64Array
  /** Base-year levels: [origin] parts bought, [market] consumers' surplus, [market][product] vehicles sold and prices. */
  readonly baseParts: Float64Array
  readonly baseSurplus: Float64Array
  /** [market x fifth] consumers' surplus up to a constant, today's and the base year's, thousand USD. */
  readonly surplusByFifth: Float64Array
  readonly baseSurplusByFifth: Float64Array
  readonly baseQuantity: readonly Float64Array[]
  readonly basePrice: readonly Float64Array[]
  /** Base-year levels: [market] revenue of the treasury (see `revenue`), and [group] profit, thousand USD. */
  readonly baseRevenue: Float64Array
  readonly baseProfit: Float64Array
}

/** A ledger with all sums at 0. */
export function createLedger(industry: Industry): Ledger {
  const grid = marketCount * placeCount
  const products = industry.products.length
  const perMarket = (): Float64Array[] => Array.from({ length: marketCount }, () => new Float64Array(products))
  return {
    group: Uint8Array.from(industry.makers, headquartersGroup),
    vehicles: new Float64Array(grid),
    value: new Float64Array(grid),
    duty: new Float64Array(grid),
    unclaimed: new Float64Array(grid),
    columns: new Float64Array(grid * cellColumns),
    assembledFor: new Float64Array(grid),
    usContent: new Float64Array(grid),
    chineseContent: new Float64Array(marketCount),
    assembled: new Float64Array(placeCount),
    built: new Float64Array(placeCount),
    regional: new Float64Array(placeCount),
    partsPaid: new Float64Array(placeCount * originCount),
    partsBought: new Float64Array(originCount),
    partsDuty: new Float64Array(placeCount),
    partsUnclaimed: new Float64Array(originCount),
    partsForUs: new Float64Array(originCount),
    metalsDuty: new Float64Array(placeCount),
    partsCredit: new Float64Array(placeCount),
    bills: createTariffBills(industry.makers),
    quotaRent: new Float64Array(marketCount),
    subsidies: new Float64Array(marketCount),
    profit: new Float64Array(headquartersCount),
    profitAt: new Float64Array(placeCount),
    investment: new Float64Array(placeCount),
    investmentAt: new Float64Array(placeCount),
    investmentBy: new Float64Array(headquartersCount),
    linesIn: new Float64Array(placeCount),
    linesOut: new Float64Array(placeCount),
    baseParts: new Float64Array(originCount),
    baseSurplus: new Float64Array(marketCount),
    surplusByFifth: new Float64Array(marketCount * fifthCount),
    baseSurplusByFifth: new Float64Array(marketCount * fifthCount),
    baseQuantity: perMarket(),
    basePrice: perMarket(),
    baseRevenue: new Float64Array(marketCount),
    baseProfit: new Float64Array(headquartersCount),
  }
}

/** Starts a history: nothing moved, nothing invested. */
export function resetLedger(ledger: Ledger): void {
  ledger.linesIn.fill(0)
  ledger.linesOut.fill(0)
  ledger.investment.fill(0)
  beginOrders(ledger)
}

/** Begins the orders of the next year: clears the sunk costs of this year's. */
export function beginOrders(ledger: Ledger): void {
  ledger.investmentAt.fill(0)
  ledger.investmentBy.fill(0)
}

/** Books the sunk cost (thousand USD) of what a maker builds up at a place. */
export function bookInvestment(ledger: Ledger, maker: number, place: number, sunk: number): void {
  ledger.investment[place] += sunk
  ledger.investmentAt[place] += sunk
  ledger.investmentBy[ledger.group[maker]] += sunk
}

/** Books a move from one place to another, and its sunk cost (thousand USD), in the year it is ordered. */
export function bookMove(ledger: Ledger, maker: number, from: number, to: number, sunk: number): void {
  bookInvestment(ledger, maker, to, sunk)
  ledger.linesIn[to] += 1
  ledger.linesOut[from] += 1
}

/** Books what it costs a maker to come into markets (thousand USD): a sunk cost, but no investment in a plant. */
export function bookEntryCost(ledger: Ledger, maker: number, sunk: number): void {
  ledger.investmentBy[ledger.group[maker]] += sunk
}

/** Keeps the levels of the year that has just been booked, the base year. */
export function keepBaseYear(state: YearState, ledger: Ledger): void {
  ledger.baseParts.set(ledger.partsBought)
  ledger.baseProfit.set(ledger.profit)
  for (let m = 0; m < marketCount; m++) {
    ledger.baseRevenue[m] = revenue(ledger, m)
    ledger.baseSurplus[m] = state.equilibria[m].surplus
    ledger.baseQuantity[m].set(state.equilibria[m].quantity)
    ledger.basePrice[m].set(state.price[m])
  }
}

/** Duties that a country collects on vehicles, parts and metals, less subsidies to buyers, thousand USD. */
export function revenue(ledger: Ledger, m: number): number {
  let total = ledger.partsDuty[m] + ledger.metalsDuty[m] - ledger.subsidies[m]
  for (let o = 0; o < placeCount; o++) total += ledger.duty[m * placeCount + o]
  return total
}
