/**
 * One subject under two scenarios beside each other, A and B, on the same draws: where it ends up, what going is worth and what
 * a vehicle costs, with the difference in a column. Differences are taken of the printed figures, so that rows and columns add up.
 */
import type { Explanation, PlantExplanation } from '../../engine/model/explain/explain.ts'
import { costParts } from '../../engine/model/explain/explainCosts.ts'
import type { EntrantExplanation } from '../../engine/model/explain/explainEntrants.ts'
import type { LineExplanation, MoveMeans, Stakes } from '../../engine/model/explain/explainLines.ts'
import { places, type Place } from '../../engine/model/inputs/sets.ts'
import { optionName } from './explainEntrantText.ts'
import { besideTable, changeRow, roundedTo, type Row, shareRows, signed, whole } from './besideRows.ts'
import { howToRead, ruleName } from './explainText.ts'
import { costChangeText, type CostSum, costSums, costText, costTitles } from './explainTables.ts'
import { roundAt, signedText } from '../words/numbers.ts'
import { ruleUnder, wholeParts } from '../words/sums.ts'
import { usualWidth } from '../words/table.ts'
import { placeWords } from '../words/words.ts'
import { type Hanging, type Pieces, piecesText } from './pieces.ts'

/** A scenario and what it does to the subject. */
export interface ExplainedScenario {
  readonly name: string
  readonly explanation: Explanation
}

/**
 * @param subject the name that was asked about
 * @param one and `other`: explanations of the same subject on the same replicates
 * @param width characters in a line
 */
export function besideText(
  subject: string,
  one: ExplainedScenario,
  other: ExplainedScenario,
  width: number = usualWidth,
): string {
  return piecesText(besidePieces(subject, one, other), width)
}

/** The same as sections of sentences and tables. */
export function besidePieces(subject: string, one: ExplainedScenario, other: ExplainedScenario): readonly Pieces[] {
  const [a, b] = [one.explanation, other.explanation]
  return [
    [
      `${subject} under two scenarios, the same ${a.replicates} replicates in both`,
      hanging(`A: ${one.name}`),
      hanging(`B: ${other.name}`),
    ],
    ...(a.plant === undefined || b.plant === undefined ? [] : [plantRows(a.plant, b.plant, a.lastYear)]),
    ...a.lines.flatMap((line, n) => {
      const same = lineUnder(b, line)
      return same === undefined ? [] : lineSections(line, same, a.lastYear, n === 0)
    }),
    ...(a.lines.some((line) => lineUnder(b, line)) ? [[howToRead]] : []),
    ...a.entrants.flatMap((entrant) => {
      const same = b.entrants.find(({ line }) => line === entrant.line)
      return same === undefined ? [] : [entrantRows(entrant, same, a.lastYear)]
    }),
    ...onlyInOne(one, other),
  ]
}

function hanging(text: string): Hanging {
  return { text, indent: '   ' }
}

function lineUnder({ lines }: Explanation, { line }: LineExplanation): LineExplanation | undefined {
  return lines.find((one) => one.line === line)
}

const fates = ({ shares }: PlantExplanation): readonly number[] => [shares.active, shares.idled, shares.closed]

function plantRows(a: PlantExplanation, b: PlantExplanation, lastYear: number): Pieces {
  const place = roundedTo(a.output, b.output)
  const [first, second] = [a, b].map(({ output }) => roundAt(output, place))
  return besideTable(`The plant in ${lastYear}, share of replicates:`, [
    ...shareRows(['has a line', 'stands idle', 'closed for good'], fates(a), fates(b)),
    changeRow('vehicles a year, mean', first, second, whole, signed),
  ])
}

function lineSections(a: LineExplanation, b: LineExplanation, lastYear: number, isFirst: boolean): readonly Pieces[] {
  const ends = besideTable(
    `${a.line}, built in ${placeWords[a.from]} today; in ${lastYear} it is built in:`,
    shareRows(
      places.map((place) => `  ${placeWords[place]}`),
      a.lastYear,
      b.lastYear,
    ),
  )
  const move = movesTold(a, b)
  return [ends, ...(move === undefined ? [] : [moveRows(a, b, move)]), costRows(a, b, lastYear, isFirst)]
}

/** The place that most decisions go to, in A and B together; else the best of those that none goes to. */
function movesTold(a: LineExplanation, b: LineExplanation): Place | undefined {
  if (a.decided === 0 && b.decided === 0) return undefined
  const [best] = a.moves
    .flatMap((move) => {
      const same = b.moves.find(({ place }) => place === move.place)
      if (same === undefined) return []
      const gain = overAll(move).gain + overAll(same).gain
      return [{ place: move.place, chosen: move.chosen + same.chosen, gain }]
    })
    .toSorted((one, other) => other.chosen - one.chosen || other.gain - one.gain)
  return best?.place
}

