/**
 * The decision table: outcomes of the last year for the baseline and an option, the paired difference with 90% of
 * replicates, its Monte Carlo error, how often the option is better, and regret where a study of decisions has worked
 * it out.
 */
import { figure } from '../words/figures.ts'
import {
  roundingPlace,
  decimalText,
  signedText,
  shareText,
  magnitude,
  percentText,
  percentPlace,
  figureTexts,
} from '../words/numbers.ts'
import { familiesOf, shownUnit, heading, type ShownUnit, changesNothing } from '../text/outcomeTables.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import { type TableColumn, type DocumentTable, type TableGroup, words, type Cell } from './document.ts'
import type { Options } from './options.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { placeName } from '../words/outcomes.ts'
import { lastYear } from './years.ts'
import { after } from '../words/words.ts'

function column(key: string, title: string, align: TableColumn['align'] = 'right'): TableColumn {
  return { key, title, align }
}

const figureColumns = [
  column('baseline', 'Baseline'),
  column('option', 'Option'),
  column('direction', 'Direction', 'left'),
  column('difference', 'Difference'),
  column('relativeChange', 'Change'),
  column('low', '5%'),
  column('high', '95%'),
  column('monteCarloError', 'Monte Carlo error'),
  column('probabilityBetter', 'Better in'),
]
const bestColumn = column('probabilityBest', 'Best of all in')
const regretColumn = column('regret', 'Regret')

/** Families that have a section of their own. */
const shownElsewhere = ['gainUS', 'gainCA', 'gainMX', 'consumersUS', 'consumersCA', 'consumersMX', 'profit', 'sales']

/**
 * One option: the usual families of outcomes, a row for each place. Several: the key outcomes, a row for each option.
 * @param which only the key outcomes, where there is room for few
 */
export function decisionTable(report: Report, options: Options, which: 'all' | 'key'): DocumentTable {
  const year = lastYear(report)
  const keys = new Set(keyOutcomes(report))
  const several = options.all.length > 1
  const brief = which === 'key'
  const columns = [
    column('outcome', several ? 'Option' : 'Where', 'left'),
    ...figureColumns.filter(({ key }) => !brief || key !== 'monteCarloError'),
    ...(report.decisions === undefined || brief || !several ? [] : [bestColumn, regretColumn]),
  ]
  const rows = report.comparisons.filter((row) => row.year === year && (which === 'all' || keys.has(row.outcome.id)))
  const caption = `${year}: means; difference from ${options.against} in the same replicates; 5% and 95% of replicates`
  return {
    id: which === 'all' ? 'decision' : 'decision-key',
    caption,
    columns,
    groups: several ? byOutcome(report, options, rows) : byFamily(report, rows, brief ? briefCells : rowCells),
  }
}

function byFamily(report: Report, rows: readonly ComparisonRow[], cellsOf: typeof rowCells): readonly TableGroup[] {
  return familiesOf(report)
    .filter((family) => !shownElsewhere.includes(family))
    .flatMap((family) => {
      const members = rows.filter(({ outcome }) => outcome.family === family)
      if (members.length === 0) return []
      const unit = shownUnit(members[0].outcome, members.flatMap(levels))
      const cells = members.map((row) => [words(placeName(row.outcome.place)), ...cellsOf(report, row, unit)])
      return [{ title: heading(members[0].outcome, unit), csvTitle: nativeHeading(members[0].outcome), rows: cells }]
    })
}

function byOutcome(report: Report, { shown }: Options, rows: readonly ComparisonRow[]): readonly TableGroup[] {
  return keyOutcomes(report).flatMap((id) => {
    const members = shown.flatMap((option) => {
      const row = rows.find(({ scenario, outcome }) => scenario === option.name && outcome.id === id)
      return row === undefined ? [] : [{ option, row }]
    })
    if (members.length === 0) return []
    const { outcome } = members[0].row
    const unit = shownUnit(
      outcome,
      members.flatMap(({ row }) => levels(row)),
    )
    const cells = members.map(({ option, row }) => [
      { text: option.words, value: option.name },
      ...rowCells(report, row, unit),
    ])
    const place = outcome.place === '' ? '' : `${placeName(outcome.place)}: `
    return [{ title: `${place}${heading(outcome, unit)}`, csvTitle: `${place}${nativeHeading(outcome)}`, rows: cells }]
  })
}

