/** Longhe of the small industry as an entrant, and regimes that keep it out of the US in one way or another. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CompiledEntrants, CompiledScenario, DemandKind } from '../../engine/model/inputs/policy.ts'
import { type Market, marketCount, placeCount } from '../../engine/model/inputs/sets.ts'
import { type SmallRegime, baseRegime, fromFirstYear, smallScenario, agreement } from './smallPolicy.ts'

/** The line, its product and maker. */
export const longhe = { line: 8, product: 5, maker: 2 } as const
export const entrantYears = 12

const regional = ['US', 'CA', 'MX'] as const

export interface Permission {
  readonly mayEnter?: readonly Market[]
  readonly mayBuild?: readonly Market[]
  readonly costAdvantage?: number
  readonly from?: number
  /** Index of a plant that is for sale. */
  readonly forSale?: number
}

function entrants(industry: Industry, permission: Permission): CompiledEntrants {
  const flags = (count: number, chosen: readonly Market[] = []): Uint8Array =>
    Uint8Array.from({ length: count }, (_, n) => (n < 3 && chosen.includes(regional[n]) ? 1 : 0))
  return {
    lines: Int32Array.of(longhe.line),
    mayEnter: flags(marketCount, permission.mayEnter),
    mayBuild: flags(placeCount, permission.mayBuild),
    from: Int32Array.of(permission.from ?? 1),
    costAdvantage: Float64Array.of(permission.costAdvantage ?? NaN),
    forSale: Int32Array.from(industry.plants, (_, p) => (p === permission.forSale ? 1 : 0)),
  }
}

/** A scenario under `regime` from the first year on, in which Longhe may do what `permission` says. */
export function entryScenario(
  industry: Industry,
  permission: Permission | undefined,
  regime?: SmallRegime,
  demand: DemandKind = 'nestedLogit',
): CompiledScenario {
  const regimes = regime === undefined ? [baseRegime] : [baseRegime, regime]
  const truth = fromFirstYear(regimes.length, entrantYears, regimes.length - 1)
  const scenario = smallScenario('entry', industry, regimes, { truth, years: entrantYears, demand })
  return permission === undefined ? scenario : { ...scenario, entrants: entrants(industry, permission) }
}

/** No vehicle of Longhe may be sold in the US, wherever it is built. */
export const bannedRegime: SmallRegime = {
  name: 'ban',
  programmes: agreement().map((programme) => ({
    ...programme,
    admits: (market: number, line: number, place: number): boolean =>
      programme.admits(market, line, place) && !(market === 0 && line === longhe.line),
  })),
}

/**
 * The US charges Longhe 100% unless the vehicle is of the agreement.
 *
 * @param agreed whether Longhe can claim the agreement at all
 */
export function wallRegime(agreed: boolean): SmallRegime {
  const meets = (market: number, line: number): boolean => market === 0 && line === longhe.line
  const wall = agreement(0, 1)[2]
  return {
    name: 'wall',
    programmes: [
      ...agreement().map((programme) => ({
        ...programme,
        admits: (market: number, line: number, place: number): boolean => {
          const open = programme.name === 'home' || (programme.name === 'agreement' && agreed)
          return programme.admits(market, line, place) && (open || !meets(market, line))
        },
      })),
      {
        ...wall,
        name: 'wall',
        admits: (market: number, line: number, place: number): boolean =>
          meets(market, line) && wall.admits(market, line, place),
      },
    ],
  }
}
