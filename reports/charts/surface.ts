/**
 * An outcome over two levers of a sweep: a cell for each point with its value in figures, darker for larger ones, and a
 * panel for each level of a third lever. The figure's sign, not the colour, says the direction. A cell whose replicates
 * differ in sign has a dashed frame.
 */
import { signedText } from '../words/numbers.ts'
import type { SweepSurface } from '../data/parts.ts'
import {
  type BothWidths,
  type ChartOptions,
  type Mark,
  axisFx,
  axisX,
  axisY,
  cell,
  characterWidth,
  drawBelow,
  inBothWidths,
  ink,
  text,
  wrapped,
} from './plot.ts'

type SurfaceCell = SweepSurface['cells'][number]
type Panels = readonly number[]

const cellHeight = 34
const lineHeight = 16
const marginRight = 14
/** Colours of gains and losses, and how much of them the largest has: figures on it stay 4.5 to 1. */
const strongest = 0.5
const up = [31, 90, 138] as const
const down = [180, 83, 10] as const

/** What figures in cells are of, so that they are short: as in `thousand vehicles`. */
export function surfaceUnit({ cells, unit }: Pick<SweepSurface, 'cells' | 'unit'>): {
  readonly divisor: number
  readonly words: string
} {
  const largest = Math.max(...cells.map(({ mean }) => Math.abs(mean)))
  const [divisor, scale] = largest >= 1e7 ? [1e6, 'million '] : largest >= 1e4 ? [1e3, 'thousand '] : [1, '']
  // `thousand million USD` is a billion to nobody.
  const billions = /^million (.*)/.exec(unit)
  if (billions !== null && divisor === 1e3) return { divisor, words: `billion ${billions[1]}` }
  return { divisor, words: `${scale}${unit}`.trimEnd() }
}

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
function surfaceSvg(surface: SweepSurface, width: number): string {
  const rows = panelRows(surface, width)
  const charts = rows.map((panels, k) =>
    rowChart(surface, panels, { width, isFirst: k === 0, isLast: k === rows.length - 1 }),
  )
  return drawBelow(charts, { label: surface.outcome, description: surfaceText(surface) })
}

/** Panels that stand beside each other: as many as leave each cell room for its figure. */
function panelRows(surface: SweepSurface, width: number): readonly Panels[] {
  const { levers } = surface
  const panels = levers.length < 3 ? [0] : levers[2].levels.map((_, k) => k)
  const room = width - labelWidth(levers[0].levels) - marginRight
  const beside = Math.max(1, Math.floor(room / (cellWidth(surface) * levers[1].levels.length)))
  const rows = Math.ceil(panels.length / beside)
  const each = Math.ceil(panels.length / rows)
  return Array.from({ length: rows }, (_, k) => panels.slice(k * each, (k + 1) * each))
}

/** Room for the longest figure and the longest level, pixels. */
function cellWidth(surface: SweepSurface): number {
  const figures = figureText(surface)
  const longest = Math.max(
    ...surface.cells.map((one) => figures(one).length),
    ...surface.levers[1].levels.map(({ length }) => length),
  )
  return 9 + characterWidth * longest
}

function labelWidth(levels: readonly string[]): number {
  return 14 + characterWidth * Math.min(14, Math.max(...levels.map(({ length }) => length)))
}

