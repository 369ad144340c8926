/**
 * A policy as the model reads it: regimes as flat tables of customs programmes, and the chains that move between regimes.
 *
 * `scenarios/compile` makes it from a scenario file; nothing here knows YAML or dates. Section 4 and 8 of docs/model.md.
 */
import type { PlantEvents } from './plantEvents.ts'

/** What of a programme, or of a subsidy, says what must be in a vehicle. */
export type FloorTable = Pick<
  ProgrammeTable,
  | 'names'
  | 'duty'
  | 'dutyOnNonUsContent'
  | 'sparedOrigins'
  | 'floors'
  | 'coreFloor'
  | 'labourWage'
  | 'labourCredits'
  | 'chineseOwnedAreChinese'
  | 'rollUp'
>

/** Column numbers of a programme's content floors. A floor is a share of the vehicle's value; 0 asks nothing. */
export const floorKinds = ['us', 'labour', 'regional', 'nonChinese'] as const
export const floorKindCount: number = floorKinds.length

export interface ProgrammeTable {
  /** [programme] readable name, as in `US/usmca`. */
  readonly names: readonly string[]
  /** [programme] 1 where the maker claims a trade agreement's preference (and so pays paperwork). */
  readonly preferential: Uint8Array
  /** [programme] duty as a fraction of the vehicle's full customs value. */
  readonly duty: Float64Array
  /** [programme] duty as a fraction of the value that is not of US content, or not of `sparedOrigins`. */
  readonly dutyOnNonUsContent: Float64Array
  /** [programme] origins whose content that duty spares, bit k for origin k: 1, the US alone, in most. */
  readonly sparedOrigins: Uint8Array
  /** [programme] index of the quota that its volume counts against, -1 where it has none. */
  readonly quota: Int16Array
  /** [programme x floorKind] floors as written in the rule, before slack and credits. */
  readonly floors: Float64Array
  /** [programme] least share of metals that is melted in the three countries, 0 asks nothing. */
  readonly metalsFloor: Float64Array
  /** [programme] least regional content of core parts, 0 asks nothing. */
  readonly coreFloor: Float64Array
  /** [programme] USD an hour that work must be paid to count as labour value content; 16 in the agreement. */
  readonly labourWage: Float64Array
  /** [programme] points of labour value content that credits can meet (technology and assembly), as a fraction. */
  readonly labourCredits: Float64Array
  /** [programme] 1 where Chinese-owned suppliers in Mexico count as Chinese. */
  readonly chineseOwnedAreChinese: Uint8Array
  /** [programme] part of the regional slack that customs counts; 1 where rules are as they were. */
  readonly rollUp: Float64Array
}

/** Movement between regimes, year by year and then for good. */
export interface RegimeChain {
  /** [year x regime x regime] probability of regime r' in simulated year t given r in year t-1; each row sums to 1. */
  readonly yearly: Float64Array
  /** [regime x regime] the same for every year after the simulated ones. */
  readonly settled: Float64Array
}

/** How belief in threats that do not land fades; see `learning`. */
export interface CompiledLearning {
  /** [quiet years - 1] the believed chain after so many of them, one for each simulated year. */
  readonly chains: readonly RegimeChain[]
  /** [regime x regime] 1 where going from the first to the second is a threat that lands. */
  readonly lands: Uint8Array
}

/**
 * Years within which rules change, as means by days over spells with one set of rules each. The tables of a policy have rows for
 * its regimes, and after them for the sets of rules that hold for only a part of such a year.
 */
export interface SpellTable {
  /** [set of rules] all of them, in the order in which they are worked out: see `setsInOrder`. */
  readonly order: Int32Array
  /** [regime + 1] offsets into `sets` and `weights`; a regime whose rules hold all year has none there. */
  readonly off: Int32Array
  /** Number of the set of rules, which is not itself a mean; and the part of the year for which it holds, adding up to 1. */
  readonly sets: Int32Array
  readonly weights: Float64Array
}

/** In all tables [regime] stands for sets of rules, where there are more of them than regimes: see `SpellTable`. */
export interface CompiledPolicy {
  /** Regime 0 is the policy of the base year, under which the industry is calibrated. */
  readonly regimes: readonly string[]
  /** Undefined where no rule changes within a year. */
  readonly spells?: SpellTable | undefined
  readonly programmes: ProgrammeTable
  /** Names of quotas; and [regime x quota] vehicles a year, Infinity where the regime has no such quota. */
  readonly quotas: readonly string[]
  readonly quotaVolume: Float64Array
  /** [regime x place x origin] duty that the place charges on parts of the origin; 0 for the overseas place. */
  readonly partsDuty: Float64Array
  /** [regime x place x origin] duty beside it on parts that do not claim the agreement's preference, see `partsClaims`. */
  readonly unclaimedPartsDuty: Float64Array
  /** [regime] reach of Chinese-owned suppliers in Mexico as a multiple of the base year. */
  readonly chineseSuppliers: Float64Array
  /** [regime x country US, CA, MX] change of wages, and of the currency's value in USD, against the base year: fractions. */
  readonly wageChange: Float64Array
  readonly currencyChange: Float64Array
  /** Whether any regime changes either. */
  readonly hasEconomy: boolean
  /** [regime x country US, CA, MX] average US duty on what the country sells there beside vehicles and parts; 0 for the US. */
  readonly otherGoodsDuty: Float64Array
  /** [regime x place x origin] duty on metals, and part of the base year's shipments of metals that is withheld. */
  readonly metalsDuty: Float64Array
  readonly metalsLimit: Float64Array
  /** Whether any regime has a rule on metals. */
  readonly hasMetals: boolean
  /** [regime x place] credit for assembly there against duties on parts, as a share of the vehicle's price. */
  readonly assemblyCredit: Float64Array
  /** Subsidies to buyers; undefined where no regime pays any. */
  readonly subsidies?: SubsidyTable | undefined
  /** [(regime x market x line x place) + 1] offsets into `programmeIds`; an empty list means that sale is barred. */
  readonly programmeOff: Int32Array
  readonly programmeIds: Int32Array
  /**
   * [regime x market x line x place] first regime with the same programmes, numbers and parts duties there,
   * so that its costs can be copied; equal to the regime itself where there is none before. A mean over spells comes after
   * the sets of rules that it is a mean of, whatever their numbers.
   */
  readonly sameAs: Int32Array
  readonly truth: RegimeChain
  readonly belief: RegimeChain
  /** Undefined where makers do not learn: then they believe the same in every year. */
  readonly learning?: CompiledLearning | undefined
}

