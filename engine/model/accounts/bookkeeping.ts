/**
 * Adds one year up over lines: vehicles, values, duties, content, parts and profits by place, into the ledger. Section 13 of
 * docs/model.md. Sums are in vehicles and thousand USD.
 */
import { type Ledger, headquartersCount } from './ledger.ts'
import type { Metals } from '../customs/metals.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import type { Setting } from '../cost/setting.ts'
import { cellColumns, valueColumn, dutyColumn, claimColumn, partsColumn, creditColumn } from '../cost/cellColumns.ts'
import {
  countries,
  marketCount,
  origin,
  originCount,
  overseasPlace,
  place,
  placeCount,
  regionalOrigins,
} from '../inputs/sets.ts'
import type { YearState } from '../year/yearState.ts'

/** Position of China among the home countries of lines built overseas. */
const china = countries.indexOf('CN')

/** Clears the year's sums and adds every line's vehicles, values, duties, content and parts under regime r to them. */
export function addLines(economy: AccountedEconomy, r: number): void {
  const { scenario, setting, plants, year: state, ledger } = economy
  const { industry, scales } = setting
  clearYear(ledger)
  const { table, exportParts, exportCredit } = state.inForce
  const { vehicles, columns, assembledFor, assembled, partsPaid, partsCredit } = ledger
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const site = j * placeCount + o
    const scale = scales.locationFactor[site] * state.yearFactor[j]
    const assembly = setting.assemblyShare * scales.assembly[site]
    const builtInChina = o === overseasPlace && industry.lineOverseas[j] === china
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      const sold = state.weights[cell] * state.equilibria[m].quantity[industry.lineProduct[j]]
      if (!(sold > 0)) continue
      const costBase = sold * scales.base[cell] * scale * state.lineShareFactor[cell]
      const flow = m * placeCount + o
      vehicles[flow] += sold
      assembledFor[flow] += costBase * assembly
      if (builtInChina) ledger.chineseContent[m] += costBase * assembly
      addScaled(table, cell * cellColumns, costBase, cellColumns, columns, flow * cellColumns)
    }
    const costBase = state.exports[j] * scales.baseRow[j] * scale
    if (!(costBase > 0)) continue
    assembled[o] += costBase * assembly
    partsCredit[o] += costBase * exportCredit[j]
    addScaled(exportParts, j * originCount, costBase, originCount, partsPaid, o * originCount)
  }
  addSubsidies(economy, r)
  settleMarkets(ledger)
  settleParts(scenario.policy, setting.customs.metals, ledger, r)
}

/** target += scale * source, over `count` neighbouring numbers. */
function addScaled(
  source: Float64Array,
  from: number,
  scale: number,
  count: number,
  target: Float64Array,
  to: number,
): void {
  for (let n = 0; n < count; n++) target[to + n] += scale * source[from + n]
}

function clearYear(ledger: Ledger): void {
  ledger.vehicles.fill(0)
  ledger.columns.fill(0)
  ledger.assembledFor.fill(0)
  ledger.chineseContent.fill(0)
  ledger.assembled.fill(0)
  ledger.built.fill(0)
  ledger.regional.fill(0)
  ledger.partsPaid.fill(0)
  ledger.partsBought.fill(0)
  ledger.partsDuty.fill(0)
  ledger.partsCredit.fill(0)
  ledger.metalsDuty.fill(0)
}

/** Values, duties, claims and content by market and place of assembly, and parts by place, from the sums of the columns. */
function settleMarkets(ledger: Ledger): void {
  const { columns } = ledger
  for (let m = 0; m < marketCount; m++) {
    for (let o = 0; o < placeCount; o++) {
      const flow = m * placeCount + o
      const row = flow * cellColumns
      ledger.value[flow] = columns[row + valueColumn]
      ledger.duty[flow] = columns[row + dutyColumn]
      ledger.unclaimed[flow] = columns[row + valueColumn] - columns[row + claimColumn]
      ledger.usContent[flow] = columns[row + partsColumn + origin.US] + (o === place.US ? ledger.assembledFor[flow] : 0)
      ledger.chineseContent[m] += columns[row + partsColumn + origin.CN]
      ledger.assembled[o] += ledger.assembledFor[flow]
      ledger.partsCredit[o] += columns[row + creditColumn]
      for (let k = 0; k < originCount; k++) ledger.partsPaid[o * originCount + k] += columns[row + partsColumn + k]
    }
  }
}

/**
 * Splits what was paid for parts into the parts themselves and the duties on parts and on the metals in them, and adds up
 * purchases by origin (before duty, at metals prices of the base year) and regional content by place.
 */
