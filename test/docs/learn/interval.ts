/** Lesson 4: what an interval is. */
import type { PairedSummary } from '../../../engine/analysis/paired.ts'
import type { Answer } from './asked.ts'
import { type Ask, claim, formsTable, type MadeParts, openLine, percentText, table } from './words.ts'

const link = '#option=tariff-25-from-2027&baseline=path-2026'
const outcome = 'output.CA'
const few = 25
const many = 100

export function intervalParts(ask: Ask): MadeParts {
  const small = [1, 2, 3].map((seed) => ask(`${link}&seed=${seed}&replicates=${few}`))
  const large = ask(`${link}&seed=1&replicates=${many}`)
  const [one, whole] = [small[0].change(outcome), large.change(outcome)]
  const errors = one.difference.standardError / whole.difference.standardError
  const widths = widthOf(one) / widthOf(whole)
  claim(errors > 1.4 && errors < 2.9, 'four times the replicates halve the error of the mean')
  claim(widths > 0.6 && widths < 1.5, 'the interval stays about as wide')
  return {
    open: openLine(`${link}&seed=1&replicates=${few}`, `Open: 25% on the full value from 2027, with ${few} replicates`),
    result: [
      table(columns, small.map(rowOf)),
      '',
      'Vehicles built in Canada in 2036, against `path-2026`, in percent of what is built there under it.',
    ].join('\n'),
    answer: table(columns, [small[0], large].map(rowOf)),
    forms: formsTable(ask, link, ['vehicles built in Canada, 2036'], ({ change }) => {
      claim(change(outcome).difference.high < 0, 'Canada builds less in nine of ten futures of every form')
      return [percentText(change(outcome), 0)]
    }),
  }
}

const columns = ['replicates', 'seed', 'mean (nine of ten replicates)', 'Monte Carlo error of the mean']

function rowOf({ report, change }: Answer): readonly string[] {
  const { difference, baselineMean } = change(outcome)
  const error = `${((100 * difference.standardError) / baselineMean).toFixed(1)} points`
  return [String(report.replicates), String(report.seed), percentText(change(outcome)), error]
}

function widthOf({ difference: { low, high } }: PairedSummary): number {
  return high - low
}
