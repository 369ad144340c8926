/**
 * Map of the assembly plants of North America: what becomes of each by the last year, in what share of replicates, and
 * between which countries lines move; all against the baseline in that year.
 *
 * Shape says what happens, filling says how sure it is, size says how many vehicles a year. Sites are those of the
 * city. New plants have no site, and stand in words below the map.
 */
import { markup, type Markup } from '../../words/markup.ts'
import { pageWidth, paper, quiet, pale, ink, wrapped } from '../plot.ts'
import { type LineMove, arrowsOf } from './arrows.ts'
import { type Atlas, type MapWindow, type Outlines, outlinesByPieces } from './outlines.ts'
import { legend } from './legend.ts'
import { type MapPlant, symbols, placedPlants, star, fill } from './symbols.ts'

export interface PlantMapChart {
  readonly title: string
  readonly plants: readonly MapPlant[]
  readonly moves: readonly LineMove[]
  /** New plants, whose sites nobody knows: a line of words for each country. */
  readonly newPlants: readonly string[]
  /** Whether it is of one replicate, in which nothing is more or less sure. */
  readonly isOfOne?: boolean
}

/** Of land and sea; symbols have colours of their own. */
export const mapColours = { sea: '#eef3f7', neighbours: '#f5f5f2', coast: '#8896a3', states: '#d3dae0' } as const

const region = { west: -122, south: 15.5, east: -69, north: 50 }
const heartland = { west: -91.5, south: 37.4, east: -77.8, north: 45.2 }

/** The land of a map of a width, which several charts may share: its outlines take longer than all that is on them. */
export interface BaseMap {
  readonly width: number
  readonly main: MapWindow
  readonly inset: MapWindow
  readonly land: Outlines
  readonly insetLand: Outlines
}

/** What all maps of a width have in common, drawn once. @param width pixels */
export function baseMap(width: number, atlas: Atlas): BaseMap {
  const pieces = baseMapByPieces(width, atlas)
  let made = pieces.next()
  while (made.done !== true) made = pieces.next()
  return made.value
}

/** The same, with pauses. @param width pixels */
export function* baseMapByPieces(width: number, atlas: Atlas): Generator<undefined, BaseMap> {
  const main: MapWindow = { ...region, width, height: Math.round(width * 0.74) }
  const insetWidth = width < pageWidth ? width : Math.round(width * 0.36)
  const inset: MapWindow = { ...heartland, width: insetWidth, height: Math.round(insetWidth * 0.74) }
  const land = yield* outlinesByPieces(main, atlas)
  yield
  return { width, main, inset, land, insetLand: yield* outlinesByPieces(inset, atlas) }
}

