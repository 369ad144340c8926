/** Second indices of pairs as text: how many can be seen at all first, then the largest. */
import type { SobolPair } from '../../../engine/analysis/sensitivity/sobolPairs.ts'
import { type Column, tableLines } from '../../words/table.ts'
import { estimateText, firstNames, indexText, intervalText, sentenceLines } from './words.ts'

const mostPairs = 10

const columns: readonly Column[] = [
  { title: 'pair', align: 'left' },
  { title: 'second', align: 'right' },
  { title: '95% interval', align: 'right' },
]

/** The largest first; nothing where the outcome does not vary. */
export function pairLines(pairs: readonly SobolPair[], width: number): readonly string[] {
  if (!pairs.every(({ second }) => Number.isFinite(second.value))) return []
  const ordered = pairs.toSorted((one, other) => other.second.value - one.second.value)
  const seen = ordered.filter(({ isSeen }) => isSeen)
  const shown = ordered.slice(0, Math.max(mostPairs, seen.length))
  return [
    ...sentenceLines([seenSentence(seen, pairs.length)], width),
    '',
    ...tableLines(
      columns,
      shown.map((pair) => [pairName(pair), indexText(pair.second.value), intervalText(pair.second)]),
      width,
    ),
    ...sentenceLines(
      [
        'second: the share of the variance that the two cause together, beyond what each does by itself. An interval is of one pair; ' +
          `among ${pairs.length} some leave 0 by luck, and only those named above do not.`,
        shown.length < pairs.length ? `${pairs.length - shown.length} smaller ones are in the CSV file.` : '',
      ],
      width,
    ),
  ]
}

/** As in `demand with chance`. */
export function pairName({ one, other }: SobolPair): string {
  return `${one} with ${other}`
}

function seenSentence(seen: readonly SobolPair[], all: number): string {
  if (seen.length === 0)
    return `Of ${all} pairs none can be told from one that does nothing together, with this many runs.`
  const texts = seen.map((pair) => `${pairName(pair)} ${estimateText(pair.second)}`)
  return `Of ${all} pairs ${seen.length} can be told from none: ${firstNames(texts)}.`
}
