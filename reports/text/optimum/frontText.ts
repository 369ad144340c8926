/**
 * Several outcomes of a sweep at once, as text: what is not settled first, then the points that are on the front or may be, then
 * which leave least to regret, and which keep the thresholds in most futures.
 */
import { decimalText, figureTexts, percentText, shareText } from '../../words/numbers.ts'
import { onlyPart } from '../../words/partial.ts'
import { type Column, tableLines, usualWidth, wrapText } from '../../words/table.ts'
import type { Front, FrontPoint, FrontStudy } from '../../../studies/optimum/frontStudy.ts'
import { standingOf } from '../../../studies/optimum/frontStudy.ts'
import { othersText } from '../../../studies/optimum/study.ts'
import { firstNames } from '../sensitivity/words.ts'
import { curveOutcome } from './subject.ts'
import { inBrackets } from '../../words/words.ts'

/** Of points that are dominated for certain, and stand in the file. */
const mostPoints = 24

/** The whole text, ending in a line break. */
export function frontStudyText(study: FrontStudy, width: number = usualWidth): string {
  const sections = [
    wrapText(`${study.sweep}: ${study.levers.map(({ title }) => title).join(', ')}`, width).join('\n'),
    ...(study.partial === undefined ? [] : [`All of this is ${onlyPart(study.partial)}.`]),
    ['Sought', ...goalTexts(study).flatMap((goal, k) => wrapText(`${letter(k)}: ${goal}`, width, '  '))].join('\n'),
    ...(study.thresholds.length === 0
      ? []
      : [['Thresholds', ...study.thresholds.flatMap((text) => wrapText(text, width, '  '))].join('\n')]),
    ...study.fronts.map((front, k) => frontText(study, front, k, width)),
    wrapText(readingText(study), width).join('\n'),
    `Seed ${study.seed}. The same numbers again: ${study.reproduce}`,
  ]
  return `${sections.join('\n\n')}\n`
}

/** As in `vehicles built, MX, 2036, less base (vehicles), the most`. */
function goalTexts({ goals, isDifference, baseline }: FrontStudy): readonly string[] {
  return goals.map(({ outcome, year, sought }) => {
    const against = isDifference ? baseline : undefined
    return `${curveOutcome({ outcome, year, against })}${inBrackets(outcome.unit)}, the ${sought}`
  })
}

/** Under which laws, where there are several fronts. */
export function lawsText({ laws }: Front, part: number, study: FrontStudy): string {
  if (study.fronts.length === 1) return ''
  const text = othersText(laws)
  return text === '' ? `laws of their own, ${part + 1} of ${study.fronts.length}` : text
}

/** As in `3, duty 0.1, content 0.75`. */
function pointName({ number, levers }: FrontPoint, study: FrontStudy): string {
  return `${number} ${levers === undefined ? study.baseline : othersText(levers)}`
}

function frontText(study: FrontStudy, front: Front, part: number, width: number): string {
  const laws = lawsText(front, part, study)
  const lines = [
    ...(laws === '' ? [] : [`At ${laws}`]),
    ...frontSentences(study, front).flatMap((sentence) => wrapText(sentence, width)),
    '',
    ...pointTable(study, front, width),
    '',
    ...robustTable(study, front, width),
  ]
  return lines.join('\n')
}

/** What is found: what is open first. */
export function frontSentences(study: FrontStudy, front: Front): readonly string[] {
  const { points, n, failed } = front
  const those = (standing: string): readonly string[] =>
    points.filter((point) => standingOf(point) === standing).map((point) => pointName(point, study))
  const [open, on, dominated] = [those('not settled'), those('on the front'), those('dominated')]
  return [
    open.length === 0
      ? 'Which points are on the front is settled.'
      : `Not settled whether on the front with this many replicates: ${firstNames(open)}.`,
    on.length === 0 ? 'No point is on the front for certain.' : `On the front: ${firstNames(on)}.`,
    `${dominated.length} of ${points.length} points are dominated: another is as good in all outcomes and better in one.`,
    ...chosenSentences(study, front),
    `${n} replicates${failed === 0 ? '' : `, ${failed} more failed at some point`}.`,
  ]
}

