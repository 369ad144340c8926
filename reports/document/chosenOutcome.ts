/** One family of outcomes in all places and years, for whoever asks for it: as a fan chart, and as figures with their errors. */
import { outcomeDefinitions, type OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { Fan } from '../charts/fan.ts'
import type { ComparisonRow, Report } from '../data/report.ts'
import { figure } from '../words/figures.ts'
import {
  decimalText,
  magnitude,
  percentPlace,
  percentText,
  roundingPlace,
  shareText,
  signedText,
} from '../words/numbers.ts'
import { placeName } from '../words/outcomes.ts'
import { shownUnit, type ShownUnit } from '../text/outcomeTables.ts'
import { directionText } from './decisionTable.ts'
import { type Cell, type DocumentTable, words } from './document.ts'
import type { Options } from './options.ts'
import { after } from '../words/words.ts'

export interface ChosenOutcome {
  /** As in `Whole welfare, million USD`. */
  readonly title: string
  readonly unit: string
  readonly fan: Fan
  readonly table: DocumentTable
}

/** Panels side by side, at most. */
const mostPanels = 3

/**
 * The family of an outcome against the baseline, for the only option; undefined where the report does not have it. More places than
 * there is room for are in the table alone; the one that was asked for is always drawn.
 */
export function chosenOutcome(report: Report, { all, against }: Options, id: string): ChosenOutcome | undefined {
  const asked = outcomeDefinitions.find((outcome) => outcome.id === id)
  const rows = report.comparisons.filter(
    ({ scenario, outcome, paired }) =>
      scenario === all[0]?.name && outcome.family === asked?.family && paired.difference.n > 0,
  )
  if (asked === undefined || rows.length === 0) return undefined
  const unit = shownUnit(
    asked,
    rows.map(({ paired }) => paired.difference.mean),
  )
  const places = [...new Set([asked.place, ...rows.map(({ outcome }) => outcome.place)])].slice(0, mostPanels)
  const label = asked.label.split(/[:(]/)[0].trim()
  const title = `${label}${after(unit.text === '%' ? 'percentage points' : unit.text)}`
  const fan: Fan = {
    title,
    baseline: against,
    countries: places.map(placeName),
    options: [all[0].label],
    points: rows
      .filter(({ outcome }) => places.includes(outcome.place))
      .map(({ outcome, year, paired: { difference } }) => ({
        option: all[0].label,
        country: placeName(outcome.place),
        year,
        low: unit.factor * difference.low,
        mean: unit.factor * difference.mean,
        high: unit.factor * difference.high,
      })),
    format: differenceText,
  }
  return { title, unit: unit.text, fan, table: tableOf(title, asked, rows, unit) }
}

/** Three digits at most, and no more decimals than tell it from nothing. */
function differenceText(value: number): string {
  return signedText(value, value === 0 ? 0 : Math.min(0, magnitude(value) - 1))
}

const left = 'left' as const
const right = 'right' as const

function tableOf(
  title: string,
  { family }: OutcomeDefinition,
  rows: readonly ComparisonRow[],
  unit: ShownUnit,
): DocumentTable {
  const columns = [
    { key: 'place', title: 'Where', align: left },
    { key: 'year', title: 'Year', align: right },
    { key: 'baseline', title: 'Baseline', align: right },
    { key: 'option', title: 'Option', align: right },
    { key: 'direction', title: 'Direction', align: left },
    { key: 'difference', title: 'Difference', align: right },
    { key: 'relativeChange', title: 'Change', align: right },
    { key: 'low', title: '5%', align: right },
    { key: 'high', title: '95%', align: right },
    { key: 'monteCarloError', title: 'Monte Carlo error', align: right },
    { key: 'probabilityBetter', title: 'Better in', align: right },
  ]
  const ordered = rows.toSorted(
    (one, other) => one.outcome.place.localeCompare(other.outcome.place) || one.year - other.year,
  )
  return {
    id: `outcome-${family}`,
    caption: `${title}: means, difference from the baseline in the same replicates; 5% and 95% of replicates`,
    columns,
    groups: [{ title: '', rows: ordered.map((row) => cellsOf(row, unit)) }],
  }
}

function cellsOf(row: ComparisonRow, { factor }: ShownUnit): readonly Cell[] {
  const { difference, better, relative, relativeStandardError, baselineMean, scenarioMean } = row.paired
  const error = difference.standardError
  const place = roundingPlace(factor * difference.mean, factor * error, 1)
  const level = (value: number): Cell => ({ text: decimalText(factor * value, place), value: figure(value, error) })
  const change = (value: number): Cell => ({ text: signedText(factor * value, place), value: figure(value, error) })
  return [
    words(placeName(row.outcome.place)),
    words(String(row.year)),
    level(baselineMean),
    level(scenarioMean),
    words(directionText(row)),
    change(difference.mean),
    Number.isFinite(relative)
      ? {
          text: percentText(relative, percentPlace(relative, relativeStandardError), true),
          value: figure(relative, relativeStandardError),
        }
      : words(''),
    change(difference.low),
    change(difference.high),
    { text: error > 0 ? decimalText(factor * error, place) : '0', value: figure(error, error) },
    better === undefined
      ? words('')
      : { text: shareText(better.value), value: figure(better.value, better.standardError) },
  ]
}
