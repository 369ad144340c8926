/** Which plants open, close, grow and shrink, and which lines move: a map for each option, and the plants by name. */
import { baseMap, type BaseMap, plantMapSvg } from '../charts/map/plantMap.ts'
import { readAtlas } from './atlas.ts'
import { narrowWidth, pageWidth } from '../charts/plot.ts'
import type { Report } from '../data/report.ts'
import { type Section, paragraph, type Figure } from './document.ts'
import { moveTable, plantMapChart, readingOfMap, withPlants } from './mapChart.ts'
import type { Options, Option } from './options.ts'
import { plantTable } from './plantTable.ts'
import { lastYear } from './years.ts'

/** Maps of plants, one an option; undefined where no plants are kept. */
export function mapSection(report: Report, options: Options): Section | undefined {
  const there = withPlants(report, options)
  if (there.length === 0) return undefined
  const atlas = readAtlas()
  const narrow = baseMap(narrowWidth, atlas)
  const wide = options.all.length > 1 ? narrow : baseMap(pageWidth, atlas)
  const figures = there.map((option) => mapFigure(report, option, options, { wide, narrow }))
  return {
    id: 'plants',
    title: `Plants and lines in ${lastYear(report)}`,
    blocks: [
      paragraph(readingOfMap(report, options)),
      { kind: 'figures', figures },
      { kind: 'table', table: plantTable(report, there), behind: false },
      { kind: 'table', table: moveTable(report, there, options.against), behind: there.length > 1 },
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
  const title = `Plants under “${option.words}”`
  const chart = plantMapChart(report, option, options)
  const size = options.all.length > 1 ? 'half' : 'full'
  const caption = `${lastYear(report)}, against ${options.against}; sizes in vehicles a year. Numbers are those of the table of plants.`
  const narrow = plantMapSvg(chart, maps.narrow)
  const wide = size === 'half' ? narrow : plantMapSvg(chart, maps.wide)
  return { id: `map-${option.letter}`, title, caption, shows: 'none', wide, narrow, size }
}
