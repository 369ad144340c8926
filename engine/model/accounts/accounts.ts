/**
 * The accounts of one year: every outcome of the catalogue from the books of `ledger`. Section 13 of docs/model.md.
 * The books are in vehicles and thousand USD; outcomes in money are in million USD unless the catalogue says otherwise.
 */
import { headquarters, marketCount, placeCount, regionPlaces } from '../inputs/sets.ts'
import type { YearState } from '../year/yearState.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import { addLines, addProfits } from './bookkeeping.ts'
import { reportChinesePlants } from './chinesePlants.ts'
import { type Ledger, beginOrders, headquartersCount, keepBaseYear } from './ledger.ts'
import { countJobs, partsJobs } from './jobs.ts'
import { reportLocalPrices } from './localPrices.ts'
import { outcomeCount, outcomeIndex } from './outcomes.ts'
import { reportIncomes } from './incomeAccounts.ts'
import { basketIndex, exactIndex } from './priceIndices.ts'
import { ceilingRent, fullPlants } from './rents.ts'
import { reportTrade } from './tradeAccounts.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount

const thousandsInMillion = 1000

/** Position of each family's first outcome; its places follow in the order of the catalogue. */
const at = {
  output: outcomeIndex('output.US'),
  assemblyJobs: outcomeIndex('assemblyJobs.US'),
  partsJobs: outcomeIndex('partsJobs.US'),
  plantsActive: outcomeIndex('plantsActive.US'),
  plantsFull: outcomeIndex('plantsFull.US'),
  ceilingRent: outcomeIndex('ceilingRent.US'),
  plantsOpened: outcomeIndex('plantsOpened.US'),
  plantsClosed: outcomeIndex('plantsClosed.US'),
  linesIn: outcomeIndex('linesIn.US'),
  linesOut: outcomeIndex('linesOut.US'),
  investment: outcomeIndex('investment.US'),
  sales: outcomeIndex('sales.US'),
  averagePrice: outcomeIndex('averagePrice.US'),
  priceIndex: outcomeIndex('priceIndex.US'),
  exactPriceIndex: outcomeIndex('exactPriceIndex.US'),
  consumerSurplus: outcomeIndex('consumerSurplus.US'),
  exports: outcomeIndex('exports.US'),
  regionalContent: outcomeIndex('regionalContent.US'),
  chineseMakersShare: outcomeIndex('chineseMakersShare.US'),
  profit: outcomeIndex('profit.US'),
  profitOfAll: outcomeIndex('profit.all'),
  profitByPlace: outcomeIndex('profitByPlace.US'),
}

/**
 * Writes year t's row of outcomes, all but the welfare outcomes, which `closeWelfare` adds. Year 0 also sets the levels that
 * later years are compared with.
 *
 * @param r regime in force
 * @param outcomes [year x outcome]
 */
export function closeYear(economy: AccountedEconomy, r: number, t: number, outcomes: Float64Array): void {
  const { year, ledger, setting } = economy
  const row = outcomes.subarray(t * outcomeCount, (t + 1) * outcomeCount)
  addLines(economy, r)
  addProfits(economy)
  if (t === 0) keepBaseYear(year, ledger)
  countJobs(economy)
  reportPlants(economy, row)
  reportChinesePlants(economy, row)
  reportOutput(economy, row)
  reportMarkets(economy, row)
  reportTrade(economy, r, row)
  reportSurplus(year, ledger, t, row)
  reportIncomes(economy, t, row)
  reportProfits(ledger, row)
  reportLocalPrices(setting, r, row)
  beginOrders(ledger)
}

/** Closes a year of which no outcome is asked for, down to the jobs that later years hang on, which go into the year's row. */
export function closeJobs(economy: AccountedEconomy, r: number, t: number, outcomes: Float64Array): void {
  const { setting, ledger } = economy
  const row = outcomes.subarray(t * outcomeCount, (t + 1) * outcomeCount)
  addLines(economy, r)
  countJobs(economy)
  for (let o = 0; o < regionPlaces; o++) row[at.partsJobs + o] = partsJobs(setting.industry, ledger, o)
  beginOrders(ledger)
}

/** Closes a year of which nothing is asked for. Where wages answer to jobs, these are counted all the same. */
export function skipYear(economy: AccountedEconomy, r: number): void {
  if (economy.setting.closure.countsJobs) {
    addLines(economy, r)
    countJobs(economy)
  }
  beginOrders(economy.ledger)
}

/**
 * Whether the year's outcomes are numbers: something is sold in every market, and something of its basket of the base year; and
 * no volume or price is lost. Says of a year whose books are not closed what they would.
 */
