/**
 * Which programmes each vehicle may use at each border, as flat lists. A programme with the additional duties that it
 * meets is one row of the table; rows with the same name and numbers are one, whatever the regime. Section 4 of
 * docs/model.md.
 */
import { usSpared } from '../../engine/model/content/chargedContent.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import { floorKindCount, type CompiledPolicy, type ProgrammeTable } from '../../engine/model/inputs/policy.ts'
import {
  type Country,
  overseasPlace,
  countries,
  type Market,
  markets,
  placeCount,
  originCount,
} from '../../engine/model/inputs/sets.ts'
import { domesticName, type Regime } from '../file/scenario.ts'
import { isBanned } from './bans.ts'
import { type ProgrammeRule, type DutyRule, type RegimeRules, rulesIn } from './rules.ts'

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

interface Rows {
  readonly list: Row[]
  readonly positions: Map<string, number>
}

function addRow(rows: Rows, row: Row): number {
  const key = JSON.stringify(row)
  const known = rows.positions.get(key)
  if (known !== undefined) return known
  rows.positions.set(key, rows.list.length)
  rows.list.push(row)
  return rows.list.length - 1
}

/** What customs asks about a vehicle. */
export interface Vehicle {
  readonly country: Country
  readonly body: string
  readonly powertrain: string
  readonly headquarters: string
  readonly maker: string
}

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
function meets(rule: ProgrammeRule | DutyRule, vehicle: Vehicle): boolean {
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

/** The programme with the additional duties that the vehicle meets under it. */
function rowFor(rule: ProgrammeRule, duties: readonly DutyRule[], vehicle: Vehicle): Row {
  const met = duties.filter((duty) => !duty.exempt.includes(rule.name) && meets(duty, vehicle))
  const added = met.filter(({ notWith }) => !met.some(({ name }) => notWith.includes(name)))
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

/** Rows open to a vehicle in a market, in the order of the rules. */
function rowsFor(rules: RegimeRules, market: string, vehicle: Vehicle): readonly Row[] {
  if (isBanned(rules.bans, market, vehicle)) return []
  const usable = rules.programmes.filter((rule) => rule.market === market && mayUse(rule, vehicle))
  const duties = rules.duties.filter((duty) => duty.market === market)
  const rows = usable.map((rule) => rowFor(rule, duties, vehicle))
  if (vehicle.country !== market || usable.some(({ name }) => name === domesticName)) return rows
  return [{ name: `${market}/${domesticName}`, ...free }, ...rows]
}

/**
 * What a vehicle may pay on a day: the programmes open to it, with their duties on value and on content. By days, since
 * law changes by days; a simulated year knows one set of rules.
 */
export function programmesOn(day: string, regime: Regime, market: Market, vehicle: Vehicle): readonly Row[] {
  return rowsFor(rulesIn(day, regime), market, vehicle)
}

/** Numbers of the rows open to vehicles in a market. Vehicles that customs cannot tell apart are looked at once. */
function rowIdsIn(rules: RegimeRules, market: Market, rows: Rows): (vehicle: Vehicle) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (vehicle) => {
    const { country, body, powertrain, headquarters, maker } = vehicle
    const key = [country, body, powertrain, headquarters, maker].join('/')
    const ids = known.get(key) ?? rowsFor(rules, market, vehicle).map((row) => addRow(rows, row))
    known.set(key, ids)
    return ids
  }
}

type ProgrammeLists = Omit<CompiledPolicy, 'regimes' | 'truth' | 'belief'>

/** Programme lists of all regimes, and where they repeat. */
export function programmeLists(regimes: readonly RegimeRules[], industry: Industry): ProgrammeLists {
  const rows: Rows = { list: [], positions: new Map() }
  const cellCount = regimes.length * markets.length * industry.lines.length * placeCount
  const programmeOff = new Int32Array(cellCount + 1)
  const ids: number[] = []
  const sameAs = new Int32Array(cellCount)
  const seen = new Map<string, number>()
  let cell = 0
  regimes.forEach((rules, r) => {
    for (const [m, market] of markets.entries()) {
      const open = rowIdsIn(rules, market, rows)
      for (let j = 0; j < industry.lines.length; j++) {
        for (let o = 0; o < placeCount; o++) {
          const country = countryAt(industry, j, o)
          const here = country === undefined ? [] : open(vehicleOf(industry, j, country))
          const key = [m, j, o, ...here, ...ratesAt(rules, o), rules.chineseSuppliers].join(' ')
          if (!seen.has(key)) seen.set(key, r)
          sameAs[cell] = seen.get(key) ?? r
          ids.push(...here)
          cell += 1
          programmeOff[cell] = ids.length
        }
      }
    }
  })
  const quotas = [...new Set(rows.list.flatMap(({ quota }) => (quota === '' ? [] : [quota])))]
  return {
    programmes: tableOf(rows.list, quotas),
    quotas,
    quotaVolume: Float64Array.from(regimes.flatMap((rules) => quotas.map((name) => quotaVolume(rules, name)))),
    programmeOff,
    programmeIds: Int32Array.from(ids),
    sameAs,
    chineseSuppliers: Float64Array.from(regimes, ({ chineseSuppliers }) => chineseSuppliers),
    partsDuty: byPlace(regimes, ({ partsDuties }) => partsDuties),
    metalsDuty: byPlace(regimes, ({ metalsDuties }) => metalsDuties),
    metalsLimit: byPlace(regimes, ({ metalsLimits }) => metalsLimits),
    hasMetals: rows.list.some(({ metalsFloor }) => metalsFloor > 0) || regimes.some(hasMetals),
    assemblyCredit: Float64Array.from(
      regimes.flatMap((rules) => Array.from({ length: placeCount }, (_, o) => assemblyCreditAt(rules, o))),
    ),
  }
}

/** [regime x place x origin] from the rates of the three countries; 0 overseas. */
function byPlace(regimes: readonly RegimeRules[], rates: (rules: RegimeRules) => readonly number[]): Float64Array {
  const overseas = Array.from({ length: originCount }, () => 0)
  return Float64Array.from(regimes.flatMap((rules) => [...rates(rules), ...overseas]))
}

/** All that a regime asks or gives at a place beside programmes. */
function ratesAt(rules: RegimeRules, o: number): readonly number[] {
  if (o === overseasPlace) return []
  const own = (rates: readonly number[]): readonly number[] => rates.slice(o * originCount, (o + 1) * originCount)
  const { partsDuties, metalsDuties, metalsLimits } = rules
  return [...own(partsDuties), ...own(metalsDuties), ...own(metalsLimits), assemblyCreditAt(rules, o)]
}

function hasMetals({ metalsDuties, metalsLimits }: RegimeRules): boolean {
  return [...metalsDuties, ...metalsLimits].some((rate) => rate > 0)
}

function assemblyCreditAt({ assemblyCredits }: RegimeRules, o: number): number {
  return o === overseasPlace ? 0 : assemblyCredits[o]
}

/** Vehicles a year of a quota; Infinity where the regime has none of the name. */
function quotaVolume({ programmes }: RegimeRules, name: string): number {
  const volumes = programmes.flatMap(({ quota }) => (quota?.name === name ? [quota.volume] : []))
  return Math.min(Infinity, ...volumes)
}

function tableOf(rows: readonly Row[], quotas: readonly string[]): ProgrammeTable {
  return {
    names: rows.map(({ name }) => name),
    preferential: Uint8Array.from(rows, ({ preferential }) => (preferential ? 1 : 0)),
    duty: Float64Array.from(rows, ({ duty }) => duty),
    dutyOnNonUsContent: Float64Array.from(rows, ({ dutyOnNonUsContent }) => dutyOnNonUsContent),
    sparedOrigins: Uint8Array.from(rows, ({ spared }) => spared),
    quota: Int16Array.from(rows, ({ quota }) => quotas.indexOf(quota)),
    floors: Float64Array.from(rows.flatMap(({ floors }) => floors)),
    metalsFloor: Float64Array.from(rows, ({ metalsFloor }) => metalsFloor),
    coreFloor: Float64Array.from(rows, ({ coreFloor }) => coreFloor),
    labourWage: Float64Array.from(rows, ({ labourWage }) => labourWage),
    labourCredits: Float64Array.from(rows, ({ labourCredits }) => labourCredits),
    chineseOwnedAreChinese: Uint8Array.from(rows, (row) => (row.chineseOwnedAreChinese ? 1 : 0)),
    rollUp: Float64Array.from(rows, ({ rollUp }) => rollUp),
  }
}
