/**
 * What a regime says beside programmes and duties: quotas by volume, credits for assembly, subsidies to buyers, rules on
 * metals. Section 3 and 4 of docs/model.md.
 */
import type { Body, Country, Market, Origin } from '../../engine/model/inputs/sets.ts'
import type { Dated, Powertrain, ContentRule, ByKey } from './values.ts'

/** Most vehicles a year that may use a programme. */
export interface Quota {
  readonly volume?: Dated | undefined
  /** All who may use it share it in proportion to what they ship. */
  readonly allocation?: 'pro-rata' | null | undefined
  /** Programmes of the same pool share one volume; by itself each has its own. */
  readonly pool?: string | null | undefined
}

/** Credit for vehicles assembled in a country, against the duties that their maker pays there on parts. */
export interface AssemblyCredit {
  /** Share of the vehicle's price. */
  readonly rate?: Dated | undefined
  readonly source?: string | null | undefined
}

/** A sum for the buyer of each vehicle that passes its test; several for one vehicle add up. */
export interface Subsidy {
  /** USD of 2024 per vehicle. */
  readonly amount?: Dated | undefined
  /** What was paid in the base year, whose prices and sales have it in them; 0 if left out. */
  readonly inBaseYear?: number | null | undefined
  readonly powertrain?: Powertrain | null | undefined
  readonly bodies?: readonly Body[] | null | undefined
  /** Countries of final assembly; any if left out. */
  readonly assembledIn?: readonly Country[] | null | undefined
  /** Content that the whole vehicle must have, counted as in programmes. */
  readonly content?: Omit<ContentRule, 'core' | 'labourWage' | 'metals'> | null | undefined
  readonly headquarters?: readonly Country[] | null | undefined
  /** Only these makers, by id. */
  readonly makers?: readonly string[] | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly source?: string | null | undefined
}

/** Wages and exchange rates under a regime, as changes against the base year: .2 is a fifth more, -.1 a tenth less. */
export interface EconomyRule {
  /** Real wages in assembly and in parts, by country. */
  readonly wages?: ByKey<Market, Dated | null> | null | undefined
  /** Value of the currency in USD. */
  readonly exchangeRates?: ByKey<'CA' | 'MX', Dated | null> | null | undefined
  /** Average US duty on what the country sells there beside vehicles and parts, to which its currency answers. */
  readonly otherGoodsDuty?: ByKey<'CA' | 'MX', Dated | null> | null | undefined
  readonly source?: string | null | undefined
}

/** Origins whose parts may claim a preference in the US: those for which customs publishes how many do. */
export const claimingOrigins = ['CA', 'MX', 'MX-CN'] as const

/** Duties on parts that do not claim a preference, by importer and origin. */
export type UnclaimedPartsDuties = {
  readonly US?: ByKey<(typeof claimingOrigins)[number], Dated | null> | null | undefined
}

/** Rules on steel and aluminium, by the country that uses them and their origin. */
export interface MetalsRule {
  readonly duties?: ByKey<Market, ByKey<Origin, Dated | null> | null> | null | undefined
  /** Part of the base year's shipments that is withheld. */
  readonly exportLimits?: ByKey<Market, ByKey<Origin, Dated | null> | null> | null | undefined
}
