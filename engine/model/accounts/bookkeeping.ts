/**
 * Adds one year up over lines: vehicles, values, duties, content, parts and profits by place, into the ledger. Section 13 of
 * docs/model.md. Sums are in vehicles and thousand USD.
 */
import { type Ledger, headquartersCount } from './ledger.ts'
import { shiftParts } from './shiftedParts.ts'
import { addPartsToBill, settleBills } from './tariffBill.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import type { Setting } from '../cost/setting.ts'
import * as cellTable from '../cost/cellColumns.ts'
import { addColumns, addOrigins } from '../cost/columnSums.ts'
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
import { addRents, exportMargin, rentOf } from './rents.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const us: number = place.US
const places = placeCount
const origins = originCount
const { cellColumns, valueColumn, dutyColumn, claimColumn, partsColumn, creditColumn } = cellTable

/** Position of China among the home countries of lines built overseas. */
const china = countries.indexOf('CN')

/** Clears the year's sums and adds every line's vehicles, values, duties, content and parts under regime r to them. */
export function addLines(economy: AccountedEconomy, r: number): void {
  const { setting, plants, year: state, ledger } = economy
  const { industry, assemblyShare } = setting
  clearYear(ledger)
  const { lineOverseas, lineProduct, productMaker } = industry
  const { linePlace } = plants
  const { locationFactor, assembly: assemblyScale } = setting.scales
  const { table, exportParts, exportCredit } = state.inForce
  const { lineShareFactor, yearFactor, base, baseRow, exports, sales } = state
  const { vehicles, columns, assembledFor, assembled, partsPaid, partsCredit, chineseContent, bills } = ledger
  const owed = bills.columns
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const o = linePlace[j]
    const site = j * places + o
    const scale = locationFactor[site] * yearFactor[j]
    const assembly = assemblyShare * assemblyScale[site] * setting.customs.local.assembly[r * places + o]
    const bill = bills.of[productMaker[lineProduct[j]]]
    const builtInChina = o === overseasPlace && lineOverseas[j] === china
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      const sold = sales[cell]
      if (!(sold > 0)) continue
      const costBase = sold * base[cell] * scale * lineShareFactor[cell]
      const flow = m * places + o
      vehicles[flow] += sold
      assembledFor[flow] += costBase * assembly
      if (builtInChina) chineseContent[m] += costBase * assembly
      addColumns(table, cell * cellColumns, costBase, columns, flow * cellColumns)
      if (m === us) owed[bill * cellColumns + dutyColumn] += costBase * table[cell * cellColumns + dutyColumn]
      if (o === us) addPartsToBill(bills, bill, table, cell * cellColumns, costBase)
    }
    const costBase = exports[j] * baseRow[j] * scale
    if (!(costBase > 0)) continue
    assembled[o] += costBase * assembly
    partsCredit[o] += costBase * exportCredit[j]
    addOrigins(exportParts, j * origins, costBase, partsPaid, o * origins)
    if (o !== us) continue
    owed[bill * cellColumns + creditColumn] += costBase * exportCredit[j]
    addOrigins(exportParts, j * origins, costBase, owed, bill * cellColumns + partsColumn)
  }
  if (setting.closure.answers) shiftParts(setting.closure, r, ledger)
  addSubsidies(economy, r)
  settleMarkets(ledger)
  settleParts(setting, ledger, r)
  settleBills(setting.customs, r, bills)
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
  ledger.bills.columns.fill(0)
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
 * purchases by origin (before duty, at prices of the base year) and regional content by place.
 */
function settleParts({ closure, customs: { charges, metals } }: Setting, ledger: Ledger, r: number): void {
  for (let o = 0; o < placeCount; o++) {
    const onMetals = metals.duty[r * placeCount + o]
    for (let k = 0; k < originCount; k++) {
      const paid = ledger.partsPaid[o * originCount + k]
      const cell = (r * placeCount + o) * originCount + k
      const bought = paid / (1 + charges.charge[cell])
      ledger.partsBought[k] += bought / metals.factor[r * placeCount + o] / closure.parts[r * originCount + k]
      ledger.metalsDuty[o] += bought * onMetals
      ledger.partsDuty[o] += bought * charges.duty[cell]
      if (o === place.US) {
        ledger.partsForUs[k] = bought
        ledger.partsUnclaimed[k] = bought * (1 - charges.claimed[cell])
      }
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
function addMakersProfits(economy: AccountedEconomy): void {
  const { setting, year: state, ledger } = economy
  const { industry } = setting
  const { productMaker, lineProduct } = industry
  const { productCost, exports } = state
  const { profit, group: groupOf } = ledger
  const products = industry.products.length
  profit.fill(0)
  for (let m = 0; m < markets; m++) {
    const { quantity } = state.equilibria[m]
    const price = state.price[m]
    for (let i = 0; i < products; i++) {
      const sold = quantity[i]
      if (!(sold > 0)) continue
      const margin = price[i] - productCost[m * products + i]
      profit[groupOf[productMaker[i]]] += margin * sold
    }
  }
  if (setting.quotas !== undefined) addRents(setting, state, ledger)
  for (let j = 0; j < exports.length; j++) {
    if (exports[j] === 0) continue
    profit[groupOf[productMaker[lineProduct[j]]]] += exportMargin(economy, j) * exports[j]
  }
  for (let group = 0; group < headquartersCount; group++) profit[group] -= ledger.investmentBy[group]
}

/**
 * Profits by place, thousand USD. A line earns its product's price less its own cost, which holds the rise in cost of a larger
 * share than in the base year; summed over the lines of a product this is the product's margin.
 */
function addProfitsByPlace(economy: AccountedEconomy): void {
  const { setting, plants, year: state, ledger } = economy
  const { industry, quotas, subsidies } = setting
  const { lineProduct } = industry
  const { exports, sales, price, lineShareFactor, lineCost } = state
  const { linePlace } = plants
  const { profitAt } = ledger
  const lines = industry.lines.length
  profitAt.fill(0)
  for (let j = 0; j < lines; j++) {
    const i = lineProduct[j]
    let profit = exports[j] === 0 ? 0 : exportMargin(economy, j) * exports[j]
    for (let m = 0; m < markets; m++) {
      const cell = m * lines + j
      const sold = sales[cell]
      if (!(sold > 0)) continue
      profit += sold * (price[m][i] - lineShareFactor[cell] * lineCost[cell])
      if (quotas !== undefined) profit += sold * rentOf(setting, state, cell)
      if (subsidies !== undefined) profit += sold * subsidies.line[cell]
    }
    profitAt[linePlace[j]] += profit
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
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const each = subsidies.paid[(r * marketCount * lines + cell) * placeCount + plants.linePlace[j]]
      const sold = state.sales[cell]
      if (each > 0 && sold > 0) ledger.subsidies[m] += sold * each
    }
  }
}
