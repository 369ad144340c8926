/**
 * Flows of vehicles between countries: where the vehicles sold in each market are built, in the baseline (open bar)
 * and under each option (filled bar, with the line that holds 90% of replicates).
 */
import { axisX, axisY, barX, draw, ink, link, narrowWidth, pageWidth, pale, paper, text } from './plot.ts'

export interface FlowRow {
  readonly market: string
  readonly origin: string
  /** Name of the option, or of the baseline. */
  readonly scenario: string
  /** The same in a word or two, as in `baseline` and `option A`. */
  readonly short: string
  readonly isBaseline: boolean
  /** Thousand vehicles a year. */
  readonly low: number
  readonly mean: number
  readonly high: number
}

const barHeight = 18

export function flowsSvg(rows: readonly FlowRow[], width: number): string {
  const isNarrow = width < pageWidth
  const margin = isNarrow ? 138 : 190
  const data = rows.map((row, k) => ({ ...row, key: String(k) }))
  const lines: { readonly key: string; readonly title: string }[] = []
  data.forEach((row, k) => {
    if (k === 0 || data[k - 1].market !== row.market)
      lines.push({ key: `market ${row.market}`, title: `Sold in ${row.market}, built in` })
    lines.push({ key: row.key, title: '' })
  })
  const heads = lines.filter(({ title }) => title !== '')
  const names = new Map(
    data.map((row) => [row.key, row.isBaseline ? `${origin(row, isNarrow)}, ${row.short}` : row.short]),
  )
  return draw(
    {
      width,
      height: barHeight * lines.length + 56,
      marginLeft: margin,
      marginRight: 64,
      marginTop: 8,
      marginBottom: 44,
      x: { grid: true },
      y: { domain: lines.map(({ key }) => key), type: 'band', padding: 0.18 },
      marks: [
        axisX({
          label: 'thousand vehicles a year',
          labelAnchor: 'center',
          labelArrow: 'none',
          ticks: isNarrow ? 3 : 6,
        }),
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
        text(heads, {
          y: 'key',
          text: 'title',
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: 6 - margin,
          fontWeight: 600,
          fill: ink,
        }),
        axisY({ label: null, tickSize: 0, tickFormat: (key: string) => names.get(key) ?? '' }),
      ],
    },
    { label: 'Vehicles sold in each market by where they are built', description: rows.map(rowText).join('; ') },
  )
}

function origin({ origin: place }: FlowRow, isNarrow: boolean): string {
  return isNarrow && place === 'United States' ? 'US' : place
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function rowText({ market, origin, scenario, mean }: FlowRow): string {
  return `sold in ${market}, built in ${origin}, ${scenario}: ${thousands(mean)} thousand`
}

export function flowsSvgs(rows: readonly FlowRow[]): { readonly wide: string; readonly narrow: string } {
  return { wide: flowsSvg(rows, pageWidth), narrow: flowsSvg(rows, narrowWidth) }
}
