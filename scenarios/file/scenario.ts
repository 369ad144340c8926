/**
 * What a scenario file says, as data. `schema` checks files against these types and publishes them as JSON Schema; the
 * compiler refuses a schema and a type that differ.
 *
 * Rates, shares and probabilities are fractions (0.25 is 25%); dates are written 2026-07-01. Any field may be left out
 * of a file that extends another; what a whole scenario needs is checked after files are joined.
 */
import type { ClosureForm, DemandKind } from '../../engine/model/inputs/policy.ts'
import type { FormChoice } from '../parameters/forms.ts'
import type { Country, Body, Market, Origin } from '../../engine/model/inputs/sets.ts'
import type { DerivedBlock } from './derived.ts'
import type { PlantEvent } from './plantEvent.ts'
import type { DesignBlock } from '../parameters/sampling.ts'
import type { EconomyRule, Quota, MetalsRule, AssemblyCredit, Subsidy, UnclaimedPartsDuties } from './tradeLevers.ts'
import type { Powertrain, Dated, ContentRule, ByKey, ByName, LeverValue } from './values.ts'
import type { Uncertainties, Correlation } from '../parameters/laws.ts'

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
  /** What it is a rate of; the full value if left out. */
  readonly chargedOn?: 'value' | 'nonUsContent' | { readonly contentNotFrom: readonly Origin[] } | null | undefined
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
  readonly headquarters: readonly Country[]
  readonly bodies?: readonly Body[] | null | undefined
  readonly powertrain?: Powertrain | null | undefined
  /** Makers, by id, that may sell all the same. */
  readonly exempt?: readonly string[] | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly source?: string | null | undefined
}

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
  /** [importer, origin] duty beside it on parts that do not claim the agreement's preference. */
  readonly unclaimedPartsDuties?: UnclaimedPartsDuties | null | undefined
  readonly metals?: MetalsRule | null | undefined
  /** Wages and exchange rates under the regime. */
  readonly economy?: EconomyRule | null | undefined
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

/** Makers who learn from threats that do not land: belief fades from one quiet year to the next. Section 8 of docs/model.md. */
export interface LearningRule {
  /** By regime in force: those that are threatened. */
  readonly threats?: ByName<readonly string[] | null> | undefined
  /** Years of experience that the first belief is worth; above 0. */
  readonly weight?: number | undefined
}

/** What makers believe instead; a part that is left out is as it really is. */
export interface BeliefBlock {
  readonly transitions?: Transitions | null | undefined
  readonly events?: readonly PolicyEvent[] | null | undefined
  readonly learning?: LearningRule | null | undefined
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
  readonly mayEnter?: readonly Exclude<Market, 'MX'>[] | null | undefined
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

export const replications = ['head-mayer-melitz'] as const
export type Replication = (typeof replications)[number]

/**
 * The scenario that another is compared with, by name or path. What extends the file is compared with it too, unless
 * `inherited` is false: then the file is itself what those that extend it are compared with.
 */
export type StatedBaseline = string | { readonly scenario: string; readonly inherited: boolean }

export interface ScenarioFile {
  /** A replication runs a published paper's own closure, and has no policy of its own. */
  readonly kind?: 'scenario' | 'replication' | undefined
  readonly replication?: Replication | undefined
  readonly title?: string | undefined
  readonly question?: string | undefined
  /** Other scenarios, by name or path: this file lists only what changes. Later ones win. */
  readonly extends?: string | readonly string[] | undefined
  /** What it is compared with; the nearest scenario of another policy among those that it extends if left out. */
  readonly baseline?: StatedBaseline | undefined
  readonly note?: string | null | undefined
  readonly sources?: readonly string[] | null | undefined
  /** Levers of the table, by id, and what they are set to, over all that the files say. */
  readonly set?: ByName<LeverValue | null> | null | undefined
  readonly policy?: PolicyBlock | undefined
  readonly uncertainties?: Uncertainties | null | undefined
  /** Between parameters' normal scores; pairs that are left out are as the table of parameters says. */
  readonly correlations?: readonly Correlation[] | null | undefined
  /** Outcomes made by formulas, by name. */
  readonly derived?: DerivedBlock | null | undefined
  /** Outcomes to show first, by id. */
  readonly outcomes?: readonly string[] | null | undefined
  readonly design?: DesignBlock | null | undefined
  readonly horizon?: { readonly from?: number | undefined; readonly to?: number | undefined } | null | undefined
  /** What answers to policy: wages and prices of parts, exchange rates, both or nothing. */
  readonly closure?: FormChoice<ClosureForm> | null | undefined
  readonly demand?: FormChoice<DemandKind> | null | undefined
  /** Groups of buyers that demand by `incomeGroups` tells apart: 1 to 6. */
  readonly incomeGroups?: number | null | undefined
  readonly plants?:
    | {
        readonly closeAfter?: number | null | undefined
        /** By plant id. */
        readonly forSale?: ByName<PlantOffer | null> | null | undefined
        /** What is announced, in the order of dates. A file that lists events takes the place of the lists that it extends. */
        readonly events?: readonly PlantEvent[] | null | undefined
      }
    | null
    | undefined
  /** By maker id, or `default`: who may come into markets. */
  readonly entrants?: ByName<EntrantRule | null> | null | undefined
  readonly retaliation?: RetaliationBlock | null | undefined
  /** Wages and exchange rates under every regime that does not say otherwise. */
  readonly economy?: EconomyRule | null | undefined
  /** Free text for the report. */
  readonly report?: string | null | undefined
}
