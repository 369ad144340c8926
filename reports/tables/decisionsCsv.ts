/** Tidy tables of decisions: options by outcome, a row a figure; values of information, a row a group of parameters. */
import type { Chance, OptionRow, Figure } from '../../engine/analysis/decisions/compareOptions.ts'
import { errorFigure, figure } from '../words/figures.ts'
import { type Cell, csv } from './csv.ts'
import type { DecisionStudy } from '../data/decisions.ts'

/** What a study is about. */
function subject({ baseline, outcome, year }: DecisionStudy): readonly Cell[] {
  return [baseline, outcome.family, outcome.place, year, outcome.unit]
}

const subjectColumns = ['baseline', 'outcome', 'place', 'year', 'unit']

/**
 * `decisions.csv`: mean and difference in the outcome's own direction, shares of replicates with their 95% intervals, and
 * regret, which is never below 0.
 */
export function decisionsCsv(studies: readonly DecisionStudy[]): string {
  const header = ['option', ...subjectColumns, 'statistic', 'value', 'monteCarloError', 'low', 'high', 'n', 'failed']
  return csv(header, decisionRows(studies))
}

function* decisionRows(studies: readonly DecisionStudy[]): Generator<readonly Cell[]> {
  for (const study of studies) {
    for (const option of study.options) {
      for (const cells of optionCells(option, study)) {
        yield [option.name, ...subject(study), ...cells, study.n, study.failed]
      }
    }
  }
}

function ofFigure(statistic: string, value: number, error: number): readonly Cell[] {
  return [statistic, figure(value, error), errorFigure(error), '', '']
}

function ofChance(statistic: string, { value, low, high }: Chance): readonly Cell[] {
  return [statistic, figure(value, NaN), '', figure(low, NaN), figure(high, NaN)]
}

function optionCells(option: OptionRow, { baseline, outcome }: DecisionStudy): readonly (readonly Cell[])[] {
  const { name, mean, difference, best, better, expectedRegret, regretQuantile, greatestRegret } = option
  const sign = outcome.good === 'down' ? -1 : 1
  const compared =
    name === baseline
      ? []
      : [
          ofFigure('difference', sign * difference.value, difference.standardError),
          ofChance('probabilityBetter', better),
        ]
  return [
    ofFigure('mean', sign * mean.value, mean.standardError),
    ...compared,
    ofChance('probabilityBest', best),
    ofFigure('expectedRegret', expectedRegret.value, expectedRegret.standardError),
    ofFigure('regret95', regretQuantile.value, regretQuantile.standardError),
    ofFigure('greatestRegret', greatestRegret, NaN),
  ]
}

/** `information.csv`: knowing everything, of which there is no held-out figure, then one group of parameters. */
export function informationCsv(studies: readonly DecisionStudy[]): string {
  const figures = ['value', 'monteCarloError', 'heldOut', 'heldOutError', 'terms', 'n']
  const rows = studies.flatMap((study) => {
    const { perfect, groups } = study.information
    const common = [...subject(study), perfect.chosen]
    return [
      [...common, 'everything', ...valueCells(perfect), '', '', '', study.n],
      ...(groups ?? []).map(({ group, value, standardError, heldOut, heldOutStandardError, terms }) => [
        ...common,
        group,
        ...valueCells({ value, standardError }),
        figure(heldOut, heldOutStandardError),
        errorFigure(heldOutStandardError),
        terms,
        study.n,
      ]),
    ]
  })
  return csv([...subjectColumns, 'chosen', 'toKnow', ...figures], rows)
}

function valueCells({ value, standardError }: Figure): readonly Cell[] {
  return [figure(value, standardError), errorFigure(standardError)]
}
