/** PAWN and binned first indices of one plain sample as a table and sentences. */
import type { BinnedResult } from '../../../engine/analysis/sensitivity/binnedIndices.ts'
import type { PawnResult } from '../../../engine/analysis/sensitivity/pawn.ts'
import { decimalText, percentText } from '../../words/numbers.ts'
import { type Column, tableLines } from '../../words/table.ts'
import { firstNames, noVariance, sentenceLines, usedText, indexText } from './words.ts'

const columns: readonly Column[] = [
  { title: 'parameter', align: 'left' },
  { title: 'PAWN', align: 'right' },
  { title: 's.e.', align: 'right' },
  { title: 'first', align: 'right' },
  { title: 's.e.', align: 'right' },
]

/** Factors by how far they move the whole distribution, then those that cannot be told from chance. */
export function pawnLines(pawn: PawnResult, binned: BinnedResult, width: number): readonly string[] {
  const order = Array.from(pawn.factors.keys()).toSorted(
    (one, other) => pawn.factors[other].index - pawn.factors[one].index,
  )
  const seen = order.filter((f) => pawn.factors[f].isSeen || binned.factors[f].isSeen)
  const unseen = order.filter((f) => !seen.includes(f))
  const names = (positions: readonly number[]): string => firstNames(positions.map((f) => pawn.factors[f].name))
  if (binned.factors.every(({ first }) => Number.isNaN(first))) return sentenceLines([noVariance], width)
  return [
    ...tableLines(
      columns,
      order.map((f) => pawnCells(pawn, binned, f)),
      width,
    ),
    ...sentenceLines(
      [
        'PAWN: median distance between the distribution of the outcome with the parameter known to a ' +
          `${pawn.slices}th of its range and without, from 0 to 1. first: share of the variance that would go if it ` +
          `were known, from ${binned.bins} bins. s.e.: standard error. *: above what the largest of ` +
          `${pawn.factors.length} parameters without effect reaches in 95% of samples, ` +
          `${decimalText(pawn.threshold, -3)} and ${percentText(binned.threshold, -1)}.`,
      ],
      width,
    ),
    '',
    ...sentenceLines(
      [
        seen.length === 0
          ? 'No parameter can be told from one without effect.'
          : `Seen, in this order: ${names(seen)}.`,
        unseen.length === 0 ? '' : `Not distinguishable from zero with this many runs: ${names(unseen)}.`,
        usedText(pawn.n, pawn.failed, 'replicates'),
      ],
      width,
    ),
  ]
}

function pawnCells(pawn: PawnResult, binned: BinnedResult, f: number): readonly string[] {
  const { name, index, standardError: pawnError, isSeen } = pawn.factors[f]
  const { first, standardError, isSeen: firstIsSeen } = binned.factors[f]
  return [
    name,
    `${decimalText(index, -3)}${isSeen ? '*' : ' '}`,
    decimalText(pawnError, -3),
    `${indexText(first)}${firstIsSeen ? '*' : ' '}`,
    percentText(standardError, -1),
  ]
}
