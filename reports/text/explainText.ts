/**
 * Why a plant or a line moved or stayed, in words first and in sums second. Money in million USD, costs in USD per
 * vehicle; all figures are means over replicates.
 */
import type { Explanation, PlantExplanation } from '../../engine/model/explain/explain.ts'
import type { LineExplanation, MoveMeans, RegimeMeans } from '../../engine/model/explain/explainLines.ts'
import type { RegimeCosts } from '../../engine/model/explain/explainPlaces.ts'
import { places } from '../../engine/model/inputs/sets.ts'
import { entrantSections } from './explainEntrantText.ts'
import { costTable, moveTable } from './explainTables.ts'
import { shareText, decimalText, signedText, magnitude, roundAt } from '../words/numbers.ts'
import { type Column, usualWidth } from '../words/table.ts'
import { placeWords, listText } from '../words/words.ts'
import { type Pieces, piecesText } from './pieces.ts'

const usdInThousand = 1000

/**
 * @param subject the name that was asked about
 * @param scenario the scenario's name
 * @param width characters in a line
 */
export function explanationText(
  subject: string,
  scenario: string,
  explanation: Explanation,
  width: number = usualWidth,
): string {
  return piecesText(explanationPieces(subject, scenario, explanation), width)
}

/** The same as sections of sentences and tables. */
export function explanationPieces(subject: string, scenario: string, explanation: Explanation): readonly Pieces[] {
  const { plant, lines, entrants, lastYear, replicates } = explanation
  const sections: readonly Pieces[] = [
    [`${subject} under ${scenario}, ${replicates} replicates`],
    ...(plant === undefined ? [] : [[plantWords(plant, lastYear)]]),
    ...(lines.length === 0 && entrants.length === 0 ? [['No line is built there in the base year.']] : []),
    ...lines.flatMap((line, n) => lineSections(line, lastYear, n === 0)),
    ...(lines.length > 0 ? [[howToRead]] : []),
    ...entrantSections(entrants, lastYear),
  ]
  return sections.filter((section) => section.length > 0)
}

/** What the rows of the sums mean. */
export const howToRead: string =
  'How to read it: figures are means over replicates, rounded so that the parts add up. Profits are discounted, and weighed ' +
  'by how likely the maker holds each policy to be. What choosing later is worth to a line that stays is lost by going, so it ' +
  "is taken off. The gap to today's place is no measured cost. The model cannot see why a maker builds where it does; so " +
  'every draw gives each other place a gap, a percentage of all costs but freight and subsidies, such that under the rules ' +
  "of the base year no place beats today's. A line moves where policy costs it more than the gap and the move."

function plantWords({ shares, output, baseOutput }: PlantExplanation, lastYear: number): string {
  const { active, idled, closed, gained, lost } = shares
  return (
    `In ${lastYear} it has a line in ${shareText(active)} of replicates, stands idle in ${shareText(idled)} and is ` +
    `closed for good in ${shareText(closed)}; it has lost a line in ${shareText(lost)} and gained one in ` +
    `${shareText(gained)}. It builds ${count(output)} vehicles, after ${count(baseOutput)} in the base year.`
  )
}

/** Where it ends up; sums of the moves that matter; costs, in full for the first line; what other regimes would mean. */
function lineSections(line: LineExplanation, lastYear: number, isFirst: boolean): readonly Pieces[] {
  const ends = places
    .map((place, o) => ({ place, share: line.lastYear[o] }))
    .filter(({ share }) => share > 0)
    .map(({ place, share }) => `${placeWords[place]} (${shareText(share)})`)
  const { announced } = line
  const goes =
    announced === undefined
      ? ''
      : ` It is announced to run at ${announced.plant} in ${placeWords[announced.place]} from ${announced.year}, whatever its maker would ` +
        'reckon here; what follows is decided after that.'
  const where = `${line.line}, built in ${placeWords[line.from]} today.${goes} In ${lastYear} it is built in ${listText(ends)}.`
  const costs = [rulesWords(line, lastYear), ...costTable(line, isFirst)]
  if (line.decided === 0) return [[`${where} ${nothingToDecide}`], costs]
  return [
    [`${where} ${decisionWords(line)}`],
    ...line.moves.filter(isWorthTelling).map((move) => [moveTable(move), gapWords(move)]),
    costs,
    [{ columns: regimeColumns, rows: line.regimes.flatMap((regime) => regimeRows(regime, line.decided)) }],
  ]
}

const nothingToDecide =
  'Its maker never compares places: policy never changes, and under that of the base year the line is where it is best.'

/** The best of other places is told in full, and any that was chosen; the tables have all. */
function isWorthTelling(move: MoveMeans, _: number, moves: readonly MoveMeans[]): boolean {
  if (move.chosen > 0) return true
  return moves.every(({ chosen, otherwise }) => chosen === 0 && otherwise.gain <= move.otherwise.gain)
}

function decisionWords({ decided, n, year, moves }: LineExplanation): string {
  const stays = Math.max(0, 1 - moves.reduce((sum, { chosen }) => sum + chosen, 0))
  const how = decided === n ? '' : ` (in ${shareText(decided / n)} of replicates)`
  return `Its maker first decides in ${Math.round(year)} on average${how}, and then stays in ${shareText(stays)} of cases.`
}

/** Why it goes in some draws and not in others. */
function gapWords({ chosen, whenChosen, otherwise }: MoveMeans): string {
  if (chosen === 0) return `The drawn gap there is ${dollars(otherwise.efficiency)} USD a vehicle.`
  if (chosen === 1) return `The drawn gap there is ${dollars(whenChosen.efficiency)} USD a vehicle.`
  return (
    `The drawn gap there is ${dollars(whenChosen.efficiency)} USD a vehicle where it goes, and ` +
    `${dollars(otherwise.efficiency)} where it does not.`
  )
}

function rulesWords({ rules }: LineExplanation, lastYear: number): string {
  return rules.length === 0 ? 'No replicate came to an end.' : `Under ${ruleName(rules[0], lastYear)}:`
}

/** As in `tariff-25, in force in 2036 in 62% of replicates`. */
export function ruleName({ regime, lastYear: share }: RegimeCosts, lastYear: number): string {
  return `${regime}, in force in ${lastYear} in ${share === 1 ? 'all' : shareText(share)}${share === 1 ? '' : ' of'} replicates`
}

const regimeColumns: readonly Column[] = [
  { title: 'Over staying, million USD', align: 'left' },
  { title: 'profit a year', align: 'right' },
  { title: 'going at once', align: 'right' },
]

function regimeRows({ regime, n, places: there }: RegimeMeans, decided: number): readonly (readonly string[])[] {
  const often =
    n === decided ? 'if it is in force' : `if it is in force; in play in ${shareText(n / decided)} of decisions`
  return [
    [`${regime}, ${often}`],
    ...there.map(({ place, profit, value }) => [`  ${placeWords[place]}`, signedText(profit, 0), signedText(value, 0)]),
  ]
}

/** USD from thousand USD, to the ten. */
function dollars(thousands: number): string {
  return decimalText(roundAt(thousands * usdInThousand, 1), 1)
}

/** Vehicles, to three digits. */
function count(vehicles: number): string {
  return decimalText(vehicles, Math.max(0, magnitude(Math.max(1, vehicles)) - 2))
}
