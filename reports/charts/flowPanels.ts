/** Flows under several options: a panel for the baseline and for each option, beside each other, all on one scale. */
import { type FlowRow, thousands, wordsOf } from './flowRow.ts'
import {
  type ChartOptions,
  type Mark,
  axisFx,
  axisX,
  axisY,
  barX,
  drawBelow,
  ink,
  link,
  pageWidth,
  pale,
  paper,
  text,
} from './plot.ts'

/** A flow of an option with the baseline's. */
interface PanelRow extends FlowRow {
  readonly key: string
  readonly baseline: number
}

const rowHeight = 18
const marginRight = 8
const marginTop = 26
const marginBottom = 44
/** Panels beside each other on a narrow page. */
const narrowPanels = 2

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
export function flowPanelsSvg(rows: readonly FlowRow[], width: number): string {
  const data = panelRows(rows)
  const names = [...new Set(data.map(({ short }) => short))]
  const beside = width < pageWidth ? narrowPanels : names.length
  const charts = Array.from({ length: Math.ceil(names.length / beside) }, (_, k) =>
    panelsChart(data, names.slice(k * beside, (k + 1) * beside), width, beside),
  )
  return drawBelow(charts, wordsOf(rows))
}

function keyOf({ market, origin }: FlowRow): string {
  return `${market} ${origin}`
}

/** Rows with the baseline's flow; a flow that is nothing in every scenario is left out. */
function panelRows(rows: readonly FlowRow[]): readonly PanelRow[] {
  const most = new Map<string, number>()
  const before = new Map<string, number>()
  for (const row of rows) {
    most.set(keyOf(row), Math.max(most.get(keyOf(row)) ?? 0, row.mean))
    if (row.isBaseline) before.set(keyOf(row), row.mean)
  }
  return rows
    .map((row) => ({ ...row, key: keyOf(row), baseline: before.get(keyOf(row)) ?? 0 }))
    .filter(({ key }) => (most.get(key) ?? 0) >= 0.5)
}

function panelsChart(
  data: readonly PanelRow[],
  names: readonly string[],
  width: number,
  beside: number,
): ChartOptions & { readonly width: number } {
  const lines = linesOf(data)
  const marginLeft = 104
  // Panels missing from the last row leave their place empty.
  const domain = Array.from({ length: beside }, (_, k) => names[k] ?? ' '.repeat(k + 1))
  const panelWidth = (width - marginLeft - marginRight) / beside
  const largest = Math.max(...data.map(({ mean, high, isBaseline }) => (isBaseline ? mean : high)))
  // The longest bar leaves room for its figure.
  const reach = largest / Math.max(0.3, 1 - 46 / panelWidth)
  return {
    width,
    height: rowHeight * lines.length + marginTop + marginBottom,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { domain: [0, reach] },
    y: { type: 'band', domain: lines.map(({ key }) => key), padding: 0.14 },
    fx: { domain, axis: null, label: null, padding: 0.06 },
    marks: panelMarks(
      data.filter(({ short }) => names.includes(short)),
      lines,
      names,
      marginLeft,
    ),
  }
}

interface PanelLine {
  readonly key: string
  /** Before the rows of a market; empty for a row. */
  readonly heading: string
  readonly name: string
}

/** Lines of a panel from above: a heading before the rows of each market. */
function linesOf(data: readonly PanelRow[]): readonly PanelLine[] {
  const first = data.filter(({ isBaseline }) => isBaseline)
  return first.flatMap(({ key, market, origin }, k) => {
    const isFirst = k === 0 || first[k - 1].market !== market
    const row = { key, heading: '', name: origin }
    return isFirst ? [{ key: `market ${market}`, heading: `Sold in ${market}, built in`, name: '' }, row] : [row]
  })
}

/** The one tick beside nothing: 1, 2 or 5 and noughts, below the largest bar. */
function tickOf(largest: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(largest)))
  return power * ([5, 2].find((digit) => digit * power <= largest) ?? 1)
}

function panelMarks(
  data: readonly PanelRow[],
  lines: readonly PanelLine[],
  names: readonly string[],
  marginLeft: number,
): Mark[] {
  const rowNames = new Map(lines.map(({ key, name }) => [key, name]))
  const heads = lines.filter(({ heading }) => heading !== '').map((line) => ({ ...line, short: names[0] }))
  const options = data.filter(({ isBaseline }) => !isBaseline)
  const panel = { y: 'key', fx: 'short' } as const
  return [
    axisFx({ label: null, anchor: 'top', fontWeight: 600 }),
    axisY({ label: null, tickSize: 0, tickFormat: (key: string) => rowNames.get(key) ?? '' }),
    axisX({
      label: 'thousand vehicles a year',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: [0, tickOf(Math.max(...data.map(({ mean }) => mean)))],
      tickFormat: thousands,
    }),
    text(heads, {
      ...panel,
      text: 'heading',
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: 6 - marginLeft,
      fontWeight: 600,
      fill: ink,
    }),
    barX(options, { ...panel, x: 'mean', fill: pale, insetTop: 3, insetBottom: 3 }),
    barX(data, { ...panel, x: 'baseline', fill: 'none', stroke: ink }),
    link(options, { ...panel, y1: 'key', y2: 'key', x1: 'low', x2: 'high', stroke: ink, strokeWidth: 2 }),
    text(data, {
      ...panel,
      x: ({ isBaseline, mean, high, baseline }: PanelRow) => (isBaseline ? mean : Math.max(high, baseline)),
      text: ({ mean }: PanelRow) => thousands(mean),
      textAnchor: 'start',
      dx: 4,
      fontSize: 12,
      fill: ink,
      stroke: paper,
      strokeWidth: 3,
    }),
  ]
}
