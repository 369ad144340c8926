/**
 * Precision as text: the half widths a run has reached beside those wanted, how an estimate settled, and what pairing
 * and control variates are worth.
 */
import type { PairingGain } from '../../engine/analysis/pairingGain.ts'
import type { StatisticEstimate } from '../../engine/analysis/precision/estimate.ts'
import type { PrecisionState, TargetState, PrecisionTarget } from '../../engine/analysis/precision/until.ts'
import { decimalText, roundingPlace, shareText, figureTexts } from '../words/numbers.ts'
import { type Column, tableLines, wrapText, usualWidth } from '../words/table.ts'

export const mostTargets = 12

const targetColumns: readonly Column[] = [
  { title: 'target', align: 'left' },
  { title: 'estimate', align: 'right' },
  { title: 'half width', align: 'right' },
  { title: 'wanted', align: 'right' },
  { title: 'replicates needed', align: 'right' },
  { title: '', align: 'left' },
]

/** Lines of the table of targets, those that need most where there are many, and the sentence on what comes next. */
export function precisionLines(state: PrecisionState, done: number, width: number = usualWidth): readonly string[] {
  const least =
    state.targets
      .map(neededOf)
      .toSorted((one, other) => other - one)
      .at(mostTargets - 1) ?? 0
  const listed = state.targets.filter((target) => neededOf(target) >= least)
  const rows = listed
    .slice(0, mostTargets)
    .map(({ target, estimate, halfWidth, needed, reached }) => [
      targetText(target),
      decimalText(estimate, roundingPlace(estimate, halfWidth, 2)),
      halfWidthText(halfWidth),
      halfWidthText(target.halfWidth),
      neededText(needed),
      reached ? 'reached' : target === state.targets[state.binding].target ? 'binds' : '',
    ])
  const more = state.targets.length - rows.length
  const rest = more > 0 ? [`  and ${more} more, which need no more replicates`] : []
  return [...tableLines(targetColumns, rows, width), ...rest, ...wrapText(nextText(state, done), width)]
}

/** A number that is not known, as one read back from a file, is beyond all others. */
export function neededOf({ needed }: TargetState): number {
  return Number.isFinite(needed) ? needed : Infinity
}

/** Most replicates that a run may have: a target that needs more is never reached. */
const mostReplicates = 10_000_000

/** Replicates that a target needs, in words where no run has so many. */
export function neededText(needed: number): string {
  if (!Number.isFinite(needed)) return 'not known'
  return needed > mostReplicates ? `out of reach, over ${decimalText(mostReplicates, 0)}` : decimalText(needed, 0)
}

/** As in `content-85: output.US in 2032, 5% quantile, 95% interval`. */
export function targetText(target: PrecisionTarget): string {
  const { scenario, outcome, year, confidence } = target
  const whose = scenario === undefined ? '' : `${scenario}: `
  const when = year === undefined ? '' : ` in ${year}`
  return `${whose}${outcome}${when}, ${statisticText(target)}, ${shareText(confidence)} interval`
}

function statisticText(target: PrecisionTarget): string {
  if (target.statistic === 'quantile') return `${shareText(target.probability)} quantile`
  if (target.statistic === 'probability') return `chance of more than ${figureTexts(target.above, NaN)[0]}`
  if (target.statistic === 'probabilityBetter') return 'chance of being better'
  return target.statistic === 'difference' ? 'mean difference' : 'mean'
}

/** Two digits, as errors deserve. */
export function halfWidthText(halfWidth: number): string {
  return Number.isFinite(halfWidth) ? decimalText(halfWidth, roundingPlace(halfWidth, halfWidth, 2)) : 'unknown'
}

/** What is reached after so many replicates, or which target is not. */
export function nextText({ verdict, binding, projected, targets }: PrecisionState, done: number): string {
  if (verdict === 'reached') return `All half widths are reached after ${done} replicates.`
  const name = targetText(targets[binding].target)
  if (verdict === 'at the maximum') return `Stopped at the maximum of ${done} replicates; ${name} is not reached.`
  if (targets.every(({ reached }) => reached)) {
    return `All half widths are reached after ${done} replicates, fewer than the minimum; the run goes on.`
  }
  return `After ${done} replicates ${name} needs most; about ${projected} are projected.`
}

const convergenceTitles = ['replicates', 'estimate', 'half width']
const convergenceColumns: readonly Column[] = convergenceTitles.map((title) => ({ title, align: 'right' }))

/** Lines of a table of convergence. */
export function convergenceLines(rows: readonly StatisticEstimate[]): readonly string[] {
  return tableLines(
    convergenceColumns,
    rows.map(({ n, estimate, halfWidth }) => [
      decimalText(n, 0),
      decimalText(estimate, roundingPlace(estimate, halfWidth, 2)),
      halfWidthText(halfWidth),
    ]),
  )
}

/**
 * As in `Pairing is worth 24 ± 2 times as many replicates for output.US, 310 ± 40 for priceIndex.US.` An outcome that
 * differs by the same in every replicate is left out.
 *
 * @returns an empty text where nothing is left
 */
export function pairingText(rows: readonly { readonly outcome: string; readonly gain: PairingGain }[]): string {
  const known = rows.filter(({ gain }) => Number.isFinite(gain.gain))
  const parts = known.map(
    ({ outcome, gain }, k) =>
      `${withError(gain.gain, gain.standardError)}${k === 0 ? ' times as many replicates' : ''} for ${outcome}`,
  )
  return parts.length === 0 ? '' : `Pairing is worth ${parts.join(', ')}.`
}

function withError(value: number, standardError: number): string {
  return figureTexts(value, standardError).join(' ± ')
}