/** Means over all first decisions, those that go and those that do not. */
function overAll({ chosen, whenChosen, otherwise }: MoveMeans): Stakes {
  const mean = (of: (stakes: Stakes) => number): number => chosen * of(whenChosen) + (1 - chosen) * of(otherwise)
  return {
    profits: mean(({ profits }) => profits),
    sunk: mean(({ sunk }) => sunk),
    netPresentValue: mean(({ netPresentValue }) => netPresentValue),
    again: mean(({ again }) => again),
    waiting: mean(({ waiting }) => waiting),
    gain: mean(({ gain }) => gain),
    efficiency: mean(({ efficiency }) => efficiency),
  }
}

function moveRows(a: LineExplanation, b: LineExplanation, place: Place): Pieces {
  const parts = [a, b].map(({ moves, decided }) => {
    const move = moves.find((one) => one.place === place)
    if (move === undefined || decided === 0) return undefined
    const { profits, sunk, again, waiting } = overAll(move)
    return wholeParts([profits, -sunk, again, -waiting])
  })
  const row = (title: string, pick: readonly number[]): Row => {
    const [first, second] = parts.map((one) =>
      one === undefined ? undefined : pick.reduce((sum, c) => sum + one[c], 0),
    )
    return [
      title,
      first === undefined ? '-' : signedText(first, 0),
      second === undefined ? '-' : signedText(second, 0),
      first === undefined || second === undefined ? '-' : signedText(second - first, 0),
    ]
  }
  const rows = [
    row('  profits there over profits here, from now on', [0]),
    row('  sunk cost', [1]),
    row('  if it goes: what choosing again later adds', [2]),
    row('  if it stays: what choosing later is worth', [3]),
  ]
  const total = row('  going now rather than staying is worth', [0, 1, 2, 3])
  const shares = shareRows(
    ['  first decisions that go'],
    [a.moves.find((one) => one.place === place)?.chosen ?? 0],
    [b.moves.find((one) => one.place === place)?.chosen ?? 0],
  )
  return besideTable(`To ${placeWords[place]} at the first decision (A: ${yearOf(a)}, B: ${yearOf(b)}), million USD:`, [
    ...rows,
    ruleRow([...rows, total]),
    total,
    ...shares,
  ])
}

function yearOf({ decided, year }: LineExplanation): string {
  return decided === 0 ? 'none' : String(Math.round(year))
}

function ruleRow(rows: readonly Row[]): Row {
  return ['', ...[1, 2, 3].map((c) => (rows[0][c] === '-' ? '' : ruleUnder(rows.map((row) => row[c]))))]
}

/** The costs of a vehicle, part by part from today's place for the first line; from other places their totals. */
function costRows(a: LineExplanation, b: LineExplanation, lastYear: number, isFirst: boolean): Pieces {
  if (a.rules.length === 0 || b.rules.length === 0) return []
  const [first, second] = [costSums(a.rules[0], a.from), costSums(b.rules[0], b.from)]
  const row = (title: string, pick: (sum: CostSum) => number, place: Place): readonly Row[] => {
    const [x, y] = [first, second].map((sums) => sums.find((sum) => sum.place === place))
    return x === undefined || y === undefined ? [] : [changeRow(title, pick(x), pick(y), costText, costChangeText)]
  }
  const total = row(`from ${placeWords[a.from]}, as today`, (sum) => sum.total, a.from)
  const parts = isFirst
    ? costParts.flatMap((part, c) => row(`  ${costTitles[part]}`, ({ parts: all }) => all[c], a.from))
    : []
  const others = first.flatMap(({ place }) =>
    place === a.from ? [] : row(`  from ${placeWords[place]}`, (sum) => sum.total, place),
  )
  const elsewhere = others.length === 0 ? [] : [['elsewhere, with the drawn gap:'], ...others]
  return [
    hanging(`A: under ${ruleName(a.rules[0], lastYear)}.`),
    hanging(`B: under ${ruleName(b.rules[0], lastYear)}.`),
    ...besideTable('A vehicle, delivered, USD:', [
      ...parts,
      ...(parts.length > 0 ? [ruleRow([...parts, ...total])] : []),
      ...total,
      ...elsewhere,
    ]),
  ]
}

function entrantRows(a: EntrantExplanation, b: EntrantExplanation, lastYear: number): Pieces {
  const names = [...new Set([...a.options, ...b.options].map(optionName))]
  const shares = ({ options }: EntrantExplanation): readonly number[] =>
    names.map((name) => options.find((option) => optionName(option) === name)?.lastYear ?? 0)
  return besideTable(
    `${a.line} of ${a.maker} in ${lastYear}, share of replicates:`,
    shareRows(
      names.map((name) => `  ${name}`),
      shares(a),
      shares(b),
    ),
  )
}

/** Lines that may come in under one of the scenarios only: they are explained under that one by itself. */
function onlyInOne(one: ExplainedScenario, other: ExplainedScenario): readonly Pieces[] {
  return [
    [one, other],
    [other, one],
  ].flatMap(([here, there]) => {
    const known = new Set(there.explanation.entrants.map(({ line }) => line))
    const alone = here.explanation.entrants.filter(({ line }) => !known.has(line)).map(({ line }) => line)
    if (alone.length === 0) return []
    return [[`${alone.join(', ')} may come in under ${here.name} and not under ${there.name}.`]]
  })
}