function chosenSentences(study: FrontStudy, { points }: Front): readonly string[] {
  const least = points.toSorted((one, other) => one.regret.worst - other.regret.worst)[0]
  const regret =
    `Least regret: ${pointName(least, study)}, at worst ${shareText(least.regret.worst)} of what is at stake in an outcome; ` +
    `${settledText(least.regret.chosen)}.`
  if (study.thresholds.length === 0) return [regret]
  const [most] = points.toSorted((one, other) => keptShare(other) - keptShare(one))
  const kept = most.satisfying
  if (kept === undefined || kept.all.value === 0) return [regret, 'No point keeps all thresholds in any replicate.']
  const { value, low, high } = kept.all
  return [
    regret,
    `All thresholds are kept most often at ${pointName(most, study)}, in ${percentText(value, 0)} ` +
      `(${percentText(low, 0)} to ${percentText(high, 0)}) of replicates; ${settledText(kept.chosen)}.`,
  ]
}

function keptShare({ satisfying }: FrontPoint): number {
  return satisfying?.all.value ?? 0
}

function settledText(chosen: number): string {
  return `so in ${shareText(chosen)} of resamples${chosen >= 0.95 ? '' : ', which is not settled'}`
}

const right = 'right' as const
const left = 'left' as const

function pointTable(study: FrontStudy, { points }: Front, width: number): readonly string[] {
  const columns: readonly Column[] = [
    { title: 'point', align: left },
    ...study.goals.flatMap((_, k): readonly Column[] => [
      { title: letter(k), align: right },
      { title: 'm.e.', align: right, leave: 2 },
    ]),
    { title: 'front', align: right },
    { title: 'in futures', align: right, leave: 1 },
  ]
  const shown = points
    .filter((point) => standingOf(point) !== 'dominated' || point.number === 0)
    .toSorted((one, other) => other.front.chance - one.front.chance)
    .slice(0, mostPoints)
  const rows = shown.map((point) => [
    pointName(point, study),
    ...point.figures.flatMap(({ mean, standardError }) => figureTexts(mean, standardError)),
    shareText(point.front.chance),
    shareText(point.front.inReplicates.value),
  ])
  return tableLines(columns, rows, width)
}

function robustTable(study: FrontStudy, { points }: Front, width: number): readonly string[] {
  const columns: readonly Column[] = [
    { title: 'point, by least regret', align: left },
    ...study.goals.map((_, k): Column => ({ title: `regret ${letter(k)}`, align: right, leave: 1 })),
    { title: 'worst', align: right },
    { title: 'chosen', align: right },
    ...(study.thresholds.length === 0
      ? []
      : [
          { title: 'keeps all', align: right },
          { title: '95%', align: right },
        ]),
  ]
  const rows = points
    .toSorted((one, other) => one.regret.worst - other.regret.worst)
    .slice(0, 8)
    .map((point) => [
      pointName(point, study),
      ...point.regret.quantiles.map((value, k) => decimalText(value, placeOf(point.figures[k].standardError))),
      shareText(point.regret.worst),
      shareText(point.regret.chosen),
      ...keptCells(point),
    ])
  return tableLines(columns, rows, width)
}

function keptCells({ satisfying }: FrontPoint): readonly string[] {
  if (satisfying === undefined) return []
  const { value, low, high } = satisfying.all
  return [percentText(value, 0), `${percentText(low, 0)} to ${percentText(high, 0)}`]
}

function placeOf(standardError: number): number {
  return standardError > 0 ? Math.floor(Math.log10(standardError)) : 0
}

function readingText({ thresholds }: FrontStudy): string {
  return (
    'front: share of resamples of replicates in which the point is on the front of the means, 95% or more is settled; in futures: ' +
    'share of replicates in which it is on the front of that replicate; m.e.: Monte Carlo standard error. regret: 95% quantile of ' +
    'the best of all points less this one, replicate by replicate; worst: the largest of them, each in parts of the largest of ' +
    'any point; chosen: share of resamples in which that is the least. Outcomes count alike in it, which is a judgement.' +
    (thresholds.length === 0 ? '' : ' keeps all: share of replicates in which every threshold is kept.')
  )
}

function letter(k: number): string {
  return String.fromCharCode(65 + k)
}
