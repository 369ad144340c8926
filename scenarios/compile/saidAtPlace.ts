/** What rules say at a place of assembly beside the programmes that are open there: where it is the same, costs are the same. Section 4 of docs/model.md. */
import { originCount, overseasPlace } from '../../engine/model/inputs/sets.ts'
import type { RegimeRules } from './rules.ts'

/** Rates of the country at a place, of those of three; none overseas. */
function ownRates(rates: readonly number[], o: number): readonly number[] {
  return o === overseasPlace ? [] : rates.slice(o * originCount, (o + 1) * originCount)
}

const inRows = (): readonly number[] => []

/**
 * What each rule says at a place beside the rows that are open there. The compiler asks for every rule that a regime gets: one
 * that is missing here would be ignored wherever nothing else differs.
 */
export const saidAtPlace: Readonly<Record<keyof RegimeRules, (rules: RegimeRules, o: number) => readonly number[]>> = {
  programmes: inRows,
  duties: inRows,
  bans: inRows,
  // Paid to the buyer, and looked up apart.
  subsidies: inRows,
  chineseSuppliers: ({ chineseSuppliers }) => [chineseSuppliers],
  partsDuties: ({ partsDuties }, o) => ownRates(partsDuties, o),
  unclaimedPartsDuties: ({ unclaimedPartsDuties }, o) => ownRates(unclaimedPartsDuties, o),
  // Those of all countries: a duty raises metal at home, and the neighbours buy some of that.
  metalsDuties: ({ metalsDuties }, o) => (o === overseasPlace ? [] : metalsDuties),
  metalsLimits: ({ metalsLimits }, o) => ownRates(metalsLimits, o),
  // Parts come from all countries, whatever the place.
  wageChanges: ({ wageChanges }) => wageChanges,
  currencyChanges: ({ currencyChanges }) => currencyChanges,
  // To it currencies answer, which is a factor on costs and looked up apart.
  otherGoodsDuties: inRows,
  assemblyCredits: (rules, o) => [assemblyCreditAt(rules, o)],
}

/** Credit for assembly at a place, a share of the vehicle's price. */
export function assemblyCreditAt({ assemblyCredits }: RegimeRules, o: number): number {
  return o === overseasPlace ? 0 : assemblyCredits[o]
}
