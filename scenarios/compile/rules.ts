/** A regime's rules as they count in one at: Moments without dates, and nothing that is not in force. */
import { usSpared } from '../../engine/model/content/chargedContent.ts'
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import { floorKinds } from '../../engine/model/inputs/policy.ts'
import { type Market, type Country, type Body, type Origin, markets, origins } from '../../engine/model/inputs/sets.ts'
import { claimingOrigins } from '../file/tradeLevers.ts'
import type { Powertrain } from '../file/values.ts'
import type { Regime, Programme, AdditionalDuty } from '../file/scenario.ts'
import { type BanRule, bansIn } from './bans.ts'
import { valueIn } from './dated.ts'
import { type Moment, countsIn } from './dates.ts'
import { type SubsidyRule, subsidiesIn } from './subsidyRules.ts'

export interface ProgrammeRule {
  readonly name: string
  readonly market: Market
  readonly origins: readonly Country[] | 'any'
  /** Undefined where all may use it; the same below. */
  readonly bodies: readonly Body[] | undefined
  readonly powertrain: Powertrain | undefined
  readonly headquarters: readonly Country[] | undefined
  readonly makers: readonly string[] | undefined
  readonly duty: number
  readonly dutyOnNonUsContent: number
  readonly preferential: boolean
  /** [floorKind] */
  readonly floors: readonly number[]
  readonly labourCredits: number
  readonly metalsFloor: number
  readonly coreFloor: number
  /** USD an hour from which work counts as labour value content. */
  readonly labourWage: number
  /** Name of the quota and vehicles a year; undefined where there is none. */
  readonly quota: { readonly name: string; readonly volume: number } | undefined
  readonly chineseOwnedAreChinese: boolean
  /** Part of the regional slack that customs counts. */
  readonly rollUp: number
}

export interface DutyRule {
  readonly name: string
  readonly market: Market
  readonly origins: readonly Country[] | 'any'
  readonly bodies: readonly Body[] | undefined
  readonly powertrain: Powertrain | undefined
  readonly exempt: readonly string[]
  readonly onValue: number
  readonly onNonUsContent: number
  /** Origins whose content the duty on content spares, bit k for origin k. */
  readonly spared: number
  /** Duties beside which it is not charged. */
  readonly notWith: readonly string[]
}

export interface RegimeRules {
  readonly programmes: readonly ProgrammeRule[]
  readonly duties: readonly DutyRule[]
  readonly bans: readonly BanRule[]
  /** Multiple of the base year's reach of Chinese-owned suppliers in Mexico. */
  readonly chineseSuppliers: number
  /** [importer US, CA, MX x origin] */
  readonly partsDuties: readonly number[]
  readonly unclaimedPartsDuties: readonly number[]
  /** [importer US, CA, MX x origin] duties on metals, and the part of shipments that is withheld. */
  readonly metalsDuties: readonly number[]
  readonly metalsLimits: readonly number[]
  /** [country US, CA, MX] changes of wages and of the currency's value against the base year. */
  readonly wageChanges: readonly number[]
  readonly currencyChanges: readonly number[]
  /** [country US, CA, MX] average US duty on what it sells there beside vehicles and parts. */
  readonly otherGoodsDuties: readonly number[]
  /** [country of assembly US, CA, MX] */
  readonly assemblyCredits: readonly number[]
  readonly subsidies: readonly SubsidyRule[]
}

