/** What drives an outcome: indices of uncertain factors with their intervals, and those that cannot be told from nothing. */
import { type IntervalRow, intervalsSvgs } from '../charts/intervals.ts'
import { figure } from '../words/figures.ts'
import { decimalText, percentText, magnitude, roundingPlace } from '../words/numbers.ts'
import type { FactorRow, ReportParts, SensitivityPart } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { firstNames } from '../text/sensitivity/words.ts'
import { insideSentence } from '../words/words.ts'
import { type Section, type Block, paragraph, type DocumentTable, type Cell, words } from './document.ts'

/** Beyond these the factors are in the table only. */
const mostFactors = 12
/** The same beside a point, where there is little room. */
const notSeenShort = '≈ 0'
const notSeen = 'not distinguishable from zero'

/** What drives an outcome, or several, from a sensitivity study; undefined where there is none. */
export function driverSection({ parts }: Report): Section | undefined {
  const studies = driverStudies(parts)
  if (studies.length === 0) return undefined
  return {
    id: 'drivers',
    title: 'What drives it',
    blocks: studies.flatMap((study, k): readonly Block[] => {
      const title = titleOf(study)
      const id = k === 0 ? 'drivers' : `drivers-${k + 1}`
      const table: Block = { kind: 'table', table: driverTable(study, title, id), behind: true }
      return [
        paragraph(leadText(study, title)),
        ...unseenText(study),
        ...driverFigure(study, title, id),
        table,
        ...pairBlocks(study, title, id),
      ]
    }),
  }
}

/** What studies of sensitivity found, an outcome each. */
export function driverStudies(parts: ReportParts | undefined): readonly SensitivityPart[] {
  return [...(parts?.sensitivity === undefined ? [] : [parts.sensitivity]), ...(parts?.moreSensitivity ?? [])]
}

function titleOf({ outcome, year, scenario, against }: SensitivityPart): string {
  return `${outcome}, ${year}, ${against === undefined ? scenario : `${scenario} less ${against}`}`
}

/** What the outcome hangs on most, in a sentence. */
export function driverText(study: SensitivityPart): string {
  return leadText(study, titleOf(study))
}

function leadText(study: SensitivityPart, title: string): string {
  const [first, ...others] = study.factors.filter(({ isSeen }) => isSeen)
  const next = others.slice(0, 2).map((factor) => factorText(factor, study))
  const found =
    first === undefined
      ? 'no factor can be told from one without effect'
      : `most hangs on ${factorText(first, study)}${next.length === 0 ? '' : `; then ${firstNames(next)}`}`
  return `${title}: ${found}. From ${decimalText(study.runs, 0)} runs of the model made for this question.`
}

/** As in `demand 46% (39% to 53%)`. */
function factorText({ title, index, interval }: FactorRow, study: SensitivityPart): string {
  const [value, low, high] = indexTexts(study, { index, interval })
  return `${insideSentence(title)}, ${value} (${low} to ${high})`
}

function unseenText({ factors }: SensitivityPart): readonly Block[] {
  const unseen = factors.filter(({ isSeen }) => !isSeen)
  if (unseen.length === 0) return []
  return [paragraph(`With this many runs ${notSeen}: ${firstNames(unseen.map(({ title }) => insideSentence(title)))}.`)]
}

function driverFigure(study: SensitivityPart, title: string, id: string): readonly Block[] {
  const { factors, method, meaning, unit } = study
  const rows = factors.slice(0, mostFactors).map(({ title: label, index, interval, isSeen }): IntervalRow => ({
    group: '',
    label,
    low: interval.low,
    mean: index,
    high: interval.high,
    ...(isSeen ? {} : { isOpen: true, said: { long: notSeen, short: notSeenShort } }),
  }))
  if (rows.length === 0 || !rows.every(({ mean, low, high }) => [mean, low, high].every(Number.isFinite))) return []
  const axis = unit === 'share' || unit === '' ? method : `${method}, ${unit}`
  const format = (value: number): string =>
    unit === 'share' ? shareOfVariance(value) : decimalText(value, value === 0 ? 0 : Math.min(0, magnitude(value) - 2))
  const left = factors.length - rows.length
  const caption =
    `${method}: ${meaning}. Bars, points and figures: the index; lines: 95% intervals. Hollow points without a bar (${notSeenShort}): ${notSeen}.` +
    (left > 0 ? ` The table has ${left} more.` : '')
  const svgs = intervalsSvgs({ title, unit: axis, rows, format, bars: true })
  return [{ kind: 'figures', figures: [{ id, title, caption, shows: 'sampling', ...svgs, size: 'full' }] }]
}

/** With a decimal where it is small. */
function shareOfVariance(value: number): string {
  if (value > 0 && value < 0.0005) return '<0.1%'
  return percentText(value, value !== 0 && Math.abs(value) < 0.0095 ? -1 : 0)
}

/** What pairs do together, as the same table, where it was asked. */
function pairBlocks(study: SensitivityPart, title: string, id: string): readonly Block[] {
  const { pairs } = study
  if (pairs === undefined) return []
  const seen = pairs.filter(({ isSeen }) => isSeen)
  const found =
    seen.length === 0
      ? `no pair of ${pairs.length} can be told from one that does nothing together`
      : firstNames(seen.map((pair) => factorText(pair, study)))
  const asPairs = { ...study, factors: pairs, method: "second Sobol' index of the pair" }
  const table = driverTable(asPairs, `${title}, pairs of factors`, `${id}-pairs`)
  return [paragraph(`Together, beyond what each does by itself: ${found}.`), { kind: 'table', table, behind: true }]
}

function driverTable(study: SensitivityPart, title: string, id: string): DocumentTable {
  const { factors, method, unit } = study
  const columns = [
    { key: 'factor', title: 'Factor', align: 'left' as const },
    { key: 'index', title: unit === 'share' || unit === '' ? method : `${method}, ${unit}`, align: 'right' as const },
    { key: 'low', title: 'From', align: 'right' as const },
    { key: 'high', title: 'To', align: 'right' as const },
    { key: 'words', title: 'In words', align: 'left' as const },
  ]
  const rows = factors.map((factor) => {
    const { title: label, index, interval, isSeen, words: way } = factor
    const texts = indexTexts(study, factor)
    const cells = [index, interval.low, interval.high].map((value, k): Cell => ({
      text: texts[k],
      value: figure(value, NaN),
    }))
    return [words(label), ...cells, words(isSeen ? way : notSeen)]
  })
  return { id, caption: `${title}; from, to: 95% interval`, columns, groups: [{ title: '', rows }] }
}

/** The index and the ends of its interval. */
function indexTexts(
  { unit }: SensitivityPart,
  { index, interval }: Pick<FactorRow, 'index' | 'interval'>,
): readonly string[] {
  const values = [index, interval.low, interval.high]
  if (unit === 'share') return values.map((value) => percentText(value, Math.abs(index) < 0.01 ? -1 : 0))
  const place = roundingPlace(index, (interval.high - interval.low) / 4, 1)
  return values.map((value) => decimalText(value, place))
}
