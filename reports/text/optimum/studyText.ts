/** The levels that peak an outcome as text: one combination of the other levers after another, then all in one table. */
import { optimumText } from './topText.ts'
import { decimalText, shareText } from '../../words/numbers.ts'
import { onlyPart } from '../../words/partial.ts'
import { wrapText, type Column, tableLines, usualWidth } from '../../words/table.ts'
import { type OptimumStudy, type CurveOptimum, othersText } from '../../../studies/optimum/study.ts'
import { optimumSubject } from './subject.ts'

/** The whole text, ending in a line break. */
export function optimumStudyText(study: OptimumStudy, width: number = usualWidth): string {
  const { optima, lever, sweep, seed, reproduce } = study
  const unit = lever.unit === '' ? '' : ` (${lever.unit})`
  const heading = `${sweep}: ${lever.name}${lever.title === lever.name ? '' : `, ${lever.title}`}${unit}`
  const curves = optima.map((one) => {
    const text = optimumText(one.optimum, optimumSubject(study, one.optimum), width).trimEnd()
    const others = othersText(one.others)
    return others === '' ? text : `At ${others}\n${text}`
  })
  const sections = [
    wrapText(heading, width).join('\n'),
    ...(study.partial === undefined ? [] : [`All of this is ${onlyPart(study.partial)}.`]),
    ...curves,
    ...(optima.length > 1 ? [summaryLines(study, width).join('\n')] : []),
    wrapText('m.e.: Monte Carlo standard error; differences are taken in the same replicates.', width).join('\n'),
    `Seed ${seed}. The same numbers again: ${reproduce}`,
  ]
  return `${sections.join('\n\n')}\n`
}

function summaryLines(study: OptimumStudy, width: number): readonly string[] {
  const others = Object.keys(study.optima[0].others)
  const titles = [...others, 'at', '95% interval', 'resamples at an end', study.least ? 'least' : 'greatest']
  const columns = titles.map((title): Column => ({ title, align: 'right' }))
  return [
    `${study.lever.name} at which ${study.least ? 'the least' : 'the most'} is reached`,
    ...tableLines(
      columns,
      study.optima.map((one) => summaryCells(study, one, others)),
      width,
    ),
  ]
}

function summaryCells(study: OptimumStudy, one: CurveOptimum, others: readonly string[]): readonly string[] {
  const { top, interval, atAnEnd } = one.optimum
  const { place } = optimumSubject(study, one.optimum)
  return [
    ...others.map((lever) => String(one.others[lever])),
    top.shape === 'flat' ? 'flat' : decimalText(top.at, place),
    top.shape === 'interior'
      ? `${decimalText(interval.low, place)} to ${decimalText(interval.high, place)}`
      : top.shape,
    shareText(atAnEnd),
    String(Number((study.least ? -top.value : top.value).toPrecision(4))),
  ]
}
