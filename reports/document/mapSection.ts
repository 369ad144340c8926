/** Which plants open, close, grow and shrink, and which lines move: a map for each option, and the plants by name. */
import { baseMap, type BaseMap, type PlantMapChart, plantMapSvg } from '../charts/map/plantMap.ts'
import type { MapPlant } from '../charts/map/symbols.ts'
import type { LineMove } from '../charts/map/arrows.ts'
import { narrowWidth, pageWidth } from '../charts/plot.ts'
import { figure } from '../tables/csv.ts'
import { shareText, roundingPlace, decimalText, signedText } from '../words/numbers.ts'
import type { Report } from '../data/report.ts'
import { type Section, paragraph, type Figure, type DocumentTable, type Cell, words } from './document.ts'
import { ranked, fatesOf, fateTexts, type PlantFate } from './fates.ts'
import type { Options, Option } from './options.ts'
import { placeName } from './outcomes.ts'
import { lastYear } from './years.ts'

const regionPlaces = ['US', 'CA', 'MX'] as const
/** Where new plants are shown whose sites nobody knows: degrees. */
const newPlantSites: Readonly<Record<string, readonly [number, number]>> = {
  US: [-119, 46.6],
  CA: [-106, 49.3],
  MX: [-107.5, 22],
}
/** A mean of fewer lines or new plants than this is not drawn. */
const leastShown = 0.05

/** Maps of plants, one an option; undefined where no plants are kept. */
export function mapSection(report: Report, options: Options): Section | undefined {
  const there = options.shown.filter(({ name }) => report.plants.some(({ scenario, n }) => scenario === name && n > 0))
  if (there.length === 0) return undefined
  const narrow = baseMap(narrowWidth)
  const wide = options.all.length > 1 ? narrow : baseMap(pageWidth)
  const figures = there.map((option) => mapFigure(report, option, options, { wide, narrow }))
  return {
    id: 'plants',
    title: `Plants and lines in ${lastYear(report)}`,
    blocks: [
      paragraph(
        'Shape says what becomes of a plant against the baseline, filling how sure it is: dark in nine replicates ' +
          'of ten or more, ' +
          'pale in more than half, dashed in fewer. Size is the change in vehicles a year. Arrows are vehicle ' +
          'lines that move, and stars beside a number are new plants whose sites nobody knows, ' +
          `in the mean of replicates. Plants stand at their city; those that would cover each other are moved ` +
          `apart.${options.choice === '' ? '' : ` ${options.choice}`}`,
      ),
      { kind: 'figures', figures },
      { kind: 'table', table: plantTable(report, there), behind: false },
      { kind: 'table', table: moveTable(report, there), behind: there.length > 1 },
    ],
  }
}

/** One of several maps is half a page wide, and drawn for that width only. */
function mapFigure(
  report: Report,
  option: Option,
  options: Options,
  maps: { readonly wide: BaseMap; readonly narrow: BaseMap },
): Figure {
  const title = `Plants under ${option.label}`
  const chart: PlantMapChart = {
    title: `${title} in ${lastYear(report)}, against ${options.baseline}`,
    plants: mapPlants(report, option.name),
    moves: lineMoves(report, option.name),
    newPlants: newPlants(report, option.name),
  }
  const size = options.all.length > 1 ? 'half' : 'full'
  const caption = 'Numbers are those of the table of plants, which has the probabilities. The dashed part is enlarged.'
  const narrow = plantMapSvg(chart, maps.narrow)
  const wide = size === 'half' ? narrow : plantMapSvg(chart, maps.wide)
  return { id: `map-${option.letter}`, title, caption, shows: 'none', wide, narrow, size }
}

