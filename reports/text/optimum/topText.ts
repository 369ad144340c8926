/** The level of a lever that peaks an outcome, as text: where, how surely, how flat, and where replicates peak. */
import type { Optimum } from '../../../engine/analysis/optimum/optimum.ts'
import { decimalText, figureTexts, shareText } from '../../words/numbers.ts'
import { type Column, wrapText, tableLines, usualWidth } from '../../words/table.ts'

export interface OptimumSubject {
  /** As in `content rule` and `parts jobs in 2032`. */
  readonly lever: string
  readonly outcome: string
  /** Decimal place to which levels are shown: -3 for thousandths. */
  readonly place: number
  /** Whether the least outcome is sought: the optimum is then that of the outcome with its sign turned. */
  readonly least?: boolean
}

/** Words of a top, and of a bottom. */
const words = {
  top: { peak: 'peak', peaks: 'peaks', greatest: 'greatest', highest: 'highest', beyond: 'below the top' },
  bottom: { peak: 'trough', peaks: 'is least', greatest: 'least', highest: 'lowest', beyond: 'above the bottom' },
} as const

function wordsOf({ least }: OptimumSubject): (typeof words)['top' | 'bottom'] {
  return least === true ? words.bottom : words.top
}

/** The whole text, ending in a line break. */
export function optimumText(optimum: Optimum, subject: OptimumSubject, width: number = usualWidth): string {
  const titles = ['level', 'mean', 'm.e.', wordsOf(subject).beyond, 'm.e.']
  const columns = titles.map((title): Column => ({ title, align: 'right' }))
  const sign = subject.least === true ? -1 : 1
  const rows = optimum.levels.map(({ level, mean, standardError, shortfall, shortfallStandardError }) => [
    decimalText(level, subject.place),
    ...figureTexts(sign * mean, standardError),
    ...figureTexts(shortfall, shortfallStandardError),
  ])
  const text = optimumSentences(optimum, subject).flatMap((sentence) => wrapText(sentence, width))
  return `${[...text, '', ...tableLines(columns, rows, width)].join('\n')}\n`
}

/** Where the top is and how surely, how flat it is, and where single replicates peak: a sentence each, or two. */
export function optimumSentences(optimum: Optimum, subject: OptimumSubject): readonly string[] {
  const peak = peakText(optimum, subject)
  if (optimum.top.shape === 'flat') return [peak]
  return [peak, flatText(optimum, subject), replicatesText(optimum, subject)]
}

function peakText(optimum: Optimum, subject: OptimumSubject): string {
  const { lever, outcome, place } = subject
  const { peak, peaks, greatest } = wordsOf(subject)
  const { top, interval, confidence, atAnEnd, n, failed } = optimum
  const runs = `${n} replicates${failed === 0 ? '' : `, ${failed} more failed at some level`}`
  if (top.shape === 'flat') return `Mean ${outcome} is the same at all levels of ${lever} (${runs}).`
  if (top.shape !== 'interior') {
    return (
      `No interior ${peak}: mean ${outcome} is ${greatest} at the ${top.shape} tried, ${lever} ` +
      `${decimalText(top.at, place)} (${runs}; so in ${shareText(atAnEnd)} of resamples). The ${peak} may lie beyond.`
    )
  }
  const ends = atAnEnd > 0 ? `; in ${shareText(atAnEnd)} of resamples it is at an end of the levels` : ''
  return (
    `Mean ${outcome} ${peaks} at ${lever} ${decimalText(top.at, place)}, ${shareText(confidence)} interval ` +
    `${decimalText(interval.low, place)} to ${decimalText(interval.high, place)} from ${runs}${ends}.`
  )
}

function flatText({ withinError, withinShare, flatShare }: Optimum, subject: OptimumSubject): string {
  const { place } = subject
  const { highest } = wordsOf(subject)
  const within = ({ low, high }: Optimum['withinError']): string =>
    low === high
      ? `only ${decimalText(low, place)} is`
      : `those from ${decimalText(low, place)} to ${decimalText(high, place)} are`
  return (
    `Of the levels run, ${within(withinError)} within one standard error of the ${highest}, and ` +
    `${within(withinShare)} within ${shareText(flatShare)} of it.`
  )
}

function replicatesText(
  { perReplicate: { low, median, high, shapes } }: Optimum,
  { place, least }: OptimumSubject,
): string {
  // Shares are sums of one part for each replicate.
  if (Math.max(shapes['lowest level'], shapes['highest level']) > 1 - 1e-9) return 'So it is in every single replicate.'
  const peaks = least === true ? 'are least' : 'peak'
  return (
    `Single replicates ${peaks} elsewhere, as their parameters differ, whatever their number: half of them below ` +
    `${decimalText(median, place)}, nine in ten from ${decimalText(low, place)} to ${decimalText(high, place)}; ` +
    `${shareText(shapes['lowest level'])} at the lowest level, ${shareText(shapes['highest level'])} at the highest.`
  )
}