/** Sets of rules for which the policy's tables have rows: its regimes, and what holds for only a part of a year. */
export function ruleSetCount({ regimes, spells }: Pick<CompiledPolicy, 'regimes' | 'spells'>): number {
  return spells?.order.length ?? regimes.length
}

/** Whether a set of rules is the mean of several that hold within the year. */
export function isMean({ off }: SpellTable, r: number): boolean {
  return r + 1 < off.length && off[r + 1] > off[r]
}

/**
 * Numbers of the sets of rules that are worked out, in order: means come after what they are means of, and the first is 0. Those
 * of parts of a year whose rules are everywhere those of another set are left out.
 */
export function setsInOrder({
  regimes,
  spells,
  sameAs,
}: Pick<CompiledPolicy, 'regimes' | 'spells' | 'sameAs'>): Int32Array {
  const order = spells?.order ?? Int32Array.from(regimes.keys())
  const cells = sameAs.length / order.length
  return order.filter((r) => r < regimes.length || sameAs.subarray(r * cells, (r + 1) * cells).includes(r))
}

/** Systems of demand. */
export const demandForms = ['incomeGroups', 'nestedLogit', 'ces'] as const
export type DemandKind = (typeof demandForms)[number]

/** What answers to policy, see `closure`: nothing, wages and prices of parts, exchange rates, or all of them. */
export const closureForms = ['off', 'wages', 'exchangeRates', 'on'] as const
export type ClosureForm = (typeof closureForms)[number]

/** Where each replicate draws which form it has: see `demandForm` and `closureForm` among the parameters. */
export type Drawn = 'drawn'

/** Makers that may come into markets where they do not sell, and build in the region. Section 9. */
export interface CompiledEntrants {
  /** [entrant] its line; the product has no other. */
  readonly lines: Int32Array
  /** [entrant x market] 1 where it may begin to sell. */
  readonly mayEnter: Uint8Array
  /** [entrant x place] 1 where it may build beside where it is and its home. */
  readonly mayBuild: Uint8Array
  /** [entrant] first simulated year in which it may decide. */
  readonly from: Int32Array
  /** [entrant] cost below that of comparable vehicles, a fraction; NaN where it is drawn. */
  readonly costAdvantage: Float64Array
  /** [plant] first simulated year in which entrants can buy it, though it has lines; 0 for never. */
  readonly forSale: Int32Array
}

export interface CompiledScenario {
  readonly name: string
  readonly title: string
  /** Years simulated after the base year. */
  readonly years: number
  readonly demand: DemandKind | Drawn
  readonly closure: ClosureForm | Drawn
  /** Groups of buyers told apart by income, 1 to 6; 0 where no replicate has them. */
  readonly incomeGroups: number
  /** Idle years after which a plant closes for good. */
  readonly closeAfter: number
  /** Undefined where nothing is announced. */
  readonly plantEvents?: PlantEvents | undefined
  /** Undefined where no maker may come in. */
  readonly entrants?: CompiledEntrants | undefined
  readonly policy: CompiledPolicy
  /** Answers to regimes on US farm products; none unless the scenario says so. */
  readonly retaliation: readonly RetaliationRule[]
}

/** One country's answer, as the model reads it. */
export interface RetaliationRule {
  /** Index of the country in `markets`: 1 or 2. */
  readonly market: number
  readonly probability: number
  /** Years for which a regime that provokes it must have been in force before it begins. */
  readonly lag: number
  /** Duty on the US farm products that it hits, and their share of those sold there: fractions. */
  readonly rate: number
  readonly share: number
  /** [regime] 1 where it provokes the answer. */
  readonly provoked: Uint8Array
}

/** Subsidies of all regimes as flat lists. */
export interface SubsidyTable {
  /** [subsidy] thousand USD of 2024 per vehicle. */
  readonly amount: Float64Array
  /** What a vehicle must hold; its rows are subsidies. */
  readonly content: FloorTable
  /** [(regime x market x line x place) + 1] offsets into `ids`: subsidies whose test of kind, maker and place is passed. */
  readonly off: Int32Array
  readonly ids: Int32Array
}
