/** Outcomes over the levels of two or three levers of a sweep, a picture and a table each. */
import { surfaceSvgs, surfaceUnit } from '../charts/surface.ts'
import { figure } from '../words/figures.ts'
import type { SweepSurface } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { decimalText, roundingPlace } from '../words/numbers.ts'
import { type Section, type Block, type Cell, type DocumentTable, type Figure, paragraph, words } from './document.ts'
import { after, capital } from '../words/words.ts'

/** Surfaces of a sweep; undefined where there are none. */
export function surfaceSection({ parts }: Report): Section | undefined {
  const surfaces = parts?.surfaces ?? []
  if (surfaces.length === 0) return undefined
  const [{ levers }] = surfaces
  const third = levers.length < 3 ? '' : ` A panel is a level of the third: ${levers[2].title}.`
  return {
    id: 'surface',
    title: levers.length === 2 ? 'Over both levers' : 'Over the three levers',
    blocks: [
      paragraph(
        `Means at every point of the sweep, rows by ${levers[0].title}, columns by ${levers[1].title}.${third} ` +
          'The sign in a cell says the direction, and its shade how far it goes, in each picture from nothing to the largest. ' +
          'In a dashed frame 90% of replicates lie on both sides of nothing: the direction is open.',
      ),
      {
        kind: 'figures',
        figures: surfaces.map((surface, k) => surfaceFigure(surface, k)),
      },
      ...surfaces.map((surface, k): Block => ({ kind: 'table', table: surfaceTable(surface, k), behind: true })),
    ],
  }
}

function titleOf({ outcome }: SweepSurface): string {
  return capital(outcome)
}

function surfaceFigure(surface: SweepSurface, k: number): Figure {
  const means = [surfaceUnit(surface).words, 'means'].filter((one) => one !== '').join(', ')
  const panels = surface.levers.length < 3 ? '' : ` Panels: ${surface.levers[2].title}.`
  return {
    id: `surface-${k + 1}`,
    title: titleOf(surface),
    caption: `${capital(means)}.${panels}`,
    shows: 'none',
    ...surfaceSvgs(surface),
    size: surface.levers.length < 3 ? 'half' : 'full',
  }
}

/** A row a point: its levels and what lies there. */
function surfaceTable(surface: SweepSurface, k: number): DocumentTable {
  const { levers, cells, unit } = surface
  const right = 'right' as const
  const columns = [
    ...levers.map(({ title }, l) => ({ key: `lever${l + 1}`, title, align: right })),
    { key: 'mean', title: `Mean${after(unit)}`, align: right },
    { key: 'errorLow', title: 'Monte Carlo, 5%', align: right },
    { key: 'errorHigh', title: '95%', align: right },
    { key: 'low', title: 'Replicates, 5%', align: right },
    { key: 'high', title: '95%', align: right },
  ]
  const rows = cells.map(({ at, mean, error, spread }) => {
    const half = (error.high - error.low) / 2
    const place = half > 0 ? roundingPlace(mean, half, 1) : 0
    const number = (value: number): Cell => ({ text: decimalText(value, place), value: figure(value, half) })
    return [
      ...at.map((level, l) => words(levers[l].levels[level])),
      ...[mean, error.low, error.high, spread.low, spread.high].map(number),
    ]
  })
  return { id: `surface-${k + 1}`, caption: titleOf(surface), columns, groups: [{ title: '', rows }] }
}
