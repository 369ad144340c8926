/**
 * Rule `part-shares`: value shares of parts by origin for every line where it is built today. The source is the content
 * label of the American Automobile Labeling Act (NHTSA, 49 CFR 583): US and Canadian content as one figure, and other
 * countries where they supply 15% or more. What the label does not show follows written rules.
 */
import { originCount, overseasPlace } from '../../engine/model/inputs/sets.ts'
import {
  leastShare,
  mostUnlisted,
  chinaPartOfOverseas,
  mexicanPartOfUnlisted,
  usPartOfJointContentInCanada,
  usPartOfJointContent,
  chineseOwnedPartOfMexican,
  chineseCarParts,
  chineseKitParts,
} from './judgement.ts'
import type { ModelRow } from './modelRows.ts'
import type { Sketch, LineSketch } from './sketch.ts'

export interface BaseContent {
  /** [line x origin] */
  readonly shares: Float64Array
  /** [line] 1 where the label gave it, 0 where it is a mean of other lines or a judgement. */
  readonly listed: Uint8Array
}

/** @param volume [line] vehicles, the weights of means */
export function baseContent(sketch: Sketch, volume: Float64Array): BaseContent {
  const lines = sketch.lines.length
  const shares = new Float64Array(lines * originCount)
  const listed = new Uint8Array(lines)
  sketch.lines.forEach((line, j) => {
    const found = labelledShares(sketch, line)
    if (found === undefined) return
    listed[j] = 1
    writeShares(shares, j, found)
  })
  sketch.lines.forEach((_, j) => {
    if (listed[j] === 0) writeShares(shares, j, imputedShares(sketch, j, shares, listed, volume))
  })
  return { shares, listed }
}

/** Writes shares scaled to sum 1 with every origin at `leastShare` or more. */
export function writeShares(target: Float64Array, row: number, shares: ArrayLike<number>): void {
  let total = 0
  for (let k = 0; k < originCount; k++) total += shares[k]
  for (let k = 0; k < originCount; k++) {
    target[row * originCount + k] = leastShare + ((1 - originCount * leastShare) * shares[k]) / total
  }
}

/** Shares that the label gives, or nothing where it is blank or mixes assembly sites that this line is not at. */
function labelledShares(sketch: Sketch, line: LineSketch): readonly number[] | undefined {
  const { row } = sketch.products[line.product]
  if (row === undefined) return undefined
  const siblings = sketch.lines.filter(({ product }) => product === line.product)
  const isMixed = siblings.some(({ place }) => (place === overseasPlace) !== (line.place === overseasPlace))
  const { usCanadaPercent: all, usCanadaPercentBuiltHere: builtHere } = row
  // The two columns are equal when all versions on the label are assembled in the region, or all abroad.
  const isOneSite = builtHere === undefined || builtHere === all
  if (line.place === overseasPlace) {
    const joint = foreignFigure(all, builtHere, isMixed)
    return joint === undefined ? undefined : overseasShares(row, line, joint / 100)
  }
  const joint = builtHere ?? (isMixed ? undefined : all)
  return joint === undefined ? undefined : regionalShares(row, line, joint / 100, isOneSite)
}

function foreignFigure(all: number | undefined, builtHere: number | undefined, isMixed: boolean): number | undefined {
  return builtHere === undefined || (!isMixed && builtHere === all) ? all : undefined
}

function regionalShares(row: ModelRow, line: LineSketch, joint: number, isOneSite: boolean): readonly number[] {
  const listedChina = isOneSite ? foreignShare(row, 'China') : undefined
  const others = isOneSite ? otherForeign(row) : 0
  const mexico = mexicanShare(row, joint, others + (listedChina ?? 0))
  const rest = 1 - joint - mexico
  const unlisted = Math.max(0, rest - others)
  const china =
    listedChina === undefined
      ? Math.min(mostUnlisted, unlisted, rest * chinaPartOfOverseas[line.country])
      : Math.min(rest, listedChina)
  return toOrigins(line, joint, mexico, china)
}

