/** A regime's subsidies to buyers as they count in one year, in thousand USD. */
import { floorKinds } from '../../engine/model/inputs/policy.ts'
import { type Market, type Country, type Body, markets } from '../../engine/model/inputs/sets.ts'
import type { Powertrain } from '../file/values.ts'
import type { Regime } from '../file/scenario.ts'
import type { Subsidy } from '../file/tradeLevers.ts'
import { valueIn } from './dated.ts'
import { type Moment, countsIn } from './dates.ts'

const usdInThousand = 1000

export interface SubsidyRule {
  readonly name: string
  readonly market: Market
  /** Thousand USD per vehicle now, and in the base year. */
  readonly amount: number
  readonly inBaseYear: number
  /** Undefined where all count; the same below. */
  readonly assembledIn: readonly Country[] | undefined
  readonly bodies: readonly Body[] | undefined
  readonly powertrain: Powertrain | undefined
  readonly headquarters: readonly Country[] | undefined
  readonly makers: readonly string[] | undefined
  /** [floorKind] */
  readonly floors: readonly number[]
  readonly labourCredits: number
  readonly chineseOwnedAreChinese: boolean
  readonly rollUp: number
}

/** Subsidies that are paid in the year or on the day, and those that no longer are but were in the base year. */
export function subsidiesIn(at: Moment, regime: Regime): readonly SubsidyRule[] {
  return markets
    .flatMap((market) =>
      Object.entries(regime.subsidies?.[market] ?? {}).flatMap(([name, rule]): SubsidyRule[] =>
        rule === null ? [] : [subsidyRule(at, market, name, rule)],
      ),
    )
    .filter(({ amount, inBaseYear }) => amount > 0 || inBaseYear > 0)
}

function subsidyRule(at: Moment, market: Market, name: string, rule: Subsidy): SubsidyRule {
  return {
    name,
    market,
    amount: countsIn(at, rule.from, rule.to) ? valueIn(at, rule.amount) / usdInThousand : 0,
    inBaseYear: (rule.inBaseYear ?? 0) / usdInThousand,
    assembledIn: rule.assembledIn ?? undefined,
    bodies: rule.bodies ?? undefined,
    powertrain: rule.powertrain ?? undefined,
    headquarters: rule.headquarters ?? undefined,
    makers: rule.makers ?? undefined,
    floors: floorKinds.map((kind) => valueIn(at, rule.content?.[kind])),
    labourCredits: valueIn(at, rule.content?.labourCredits),
    chineseOwnedAreChinese: rule.content?.chineseOwnedSuppliersAreChinese ?? false,
    rollUp: valueIn(at, rule.content?.rollUp, 1),
  }
}
