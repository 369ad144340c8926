/**
 * What is open to each kind of vehicle at each border under a set of rules. Vehicles that customs cannot tell apart are one kind,
 * and looked at once; kinds to which the same is open share a list. Section 4 of docs/model.md.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { type Market, placeCount } from '../../engine/model/inputs/sets.ts'
import { countryAt, type KnownRows, type Row, rowsFor, type Vehicle, vehicleOf } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'

export interface Kinds {
  readonly vehicles: readonly Vehicle[]
  /** [line x place] the kind that the line would be there; the number of kinds where it cannot stand. */
  readonly kindAt: Int32Array
}

/** What is open in one market. */
export interface Open {
  /** Different lists of rows, in the order in which kinds meet them; a list without rows where vehicles may not be sold. */
  readonly lists: readonly (readonly Row[])[]
  /** [kind] position of its list. */
  readonly listOf: Int32Array
}

export interface OpenLists {
  readonly kinds: Kinds
  readonly under: (rules: RegimeRules, market: Market) => Open
}

/** Lists that are made once for all rules that say the same of a market. */
export function openLists(industry: Industry): OpenLists {
  const kinds = kindsOf(industry)
  const known = new Map<string, Open>()
  return {
    kinds,
    under: (rules, market) => {
      const ofMarket = [rules.programmes, rules.duties].map((all) => all.filter((rule) => rule.market === market))
      const key = JSON.stringify([market, ...ofMarket, rules.bans])
      const open = known.get(key) ?? openIn(rules, market, kinds.vehicles)
      known.set(key, open)
      return open
    },
  }
}

function kindsOf(industry: Industry): Kinds {
  const vehicles: Vehicle[] = []
  const positions = new Map<string, number>()
  const kindAt = new Int32Array(industry.lines.length * placeCount).fill(-1)
  for (let site = 0; site < kindAt.length; site++) {
    const j = Math.floor(site / placeCount)
    const country = countryAt(industry, j, site % placeCount)
    if (country === undefined) continue
    const vehicle = vehicleOf(industry, j, country)
    const key = [country, vehicle.body, vehicle.powertrain, vehicle.headquarters, vehicle.maker].join('/')
    const kind = positions.get(key) ?? vehicles.push(vehicle) - 1
    positions.set(key, kind)
    kindAt[site] = kind
  }
  return { vehicles, kindAt: kindAt.map((kind) => (kind < 0 ? vehicles.length : kind)) }
}

function openIn(rules: RegimeRules, market: Market, vehicles: readonly Vehicle[]): Open {
  const known: KnownRows = new Map()
  const rowNumber = objectNumbers()
  const positions = new Map<string, number>()
  const lists: (readonly Row[])[] = []
  const listOf = Int32Array.from(vehicles, (vehicle) => {
    const rows = rowsFor(rules, market, vehicle, known)
    const key = rows.map(rowNumber).join(' ')
    const position = positions.get(key) ?? lists.push(rows) - 1
    positions.set(key, position)
    return position
  })
  return { lists, listOf }
}

/** Numbers objects in the order in which they are met. */
function objectNumbers(): (one: object) => number {
  const numbers = new WeakMap<object, number>()
  let next = 0
  return (one) => {
    const number = numbers.get(one) ?? next++
    numbers.set(one, number)
    return number
  }
}
