/**
 * Which programmes each vehicle may use at each border, as flat lists. A programme with the additional duties that it
 * meets is one row of the table; rows with the same name and numbers are one, whatever the regime. Section 4 of
 * docs/model.md.
 */
import type { CompiledPolicy, ProgrammeTable } from '../../engine/model/inputs/policy.ts'
import { originCount, placeCount } from '../../engine/model/inputs/sets.ts'
import { openAtBorders } from './borders.ts'
import type { OpenLists } from './openLists.ts'
import type { Row } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'
import { assemblyCreditAt } from './saidAtPlace.ts'
import type { RuleSet, RuleSets } from './ruleSets.ts'
import { meanVolume } from './spells.ts'

type ProgrammeLists = Omit<CompiledPolicy, 'regimes' | 'truth' | 'belief'>

/** Programme lists of all sets of rules, and where they repeat. */
export function programmeLists(sets: RuleSets, open: OpenLists): ProgrammeLists {
  const { rows, ...borders } = openAtBorders(sets, open)
  const regimes = sets.all.map(({ rules }) => rules)
  const quotas = [...new Set(rows.flatMap(({ quota }) => (quota === '' ? [] : [quota])))]
  return {
    spells: sets.spells,
    programmes: tableOf(rows, quotas),
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
    hasMetals: rows.some(({ metalsFloor }) => metalsFloor > 0) || regimes.some(hasMetals),
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