function mapPlants(report: Report, scenario: string): readonly MapPlant[] {
  const numbers = new Map(ranked(report, scenario).map(({ row }, k) => [row.plant, k + 1]))
  return fatesOf(report, scenario)
    .filter(({ row }) => Number.isFinite(row.latitude) && (row.active.value > 0 || row.baseYearOutput > 0))
    .map(({ row, fate, share }) => ({
      name: row.plant,
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
      ({ row, fate, share }, k) =>
        `${k + 1} ${row.plant.replace(/ \(.*\)$/, '')} ${fateTexts[fate].charAt(0)} ${shareText(share)}`,
    )
    .join('; ')
}

function newPlants(report: Report, scenario: string): PlantMapChart['newPlants'] {
  return regionPlaces.flatMap((place) => {
    const opened =
      report.summaries.find(
        (row) =>
          row.scenario === scenario && row.outcome.id === `plantsOpened.${place}` && row.year === lastYear(report),
      )?.summary.mean ?? 0
    if (opened < leastShown) return []
    const [longitude, latitude] = newPlantSites[place]
    return [{ country: placeName(place), longitude, latitude, words: `${opened.toFixed(1)} new plants` }]
  })
}

/** Mean number of lines that are in another place than in the base year, by both places. */
function lineMoves(report: Report, scenario: string): readonly LineMove[] {
  const sums = new Map<string, number>()
  for (const { scenario: name, from, place, here } of report.lines) {
    if (name === scenario && from !== place)
      sums.set(`${from} ${place}`, (sums.get(`${from} ${place}`) ?? 0) + here.value)
  }
  return [...sums]
    .filter(([, lines]) => lines >= leastShown)
    .toSorted(([, one], [, other]) => other - one)
    .map(([pair, lines]) => {
      const [from, to] = pair.split(' ')
      return { from, to, lines, words: `${lines.toFixed(1)} lines` }
    })
}

const left = 'left' as const
const right = 'right' as const

function plantTable(report: Report, options: readonly Option[]): DocumentTable {
  const columns = [
    { key: 'number', title: 'On the map', align: right },
    { key: 'plant', title: 'Plant', align: left },
    { key: 'place', title: 'Country', align: left },
    { key: 'fate', title: 'Most likely', align: left },
    { key: 'probability', title: 'Probability', align: right },
    { key: 'closed', title: 'Closed for good', align: right },
    { key: 'losesLine', title: 'Loses a line', align: right },
    { key: 'gainsLine', title: 'Gains a line', align: right },
    { key: 'baseline', title: 'Baseline, vehicles', align: right },
    { key: 'difference', title: 'Difference', align: right },
  ]
  const groups = options.map(({ name, label }) => ({
    title: options.length > 1 ? label : '',
    rows: ranked(report, name).map((plant, k) => plantCells(plant, k + 1)),
  }))
  return { id: 'plants', caption: 'The plants that change most; all are in plants.csv', columns, groups }
}

function plantCells({ row, fate, share }: PlantFate, number: number): readonly Cell[] {
  const error = row.differenceStandardError
  const place = Number.isFinite(error) && error > 0 ? roundingPlace(row.difference, error, 1) : 0
  return [
    words(String(number)),
    words(row.plant),
    words(placeName(row.place)),
    words(fateTexts[fate]),
    ...[share, row.closed.value, row.lost.value, row.gained.value].map(probabilityCell),
    { text: decimalText(row.baselineOutput, place), value: figure(row.baselineOutput, NaN) },
    { text: signedText(row.difference, place), value: figure(row.difference, error) },
  ]
}

function probabilityCell(value: number): Cell {
  return { text: shareText(value), value: figure(value, NaN) }
}

function moveTable(report: Report, options: readonly Option[]): DocumentTable {
  const baseline = report.scenarios[report.baseline].name
  const before = new Map(lineMoves(report, baseline).map(({ from, to, lines }) => [`${from} ${to}`, lines]))
  const columns = [
    { key: 'from', title: 'Lines from', align: left },
    { key: 'to', title: 'to', align: left },
    { key: 'lines', title: 'Lines, mean', align: right },
    { key: 'baselineLines', title: 'In the baseline', align: right },
  ]
  const groups = options.map(({ name, label }) => ({
    title: options.length > 1 ? label : '',
    rows: lineMoves(report, name).map(({ from, to, lines }) => {
      const base = before.get(`${from} ${to}`) ?? 0
      return [
        words(placeName(from)),
        words(placeName(to)),
        { text: decimalText(lines, -1), value: figure(lines, NaN) },
        { text: decimalText(base, -1), value: figure(base, NaN) },
      ]
    }),
  }))
  return {
    id: 'lines',
    caption: 'Vehicle lines that are built in another country than in the base year',
    columns,
    groups,
  }
}
