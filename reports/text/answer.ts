/** The answer in a sentence or two: what the last year of a scenario looks like beside its baseline. */
import { percentPlace, percentText } from '../words/numbers.ts'
import { type Report, type ComparisonRow, comparisonOf } from '../data/report.ts'
import { formSplitText } from './formSplit.ts'
import { unsettledText } from './unsettled.ts'

const countryNames: Readonly<Record<string, string>> = { US: 'the United States', CA: 'Canada', MX: 'Mexico' }

/** For each scenario that is compared: what is not settled, then two sentences, output by country, and jobs and prices. */
export function answerOf(report: Report, scenario: string): string {
  const last = report.years[report.years.length - 1]
  const rowOf = (id: string): ComparisonRow | undefined => comparisonOf(report, scenario, id, last)
  const output = ['MX', 'CA', 'US'].map((place) => `${countryNames[place]} ${changeText(rowOf(`output.${place}`))}`)
  const baseline = report.scenarios[report.baseline].name
  const open = [unsettledText(report, scenario), formSplitText(report, scenario)]
    .filter((text) => text !== '')
    .join(' ')
  return (
    `${open === '' ? '' : `${open} `}In ${last}, against ${baseline} (in brackets 5% to 95% of replicates), vehicles built: ${output.join('; ')}. ` +
    `Prices of a fixed basket in the United States: ${changeText(rowOf('priceIndex.US'))}; ` +
    `assembly jobs there: ${changeText(rowOf('assemblyJobs.US'))}.`
  )
}

/** As in `-52% (-70% to -31%)`. */
function changeText(row: ComparisonRow | undefined): string {
  if (row === undefined) return 'not reported'
  const { relative, relativeStandardError, difference, baselineMean, same } = row.paired
  if (difference.n > 0 && same === difference.n) return 'no change'
  if (!Number.isFinite(relative)) return 'none in the baseline'
  const place = percentPlace(relative, relativeStandardError)
  const bound = (value: number): string => percentText(value / Math.abs(baselineMean), place, true)
  return `${percentText(relative, place, true)} (${bound(difference.low)} to ${bound(difference.high)})`
}
