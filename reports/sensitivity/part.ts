/** What a sensitivity analysis found as reports take it: factors, strongest first, with one index each. */
import { normalQuantile } from '../../engine/math/normalQuantile.ts'
import { parameters } from '../../scenarios/parameters.ts'
import type { FactorRow, SensitivityPart } from '../parts.ts'
import type { SensitivityFinding, SensitivityStudy } from './study.ts'
import { estimateText } from './words.ts'

/** Names of the indices; for one at a time the change of the outcome between the two quantiles, in its unit. */
const methods: Readonly<Record<SensitivityFinding['method'], string>> = {
  sobol: "Sobol' total index",
  morris: 'Morris mu*',
  pawn: 'PAWN index',
  oat: 'change from the 5% to the 95% quantile',
}

export function sensitivityPart({ scenario, outcome, year, finding }: SensitivityStudy): SensitivityPart {
  return {
    method: methods[finding.method],
    scenario,
    outcome: outcome.id,
    year,
    factors: factorRows(finding).toSorted((one, other) => Math.abs(other.index) - Math.abs(one.index)),
  }
}

function factorRows(finding: SensitivityFinding): readonly FactorRow[] {
  if (finding.method === 'sobol') {
    return finding.sobol.factors.map(({ name, first, total }) => ({
      ...named(name),
      index: total.value,
      interval: { low: total.low, high: total.high },
      words: `${estimateText(first)} of the variance by itself, the rest of its index together with others`,
    }))
  }
  if (finding.method === 'morris') {
    return finding.morris.factors.map(({ name, muStar, muStarStandardError, mu }) =>
      row(name, muStar, muStarStandardError, wayText(mu)))
  }
  if (finding.method === 'pawn') {
    return finding.pawn.factors.map(({ name, index, standardError, isSeen }) =>
      row(name, index, standardError, isSeen ? 'more than dummies reach' : 'no more than dummies reach'))
  }
  return finding.tornado.bars.map(({ name, swing }) => row(name, swing.value, swing.standardError, wayText(swing.value)))
}

function named(factor: string): Pick<FactorRow, 'factor' | 'title'> {
  const known = Object.entries(parameters).find(([name]) => name === factor)?.[1]
  return { factor, title: known === undefined ? factor : `${known.title} (${known.unit})` }
}

/** Of the index: 95%, as the intervals of Sobol' indices. */
const reach = normalQuantile(0.975)

function row(factor: string, index: number, error: number, words: string): FactorRow {
  return { ...named(factor), index, interval: { low: index - reach * error, high: index + reach * error }, words }
}

/** NaN for chance and for groups, which have no direction. */
function wayText(effect: number): string {
  if (!(Math.abs(effect) > 0)) return 'no direction'
  return effect > 0 ? 'the more of it, the more of the outcome' : 'the more of it, the less of the outcome'
}