function settleParts(policy: CompiledPolicy, metals: Metals, ledger: Ledger, r: number): void {
  for (let o = 0; o < placeCount; o++) {
    const factor = metals.factor[r * placeCount + o]
    const onMetals = metals.duty[r * placeCount + o]
    for (let k = 0; k < originCount; k++) {
      const paid = ledger.partsPaid[o * originCount + k]
      const bought = paid / (1 + policy.partsDuty[(r * placeCount + o) * originCount + k])
      ledger.partsBought[k] += factor === 1 ? bought : bought / factor
      ledger.metalsDuty[o] += bought * onMetals
      ledger.partsDuty[o] += paid - bought
      ledger.built[o] += paid
      if (k < regionalOrigins) ledger.regional[o] += paid
    }
    ledger.built[o] += ledger.assembled[o]
    ledger.partsDuty[o] -= ledger.partsCredit[o]
    if (o !== overseasPlace) ledger.regional[o] += ledger.assembled[o]
  }
}

/**
 * Makers' profits from sales in the markets and outside them, less the sunk costs of moves ordered this year: by
 * headquarters, and by the place where the vehicles are built (sunk costs by the place they build up).
 */
export function addProfits(economy: AccountedEconomy): void {
  addMakersProfits(economy)
  addProfitsByPlace(economy)
}

/** Profits by headquarters, thousand USD. Exports earn the constant markup over cost of a constant-elasticity demand. */
function addMakersProfits({ setting, year: state, ledger }: AccountedEconomy): void {
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
  if (setting.quotas !== undefined) addRents(setting, state, ledger)
  for (let j = 0; j < industry.lines.length; j++) {
    if (state.exports[j] === 0) continue
    const margin = state.rowCost[j] / (setting.rowElasticity - 1)
    ledger.profit[ledger.group[industry.productMaker[industry.lineProduct[j]]]] += margin * state.exports[j]
  }
  for (let group = 0; group < headquartersCount; group++) ledger.profit[group] -= ledger.investmentBy[group]
}

/** Quota rent of one vehicle of a line in a market, thousand USD; 0 in years without a quota in force. */
function rentOf({ quotas }: Setting, state: YearState, cell: number): number {
  // `quotas.rent` is only written in years with a quota in force, and otherwise holds the rents of such an earlier year.
  if (quotas === undefined || state.inForce !== quotas.inForce) return 0
  return quotas.rent[cell] === 0 ? 0 : state.lineShareFactor[cell] * quotas.rent[cell]
}

/**
 * Adds quota rents to profits: a maker prices at the cost of a vehicle outside the quota, and pays less for those inside.
 */
function addRents(setting: Setting, state: YearState, ledger: Ledger): void {
  const { industry } = setting
  const lines = industry.lines.length
  ledger.quotaRent.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const perVehicle = rentOf(setting, state, cell)
      if (perVehicle === 0) continue
      const i = industry.lineProduct[j]
      const rent = state.weights[cell] * quantity[i] * perVehicle
      ledger.quotaRent[m] += rent
      ledger.profit[ledger.group[industry.productMaker[i]]] += rent
    }
  }
}

/**
 * Profits by place, thousand USD. A line earns its product's price less its own cost, which holds the rise in cost of a larger
 * share than in the base year; summed over the lines of a product this is the product's margin.
 */
function addProfitsByPlace({ setting, plants, year: state, ledger }: AccountedEconomy): void {
  const { industry } = setting
  const lines = industry.lines.length
  ledger.profitAt.fill(0)
  for (let j = 0; j < lines; j++) {
    const i = industry.lineProduct[j]
    let profit = state.exports[j] === 0 ? 0 : (state.rowCost[j] / (setting.rowElasticity - 1)) * state.exports[j]
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      const sold = state.weights[cell] * state.equilibria[m].quantity[i]
      if (!(sold > 0)) continue
      profit += sold * (state.price[m][i] - state.lineShareFactor[cell] * state.lineCost[cell])
      if (setting.quotas !== undefined) profit += sold * rentOf(setting, state, cell)
      if (setting.subsidies !== undefined) profit += sold * setting.subsidies.line[cell]
    }
    ledger.profitAt[plants.linePlace[j]] += profit
  }
  for (let o = 0; o < placeCount; o++) ledger.profitAt[o] -= ledger.investmentAt[o]
}

/** Adds up the subsidies that buyers in each market were paid under regime r, thousand USD. */
function addSubsidies({ setting, plants, year: state, ledger }: AccountedEconomy, r: number): void {
  const { industry, subsidies } = setting
  ledger.subsidies.fill(0)
  if (subsidies === undefined) return
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const each = subsidies.paid[(r * marketCount * lines + cell) * placeCount + plants.linePlace[j]]
      const sold = state.weights[cell] * quantity[industry.lineProduct[j]]
      if (each > 0 && sold > 0) ledger.subsidies[m] += sold * each
    }
  }
}
