/** The level of a lever that peaks an outcome, as text: where, how surely, how flat, and where replicates peak. */
import type { Optimum } from '../engine/analysis/optimum/optimum.ts'
import { decimalText, figureTexts, shareText } from './numbers.ts'
import { tableLines, wrapText, type Column } from './table.ts'

const width = 100

export interface OptimumSubject {
  /** As in `content rule` and `parts jobs in 2032`. */
  readonly lever: string
  readonly outcome: string
  /** Decimal place to which levels are shown: -3 for thousandths. */
  readonly place: number
}

const titles = ['level', 'mean', 'm.e.', 'below the top', 'm.e.']
const columns: readonly Column[] = titles.map((title) => ({ title, align: 'right' }))

/** The whole text, ending in a line break. */
export function optimumText(optimum: Optimum, subject: OptimumSubject): string {
  const sentences = [peakText(optimum, subject), flatText(optimum, subject), replicatesText(optimum, subject)]
  const rows = optimum.levels.map(({ level, mean, standardError, shortfall, shortfallStandardError }) => [
    decimalText(level, subject.place),
    ...figureTexts(mean, standardError),
    ...figureTexts(shortfall, shortfallStandardError),
  ])
  const text = sentences.flatMap((sentence) => wrapText(sentence, width))
  return `${[...text, '', ...tableLines(columns, rows)].join('\n')}\n`
}

function peakText(optimum: Optimum, { lever, outcome, place }: OptimumSubject): string {
  const { top, interval, confidence, atAnEnd, n, failed } = optimum
  const runs = `${n} replicates${failed === 0 ? '' : `, ${failed} more failed at some level`}`
  if (top.shape === 'flat') return `Mean ${outcome} is the same at all levels of ${lever} (${runs}).`
  if (top.shape !== 'interior') {
    return `No interior peak: mean ${outcome} is greatest at the ${top.shape} tried, ${lever} ` +
      `${decimalText(top.at, place)} (${runs}; so in ${shareText(atAnEnd)} of resamples). The peak may lie beyond.`
  }
  const ends = atAnEnd > 0 ? `; in ${shareText(atAnEnd)} of resamples it is at an end of the levels` : ''
  return `Mean ${outcome} peaks at ${lever} ${decimalText(top.at, place)}, ${shareText(confidence)} interval ` +
    `${decimalText(interval.low, place)} to ${decimalText(interval.high, place)} from ${runs}${ends}.`
}

function flatText({ withinError, withinShare, flatShare }: Optimum, { place }: OptimumSubject): string {
  return `Of the levels run, those from ${decimalText(withinError.low, place)} to ` +
    `${decimalText(withinError.high, place)} are within one standard error of the highest, and those ` +
    `from ${decimalText(withinShare.low, place)} to ${decimalText(withinShare.high, place)} within ${shareText(flatShare)} of it.`
}

function replicatesText({ perReplicate: { low, median, high, shapes } }: Optimum, { place }: OptimumSubject): string {
  return `Single replicates peak elsewhere, as their parameters differ, whatever their number: half of them below ` +
    `${decimalText(median, place)}, nine in ten from ${decimalText(low, place)} to ${decimalText(high, place)}; ` +
    `${shareText(shapes['lowest level'])} at the lowest level, ${shareText(shapes['highest level'])} at the highest.`
}
