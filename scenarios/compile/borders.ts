/**
 * What is open at each border, as flat lists: sites of a market and a set of rules one after the other, with the rows of the table of
 * programmes that a vehicle made there may use, and the first set of rules under which all of it is the same. Section 4 of docs/model.md.
 */
import type { CompiledPolicy, SpellTable } from '../../engine/model/inputs/policy.ts'
import { markets, placeCount } from '../../engine/model/inputs/sets.ts'
import type { Open, OpenLists } from './openLists.ts'
import type { Row } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'
import type { RuleSets } from './ruleSets.ts'
import { saidAtPlace } from './saidAtPlace.ts'

interface Rows {
  readonly list: Row[]
  readonly positions: Map<string, number>
  /** Rows of the regimes that were looked at, which may be equal to one another. */
  readonly numbers: Map<Row, number>
}

function addRow(rows: Rows, row: Row): number {
  const met = rows.numbers.get(row)
  if (met !== undefined) return met
  const key = JSON.stringify(row)
  const number = rows.positions.get(key) ?? rows.list.push(row) - 1
  rows.positions.set(key, number)
  rows.numbers.set(row, number)
  return number
}

/** Lists by border, and the rows that they name. */
export interface Borders extends Pick<CompiledPolicy, 'programmeOff' | 'programmeIds' | 'sameAs'> {
  readonly rows: readonly Row[]
}

/** Gives each different list a number of its own, so that lists are compared by one number. */
function listNumbers(): (list: readonly number[]) => number {
  const known = new Map<string, number>()
  return (list) => {
    const key = list.join(' ')
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  }
}

/** Numbers of the rows that are open to a kind of vehicle, and the number of their list. */
interface OpenRows {
  readonly ids: readonly number[]
  readonly number: number
}

/** What is open to vehicles in a market under a set of rules; one thing where several sets leave the same open. */
interface OpenHere {
  /** [kind] number of the list, and last that of a list of nothing, where a kind stands nowhere. */
  readonly listOf: Int32Array
  /** [line x place + 1] where the rows of each site begin in `ids`. */
  readonly off: Int32Array
  readonly ids: Int32Array
}

/** Makes what is open of the lists, once for each of these. */
function openHere(kindAt: Int32Array, rows: Rows): (open: Open) => OpenHere {
  const numberOfRows = listNumbers()
  const known = new Map<Open, OpenHere>()
  return (open) => {
    const met = known.get(open)
    if (met !== undefined) return met
    const lists = open.lists.map((list) => {
      const ids = list.map((row) => addRow(rows, row))
      return { ids, number: numberOfRows(ids) }
    })
    const byKind: readonly OpenRows[] = [
      ...Array.from(open.listOf, (list) => lists[list]),
      { ids: [], number: numberOfRows([]) },
    ]
    const here = { listOf: Int32Array.from(byKind, ({ number }) => number), ...rowsAtSites(kindAt, byKind) }
    known.set(open, here)
    return here
  }
}

function rowsAtSites(kindAt: Int32Array, byKind: readonly OpenRows[]): Pick<OpenHere, 'off' | 'ids'> {
  const off = new Int32Array(kindAt.length + 1)
  kindAt.forEach((kind, site) => {
    off[site + 1] = off[site] + byKind[kind].ids.length
  })
  const ids = new Int32Array(off[kindAt.length])
  kindAt.forEach((kind, site) => ids.set(byKind[kind].ids, off[site]))
  return { off, ids }
}

