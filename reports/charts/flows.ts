/**
 * Flows of vehicles between countries: where the vehicles sold in each market are built, in the baseline (open bar)
 * and under each option (filled bar, with the line that holds 90% of replicates). One option stands below the baseline, row
 * by row; several have a panel each, all on one scale, in which the baseline is the frame around the bar.
 */
import { flowPanelsSvg } from './flowPanels.ts'
import { type FlowRow, thousands, wordsOf } from './flowRow.ts'
import {
  type BothWidths,
  inBothWidths,
  type Mark,
  axisX,
  axisY,
  barX,
  draw,
  ink,
  link,
  pageWidth,
  pale,
  paper,
  text,
} from './plot.ts'

const barHeight = 18

/** A row of the chart under the key by which the axis knows it. */
type KeyedRow = FlowRow & { readonly key: string }

/** Keys of the axis from above: a heading before the rows of each market. */
function linesOf(data: readonly KeyedRow[]): readonly { readonly key: string; readonly title: string }[] {
  return data.flatMap(({ key, market }, k) => {
    const isFirst = k === 0 || data[k - 1].market !== market
    const heading = isFirst ? [{ key: `market ${market}`, title: `Sold in ${market}, built in` }] : []
    return [...heading, { key, title: '' }]
  })
}

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
function flowsSvg(rows: readonly FlowRow[], width: number): string {
  const scenarios = new Set(rows.map(({ short }) => short))
  return scenarios.size > 2 ? flowPanelsSvg(rows, width) : flowBarsSvg(rows, width)
}

function flowBarsSvg(rows: readonly FlowRow[], width: number): string {
  const isNarrow = width < pageWidth
  const marginLeft = isNarrow ? 138 : 190
  const data = rows.map((row, k) => ({ ...row, key: String(k) }))
  const lines = linesOf(data)
  const heads = lines.filter(({ title }) => title !== '')
  return draw(
    {
      width,
      height: barHeight * lines.length + 56,
      marginLeft,
      marginRight: 64,
      marginTop: 8,
      marginBottom: 44,
      x: { grid: true },
      y: { domain: lines.map(({ key }) => key), type: 'band', padding: 0.18 },
      marks: [
        ...barMarks(data, isNarrow),
        text(heads, {
          y: 'key',
          text: 'title',
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: 6 - marginLeft,
          fontWeight: 600,
          fill: ink,
        }),
        axisY({ label: null, tickSize: 0, tickFormat: nameOf(data, isNarrow) }),
      ],
    },
    wordsOf(rows),
  )
}

/** The axis of vehicles, a bar a row, and the 90% of replicates of each option. */
function barMarks(data: readonly KeyedRow[], isNarrow: boolean): readonly Mark[] {
  return [
    axisX({ label: 'thousand vehicles a year', labelAnchor: 'center', labelArrow: 'none', ticks: isNarrow ? 3 : 6 }),
    barX(data, {
      y: 'key',
      x: 'mean',
      fill: ({ isBaseline }: FlowRow) => (isBaseline ? paper : pale),
      stroke: ink,
    }),
    link(
      data.filter(({ isBaseline }) => !isBaseline),
      { y1: 'key', y2: 'key', x1: 'low', x2: 'high', stroke: ink, strokeWidth: 2 },
    ),
    text(data, {
      y: 'key',
      x: (row: FlowRow) => (row.isBaseline ? row.mean : row.high),
      text: ({ mean }: FlowRow) => thousands(mean),
      textAnchor: 'start',
      dx: 6,
      fill: ink,
    }),
  ]
}

/** Words beside a row: the origin is said once, with the baseline. Headings have none. */
function nameOf(data: readonly KeyedRow[], isNarrow: boolean): (key: string) => string {
  const names = new Map(
    data.map((row) => [row.key, row.isBaseline ? `${origin(row, isNarrow)}, ${row.short}` : row.short]),
  )
  return (key) => names.get(key) ?? ''
}

function origin({ origin: place }: FlowRow, isNarrow: boolean): string {
  return isNarrow && place === 'United States' ? 'US' : place
}

/** The chart in both widths. */
export function flowsSvgs(rows: readonly FlowRow[]): BothWidths {
  return inBothWidths((width) => flowsSvg(rows, width))
}
