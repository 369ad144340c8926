/**
 * Why an entrant came in or stayed out: words first, then tables of its choices, of their values under each regime in play,
 * and of the borders that its vehicles would cross. Money in million USD, costs in USD per vehicle; means over replicates.
 */
import type {
  EntrantExplanation,
  EntryOptionMeans,
  EntryRegimeMeans,
  SaleMeans,
} from '../../engine/model/explain/explainEntrants.ts'
import { plantKinds } from '../../engine/model/explain/explainEntry.ts'
import { shareText, signedText, percentText, decimalText } from '../words/numbers.ts'
import type { Column } from '../words/table.ts'
import { listText, placeWords } from '../words/words.ts'
import type { Pieces } from './pieces.ts'

const usdInThousand = 1000

/** One section for each entrant, and a footnote where one has decided. */
export function entrantSections(entrants: readonly EntrantExplanation[], lastYear: number): readonly Pieces[] {
  return [
    ...entrants.flatMap((entrant) => entrantSection(entrant, lastYear)),
    ...(entrants.some(({ decided }) => decided > 0) ? [[footnote]] : []),
  ]
}

const footnote =
  'In million USD. taken: share of first decisions; vehicles: a year, the most under any regime in play. now: by net present ' +
  'value, net of the sunk cost, if nothing is chosen later; gain: with later choices on both sides, over staying, which ' +
  'is what the maker goes by. profit: a year, over staying; value: of going there at once were that regime in force. ' +
  'programme: the one most often taken; duty: over customs value; cost: delivered, USD per vehicle.'

function entrantSection(entrant: EntrantExplanation, lastYear: number): readonly Pieces[] {
  const { decided, options, regimes } = entrant
  if (decided === 0) return [[`${openingWords(entrant)} It has no chance to decide by ${lastYear}.`]]
  return [
    [`${openingWords(entrant)} ${decisionWords(entrant)}`, gapWords(entrant), barWords(entrant)],
    [{ columns: optionColumns(lastYear), rows: options.map(optionRow) }],
    [{ columns: valueColumns, rows: regimes.flatMap((regime) => valueRows(regime, entrant)) }],
    [{ columns: borderColumns, rows: regimes.flatMap((regime) => borderRows(regime, decided)) }],
  ]
}

function openingWords({ line, from, maker, closedMarkets, closedPlaces }: EntrantExplanation): string {
  const closed = [
    ...(closedMarkets.length === 0
      ? []
      : [
          `sell in ${listText(
            closedMarkets.map((market) => placeWords[market]),
            'or',
          )}`,
        ]),
    ...(closedPlaces.length === 0
      ? []
      : [
          `build in ${listText(
            closedPlaces.map((place) => placeWords[place]),
            'or',
          )}`,
        ]),
  ]
  const limits = closed.length === 0 ? '' : ` The scenario does not let it ${listText(closed, 'nor')}.`
  return `${line} of ${maker}, built in ${placeWords[from]} today.${limits}`
}

function decisionWords({ decided, n, year, options, waiting }: EntrantExplanation): string {
  const stays = options.find(({ isStaying }) => isStaying)?.chosen ?? 0
  const how = decided === n ? '' : ` (in ${shareText(decided / n)} of replicates)`
  return (
    `It first decides in ${Math.round(year)} on average${how}, and then stays as it is in ${shareText(stays)} of cases; being ` +
    `able to choose later is worth ${signedText(waiting, 0)} to it.`
  )
}

function gapWords({ gaps: [us, canada] }: EntrantExplanation): string {
  return (
    'Its brand is worth less than those of comparable vehicles, at first by ' +
    `${percentText(us, 0)} of their price in the US and ${percentText(canada, 0)} in Canada.`
  )
}

/** Borders that are closed to it, by the regimes that close them. */
function barWords({ regimes }: EntrantExplanation): string {
  const bars = regimes.flatMap(({ regime, sales }) => {
    const shut = sales.filter(({ barred }) => barred === 1).map(({ market, place }) => `${market} from ${place}`)
    return shut.length === 0 ? [] : [`${regime} bars it from sale: ${shut.join(', ')}.`]
  })
  return bars.length === 0 ? 'No regime in play bars it from sale.' : bars.join(' ')
}

/** As in `plant in MX, to US+CA`. */
export function optionName({ isStaying, markets, place }: EntryOptionMeans): string {
  const where = place === 'OVERSEAS' ? 'from home' : `plant in ${place}`
  return isStaying ? 'stay as it is' : [where, ...(markets.length === 0 ? [] : [`to ${markets.join('+')}`])].join(', ')
}

function optionColumns(lastYear: number): readonly Column[] {
  return [
    { title: '', align: 'left' },
    ...['taken', `in ${lastYear}`, 'vehicles', 'sunk', 'years', 'now', 'gain'].map((title): Column => ({
      title,
      align: 'right',
    })),
    { title: 'plant', align: 'left' },
  ]
}

function optionRow(option: EntryOptionMeans): readonly string[] {
  const { chosen, lastYear, volume, sunk, lag, netPresentValue, gain, isStaying, plants } = option
  const kinds = plantKinds.filter((kind) => plants[kind] > 0)
  const plant = kinds.map((kind) => (kinds.length === 1 ? kind : `${kind} ${shareText(plants[kind])}`)).join(', ')
  const start = [optionName(option), shareText(chosen), shareText(lastYear), decimalText(volume, 2)]
  if (isStaying) return [...start, '', '', '', '', plant]
  const years = plants['as now'] === 1 ? '1' : lag.toFixed(1)
  return [...start, decimalText(sunk, 0), years, signedText(netPresentValue, 0), signedText(gain, 0), plant]
}

const valueColumns: readonly Column[] = [
  { title: 'over staying', align: 'left' },
  { title: 'profit', align: 'right' },
  { title: 'value', align: 'right' },
]

function valueRows(
  { regime, n, profit, value }: EntryRegimeMeans,
  { options, decided }: EntrantExplanation,
): readonly string[][] {
  const rows = options.map((option, c) => [
    `  ${optionName(option)}`,
    signedText(profit[c], 0),
    signedText(value[c], 0),
  ])
  return [[heading(regime, n, decided)], ...rows.filter((_, c) => !options[c].isStaying)]
}

const borderColumns: readonly Column[] = [
  { title: 'at the border', align: 'left' },
  { title: 'programme', align: 'left' },
  { title: 'duty', align: 'right' },
  { title: 'cost', align: 'right' },
]

function borderRows({ regime, n, sales }: EntryRegimeMeans, decided: number): readonly string[][] {
  return [[heading(regime, n, decided)], ...sales.map(borderRow)]
}

function borderRow({ market, place, barred, programme, dutyRate, cost }: SaleMeans): string[] {
  const way = `  ${market} from ${place}`
  if (programme === undefined) return [way, 'barred', '', '']
  const often = barred > 0 ? `${programme}; barred in ${shareText(barred)}` : programme
  return [way, often, percentText(dutyRate, -1), decimalText(cost * usdInThousand, 1)]
}

function heading(regime: string, n: number, decided: number): string {
  return n === decided ? regime : `${regime}, in play in ${shareText(n / decided)} of decisions`
}
