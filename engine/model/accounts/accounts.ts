/**
 * The accounts of one year: every outcome of the catalogue from the books of `ledger`. Section 13 of docs/model.md.
 * Money in the tables is in million USD unless the catalogue says otherwise.
 */
import type { Industry } from '../inputs/industry.ts'
import { reportChinesePlants } from './chinesePlants.ts'
import { addLines, addProfits } from './bookkeeping.ts'
import { type Ledger, keepBaseYear, forgetOrders } from './ledger.ts'
import { outcomeIndex, outcomeCount } from './outcomes.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import type { YearState } from '../year/yearState.ts'

const thousandsInMillion = 1000
const regionPlaces = 3
const mexicanOwn = 2
const mexicanChinese = 3

/** Position of each family's first outcome; its places follow in the order of the catalogue. */
const at = {
  output: outcomeIndex('output.US'),
  assemblyJobs: outcomeIndex('assemblyJobs.US'),
  partsJobs: outcomeIndex('partsJobs.US'),
  plantsActive: outcomeIndex('plantsActive.US'),
  plantsOpened: outcomeIndex('plantsOpened.US'),
  plantsClosed: outcomeIndex('plantsClosed.US'),
  linesIn: outcomeIndex('linesIn.US'),
  linesOut: outcomeIndex('linesOut.US'),
  investment: outcomeIndex('investment.US'),
  sales: outcomeIndex('sales.US'),
  averagePrice: outcomeIndex('averagePrice.US'),
  priceIndex: outcomeIndex('priceIndex.US'),
  consumerSurplus: outcomeIndex('consumerSurplus.US'),
  vehicleDuties: outcomeIndex('vehicleDuties.US'),
  partsDuties: outcomeIndex('partsDuties.US'),
  imports: outcomeIndex('imports.US'),
  exports: outcomeIndex('exports.US'),
  salesFrom: [outcomeIndex('salesFrom.US'), outcomeIndex('salesToCanadaFrom.US'), outcomeIndex('salesToMexicoFrom.US')],
  dutyRate: [outcomeIndex('dutyRate.CA'), outcomeIndex('dutyRateInCanada.US'), outcomeIndex('dutyRateInMexico.US')],
  dutiableShare: outcomeIndex('dutiableShare.CA'),
  usContent: outcomeIndex('usContent.US'),
  regionalContent: outcomeIndex('regionalContent.US'),
  chineseContent: outcomeIndex('chineseContent.US'),
  chineseMakersShare: outcomeIndex('chineseMakersShare.US'),
  profit: outcomeIndex('profit.US'),
  profitByPlace: outcomeIndex('profitByPlace.US'),
  metalsDuties: outcomeIndex('metalsDuties.US'),
  quotaRent: outcomeIndex('quotaRent.US'),
  assemblyCredits: outcomeIndex('assemblyCredits.US'),
  subsidiesPaid: outcomeIndex('subsidiesPaid.US'),
}

/**
 * Writes year t's row of outcomes. Year 0 also sets the levels that later years are compared with.
 *
 * @param outcomes [year x outcome]
 */
export function closeYear(
  setting: Setting,
  policy: CompiledPolicy,
  map: PlantMap,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  r: number,
  t: number,
  outcomes: Float64Array,
): void {
  const row = t * outcomeCount
  addLines(setting, policy, plants, state, ledger, r)
  addProfits(setting, plants, state, ledger)
  if (t === 0) keepBaseYear(state, ledger)
  reportPlants(map, plants, outcomes, row)
  reportChinesePlants(setting.industry, ledger.group, map, plants, outcomes, row)
  reportOutput(setting.industry, plants, state, ledger, outcomes, row)
  reportMarkets(setting.industry, state, ledger, outcomes, row)
  reportTrade(ledger, outcomes, row)
  reportSurplus(state, ledger, t, outcomes, row)
  forgetOrders(ledger)
}

function reportPlants(map: PlantMap, plants: PlantState, outcomes: Float64Array, row: number): void {
  for (let o = 0; o < regionPlaces; o++) {
    outcomes[row + at.plantsActive + o] = 0
    outcomes[row + at.plantsOpened + o] = 0
    outcomes[row + at.plantsClosed + o] = 0
  }
  for (let slot = 0; slot < map.slots; slot++) {
    const o = map.place[slot]
    if (plants.lineCount[slot] > 0) outcomes[row + at.plantsActive + o] += 1
    outcomes[row + at.plantsOpened + o] += plants.opened[slot]
    outcomes[row + at.plantsClosed + o] += plants.closed[slot]
  }
}

