/**
 * Which programmes each vehicle may use at each border, as flat lists. A programme with the additional duties that it
 * meets is one row of the table; rows with the same name and numbers are one, whatever the regime. Section 4 of
 * docs/model.md.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CompiledPolicy, ProgrammeTable } from '../../engine/model/inputs/policy.ts'
import { overseasPlace, type Market, markets, placeCount, originCount } from '../../engine/model/inputs/sets.ts'
import { countryAt, rowsFor, vehicleOf, type Row, type Vehicle } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'

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

type Borders = Pick<ProgrammeLists, 'programmeOff' | 'programmeIds' | 'sameAs'>

/** Rows open at each border [regime x market x line x place], and the first regime in which all there is as it is here. */
function openAtBorders(regimes: readonly RegimeRules[], industry: Industry, rows: Rows): Borders {
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
  return { programmeOff, programmeIds: Int32Array.from(ids), sameAs }
}

/** Programme lists of all regimes, and where they repeat. */
export function programmeLists(regimes: readonly RegimeRules[], industry: Industry): ProgrammeLists {
  const rows: Rows = { list: [], positions: new Map() }
  const borders = openAtBorders(regimes, industry, rows)
  const quotas = [...new Set(rows.list.flatMap(({ quota }) => (quota === '' ? [] : [quota])))]
  return {
    programmes: tableOf(rows.list, quotas),
    quotas,
    quotaVolume: Float64Array.from(regimes.flatMap((rules) => quotas.map((name) => quotaVolume(rules, name)))),
    ...borders,
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
