/** The precision that a design asks for: half widths reached and wanted, which target binds, and how that one settled. */
import { doublingBoundaries } from '../../engine/analysis/precision/convergence.ts'
import type { TargetState } from '../../engine/analysis/precision/until.ts'
import { convergenceSvgs } from '../charts/convergence.ts'
import { figure } from '../words/figures.ts'
import { decimalText, roundingPlace } from '../words/numbers.ts'
import type { PrecisionReport } from '../../studies/plan/precisionQuestion.ts'
import { neededOf, neededText, nextText, mostTargets, targetText, halfWidthText } from '../text/precisionText.ts'
import type { Report } from '../data/report.ts'
import { type Block, paragraph, type DocumentTable, type Cell, words } from './document.ts'

/** Whether the precision that was asked for is reached, and how the hardest figure settled; nothing where none was. */
export function askedPrecision({ precision = [] }: Report): readonly Block[] {
  if (precision.length === 0) return []
  const hardest = precision.reduce((most, part) =>
    neededOf(bindingOf(part)) > neededOf(bindingOf(most)) ? part : most,
  )
  const sets =
    precision.length === 1 ? '' : ` This is the set of points that needs most; there are ${precision.length}.`
  return [
    paragraph(
      `The design asks for half widths of Monte Carlo intervals. ${nextText(hardest.state, hardest.replicates)}${sets}`,
    ),
    { kind: 'table', table: targetTable(precision), behind: false },
    ...settlingBlocks(hardest),
  ]
}

function bindingOf({ state }: PrecisionReport): TargetState {
  return state.targets[state.binding]
}

function targetTable(precision: readonly PrecisionReport[]): DocumentTable {
  const right = 'right' as const
  const columns = [
    { key: 'target', title: 'Target', align: 'left' as const },
    { key: 'estimate', title: 'Estimate', align: right },
    { key: 'halfWidth', title: 'Half width', align: right },
    { key: 'wanted', title: 'Wanted', align: right },
    { key: 'needed', title: 'Replicates needed', align: right },
    { key: 'state', title: '', align: 'left' as const },
  ]
  const all = precision.flatMap((part) =>
    part.state.targets.map((state) => ({ state, binds: state === bindingOf(part) })),
  )
  const most = all.toSorted((one, other) => neededOf(other.state) - neededOf(one.state))
  const more = all.length - mostTargets
  const caption = `Precision asked for${more > 0 ? `; the ${mostTargets} that need most of ${all.length}` : ''}`
  const rows = most.slice(0, mostTargets).map(({ state, binds }) => targetCells(state, binds))
  return { id: 'precision-asked', caption, columns, groups: [{ title: '', rows }] }
}

function targetCells({ target, estimate, halfWidth, needed, reached }: TargetState, binds: boolean): readonly Cell[] {
  const state = [...(reached ? ['reached'] : ['not reached']), ...(binds ? ['binds'] : [])].join(', ')
  return [
    words(targetText(target)),
    { text: decimalText(estimate, roundingPlace(estimate, halfWidth, 2)), value: figure(estimate, halfWidth) },
    { text: halfWidthText(halfWidth), value: figure(halfWidth, halfWidth) },
    { text: halfWidthText(target.halfWidth), value: String(target.halfWidth) },
    { text: neededText(needed), value: figure(needed, NaN) },
    words(state),
  ]
}

function settlingBlocks({ state, targets, convergence, replicates }: PrecisionReport): readonly Block[] {
  const { binding } = state
  const { target, statistic, outcome } = targets[binding]
  const rows = convergence[binding]
  const title = `How ${targetText(target)} settled`
  const doubled = doublingBoundaries(rows[0].replicates, replicates)
  const table = settlingTable(
    title,
    rows.filter((row) => doubled.includes(row.replicates)),
  )
  const known = rows.filter(({ estimate, halfWidth }) => Number.isFinite(estimate) && Number.isFinite(halfWidth))
  const behind = { kind: 'table', table, behind: known.length > 1 } as const
  if (known.length < 2) return [behind]
  const unit = statistic === 'probabilityBetter' ? 'share' : outcome.unit
  const caption =
    'The line is the estimate; dashed, the half width wanted about the last one. Others are in convergence.csv.'
  const svgs = convergenceSvgs({ title, unit, wanted: target.halfWidth, rows })
  return [
    { kind: 'figures', figures: [{ id: 'settling', title, caption, shows: 'sampling', ...svgs, size: 'half' }] },
    behind,
  ]
}

function settlingTable(caption: string, rows: PrecisionReport['convergence'][number]): DocumentTable {
  const titles = { replicates: 'Replicates', estimate: 'Estimate', halfWidth: 'Half width' }
  const columns = Object.entries(titles).map(([key, title]) => ({ key, title, align: 'right' as const }))
  const cells = rows.map(({ replicates, estimate, halfWidth }): readonly Cell[] => [
    words(String(replicates)),
    { text: decimalText(estimate, roundingPlace(estimate, halfWidth, 2)), value: figure(estimate, halfWidth) },
    { text: halfWidthText(halfWidth), value: figure(halfWidth, halfWidth) },
  ])
  return { id: 'settling', caption, columns, groups: [{ title: '', rows: cells }] }
}
