/**
 * Points with intervals, one a row, in groups: who gains and loses, what drives a difference. A row whose interval
 * lies on one side of nothing is a filled point; one whose interval holds nothing is hollow and has no bar, since its
 * direction is open. The mean stands in figures at the right, or in words where the row says so.
 */
import {
  type BothWidths,
  inBothWidths,
  type Mark,
  axisX,
  axisY,
  barX,
  characterWidth,
  dot,
  draw,
  ink,
  link,
  pageWidth,
  pale,
  paper,
  ruleX,
  text,
} from './plot.ts'

export interface IntervalRow {
  readonly group: string
  readonly label: string
  readonly low: number
  readonly mean: number
  readonly high: number
  /** Whether the row is hollow; where it is not said, its interval decides. */
  readonly isOpen?: boolean
  /** Beside the row instead of its mean: on a page, and where it is narrow. */
  readonly said?: { readonly long: string; readonly short: string }
}

export interface Intervals {
  readonly title: string
  /** Of the axis. */
  readonly unit: string
  readonly rows: readonly IntervalRow[]
  /** Numbers as the axis and the words show them. */
  readonly format: (value: number) => string
  /** Bars from nothing to the points. */
  readonly bars?: boolean
  /** What the axis reaches at least, where several charts have one scale. */
  readonly reach?: { readonly low: number; readonly high: number }
}

const rowHeight = { wide: 22, narrow: 19 } as const

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
export function intervalsSvg(chart: Intervals, width: number): string {
  const { title, rows, format, reach } = chart
  const lines = rowsWithHeads(rows)
  const marginLeft = marginOf(Math.max(...rows.map(({ label }) => label.length)), width)
  return draw(
    {
      width,
      height: (width < pageWidth ? rowHeight.narrow : rowHeight.wide) * lines.length + 56,
      marginLeft,
      marginRight: figureWidth(rows, format, width) + 16,
      marginTop: 8,
      marginBottom: 44,
      x: { grid: true, nice: true, ...(reach === undefined ? {} : { domain: [reach.low, reach.high] }) },
      y: { domain: lines.map(({ key }) => key), type: 'band' },
      marks: [
        ...axes(chart, lines, width),
        ...rowMarks(chart, lines),
        headMarks(lines, marginLeft),
        figureMarks(chart, lines, width),
      ],
    },
    { label: title, description: rows.map((row) => rowText(row, format)).join('; ') },
  )
}

function axes({ unit, format }: Intervals, lines: readonly Line[], width: number): readonly Mark[] {
  const names = new Map(lines.map((line) => [line.key, 'row' in line ? line.row.label : '']))
  const ticks = width < pageWidth ? 3 : 8
  // As in `-15` for `-15.0`.
  const tickFormat = (value: number): string => format(value).replace(/\.0+$/, '')
  return [
    axisY({ label: null, tickSize: 0, tickFormat: (key: string) => names.get(key) ?? '' }),
    axisX({ label: unit, labelAnchor: 'center', labelArrow: 'none', ticks, tickFormat }),
  ]
}

/** A point a row over the line of its interval; a bar below them where bars are asked for. */
function rowMarks({ bars = false }: Intervals, lines: readonly Line[]): readonly Mark[] {
  const data = lines.flatMap((line) => ('row' in line ? [{ ...line.row, key: line.key }] : []))
  const seen = data.filter((row) => !isOpen(row))
  return [
    ...(bars ? [barX(seen, { y: 'key', x: 'mean', fill: pale, insetTop: 3, insetBottom: 3 })] : []),
    ruleX([0], { stroke: ink, strokeDasharray: '4 3' }),
    link(data, { y: 'key', x1: 'low', x2: 'high', y1: 'key', y2: 'key', stroke: ink, strokeWidth: 2 }),
    dot(data, {
      y: 'key',
      x: 'mean',
      r: 4.5,
      stroke: ink,
      strokeWidth: 1.5,
      fill: (row: IntervalRow) => (isOpen(row) ? paper : ink),
    }),
  ]
}

/** Room for the figures at the right. */
function figureWidth(rows: readonly IntervalRow[], format: Intervals['format'], width: number): number {
  return characterWidth * Math.max(...rows.map((row) => figureOf(row, format, width).length))
}

/** The mean, or what is said in its place. */
function figureOf({ mean, said }: IntervalRow, format: Intervals['format'], width: number): string {
  if (said === undefined) return format(mean)
  return width < pageWidth ? said.short : said.long
}

function figureMarks({ rows, format }: Intervals, lines: readonly Line[], width: number): Mark {
  const data = lines.flatMap((line) =>
    'row' in line ? [{ key: line.key, figure: figureOf(line.row, format, width) }] : [],
  )
  const room = figureWidth(rows, format, width) + 8
  return text(data, { y: 'key', text: 'figure', frameAnchor: 'right', textAnchor: 'end', dx: room, fill: ink })
}

/** Headings of groups, at the left edge. */
function headMarks(lines: readonly Line[], marginLeft: number): Mark {
  const heads = lines.filter((line) => !('row' in line))
  const place = { frameAnchor: 'left', dx: -marginLeft + 6, textAnchor: 'start' } as const
  return text(heads, { y: 'key', text: 'title', ...place, fontWeight: 600, fill: ink })
}

/** Whether the direction is open. */
function isOpen({ low, high, isOpen: said }: IntervalRow): boolean {
  return said ?? (low <= 0 && high >= 0)
}

/** Room for the labels at the left. */
function marginOf(characters: number, width: number): number {
  return Math.min(characters * 7 + 16, width < pageWidth ? 170 : 330)
}

type Line = { readonly key: string; readonly title: string } | { readonly key: string; readonly row: IntervalRow }

/** Rows with a heading before each group that has a name. */
function rowsWithHeads(rows: readonly IntervalRow[]): readonly Line[] {
  return rows.flatMap((row, k): readonly Line[] => {
    const isFirst = row.group !== '' && (k === 0 || rows[k - 1].group !== row.group)
    return [...(isFirst ? [{ key: `group ${row.group}`, title: row.group }] : []), { key: `row ${k}`, row }]
  })
}

function rowText({ group, label, low, mean, high, said }: IntervalRow, format: (value: number) => string): string {
  const figures = `${format(mean)}, between ${format(low)} and ${format(high)}`
  return `${group === '' ? '' : `${group}, `}${label}: ${figures}${said === undefined ? '' : `, ${said.long}`}`
}

/** The chart in both widths. */
export function intervalsSvgs(chart: Intervals): BothWidths {
  return inBothWidths((width) => intervalsSvg(chart, width))
}
