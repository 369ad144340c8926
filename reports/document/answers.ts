/** The answers of the front page: for one option what moves, which plants and who pays; for a few a sentence each; for many the range. */
import { comparisonOf, type ComparisonRow, type Report } from '../data/report.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { decimalText, percentPlace, percentText, roundingPlace, shareText, signedText } from '../words/numbers.ts'
import type { ReportDocument } from './document.ts'
import { headline } from './headline.ts'
import type { Options } from './options.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { moneyUnit, payerSentence } from './payers.ts'
import { withTitles } from './baselineNotes.ts'
import type { DiscoveryPart, SweepCurve } from '../data/parts.ts'
import { driverStudies, driverText } from './driverSection.ts'
import { insideSentence } from '../words/words.ts'
import { plantSentence } from './plantTable.ts'
import { staleText } from './stale.ts'
import { lastYear } from './years.ts'

type Answers = ReportDocument['answers']

/** What the report answers, each with what more there is to say of it. */
export function answersOf(report: Report, options: Options): Answers {
  const { all, choice, against } = options
  if (all.length === 0)
    return [{ text: 'One scenario alone: its levels, with nothing to compare them with.', more: '' }]
  const start = `By ${lastYear(report)}, against ${against}`
  if (choice !== '') return rangeAnswers(report, options, start)
  const sentences = all.flatMap(({ name, words }) => {
    const found = headline(report, name)
    if (found === undefined) return []
    // What it means for jobs, prices and welfare is in the table of several options.
    const means = all.length === 1 ? [found.means] : []
    const more = [...means, plantSentence(report, name), payerSentence(report, name)].filter((text) => text !== '')
    return [{ text: all.length === 1 ? `${start}, ${found.built}` : `${words}: ${found.built}`, more: more.join('\n') }]
  })
  const findings = foundSentences(report, ({ peak }) => peak !== undefined, true)
  if (all.length > 1) {
    return [{ text: `${start}:`, more: '' }, ...sentences, ...findings.map((text) => ({ text, more: '' }))]
  }
  return sentences.map(({ text, more }) => ({ text, more: [more, ...findings].filter((one) => one !== '').join('\n') }))
}

/**
 * Many options, as the points of a sweep: from the least to the most, with the option at either end. Outcomes that change
 * alike are told once.
 */
function rangeAnswers(report: Report, options: Options, start: string): Answers {
  const year = lastYear(report)
  const ranges = keyOutcomes(report).flatMap((id) => {
    const rows = options.all
      .flatMap(({ name }) => comparisonOf(report, name, id, year) ?? [])
      .filter(({ paired }) => paired.difference.n > 0)
      .toSorted((one, other) => one.paired.difference.mean - other.paired.difference.mean)
    if (rows.length === 0) return []
    const words = (row: ComparisonRow): string => {
      const option = options.all.find(({ name }) => name === row.scenario)
      return `${changeWords(row)} (${option?.words ?? row.scenario})`
    }
    const title = outcomeTitle(rows[0].outcome)
    return [{ title, ends: `from ${words(rows[0])} to ${words(rows[rows.length - 1])}.` }]
  })
  const texts = [...new Set(ranges.map(({ ends }) => ends))].map((ends) => {
    const titles = ranges.filter((range) => range.ends === ends).map(({ title }) => title)
    return `${titles.join('; ')}: ${ends}`
  })
  // A brief has no room beside the ranges for what failing means and for single parameters: their sections say it.
  const found = foundSentences(report, () => true, false)
  return [
    { text: `${start}, over all ${options.all.length} options, means:`, more: '' },
    ...[...texts, ...found].map((text) => ({ text, more: '' })),
  ]
}

/** What further studies found, in a sentence each: where it fails, what it hangs on, where the curves that are to be told peak. */
function foundSentences(report: Report, isTold: (curve: SweepCurve) => boolean, inFull: boolean): readonly string[] {
  const { discovery, sweep } = report.parts ?? {}
  const dated = (sentence: string, replicates: number | undefined): string =>
    `${sentence} ${staleText(replicates, report)}`.trim()
  return [
    ...(discovery?.boxes ?? []).map(({ sentence }, b) =>
      withTitles(report, dated(`${inFull && b === 0 ? failsText(discovery) : ''}${sentence}`, discovery?.replicates)),
    ),
    ...(inFull ? driverStudies(report.parts).map((study) => withTitles(report, driverText(study))) : []),
    ...(sweep ?? [])
      .filter(isTold)
      .flatMap(({ words, replicates }) => words.slice(0, 1).map((sentence) => dated(sentence, replicates))),
  ]
}

/** What counts as failing, before it is said where it comes. */
function failsText(found: DiscoveryPart | undefined): string {
  if (found === undefined) return ''
  const { event, ofInterest, cases } = found
  return `To fail here means: ${insideSentence(event)}; so it is in ${shareText(ofInterest / cases)} of runs. `
}

/** In percents where that has a meaning, money in its unit. */
function changeWords({ paired, outcome }: ComparisonRow): string {
  const { mean, standardError } = paired.difference
  if (outcome.unit === 'million USD') {
    const { factor, name } = moneyUnit(mean)
    return `${signedText(factor * mean, roundingPlace(factor * mean, factor * standardError, 1))} ${name} USD`
  }
  if (outcome.unit !== 'share' && Number.isFinite(paired.relative))
    return percentText(paired.relative, percentPlace(paired.relative, paired.relativeStandardError), true)
  const factor = outcome.unit === 'share' ? 100 : 1
  const text = signedText(factor * mean, Math.max(-2, roundingPlace(factor * mean, factor * standardError, 1)))
  return mean === 0 ? decimalText(0, 0) : `${text}${outcome.unit === 'share' ? ' points' : ` ${outcome.unit}`}`
}
