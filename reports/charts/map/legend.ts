/** What symbols and their filling mean, below a map. */
import { type Markup, markup } from '../../words/markup.ts'
import { paper, ink } from '../plot.ts'
import { magnitude } from '../../words/numbers.ts'
import { naturalClasses } from '../descriptive.ts'
import { changesToScale, type Fate, fill, likely, type MapPlant, radiusOfChange, shape } from './symbols.ts'

const legendEntries: readonly { readonly fate: Fate; readonly words: string }[] = [
  { fate: 'grows', words: 'builds more' },
  { fate: 'shrinks', words: 'builds less' },
  { fate: 'closes', words: 'closes for good' },
  { fate: 'opens', words: 'opens' },
  { fate: 'steady', words: 'little changed' },
]

const surenessEntries = [
  { fill: fill.grows, dash: '', words: 'in 90% or more' },
  { fill: likely, dash: '', words: 'over 50%' },
  { fill: paper, dash: '2 2', words: 'less often' },
] as const

/** Changes whose size the legend shows where no plant on the map changes so much that its symbol grows with it, vehicles a year. */
const ordinarySizes: readonly number[] = [25_000, 100_000, 300_000]
const mostSizes = 3

/** Changes whose size the legend shows: the middles of the classes into which those on the map fall, rounded, vehicles a year. */
export function legendSizes(plants: readonly MapPlant[]): readonly number[] {
  const sizes = naturalClasses(changesToScale(plants), mostSizes).map(rounded)
  return sizes.length === 0 ? ordinarySizes : [...new Set(sizes)]
}

/** To one digit; to halves of it below five, to tenths below two. */
function rounded(vehicles: number): number {
  const unit = 10 ** magnitude(vehicles)
  const step = vehicles < 2 * unit ? unit / 10 : vehicles < 5 * unit ? unit / 2 : unit
  return Math.round(vehicles / step) * step
}

export interface LegendPlace {
  /** Pixels. */
  readonly top: number
  readonly isNarrow: boolean
  /** Of the symbols on the map. */
  readonly scale: number
}

/** Entries from `top` down, in fewer columns on a narrow page. @param isOfOne whether nothing is more or less sure */
export function legend(plants: readonly MapPlant[], place: LegendPlace, isOfOne: boolean): readonly Markup[] {
  const { top, isNarrow } = place
  const columns = isNarrow ? 3 : 5
  const step = isNarrow ? 112 : 145
  const rows = Math.ceil(legendEntries.length / columns)
  const at = (column: number, row: number): string => `translate(${12 + column * step},${top + 8 + row * 22})`
  const fates = legendEntries.map(
    ({ fate, words }, k) =>
      markup`<g transform="${at(k % columns, Math.floor(k / columns))}"><path d="${shape(
        fate,
        fate === 'steady' ? 3 : 6,
      )}" fill="${fill[fate]}"/><text x="14" y="4" fill="${ink}">${words}</text></g>`,
  )
  const sureness = (isOfOne ? [] : surenessEntries).map(
    ({ fill: inside, dash, words }, k) =>
      markup`<g transform="${
        isNarrow ? at(k, rows) : at([0, 1.5, 3][k], rows)
      }"><path d="${shape('grows', 6)}" fill="${inside}" stroke="${fill.grows}" stroke-width="1.4" stroke-dasharray="${
        dash
      }"/><text x="14" y="4" fill="${ink}">${words}</text></g>`,
  )
  return [
    ...fates,
    ...sureness,
    ...sizeMarks(legendSizes(plants), `translate(12,${top + 14 + (rows + 1) * 22})`, place),
  ]
}

/** Symbols of a few sizes, each with its change. */
function sizeMarks(sizes: readonly number[], place: string, { isNarrow, scale }: LegendPlace): readonly Markup[] {
  const width = isNarrow ? 78 : 110
  const marks = sizes.map((vehicles, k) => {
    const radius = radiusOfChange(vehicles) * scale
    return markup`<g transform="translate(${k * width},0)"><path d="${shape('grows', radius)}" fill="none" stroke="${ink}"/><text x="${radius * 1.2 + 5}" y="4" fill="${ink}">${vehicles.toLocaleString(
      'en-US',
    )}</text></g>`
  })
  return [
    markup`<g transform="${place}">${marks}<text x="${sizes.length * width + 8}" y="4" fill="${ink}">vehicles a year</text></g>`,
  ]
}
