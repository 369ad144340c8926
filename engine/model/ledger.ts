/**
 * The books of one year: vehicles, values, duties, content, parts and profits by place, added up over lines. Section 13 of
 * docs/model.md. Sums are in vehicles and thousand USD; `accounts` reports them.
 */
import type { CustomsTables } from './customs.ts'
import type { Industry, Maker } from './industry.ts'
import type { PlantState } from './plants.ts'
import type { CompiledPolicy } from './policy.ts'
import type { Setting } from './regimes.ts'
import { countries, marketCount, originCount, overseasPlace, placeCount } from './sets.ts'
import type { YearState } from './year.ts'

const chineseParts = 5
const lastRegionalOrigin = 3

/** Columns of `profit`: headquarters in the US, in Asia or Europe, in China. */
function headquartersGroup(maker: Maker): number {
  if (maker.headquarters === 'US') return 0
  return maker.headquarters === 'CN' ? 2 : 1
}

/** Sums that the year's accounts are made of, and the base year's levels they are compared with. */
export interface Ledger {
  /** [maker] group of its headquarters. */
  readonly group: Uint8Array
  /** [market x place] vehicles, customs value and duty (thousand USD), and the value that claims no preference. */
  readonly vehicles: Float64Array
  readonly value: Float64Array
  readonly duty: Float64Array
  readonly unclaimed: Float64Array
  /** [market x place] value of US content; [market] value of Chinese content. */
  readonly usContent: Float64Array
  readonly chineseContent: Float64Array
  /** [place] value built, and its content from the region. */
  readonly built: Float64Array
  readonly regional: Float64Array
  /** [origin] value of parts bought, before duty; [place] duty on parts. */
  readonly partsBought: Float64Array
  readonly partsDuty: Float64Array
  /** [group] thousand USD. */
  readonly profit: Float64Array
  /** [place] thousand USD of sunk costs, and by headquarters group, booked in the year of the order. */
  readonly investment: Float64Array
  readonly investmentBy: Float64Array
  /** [place] lines moved in and out so far. */
  readonly linesIn: Float64Array
  readonly linesOut: Float64Array
  /** Base-year levels. */
  readonly baseParts: Float64Array
  readonly baseSurplus: Float64Array
  readonly baseQuantity: readonly Float64Array[]
  readonly basePrice: readonly Float64Array[]
  baseTreasury: number
  baseProfit: number
}

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
    usContent: new Float64Array(grid),
    chineseContent: new Float64Array(marketCount),
    built: new Float64Array(placeCount),
    regional: new Float64Array(placeCount),
    partsBought: new Float64Array(originCount),
    partsDuty: new Float64Array(placeCount),
    profit: new Float64Array(3),
    investment: new Float64Array(placeCount),
    investmentBy: new Float64Array(3),
    linesIn: new Float64Array(placeCount),
    linesOut: new Float64Array(placeCount),
    baseParts: new Float64Array(originCount),
    baseSurplus: new Float64Array(marketCount),
    baseQuantity: perMarket(),
    basePrice: perMarket(),
    baseTreasury: 0,
    baseProfit: 0,
  }
}

/** Starts a history: nothing moved, nothing invested. */
export function openLedger(ledger: Ledger): void {
  ledger.linesIn.fill(0)
  ledger.linesOut.fill(0)
  ledger.investment.fill(0)
  ledger.investmentBy.fill(0)
}

/** Books a move's sunk cost (thousand USD) in the year it is ordered. */
export function bookMove(ledger: Ledger, maker: number, from: number, to: number, sunk: number): void {
  ledger.investment[to] += sunk
  ledger.investmentBy[ledger.group[maker]] += sunk
  ledger.linesIn[to] += 1
  ledger.linesOut[from] += 1
}

/** Sales, customs values and duties, by market and place of assembly. */
export function addVehicles(
  setting: Setting,
  policy: CompiledPolicy,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  r: number,
): void {
  const { industry, scales, tables } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (const sums of [ledger.vehicles, ledger.value, ledger.duty, ledger.unclaimed, ledger.usContent]) sums.fill(0)
  ledger.chineseContent.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const i = industry.lineProduct[j]
      const sold = state.weights[m * lines + j] * quantity[i]
      if (!(sold > 0)) continue
      const o = plants.linePlace[j]
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      const worth = sold * scales.base[m * products + i] * scales.z[j * placeCount + o] * state.pressure[j]
      const value = worth * tables.value[cell]
      const bin = m * placeCount + o
      ledger.vehicles[bin] += sold
      ledger.value[bin] += value
      ledger.duty[bin] += worth * tables.duty[cell]
      if (policy.programmes.preferential[tables.programme[cell]] === 0) ledger.unclaimed[bin] += value
      const assembled = tables.value[cell] - tables.parts[cell]
      const usParts = tables.parts[cell] * tables.shares[cell * originCount]
      ledger.usContent[bin] += worth * (usParts + (o === 0 ? assembled : 0))
      ledger.chineseContent[m] += worth * chineseValue(industry, tables, cell, j, o, assembled)
    }
  }
}