/** The unit of the CSV is the outcome's own. */
function nativeHeading({ label, unit }: OutcomeDefinition): string {
  return `${label}${after(unit)}`
}

function levels({ paired }: ComparisonRow): readonly number[] {
  return [paired.baselineMean, paired.scenarioMean]
}

/** Without the Monte Carlo error and what comes after the share of replicates: they are in the table of the report. */
function briefCells(report: Report, row: ComparisonRow, unit: ShownUnit): readonly Cell[] {
  const at = figureColumns.findIndex(({ key }) => key === 'monteCarloError')
  return rowCells(report, row, unit)
    .slice(0, figureColumns.length)
    .filter((_, c) => c !== at)
}

function rowCells(report: Report, row: ComparisonRow, { factor }: ShownUnit): readonly Cell[] {
  const { paired, outcome } = row
  const { difference, better } = paired
  const error = difference.standardError
  const known = Number.isFinite(error) && error > 0
  const place = known
    ? roundingPlace(factor * difference.mean, factor * error, 1)
    : levelPlace(factor * paired.baselineMean)
  const level = (value: number): Cell => ({ text: decimalText(factor * value, place), value: figure(value, error) })
  const change = (value: number): Cell => ({ text: signedText(factor * value, place), value: figure(value, error) })
  const shared = Number.isFinite(paired.relative) && outcome.unit !== 'share'
  const same = changesNothing(paired)
  const none = words('')
  return [
    level(paired.baselineMean),
    level(paired.scenarioMean),
    words(directionText(row)),
    same ? words('0') : change(difference.mean),
    same || !shared
      ? none
      : { text: relativeText(paired), value: figure(paired.relative, paired.relativeStandardError) },
    same ? none : change(difference.low),
    same ? none : change(difference.high),
    same || !known ? none : { text: decimalText(factor * error, place), value: figure(error, error) },
    same || better === undefined
      ? none
      : { text: shareText(better.value), value: figure(better.value, better.standardError) },
    ...decisionCells(report, row, factor),
  ]
}

/** Digits of a level that has no error of its own. */
function levelPlace(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Math.min(0, magnitude(value) - 3)
}

function relativeText({ relative, relativeStandardError }: ComparisonRow['paired']): string {
  return percentText(relative, percentPlace(relative, relativeStandardError), true)
}

/** Arrow and word, so that neither is needed alone; an interval with both signs says that the direction is open. */
export function directionText({ paired }: ComparisonRow): string {
  const { difference } = paired
  if (difference.n === 0) return '– unknown'
  if (changesNothing(paired)) return '= same'
  if (difference.low < 0 && difference.high > 0) return '↕ open'
  // In most replicates nothing changes, and where something does it goes one way.
  const isRare = paired.same > difference.n / 2
  return `${difference.mean > 0 ? '▲ up' : '▼ down'}${isRare ? ' at times' : ''}`
}

/** How often it is the best, where there are several options, and its regret; empty for outcomes that nobody chooses by. */
function decisionCells(report: Report, { scenario, outcome }: ComparisonRow, factor: number): readonly Cell[] {
  const { decisions } = report
  if (decisions === undefined || report.scenarios.length <= 2) return []
  const option = decisions
    .filter((study) => study.outcome.id === outcome.id)
    .flatMap(({ options }) => options)
    .find(({ name }) => name === scenario)
  if (option === undefined) return [words(''), words('')]
  const {
    best,
    expectedRegret: { value, standardError },
  } = option
  const text = figureTexts(factor * value, factor * standardError)[0]
  const regret = { text, value: figure(value, standardError) }
  return [{ text: shareText(best.value), value: figure(best.value, NaN) }, regret]
}
