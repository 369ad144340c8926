/**
 * What entrants would cost and how they would appeal where they do not sell yet, in one replicate; and their parts,
 * costs and customs at places in the region. Section 9 of docs/model.md.
 *
 *   cost before duty = (1 - costAdvantage) * cost of comparable vehicles in that market, when built in China
 *   appeal           = that of comparable vehicles there, plus its own in Mexico less that of comparable ones in Mexico
 *
 * A share of zero cannot be inverted for appeal, so appeal is taken from comparable vehicles. The brand gap is subtracted
 * from it, by years of presence (`brandAppeal`).
 */
import { pow, exp } from '../../math/elementary.ts'
import { appealOf, type CalibratedIndustry, type Comparable, measureComparable } from './comparable.ts'
import { meanSlope } from '../market/demand.ts'
import { fillCell } from '../customs/customs.ts'
import { type EntryState, entryMarketCount, isOpenMarket, type EntryParameters } from './entryState.ts'
import type { Industry } from '../inputs/industry.ts'
import { type ParameterName, parameterIndex } from '../draws/parameters.ts'
import { sourceRegime } from '../cost/sourceRegime.ts'
import { resetMargins } from '../cost/quotas.ts'
import type { Setting } from '../cost/setting.ts'
import {
  destination,
  destinationCount,
  marketCount,
  originCount,
  overseasPlace,
  place,
  placeCount,
} from '../inputs/sets.ts'

/**
 * Fills the scenario's own setting for a replicate: the calibrated industry, and costs, parts and customs of entrants under
 * all regimes.
 */
export function prepareEntry(calibrated: CalibratedIndustry, setting: Setting, entry: EntryState): void {
  copyCalibrated(calibrated.base, setting)
  const { industry } = setting
  entry.cost0.fill(0)
  readParameters(calibrated.draws.parameters, entry.parameters)
  entry.partShares.set(calibrated.draws.partShares)
  for (let e = 0; e < entry.policy.lines.length; e++) {
    openPlaces(setting, entry, e)
    for (let m = 0; m < entryMarketCount; m++) {
      if (isOpenMarket(industry, entry.policy, e, m)) openMarket(calibrated, setting, entry, e, m)
    }
  }
  fillTables(setting, entry)
}

function readParameters(vector: Float64Array, target: EntryParameters): void {
  const read = (name: ParameterName): number => vector[parameterIndex(name)]
  target.costAdvantage = read('chineseCostAdvantage')
  target.localPenalty = read('localProductionPenalty')
  target.localSourcing = read('entrantLocalSourcing')
  target.brandGap[destination.US] = read('brandGapUS')
  target.brandGap[destination.CA] = read('brandGapCA')
  target.gapClosing = read('brandGapClosing')
  target.marketEntryCost = read('marketEntryCost')
  target.idlePlantCost = read('idlePlantCost')
}

function copyCalibrated(base: Setting, setting: Setting): void {
  for (let m = 0; m < marketCount; m++) {
    const { structure: _, delta, ...numbers } = base.markets[m]
    setting.markets[m].delta.set(delta)
    Object.assign(setting.markets[m], numbers)
  }
  setting.scales.base.set(base.scales.base)
  setting.scales.locationFactor.set(base.scales.locationFactor)
  setting.share0.set(base.share0)
  setting.cost0.set(base.cost0)
}

/** Whether entrant e may build at o: where its line is, at its home abroad, and where the scenario lets it. */
export function mayBuildAt(industry: Industry, entry: EntryState, e: number, o: number): boolean {
  const j = entry.policy.lines[e]
  if (o === industry.linePlace[j]) return true
  return o === overseasPlace ? industry.lineOverseas[j] >= 0 : entry.policy.mayBuild[e * placeCount + o] === 1
}

/**
 * Sets cost factors and shares of parts at the places open to entrant e. Built in Mexico, a vehicle costs `localPenalty` more
 * than from home, before duty and freight; in the US and Canada the difference in labour cost is added. The share
 * `localSourcing` of parts is bought from the origins that other makers there buy from, the rest as at home.
 */
function openPlaces(setting: Setting, entry: EntryState, e: number): void {
  const { industry, scales } = setting
  const { localPenalty, localSourcing } = entry.parameters
  const j = entry.policy.lines[e]
  const home = j * placeCount + overseasPlace
  const start = industry.linePlace[j]
  const level = placeLevel(setting, j, start, localPenalty)
  for (let o = 0; o < placeCount; o++) {
    const site = j * placeCount + o
    scales.locationFactor[site] = mayBuildAt(industry, entry, e, o)
      ? placeLevel(setting, j, o, localPenalty) / level
      : Infinity
    if (o === overseasPlace || o === start || industry.lineOverseas[j] < 0) continue
    for (let k = 0; k < originCount; k++) {
      const local = entry.partShares[site * originCount + k]
      const atHome = entry.partShares[home * originCount + k]
      entry.partShares[site * originCount + k] = localSourcing * local + (1 - localSourcing) * atHome
    }
  }
}