const china = countries.indexOf('CN')

function chineseValue(
  industry: Industry,
  tables: CustomsTables,
  cell: number,
  j: number,
  o: number,
  assembled: number,
): number {
  const parts = tables.parts[cell] * tables.shares[cell * originCount + chineseParts]
  return o === overseasPlace && industry.lineOverseas[j] === china ? parts + assembled : parts
}

/** Parts bought by origin, duties on them, and content of what is built, over all destinations. */
export function addOutput(
  setting: Setting,
  policy: CompiledPolicy,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  r: number,
): void {
  const { industry, scales, tables, sourcing } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (const sums of [ledger.built, ledger.regional, ledger.partsBought, ledger.partsDuty]) sums.fill(0)
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const site = j * placeCount + o
    const i = industry.lineProduct[j]
    const scale = scales.z[site] * state.pressure[j]
    const assembled = setting.assemblyShare * scales.assembly[site]
    for (let m = 0; m < marketCount; m++) {
      const sold = state.weights[m * lines + j] * state.equilibria[m].quantity[i]
      if (!(sold > 0)) continue
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      const worth = sold * scales.base[m * products + i] * scale
      addParts(policy, ledger, r, o, worth * tables.parts[cell], tables.shares, cell * originCount, worth * assembled)
    }
    const sourced = (r * lines + j) * placeCount + o
    const parts = (1 - setting.assemblyShare) * sourcing.partsCost[sourced]
    const worth = state.exports[j] * scales.baseRow[j] * scale
    if (worth > 0) {
      addParts(policy, ledger, r, o, worth * parts, sourcing.weights, sourced * originCount, worth * assembled)
    }
  }
}

/** Books parts of a given value (duty paid, thousand USD) with their shares by origin. */
function addParts(
  policy: CompiledPolicy,
  ledger: Ledger,
  r: number,
  o: number,
  parts: number,
  shares: Float64Array,
  shareOffset: number,
  assembled: number,
): void {
  ledger.built[o] += parts + assembled
  let regional = o === overseasPlace ? 0 : assembled
  for (let k = 0; k < originCount; k++) {
    const paid = parts * shares[shareOffset + k]
    const rate = policy.partsDuty[(r * placeCount + o) * originCount + k]
    const bought = paid / (1 + rate)
    ledger.partsBought[k] += bought
    ledger.partsDuty[o] += bought * rate
    if (k <= lastRegionalOrigin) regional += paid
  }
  ledger.regional[o] += regional
}

/** Makers' profits from sales in the markets and outside them, less the sunk costs of moves ordered this year. */
export function addProfits(setting: Setting, state: YearState, ledger: Ledger): void {
  const { industry } = setting
  const products = industry.products.length
  ledger.profit.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let i = 0; i < products; i++) {
      if (!(quantity[i] > 0)) continue
      const margin = state.price[m][i] - state.productCost[m * products + i]
      ledger.profit[ledger.group[industry.productMaker[i]]] += margin * quantity[i]
    }
  }
  for (let j = 0; j < industry.lines.length; j++) {
    if (state.exports[j] === 0) continue
    const margin = state.rowCost[j] / (setting.rowElasticity - 1)
    ledger.profit[ledger.group[industry.productMaker[industry.lineProduct[j]]]] += margin * state.exports[j]
  }
  for (let group = 0; group < 3; group++) ledger.profit[group] -= ledger.investmentBy[group]
}

export function keepBaseYear(state: YearState, ledger: Ledger): void {
  ledger.baseParts.set(ledger.partsBought)
  ledger.baseProfit = ledger.profit[0]
  ledger.baseTreasury = treasury(ledger)
  for (let m = 0; m < marketCount; m++) {
    ledger.baseSurplus[m] = state.equilibria[m].surplus
    ledger.baseQuantity[m].set(state.equilibria[m].quantity)
    ledger.basePrice[m].set(state.price[m])
  }
}

/** US duties on vehicles and parts, thousand USD. */
export function treasury(ledger: Ledger): number {
  let total = ledger.partsDuty[0]
  for (let o = 0; o < placeCount; o++) total += ledger.duty[o]
  return total
}

