/**
 * What a scenario file says, as data. `schema` checks files against these types and publishes them as JSON Schema.
 *
 * Rates, shares and probabilities are fractions (0.25 is 25%); dates are written 2026-07-01. Any field may be left out
 * of a file that extends another; what a whole scenario needs is checked after files are joined.
 */
import type { LawKind } from '../engine/model/parameterLaws.ts'
import type { ParameterName } from '../engine/model/parameters.ts'
import type { DemandKind } from '../engine/model/policy.ts'
import type { Body, Country, Market, Origin } from '../engine/model/sets.ts'
import type { Correlation } from './correlations.ts'
import type { Learning } from './learning.ts'
import type { DesignBlock } from './sampling.ts'
import type { AssemblyCredit, MetalsRule, Quota, Subsidy } from './tradeLevers.ts'

/** One value of a list: it holds from its date on; the first may leave the date out and holds from the start. */
export interface DatedValue {
  readonly from?: string | undefined
  readonly value: number
}

/** A number, or numbers with the dates from which they hold. Before the first date the value is 0. */
export type Dated = number | readonly DatedValue[]

/** Content that a programme asks, as shares of the vehicle's value. */
export interface ContentRule {
  /** Content of the US. */
  readonly us?: Dated | null | undefined
  /** Labour value content, met in the US or Canada. */
  readonly labour?: Dated | null | undefined
  /** Points of labour value content that credits for technology and assembly can meet. */
  readonly labourCredits?: Dated | null | undefined
  /** Regional value content: US, Canada and Mexico, Chinese-owned suppliers there included. */
  readonly regional?: Dated | null | undefined
  /** Everything but what comes from China. */
  readonly nonChinese?: Dated | null | undefined
  /** True where Chinese-owned suppliers in Mexico count as Chinese, not as Mexican. */
  readonly chineseOwnedSuppliersAreChinese?: boolean | null | undefined
  /** Part of the regional content counted beyond what is there that customs admits; all of it where nothing is written. */
  readonly rollUp?: number | null | undefined
  /** Steel and aluminium melted and poured in the three countries, as a share of the metals in parts. */
  readonly metals?: Dated | null | undefined
  /** Regional content of core parts, as a share of their own value. */
  readonly core?: Dated | null | undefined
  /** USD an hour of the base year that work must be paid to count as labour value content; 16 where nothing is written. */
  readonly labourWage?: Dated | null | undefined
}

export type Powertrain = 'electric' | 'combustion'

/**
 * Programme of vehicles sold where they are built: it is free and asks nothing, unless a regime has one of this name
 * that fits the vehicle.
 */
export const domesticName = 'domestic'

/** One way to bring vehicles across a border. */
export interface Programme {
  /** Countries of assembly that may use it, or any country abroad. */
  readonly origins?: readonly Country[] | 'any' | undefined
  readonly bodies?: readonly Body[] | null | undefined
  readonly powertrain?: Powertrain | null | undefined
  /** Only makers with headquarters there. */
  readonly headquarters?: readonly Country[] | null | undefined
  /** Only these makers, by id. */
  readonly makers?: readonly string[] | null | undefined
  /** Duty on the vehicle's full value. */
  readonly duty?: Dated | undefined
  /** Duty on the part of the value that is not of US content. */
  readonly dutyOnNonUsContent?: Dated | null | undefined
  /** True where the maker must prove origin, which costs paperwork. */
  readonly preferential?: boolean | null | undefined
  readonly content?: ContentRule | null | undefined
  readonly quota?: Quota | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly source?: string | null | undefined
}

/** A duty on top of every programme that it meets, except those it exempts. */
export interface AdditionalDuty {
  readonly market?: Market | undefined
  readonly origins?: readonly Country[] | 'any' | undefined
  readonly bodies?: readonly Body[] | null | undefined
  readonly powertrain?: Powertrain | null | undefined
  readonly rate?: Dated | undefined
  readonly on?: 'value' | 'nonUsContent' | { readonly contentNotFrom: readonly Origin[] } | null | undefined
  /** Not charged where one of these additional duties is. */
  readonly notWith?: readonly string[] | null | undefined
  /** Programmes of that market which do not pay it. */
  readonly exempt?: readonly string[] | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly source?: string | null | undefined
}

/** Bars makers with these headquarters from sale in a market, wherever they build. */
export interface Ban {
  readonly headquarters?: readonly Country[] | undefined
  readonly bodies?: readonly Body[] | null | undefined
  readonly powertrain?: Powertrain | null | undefined
  /** Makers, by id, that may sell all the same. */
  readonly exempt?: readonly string[] | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly source?: string | null | undefined
}

export type ByName<T> = Readonly<Record<string, T>>
export type ByKey<K extends string, T> = { readonly [key in K]?: T | undefined }

/** A complete set of customs rules, or what sets it apart from the regime it extends. */
export interface Regime {
  /** Other regimes; of several, each adds what it changes. */
  readonly extends?: string | readonly string[] | null | undefined
  readonly description?: string | null | undefined
  readonly source?: string | null | undefined
  readonly programmes?: ByKey<Market, ByName<Programme | null>> | undefined
  readonly additionalDuties?: ByName<AdditionalDuty | null> | null | undefined
  readonly bans?: ByKey<Market, ByName<Ban | null> | null> | null | undefined
  /** Reach of Chinese-owned suppliers in Mexico, a multiple of the base year's; 1 before the first date. */
  readonly chineseSuppliersInMexico?: Dated | null | undefined
  /** [importer, origin] duty on parts; none where nothing is written. */
  readonly partsDuties?: ByKey<Market, ByKey<Origin, Dated | null> | null> | null | undefined
  readonly metals?: MetalsRule | null | undefined
  /** [country of assembly] */
  readonly assemblyCredits?: ByKey<Market, AssemblyCredit | null> | null | undefined
  /** [market] subsidies to buyers, by name */
  readonly subsidies?: ByKey<Market, ByName<Subsidy | null> | null> | null | undefined
}

