/**
 * Points with intervals, one a row, in groups: who gains and loses, what drives a difference. A row whose interval
 * lies on one side of nothing is a filled point; one with both signs is hollow, since its direction is open.
 */
import {
  axisX,
  axisY,
  barX,
  dot,
  draw,
  ink,
  link,
  narrowWidth,
  pageWidth,
  pale,
  paper,
  ruleX,
  text,
  type Mark,
} from './plot.ts'

export interface IntervalRow {
  readonly group: string
  readonly label: string
  readonly low: number
  readonly mean: number
  readonly high: number
  /** Whether the row is hollow; where it is not said, its interval decides. */
  readonly isOpen?: boolean
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
}

const rowHeight = { wide: 22, narrow: 19 } as const

export function intervalsSvg(chart: Intervals, width: number): string {
  const { title, unit, rows, format, bars = false } = chart
  const lines = rowsWithHeads(rows)
  const labelled = { y: 'key' } as const
  const longest = Math.max(...rows.map(({ label }) => label.length))
  const data = lines.flatMap((line) => ('row' in line ? [{ ...line.row, key: line.key }] : []))
  const heads = lines.filter((line) => !('row' in line))
  const names = new Map(lines.map((line) => [line.key, 'row' in line ? line.row.label : '']))
  const marks: Mark[] = [
    axisY({ label: null, tickSize: 0, tickFormat: (key: string) => names.get(key) ?? '' }),
    axisX({
      label: unit,
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: width < pageWidth ? 4 : 8,
      tickFormat: format,
    }),
    ...(bars ? [barX(data, { ...labelled, x: 'mean', fill: pale, insetTop: 3, insetBottom: 3 })] : []),
    ruleX([0], { stroke: ink, strokeDasharray: '4 3' }),
    link(data, { ...labelled, x1: 'low', x2: 'high', y1: 'key', y2: 'key', stroke: ink, strokeWidth: 2 }),
    dot(data, {
      ...labelled,
      x: 'mean',
      r: 4.5,
      stroke: ink,
      strokeWidth: 1.5,
      fill: (row: IntervalRow) => (isOpen(row) ? paper : ink),
    }),
    text(heads, {
      ...labelled,
      text: 'title',
      frameAnchor: 'left',
      dx: -marginOf(longest, width) + 6,
      textAnchor: 'start',
      fontWeight: 600,
      fill: ink,
    }),
  ]
  return draw(
    {
      width,
      height: (width < pageWidth ? rowHeight.narrow : rowHeight.wide) * lines.length + 56,
      marginLeft: marginOf(longest, width),
      marginRight: 24,
      marginTop: 8,
      marginBottom: 44,
      x: { grid: true, nice: true },
      y: { domain: lines.map(({ key }) => key), type: 'band' },
      marks,
    },
    { label: title, description: rows.map((row) => rowText(row, format)).join('; ') },
  )
}

/** Whether the direction is open. */
function isOpen({ low, high, isOpen: said }: IntervalRow): boolean {
  return said ?? (low < 0 && high > 0)
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

function rowText({ group, label, low, mean, high }: IntervalRow, format: (value: number) => string): string {
  return `${group === '' ? '' : `${group}, `}${label}: ${format(mean)}, between ${format(low)} and ${format(high)}`
}

export function intervalsSvgs(chart: Intervals): { readonly wide: string; readonly narrow: string } {
  return { wide: intervalsSvg(chart, pageWidth), narrow: intervalsSvg(chart, narrowWidth) }
}