interface RowPlace {
  readonly width: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

function rowChart(
  surface: SweepSurface,
  panels: Panels,
  { width, isFirst, isLast }: RowPlace,
): ChartOptions & { readonly width: number } {
  const [down, across] = surface.levers
  const marginLeft = labelWidth(down.levels)
  const longest = Math.floor((width - marginLeft - marginRight) / characterWidth)
  const below = isLast ? wrapped(`→ ${named(across)}`, longest) : []
  const above = isFirst ? wrapped(`↑ ${named(down)}`, Math.floor((width - 20) / characterWidth)) : []
  const third = surface.levers.at(2)
  const heading = third === undefined ? 0 : lineHeight + 8
  const marginTop = 12 + lineHeight * above.length + heading
  const marginBottom = 26 + lineHeight * below.length
  const data = surface.cells.filter(({ at }) => third === undefined || panels.includes(at[2]))
  return {
    width,
    height: marginTop + cellHeight * down.levels.length + marginBottom,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { type: 'band', domain: across.levels.map((_, k) => k), padding: 0.04 },
    y: { type: 'band', domain: down.levels.map((_, k) => k).toReversed(), padding: 0.06 },
    ...(third === undefined ? {} : { fx: { domain: [...panels], axis: null, label: null, padding: 0.06 } }),
    marks: [
      ...(third === undefined
        ? []
        : [axisFx({ label: null, anchor: 'top', tickFormat: (k: number) => third.levels[k], fontWeight: 600 })]),
      axisX({ label: null, tickSize: 0, tickFormat: (k: number) => across.levels[k] }),
      axisY({ label: null, tickSize: 0, tickFormat: (k: number) => down.levels[k] }),
      ...cellMarks(surface, data, third !== undefined),
      ...edgeText(
        above,
        { frameAnchor: 'top-left', dx: 8 - marginLeft, dy: 4 - marginTop },
        panels[0],
        third !== undefined,
      ),
      ...edgeText(below, { frameAnchor: 'bottom-left', dy: 24 }, panels[0], third !== undefined),
    ],
  }
}

/** Lines of words at an edge of the picture, once. */
function edgeText(
  lines: readonly string[],
  place: { readonly frameAnchor: 'top-left' | 'bottom-left'; readonly dx?: number; readonly dy: number },
  panel: number,
  hasPanels: boolean,
): readonly Mark[] {
  if (lines.length === 0) return []
  const data = [{ words: lines.join('\n'), panel }]
  const facet = hasPanels ? { fx: 'panel' } : {}
  return [text(data, { text: 'words', textAnchor: 'start', lineAnchor: 'top', fill: ink, ...facet, ...place })]
}

function named({ title, unit }: SweepSurface['levers'][number]): string {
  return unit === '' ? title : `${title}, ${unit}`
}

/** Whether replicates lie on both sides of nothing. */
function isOpen({ mean, spread }: SurfaceCell): boolean {
  return mean !== 0 && spread.low <= 0 && spread.high >= 0
}

function cellMarks(surface: SweepSurface, data: readonly SurfaceCell[], hasPanels: boolean): readonly Mark[] {
  const largest = Math.max(...surface.cells.map(({ mean }) => Math.abs(mean)))
  const strength = ({ mean }: SurfaceCell): number => (largest === 0 ? 0 : Math.abs(mean) / largest)
  const place = {
    x: ({ at }: SurfaceCell) => at[1],
    y: ({ at }: SurfaceCell) => at[0],
    ...(hasPanels ? { fx: ({ at }: SurfaceCell) => at[2] } : {}),
  }
  const figures = figureText(surface)
  return [
    cell(data, {
      ...place,
      fill: (one: SurfaceCell) => shade(one.mean, strength(one)),
      stroke: '#8896a3',
      strokeWidth: 0.6,
    }),
    cell(data.filter(isOpen), {
      ...place,
      fill: 'none',
      stroke: ink,
      strokeWidth: 1.4,
      strokeDasharray: '3 3',
      inset: 2,
    }),
    text(data, { ...place, text: figures, fill: ink }),
  ]
}

/** As many decimals as three digits of the largest need, and no more than two digits of it. */
function figureText(surface: SweepSurface): (one: SurfaceCell) => string {
  const { divisor } = surfaceUnit(surface)
  const largest = Math.max(...surface.cells.map(({ mean }) => Math.abs(mean))) / divisor
  const place = largest === 0 ? 0 : Math.min(0, Math.floor(Math.log10(largest)) - 1)
  return ({ mean }) => (Math.abs(mean / divisor) < 10 ** place / 2 ? '0' : signedText(mean / divisor, place))
}

/** Between paper and the colour of the sign. */
function shade(mean: number, strength: number): string {
  const target = mean < 0 ? down : up
  return `rgb(${target.map((value) => Math.round(255 + (value - 255) * strongest * strength)).join(',')})`
}

/** The picture in words: every cell. */
function surfaceText(surface: SweepSurface): string {
  const figures = figureText(surface)
  const where = (at: readonly number[]): string => at.map((level, l) => surface.levers[l].levels[level]).join(', ')
  const { words } = surfaceUnit(surface)
  return `${words} at ${surface.levers.map(({ title }) => title).join(', ')}: ${surface.cells
    .map((one) => `${where(one.at)}: ${figures(one)}`)
    .join('; ')}`
}

/** The chart in both widths. */
export function surfaceSvgs(surface: SweepSurface): BothWidths {
  return inBothWidths((width) => surfaceSvg(surface, width))
}
