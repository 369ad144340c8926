/**
 * Why a plant or a line moved or stayed, in words first and in a table second. Money in million USD, costs in USD per
 * vehicle; all figures are means over replicates.
 */
import type { Explanation, PlantExplanation } from '../../engine/model/explain/explain.ts'
import { costParts } from '../../engine/model/explain/explainCosts.ts'
import type { LineExplanation, MoveMeans, Stakes, RegimeMeans } from '../../engine/model/explain/explainLines.ts'
import { places, type Place } from '../../engine/model/inputs/sets.ts'
import { entrantSections } from './explainEntrantText.ts'
import { shareText, decimalText, signedText, roundAt, magnitude } from '../words/numbers.ts'
import { wrapText, tableLines, type Column, usualWidth } from '../words/table.ts'
import { placeWords, listText } from '../words/words.ts'

const width = usualWidth
const usdInThousand = 1000

/** @param subject the name that was asked about; @param scenario the scenario's name */
export function explanationText(subject: string, scenario: string, explanation: Explanation): string {
  const { plant, lines, entrants, lastYear, replicates } = explanation
  const sections = [
    [`${subject} under ${scenario}, ${replicates} replicates`],
    ...(plant === undefined ? [] : [plantWords(plant, lastYear)]),
    ...(lines.length === 0 && entrants.length === 0 ? [['No line is built there in the base year.']] : []),
    ...lines.map((line) => lineSection(line, lastYear)),
    ...(lines.some(({ decided }) => decided > 0) ? [footnote] : []),
    ...entrantSections(entrants, lastYear),
  ]
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`
}

const footnote = wrapText(
  'In million USD, net of the sunk cost. Deciding later: what it is worth to a line that stays that its next ' +
    'redesigns can still move it; going pays when its net present value is the greater, later choices after the move ' +
    'included. profit: what the line would earn a year there over where it is. value: of going there at once, were ' +
    'that regime in force, over staying. The other columns are cost there over cost where it is, by what causes it: ' +
    'parts bought freely, what content rules add, assembly (labour and overhead), papers that prove origin, duty (less ' +
    "subsidies to buyers beyond the base year's), freight, and the efficiency with which the place builds this line, " +
    'which is drawn.',
  width,
)

function plantWords({ shares, output, baseOutput }: PlantExplanation, lastYear: number): readonly string[] {
  const { active, idled, closed, gained, lost } = shares
  return wrapText(
    `In ${lastYear} it has a line in ${shareText(active)} of replicates, stands idle in ${shareText(idled)} and is ` +
      `closed for good in ${shareText(closed)}; it has lost a line in ${shareText(lost)} and gained one in ` +
      `${shareText(gained)}. It builds ${count(output)} vehicles, after ${count(baseOutput)} in the base year.`,
    width,
  )
}

function lineSection(line: LineExplanation, lastYear: number): readonly string[] {
  const ends = places
    .map((place, o) => ({ place, share: line.lastYear[o] }))
    .filter(({ share }) => share > 0)
    .map(({ place, share }) => `${placeWords[place]} (${shareText(share)})`)
  const where = `${line.line}, built in ${placeWords[line.from]} today. In ${lastYear} it is built in ${listText(ends)}.`
  if (line.decided === 0) return [...wrapText(where, width), ...wrapText(nothingToDecide, width)]
  return [
    ...wrapText(where, width),
    ...wrapText(decisionWords(line), width),
    ...line.moves.filter(isWorthTelling).flatMap((move) => wrapText(moveWords(line, move), width)),
    ...tableLines(
      columns,
      line.regimes.flatMap((regime) => regimeRows(regime, line.decided)),
    ),
  ]
}

const nothingToDecide =
  'Its maker never compares places: policy never changes, and under that of the base year the line is where it is best.'

/** The best of other places is told in words, and any that was chosen; the table has all. */
function isWorthTelling(move: MoveMeans, _: number, moves: readonly MoveMeans[]): boolean {
  if (move.chosen > 0) return true
  return moves.every(({ chosen, otherwise }) => chosen === 0 && otherwise.gain <= move.otherwise.gain)
}

function decisionWords({ decided, n, year, moves }: LineExplanation): string {
  const stays = Math.max(0, 1 - moves.reduce((sum, { chosen }) => sum + chosen, 0))
  const how = decided === n ? '' : ` (in ${shareText(decided / n)} of replicates)`
  return `Its maker first decides in ${Math.round(year)} on average${how}, and then stays in ${shareText(stays)} of cases.`
}

function moveWords(
  { regimes }: LineExplanation,
  { place, sunk, lag, chosen, whenChosen, otherwise }: MoveMeans,
): string {
  const rest = chosen > 0 ? 'Where it does not,' : 'There'
  return [
    `To ${placeWords[place]}: a sunk cost of ${decimalText(sunk, 0)} million USD, ${lag.toFixed(1)} years.`,
    chosen > 0
      ? `It goes at once in ${shareText(chosen)}: ${stakesWords(whenChosen, 'gains')}.`
      : 'It never goes at once.',
    ...(chosen < 1 ? [`${rest} ${stakesWords(otherwise, 'would gain')}.`] : []),
    ...costWords(regimes, place),
  ].join(' ')
}

function stakesWords({ netPresentValue, waiting, gain, efficiency }: Stakes, gains: string): string {
  return (
    `moving now is worth ${money(netPresentValue)} by net present value and deciding later ${money(waiting)}, so that ` +
    `going ${gains} ${money(gain)}; efficiency there changes cost by ${dollars(efficiency)} USD a vehicle`
  )
}

/** The causes that matter most, under the regime most often in play; of several the last, which the base is not. */
function costWords(regimes: readonly RegimeMeans[], place: Place): readonly string[] {
  const shown = regimes.reduce((most, one) => (one.n >= most.n ? one : most))
  const costs = shown.places.find((one) => one.place === place)?.costs ?? []
  const ranked = costs
    .map((cost, c) => ({ part: costParts[c], cost }))
    .filter(({ cost }) => Math.abs(cost) * usdInThousand >= 1)
    .toSorted((one, other) => Math.abs(other.cost) - Math.abs(one.cost))
    .slice(0, 3)
  if (ranked.length === 0) return []
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  const causes = ranked.map(({ part, cost }) => `${part} ${dollars(cost)}`)
  return [`Under ${shown.regime} a vehicle costs ${dollars(total)} USD there against here: ${listText(causes)}.`]
}

const columns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'profit', align: 'right' },
  { title: 'value', align: 'right' },
  ...costParts.map((title): Column => ({ title, align: 'right' })),
  { title: 'cost', align: 'right' },
]

function regimeRows({ regime, n, places: there }: RegimeMeans, decided: number): readonly (readonly string[])[] {
  const often = n === decided ? '' : `, in play in ${shareText(n / decided)} of decisions`
  return [
    [`${regime}${often}`],
    ...there.map(({ place, profit, value, costs }) => [
      `  ${place}`,
      money(profit),
      money(value),
      ...costs.map(dollars),
      dollars(costs.reduce((sum, cost) => sum + cost, 0)),
    ]),
  ]
}

/** Million USD, whole. */
function money(value: number): string {
  return signedText(value, 0)
}

/** USD from thousand USD, to the ten. */
function dollars(thousands: number): string {
  const usd = roundAt(thousands * usdInThousand, 1)
  return usd === 0 ? '0' : signedText(usd, 1)
}

function count(vehicles: number): string {
  return decimalText(vehicles, Math.max(0, magnitude(Math.max(1, vehicles)) - 2))
}