/** The rules of a whole regime that count in the year or on the day. */
export function rulesIn(at: Moment, regime: Regime): RegimeRules {
  return {
    programmes: markets.flatMap((market) =>
      inForce(at, regime.programmes?.[market] ?? {}).map(([name, rule]) => programmeRule(at, market, name, rule)),
    ),
    duties: inForce(at, regime.additionalDuties ?? {})
      .map(([name, rule]) => dutyRule(at, name, rule))
      .filter(({ onValue, onNonUsContent }) => onValue > 0 || onNonUsContent > 0),
    bans: bansIn(at, regime),
    chineseSuppliers: valueIn(at, regime.chineseSuppliersInMexico, 1),
    partsDuties: markets.flatMap((market) =>
      origins.map((origin) => valueIn(at, regime.partsDuties?.[market]?.[origin])),
    ),
    unclaimedPartsDuties: markets.flatMap((market) =>
      origins.map((origin) => unclaimedDuty(at, regime, market, origin)),
    ),
    metalsDuties: markets.flatMap((market) =>
      origins.map((origin) => valueIn(at, regime.metals?.duties?.[market]?.[origin])),
    ),
    metalsLimits: markets.flatMap((market) =>
      origins.map((origin) => valueIn(at, regime.metals?.exportLimits?.[market]?.[origin])),
    ),
    wageChanges: markets.map((market) => valueIn(at, regime.economy?.wages?.[market])),
    currencyChanges: markets.map((market) =>
      market === 'US' ? 0 : valueIn(at, regime.economy?.exchangeRates?.[market]),
    ),
    otherGoodsDuties: markets.map((market) =>
      market === 'US' ? 0 : valueIn(at, regime.economy?.otherGoodsDuty?.[market]),
    ),
    assemblyCredits: markets.map((market) => valueIn(at, regime.assemblyCredits?.[market]?.rate)),
    subsidies: subsidiesIn(at, regime),
  }
}

/** Only US customs publishes claims of parts, so that only its duties may differ by them. */
function unclaimedDuty(at: Moment, { unclaimedPartsDuties }: Regime, market: Market, origin: Origin): number {
  const claiming = claimingOrigins.find((one) => one === origin)
  return market === 'US' && claiming !== undefined ? valueIn(at, unclaimedPartsDuties?.US?.[claiming]) : 0
}

interface Spell {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

function inForce<T extends Spell>(at: Moment, rules: Readonly<Record<string, T | null>>): readonly [string, T][] {
  return Object.entries(rules).flatMap(([name, rule]): [string, T][] =>
    rule !== null && countsIn(at, rule.from, rule.to) ? [[name, rule]] : [],
  )
}

function programmeRule(at: Moment, market: Market, name: string, rule: Programme): ProgrammeRule {
  return {
    name,
    market,
    origins: rule.origins ?? 'any',
    bodies: rule.bodies ?? undefined,
    powertrain: rule.powertrain ?? undefined,
    headquarters: rule.headquarters ?? undefined,
    makers: rule.makers ?? undefined,
    duty: valueIn(at, rule.duty),
    dutyOnNonUsContent: valueIn(at, rule.dutyOnNonUsContent),
    preferential: rule.preferential ?? false,
    floors: floorKinds.map((kind) => valueIn(at, rule.content?.[kind])),
    labourCredits: valueIn(at, rule.content?.labourCredits),
    metalsFloor: valueIn(at, rule.content?.metals),
    coreFloor: valueIn(at, rule.content?.core),
    labourWage: valueIn(at, rule.content?.labourWage, agreedWage),
    quota: quotaRule(at, market, name, rule),
    chineseOwnedAreChinese: rule.content?.chineseOwnedSuppliersAreChinese ?? false,
    rollUp: valueIn(at, rule.content?.rollUp, 1),
  }
}

function quotaRule(at: Moment, market: Market, name: string, { quota }: Programme): ProgrammeRule['quota'] {
  if (quota === undefined || quota === null) return undefined
  return { name: quota.pool ?? `${market}/${name}`, volume: valueIn(at, quota.volume) }
}

function dutyRule(at: Moment, name: string, rule: AdditionalDuty): DutyRule {
  if (rule.market === undefined) throw new Error(`the additional duty ${name} has no market; check the scenario first`)
  const rate = valueIn(at, rule.rate)
  const { chargedOn } = rule
  const onContent = chargedOn !== undefined && chargedOn !== null && chargedOn !== 'value'
  return {
    name,
    market: rule.market,
    origins: rule.origins ?? 'any',
    bodies: rule.bodies ?? undefined,
    powertrain: rule.powertrain ?? undefined,
    exempt: rule.exempt ?? [],
    onValue: onContent ? 0 : rate,
    onNonUsContent: onContent ? rate : 0,
    spared: sparedBy(rule),
    notWith: rule.notWith ?? [],
  }
}

/** Origins whose content a duty on content spares: those it names, else the US. */
export function sparedBy({ chargedOn }: AdditionalDuty): number {
  if (typeof chargedOn !== 'object' || chargedOn === null) return usSpared
  return origins.reduce((spared, origin, k) => spared + (chargedOn.contentNotFrom.includes(origin) ? 1 << k : 0), 0)
}
