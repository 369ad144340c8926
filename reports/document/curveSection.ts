/** Outcomes along a lever of a sweep, as Laffer curves: where each peaks and how surely, how flat the top is. */
import { curveSvgs } from '../charts/curve.ts'
import { figure } from '../words/figures.ts'
import type { SweepCurve } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { paragraph, type Section, type Block, type Figure, type DocumentTable, type Cell } from './document.ts'
import { staleText } from './stale.ts'
import { after, capital } from '../words/words.ts'

/** Outcomes along the lever of a sweep; undefined where there is no curve. */
export function curveSection(report: Report): Section | undefined {
  const curves = report.parts?.sweep ?? []
  if (curves.length === 0) return undefined
  const stale = new Set(curves.map(({ replicates }) => staleText(replicates, report)).filter((text) => text !== ''))
  const blocks = [...[...stale].map(paragraph), ...curveBlocks(curves), ...curves.map(tableBlock)]
  return { id: 'sweep', title: 'Along the lever', blocks }
}

/** One curve has a page to itself; several stand beside each other. What they say comes first. */
function curveBlocks(curves: readonly SweepCurve[]): readonly Block[] {
  const size = curves.length === 1 ? 'full' : 'half'
  const said = curves.filter(({ words }) => words.length > 0)
  const items = said.map(({ others, words }) => `${others === '' ? '' : `At ${others}: `}${words.join(' ')}`)
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    { kind: 'figures', figures: curves.map((curve, k) => curveFigure(curve, k, size)) },
  ]
}

/** As in `Parts jobs, US, 2036, less base, at penalty 0.225`. */
function whatOf({ outcome, others }: SweepCurve): string {
  return `${capital(outcome)}${others === '' ? '' : `, at ${others}`}`
}

function curveFigure(curve: SweepCurve, k: number, size: Figure['size']): Figure {
  const { lever, leverUnit, unit, peak } = curve
  const along = leverUnit === '' ? lever : `${lever}, ${leverUnit}`
  const line =
    peak === undefined ? '' : ` Dashed line and bar at the top: the ${peak.kind} of the mean and its 95% interval.`
  return {
    id: `sweep-${k + 1}`,
    title: whatOf(curve),
    caption: `${capital(unit === '' ? 'along' : `${unit}, along`)}: ${along}.${line}`,
    shows: 'both',
    ...curveSvgs(curve),
    size,
  }
}

function tableBlock(curve: SweepCurve, k: number): Block {
  return { kind: 'table', table: curveTable(curve, k), behind: true }
}

/** The points of a curve. @param k its number among several */
export function curveTable(curve: SweepCurve, k: number): DocumentTable {
  const columns = [
    { key: 'level', title: curve.lever, align: 'right' as const },
    { key: 'mean', title: `Mean${after(curve.unit)}`, align: 'right' as const },
    { key: 'errorLow', title: 'Monte Carlo, 5%', align: 'right' as const },
    { key: 'errorHigh', title: '95%', align: 'right' as const },
    { key: 'low', title: 'Replicates, 5%', align: 'right' as const },
    { key: 'high', title: '95%', align: 'right' as const },
  ]
  const rows = curve.points.map(({ level, mean, error, spread }) =>
    [level, mean, error.low, error.high, spread.low, spread.high].map(levelCell),
  )
  return {
    id: `sweep-${k + 1}`,
    caption: `${whatOf(curve)}, along ${curve.lever}`,
    columns,
    groups: [{ title: '', rows }],
  }
}

function levelCell(value: number): Cell {
  return { text: String(Number(value.toPrecision(4))), value: figure(value, NaN) }
}