export function hasOutcomes({ year, ledger }: AccountedEconomy): boolean {
  let built = 0
  for (let j = 0; j < year.output.length; j++) built += year.output[j]
  if (!Number.isFinite(built)) return false
  for (let m = 0; m < markets; m++) {
    const { quantity, surplus } = year.equilibria[m]
    if (!Number.isFinite(surplus) || !quantity.some(isSold)) return false
    if (!hasBasket(ledger.baseQuantity[m], year.price[m])) return false
  }
  return true
}

function isSold(vehicles: number): boolean {
  return vehicles > 0
}

/** Whether any product of the base year's basket still has a price. */
function hasBasket(quantity: Float64Array, price: Float64Array): boolean {
  for (let i = 0; i < quantity.length; i++) if (quantity[i] > 0 && price[i] < Infinity) return true
  return false
}

function reportPlants(economy: AccountedEconomy, row: Float64Array): void {
  const { map, plants } = economy
  for (let o = 0; o < regionPlaces; o++) {
    row[at.plantsFull + o] = fullPlants(economy, o)
    row[at.ceilingRent + o] = ceilingRent(economy, o) / thousandsInMillion
    row[at.plantsActive + o] = 0
    row[at.plantsOpened + o] = 0
    row[at.plantsClosed + o] = 0
  }
  for (let slot = 0; slot < map.slots; slot++) {
    const o = map.place[slot]
    if (plants.lineCount[slot] > 0) row[at.plantsActive + o] += 1
    row[at.plantsOpened + o] += plants.opened[slot]
    row[at.plantsClosed + o] += plants.closed[slot]
  }
}

function reportOutput({ setting, plants, year, ledger }: AccountedEconomy, row: Float64Array): void {
  const { industry } = setting
  const { linePlace } = plants
  const { output: outputOf, exports } = year
  for (let o = 0; o < regionPlaces; o++) {
    let output = 0
    let exported = 0
    for (let j = 0; j < linePlace.length; j++) {
      if (linePlace[j] !== o) continue
      output += outputOf[j]
      exported += exports[j]
    }
    row[at.output + o] = output
    row[at.exports + o] = exported
    row[at.assemblyJobs + o] = output * industry.assemblyJobsPerVehicle[o]
    row[at.partsJobs + o] = partsJobs(industry, ledger, o)
    row[at.linesIn + o] = ledger.linesIn[o]
    row[at.linesOut + o] = ledger.linesOut[o]
    row[at.investment + o] = ledger.investment[o] / thousandsInMillion
    row[at.regionalContent + o] = ledger.built[o] > 0 ? ledger.regional[o] / ledger.built[o] : 0
  }
}

function reportMarkets(economy: AccountedEconomy, row: Float64Array): void {
  for (let m = 0; m < markets; m++) {
    reportSales(economy, m, row)
    row[at.priceIndex + m] = basketIndex(economy.year, economy.ledger, m)
    row[at.exactPriceIndex + m] = exactIndex(economy.year, economy.ledger, m)
  }
}

function reportSales({ setting, year, ledger }: AccountedEconomy, m: number, row: Float64Array): void {
  const { productMaker } = setting.industry
  const { quantity } = year.equilibria[m]
  const price = year.price[m]
  const { group } = ledger
  const china = headquarters.china
  let sold = 0
  let spent = 0
  let chinese = 0
  for (let i = 0; i < quantity.length; i++) {
    const vehicles = quantity[i]
    if (!(vehicles > 0)) continue
    sold += vehicles
    spent += vehicles * price[i]
    if (group[productMaker[i]] === china) chinese += vehicles
  }
  row[at.sales + m] = sold
  row[at.averagePrice + m] = spent / sold
  row[at.chineseMakersShare + m] = chinese / sold
}

function reportSurplus(year: YearState, ledger: Ledger, t: number, row: Float64Array): void {
  for (let m = 0; m < markets; m++) {
    const gain = t === 0 ? 0 : year.equilibria[m].surplus - ledger.baseSurplus[m]
    row[at.consumerSurplus + m] = gain / thousandsInMillion
  }
}

function reportProfits(ledger: Ledger, row: Float64Array): void {
  let all = 0
  for (let group = 0; group < headquartersCount; group++) {
    row[at.profit + group] = ledger.profit[group] / thousandsInMillion
    all += ledger.profit[group]
  }
  row[at.profitOfAll] = all / thousandsInMillion
  for (let o = 0; o < placeCount; o++) row[at.profitByPlace + o] = ledger.profitAt[o] / thousandsInMillion
}
