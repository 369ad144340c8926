/** `sensitivity.json`: all that was found, and the part that reports show. `sensitivity.csv`: a row an estimate. */
import { figure } from '../words/figures.ts'
import { csv } from './csv.ts'
import { sensitivityPart } from '../text/sensitivity/part.ts'
import { sealed } from '../../studies/plan/seal.ts'
import type { SensitivityFinding } from '../../studies/plan/sensitivityMethods.ts'
import type { SensitivityStudy } from '../../studies/sensitivity/study.ts'

/**
 * The bytes of `sensitivity.json`: the study, and as `part` what a report shows of it. Of several outcomes `studies`, with the parts
 * of the second and further ones as `moreParts`.
 */
export function sensitivityJson(study: SensitivityStudy, others: readonly SensitivityStudy[] = []): string {
  const part = sensitivityPart(study)
  const whole =
    others.length === 0
      ? { ...study, part }
      : { studies: [study, ...others], part, moreParts: others.map(sensitivityPart), reproduce: study.reproduce }
  return `${JSON.stringify(sealed(whole), null, 1)}\n`
}

/** Name of the factor and of the statistic, value, and either an interval of 95% or a standard error. */
interface EstimateRow {
  readonly factor: string
  readonly statistic: string
  readonly value: number
  readonly low?: number
  readonly high?: number
  readonly standardError?: number
}

/** The estimates as CSV, a row for each factor and statistic; of several outcomes with the outcome and its year in front. */
export function sensitivityCsv(study: SensitivityStudy, others: readonly SensitivityStudy[] = []): string {
  const subject = ({ outcome, year }: SensitivityStudy): readonly (string | number)[] =>
    others.length === 0 ? [] : [outcome.id, year]
  const rows = [study, ...others].flatMap((one) =>
    estimateRows(one.finding).map(({ factor, statistic, value, low, high, standardError }) => [
      ...subject(one),
      factor,
      statistic,
      ...[value, low, high, standardError].map((number) => figure(number ?? NaN, NaN)),
    ]),
  )
  const front = others.length === 0 ? [] : ['outcome', 'year']
  return csv([...front, 'factor', 'statistic', 'value', 'low', 'high', 'standardError'], rows)
}

function estimateRows(finding: SensitivityFinding): readonly EstimateRow[] {
  if (finding.method === 'sobol') {
    return [
      ...finding.sobol.factors.flatMap(({ name, first, total, interaction }) => [
        { factor: name, statistic: 'first', ...first },
        { factor: name, statistic: 'total', ...total },
        { factor: name, statistic: 'interaction', ...interaction },
      ]),
      ...(finding.pairs ?? []).map(({ one, other, second }) => ({
        factor: `${one} x ${other}`,
        statistic: 'second',
        ...second,
      })),
    ]
  }
  if (finding.method === 'morris') {
    return finding.morris.factors.flatMap((row) => [
      { factor: row.name, statistic: 'muStar', value: row.muStar, standardError: row.muStarStandardError },
      { factor: row.name, statistic: 'mu', value: row.mu, standardError: row.muStandardError },
      { factor: row.name, statistic: 'sigma', value: row.sigma, standardError: row.sigmaStandardError },
    ])
  }
  if (finding.method === 'pawn') {
    return [
      ...finding.pawn.factors.map(({ name, index, standardError }) => ({
        factor: name,
        statistic: 'pawn',
        value: index,
        standardError,
      })),
      ...finding.binned.factors.map(({ name, first, standardError }) => ({
        factor: name,
        statistic: 'first',
        value: first,
        standardError,
      })),
    ]
  }
  return [...finding.tornado.bars, finding.tornado.chance].flatMap(({ name, low, high, swing }) => [
    { factor: name, statistic: 'low', ...low },
    { factor: name, statistic: 'high', ...high },
    { factor: name, statistic: 'swing', ...swing },
  ])
}
