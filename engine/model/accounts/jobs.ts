/** Jobs of a year, from what is built and what parts are bought. Section 10 of docs/model.md. */
import type { Industry } from '../inputs/industry.ts'
import { origin, place, regionPlaces } from '../inputs/sets.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import type { Ledger } from './ledger.ts'

/** Employees in parts making in a country of the region. */
export function partsJobs(industry: Industry, ledger: Ledger, o: number): number {
  return industry.partsJobs[o] * partsVolume(ledger, o)
}

/**
 * Value of parts bought from a country of the region relative to the base year. Suppliers in Mexico are two origins, those
 * under Chinese ownership and the others, and are taken together.
 */
function partsVolume({ partsBought, baseParts }: Ledger, o: number): number {
  if (o !== place.MX) return partsBought[o] / baseParts[o]
  const { MX, chineseInMexico } = origin
  return (partsBought[MX] + partsBought[chineseInMexico]) / (baseParts[MX] + baseParts[chineseInMexico])
}

/** Counts what next year's wages and prices of parts answer to: jobs in assembly and parts, and the output of parts. */
export function countJobs({ setting, plants, year, ledger }: AccountedEconomy): void {
  const { industry, closure } = setting
  const { linePlace } = plants
  for (let o = 0; o < regionPlaces; o++) {
    let built = 0
    for (let j = 0; j < linePlace.length; j++) if (linePlace[j] === o) built += year.output[j]
    closure.output[o] = partsVolume(ledger, o)
    closure.jobs[o] = built * industry.assemblyJobsPerVehicle[o] + partsJobs(industry, ledger, o)
  }
}