/** The day from which a regime is known to be in force. */
export interface PolicyEvent {
  readonly date: string
  readonly to: string
  readonly note?: string | undefined
}

/** Yearly probability of going from one regime to another, from the second simulated year on. */
export type Transition =
  | number
  | { readonly probability: number; readonly from?: string | undefined; readonly to?: string | undefined }
export type Transitions = ByName<ByName<Transition | null> | null>

/** What makers believe instead; a part that is left out is as it really is. */
export interface BeliefBlock {
  readonly transitions?: Transitions | null | undefined
  readonly events?: readonly PolicyEvent[] | null | undefined
  readonly learning?: Learning | null | undefined
}

export interface PolicyBlock {
  readonly regimes?: ByName<Regime | null> | undefined
  /** Regime in force after the base year. */
  readonly start?: string | undefined
  readonly events?: readonly PolicyEvent[] | null | undefined
  readonly transitions?: Transitions | null | undefined
  readonly beliefs?: BeliefBlock | null | undefined
}

/** Key of the entrant rule for makers with headquarters in China that have none of their own. */
export const defaultEntrant = 'default'

/** What a maker that sells in Mexico only may do. */
export interface EntrantRule {
  readonly mayEnter?: readonly Market[] | null | undefined
  readonly mayBuild?: readonly Market[] | null | undefined
  readonly from?: string | null | undefined
  /** In place of the drawn parameter `chineseCostAdvantage`. */
  readonly costAdvantage?: number | null | undefined
  readonly source?: string | null | undefined
}

/** A plant that entrants can buy from its owner though it still has lines. */
export interface PlantOffer {
  readonly from?: string | null | undefined
  readonly source?: string | null | undefined
}

/** Countries that may answer on US farm products. Vehicles are answered by an additional duty of the regime. */
export const retaliators = ['CA', 'MX'] as const

/** A country's answer to regimes: a duty on US farm products, a reduced form. */
export interface Retaliation {
  /** Regimes that it answers. */
  readonly when?: readonly string[] | undefined
  /** Probability that the country answers at all; 1 if left out. */
  readonly probability?: number | undefined
  /** Years for which such a regime must have been in force before; 0 if left out. */
  readonly lag?: number | undefined
  /** Duty on the farm products that it hits, and their share of US farm exports there; all of them if left out. */
  readonly rate?: number | undefined
  readonly share?: number | undefined
  readonly source?: string | null | undefined
}
export type RetaliationBlock = ByKey<(typeof retaliators)[number], Retaliation | null>

/** Names of the numbers that each law needs, in the order of `ParameterLaws`. */
export const lawNumbers = {
  constant: ['value'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  normal: ['mean', 'deviation'],
  truncatedNormal: ['mean', 'deviation', 'width'],
  lognormal: ['median', 'sigma'],
} as const

/** The law of an uncertain parameter, as in `{ law: triangular, low: 3, mode: 4, high: 6 }`. */
export type Law = {
  [K in LawKind]: { readonly law: K } & { readonly [N in (typeof lawNumbers)[K][number]]: number } & {
    readonly source?: string | undefined
  }
}[LawKind]

/** A law, or a number at which the parameter is held. */
export type Uncertainty = number | Law

export const replications = ['head-mayer-melitz'] as const
export type Replication = (typeof replications)[number]

export interface ScenarioFile {
  /** A replication runs a published paper's own closure, and has no policy of its own. */
  readonly kind?: 'scenario' | 'replication' | undefined
  readonly replication?: Replication | undefined
  readonly title?: string | undefined
  readonly question?: string | undefined
  /** Other scenarios, by name or path: this file lists only what changes. Later ones win. */
  readonly extends?: string | readonly string[] | undefined
  readonly note?: string | null | undefined
  readonly sources?: readonly string[] | null | undefined
  readonly policy?: PolicyBlock | undefined
  readonly uncertainties?: ByKey<ParameterName, Uncertainty | null> | null | undefined
  /** Between parameters' normal scores; pairs that are left out are as the table of parameters says. */
  readonly correlations?: readonly Correlation[] | null | undefined
  /** Outcomes to show first, by id. */
  readonly outcomes?: readonly string[] | null | undefined
  readonly design?: DesignBlock | null | undefined
  readonly horizon?: { readonly from?: number | undefined; readonly to?: number | undefined } | null | undefined
  readonly demand?: DemandKind | null | undefined
  readonly plants?: {
    readonly closeAfter?: number | null | undefined
    /** By plant id. */
    readonly forSale?: ByName<PlantOffer | null> | null | undefined
  } | null | undefined
  /** By maker id, or `default`: who may come into markets. */
  readonly entrants?: ByName<EntrantRule | null> | null | undefined
  readonly retaliation?: RetaliationBlock | null | undefined
  /** Free text for the report. */
  readonly report?: string | null | undefined
}
