/** How exactly the run knows its means, and what failed. */
import { askedPrecision } from './askedPrecision.ts'
import { figure } from '../words/figures.ts'
import { figureTexts, percentText, roundingPlace, decimalText } from '../words/numbers.ts'
import type { PairingGain } from '../../engine/analysis/pairingGain.ts'
import { lostWarning } from '../data/lost.ts'
import type { Report, SummaryRow, ComparisonRow } from '../data/report.ts'
import { after, insideSentence } from '../words/words.ts'
import { type Section, paragraph, type Block, type DocumentTable, type Cell, words } from './document.ts'
import type { Options } from './options.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { lastYear } from './years.ts'

/** Fewer good replicates than this cannot tell 5% from 95%. */
const leastForIntervals = 40

/** What a reader must know of this run before its numbers; empty when all is well. */
export function runWarnings(report: Report): readonly string[] {
  const { replicates, replicatesAsked, goodReplicates, interrupted } = report
  const failed = replicates - goodReplicates
  const lost = lostWarning(report)
  if (goodReplicates === 0)
    return [
      ...lost,
      `None of ${replicates} replicates was good in every scenario: there are no results to read. Reasons are below.`,
    ]
  return [
    ...lost,
    ...(goodReplicates < leastForIntervals
      ? [
          `Only ${goodReplicates} good ${goodReplicates === 1 ? 'replicate' : 'replicates'}: intervals of 5% to ` +
            `95% are then hardly more than the least and the greatest, and means are rough. Do not decide on this ` +
            `run; ask for ${10 * leastForIntervals} or more.`,
        ]
      : []),
    ...(failed > 0
      ? [`${failed} of ${replicates} replicates failed in at least one scenario and are left out of comparisons.`]
      : []),
    ...(interrupted ? [`The run was interrupted after ${replicates} of ${replicatesAsked} replicates.`] : []),
  ]
}

/** How sure the numbers are: replicates, failures, error beside spread, and the precision asked for. */
export function precisionSection(report: Report, options: Options): Section {
  const { replicates, goodReplicates, failures, sampling } = report
  const reasons = [...new Set(failures.map(({ reason }) => reason))].map(
    (reason) => `${failures.filter((failure) => failure.reason === reason).length} × ${reason}`,
  )
  const failedText =
    failures.length === 0
      ? 'None failed.'
      : `${replicates - goodReplicates} failed in at least one scenario: ${reasons.join('; ')}. They are listed in failures.csv.`
  const table = goodReplicates > 0 ? precisionTable(report, options) : undefined
  return {
    id: 'precision',
    title: 'Precision and failed replicates',
    blocks: [
      paragraph(
        `${replicates} replicates, all scenarios on the same draws (${sampling}). ${failedText} Monte Carlo error is ` +
          'how far a mean may lie from that of an endless run; four times the replicates about halve it. The spread of ' +
          'replicates stays as it is: it is what is not known.',
      ),
      ...askedPrecision(report),
      ...pairingBlocks(report),
      ...(table === undefined ? [] : [{ kind: 'table', table, behind: options.all.length > 1 } satisfies Block]),
    ],
  }
}

/** What running all on the same draws is worth; over the options, where there are several. */
function pairingBlocks({ pairing = [], summaries }: Report): readonly Block[] {
  const ids = [...new Set(pairing.map(({ outcome }) => outcome))]
  const texts = ids.flatMap((id) => {
    const gains = pairing.flatMap((row) => (row.outcome === id && Number.isFinite(row.gain.gain) ? [row.gain] : []))
    const outcome = summaries.find((row) => row.outcome.id === id)?.outcome
    if (gains.length === 0 || outcome === undefined) return []
    const [least, most] = [gains.reduce(lesser), gains.reduce((a, b) => (lesser(a, b) === a ? b : a))]
    const text =
      gains.length === 1
        ? figureTexts(least.gain, least.standardError).join(' ± ')
        : [least, most].map(({ gain, standardError }) => figureTexts(gain, standardError)[0]).join(' to ')
    return [`${text} for ${insideSentence(outcomeTitle(outcome))}`]
  })
  if (texts.length === 0) return []
  const several = pairing.length > ids.length ? ', from the least to the most over the options' : ''
  return [
    paragraph(
      `Running all scenarios on the same draws is worth this many times as many replicates${several}: ${texts.join('; ')}.`,
    ),
  ]
}

function lesser(one: PairingGain, other: PairingGain): PairingGain {
  return other.gain < one.gain ? other : one
}

const left = 'left' as const
const right = 'right' as const

/**
 * The Monte Carlo error of the first key outcome in a few words, as in `Monte Carlo error of vehicles built, Mexico, in 2036: 0.8% of the
 * baseline`; empty where there is none yet.
 */
export function errorText(report: Report, { all }: Options): string {
  const year = lastYear(report)
  const [id] = keyOutcomes(report)
  const row = report.comparisons.find(
    ({ scenario, outcome, year: at }) => scenario === all[0]?.name && outcome.id === id && at === year,
  )
  if (row === undefined || !(row.paired.difference.standardError > 0)) return ''
  const { difference, relativeStandardError: share } = row.paired
  const error = Number.isFinite(share)
    ? `${percentText(share, Math.min(0, roundingPlace(100 * share, 100 * share, 1)))} of the baseline`
    : `${decimalText(difference.standardError, roundingPlace(difference.standardError, difference.standardError, 1))} ${row.outcome.unit}`.trimEnd()
  return `Monte Carlo error of ${insideSentence(outcomeTitle(row.outcome))}, in ${year}: ${error}`
}

/** Key outcomes of the last year with their Monte Carlo errors; undefined where the report has none of them. */
export function precisionTable(report: Report, { shown, all }: Options): DocumentTable | undefined {
  const year = lastYear(report)
  const columns = [
    { key: 'outcome', title: 'Outcome', align: left },
    { key: 'mean', title: all.length === 0 ? 'Mean' : 'Mean difference', align: right },
    { key: 'monteCarloError', title: 'Monte Carlo error', align: right },
    { key: 'spread', title: 'Standard deviation of replicates', align: right },
    { key: 'n', title: 'Replicates used', align: right },
    { key: 'failed', title: 'Left out', align: right },
  ]
  const groups =
    all.length === 0
      ? [
          {
            title: '',
            rows: precisionRows(report, (id) =>
              report.summaries.find((row) => row.outcome.id === id && row.year === year),
            ),
          },
        ]
      : shown.map(({ name, words: title }) => ({
          title,
          rows: precisionRows(report, (id) =>
            report.comparisons.find((row) => row.scenario === name && row.outcome.id === id && row.year === year),
          ),
        }))
  if (groups.every(({ rows }) => rows.length === 0)) return undefined
  return { id: 'precision', caption: `Precision in ${year}`, columns, groups }
}

function precisionRows(
  report: Report,
  find: (id: string) => SummaryRow | ComparisonRow | undefined,
): readonly (readonly Cell[])[] {
  return keyOutcomes(report).flatMap((id) => {
    const row = find(id)
    if (row === undefined) return []
    const {
      mean,
      standardError: error,
      standardDeviation,
      n,
      failed,
    } = 'summary' in row ? row.summary : row.paired.difference
    const place = Number.isFinite(error) && error > 0 ? roundingPlace(mean, error, 2) : -4
    const cell = (value: number): Cell => ({ text: decimalText(value, place), value: figure(value, error) })
    return [
      [
        words(`${outcomeTitle(row.outcome)}${after(row.outcome.unit)}`),
        cell(mean),
        cell(error),
        cell(standardDeviation),
        words(String(n)),
        words(String(failed)),
      ],
    ]
  })
}