/** Mexican share: as listed, else half of what nobody is listed for, and less than what would have been listed. */
function mexicanShare(row: ModelRow, joint: number, others: number): number {
  const listed = (row.mexicoPercent ?? 0) / 100
  if (listed > 0) return Math.min(listed, 1 - joint)
  return Math.min(mostUnlisted, mexicanPartOfUnlisted * Math.max(0, 1 - joint - others))
}

function overseasShares(row: ModelRow, line: LineSketch, joint: number): readonly number[] {
  const mexico = Math.min((row.mexicoPercent ?? 0) / 100, 1 - joint)
  const rest = 1 - joint - mexico
  const unlisted = Math.max(0, rest - otherForeign(row))
  const china = foreignShare(row, 'China') ?? Math.min(unlisted, rest * chinaPartOfOverseas[line.country])
  return toOrigins(line, joint, mexico, Math.min(rest, china))
}

/** `[US, CA, MX, MX-CN, ALLY, CN]` from the joint US and Canadian, the Mexican and the Chinese share. */
function toOrigins(line: LineSketch, joint: number, mexico: number, china: number): readonly number[] {
  const usPart = line.country === 'CA' ? usPartOfJointContentInCanada : usPartOfJointContent
  const chineseOwned = chineseOwnedPartOfMexican * mexico
  return [usPart * joint, (1 - usPart) * joint, mexico - chineseOwned, chineseOwned, 1 - joint - mexico - china, china]
}

function foreignShare(row: ModelRow, country: string): number | undefined {
  const found = row.foreign.find(({ from }) => from === country)
  return found === undefined ? undefined : found.share / 100
}

/** Listed countries beside Mexico and China. */
function otherForeign(row: ModelRow): number {
  const others = row.foreign.filter(({ from }) => from !== 'Mexico' && from !== 'China')
  return others.reduce((sum, { share }) => sum + share / 100, 0)
}

/**
 * Content where the label has none: of cars on the same plant's lines, else of the maker's in the country, else of all
 * in the country. Chinese brands' cars are judged by themselves.
 */
function imputedShares(
  sketch: Sketch,
  j: number,
  shares: Float64Array,
  listed: Uint8Array,
  volume: Float64Array,
): ArrayLike<number> {
  const line = sketch.lines[j]
  const maker = makerOf(sketch, j)
  if (sketch.mexicoOnly[maker]) return line.place === overseasPlace ? chineseCarParts : chineseKitParts
  const isLabelled = (n: number): boolean => listed[n] === 1 && sketch.lines[n].country === line.country
  return (
    meanShares(shares, volume, (n) => isLabelled(n) && line.plant >= 0 && sketch.lines[n].plant === line.plant) ??
    meanShares(shares, volume, (n) => isLabelled(n) && makerOf(sketch, n) === maker) ??
    meanShares(shares, volume, isLabelled) ??
    meanShares(shares, volume, (n) => listed[n] === 1 && sketch.lines[n].place === line.place) ??
    chineseCarParts.map(() => 1)
  )
}

/** Position of the maker of line j. */
export function makerOf(sketch: Sketch, j: number): number {
  return sketch.products[sketch.lines[j].product].maker
}

/** Mean over chosen lines, by volume; undefined where none has any. */
export function meanShares(
  shares: Float64Array,
  volume: Float64Array,
  chosen: (j: number) => boolean,
): Float64Array | undefined {
  const mean = new Float64Array(originCount)
  let weight = 0
  for (let j = 0; j < volume.length; j++) {
    if (volume[j] === 0 || !chosen(j)) continue
    weight += volume[j]
    for (let k = 0; k < originCount; k++) mean[k] += volume[j] * shares[j * originCount + k]
  }
  return weight > 0 ? mean.map((sum) => sum / weight) : undefined
}
