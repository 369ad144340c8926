/** The plants that change most, by name: how often each closes, builds less, stays as it is, or builds more than under the baseline. */
import { figure } from '../words/figures.ts'
import { shareText, roundingPlace, decimalText, signedText } from '../words/numbers.ts'
import type { Fate } from '../charts/map/symbols.ts'
import type { Report } from '../data/report.ts'
import { type DocumentTable, type Cell, type TableColumn, words } from './document.ts'
import { ranked, fateTexts, type PlantFate } from './fates.ts'
import type { Option } from './options.ts'
import { placeName } from '../words/outcomes.ts'

const left = 'left' as const
const right = 'right' as const

const columns: readonly TableColumn[] = [
  { key: 'number', title: 'On the map', align: right },
  { key: 'plant', title: 'Plant', align: left },
  { key: 'place', title: 'Country', align: left },
  { key: 'fate', title: 'Most likely', align: left },
  { key: 'closes', title: 'Closes', align: right },
  { key: 'buildsLess', title: 'Builds less', align: right },
  { key: 'littleChanged', title: 'Little changed', align: right },
  { key: 'buildsMore', title: 'Builds more or opens', align: right },
  { key: 'baseline', title: 'Baseline, vehicles', align: right },
  { key: 'difference', title: 'Difference', align: right },
]

/** The four shares of a row add up to 1. */
export function plantTable(report: Report, options: readonly Option[]): DocumentTable {
  const groups = options.map(({ name, words: title }) => ({
    title: options.length > 1 ? title : '',
    rows: ranked(report, name).map((plant, k) => plantCells(plant, k + 1)),
  }))
  return {
    id: 'plants',
    caption:
      'The plants that change most, against the baseline; in each run exactly one of the four happens. All plants are in plants.csv',
    columns,
    groups,
  }
}

function plantCells({ row, fate, shares }: PlantFate, number: number): readonly Cell[] {
  const error = row.differenceStandardError
  const place = Number.isFinite(error) && error > 0 ? roundingPlace(row.difference, error, 1) : 0
  return [
    words(String(number)),
    words(row.plant),
    words(placeName(row.place)),
    words(fateTexts[fate]),
    ...[shares.closes, shares.shrinks, shares.steady, shares.grows + shares.opens].map(shareCell),
    { text: decimalText(row.baselineOutput, place), value: figure(row.baselineOutput, NaN) },
    { text: signedText(row.difference, place), value: figure(row.difference, error) },
  ]
}

function shareCell(value: number): Cell {
  return { text: shareText(value), value: figure(value, NaN) }
}

const sentenceParts: readonly { readonly fate: Fate; readonly start: string }[] = [
  { fate: 'closes', start: 'Most likely to close' },
  { fate: 'shrinks', start: 'to build less' },
  { fate: 'grows', start: 'to build more' },
  { fate: 'opens', start: 'to open' },
]
const mostNamed = 3

/** The plants that move, by name, in a sentence with the share of runs; empty where plants are not kept. */
export function plantSentence(report: Report, scenario: string): string {
  if (!report.plants.some((row) => row.scenario === scenario && row.n > 0)) return ''
  const changed = ranked(report, scenario)
  const parts = sentenceParts.flatMap(({ fate, start }) => {
    const named = changed.filter((plant) => plant.fate === fate).slice(0, mostNamed)
    if (named.length === 0) return []
    return [`${start}: ${named.map(({ row, share }) => `${shortPlant(row.plant)} (${shareText(share)})`).join(', ')}`]
  })
  if (parts.length === 0) return 'No plant is likelier to build a tenth more or less than to stay as it is.'
  const text = parts.join('; ')
  return `${text.startsWith('to ') ? 'Most likely ' : ''}${text.replace('%)', '% of runs)')}.`
}

/** The name without what stands in brackets behind it. */
export function shortPlant(name: string): string {
  return name.replace(/ \(.*\)$/, '')
}
