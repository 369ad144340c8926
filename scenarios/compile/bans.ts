/** Bans of sale by who owns the maker, wherever the vehicle is built: no programme is open to it. Section 4. */
import { type Market, type Country, type Body, markets } from '../../engine/model/inputs/sets.ts'
import type { Powertrain } from '../file/values.ts'
import type { Regime } from '../file/scenario.ts'
import { type Moment, countsIn } from './dates.ts'

export interface BanRule {
  readonly market: Market
  readonly headquarters: readonly Country[]
  readonly powertrain: Powertrain | undefined
  readonly bodies: readonly Body[] | undefined
  readonly exempt: readonly string[]
}

/** Bans that count in the year or on the day. */
export function bansIn(at: Moment, regime: Regime): readonly BanRule[] {
  return markets.flatMap((market) =>
    Object.values(regime.bans?.[market] ?? {}).flatMap((ban): BanRule[] => {
      if (ban === null || !countsIn(at, ban.from, ban.to)) return []
      return [
        {
          market,
          headquarters: ban.headquarters ?? [],
          powertrain: ban.powertrain ?? undefined,
          bodies: ban.bodies ?? undefined,
          exempt: ban.exempt ?? [],
        },
      ]
    }),
  )
}

interface OwnedVehicle {
  readonly headquarters: string
  readonly maker: string
  readonly body: string
  readonly powertrain: string
}

/** Whether one of the bans keeps the vehicle from sale in the market. */
export function isBanned(bans: readonly BanRule[], market: string, vehicle: OwnedVehicle): boolean {
  return bans.some(
    (ban) =>
      ban.market === market &&
      ban.headquarters.some((country) => country === vehicle.headquarters) &&
      !ban.exempt.includes(vehicle.maker) &&
      (ban.powertrain === undefined || ban.powertrain === vehicle.powertrain) &&
      (ban.bodies === undefined || ban.bodies.some((body) => body === vehicle.body)),
  )
}