function reportOutput(
  industry: Industry,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  outcomes: Float64Array,
  row: number,
): void {
  for (let o = 0; o < regionPlaces; o++) {
    let output = 0
    let exported = 0
    for (let j = 0; j < industry.lines.length; j++) {
      if (plants.linePlace[j] !== o) continue
      output += state.output[j]
      exported += state.exports[j]
    }
    outcomes[row + at.output + o] = output
    outcomes[row + at.exports + o] = exported
    outcomes[row + at.assemblyJobs + o] = output * industry.assemblyJobsPerVehicle[o]
    outcomes[row + at.partsJobs + o] = industry.partsJobs[o] * partsVolume(ledger, o)
    outcomes[row + at.linesIn + o] = ledger.linesIn[o]
    outcomes[row + at.linesOut + o] = ledger.linesOut[o]
    outcomes[row + at.investment + o] = ledger.investment[o] / thousandsInMillion
    outcomes[row + at.regionalContent + o] = ledger.built[o] > 0 ? ledger.regional[o] / ledger.built[o] : 0
  }
}

/** Value of parts from a country relative to the base year; Mexico's includes Chinese-owned suppliers there. */
function partsVolume(ledger: Ledger, o: number): number {
  const { partsBought, baseParts } = ledger
  if (o !== mexicanOwn) return partsBought[o] / baseParts[o]
  return (partsBought[mexicanOwn] + partsBought[mexicanChinese]) / (baseParts[mexicanOwn] + baseParts[mexicanChinese])
}

function reportMarkets(
  industry: Industry,
  state: YearState,
  ledger: Ledger,
  outcomes: Float64Array,
  row: number,
): void {
  const products = industry.products.length
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    let sold = 0
    let spent = 0
    let chinese = 0
    let basket = 0
    let basketBefore = 0
    for (let i = 0; i < products; i++) {
      const price = state.price[m][i]
      if (quantity[i] > 0) {
        sold += quantity[i]
        spent += quantity[i] * price
        if (ledger.group[industry.productMaker[i]] === 2) chinese += quantity[i]
      }
      const before = ledger.baseQuantity[m][i]
      // A product that is no longer sold has no price: it leaves the basket.
      if (before > 0 && price < Infinity) {
        basket += before * price
        basketBefore += before * ledger.basePrice[m][i]
      }
    }
    outcomes[row + at.sales + m] = sold
    outcomes[row + at.averagePrice + m] = spent / sold
    outcomes[row + at.priceIndex + m] = basket / basketBefore
    outcomes[row + at.chineseMakersShare + m] = chinese / sold
  }
}

/** Share, or 0 of nothing. */
function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

function reportTrade(ledger: Ledger, outcomes: Float64Array, row: number): void {
  for (let m = 0; m < marketCount; m++) {
    let imports = 0
    let duty = 0
    let value = 0
    let abroad = 0
    for (let o = 0; o < placeCount; o++) {
      const bin = m * placeCount + o
      outcomes[row + at.salesFrom[m] + o] = ledger.vehicles[bin]
      if (o !== m) {
        imports += ledger.vehicles[bin]
        outcomes[row + at.dutyRate[m] + abroad] = share(ledger.duty[bin], ledger.value[bin])
        abroad += 1
      }
      duty += ledger.duty[bin]
      value += ledger.value[bin]
    }
    outcomes[row + at.imports + m] = imports
    outcomes[row + at.vehicleDuties + m] = duty / thousandsInMillion
    outcomes[row + at.partsDuties + m] = ledger.partsDuty[m] / thousandsInMillion
    outcomes[row + at.metalsDuties + m] = ledger.metalsDuty[m] / thousandsInMillion
    outcomes[row + at.quotaRent + m] = ledger.quotaRent[m] / thousandsInMillion
    outcomes[row + at.assemblyCredits + m] = ledger.partsCredit[m] / thousandsInMillion
    outcomes[row + at.subsidiesPaid + m] = ledger.subsidies[m] / thousandsInMillion
    outcomes[row + at.chineseContent + m] = share(ledger.chineseContent[m], value)
  }
  for (let o = 1; o < regionPlaces; o++) {
    outcomes[row + at.dutiableShare + o - 1] = share(ledger.unclaimed[o], ledger.value[o])
  }
  outcomes[row + at.dutiableShare + 2] = share(
    ledger.unclaimed[1] + ledger.unclaimed[2],
    ledger.value[1] + ledger.value[2],
  )
  let content = 0
  let all = 0
  for (let o = 0; o < placeCount; o++) {
    content += ledger.usContent[o]
    all += ledger.value[o]
    if (o < regionPlaces) outcomes[row + at.usContent + o] = share(ledger.usContent[o], ledger.value[o])
  }
  outcomes[row + at.usContent + regionPlaces] = share(content, all)
}

function reportSurplus(state: YearState, ledger: Ledger, t: number, outcomes: Float64Array, row: number): void {
  for (let m = 0; m < marketCount; m++) {
    const gain = t === 0 ? 0 : state.equilibria[m].surplus - ledger.baseSurplus[m]
    outcomes[row + at.consumerSurplus + m] = gain / thousandsInMillion
  }
  let all = 0
  for (let group = 0; group < 3; group++) {
    outcomes[row + at.profit + group] = ledger.profit[group] / thousandsInMillion
    all += ledger.profit[group]
  }
  outcomes[row + at.profit + 3] = all / thousandsInMillion
  for (let o = 0; o < placeCount; o++) outcomes[row + at.profitByPlace + o] = ledger.profitAt[o] / thousandsInMillion
}
