/**
 * What a regime says beside programmes and duties: quotas by volume, credits for assembly, rules on metals. Section 3 and 4
 * of docs/model.md.
 */
import type { Market, Origin } from '../engine/model/sets.ts'
import type { ByKey, Dated } from './scenario.ts'

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

/** Rules on steel and aluminium, by the country that uses them and their origin. */
export interface MetalsRule {
  readonly duties?: ByKey<Market, ByKey<Origin, Dated | null> | null> | null | undefined
  /** Part of the base year's shipments that is withheld. */
  readonly exportLimits?: ByKey<Market, ByKey<Origin, Dated | null> | null> | null | undefined
}
