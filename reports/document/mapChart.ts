/** The plants and lines of one option as a map shows them: what is drawn, in which words, and the tables that go with it. */
import type { PlantMapChart } from '../charts/map/plantMap.ts'
import type { MapPlant } from '../charts/map/symbols.ts'
import { lineMoves } from './lineMoves.ts'
import { figure } from '../words/figures.ts'
import { shareText, decimalText } from '../words/numbers.ts'
import type { Report } from '../data/report.ts'
import { type DocumentTable, words } from './document.ts'
import { ranked, fatesOf, fateTexts } from './fates.ts'
import type { Options, Option } from './options.ts'
import { placeName } from '../words/outcomes.ts'
import { shortPlant } from './plantTable.ts'
import { lastYear } from './years.ts'

const regionPlaces = ['US', 'CA', 'MX'] as const
/** A mean of fewer lines, or of a difference of fewer new plants, is neither drawn nor in the table. */
const leastShown = 0.05
/** Arrows of fewer lines are in the table only. */
const leastDrawn = 0.25

/** Options of which plants are kept. */
export function withPlants(report: Report, { shown }: Options): readonly Option[] {
  return shown.filter(({ name }) => report.plants.some(({ scenario, n }) => scenario === name && n > 0))
}

/** How to read the map. */
export function readingOfMap(report: Report, options: Options): string {
  return (
    `Everything on the map is against ${options.against} in ${lastYear(report)}, in the same replicates. Shape says ` +
    'what becomes of a plant, filling how sure it is: dark in nine replicates of ten or more, ' +
    'pale in more than half, dashed in fewer. Size is the change in vehicles a year. An arrow is vehicle ' +
    'lines that are built in another country than under the baseline, in the mean of replicates and net of those that go ' +
    `the other way; fewer than ${leastDrawn} lines have none. Plants stand at their city; those that would cover each ` +
    `other are moved apart, never over a border. New plants have no site, and stand below the map.${
      options.choice === '' ? '' : ` ${options.choice}`
    }`
  )
}

/** What a map of one option shows. */
export function plantMapChart(report: Report, option: Option, options: Options): PlantMapChart {
  return {
    title: `Plants under “${option.words}” in ${lastYear(report)}, against ${options.against}`,
    plants: mapPlants(report, option.name),
    moves: lineMoves(report, option.name).filter(({ lines }) => lines >= leastDrawn),
    newPlants: newPlants(report, option.name),
  }
}

function mapPlants(report: Report, scenario: string): readonly MapPlant[] {
  const numbers = new Map(ranked(report, scenario).map(({ row }, k) => [row.plant, k + 1]))
  return fatesOf(report, scenario)
    .filter(({ row }) => Number.isFinite(row.latitude) && (row.active.value > 0 || row.baseYearOutput > 0))
    .map(({ row, fate, share }) => ({
      name: row.plant,
      place: row.place,
      longitude: row.longitude,
      latitude: row.latitude,
      fate,
      share,
      difference: row.difference,
      number: numbers.get(row.plant) ?? 0,
      words: `${fateTexts[fate].slice(2)} in ${shareText(share)} of replicates`,
    }))
}

/** The numbered plants with what becomes of them, as in `1 Ford Hermosillo ▼ 100%`. */
export function plantsInWords(report: Report, scenario: string): string {
  return ranked(report, scenario)
    .map(
      ({ row, fate, share }, k) => `${k + 1} ${shortPlant(row.plant)} ${fateTexts[fate].charAt(0)} ${shareText(share)}`,
    )
    .join('; ')
}

/** New plants against the baseline, a sentence for each country: how many more, and in how many replicates. */
function newPlants(report: Report, scenario: string): readonly string[] {
  return regionPlaces.flatMap((place) => {
    const row = report.comparisons.find(
      (one) => one.scenario === scenario && one.outcome.id === `plantsOpened.${place}` && one.year === lastYear(report),
    )
    if (row === undefined) return []
    const { difference, better } = row.paired
    const size = Math.abs(difference.mean)
    if (!(size >= leastShown)) return []
    const more = difference.mean > 0
    // More new plants are better by convention, so that this is the share with more.
    const share = more && better !== undefined ? `, more in ${shareText(better.value)} of replicates` : ''
    return [
      `${placeName(place)}: ${decimalText(size, -1)} ${more ? 'more' : 'fewer'} new plants than under the baseline in ` +
        `the mean${share}; sites unknown`,
    ]
  })
}

const left = 'left' as const
const right = 'right' as const

/** Moves of lines between countries, under each option. */
export function moveTable(report: Report, options: readonly Option[], baseline: string): DocumentTable {
  const columns = [
    { key: 'from', title: 'Built in, under the baseline', align: left },
    { key: 'to', title: 'Built in, under the option', align: left },
    { key: 'lines', title: 'Lines, mean', align: right },
  ]
  const groups = options.map(({ name, words: title }) => ({
    title: options.length > 1 ? title : '',
    rows: lineMoves(report, name).map(({ from, to, lines }) => [
      words(placeName(from)),
      words(placeName(to)),
      { text: decimalText(lines, -1), value: figure(lines, NaN) },
    ]),
  }))
  return {
    id: 'lines',
    caption: `Vehicle lines that are built in another country than under ${baseline} in ${lastYear(report)}, net`,
    columns,
    groups,
  }
}
