/**
 * Which programmes one vehicle may use in one market, and what it pays under each with the additional duties that it meets.
 * Section 4 of docs/model.md.
 */
import { usSpared } from '../../engine/model/content/chargedContent.ts'
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { floorKindCount } from '../../engine/model/inputs/policy.ts'
import { type Country, overseasPlace, countries } from '../../engine/model/inputs/sets.ts'
import { domesticName } from '../file/scenario.ts'
import { isBanned } from './bans.ts'
import { type ProgrammeRule, type DutyRule, type RegimeRules } from './rules.ts'

/** A row of the table. */
export interface Row {
  readonly name: string
  readonly preferential: boolean
  readonly duty: number
  readonly dutyOnNonUsContent: number
  readonly spared: number
  readonly floors: readonly number[]
  readonly labourCredits: number
  readonly metalsFloor: number
  readonly coreFloor: number
  readonly labourWage: number
  /** Name of its quota, empty where it has none. */
  readonly quota: string
  readonly chineseOwnedAreChinese: boolean
  readonly rollUp: number
}

/** What customs asks about a vehicle. */
export interface Vehicle {
  readonly country: Country
  readonly body: string
  readonly powertrain: string
  readonly headquarters: string
  readonly maker: string
}

/** Line j as customs sees it when it is assembled in `country`. */
export function vehicleOf(industry: Industry, j: number, country: Country): Vehicle {
  const i = industry.lineProduct[j]
  const { body, electric } = industry.products[i]
  const { id, headquarters } = industry.makers[industry.productMaker[i]]
  return { country, body, powertrain: electric ? 'electric' : 'combustion', headquarters, maker: id }
}

/** Country in which a line is assembled at a place; undefined where it has no overseas home. */
export function countryAt(industry: Industry, j: number, o: number): Country | undefined {
  return o === overseasPlace ? countries[industry.lineOverseas[j]] : countries[o]
}

/** Rules of imports meet vehicles from abroad, and those at home only where they name the country. */
export function meets(rule: ProgrammeRule | DutyRule, vehicle: Vehicle): boolean {
  const fromThere = rule.origins === 'any' ? vehicle.country !== rule.market : rule.origins.includes(vehicle.country)
  return (
    fromThere &&
    (rule.bodies === undefined || rule.bodies.some((body) => body === vehicle.body)) &&
    (rule.powertrain === undefined || rule.powertrain === vehicle.powertrain)
  )
}

function mayUse(rule: ProgrammeRule, vehicle: Vehicle): boolean {
  const isDomestic = rule.name === domesticName
  return (
    meets(isDomestic ? { ...rule, origins: [rule.market] } : rule, vehicle) &&
    (rule.headquarters === undefined || rule.headquarters.some((country) => country === vehicle.headquarters)) &&
    (rule.makers === undefined || rule.makers.includes(vehicle.maker))
  )
}

/** Rows of one regime that are made already: the same programme with the same duties is one row, whoever meets it. */
export type KnownRows = Map<ProgrammeRule | string, Map<string, Row>>

/** The row of a key beside a programme's, or a market's, other rows; made where it is not there. */
function knownRow(known: KnownRows, of: ProgrammeRule | string, key: string, make: () => Row): Row {
  const rows = known.get(of) ?? new Map<string, Row>()
  known.set(of, rows)
  const row = rows.get(key) ?? make()
  rows.set(key, row)
  return row
}

/** Additional duties that the vehicle meets under a programme. */
function dutiesMet(rule: ProgrammeRule, duties: readonly DutyRule[], vehicle: Vehicle): readonly DutyRule[] {
  const met = duties.filter((duty) => !duty.exempt.includes(rule.name) && meets(duty, vehicle))
  return met.filter(({ notWith }) => notWith.length === 0 || !met.some(({ name }) => notWith.includes(name)))
}

/** A programme that is open to a vehicle, with the additional duties that it meets under it. */
export interface OpenProgramme {
  readonly rule: ProgrammeRule
  readonly added: readonly DutyRule[]
}

/** Programmes open to a vehicle in a market, in the order of the rules, whether its maker is barred from sale or not. */
export function openProgrammes(rules: RegimeRules, market: string, vehicle: Vehicle): readonly OpenProgramme[] {
  const duties = rules.duties.filter((duty) => duty.market === market)
  return rules.programmes
    .filter((rule) => rule.market === market && mayUse(rule, vehicle))
    .map((rule) => ({ rule, added: dutiesMet(rule, duties, vehicle) }))
}

/** The programme with the additional duties that are met under it. */
function rowOf(rule: ProgrammeRule, added: readonly DutyRule[]): Row {
  return {
    name: [`${rule.market}/${rule.name}`, ...added.map(({ name }) => name)].join(' + '),
    preferential: rule.preferential,
    duty: added.reduce((sum, { onValue }) => sum + onValue, rule.duty),
    dutyOnNonUsContent: added.reduce((sum, { onNonUsContent }) => sum + onNonUsContent, rule.dutyOnNonUsContent),
    spared: added.find(({ onNonUsContent }) => onNonUsContent > 0)?.spared ?? usSpared,
    floors: rule.floors,
    labourCredits: rule.labourCredits,
    metalsFloor: rule.metalsFloor,
    coreFloor: rule.coreFloor,
    labourWage: rule.labourWage,
    quota: rule.quota?.name ?? '',
    chineseOwnedAreChinese: rule.chineseOwnedAreChinese,
    rollUp: rule.rollUp,
  }
}

const noFloors = Array.from({ length: floorKindCount }, () => 0)
const free = {
  preferential: false,
  duty: 0,
  dutyOnNonUsContent: 0,
  floors: noFloors,
  labourCredits: 0,
  chineseOwnedAreChinese: false,
  rollUp: 1,
  spared: usSpared,
  metalsFloor: 0,
  coreFloor: 0,
  labourWage: agreedWage,
  quota: '',
}

/**
 * Rows open to a vehicle in a market, in the order of the rules.
 *
 * @param known rows of the same regime that were made for other vehicles; those that are made are added
 */
export function rowsFor(
  rules: RegimeRules,
  market: string,
  vehicle: Vehicle,
  known: KnownRows = new Map(),
): readonly Row[] {
  if (isBanned(rules.bans, market, vehicle)) return []
  const open = openProgrammes(rules, market, vehicle)
  const rows = open.map(({ rule, added }) =>
    knownRow(known, rule, added.map((duty) => rules.duties.indexOf(duty)).join(), () => rowOf(rule, added)),
  )
  if (vehicle.country !== market || open.some(({ rule }) => rule.name === domesticName)) return rows
  return [knownRow(known, market, '', () => ({ name: `${market}/${domesticName}`, ...free })), ...rows]
}
