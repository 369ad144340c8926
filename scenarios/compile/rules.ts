/** A regime's rules as they count in one year: numbers without dates, and nothing that is not in force. */
import { floorKinds } from '../../engine/model/policy.ts'
import { markets, origins, type Body, type Country, type Market } from '../../engine/model/sets.ts'
import type { AdditionalDuty, Powertrain, Programme, Regime } from '../scenario.ts'
import { valueIn } from './dated.ts'
import { countsIn } from './dates.ts'

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
}

export interface RegimeRules {
  readonly programmes: readonly ProgrammeRule[]
  readonly duties: readonly DutyRule[]
  /** [importer US, CA, MX x origin] */
  readonly partsDuties: readonly number[]
  /** [country of assembly US, CA, MX] */
  readonly assemblyCredits: readonly number[]
}

/** The rules of a whole regime that count in the year. */
export function rulesIn(year: number, regime: Regime): RegimeRules {
  return {
    programmes: markets.flatMap((market) =>
      inForce(year, regime.programmes?.[market] ?? {}).map(([name, rule]) => programmeRule(year, market, name, rule))),
    duties: inForce(year, regime.additionalDuties ?? {})
      .map(([name, rule]) => dutyRule(year, name, rule))
      .filter(({ onValue, onNonUsContent }) => onValue > 0 || onNonUsContent > 0),
    partsDuties: markets.flatMap((market) =>
      origins.map((origin) => valueIn(year, regime.partsDuties?.[market]?.[origin]))),
    assemblyCredits: markets.map((market) => valueIn(year, regime.assemblyCredits?.[market]?.rate)),
  }
}

interface Spell {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

function inForce<T extends Spell>(year: number, rules: Readonly<Record<string, T | null>>): readonly [string, T][] {
  return Object.entries(rules).flatMap(([name, rule]): [string, T][] =>
    rule !== null && countsIn(year, rule.from, rule.to) ? [[name, rule]] : [])
}

function programmeRule(year: number, market: Market, name: string, rule: Programme): ProgrammeRule {
  return {
    name,
    market,
    origins: rule.origins ?? 'any',
    bodies: rule.bodies ?? undefined,
    powertrain: rule.powertrain ?? undefined,
    headquarters: rule.headquarters ?? undefined,
    makers: rule.makers ?? undefined,
    duty: valueIn(year, rule.duty),
    dutyOnNonUsContent: valueIn(year, rule.dutyOnNonUsContent),
    preferential: rule.preferential ?? false,
    floors: floorKinds.map((kind) => valueIn(year, rule.content?.[kind])),
    labourCredits: valueIn(year, rule.content?.labourCredits),
  }
}

function dutyRule(year: number, name: string, rule: AdditionalDuty): DutyRule {
  if (rule.market === undefined) throw new Error(`the additional duty ${name} has no market; check the scenario first`)
  const rate = valueIn(year, rule.rate)
  const onNonUs = rule.on === 'nonUsContent'
  return {
    name,
    market: rule.market,
    origins: rule.origins ?? 'any',
    bodies: rule.bodies ?? undefined,
    powertrain: rule.powertrain ?? undefined,
    exempt: rule.exempt ?? [],
    onValue: onNonUs ? 0 : rate,
    onNonUsContent: onNonUs ? rate : 0,
  }
}