/**
 * Cost factor of a place relative to home that is not due to labour: 1 at home, and in the region whatever makes a vehicle
 * built in Mexico cost `localPenalty` more than one from home. Differences in labour cost are in the cost of assembly.
 */
function placeLevel(setting: Setting, j: number, o: number, localPenalty: number): number {
  if (o === overseasPlace) return 1
  const home = assemblyFactor(setting, j, overseasPlace)
  return ((1 + localPenalty) * home) / assemblyFactor(setting, j, place.MX)
}

/** Cost of a vehicle at place o before duty and freight, as assembly there changes it: 1 at the base cost of assembly. */
function assemblyFactor(setting: Setting, j: number, o: number): number {
  return 1 - setting.assemblyShare + setting.assemblyShare * setting.scales.assembly[j * placeCount + o]
}

/** Vehicles like an entrant's in the market that it comes into, and in Mexico, where it already sells. */
interface Comparison {
  readonly there: Comparable
  readonly inMexico: Comparable
}

/** Compares with vehicles of the nest; with all vehicles where one of the two markets sells none in it. */
function compare(calibrated: CalibratedIndustry, isEntrant: Uint8Array, m: number, nest: number): Comparison {
  const there = measureComparable(calibrated, isEntrant, m, nest)
  const inMexico = measureComparable(calibrated, isEntrant, destination.MX, nest)
  const isEmpty = there.sold === 0 || inMexico.sold === 0
  return isEmpty && nest >= 0 ? compare(calibrated, isEntrant, m, -1) : { there, inMexico }
}

/** Cost scale, base-policy cost and appeal of entrant e in market m, where it does not sell in the base year. */
function openMarket(calibrated: CalibratedIndustry, setting: Setting, entry: EntryState, e: number, m: number): void {
  const { industry, geography, scales, markets } = setting
  const j = entry.policy.lines[e]
  const i = industry.lineProduct[j]
  const cell = m * industry.products.length + i
  const { there, inMexico } = compare(calibrated, entry.isEntrant, m, industry.productNest[i])
  const given = entry.policy.costAdvantage[e]
  const advantage = Number.isNaN(given) ? entry.parameters.costAdvantage : given
  const from = industry.lineOverseas[j] >= 0 ? overseasPlace : industry.linePlace[j]
  const site = j * placeCount + from
  const freight = geography.freight[site * destinationCount + m]
  // The scale is stated at the line's own place: from another one the line costs location factor * assembly factor times as much.
  const factor = scales.locationFactor[site] * assemblyFactor(setting, j, from)
  const scale = Math.max(0, (1 - advantage) * there.cost - freight) / factor
  scales.base[m * industry.lines.length + j] = scale
  entry.cost0[cell] = scale > 0 ? scale * factor + freight : 0
  setting.share0[m * industry.lines.length + j] = 1
  entry.fullAppeal[cell] = there.appeal + appealOf(calibrated.base.markets[destination.MX], i) - inMexico.appeal
  entry.gapWeight[cell] = markets[m].kind === 'ces' ? markets[m].eta : meanSlope(markets[m]) * there.price
}

/** Parts and customs programmes of entrants wherever they may build and sell, under every regime, within and outside quotas. */
function fillTables(setting: Setting, entry: EntryState): void {
  const { quotas } = setting
  for (const r of setting.customs.order) {
    sourceRegime(setting, r, entry.partShares)
    fillRegime(setting, entry, r)
    if (quotas !== undefined) fillRegime(quotas.outside, entry, r)
  }
  if (quotas !== undefined) resetMargins(quotas, setting.tables)
}

function fillRegime(setting: Setting, entry: EntryState, r: number): void {
  const { industry, customs, tables, sold } = setting
  const lines = industry.lines.length
  for (const j of entry.policy.lines) {
    for (let m = 0; m < marketCount; m++) {
      if (sold[m * lines + j] === 0) continue
      for (let o = 0; o < placeCount; o++) {
        if (setting.scales.locationFactor[j * placeCount + o] === Infinity) continue
        fillCell(customs, r, j, o, ((r * marketCount + m) * lines + j) * placeCount + o, tables)
      }
    }
  }
}

/** Part of the first brand gap that is left after some years of presence, fractions of a year included: 1 to 0. */
export function gapLeft({ gapClosing }: EntryParameters, years: number): number {
  // 0 to the power of a year is left to no rounding: a gap that closes entirely within a year is one in the first year only.
  return years === 0 ? 1 : gapClosing >= 1 ? 0 : pow(1 - gapClosing, years)
}

/** Demand parameter `delta` of an entrant's product i in market m after some years of presence. */
export function brandAppeal(setting: Setting, entry: EntryState, m: number, i: number, years: number): number {
  const { brandGap } = entry.parameters
  const cell = m * setting.industry.products.length + i
  const appeal = entry.fullAppeal[cell] - entry.gapWeight[cell] * brandGap[m] * gapLeft(entry.parameters, years)
  return setting.markets[m].kind === 'ces' ? exp(appeal) : appeal
}
