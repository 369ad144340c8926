/**
 * Which programmes each vehicle may use at each border, as flat lists. A programme with the additional duties that it
 * meets is one row of the table; rows with the same name and numbers are one, whatever the regime. Section 4 of
 * docs/model.md.
 */
import type { CompiledPolicy, ProgrammeTable, SpellTable } from '../../engine/model/inputs/policy.ts'
import { markets, placeCount, originCount } from '../../engine/model/inputs/sets.ts'
import type { Open, OpenLists } from './openLists.ts'
import type { Row } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'
import { assemblyCreditAt, saidAtPlace } from './saidAtPlace.ts'
import type { RuleSet, RuleSets } from './ruleSets.ts'
import { meanVolume } from './spells.ts'

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

type ProgrammeLists = Omit<CompiledPolicy, 'regimes' | 'truth' | 'belief'>

type Borders = Pick<ProgrammeLists, 'programmeOff' | 'programmeIds' | 'sameAs'>

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

/** [kind] what is open to vehicles in a market, and last that nothing is where a kind stands nowhere. */
function openRows(open: Open, rows: Rows, numberOf: (list: readonly number[]) => number): readonly OpenRows[] {
  const lists = open.lists.map((list) => {
    const ids = list.map((row) => addRow(rows, row))
    return { ids, number: numberOf(ids) }
  })
  return [...Array.from(open.listOf, (list) => lists[list]), { ids: [], number: numberOf([]) }]
}

/** Rows open at each border [regime x market x line x place], and the first regime in which all there is as it is here. */
function openAtBorders({ all, spells }: RuleSets, { kinds, under }: OpenLists, rows: Rows): Borders {
  const numberOfRows = listNumbers()
  /** [regime x market][kind] */
  const open = all.flatMap(({ rules }) => markets.map((market) => openRows(under(rules, market), rows, numberOfRows)))
  const rates = ratesByPlace(all.map(({ rules }) => rules))
  const { kindAt } = kinds
  const sites = kindAt.length
  const sameAs = new Int32Array(open.length * sites)
  const programmeOff = new Int32Array(open.length * sites + 1)
  const ids: number[] = []
  let cell = 0
  open.forEach((here, n) => {
    const firstOf = firstRegimes(all, open, rates, n)
    for (let site = 0; site < sites; site++) {
      const kind = kindAt[site]
      sameAs[cell] = firstOf[kind * placeCount + (site % placeCount)]
      for (const id of here[kind].ids) ids.push(id)
      cell += 1
      programmeOff[cell] = ids.length
    }
  })
  if (spells !== undefined) likeAllSpells(spells, markets.length * sites, sameAs)
  return { programmeOff, programmeIds: Int32Array.from(ids), sameAs }
}

/**
 * [kind x place] first regime in which what is open to a vehicle of the kind, and what is said at the place, is as in regime and
 * market n. A mean of several is none of them: whether it is as another is seen later.
 */
function firstRegimes(
  all: RuleSets['all'],
  open: readonly (readonly OpenRows[])[],
  rates: Int32Array,
  n: number,
): Int32Array {
  const m = n % markets.length
  const r = (n - m) / markets.length
  const isMean = all[r].spells !== undefined
  const firstOf = new Int32Array(open[n].length * placeCount).fill(r)
  if (isMean) return firstOf
  open[n].forEach(({ number }, kind) => {
    for (let o = 0; o < placeCount; o++) {
      for (let first = 0; first < r; first++) {
        const isSame =
          all[first].spells === undefined &&
          open[first * markets.length + m][kind].number === number &&
          rates[first * placeCount + o] === rates[r * placeCount + o]
        if (!isSame) continue
        firstOf[kind * placeCount + o] = first
        break
      }
    }
  })
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

/** Programme lists of all sets of rules, and where they repeat. */
export function programmeLists(sets: RuleSets, open: OpenLists): ProgrammeLists {
  const rows: Rows = { list: [], positions: new Map(), numbers: new Map() }
  const borders = openAtBorders(sets, open, rows)
  const regimes = sets.all.map(({ rules }) => rules)
  const quotas = [...new Set(rows.list.flatMap(({ quota }) => (quota === '' ? [] : [quota])))]
  return {
    spells: sets.spells,
    programmes: tableOf(rows.list, quotas),
    quotas,
    quotaVolume: Float64Array.from(sets.all.flatMap((set) => quotas.map((name) => volumeOf(set, name)))),
    ...borders,
    chineseSuppliers: Float64Array.from(regimes, ({ chineseSuppliers }) => chineseSuppliers),
    partsDuty: byPlace(regimes, ({ partsDuties }) => partsDuties),
    unclaimedPartsDuty: byPlace(regimes, ({ unclaimedPartsDuties }) => unclaimedPartsDuties),
    wageChange: Float64Array.from(regimes.flatMap(({ wageChanges }) => wageChanges)),
    currencyChange: Float64Array.from(regimes.flatMap(({ currencyChanges }) => currencyChanges)),
    otherGoodsDuty: Float64Array.from(regimes.flatMap(({ otherGoodsDuties }) => otherGoodsDuties)),
    hasEconomy: regimes.some((rules) => economyOf(rules).some((change) => change !== 0)),
    metalsDuty: byPlace(regimes, ({ metalsDuties }) => metalsDuties),
    metalsLimit: byPlace(regimes, ({ metalsLimits }) => metalsLimits),
    hasMetals: rows.list.some(({ metalsFloor }) => metalsFloor > 0) || regimes.some(hasMetals),
    assemblyCredit: Float64Array.from(
      regimes.flatMap((rules) => Array.from({ length: placeCount }, (_, o) => assemblyCreditAt(rules, o))),
    ),
  }
}

/** Vehicles a year of a quota under a set of rules, or while it is in force. */
function volumeOf({ rules, spells }: RuleSet, name: string): number {
  return spells === undefined ? quotaVolume(rules, name) : meanVolume(spells, (spell) => quotaVolume(spell, name))
}

/** [regime x place x origin] from the rates of the three countries; 0 overseas. */
function byPlace(regimes: readonly RegimeRules[], rates: (rules: RegimeRules) => readonly number[]): Float64Array {
  const overseas = Array.from({ length: originCount }, () => 0)
  return Float64Array.from(regimes.flatMap((rules) => [...rates(rules), ...overseas]))
}

function economyOf({ wageChanges, currencyChanges }: RegimeRules): readonly number[] {
  return [...wageChanges, ...currencyChanges]
}

function hasMetals({ metalsDuties, metalsLimits }: RegimeRules): boolean {
  return [...metalsDuties, ...metalsLimits].some((rate) => rate > 0)
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
