/**
 * The year's trade: where vehicles sold in each market are built, duties, claims of preference, content, rents and subsidies.
 * Section 13 of docs/model.md. Money is in million USD.
 */
import { destination, marketCount, origin, place, placeCount, regionPlaces } from '../inputs/sets.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import { askedRates } from './askedRates.ts'
import type { Ledger } from './ledger.ts'
import { billNames } from './tariffBill.ts'
import { outcomeIndex } from './outcomes.ts'

const thousandsInMillion = 1000

/** Position of each family's first outcome; its places follow in the order of the catalogue. */
const at = {
  vehicleDuties: outcomeIndex('vehicleDuties.US'),
  partsDuties: outcomeIndex('partsDuties.US'),
  imports: outcomeIndex('imports.US'),
  /** [market] */
  salesFrom: [outcomeIndex('salesFrom.US'), outcomeIndex('salesToCanadaFrom.US'), outcomeIndex('salesToMexicoFrom.US')],
  /** [market] */
  dutyRate: [outcomeIndex('dutyRate.CA'), outcomeIndex('dutyRateInCanada.US'), outcomeIndex('dutyRateInMexico.US')],
  dutiableShare: outcomeIndex('dutiableShare.CA'),
  dutiableShareOfBoth: outcomeIndex('dutiableShare.CA+MX'),
  tariffBill: outcomeIndex(`tariffBill.${billNames[0]}`),
  unclaimedParts: outcomeIndex('unclaimedParts.CA'),
  usContent: outcomeIndex('usContent.US'),
  usContentOfAll: outcomeIndex('usContent.all'),
  chineseContent: outcomeIndex('chineseContent.US'),
  metalsDuties: outcomeIndex('metalsDuties.US'),
  quotaRent: outcomeIndex('quotaRent.US'),
  assemblyCredits: outcomeIndex('assemblyCredits.US'),
  subsidiesPaid: outcomeIndex('subsidiesPaid.US'),
}

/** Writes the outcomes of trade under regime r into the year's row [outcome]. */
export function reportTrade(economy: AccountedEconomy, r: number, row: Float64Array): void {
  const { ledger } = economy
  for (let m = 0; m < marketCount; m++) {
    const value = reportFlows(economy, r, m, row)
    row[at.chineseContent + m] = shareOrZero(ledger.chineseContent[m], value)
    row[at.partsDuties + m] = ledger.partsDuty[m] / thousandsInMillion
    row[at.metalsDuties + m] = ledger.metalsDuty[m] / thousandsInMillion
    row[at.quotaRent + m] = ledger.quotaRent[m] / thousandsInMillion
    row[at.assemblyCredits + m] = ledger.partsCredit[m] / thousandsInMillion
    row[at.subsidiesPaid + m] = ledger.subsidies[m] / thousandsInMillion
  }
  reportClaims(economy, r, row)
  reportPartsClaims(ledger, row)
  const { total } = ledger.bills
  for (let bill = 0; bill < total.length; bill++) row[at.tariffBill + bill] = total[bill] / thousandsInMillion
  reportUsContent(ledger, row)
}

/** A part's share of a whole; 0 where the whole is 0, as where nothing was traded. */
function shareOrZero(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** Vehicles sold in market m by where they are built, and duty on those from abroad. Returns their value, thousand USD. */
function reportFlows({ setting, ledger }: AccountedEconomy, r: number, m: number, row: Float64Array): number {
  let imports = 0
  let duty = 0
  let sum = 0
  let rates = at.dutyRate[m]
  for (let o = 0; o < placeCount; o++) {
    const flow = m * placeCount + o
    row[at.salesFrom[m] + o] = ledger.vehicles[flow]
    duty += ledger.duty[flow]
    sum += ledger.value[flow]
    if (o === m) continue
    imports += ledger.vehicles[flow]
    const value = ledger.value[flow]
    row[rates] = value > 0 ? ledger.duty[flow] / value : askedRates(setting, r, m, o).duty
    rates += 1
  }
  row[at.imports + m] = imports
  row[at.vehicleDuties + m] = duty / thousandsInMillion
  return sum
}

/** Shares of US imports from Canada, from Mexico and from both, by value, that claim no preference. */
function reportClaims({ setting, ledger }: AccountedEconomy, r: number, row: Float64Array): void {
  const { unclaimed, value } = ledger
  const us = destination.US
  const fromCanada = us * placeCount + place.CA
  const fromMexico = us * placeCount + place.MX
  const share = (o: number): number => {
    const flow = us * placeCount + o
    return value[flow] > 0 ? unclaimed[flow] / value[flow] : askedRates(setting, r, us, o).unclaimed
  }
  row[at.dutiableShare] = share(place.CA)
  row[at.dutiableShare + 1] = share(place.MX)
  const both = value[fromCanada] + value[fromMexico]
  row[at.dutiableShareOfBoth] = shareOrZero(unclaimed[fromCanada] + unclaimed[fromMexico], both)
}

/** Shares of the parts from Canada and from Mexico in US plants, by value, that claim no preference. */
function reportPartsClaims({ partsUnclaimed, partsForUs }: Ledger, row: Float64Array): void {
  row[at.unclaimedParts] = shareOrZero(partsUnclaimed[origin.CA], partsForUs[origin.CA])
  row[at.unclaimedParts + 1] = shareOrZero(
    partsUnclaimed[origin.MX] + partsUnclaimed[origin.chineseInMexico],
    partsForUs[origin.MX] + partsForUs[origin.chineseInMexico],
  )
}

/** US content of vehicles sold in the US, by the country of the region they are built in, and of all. */
function reportUsContent(ledger: Ledger, row: Float64Array): void {
  let content = 0
  let value = 0
  for (let o = 0; o < placeCount; o++) {
    const flow = destination.US * placeCount + o
    content += ledger.usContent[flow]
    value += ledger.value[flow]
    if (o < regionPlaces) row[at.usContent + o] = shareOrZero(ledger.usContent[flow], ledger.value[flow])
  }
  row[at.usContentOfAll] = shareOrZero(content, value)
}
