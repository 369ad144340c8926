/** One-at-a-time changes as a table, the widest bar first, and as sentences. */
import type { TornadoResult, TornadoBar, Change } from '../../../engine/analysis/sensitivity/tornado.ts'
import { roundingPart } from '../../../engine/analysis/rounding.ts'
import { decimalText, roundingPlace, signedText } from '../../words/numbers.ts'
import { type Column, tableLines } from '../../words/table.ts'
import { sentenceLines, usedText, firstNames } from './words.ts'

const columns: readonly Column[] = [
  { title: 'factor', align: 'left' },
  { title: 'at 5%', align: 'right' },
  { title: 's.e.', align: 'right' },
  { title: 'at 95%', align: 'right' },
  { title: 's.e.', align: 'right' },
  { title: 'swing', align: 'right' },
  { title: 's.e.', align: 'right' },
]

/** Standard errors by which a swing must differ from 0 to be told from it: 95% of a normal law. */
const seenBeyond = 1.96

/** Factors by how far the outcome moves between their ends; `unit` is that of the outcome. */
export function tornadoLines(result: TornadoResult, unit: string, width: number): readonly string[] {
  const bars = result.bars.toSorted((one, other) => widthOf(other) - widthOf(one))
  // What is far smaller than the outcome's own digits is rounding in the model.
  const rounding = Math.abs(result.middle.value) * roundingPart
  const moving = bars.filter((bar) => widthOf(bar) > rounding)
  const seen = moving.filter(isSeen)
  const unseen = moving.filter((bar) => !isSeen(bar))
  const idle = bars.filter((bar) => widthOf(bar) <= rounding)
  return [
    ...tableLines(
      columns,
      [...bars, result.chance].map((bar) => barCells(bar, rounding)),
      width,
    ),
    ...sentenceLines(
      [
        `Changes in ${unit} against ${changeText(result.middle)}, the mean with all parameters at their medians, when ` +
          'one factor is at its 5% or 95% quantile; s.e.: Monte Carlo standard error. The row of chance is the spread ' +
          'of single replicates at the medians.',
      ],
      width,
    ),
    '',
    ...sentenceLines(
      [
        seen.length === 0
          ? 'No factor changes the outcome in a way that can be told from zero.'
          : `Widest bars, in this order: ${names(seen.slice(0, 3))}.`,
        unseen.length === 0 ? '' : `Not distinguishable from zero with this many replicates: ${names(unseen)}.`,
        idle.length === 0 ? '' : `Without any effect on the outcome of any run: ${names(idle)}.`,
        'One factor at a time: what factors do together does not show here.',
        usedText(result.n, result.failed, 'replicates of chance'),
      ],
      width,
    ),
  ]
}

function names(bars: readonly TornadoBar[]): string {
  return firstNames(bars.map(({ name }) => name))
}

/** The longer of a bar's reaches and its swing, so that one that goes the same way at both ends counts too. */
function widthOf({ low, high, swing }: TornadoBar): number {
  return Math.max(Math.abs(low.value), Math.abs(high.value), Math.abs(swing.value))
}

function isSeen({ low, high, swing }: TornadoBar): boolean {
  return [low, high, swing].some(({ value, standardError }) => Math.abs(value) > seenBeyond * standardError)
}

function changeText({ value, standardError }: Change): string {
  return decimalText(value, roundingPlace(value, standardError, 1))
}

function barCells({ name, low, high, swing }: TornadoBar, rounding: number): readonly string[] {
  return [name, ...[low, high, swing].flatMap((change) => changeCells(change, rounding))]
}

function changeCells({ value, standardError }: Change, rounding: number): readonly string[] {
  if (Math.abs(value) <= rounding && standardError <= rounding) return ['0', '0']
  const place = roundingPlace(value, standardError, 1)
  return [signedText(value, place), decimalText(standardError, place)]
}
