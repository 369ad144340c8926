/**
 * What the US charges on vehicles from Mexico and Canada beside ordinary duties: a rate on those that claim the agreement, on all
 * their value or on what of it is not of US content, and a rate on the full value of those that do not claim it.
 */
import { isOrdinary } from './ordinary.ts'
import type { Country } from '../../engine/model/inputs/sets.ts'
import { openProgrammes, type OpenProgramme, type Vehicle } from '../compile/programmeRows.ts'
import { rulesIn } from '../compile/rules.ts'
import type { AdditionalDuty, Regime } from '../file/scenario.ts'
import type { ByName } from '../file/values.ts'
import { cutRules, withPieces } from './split.ts'

export type Neighbour = Extract<Country, 'CA' | 'MX'>
const neighbours: readonly Neighbour[] = ['MX', 'CA']

/** What of a vehicle that claims the agreement is charged. */
export type ChargedOn = 'value' | 'nonUsContent'

interface NeighbourTariff {
  readonly claimed: number
  readonly chargedOn: ChargedOn
  readonly unclaimed: number
}

/** A car as customs sees it, of a maker that no rule names. */
export function carFrom(country: Country): Vehicle {
  return { country, body: 'car', powertrain: 'combustion', headquarters: 'US', maker: '' }
}

/** Where nobody can claim the agreement, what all pay. */
export function neighbourTariff(regime: Regime, origin: Neighbour, day: string): NeighbourTariff {
  const open = openProgrammes(rulesIn(day, regime), 'US', carFrom(origin))
  const ordinary = open.find(({ rule }) => !rule.preferential && isOrdinary(rule))
  const claiming = open.find(({ rule }) => rule.preferential) ?? ordinary
  return {
    claimed: claiming === undefined ? 0 : rateOf(claiming),
    chargedOn: claiming?.added.some(({ onNonUsContent }) => onNonUsContent > 0) === true ? 'nonUsContent' : 'value',
    unclaimed: ordinary === undefined ? 0 : rateOf(ordinary),
  }
}

function rateOf({ added }: OpenProgramme): number {
  return Number(added.reduce((sum, { onValue, onNonUsContent }) => sum + onValue + onNonUsContent, 0).toPrecision(12))
}

const nameOf: Readonly<Record<Neighbour, string>> = { MX: 'duty-mexico', CA: 'duty-canada' }

/** The regime with all additional US duties on vehicles from there replaced from the day on. */
export function withNeighbourTariff(
  regime: Regime,
  origin: Neighbour,
  { claimed, chargedOn, unclaimed }: NeighbourTariff,
  day: string,
): Regime {
  const { rules, pieces } = cutRules<AdditionalDuty>(
    regime.additionalDuties ?? {},
    { market: 'US', origin, day },
    (duty) => duty.market === 'US',
  )
  const programmes = Object.entries(regime.programmes?.US ?? {})
  const names = (preferential: boolean): readonly string[] =>
    programmes.flatMap(([name, rule]) => (rule !== null && (rule.preferential ?? false) === preferential ? [name] : []))
  const own = { market: 'US', origins: [origin], from: day } as const
  const name = nameOf[origin]
  const claimedDuty = { ...own, rate: claimed, chargedOn, exempt: names(false) }
  const unclaimedDuty = { ...own, rate: unclaimed, exempt: names(true) }
  const isOne = claimed === unclaimed && chargedOn === 'value'
  const added: ByName<AdditionalDuty> = isOne
    ? { [name]: { ...own, rate: claimed } }
    : { [name]: claimedDuty, [`${name}-unclaimed`]: unclaimedDuty }
  const charged = Object.entries(added).filter(([, { rate }]) => rate !== 0)
  const kept = Object.entries(rules).map(([duty, rule]) => [duty, withNotWith(rule, pieces)] as const)
  return { ...regime, additionalDuties: Object.fromEntries([...kept, ...charged]) }
}

function withNotWith(duty: AdditionalDuty, pieces: ReadonlyMap<string, readonly string[]>): AdditionalDuty {
  return duty.notWith === undefined ? duty : { ...duty, notWith: withPieces(duty.notWith, pieces) }
}

/** What vehicles from there pay, whether they claim the agreement or not; how much more the latter pay stays. */
export const tariffOn = (
  origin: Neighbour,
): {
  readonly read: (regime: Regime, day: string) => number
  readonly write: (regime: Regime, value: number, day: string) => Regime
} => ({
  read: (regime, day) => neighbourTariff(regime, origin, day).claimed,
  write: (regime, value, day) => {
    const before = neighbourTariff(regime, origin, day)
    const more = extraOf(before)
    return withNeighbourTariff(regime, origin, { ...before, claimed: value, unclaimed: added(value, more) }, day)
  },
})

function extraOf({ claimed, unclaimed }: NeighbourTariff): number {
  return added(unclaimed, -claimed)
}

function added(one: number, other: number): number {
  return Math.max(0, Number((one + other).toPrecision(12)))
}

/** How much more those pay that do not claim the agreement. */
export const extraForUnclaimed = {
  read: (regime: Regime, day: string): number => extraOf(neighbourTariff(regime, 'MX', day)),
  write: (regime: Regime, value: number, day: string): Regime =>
    neighbours.reduce((changed, origin) => {
      const before = neighbourTariff(changed, origin, day)
      return withNeighbourTariff(changed, origin, { ...before, unclaimed: added(before.claimed, value) }, day)
    }, regime),
}

/** What of the vehicles that claim the agreement is charged. */
export const whatCounts = {
  read: (regime: Regime, day: string): ChargedOn => neighbourTariff(regime, 'MX', day).chargedOn,
  write: (regime: Regime, chargedOn: ChargedOn, day: string): Regime =>
    neighbours.reduce((changed, origin) => {
      const before = neighbourTariff(changed, origin, day)
      return withNeighbourTariff(changed, origin, { ...before, chargedOn }, day)
    }, regime),
}
