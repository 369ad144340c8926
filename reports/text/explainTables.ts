/**
 * The two sums of an explanation, each part in a line and each total under a rule: what going to another place is worth, and
 * what a vehicle costs from every place. Their figures add up as they are printed.
 */
import { costParts } from '../../engine/model/explain/explainCosts.ts'
import type { LineExplanation, MoveMeans, Stakes } from '../../engine/model/explain/explainLines.ts'
import type { RegimeCosts } from '../../engine/model/explain/explainPlaces.ts'
import type { Place } from '../../engine/model/inputs/sets.ts'
import { decimalText, shareText, signedText } from '../words/numbers.ts'
import { ruleUnder, sumPlace, unitText, wholeParts } from '../words/sums.ts'
import type { Column } from '../words/table.ts'
import { placeWords } from '../words/words.ts'
import type { Pieces, PieceTable } from './pieces.ts'

const usdInThousand = 1000
/** Costs of a vehicle are printed to the ten USD. */
const costPlace = 1
const usdPerUnit = 10 ** costPlace

export const costTitles: Readonly<Record<(typeof costParts)[number], string>> = {
  parts: 'parts, bought where they are cheapest',
  content: 'what rules of origin add to parts',
  assembly: 'assembly: labour and overhead',
  papers: 'papers that prove origin',
  duty: 'duty, less subsidies to buyers',
  freight: 'freight',
  efficiency: "gap to today's place (drawn)",
}

/** A move to another place as a sum: one column for the cases in which the maker goes, one for the others. */
export function moveTable({ place, lag, chosen, whenChosen, otherwise }: MoveMeans): PieceTable {
  const cases = [
    ...(chosen > 0 ? [{ title: `goes (${shareText(chosen)})`, stakes: whenChosen }] : []),
    ...(chosen < 1
      ? [{ title: chosen > 0 ? `does not (${shareText(1 - chosen)})` : 'never goes', stakes: otherwise }]
      : []),
  ]
  const sums = cases.map(({ stakes }) => moveSum(stakes))
  const line = (title: string, pick: (sum: MoveSum) => string): readonly string[] => [title, ...sums.map(pick)]
  return {
    columns: [
      { title: `To ${placeWords[place]} at once, million USD`, align: 'left' },
      ...cases.map(({ title }): Column => ({ title, align: 'right' })),
    ],
    rows: [
      line('profits there over profits here, from now on', ({ parts }) => parts[0]),
      line(`sunk cost of the move, which takes ${lag.toFixed(1)} years`, ({ parts }) => parts[1]),
      line('', ({ rule }) => rule),
      line('going now, if it could never choose again', ({ value }) => value),
      line('if it goes: what choosing again later adds', ({ parts }) => parts[2]),
      line('if it stays: what choosing later is worth', ({ parts }) => parts[3]),
      line('', ({ rule }) => rule),
      line('going now rather than staying is worth', ({ gain }) => gain),
    ],
  }
}

interface MoveSum {
  /** Profits, less sunk cost, choosing again, less choosing later. */
  readonly parts: readonly string[]
  readonly value: string
  readonly gain: string
  readonly rule: string
}

function moveSum({ profits, sunk, again, waiting }: Stakes): MoveSum {
  const place = sumPlace(Math.max(...[profits, sunk, again, waiting].map(Math.abs)))
  const unit = Number(`1e${place}`)
  const [first, second, third, fourth] = wholeParts([profits, -sunk, again, -waiting].map((part) => part / unit))
  const text = (units: number): string => unitText(units, place, signedText)
  const parts = [first, second, third, fourth].map(text)
  const value = text(first + second)
  const gain = text(first + second + third + fourth)
  return { parts, value, gain, rule: ruleUnder([...parts, value, gain]) }
}

/** Costs of a vehicle from one place as whole tens of USD that add up. */
export interface CostSum {
  readonly place: Place
  /** [costPart] */
  readonly parts: readonly number[]
  /** All but the drawn gap, and all. */
  readonly known: number
  readonly total: number
}

const gapPart = costParts.indexOf('efficiency')

/** The costs under one regime, in the order of its places with today's first; a place with no sale at all is left out. */
export function costSums({ places }: RegimeCosts, from: Place): readonly CostSum[] {
  return places
    .filter(({ costs }) => costs.some((cost) => cost !== 0))
    .toSorted((one, other) => Number(other.place === from) - Number(one.place === from))
    .map(({ place, costs }) => {
      const parts = wholeParts(costs.map((cost) => (cost * usdInThousand) / usdPerUnit))
      const total = parts.reduce((sum, part) => sum + part, 0)
      return { place, parts, known: total - parts[gapPart], total }
    })
}

/** Text of a cost in tens of USD. */
export function costText(units: number): string {
  return unitText(units, costPlace, decimalText)
}

/** Text of a difference in tens of USD. */
export function costChangeText(units: number): string {
  return unitText(units, costPlace, signedText)
}

/**
 * What a vehicle of the line costs from every place; nothing where no replicate came to an end.
 *
 * @param inFull a row for every part; else known costs, the gap and the total
 */
export function costTable({ from, rules }: LineExplanation, inFull: boolean): Pieces {
  if (rules.length === 0) return []
  const sums = costSums(rules[0], from)
  const here = sums[0].total
  const row = (title: string, pick: (sum: CostSum) => string): readonly string[] => [title, ...sums.map(pick)]
  const rule = row('', ({ parts, total }) => ruleUnder([...parts, total].map(costText)))
  const partRows = costParts
    .slice(0, gapPart)
    .map((part, c) => row(costTitles[part], ({ parts }) => costText(parts[c])))
  const columns: readonly Column[] = [
    { title: 'A vehicle, delivered, USD', align: 'left' },
    ...sums.map(({ place }): Column => ({ title: place === from ? `${place}, today` : place, align: 'right' })),
  ]
  const rows = [
    ...(inFull ? [...partRows, rule] : []),
    row(inFull ? 'sum before the gap' : 'all parts before the gap', ({ known }) => costText(known)),
    row(costTitles.efficiency, ({ parts }) => costText(parts[gapPart])),
    rule,
    row('delivered cost', ({ total }) => costText(total)),
    row("over today's place", ({ place, total }) => (place === from ? '' : costChangeText(total - here))),
  ]
  return [{ columns, rows }]
}