/** Rows open at each border [regime x market x line x place], and the first regime in which all there is as it is here. */
export function openAtBorders({ all, spells }: RuleSets, { kinds, under }: OpenLists): Borders {
  const rows: Rows = { list: [], positions: new Map(), numbers: new Map() }
  const { kindAt } = kinds
  const sites = kindAt.length
  const openOf = openHere(kindAt, rows)
  /** [regime x market] */
  const open = all.flatMap(({ rules }) => markets.map((market) => openOf(under(rules, market))))
  const rates = ratesByPlace(all.map(({ rules }) => rules))
  const firstOf = firstRegimes(all, open, rates)
  const sameAs = new Int32Array(open.length * sites)
  const programmeOff = new Int32Array(open.length * sites + 1)
  const programmeIds = new Int32Array(open.reduce((sum, { ids }) => sum + ids.length, 0))
  let begin = 0
  open.forEach(({ off, ids }, n) => {
    programmeIds.set(ids, begin)
    const [first, cell] = [firstOf(n), n * sites]
    for (let site = 0; site < sites; site++) {
      sameAs[cell + site] = first[kindAt[site] * placeCount + (site % placeCount)]
      programmeOff[cell + site + 1] = begin + off[site + 1]
    }
    begin += ids.length
  })
  if (spells !== undefined) likeAllSpells(spells, markets.length * sites, sameAs)
  return { programmeOff, programmeIds, sameAs, rows: rows.list }
}

/**
 * [kind x place] first regime in which what is open to a vehicle of the kind, and what is said at the place, is as in regime and
 * market n. A mean of several is none of them: whether it is as another is seen later.
 */
function firstRegimes(all: RuleSets['all'], open: readonly OpenHere[], rates: Int32Array): (n: number) => Int32Array {
  /** Under sets of rules with the same open and said, which have the same first ones. */
  const known = new Map<OpenHere, Map<string, Int32Array>>()
  return (n) => {
    const m = n % markets.length
    const r = (n - m) / markets.length
    if (all[r].spells !== undefined) return new Int32Array(open[n].listOf.length * placeCount).fill(r)
    const key = `${m} ${rates.subarray(r * placeCount, (r + 1) * placeCount).join(' ')}`
    const ofOpen = known.get(open[n]) ?? new Map<string, Int32Array>()
    known.set(open[n], ofOpen)
    const firstOf = ofOpen.get(key) ?? soughtFirst(all, open, rates, n)
    ofOpen.set(key, firstOf)
    return firstOf
  }
}

function soughtFirst(all: RuleSets['all'], open: readonly OpenHere[], rates: Int32Array, n: number): Int32Array {
  const m = n % markets.length
  const r = (n - m) / markets.length
  const { listOf } = open[n]
  const firstOf = new Int32Array(listOf.length * placeCount).fill(r)
  // From the last to the first, so that the first of those that are alike is what stays.
  for (let other = r - 1; other >= 0; other--) {
    if (all[other].spells !== undefined) continue
    const others = open[other * markets.length + m].listOf
    for (let o = 0; o < placeCount; o++) {
      if (rates[other * placeCount + o] !== rates[r * placeCount + o]) continue
      for (let kind = 0; kind < listOf.length; kind++) {
        if (others[kind] === listOf[kind]) firstOf[kind * placeCount + o] = other
      }
    }
  }
  return firstOf
}

/** Where all spells of a year have the same rules, the year has them. */
function likeAllSpells({ off, sets }: SpellTable, cellsOfRegime: number, sameAs: Int32Array): void {
  for (let r = 0; r + 1 < off.length; r++) {
    if (off[r + 1] === off[r]) continue
    const parts = sets.subarray(off[r], off[r + 1])
    for (let within = 0; within < cellsOfRegime; within++) {
      const first = sameAs[parts[0] * cellsOfRegime + within]
      const areAlike = parts.every((set) => sameAs[set * cellsOfRegime + within] === first)
      if (areAlike) sameAs[r * cellsOfRegime + within] = first
    }
  }
}

/** [regime x place] equal numbers where all that regimes ask or give beside programmes is equal. */
function ratesByPlace(regimes: readonly RegimeRules[]): Int32Array {
  const numberOf = listNumbers()
  const rules = Object.values(saidAtPlace)
  return Int32Array.from(
    regimes.flatMap((regime) =>
      Array.from({ length: placeCount }, (_, o) => numberOf(rules.flatMap((said) => said(regime, o)))),
    ),
  )
}