/** One map as SVG: plants by what becomes of them, and arrows of the lines that move. */
export function plantMapSvg(chart: PlantMapChart, base: BaseMap): string {
  const { width, main, inset } = base
  const isNarrow = width < pageWidth
  // Below the map on a narrow page, in its corner on a wide one.
  const insetAt = isNarrow
    ? ([0, main.height + 6] as const)
    : ([width - inset.width - 6, main.height - inset.height - 6] as const)
  const height = isNarrow ? insetAt[1] + inset.height : main.height
  const scale = isNarrow ? 0.72 : 1
  const legendHeight = isNarrow ? 104 : 80
  const newPlants = newPlantLines(chart.newPlants, isNarrow ? 46 : 104)
  const notesHeight = newPlants.length * lineHeight
  const description = chart.plants
    .filter(({ number }) => number > 0)
    .map(({ name, words }) => `${name} ${words}`)
    .concat(
      chart.moves.map(({ from, to, words }) => `${words} from ${from} to ${to}`),
      chart.newPlants,
    )
    .join('; ')
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height + notesHeight + legendHeight}" viewBox="0 0 ${width} ${
    height + notesHeight + legendHeight
  }" font-family="system-ui, sans-serif" font-size="${isNarrow ? 11 : 13}" aria-label="${chart.title}" aria-description="${
    description
  }"><rect width="100%" height="100%" fill="${paper}"/>${windowMarks(
    chart,
    main,
    base.land,
    'outside',
    scale,
  )}<g transform="translate(${insetAt[0]},${insetAt[1]})">${windowMarks(
    chart,
    inset,
    base.insetLand,
    'inside',
    scale,
  )}</g>${newPlantMarks(newPlants, height + 8)}${legend(chart.plants, { top: height + notesHeight + 8, isNarrow, scale }, chart.isOfOne === true)}</svg>`
  return svg.markup
}

/** Plants of the inset, or of the map around it. */
export function plantsIn(plants: readonly MapPlant[], which: 'outside' | 'inside'): readonly MapPlant[] {
  const { west, south, east, north } = heartland
  const inHeartland = ({ longitude, latitude }: MapPlant): boolean =>
    longitude > west && longitude < east && latitude > south && latitude < north
  return plants.filter((plant) => inHeartland(plant) === (which === 'inside'))
}

/** One window with its outlines and symbols; the heartland's plants are in the inset. */
function windowMarks(
  chart: PlantMapChart,
  window: MapWindow,
  land: Outlines,
  which: 'outside' | 'inside',
  scale: number,
): Markup {
  const placed = placedPlants(plantsIn(chart.plants, which), land, scale)
  return markup`<svg x="0" y="0" width="${window.width}" height="${window.height}" viewBox="0 0 ${window.width} ${window.height}" overflow="hidden">
<rect width="100%" height="100%" fill="${mapColours.sea}"/>${landMarks(land)}${
    which === 'outside' ? insetFrame(land, scale === 1) : ''
  }${which === 'inside' ? '' : arrowsOf(chart.moves, land.place, scale, placed)}${symbols(
    placed,
  )}<rect x="0.5" y="0.5" width="${window.width - 1}" height="${window.height - 1}" fill="none" stroke="${quiet}"/></svg>`
}

function landMarks({ canada, unitedStates, mexico, stateBorders }: Outlines): Markup {
  return markup`<g fill="${paper}" stroke="${mapColours.coast}" stroke-width="0.8" stroke-linejoin="round"><path d="${canada}" fill="${mapColours.neighbours}"/><path d="${
    mexico
  }" fill="${mapColours.neighbours}"/><path d="${unitedStates}"/><path d="${stateBorders}" fill="none" stroke="${mapColours.states}" stroke-width="0.6"/></g>`
}

/** Where on the map the inset is. */
function insetFrame({ place }: Outlines, withWords: boolean): Markup {
  const { west, south, east, north } = heartland
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x, y]) =>
    place(x, y)
      .map((value) => value.toFixed(1))
      .join(','),
  )
  const [x, y] = place(west, south)
  return markup`<polygon points="${corners.join(' ')}" fill="${pale}" fill-opacity="0.5" stroke="${quiet}" stroke-dasharray="4 3"/>${
    withWords
      ? markup`<text x="${(x + 6).toFixed(1)}" y="${(y - 7).toFixed(1)}" font-size="11" fill="${ink}">enlarged below</text>`
      : undefined
  }`
}

const lineHeight = 18

/** Words in lines of so many characters; a country begins a line, after a star. */
function newPlantLines(
  texts: readonly string[],
  longest: number,
): readonly { readonly text: string; readonly isFirst: boolean }[] {
  return texts.flatMap((text) => wrapped(text, longest).map((line, k) => ({ text: line, isFirst: k === 0 })))
}

function newPlantMarks(lines: ReturnType<typeof newPlantLines>, top: number): readonly Markup[] {
  return lines.map(({ text, isFirst }, k) => {
    const mark = isFirst ? markup`<path d="${star(7)}" fill="${fill.opens}"/>` : undefined
    return markup`<g transform="translate(12,${top + 8 + k * lineHeight})">${mark}<text x="14" y="4" fill="${ink}">${text}</text></g>`
  })
}
